import { type Delivery, outcomeOf } from './delivery';
import type { LedgerEntry } from './journal';
import type { ChannelName } from './subscriber';
import { hour, type Instant } from './time';

/** What went over one channel in an hour, service messages included, as providers count it. */
export interface Taken {
  sent: number;
  /** Of these, how many the provider reported on afterwards: proof that reports arrive at all. */
  reported: number;
  /** Addresses that cannot be reached for good. */
  bounced: number;
  complained: number;
}

/** One UTC hour of the ledger, added up. Made from the ledger alone, so it can be made again at any time. */
export interface HourCount {
  at: Instant;
  email: Taken;
  sms: Taken;
  /** Marketing messages by series. */
  series: Record<string, number>;
}

export const hourOf = (at: Instant): Instant => Math.floor(at / hour) * hour;

const none: Taken = { sent: 0, reported: 0, bounced: 0, complained: 0 };

/** The hours that a stretch of the ledger holds; hours without a message are left out. */
export function hoursOf(entries: Iterable<LedgerEntry>): Map<Instant, HourCount> {
  const hours = new Map<Instant, HourCount>();
  for (const entry of entries) {
    if (entry.kind !== 'message' || outcomeOf(entry.delivery) !== 'sent') continue;
    const at = hourOf(entry.delivery.at);
    const count = hours.get(at) ?? { at, email: { ...none }, sms: { ...none }, series: {} };
    hours.set(at, count);
    add(count, entry.delivery);
  }
  return hours;
}

function add(count: HourCount, { channel, marketing, seriesId, facts }: Delivery): void {
  const taken = count[channel];
  taken.sent += 1;
  if (facts.delivered || facts.bounced || facts.complained) taken.reported += 1;
  // SES counts addresses that do not exist; a full mailbox is no fault of the list.
  if (facts.bounced && !facts.bounced.note?.startsWith('Transient')) taken.bounced += 1;
  if (facts.complained) taken.complained += 1;
  if (marketing && seriesId) count.series[seriesId] = (count.series[seriesId] ?? 0) + 1;
}

/** Whether silence about a message of this hour means something: others of the hour were reported on. */
export const hadReports = (count: HourCount | undefined, channel: ChannelName): boolean =>
  (count?.[channel].reported ?? 0) > 0;
