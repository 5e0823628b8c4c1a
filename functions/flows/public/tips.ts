import { StridewellError } from '../../core/base/error';
import { bare } from '../../core/base/id';
import { linesOf } from '../../core/base/lines';
import type { Locale } from '../../core/base/locale';
import { readToken, signToken } from '../../core/base/token';
import { letterOf } from '../../core/messages/links';
import { leadsTo, readTextToken, refuseTextToken, type TextToken } from '../../core/messages/text-link';
import type { Enrollment, Subscriber } from '../../core/person/subscriber';
import { deliveryId } from '../../core/sending/delivery';
import { merge, mergeValues } from '../../core/series/merge';
import { isSample, refuseSample, sampleOf } from '../../core/series/sample';
import { type Reading, readingFor } from '../../core/series/step';
import { testItemId, withWords } from '../../core/series/test-send';
import type { Books, Keys, Ledger, OfPractice, People, TextLinks } from '../ports';

type TipPorts = Keys &
  OfPractice &
  People<'load'> &
  Ledger<'delivery' | 'test' | 'idsFrom'> &
  TextLinks<'ownersOn'> &
  Books;

export interface TipView {
  /** The reader's language, where the link told whose it is. */
  locale?: Locale;
  /** The language of the words, which is English where nobody has written them in the reader's. */
  wordsIn: Locale;
  headline: string;
  paragraphs: string[];
  figures: { drawing: string; alt: string; title: string; text: string }[];
  choices: boolean;
  locations: boolean;
  bookPath: string;
  checkInPath: string;
  preferencesPath: string;
}

interface Said {
  seriesId: string;
  version: number;
  stepId: string;
}

interface Behind {
  reading: Reading;
  firstName: string;
}

/** The whole tip behind a long link, in the words of the version that was sent. Texts of before December 2026 carry those. */
export async function tip(ports: TipPorts, token: string): Promise<TipView> {
  const [sub = '', msg = ''] = readToken(ports.keys, 'tips', token);
  return shown(ports, sub, msg, (firstName) => firstName);
}

/**
 * The same behind the short link of a text: whoever it belongs to is on its shelf, and their message is what it signs.
 * Texts are passed on, and a short link is easier to guess than a long one: the page names nobody.
 */
export async function textTip(ports: TipPorts, text: string): Promise<TipView> {
  const token = readTextToken(text);
  for (const owner of await ports.textLinks.ownersOn(token.shelf)) {
    const item = await ports.people.load(owner);
    if (!item) continue;
    const id = await messageBehind(ports, item, token);
    if (id === undefined) continue;
    const test = item.kind === 'desk' ? await ports.ledger.test(owner, id) : undefined;
    const reader = test ? sampleOf(ports.practice, test.sample, 0).id : owner;
    const view = await shown(ports, bare(reader), bare(id), () => '');
    return item.profile ? { ...view, locale: item.profile.locale } : view;
  }
  return refuseTextToken();
}

/** The message of this item that the token was signed for: of its runs, which know it first, or of its ledger. */
async function messageBehind(ports: TipPorts, item: Subscriber, token: TextToken): Promise<string | undefined> {
  const isIt = (id: string): boolean => leadsTo(ports.keys, token, item.id, id);
  if (item.kind === 'desk') return (await ports.ledger.idsFrom(item.id, `ntc_${token.message}`)).find(isIt);
  const ofRuns = item.enrollments.flatMap((run) => stepsOf(run).map((step) => deliveryId(run.id, step)));
  return ofRuns.find(isIt) ?? (await ports.ledger.idsFrom(item.id, `msg_${token.message}`)).find(isIt);
}

async function shown(
  ports: TipPorts,
  sub: string,
  msg: string,
  greeted: (firstName: string) => string,
): Promise<TipView> {
  const subscriber = `sub_${sub}`;
  const behind = isSample(subscriber)
    ? await behindTest(ports, subscriber, `ntc_${msg}`)
    : await behindMessage(ports, subscriber, `msg_${msg}`);
  if (!behind) throw new StridewellError('gone', 'This tip is no longer here.');

  const { reading, firstName } = behind;
  const { words, locale } = reading;
  const values = mergeValues(ports.practice, greeted(firstName), locale);
  const say = (text: string) => merge(text, values);
  return {
    wordsIn: locale,
    headline: say(words.headline),
    paragraphs: words.paragraphs.flatMap((paragraph) => linesOf(say(paragraph))),
    figures: (words.figures ?? []).map(({ drawing, alt, title, text }) => ({
      drawing,
      alt: say(alt),
      title: say(title),
      text: say(text),
    })),
    choices: words.choices ?? false,
    locations: words.locations ?? false,
    bookPath: `/book/${signToken(ports.keys, 'book', [sub, msg])}`,
    checkInPath: `/check-in/${signToken(ports.keys, 'check-in', [sub, msg])}`,
    preferencesPath: `/preferences/${signToken(ports.keys, 'preferences', [sub, letterOf('sms')])}`,
  };
}

async function behindMessage(ports: TipPorts, subscriber: string, message: string): Promise<Behind | undefined> {
  const person = await ports.people.load(subscriber);
  const said = person && ((await fromLedger(ports, person, message)) ?? fromRuns(person, message));
  if (!person?.profile || !said) return undefined;
  const version = (await ports.book(person, [said])).version(said.seriesId, said.version);
  return { reading: readingFor(version, said.stepId, person.profile), firstName: person.profile.firstName };
}

/** A test's link names its notice; while the test is kept, its tip is what the test showed. */
async function behindTest(ports: TipPorts, subscriber: string, notice: string): Promise<Behind | undefined> {
  const test = await ports.ledger.test(testItemId(notice), notice);
  if (!test) {
    refuseSample(subscriber);
    return undefined;
  }
  const person = sampleOf(ports.practice, test.sample, 0, test.locale);
  const version = (await ports.book(person, [test])).version(test.seriesId, test.version);
  const shown = withWords(version, test.stepId, person.profile, test.words ?? {});
  return { reading: readingFor(shown, test.stepId, person.profile), firstName: person.profile.firstName };
}

async function fromLedger({ ledger }: TipPorts, person: Subscriber, id: string): Promise<Said | undefined> {
  const delivery = await ledger.delivery(person.id, id);
  // An event may have been first to write and knows no series; the person's own runs tell then.
  if (!delivery?.seriesId || delivery.version === undefined) return undefined;
  return { seriesId: delivery.seriesId, version: delivery.version, stepId: delivery.stepId };
}

/** A message under way has no record yet, but its id derives from run and step. */
function fromRuns(person: Subscriber, id: string): Said | undefined {
  for (const run of person.enrollments) {
    const step = stepsOf(run).find((one) => deliveryId(run.id, one) === id);
    if (step) return { seriesId: run.seriesId, version: run.version, stepId: step };
  }
  return undefined;
}

const stepsOf = ({ completedSteps, stepId }: Enrollment): string[] => [...completedSteps, ...(stepId ? [stepId] : [])];
