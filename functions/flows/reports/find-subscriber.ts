import type { ChannelName } from '../../core/base/channel';
import { StridewellError } from '../../core/base/error';
import type { Instant } from '../../core/base/time';
import { addressIn, channelOfAddress } from '../../core/person/address';
import type { ChannelStatus, Enrollment, Subscriber } from '../../core/person/subscriber';
import type { Practice } from '../../core/practice/practice';
import { type TimelineItem, timelineItem } from '../../core/reporting/timeline';
import { type WayStep, wayOf } from '../../core/reporting/way';
import { type AnswerState, answered, answerTo } from '../../core/sending/answer-state';
import { type Delivery, deliveryId } from '../../core/sending/delivery';
import type { LedgerEntry } from '../../core/sending/journal';
import { type Book, datesToCome } from '../../core/series/enrollment';
import { merge, mergeValues } from '../../core/series/merge';
import { readingFor } from '../../core/series/step';
import type { Books, Clock, Ledger, OfPractice, People } from '../ports';

export type FindPorts = Clock &
  OfPractice &
  People<'load' | 'page'> &
  Books &
  Ledger<'ofPerson' | 'delivery'> & {
    /** Whose normalised address it is, by the keyed hash of its guard. */
    ownerOf(address: string): Promise<string | undefined>;
  };

interface ToCome {
  channel: ChannelName;
  seriesId: string;
  stepId: string;
  subject: string;
  at: Instant;
}

/** A list looks at no more pages than this for one answer; the rest waits for the next. */
const pagesAtMost = 20;

export async function listSubscribers(
  ports: FindPorts,
  limit: number,
  cursor?: string,
  status?: ChannelStatus,
): Promise<{ people: Subscriber[]; next?: string }> {
  const people: Subscriber[] = [];
  let after = cursor;
  for (let pages = 0; pages < pagesAtMost; pages += 1) {
    const page = await ports.people.page(limit - people.length, after);
    people.push(...page.subscribers.filter((person) => isListed(person, status)));
    after = page.next;
    if (after === undefined || people.length >= limit) break;
  }
  return { people, ...(after === undefined ? {} : { next: after }) };
}

/** The front desk's own mailbox is an item too, but nobody to look after. */
const isListed = (person: Subscriber, status?: ChannelStatus): boolean =>
  person.kind !== 'desk' &&
  (status === undefined || Object.values(person.channels).some((channel) => channel.status === status));

/** Whoever has this exact address now; spelled like anything but an address, `invalid`. */
export async function findByAddress(ports: FindPorts, address: string): Promise<Subscriber | undefined> {
  const wanted = addressIn(address);
  const channel = channelOfAddress(wanted);
  const owner = await ports.ownerOf(wanted);
  const person = owner === undefined ? undefined : await ports.people.load(owner);
  return person?.channels[channel]?.address === wanted ? person : undefined;
}

async function subscriberById(ports: Pick<FindPorts, 'people'>, id: string): Promise<Subscriber> {
  const person = await ports.people.load(id);
  if (!person) throw new StridewellError('not-found', 'There is no such person. They may have had their data deleted.');
  return person;
}

export interface Story {
  /** Each run that waits with the person for a visit reads as paused until then. */
  person: Subscriber;
  /** What happened, newest first. */
  timeline: TimelineItem[];
  paths: RunPath[];
  next: ToCome[];
}

/** A run as staff follow it, step by step. */
interface RunPath {
  enrollment: string;
  seriesId: string;
  seriesName: string;
  channel: ChannelName;
  path: string;
  steps: (WayStep & { subject: string })[];
}

const linesShown = 200;

/** One person as staff see them: what happened, the way through each series, and what is still to come. */
export async function subscriberStory(ports: FindPorts, id: string): Promise<Story> {
  const person = await subscriberById(ports, id);
  const [{ entries }, book] = await Promise.all([ports.ledger.ofPerson(id, linesShown), ports.book(person)]);
  const known = new Map(
    entries.flatMap((entry) => (entry.kind === 'message' ? [[entry.delivery.id, entry.delivery] as const] : [])),
  );
  if (entries.length >= linesShown) await addOlder(ports, person, known);
  const subject = subjectIn(ports.practice, person, book);
  const titled = ({ seriesId, version, stepId }: Delivery) =>
    seriesId === undefined || version === undefined ? undefined : subject({ seriesId, version }, stepId);
  const now = ports.now();
  const answers = await answersTo(ports, entries, known, now);
  return {
    person: asWaiting(person, now),
    timeline: entries.map((entry) => timelineItem(entry, titled, (text) => answers.get(text.id))),
    paths: person.enrollments.map((run) => ({
      enrollment: run.id,
      seriesId: run.seriesId,
      seriesName: book.version(run.seriesId, run.version).name,
      channel: run.channel,
      ...subjects(wayOf(person, run, book, known, now), (stepId) => subject(run, stepId) ?? stepId),
    })),
    next: toCome(person, book, now, subject),
  };
}

function asWaiting(person: Subscriber, now: Instant): Subscriber {
  const { visitUntil = 0, enrollments } = person;
  if (visitUntil <= now) return person;
  const waits = (run: Enrollment): Enrollment =>
    run.status === 'active' ? { ...run, status: 'paused', pausedUntil: visitUntil } : run;
  return { ...person, enrollments: enrollments.map(waits) };
}

const subjects = (way: ReturnType<typeof wayOf>, of: (stepId: string) => string) => ({
  path: way.path,
  steps: way.steps.map((step) => ({ ...step, subject: of(step.stepId) })),
});

/** Steps so far back that they are not among the lines shown. */
async function addOlder(ports: FindPorts, person: Subscriber, known: Map<string, Delivery>): Promise<void> {
  const wanted = person.enrollments
    .flatMap((run) => run.completedSteps.map((stepId) => deliveryId(run.id, stepId)))
    .filter((id) => !known.has(id));
  for (const delivery of await Promise.all(wanted.map((id) => ports.ledger.delivery(person.id, id))))
    if (delivery) known.set(delivery.id, delivery);
}

/** What became of the answers to this person's emergencies, by the text's entry. */
async function answersTo(
  ports: FindPorts,
  entries: LedgerEntry[],
  known: Map<string, Delivery>,
  now: Instant,
): Promise<Map<string, AnswerState>> {
  const states = new Map<string, AnswerState>();
  for (const entry of entries) {
    const answer = entry.kind === 'history' ? answerTo(entry.entry) : undefined;
    if (entry.kind !== 'history' || answer === undefined) continue;
    const delivery = known.get(answer) ?? (await ports.ledger.delivery(entry.entry.subscriber, answer));
    states.set(entry.entry.id, answered(entry.entry, delivery, now).state);
  }
  return states;
}

type SubjectOf = (of: Pick<Enrollment, 'seriesId' | 'version'>, stepId: string) => string | undefined;

/** The subject this person reads; undefined for a version that is not one of theirs. */
const subjectIn =
  (practice: Practice, { profile }: Subscriber, book: Book): SubjectOf =>
  ({ seriesId, version }, stepId) => {
    if (!profile) return undefined;
    try {
      const { words, locale } = readingFor(book.version(seriesId, version), stepId, profile);
      return merge(words.subject, mergeValues(practice, profile.firstName, locale));
    } catch (error) {
      if (error instanceof StridewellError) return undefined;
      throw error;
    }
  };

function toCome(person: Subscriber, book: Book, now: Instant, subject: SubjectOf): ToCome[] {
  if (!person.profile) return [];
  return (
    person.enrollments
      // A step with an unknown outcome is not to come, and what follows it waits until that is settled.
      .filter(
        ({ status, phase, channel }) =>
          status === 'active' && phase === 'waiting' && person.channels[channel]?.status === 'active',
      )
      .flatMap((run) =>
        datesToCome(person, run, book, now).map(({ stepId, at }) => ({
          channel: run.channel,
          seriesId: run.seriesId,
          stepId,
          subject: subject(run, stepId) ?? stepId,
          at,
        })),
      )
      .sort((a, b) => a.at - b.at)
  );
}
