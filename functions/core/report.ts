import { type Delivery, type FactName, outcomeOf } from './delivery';
import type { LedgerEntry } from './journal';
import { localDay } from './offset';
import { localInstant } from './schedule';
import type { ChannelName } from './subscriber';
import { day, type Instant, iso } from './time';

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
  const names = deciding[outcomeOf(delivery)] ?? (facts.bounced ? (['bounced'] as const) : []);
  for (const name of names) if (facts[name]?.note) return facts[name]?.note;
  return undefined;
}

export interface DayCounts {
  signups: number;
  confirmed: number;
  sent: Record<ChannelName, number>;
  skipped: number;
  unconfirmed: number;
  held: number;
  optOuts: number;
  clicks: number;
  bookings: number;
}

/** Adds up one day; people who sign up on both channels are one sign-up, scanners' clicks are none. */
export class DayCounter {
  private readonly asked = new Set<string>();
  private readonly confirmed = new Set<string>();
  private readonly counts = {
    sent: { email: 0, sms: 0 },
    skipped: 0,
    unconfirmed: 0,
    held: 0,
    optOuts: 0,
    clicks: 0,
    bookings: 0,
  };

  constructor(private readonly span: Pick<LocalDay, 'from' | 'to'>) {}

  add(entry: LedgerEntry): void {
    const at = momentOf(entry);
    if (at < this.span.from || at >= this.span.to) return;
    const { counts } = this;
    if (entry.kind === 'consent') {
      const { action, subscriber } = entry.evidence;
      if (action === 'asked') this.asked.add(subscriber);
      if (action === 'confirmed') this.confirmed.add(subscriber);
      if (action === 'withdrawn') counts.optOuts += 1;
      return;
    }
    if (entry.kind === 'history') {
      const { happening } = entry.entry;
      if (happening.what === 'click' && happening.human) counts.clicks += 1;
      if (happening.what === 'booking') counts.bookings += 1;
      return;
    }
    const { delivery } = entry;
    if (!delivery.marketing) return;
    const outcome = outcomeOf(delivery);
    if (outcome === 'sent') counts.sent[delivery.channel] += 1;
    if (outcome === 'skipped' || outcome === 'unconfirmed' || outcome === 'held') counts[outcome] += 1;
  }

  total(): DayCounts {
    return { signups: this.asked.size, confirmed: this.confirmed.size, ...this.counts };
  }
}
