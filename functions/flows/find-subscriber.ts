import { normaliseEmail, normalisePhone } from '../core/address';
import { type Book, datesToCome } from '../core/enrollment';
import { StridewellError } from '../core/error';
import type { LedgerEntry } from '../core/journal';
import { wordsFor } from '../core/message';
import type { ChannelName, ChannelStatus, Subscriber } from '../core/subscriber';
import type { Instant } from '../core/time';
import { type TimelineItem, timelineItem } from '../core/timeline';

export interface FindPorts {
  now(): Instant;
  people: {
    load(id: string): Promise<Subscriber | undefined>;
    page(limit: number, after?: string): Promise<{ subscribers: Subscriber[]; next?: string }>;
  };
  /** Whose normalised address it is, by the keyed hash of its guard. */
  ownerOf(address: string): Promise<string | undefined>;
  book(person: Subscriber): Promise<Book>;
  ledger: { ofPerson(subscriber: string, limit: number, after?: string): Promise<{ entries: LedgerEntry[] }> };
}

export interface ToCome {
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
  const isEmail = address.includes('@');
  const channel = isEmail ? 'email' : 'sms';
  const wanted = isEmail ? normaliseEmail(address) : normalisePhone(address);
  const owner = await ports.ownerOf(wanted);
  const person = owner === undefined ? undefined : await ports.people.load(owner);
  return person?.channels[channel]?.address === wanted ? person : undefined;
}

export async function subscriberById(ports: Pick<FindPorts, 'people'>, id: string): Promise<Subscriber> {
  const person = await ports.people.load(id);
  if (!person) throw new StridewellError('not-found', 'There is no such person. They may have had their data deleted.');
  return person;
}

/** One person as staff see them: what happened, newest first, and what is still to come. */
export async function subscriberStory(
  ports: FindPorts,
  id: string,
): Promise<{ person: Subscriber; timeline: TimelineItem[]; next: ToCome[] }> {
  const person = await subscriberById(ports, id);
  const { entries } = await ports.ledger.ofPerson(id, 200);
  return { person, timeline: entries.map(timelineItem), next: toCome(person, await ports.book(person), ports.now()) };
}

function toCome(person: Subscriber, book: Book, now: Instant): ToCome[] {
  const { profile } = person;
  if (!profile) return [];
  return person.enrollments
    .filter((run) => run.status === 'active' && person.channels[run.channel]?.status === 'active')
    .flatMap((run) => {
      const version = book.version(run.seriesId, run.version);
      return datesToCome(person, run, book, now).map(({ stepId, at }) => ({
        channel: run.channel,
        seriesId: run.seriesId,
        stepId,
        subject: wordsFor(version, stepId, profile).subject,
        at,
      }));
    })
    .sort((a, b) => a.at - b.at);
}
