import { type ChannelName, channelNames, perChannel } from '../base/channel';
import { hour, type Instant } from '../base/time';
import { answerTo } from '../sending/answer-state';
import { cameBack, type Delivery, type Outcome, outcomeOf, ratedAs } from '../sending/delivery';
import type { LedgerEntry } from '../sending/journal';
import { momentOf } from './report';

/** Provider-side counts for one channel in one hour, service messages included. */
export interface Taken {
  sent: number;
  /** Of these, how many the provider reported on afterwards: proof that reports arrive at all. */
  reported: number;
  /** Addresses that cannot be reached for good. */
  bounced: number;
  complained: number;
}

/** What staff see of an hour on the home page: marketing, and what people did. */
export interface Tally {
  /** People who signed up, and who confirmed; each counts once an hour, on one channel or two. */
  signups: number;
  confirmed: number;
  sent: Record<ChannelName, number>;
  skipped: number;
  /** Refused by the provider, come back, or not delivered. */
  failed: number;
  unconfirmed: number;
  held: number;
  /** Without an answer from the provider yet. */
  unknown: number;
  optOuts: number;
  /** Of these, how many were told that one more message may still arrive; absent when none was. */
  undrained?: number;
  clicks: number;
  bookings: number;
  /** Texts that spoke of an emergency or a crisis; absent when none did. */
  urgent?: number;
}

/** One UTC hour of the ledger, added up. Made from the ledger alone, so it can be made again at any time. */
export interface HourCount extends Record<ChannelName, Taken> {
  at: Instant;
  /** Marketing messages by series. */
  series: Record<string, number>;
  /** Absent in hours that were added up before it was kept. */
  tally?: Tally;
}

export const hourOf = (at: Instant): Instant => Math.floor(at / hour) * hour;

const none: Taken = { sent: 0, reported: 0, bounced: 0, complained: 0 };
export const noTally = (): Tally => ({
  signups: 0,
  confirmed: 0,
  sent: perChannel(() => 0),
  skipped: 0,
  failed: 0,
  unconfirmed: 0,
  held: 0,
  unknown: 0,
  optOuts: 0,
  clicks: 0,
  bookings: 0,
});
export const emptyHour = (at: Instant): HourCount => ({
  at,
  ...perChannel(() => ({ ...none })),
  series: {},
  tally: noTally(),
});

/** Hourly counts for a range of ledger entries. Hours without an entry are left out. */
export function hoursOf(entries: Iterable<LedgerEntry>): Map<Instant, HourCount> {
  const hours = new Map<Instant, HourCount>();
  const once = new Set<string>();
  for (const entry of entries) {
    const at = hourOf(momentOf(entry));
    const count = hours.get(at) ?? emptyHour(at);
    hours.set(at, count);
    tallied(count.tally ?? noTally(), entry, (name) => {
      const known = once.has(`${at} ${name}`);
      once.add(`${at} ${name}`);
      return !known;
    });
    if (entry.kind === 'message' && outcomeOf(entry.delivery) === 'sent') taken(count, entry.delivery);
  }
  return hours;
}

function taken(count: HourCount, { channel, marketing, seriesId, facts }: Delivery): void {
  const sum = count[channel];
  sum.sent += 1;
  if (facts.delivered || facts.bounced || facts.complained) sum.reported += 1;
  const rated = ratedAs(facts);
  if (rated.bounced) sum.bounced += 1;
  if (rated.complained) sum.complained += 1;
  if (marketing && seriesId) count.series[seriesId] = (count.series[seriesId] ?? 0) + 1;
}

/** A message that staff would call failed, whether the provider refused it or could not deliver it. */
export const hasFailed = (delivery: Pick<Delivery, 'facts'>): boolean =>
  outcomeOf(delivery) === 'blocked' || Boolean(cameBack(delivery) ?? delivery.facts.failed);

/** `first` answers whether this is the first time in the hour that it is asked about that name. */
function tallied(sum: Tally, entry: LedgerEntry, first: (name: string) => boolean): void {
  if (entry.kind === 'consent') {
    const { action, subscriber } = entry.evidence;
    if (action === 'withdrawn') sum.optOuts += 1;
    else if (first(`${action} ${subscriber}`)) sum[action === 'asked' ? 'signups' : 'confirmed'] += 1;
    return;
  }
  if (entry.kind === 'history') {
    const { happening } = entry.entry;
    // A mail scanner's click is none.
    if (happening.what === 'click' && happening.human) sum.clicks += 1;
    if (happening.what === 'booking') sum.bookings += 1;
    if (answerTo(entry.entry) !== undefined) sum.urgent = (sum.urgent ?? 0) + 1;
    if (happening.what === 'undrained') sum.undrained = (sum.undrained ?? 0) + 1;
    return;
  }
  const { delivery } = entry;
  if (!delivery.marketing) return;
  const outcome = outcomeOf(delivery);
  if (outcome === 'sent') sum.sent[delivery.channel] += 1;
  if (counted.has(outcome)) sum[outcome as 'skipped'] += 1;
  if (hasFailed(delivery)) sum.failed += 1;
}
const counted: ReadonlySet<Outcome> = new Set(['skipped', 'unconfirmed', 'held', 'unknown']);

/** Several hours as one. */
export function addedUp(tallies: Iterable<Tally>): Tally {
  const sum = noTally();
  for (const { sent, ...counts } of tallies) {
    for (const name of channelNames) sum.sent[name] += sent[name];
    for (const [name, n] of Object.entries(counts)) sum[name as 'optOuts'] = (sum[name as 'optOuts'] ?? 0) + n;
  }
  return sum;
}

/** Whether silence about a message of this hour means something: others of the hour were reported on. */
export const hadReports = (count: HourCount | undefined, channel: ChannelName): boolean =>
  (count?.[channel].reported ?? 0) > 0;

/** The tally of [from, to), entry by entry: what the hours add up to. */
export const tallyBetween = (entries: Iterable<LedgerEntry>, from: Instant, to: Instant): Tally =>
  addedUp(
    [...hoursOf([...entries].filter((entry) => momentOf(entry) >= from && momentOf(entry) < to)).values()].map(
      ({ tally }) => tally ?? noTally(),
    ),
  );
