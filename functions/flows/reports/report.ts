import { day, hour, type Instant, iso, minute } from '../../core/base/time';
import { addedUp, type HourCount, hourOf, type Tally, tallyBetween } from '../../core/reporting/hour';
import { type LocalDay, localDayOf, today } from '../../core/reporting/report';
import type { Delivery } from '../../core/sending/delivery';
import type { LedgerEntry } from '../../core/sending/journal';
import type { Bookings, Clock, Hours, Ledger, OfPractice } from '../ports';

export type ReportPorts = Clock &
  OfPractice<'timeZone'> &
  Ledger<'ofDay' | 'newestOfDay'> &
  Hours<'between' | 'watched'> &
  Bookings<'list'>;

interface HomeReport {
  counts: Tally;
  /** Set when too much happened since to be read at once: the counts end there. */
  countedTo?: Instant;
  recent: Delivery[];
}

/** Today at the practice. */
export async function homeReport(ports: ReportPorts): Promise<HomeReport> {
  const span = localDayOf(ports.practice.timeZone, today(ports.practice.timeZone, ports.now()));
  const [counted, recent, strangers] = await Promise.all([
    countDay(ports, span),
    newestMessages(ports, span),
    requestsOfStrangers(ports, span.from),
  ]);
  const { counts, ...rest } = counted;
  return { counts: { ...counts, bookings: counts.bookings + strangers }, recent, ...rest };
}

/** An hour is believed once a look came this long after its end: an entry is written a moment after it happened. */
const settlesIn = 5 * minute;
const pageSize = 500;
/** What is not added up yet is read entry by entry, but no more of it than this. */
const pagesAtMost = 40;

/** Hours that are added up, and the ledger for the rest of the day: the same as reading all of it. */
export async function countDay(
  ports: Ledger<'ofDay'> & Hours<'between' | 'watched'>,
  { from, to }: LocalDay,
): Promise<{ counts: Tally; countedTo?: Instant }> {
  const first = Math.ceil(from / hour) * hour;
  const watched = await ports.hours.watched();
  const settled = watched ? Math.min(watched.countedTo, hourOf(watched.at - settlesIn), to) : first;
  const hours = settled > first ? await ports.hours.between(first, settled - 1) : [];
  // Hours from before an upgrade hold no tally yet.
  const until = hours.every(({ tally }) => tally) ? Math.max(first, settled) : first;
  const added = until > first ? tallies(hours) : [];

  // A zone whose midnight is no full hour elsewhere begins its day with part of one.
  const opening = await read(ports, from, Math.min(first, to));
  const recent = await read(ports, until, to);
  if (opening && recent) {
    const live = [tallyBetween(opening, from, first), tallyBetween(recent, until, to)];
    return { counts: addedUp([...added, ...live]) };
  }
  const rough = await ports.hours.between(until, to - 1);
  return { counts: addedUp([...added, ...tallies(rough)]), countedTo: watched?.at ?? from };
}

const tallies = (hours: HourCount[]): Tally[] => hours.flatMap(({ tally }) => (tally ? [tally] : []));

/** Every entry of [from, to), or undefined where those are too many. */
async function read({ ledger }: Ledger<'ofDay'>, from: Instant, to: Instant): Promise<LedgerEntry[] | undefined> {
  const entries: LedgerEntry[] = [];
  let pages = 0;
  for (let at = from; at < to; at = Math.floor(at / day) * day + day) {
    let after: string | undefined;
    do {
      if (pages >= pagesAtMost) return undefined;
      const page = await ledger.ofDay(iso(at).slice(0, 10), pageSize, after, from, to);
      entries.push(...page.entries);
      after = page.next;
      pages += 1;
    } while (after !== undefined);
  }
  return entries;
}

const shown = 10;
const lookedAt = 100;

async function newestMessages({ ledger }: ReportPorts, { from, to, partitions }: LocalDay): Promise<Delivery[]> {
  const found: Delivery[] = [];
  for (const partition of [...partitions].reverse()) {
    if (found.length >= shown) break;
    const { entries } = await ledger.newestOfDay(partition, lookedAt, undefined, from, to);
    for (const entry of entries) if (entry.kind === 'message') found.push(entry.delivery);
  }
  return found.slice(0, shown);
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

export interface StepBookings {
  stepId: string;
  requests: number;
  booked: number;
}

/** Which step of the series brings people in. Requests from the plain booking page count under `page`. */
export async function bookingsByStep(ports: Bookings<'list'>): Promise<StepBookings[]> {
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
