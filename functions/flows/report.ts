import type { Booking } from '../core/booking';
import type { Campaign } from '../core/campaign';
import { type Delivery, type Outcome, outcomeOf } from '../core/delivery';
import type { HistoryEntry, LedgerEntry } from '../core/journal';
import { DayCounter, type DayCounts, localDayOf, today } from '../core/report';
import type { ChannelName } from '../core/subscriber';
import { day, type Instant, iso, second } from '../core/time';

export interface ReportPorts {
  now(): Instant;
  /** The practice's own zone: staff mean its days. */
  practice: { timeZone: string };
  ledger: { ofDay(isoDay: string, limit: number, after?: string): Promise<{ entries: LedgerEntry[]; next?: string }> };
  bookings: { list(limit: number, after?: string): Promise<{ bookings: Booking[]; next?: string }> };
}

const bigPage = 500;

/** Every entry of a UTC day; `go` answers false to stop early. */
async function eachOfDay(
  ports: ReportPorts,
  partition: string,
  go: (entry: LedgerEntry) => void,
  until = Infinity,
): Promise<boolean> {
  let after: string | undefined;
  do {
    if (ports.now() >= until) return false;
    const page = await ports.ledger.ofDay(partition, bigPage, after);
    for (const entry of page.entries) go(entry);
    after = page.next;
  } while (after !== undefined);
  return true;
}

/** Today at the practice, added up from the ledger itself: no counter that could drift. */
export async function homeReport(ports: ReportPorts): Promise<{ counts: DayCounts; recent: Delivery[] }> {
  const span = localDayOf(ports.practice.timeZone, today(ports.practice.timeZone, ports.now()));
  const counter = new DayCounter(span);
  let recent: Delivery[] = [];
  for (const partition of span.partitions) {
    await eachOfDay(ports, partition, (entry) => {
      counter.add(entry);
      if (entry.kind !== 'message') return;
      recent.push(entry.delivery);
      if (recent.length > 200) recent = newest(recent);
    });
  }
  const counts = counter.total();
  const strangers = await requestsOfStrangers(ports, span.from);
  return { counts: { ...counts, bookings: counts.bookings + strangers }, recent: newest(recent) };
}

/** Requests from the open booking page: their people have no history the ledger could count. */
async function requestsOfStrangers(ports: ReportPorts, since: Instant): Promise<number> {
  let count = 0;
  let after: string | undefined;
  do {
    const page = await ports.bookings.list(100, after);
    const recent = page.bookings.filter((booking) => booking.createdAt >= since);
    count += recent.filter((booking) => booking.subscriber === undefined).length;
    after = recent.length < page.bookings.length ? undefined : page.next;
  } while (after !== undefined);
  return count;
}

const newest = (messages: Delivery[]): Delivery[] => messages.sort((a, b) => b.at - a.at).slice(0, 10);

export interface MessageFilter {
  day?: string | undefined;
  outcome?: Outcome | undefined;
  channel?: ChannelName | undefined;
  step?: string | undefined;
}

/** The messages of one of the practice's days, a page at a time. */
export async function messagesOfDay(
  ports: ReportPorts,
  filter: MessageFilter,
  limit: number,
  cursor?: string,
): Promise<{ messages: Delivery[]; next?: string }> {
  const zone = ports.practice.timeZone;
  const span = localDayOf(zone, filter.day ?? today(zone, ports.now()));
  const wanted = (entry: LedgerEntry): Delivery | undefined => {
    if (entry.kind !== 'message') return undefined;
    const { delivery } = entry;
    const fits =
      delivery.at >= span.from &&
      delivery.at < span.to &&
      (filter.outcome === undefined || outcomeOf(delivery) === filter.outcome) &&
      (filter.channel === undefined || delivery.channel === filter.channel) &&
      (filter.step === undefined || delivery.stepId === filter.step);
    return fits ? delivery : undefined;
  };
  const { found, next } = await walk(ports, span.partitions, limit, cursor, wanted);
  return { messages: found, ...(next === undefined ? {} : { next }) };
}

/** Texts that people sent us in the last two weeks, newest day first. */
export async function replies(
  ports: ReportPorts,
  forStaff: boolean | undefined,
  limit: number,
  cursor?: string,
): Promise<{ replies: HistoryEntry[]; next?: string }> {
  const days = Array.from({ length: 14 }, (_, back) => iso(ports.now() - back * day).slice(0, 10));
  const { found, next } = await walk(ports, days, limit, cursor, (entry) => {
    if (entry.kind !== 'history' || entry.entry.happening.what !== 'reply') return undefined;
    return forStaff === undefined || entry.entry.happening.forStaff === forStaff ? entry.entry : undefined;
  });
  return { replies: found.sort((a, b) => b.at - a.at), ...(next === undefined ? {} : { next }) };
}

/** A filtered list over several days. The cursor is the day and the place in it; a page looks no further than this. */
const pagesAtMost = 40;

async function walk<T>(
  ports: ReportPorts,
  days: string[],
  limit: number,
  cursor: string | undefined,
  wanted: (entry: LedgerEntry) => T | undefined,
): Promise<{ found: T[]; next?: string }> {
  const found: T[] = [];
  const [startDay = '', startAfter] =
    cursor === undefined ? [days[0]] : [cursor.slice(0, 10), cursor.slice(11) || undefined];
  let index = Math.max(0, days.indexOf(startDay));
  let after = startAfter;
  for (let pages = 0; pages < pagesAtMost && index < days.length && found.length < limit; pages += 1) {
    const page = await ports.ledger.ofDay(days[index] ?? '', limit - found.length, after);
    found.push(...page.entries.map(wanted).filter((one): one is NonNullable<typeof one> => one !== undefined));
    after = page.next;
    if (after === undefined) index += 1;
  }
  return index < days.length ? { found, next: `${days[index]}~${after ?? ''}` } : { found };
}

export interface StepBookings {
  stepId: string;
  requests: number;
  booked: number;
}

/** Which step of the series brings people in. Requests from the plain booking page count under `page`. */
export async function bookingsByStep(ports: ReportPorts): Promise<StepBookings[]> {
  const steps = new Map<string, StepBookings>();
  let after: string | undefined;
  do {
    const page = await ports.bookings.list(100, after);
    for (const { stepId = 'page', status } of page.bookings) {
      const row = steps.get(stepId) ?? { stepId, requests: 0, booked: 0 };
      row.requests += 1;
      if (status === 'booked' || status === 'visited') row.booked += 1;
      steps.set(stepId, row);
    }
    after = page.next;
  } while (after !== undefined);
  return [...steps.values()].sort((a, b) => b.requests - a.requests);
}

/** What became of a campaign's messages, from its first day to now; `exact: false` when time ran out. */
export async function campaignOutcomes(
  ports: ReportPorts,
  campaign: Campaign,
  patience = 2 * second,
): Promise<{ outcomes: Record<string, number>; exact: boolean }> {
  const outcomes: Record<string, number> = {};
  const now = ports.now();
  const first = Date.parse(`${iso(campaign.createdAt).slice(0, 10)}T00:00:00Z`);
  for (let at = first; at <= now; at += day) {
    const finished = await eachOfDay(
      ports,
      iso(at).slice(0, 10),
      (entry) => {
        if (entry.kind !== 'message' || entry.delivery.campaignId !== campaign.id) return;
        const outcome = outcomeOf(entry.delivery);
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      },
      now + patience,
    );
    if (!finished) return { outcomes, exact: false };
  }
  return { outcomes, exact: true };
}
