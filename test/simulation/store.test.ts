import fc from 'fast-check';
import { type ChannelName, channelNames } from '../../functions/core/base/channel';
import { day, type Instant } from '../../functions/core/base/time';
import type { Booking } from '../../functions/core/bookings/booking';
import type { Guard } from '../../functions/core/person/guard';
import type { Subscriber } from '../../functions/core/person/subscriber';
import type { Controls } from '../../functions/core/sending/controls';
import { type Delivery, mergeDelivery } from '../../functions/core/sending/delivery';
import { dueOf } from '../../functions/core/sending/due';
import type { HistoryEntry, LedgerEntry } from '../../functions/core/sending/journal';
import { subscriberStore } from '../../functions/store/subscribers';
import { aSubscriber, sightings } from '../support/arbitrary';
import { onEveryEngine } from '../support/tables';
import { faultNames, Weather } from './faults';
import { Random } from './random';
import { Scheduler } from './scheduler';
import { Store } from './store';

jest.setTimeout(300_000);

/** On each engine; few ids, so that every operation meets what others left. */
const operations = 5_000;
const ids = Array.from({ length: 14 }, (_, n) => `sub_00000000000000${String(n).padStart(2, '0')}`);
const begins = Date.UTC(2026, 10, 30);

/** The part of either store that the flows use. */
interface Both {
  people: {
    load(id: string): Promise<Subscriber | undefined>;
    save(next: Subscriber): Promise<Subscriber | undefined>;
    remove(id: string, rev: number): Promise<boolean>;
    due(
      channel: ChannelName,
      shard: number,
      now: Instant,
      limit: number,
      after?: string,
    ): Promise<{ ids: string[]; next?: string }>;
  };
  guards: { load(key: string): Promise<Guard | undefined>; save(next: Guard): Promise<Guard | undefined> };
  ledger: {
    mergeDelivery(told: Delivery): Promise<Delivery>;
    delivery(subscriber: string, id: string): Promise<Delivery | undefined>;
    addHistory(entry: HistoryEntry): Promise<boolean>;
    hasHistory(subscriber: string, id: string): Promise<boolean>;
    erasePerson(subscriber: string, keep: (entry: LedgerEntry) => boolean): Promise<number>;
  };
  controls: { read(): Promise<Controls>; save(next: Controls): Promise<Controls | undefined> };
  bookings: {
    get(id: string): Promise<Booking | undefined>;
    create(booking: Booking): Promise<Booking | undefined>;
    save(next: Booking): Promise<Booking | undefined>;
  };
}

/** The simulator's store on a day without weather. */
function simulated(): Both & { time: Scheduler } {
  const time = new Scheduler(begins, { fate: () => ({ before: 1, after: 0, end: 'ok' }) }, false);
  const nobody = {
    saved: () => {},
    erased: () => {},
    guarded: () => {},
    happened: () => undefined,
    removed: () => undefined,
    merged: () => {},
  };
  const weather = new Weather(1, new Set(faultNames));
  const store = new Store(time, weather, new Random(1), nobody, () => {}, 1, mergeDelivery);
  return {
    time,
    people: store,
    guards: store.guardStore,
    ledger: store.ledger,
    controls: store.controls,
    bookings: store.bookingStore,
  };
}

/** What to write, drawn once: the stores are compared, not the drawing. */
const drawn = {
  people: fc.sample(aSubscriber, { seed: 1, numRuns: 60 }),
  sightings: fc.sample(sightings, { seed: 2, numRuns: 30 }).flat(),
};

/** One operation, the same on either store: draws from `random` only before it asks, so that both draw alike. */
type Operation = (store: Both) => Promise<unknown>;

function operation(random: Random, known: Both): Promise<Operation> | Operation {
  const id = random.pick(ids);
  const key = `k-${random.below(8)}`;
  /** Mostly the rev that is there, else an older or newer one. */
  const off = random.chance(0.75) ? 0 : random.pick([-1, 1, -2]);
  switch (random.below(13)) {
    case 0:
      return ({ people }) => people.load(id);
    case 1:
    case 2:
    case 3: {
      const next = random.pick(drawn.people);
      return known.people.load(id).then((is) => {
        const rev = Math.max(0, (is?.rev ?? 0) + off);
        return ({ people }) => people.save({ ...next, id, rev });
      });
    }
    case 4:
      return known.people.load(id).then((is) => {
        const rev = Math.max(0, (is?.rev ?? 0) + off);
        return ({ people }) => people.remove(id, rev);
      });
    case 5: {
      const channel = random.pick(channelNames);
      const now = begins + random.between(-400 * day, 1200 * day);
      const limit = random.between(3, 8);
      return ({ people }) => everyPage(people, known.people, channel, now, limit);
    }
    case 6: {
      const suppressed = random.chance(0.3)
        ? { suppressed: { reason: random.pick(['stop', 'bounce', 'erased'] as const), at: begins } }
        : {};
      const next = {
        key,
        channel: random.pick(channelNames),
        asked: [begins, begins + random.below(9)],
        ...suppressed,
      };
      return known.guards.load(key).then((is) => {
        const rev = Math.max(0, (is?.rev ?? 0) + off);
        return ({ guards }) => guards.save({ ...next, rev });
      });
    }
    case 7:
      return ({ guards }) => guards.load(key);
    case 8: {
      const told = { ...random.pick(drawn.sightings), subscriber: id };
      return ({ ledger }) => ledger.mergeDelivery(told);
    }
    case 9: {
      const { id: message } = random.pick(drawn.sightings);
      return ({ ledger }) => ledger.delivery(id, message);
    }
    case 10: {
      const entry = {
        subscriber: id,
        id: `in-${random.below(6)}`,
        at: begins,
        happening: { what: 'preferences', change: 'pause' },
      } as const;
      if (random.chance(0.5)) return ({ ledger }) => ledger.addHistory(entry);
      if (random.chance(0.7)) return ({ ledger }) => ledger.hasHistory(id, entry.id);
      const kept = random.pick(['message', 'history', 'neither'] as const);
      return ({ ledger }) => ledger.erasePerson(id, ({ kind }) => kind === kept);
    }
    case 11: {
      const next = {
        kill: random.chance(0.3),
        pausedSeries: random.chance(0.5) ? ['back-care'] : [],
        campaigns: random.chance(0.5) ? ({ cmp_1: 'paused' } as const) : {},
      };
      if (random.chance(0.5)) return ({ controls }) => controls.read();
      return known.controls.read().then((is) => {
        const rev = Math.max(0, is.rev + off);
        return ({ controls }) => controls.save({ ...next, rev });
      });
    }
    default: {
      const booking: Booking = {
        id: `bkg_${random.below(6)}`,
        rev: 0,
        firstName: 'Robin',
        phone: '+17705550123',
        location: 'north',
        days: [random.between(1, 5)],
        part: 'any',
        status: random.pick(['requested', 'booked', 'closed'] as const),
        createdAt: begins,
        callBackBy: begins + day,
      };
      if (random.chance(0.4)) return ({ bookings }) => bookings.create(booking);
      if (random.chance(0.4)) return ({ bookings }) => bookings.get(booking.id);
      return known.bookings.get(booking.id).then((is) => {
        const rev = Math.max(0, (is?.rev ?? 0) + off);
        return ({ bookings }) => bookings.save({ ...booking, rev });
      });
    }
  }
}

/** Who is due, page after page; of two due at the same moment either may come first. */
async function everyPage(
  people: Both['people'],
  known: Both['people'],
  channel: ChannelName,
  now: Instant,
  limit: number,
): Promise<unknown> {
  const found: { id: string; at: Instant }[] = [];
  let after: string | undefined;
  do {
    const page = await people.due(channel, 0, now, limit, after);
    if (page.ids.length > limit) return 'a page is too long';
    for (const id of page.ids) {
      const person = await known.load(id);
      found.push({ id, at: (person && dueOf(person)?.at) ?? Number.NaN });
    }
    after = page.next;
  } while (after !== undefined);
  if (found.some(({ at }, n) => n > 0 && !(at >= found[n - 1]!.at))) return 'not in order of time';
  return found.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

describe('the store of the simulator', () => {
  onEveryEngine((stores) => {
    it(`answers ${operations.toLocaleString('en-US')} random operations as the real one does`, async () => {
      const { client, names, guards, ledger, controls, bookings } = stores();
      const real: Both = { people: subscriberStore(client, names.subscribers, 1), guards, ledger, controls, bookings };
      const fake = simulated();
      const random = new Random(2026);
      const seen = { wrote: 0, refused: 0, found: 0 };
      let failure: unknown;
      fake.time.spawn(
        'both',
        0,
        begins,
        async () => {
          for (let n = 0; n < operations; n += 1) {
            const act = await operation(random, fake);
            const [expected, answered] = [await act(fake), await act(real)];
            expect({ n, answered }).toEqual({ n, answered: expected });
            if (answered === undefined || answered === false) seen.refused += 1;
            else if (Array.isArray(answered)) seen.found += answered.length;
            else seen.wrote += 1;
          }
        },
        (error) => {
          failure = error;
        },
      );
      await fake.time.run(Infinity);
      if (failure) throw failure;
      // Operations that never meet anything would agree on anything.
      expect(Object.values(seen).every((count) => count > operations / 10)).toBe(true);
    });
  });
});
