import { StridewellError } from '../../functions/core/base/error';
import { iso } from '../../functions/core/base/time';
import type { Booking } from '../../functions/core/bookings/booking';
import type { Campaign, Segment } from '../../functions/core/campaigns/campaign';
import type { Guard } from '../../functions/core/person/guard';
import type { ChannelStatus, Profile, Subscriber } from '../../functions/core/person/subscriber';
import type { Staff } from '../../functions/core/practice/staff';
import { type AuditEntry, matches } from '../../functions/core/reporting/audit';
import type { HourCount } from '../../functions/core/reporting/hour';
import { refusals } from '../../functions/core/reporting/refusals';
import { momentOf } from '../../functions/core/reporting/report';
import type { Watched } from '../../functions/core/reporting/watched';
import { type Controls, openControls } from '../../functions/core/sending/controls';
import { type Delivery, mergeDelivery } from '../../functions/core/sending/delivery';
import { type HistoryEntry, type LedgerEntry, testIn } from '../../functions/core/sending/journal';
import type { SeriesVersion } from '../../functions/core/series/series';
import type { TestQuota } from '../../functions/core/series/test-send';
import { defaultPolicy } from '../../functions/core/time/policy';
import type { StaffPorts } from '../../functions/http/staff/app';
import { renderMail } from '../../functions/providers/render';
import { bookkeeper } from '../../functions/store/book';
import { people } from '../../functions/store/people';
import { all, practice } from '../templates/sample';
import { type Answered, told } from './answered';

/** Monday, 10:00 in New York. */
export const start = Date.parse('2026-11-30T15:00:00Z');

/** A call that was not set up fails the test instead of answering undefined. */
export function strict<T extends object>(name: string, told: Partial<T>): T {
  return new Proxy(told as T, {
    get(target, key) {
      if (key in target || typeof key === 'symbol' || key === 'then' || key === 'toJSON')
        return Reflect.get(target, key);
      throw new Error(`${name}.${key} was asked for, and this test says nothing about it`);
    },
  });
}

/** Records under their rev, as the store keeps them. */
function records<T extends { id: string; rev: number }>(kept: Map<string, T>) {
  return {
    get: async (id: string) => structuredClone(kept.get(id)),
    save: async (next: T): Promise<T | undefined> => {
      if ((kept.get(next.id)?.rev ?? 0) !== next.rev) return undefined;
      const saved = structuredClone({ ...next, rev: next.rev + 1 });
      kept.set(next.id, saved);
      return structuredClone(saved);
    },
  };
}

const page = <T>(rows: T[], limit: number, after = '0'): { rows: T[]; next?: string } => {
  const from = Number(after);
  const rest = from + limit < rows.length ? { next: String(from + limit) } : {};
  return { rows: structuredClone(rows.slice(from, from + limit)), ...rest };
};

export const profile = (given: Partial<Profile> & Answered = {}): Profile => ({
  firstName: 'Robin',
  locale: 'en',
  zones: ['America/New_York'],
  zoneSource: 'stated',
  zoneConfidence: 1,
  ...told(given),
});

export function runner(id: string, status: ChannelStatus = 'active', given: Partial<Subscriber> = {}): Subscriber {
  const consent = { at: start, wording: '2026-11-a', ref: 'c' };
  return {
    id,
    rev: 1,
    kind: 'runner',
    createdAt: start,
    channels: { email: { address: `${id.slice(4)}@example.com`, status, since: start, consent } },
    profile: profile(),
    enrollments: [],
    notices: [],
    recentSends: [],
    ...given,
  };
}

/** A whole staff side in memory, with the shipped series. */
export function staffWorld(folk: Subscriber[] = []) {
  const kept = {
    people: new Map(folk.map((person) => [person.id, person])),
    series: new Map<string, SeriesVersion>(all.map((one) => [`${one.seriesId}#${one.version}`, one])),
    segments: new Map<string, Segment>(),
    campaigns: new Map<string, Campaign>(),
    bookings: new Map<string, Booking>(),
    ledger: [] as LedgerEntry[],
    audit: [] as AuditEntry[],
    woken: [] as string[],
    left: [] as string[],
    slept: 0,
    unexpected: [] as string[],
    controls: { ...openControls } as Controls,
    watched: undefined as Watched | undefined,
    hours: new Map<number, HourCount>(),
    now: start,
    guards: new Map<string, Guard>(),
    quotas: new Map<string, TestQuota>(),
    allowed: (_address: string): boolean => true,
  };
  const latest = async (id: string): Promise<SeriesVersion | undefined> =>
    [...kept.series.values()].filter((one) => one.seriesId === id).sort((a, b) => b.version - a.version)[0];
  const version = async (id: string, n: number): Promise<SeriesVersion | undefined> => kept.series.get(`${id}#${n}`);
  const saved = records(kept.people);
  const subscribers = {
    load: saved.get,
    save: saved.save,
    page: async (limit: number, after?: string, slice?: { segment: number; of: number }) => {
      const everyone = [...kept.people.values()].filter(
        (_, i) => slice === undefined || i % slice.of === slice.segment,
      );
      const { rows, ...more } = page(everyone, limit, after);
      return { subscribers: rows, ...more };
    },
  };
  let byte = 0;
  const byTime = (entries: LedgerEntry[]) => [...entries].sort((a, b) => momentOf(b) - momentOf(a));
  const ofDay = (isoDay: string, since = 0, before = Infinity) =>
    kept.ledger.filter((entry) => {
      const at = momentOf(entry);
      return iso(at).startsWith(isoDay) && at >= since && at < before;
    });
  const subject = (entry: LedgerEntry): string =>
    entry.kind === 'message'
      ? entry.delivery.subscriber
      : entry.kind === 'consent'
        ? entry.evidence.subscriber
        : entry.entry.subscriber;
  const ports: StaffPorts = strict<StaffPorts>('ports', {
    now: () => kept.now,
    bytes: (n) => {
      byte += 1;
      return Uint8Array.from({ length: n }, (_, i) => (byte * 37 + i * 11) % 256);
    },
    keys: [{ id: 'k1', secret: 'test' }],
    sleep: async (ms) => {
      kept.slept += ms;
    },
    verify: async (token): Promise<Staff> => {
      if (!['viewer', 'marketer', 'approver', 'admin'].includes(token))
        throw new StridewellError('unauthorized', 'Please sign in.');
      return { sub: `sub-of-${token}`, name: `Kim ${token}`, role: token as Staff['role'] };
    },
    audit: async (line) => kept.audit.push(structuredClone(line)),
    auditTrail: async (limit, wanted, after) => {
      const found = [...kept.audit].reverse().filter((line) => matches(line, wanted));
      const { rows, ...more } = page(found, limit, after);
      return { entries: rows, ...more };
    },
    refused: refusals(),
    sourceOf: () => 'a-keyed-hash',
    unexpected: (error) => kept.unexpected.push(error),
    practice,
    publicUrl: 'https://tips.practice.example',
    note: () => undefined,
    policy: defaultPolicy,
    stage: 'staging',
    composer: {
      practice,
      keys: [{ id: 'k1', secret: 'test' }],
      publicUrl: 'https://tips.practice.example',
      addressKey: (address) => `key-of-${address.length}`,
      render: renderMail,
    },
    people: strict('people', people(subscribers)),
    ownerOf: async (address) =>
      [...kept.people.values()].find((one) => Object.values(one.channels).some((c) => c.address === address))?.id,
    series: strict<StaffPorts['series']>('series', {
      latest,
      version,
      list: async (limit, after) => {
        const ids = [...new Set([...kept.series.values()].map((one) => one.seriesId))].sort();
        const { rows, ...more } = page(ids, limit, after);
        return { series: (await Promise.all(rows.map(latest))).filter((one) => one !== undefined), ...more };
      },
      versions: async (id) => ({
        versions: [...kept.series.values()].filter((one) => one.seriesId === id).sort((a, b) => b.version - a.version),
      }),
      publish: async (next) => {
        const key = `${next.seriesId}#${next.version}`;
        if (kept.series.has(key)) return false;
        kept.series.set(key, structuredClone(next));
        return true;
      },
      approve: async (id, n, by, accepted) => {
        const key = `${id}#${n}`;
        kept.series.set(key, { ...kept.series.get(key)!, approval: 'approved', approvedBy: by, accepted });
      },
    }),
    hours: {
      watched: async () => kept.watched,
      saveWatched: async (watched) => {
        kept.watched = watched;
      },
      between: async (from, to) => [...kept.hours.values()].filter(({ at }) => at >= from && at <= to),
    },
    segments: {
      ...records(kept.segments),
      list: async (limit, after) => {
        const { rows, ...more } = page([...kept.segments.values()], limit, after);
        return { segments: rows, ...more };
      },
    },
    campaigns: {
      ...records(kept.campaigns),
      list: async (limit: number, after?: string, status?: Campaign['status']) => {
        const listed = [...kept.campaigns.values()].filter((one) => status === undefined || one.status === status);
        const { rows, ...more } = page(listed, limit, after);
        return { campaigns: rows, ...more };
      },
    },
    bookings: {
      ...records(kept.bookings),
      list: async (limit: number, after?: string, status?: Booking['status']) => {
        const { rows, ...more } = page(
          [...kept.bookings.values()].filter((one) => status === undefined || one.status === status),
          limit,
          after,
        );
        return { bookings: rows, ...more };
      },
    },
    controls: {
      read: async () => structuredClone(kept.controls),
      save: async (next) => {
        if (next.rev !== kept.controls.rev) return undefined;
        kept.controls = structuredClone({ ...next, rev: next.rev + 1 });
        return kept.controls;
      },
    },
    ledger: strict<StaffPorts['ledger']>('ledger', {
      ofPerson: async (id: string, limit: number) => ({
        entries: byTime(kept.ledger.filter((entry) => subject(entry) === id)).slice(0, limit),
      }),
      ofDay: async (isoDay: string, limit: number, after?: string, since?: number, before?: number) => {
        const { rows, ...more } = page(ofDay(isoDay, since, before), limit, after);
        return { entries: rows, ...more };
      },
      newestOfDay: async (isoDay: string, limit: number, after?: string, since?: number, before?: number) => {
        const { rows, ...more } = page(byTime(ofDay(isoDay, since, before)), limit, after);
        return { entries: rows, ...more };
      },
      delivery: async (id: string, message: string) => {
        const found = kept.ledger.find(
          (entry) => entry.kind === 'message' && entry.delivery.subscriber === id && entry.delivery.id === message,
        );
        return found?.kind === 'message' ? found.delivery : undefined;
      },
      mergeDelivery: (delivery: Delivery) => mergeInto(delivery),
      test: async (_: string, notice: string) => testOf(notice),
      addHistory: async (entry: HistoryEntry) => {
        if (kept.ledger.some((one) => one.kind === 'history' && one.entry.id === entry.id)) return false;
        kept.ledger.push({ kind: 'history', entry });
        return true;
      },
    }),
    book: bookkeeper({ version }, defaultPolicy, practice.state, false, async (_, notice) => testOf(notice)),
    allowed: (address) => kept.allowed(address),
    guardOf: async (address, edit) => {
      const guard = kept.guards.get(address) ?? { key: address, rev: 0, channel: 'email', asked: [] };
      const edited = edit(guard);
      if (edited) kept.guards.set(address, edited);
      return edited ?? guard;
    },
    testQuotas: records(kept.quotas),
    wake: async (id, channel) => {
      kept.woken.push(`${id} ${channel}`);
    },
    leave: async (id, channel, { said }) => {
      kept.left.push(`${id} ${channel} ${said}`);
      return { drained: true };
    },
  });
  const testOf = (notice: string) => {
    const found = kept.ledger.find((entry) => entry.kind === 'history' && entry.entry.id === notice);
    return found?.kind === 'history' ? testIn(found.entry) : undefined;
  };
  const mergeInto = async (delivery: Delivery): Promise<Delivery> => {
    const at = kept.ledger.findIndex((entry) => entry.kind === 'message' && entry.delivery.id === delivery.id);
    const known = kept.ledger[at];
    const merged = known?.kind === 'message' ? mergeDelivery(known.delivery, delivery) : delivery;
    if (known) kept.ledger[at] = { kind: 'message', delivery: merged };
    else kept.ledger.push({ kind: 'message', delivery: merged });
    return merged;
  };
  return { kept, ports, mergeDelivery: mergeInto };
}

export const id = (prefix: string, n: number): string => `${prefix}_${String(n).padStart(16, '0')}`;
