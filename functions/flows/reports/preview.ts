import type { ChannelName } from '../../core/base/channel';
import { StridewellError } from '../../core/base/error';
import type { Locale } from '../../core/base/locale';
import { day, type Instant } from '../../core/base/time';
import { type Composer, composeMessage } from '../../core/messages/compose-message';
import {
  type Enrollment,
  type NoticeKind,
  noticeKinds,
  type Profile,
  type Subscriber,
} from '../../core/person/subscriber';
import { segments } from '../../core/practice/gsm';
import type { Sendable } from '../../core/sending/sendable';
import type { EditedWords } from '../../core/series/change';
import { type Book, datesToCome, enroll, opensAt, pathFor, whyNoExercise } from '../../core/series/enrollment';
import { merge, mergeValues } from '../../core/series/merge';
import { sampleOf, sampleRun, sampleRunOf } from '../../core/series/sample';
import type { SeriesVersion } from '../../core/series/series';
import { readingFor, stepOf } from '../../core/series/step';
import { withCheckedWords } from '../../core/series/test-send';
import { checkAhead } from '../../core/time/ahead';
import { localDay } from '../../core/time/offset';
import type { Books, Clock, Ledger, People, Random, Series } from '../ports';

export type PreviewPorts = Clock & Random & Series & Books & { composer: Composer };

export type RenderedPorts = PreviewPorts & People<'load'> & Ledger<'delivery'>;

export interface Sms {
  body: string;
  parts: number;
  characters: number;
}

export interface Preview {
  subject: string;
  preheader: string;
  html: string;
  text: string;
  sms: Sms;
  skipped?: string;
}

export interface PreviewWanted {
  seriesId: string;
  version?: number | undefined;
  stepId: string;
  sample: string;
  locale?: Locale | undefined;
  words?: EditedWords | undefined;
}

/** One step as the sending code itself writes it, to a made-up person; with edited words before they are saved. */
export async function previewStep(ports: PreviewPorts, wanted: PreviewWanted): Promise<Preview> {
  const { series, person, profile, book } = await stage(ports, wanted);
  const edited = wanted.words
    ? withCheckedWords(series, wanted.stepId, profile, wanted.words, ports.composer.practice)
    : series;
  const { words, locale } = readingFor(edited, wanted.stepId, profile);
  const shown: Book = { ...book, version: () => edited };
  const mail = compose(ports, person, sampleRunOf(series, wanted.stepId, 'email', ports.now()), shown);
  const text = compose(ports, person, sampleRunOf(series, wanted.stepId, 'sms', ports.now()), shown);
  const skipped = whySkipped(series, wanted.stepId, profile);
  return {
    subject: mail.subject ?? '',
    preheader: merge(words.preheader, mergeValues(ports.composer.practice, profile.firstName, locale)),
    html: mail.html ?? '',
    text: mail.text ?? '',
    sms: text.sms ?? { body: '', parts: 0, characters: 0 },
    ...(skipped ? { skipped } : {}),
  };
}

function whySkipped(series: SeriesVersion, stepId: string, profile: Profile): string | undefined {
  const unfit = stepOf(series, stepId).exercises ? whyNoExercise(profile) : undefined;
  if (unfit) return unfit;
  return pathFor(series, profile).steps.some(({ step }) => step === stepId) ? undefined : 'not-on-this-path';
}

export interface DatedStep {
  day: number;
  at: Instant;
  stepId: string;
  subject: string;
}

/** The dates a person like the sample would get, through window and caps, if they confirmed at `startAt`. */
export async function previewPath(
  ports: PreviewPorts,
  wanted: {
    seriesId: string;
    version?: number | undefined;
    sample: string;
    locale?: Locale | undefined;
    channel: ChannelName;
    startAt?: Instant | undefined;
  },
): Promise<DatedStep[]> {
  const { series, person, profile, book } = await stage(ports, wanted);
  const start = wanted.startAt ?? ports.now();
  const zone = profile.zones[0] ?? ports.composer.practice.timeZone;
  checkAhead(start, zone, ports.now(), 'startAt');
  const identity = { id: sampleRun, seriesId: series.seriesId, version: series.version, channel: wanted.channel };
  const run = enroll(person, identity, book, start);
  return datesToCome(person, run, book, start).map(({ stepId, at }) => {
    const { words, locale } = readingFor(series, stepId, profile);
    return {
      day: localDay(zone, at) - localDay(zone, start),
      at,
      stepId,
      subject: merge(words.subject, mergeValues(ports.composer.practice, profile.firstName, locale)),
    };
  });
}

export interface Rendered {
  subject?: string;
  html?: string;
  text?: string;
  sms?: Sms;
}

/** A message that was sent, rendered again from its own version, which is never deleted. */
export async function renderedMessage(ports: RenderedPorts, subscriber: string, id: string): Promise<Rendered> {
  const delivery = await ports.ledger.delivery(subscriber, id);
  const person = await ports.people.load(subscriber);
  if (!delivery || !person)
    throw new StridewellError('not-found', 'There is no such message, or its person had their data deleted.');
  const { seriesId, version, stepId, channel, target, at } = delivery;
  const reached = person.channels[channel] ?? { address: '', status: 'unsubscribed' as const, since: at };
  const shown: Subscriber = { ...person, channels: { ...person.channels, [channel]: reached } };
  if (seriesId !== undefined && version !== undefined) {
    const series = await ports.series.version(seriesId, version);
    if (!series || !person.profile) throw new StridewellError('not-found', 'What this message was made of is gone.');
    const book = await ports.book(person, [{ seriesId, version }]);
    return compose(ports, shown, sampleRunOf(series, stepId, channel, at), book);
  }
  if (!isNotice(stepId)) throw new StridewellError('not-found', 'What this message was made of is gone.');
  const waiting = person.notices.find((one) => one.id === target);
  const notice = waiting ?? {
    id: target,
    kind: stepId,
    channel,
    phase: 'waiting' as const,
    dueAt: at,
    expiresAt: at + day,
  };
  const noticed: Subscriber = { ...shown, notices: [notice], enrollments: [] };
  return unsigned(ports, noticed, notice, await ports.book(noticed), at);
}

const isNotice = (stepId: string): stepId is NoticeKind => (noticeKinds as readonly string[]).includes(stepId);

async function stage(
  ports: PreviewPorts,
  wanted: { seriesId: string; version?: number | undefined; sample: string; locale?: Locale | undefined },
) {
  const { seriesId, version } = wanted;
  const series =
    version === undefined ? await ports.series.latest(seriesId) : await ports.series.version(seriesId, version);
  if (!series) throw new StridewellError('not-found', 'There is no such series.', 'seriesId');
  const person = sampleOf(ports.composer.practice, wanted.sample, ports.now(), wanted.locale);
  return {
    series,
    person,
    profile: person.profile,
    book: await ports.book(person, [{ seriesId, version: series.version }]),
  };
}

/** Composed for the first moment it could really leave, since a text's life ends with its window. */
function compose(ports: PreviewPorts, person: Subscriber, run: Enrollment, book: Book): Rendered {
  const { profile } = person;
  if (!profile || run.stepId === undefined) throw new StridewellError('internal', 'Nothing to show.');
  const step = stepOf(book.version(run.seriesId, run.version), run.stepId);
  const fresh: Subscriber = { ...person, enrollments: [run], notices: [], recentSends: [] };
  return unsigned(
    ports,
    fresh,
    run,
    book,
    opensAt(fresh, run, profile, { ...step, anyHour: false }, book, run.startedAt) ?? run.startedAt,
  );
}

/**
 * The sending code with a key nobody else has: what staff look at holds no link that could confirm, unsubscribe or open
 * anyone's data. Only the person's own act may do that.
 */
function unsigned(ports: PreviewPorts, person: Subscriber, sendable: Sendable, book: Book, at: Instant): Rendered {
  const secret = Buffer.from(ports.bytes(32)).toString('hex');
  const message = composeMessage(
    { ...ports.composer, keys: [{ id: 'preview', secret }] },
    { person, sendable, book },
    at,
  );
  if ('html' in message) return { subject: message.subject, html: message.html, text: message.text };
  const { body } = message;
  return { sms: { body, parts: segments(body).parts, characters: Array.from(body).length } };
}
