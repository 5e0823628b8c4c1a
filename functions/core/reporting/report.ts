import { day, type Instant, iso } from '../base/time';
import { cameBack, type Delivery, type FactName, outcomeOf } from '../sending/delivery';
import type { LedgerEntry } from '../sending/journal';
import { localDay } from '../time/offset';
import { localInstant } from '../time/schedule';

/** A calendar day of the practice: [from, to), and the UTC days of the ledger that it touches. */
export interface LocalDay {
  date: string;
  from: Instant;
  to: Instant;
  partitions: string[];
}

const dateOf = (dayNumber: number): string => new Date(dayNumber * day).toISOString().slice(0, 10);

export const today = (zone: string, now: Instant): string => dateOf(localDay(zone, now));

export function localDayOf(zone: string, date: string): LocalDay {
  const from = localInstant(zone, date, '00:00');
  const to = localInstant(zone, dateOf(Date.parse(`${date}T00:00:00Z`) / day + 1), '00:00');
  const first = iso(from).slice(0, 10);
  const last = iso(to - 1).slice(0, 10);
  return { date, from, to, partitions: first === last ? [first] : [first, last] };
}

export const momentOf = (entry: LedgerEntry): Instant => {
  if (entry.kind === 'message') return entry.delivery.at;
  return entry.kind === 'consent' ? entry.evidence.at : entry.entry.at;
};

/** The reason staff read beside an outcome: the note of the fact that decided it. */
export function reasonOf(delivery: Delivery): string | undefined {
  const { facts } = delivery;
  const deciding: Partial<Record<ReturnType<typeof outcomeOf>, FactName[]>> = {
    skipped: ['skipped'],
    blocked: ['blocked', 'failed'],
    held: ['held'],
    stopped: ['stopped'],
    unconfirmed: ['assumed'],
    unknown: ['unknown'],
  };
  // Of a complaint only the provider's own list is a reason; of a bounce that came back only.
  const listed: FactName[] = facts.complained?.note?.startsWith('Complaint-') ? ['complained'] : [];
  const back: FactName[] = [...(cameBack(delivery) ? (['bounced'] as const) : []), 'failed', ...listed];
  for (const name of deciding[outcomeOf(delivery)] ?? back) if (facts[name]?.note) return facts[name]?.note;
  return undefined;
}
