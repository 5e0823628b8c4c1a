import type { ChannelName } from '../../core/base/channel';
import { day, hour, type Instant, iso } from '../../core/base/time';
import { hasFailed, hourOf, type Tally } from '../../core/reporting/hour';
import { localDayOf, today } from '../../core/reporting/report';
import { type Answered, answered, answerTo, type Unanswered } from '../../core/sending/answer-state';
import { type Delivery, type Outcome, outcomeOf } from '../../core/sending/delivery';
import type { HistoryEntry, LedgerEntry } from '../../core/sending/journal';
import type { Clock, Hours, Ledger, OfPractice } from '../ports';

type ListPorts = Clock & OfPractice<'timeZone'> & Ledger<'newestOfDay'> & Hours<'between' | 'watched'>;

/** Beside the lists, the record of one message. */
export type AnswerPorts = ListPorts & Ledger<'delivery'>;

/** `failed` is whatever the provider refused, sent back or could not deliver. */
export type Wanted = Outcome | 'failed';

export interface MessageFilter {
  day?: string | undefined;
  outcome?: Wanted | undefined;
  channel?: ChannelName | undefined;
  step?: string | undefined;
}

/** An outcome stays unknown for days: without a day these are listed whatever theirs is. */
const ofAnyDay = ['held', 'unknown', 'unconfirmed'] as const;
const isOfAnyDay = (outcome: Wanted | undefined): outcome is (typeof ofAnyDay)[number] =>
  ofAnyDay.some((one) => one === outcome);
const lookBack = 30 * day;
/** A service that has not looked at itself yet is young. */
const neverLookedAt = 7 * day;

/** Messages newest first, a page at a time: of one of the practice's days, or whatever has an unknown outcome still. */
export async function listMessages(
  ports: ListPorts,
  filter: MessageFilter,
  limit: number,
  cursor?: string,
): Promise<{ messages: Delivery[]; next?: string }> {
  const stretches =
    filter.day === undefined && isOfAnyDay(filter.outcome)
      ? await hoursWith(ports, filter.outcome)
      : stretchesOf(ports, filter.day);
  const { found, next } = await walk(ports, stretches, limit, cursor, (entry) => {
    if (entry.kind !== 'message') return undefined;
    const { delivery } = entry;
    const fits =
      (filter.outcome === undefined || fitsOutcome(delivery, filter.outcome)) &&
      (filter.channel === undefined || delivery.channel === filter.channel) &&
      (filter.step === undefined || delivery.stepId === filter.step);
    return fits ? delivery : undefined;
  });
  return { messages: found, ...(next === undefined ? {} : { next }) };
}

const fitsOutcome = (delivery: Delivery, outcome: Wanted): boolean =>
  outcome === 'failed' ? hasFailed(delivery) : outcomeOf(delivery) === outcome;

/** What waits for staff now, read afresh: for when the sums of it are old. Of many only the newest are counted. */
export async function heldAfresh(ports: ListPorts): Promise<{ count: number; since?: Instant }> {
  const { messages } = await listMessages(ports, { outcome: 'held' }, 100);
  const since = messages.map(({ at, facts }) => facts.held?.at ?? at).reduce((a, b) => Math.min(a, b), Infinity);
  return { count: messages.length, ...(since < Infinity ? { since } : {}) };
}

/** Staff see for this long that somebody's emergency was not answered: over any run of free days. */
const unansweredFor = 7 * day;
const entriesAtOnce = 500;

/** Texts of an emergency whose answer is not known to be out, newest first: somebody has to call. */
export async function unanswered(ports: AnswerPorts): Promise<Unanswered[]> {
  const now = ports.now();
  const stretches = await stretchesIf(ports, now - unansweredFor, ({ urgent = 0 }) => urgent > 0);
  const found: Unanswered[] = [];
  let pages = 0;
  for (const { from, to } of stretches) {
    let after: string | undefined;
    do {
      const page = await ports.ledger.newestOfDay(iso(from).slice(0, 10), entriesAtOnce, after, from, to);
      const texts = page.entries.flatMap((entry) => (entry.kind === 'history' ? [entry.entry] : []));
      for (const { text, is } of await answersTo(ports, texts)) if (is.red) found.push({ text, state: is.state });
      after = page.next;
      pages += 1;
    } while (after !== undefined && pages < pagesAtMost);
  }
  return found;
}

/** What became of the answers to those of these texts that spoke of an emergency or a crisis. */
export async function answersTo(
  ports: Pick<AnswerPorts, 'now' | 'ledger'>,
  texts: HistoryEntry[],
): Promise<{ text: HistoryEntry; is: Answered }[]> {
  const now = ports.now();
  const asked = texts.flatMap((text) => {
    const answer = answerTo(text);
    return answer === undefined ? [] : [{ text, answer }];
  });
  return Promise.all(
    asked.map(async ({ text, answer }) => {
      const delivery = await ports.ledger.delivery(text.subscriber, answer);
      return { text, is: answered(text, delivery, now) };
    }),
  );
}

/** Texts that people sent us in the last two weeks, newest first. */
export async function replies(
  ports: ListPorts,
  forStaff: boolean | undefined,
  limit: number,
  cursor?: string,
): Promise<{ replies: HistoryEntry[]; next?: string }> {
  const stretches = Array.from({ length: 14 }, (_, back) => wholeDay(ports.now() - back * day));
  const { found, next } = await walk(ports, stretches, limit, cursor, (entry) => {
    if (entry.kind !== 'history' || entry.entry.happening.what !== 'reply') return undefined;
    return forStaff === undefined || entry.entry.happening.forStaff === forStaff ? entry.entry : undefined;
  });
  return { replies: found, ...(next === undefined ? {} : { next }) };
}

/** A part of one UTC day; lists go through several, newest first. */
interface Stretch {
  from: Instant;
  to: Instant;
}
const keyOf = ({ from }: Stretch): string => iso(from).slice(0, 16);

function wholeDay(at: Instant): Stretch {
  const from = Math.floor(at / day) * day;
  return { from, to: from + day };
}

function stretchesOf(ports: ListPorts, date: string | undefined): Stretch[] {
  const zone = ports.practice.timeZone;
  const { from, to, partitions } = localDayOf(zone, date ?? today(zone, ports.now()));
  return partitions
    .map((partition) => wholeDay(Date.parse(`${partition}T00:00:00Z`)))
    .map((part) => ({ from: Math.max(part.from, from), to: Math.min(part.to, to) }))
    .reverse();
}

/**
 * The hours that hold such messages, by their sums, or hold what may have become one since; and all hours that are not
 * added up yet.
 */
const hoursWith = (ports: ListPorts, outcome: (typeof ofAnyDay)[number]): Promise<Stretch[]> =>
  stretchesIf(ports, ports.now() - lookBack, (tally) => tally[outcome] > 0 || tally.unknown > 0);

/** The hours whose sums say that they hold such a thing, and all that are not added up yet; newest first. */
async function stretchesIf(ports: ListPorts, oldest: Instant, holds: (tally: Tally) => boolean): Promise<Stretch[]> {
  const now = ports.now();
  const [hours, watched] = await Promise.all([ports.hours.between(oldest, now), ports.hours.watched()]);
  const live = Math.max(watched ? hourOf(watched.countedTo) - hour : now - neverLookedAt, oldest);
  const stretches: Stretch[] = hours
    .filter(({ at, tally }) => at < live && tally !== undefined && holds(tally))
    .map(({ at }) => ({ from: at, to: at + hour }));
  for (let at = live; at <= now; at = wholeDay(at).to) stretches.push({ from: at, to: wholeDay(at).to });
  return stretches.sort((a, b) => b.from - a.from);
}

/** A page looks no further than this; what is left is found by asking on. */
const pagesAtMost = 40;
/** A filter leaves little of what is read, so more than the page is read at once. */
const readAtOnce = 100;

/** A filtered list over several stretches. The cursor is the stretch and the place in it. */
async function walk<T>(
  ports: ListPorts,
  stretches: Stretch[],
  limit: number,
  cursor: string | undefined,
  wanted: (entry: LedgerEntry) => T | undefined,
): Promise<{ found: T[]; next?: string }> {
  const [key = '', ...rest] = cursor?.split('~') ?? [];
  const found: T[] = [];
  let index = cursor === undefined ? 0 : stretches.findIndex((one) => keyOf(one) <= key);
  let after = index >= 0 && keyOf(stretches[index]!) === key ? rest.join('~') || undefined : undefined;
  /** Where the page ends, once it is full; whatever is read after that only tells if there is more. */
  let end: string | undefined;
  for (let pages = 0; index >= 0 && index < stretches.length && pages < pagesAtMost; pages += 1) {
    const stretch = stretches[index]!;
    const room = end === undefined ? Math.max(1, limit - found.length) : 1;
    const size = end === undefined ? Math.min(room, readAtOnce) : readAtOnce;
    const page = await ports.ledger.newestOfDay(iso(stretch.from).slice(0, 10), size, after, stretch.from, stretch.to);
    const fitting = page.entries.map(wanted).filter((one): one is NonNullable<typeof one> => one !== undefined);
    if (end !== undefined && fitting.length > 0) return { found, next: end };
    if (end === undefined) found.push(...fitting);
    after = page.next;
    if (after === undefined) index += 1;
    const place = stretches[index];
    if (found.length >= limit && end === undefined) end = place && `${keyOf(place)}~${after ?? ''}`;
    if (found.length >= limit && end === undefined) return { found };
  }
  const place = index >= 0 ? stretches[index] : undefined;
  if (place === undefined) return { found };
  return { found, next: end ?? `${keyOf(place)}~${after ?? ''}` };
}
