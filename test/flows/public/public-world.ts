import type { ChannelName } from '../../../functions/core/base/channel';
import { bare } from '../../../functions/core/base/id';
import { type Instant, minute } from '../../../functions/core/base/time';
import { type Purpose, signToken } from '../../../functions/core/base/token';
import type { Booking } from '../../../functions/core/bookings/booking';
import { shelfOf } from '../../../functions/core/messages/text-link';
import type { Guard } from '../../../functions/core/person/guard';
import type { Subscriber } from '../../../functions/core/person/subscriber';
import type { ConsentEvidence } from '../../../functions/core/practice/consent';
import { type Delivery, deliveryId, mergeDelivery } from '../../../functions/core/sending/delivery';
import { type HistoryEntry, type LedgerEntry, testIn } from '../../../functions/core/sending/journal';
import { type Book, enroll } from '../../../functions/core/series/enrollment';
import { type SeriesVersion, seriesVersionSchema } from '../../../functions/core/series/series';
import { defaultPolicy } from '../../../functions/core/time/policy';
import { keys, practice } from '../../http/public-site';

const words = (headline: string) => ({
  subject: headline,
  preheader: 'A line of forty characters or more, so that it is whole.',
  headline,
  paragraphs: ['Hi {{firstName}},', 'Call {{practice.phone}} if it hurts.'],
  figures: [{ drawing: 'calf', alt: 'A runner', title: 'Calf', text: 'Hold on. Stop if it hurts.' }],
  button: { label: 'Book', link: 'book' },
  text: '{{practice.shortName}}: a tip. Info only, not medical advice {{link}}',
});

/** Two paths: those who are worse see the doctor's step next. */
export const series: SeriesVersion = seriesVersionSchema.parse({
  seriesId: 'back-care',
  version: 1,
  kind: 'drip',
  name: 'Back care for runners',
  hours: { email: '09:00', sms: '10:00' },
  minimumGapDays: 3,
  paths: [
    {
      name: 'Worse',
      who: { checkIn: ['worse'] },
      steps: [
        { day: 0, step: 'welcome' },
        { day: 3, step: 'doctor' },
      ],
    },
    {
      name: 'Seen',
      who: { seen: true },
      steps: [
        { day: 0, step: 'welcome' },
        { day: 7, step: 'stretch' },
      ],
    },
    {
      name: 'All',
      who: {},
      steps: [
        { day: 0, step: 'welcome' },
        { day: 7, step: 'rest' },
      ],
    },
  ],
  steps: {
    welcome: { words: words('Welcome') },
    doctor: { words: words('See a doctor') },
    stretch: { words: words('Stretch') },
    rest: { words: words('Rest') },
  },
  reviewBy: '2027-06-01',
});

export const book: Book = { policy: defaultPolicy, state: 'GA', version: () => series };
export const start = Date.parse('2026-11-23T15:00:00Z');

/** Ana after her welcome mail, waiting for the next step. */
export function ana(over: Partial<Subscriber> = {}): Subscriber {
  const blank: Subscriber = {
    id: 'sub_ana',
    rev: 1,
    kind: 'runner',
    createdAt: start,
    channels: {
      email: {
        address: 'ana@example.com',
        status: 'active',
        since: start,
        consent: { at: start, wording: '2026-11-a', ref: 'r' },
      },
      sms: { address: '+17705550123', status: 'unsubscribed', since: start },
    },
    profile: {
      firstName: 'Ana',
      answers: { experience: 'regular', pain: 'mechanical', crossTraining: true },
      locale: 'en',
      zones: ['America/New_York'],
      zoneSource: 'stated',
      zoneConfidence: 1,
    },
    enrollments: [],
    notices: [],
    recentSends: [],
  };
  const begun = enroll(blank, { id: 'enr_1', seriesId: 'back-care', version: 1, channel: 'email' }, book, start);
  const run = { ...begun, completedSteps: ['welcome'], stepId: 'rest', lastSentAt: start };
  return { ...blank, enrollments: [run], ...over };
}

export const message = deliveryId('enr_1', 'welcome');
export const welcomed: Delivery = {
  subscriber: 'sub_ana',
  id: message,
  target: 'enr_1',
  stepId: 'welcome',
  channel: 'email',
  marketing: true,
  at: start,
  seriesId: 'back-care',
  version: 1,
  facts: { accepted: { at: start } },
};
export const link = (purpose: Purpose, ...fields: string[]) => signToken(keys, purpose, ['ana', ...fields]);
export const messageLink = (purpose: Purpose, ...fields: string[]) => link(purpose, bare(message), ...fields);

/** Everything the public flows ask for, in memory; `did` tells the order of the writes. */
export function world(people: Subscriber[] = [ana()], at: Instant = start + minute) {
  const persons = new Map(people.map((one) => [one.id, one]));
  const deliveries = new Map([[message, welcomed]]);
  const history = new Map<string, HistoryEntry>();
  const bookings = new Map<string, Booking>();
  const guards = new Map<string, Guard>();
  const did: string[] = [];
  /** What the desk was told about; the same thing twice is one mail. */
  const told = new Set<string>();
  const keyOf = (address: string) => `key-${address.replace(/[^a-z0-9]/g, '-')}`;
  const guardAt = async (key: string, channel: ChannelName, edit: (guard: Guard) => Guard | undefined) => {
    const current = guards.get(key) ?? { key, rev: 0, channel, asked: [] };
    const edited = edit(current);
    if (edited) guards.set(key, edited);
    return edited ?? current;
  };
  let clock = at;
  let seed = 0;
  return {
    persons,
    deliveries,
    history,
    bookings_: bookings,
    did,
    told,
    ana: () => persons.get('sub_ana')!,
    later: (ms: number) => {
      clock += ms;
    },
    ports: {
      now: () => clock,
      sleep: async (ms: number) => {
        clock += ms;
      },
      bytes: (n: number) => new Uint8Array(n).fill(seed++),
      keys,
      practice,
      people: {
        load: async (id: string) => persons.get(id),
        change: async (id: string, edit: (person: Subscriber) => Subscriber | undefined) => {
          const current = persons.get(id);
          const edited = current && edit(current);
          if (!current || !edited || edited === current) return current;
          const saved = { ...edited, rev: current.rev + 1 };
          persons.set(id, saved);
          did.push('person');
          return saved;
        },
        remove: async (id: string) => {
          did.push('person removed');
          return persons.delete(id);
        },
      },
      addressKey: keyOf,
      guardOf: (address: string, edit: (guard: Guard) => Guard | undefined) => guardAt(keyOf(address), 'email', edit),
      guardAt,
      book: async () => book,
      textLinks: {
        ownersOn: async (shelf: string) => [...persons.keys()].filter((id) => shelfOf(id) === shelf),
        remove: async (owner: string) => void did.push(`link of ${owner} removed`),
      },
      ledger: {
        idsFrom: async (subscriber: string, begins: string) =>
          [...deliveries.values(), ...history.values()]
            .filter((one) => one.subscriber === subscriber && one.id.startsWith(begins))
            .map(({ id }) => id),
        delivery: async (_: string, id: string) => deliveries.get(id),
        test: async (_: string, notice: string) => testIn(history.get(notice)),
        mergeDelivery: async (delivery: Delivery) => {
          const known = deliveries.get(delivery.id);
          const merged = known ? mergeDelivery(known, delivery) : delivery;
          deliveries.set(delivery.id, merged);
          return merged;
        },
        addEvidence: async ({ action, channel }: ConsentEvidence) => {
          did.push(`evidence: ${action} ${channel}`);
          return `con#${action}`;
        },
        erasePerson: async () => {
          did.push('history erased');
          return history.size;
        },
        addHistory: async (entry: HistoryEntry) => {
          did.push(`history ${entry.happening.what}`);
          const fresh = !history.has(entry.id);
          if (fresh) history.set(entry.id, entry);
          return fresh;
        },
        ofPerson: async (
          _: string,
          limit: number,
          after?: string,
        ): Promise<{ entries: LedgerEntry[]; next?: string }> => {
          const all: LedgerEntry[] = [
            ...[...deliveries.values()].map((delivery) => ({ kind: 'message' as const, delivery })),
            ...[...history.values()].map((entry) => ({ kind: 'history' as const, entry })),
          ];
          const from = Number(after ?? 0);
          const to = from + Math.min(limit, 2);
          return { entries: all.slice(from, to), ...(to < all.length ? { next: String(to) } : {}) };
        },
      },
      bookings: {
        get: async (id: string) => bookings.get(id),
        create: async (booking: Booking) => {
          if (bookings.has(booking.id)) return undefined;
          did.push('booking');
          bookings.set(booking.id, { ...booking, rev: 1 });
          return bookings.get(booking.id);
        },
        save: async (booking: Booking) => {
          if ((bookings.get(booking.id)?.rev ?? 0) !== booking.rev) return undefined;
          did.push('booking changed');
          bookings.set(booking.id, { ...booking, rev: booking.rev + 1 });
          return bookings.get(booking.id);
        },
        remove: async (id: string) => bookings.delete(id),
      },
      tellDesk: async (about: string) => {
        did.push('desk');
        told.add(about);
      },
      wake: async (_: string, channel: string) => void did.push(`wake ${channel}`),
    },
  };
}
