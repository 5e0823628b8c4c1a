import { type Delivery, deliveryId } from '../core/delivery';
import type { Book } from '../core/enrollment';
import { StridewellError } from '../core/error';
import { merge, mergeValues } from '../core/merge';
import { wordsFor } from '../core/message';
import type { Practice } from '../core/practice';
import { refuseSample } from '../core/sample';
import type { Subscriber } from '../core/subscriber';
import { type LinkKeys, readToken, signToken } from '../core/token';

export interface TipPorts {
  keys: LinkKeys;
  practice: Practice;
  people: { load(id: string): Promise<Subscriber | undefined> };
  ledger: { delivery(subscriber: string, id: string): Promise<Delivery | undefined> };
  book(person: Subscriber, also: { seriesId: string; version: number }[]): Promise<Book>;
}

export interface TipView {
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

/** The whole tip behind a text's link, in the words of the version that was sent. */
export async function tip(ports: TipPorts, token: string): Promise<TipView> {
  const [sub = '', msg = ''] = readToken(ports.keys, 'tips', token);
  refuseSample(`sub_${sub}`);
  const person = await ports.people.load(`sub_${sub}`);
  const said = person && ((await fromLedger(ports, person, `msg_${msg}`)) ?? fromRuns(person, `msg_${msg}`));
  if (!person?.profile || !said) throw new StridewellError('gone', 'This tip is no longer here.');

  const version = (await ports.book(person, [said])).version(said.seriesId, said.version);
  const words = wordsFor(version, said.stepId, person.profile);
  const values = mergeValues(ports.practice, person.profile.firstName);
  const say = (text: string) => merge(text, values);
  return {
    headline: say(words.headline),
    paragraphs: words.paragraphs.map(say),
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
    preferencesPath: `/preferences/${signToken(ports.keys, 'preferences', [sub])}`,
  };
}

async function fromLedger({ ledger }: TipPorts, person: Subscriber, id: string): Promise<Said | undefined> {
  const delivery = await ledger.delivery(person.id, id);
  // An event may have been first to write and knows no series; the person's own runs tell then.
  if (!delivery?.seriesId || delivery.version === undefined) return undefined;
  return { seriesId: delivery.seriesId, version: delivery.version, stepId: delivery.stepId };
}

/** A message under way has no record yet, but its id derives from run and step. */
function fromRuns(person: Subscriber, id: string): Said | undefined {
  for (const { id: run, seriesId, version, stepId, completedSteps } of person.enrollments) {
    const step = [...completedSteps, ...(stepId ? [stepId] : [])].find((one) => deliveryId(run, one) === id);
    if (step) return { seriesId, version, stepId: step };
  }
  return undefined;
}
