import fc from 'fast-check';
import { day, hour, iso, minute, second } from '../../../functions/core/base/time';
import { type HourCount, tallyBetween } from '../../../functions/core/reporting/hour';
import { localDayOf, momentOf, today } from '../../../functions/core/reporting/report';
import type { Watched } from '../../../functions/core/reporting/watched';
import type { Delivery, FactName } from '../../../functions/core/sending/delivery';
import type { LedgerEntry } from '../../../functions/core/sending/journal';
import { countDay } from '../../../functions/flows/reports/report';
import { type WatchPorts, watch } from '../../../functions/flows/sending/watch';

const noon = Date.parse('2026-12-01T17:00:00Z');

/** A ledger that is added up by the watch and read by the home page. */
function service(given: LedgerEntry[]) {
  const state = {
    now: noon,
    ledger: given,
    hours: new Map<number, HourCount>(),
    watched: undefined as Watched | undefined,
    reads: [] as { from: number; to: number }[],
  };
  const ledger = {
    ofDay: async (isoDay: string, limit: number, after = '0', since = 0, before = Infinity) => {
      state.reads.push({ from: since, to: before });
      const all = state.ledger.filter((entry) => {
        const at = momentOf(entry);
        return iso(at).startsWith(isoDay) && at >= since && at < before;
      });
      const to = Number(after) + Math.min(limit, 50);
      return { entries: all.slice(Number(after), to), ...(to < all.length ? { next: String(to) } : {}) };
    },
    newestOfDay: async () => ({ entries: [] }),
  };
  const ports: WatchPorts = {
    now: () => state.now,
    ledger,
    hours: {
      save: async (count) => void state.hours.set(count.at, structuredClone(count)),
      between: async (from, to) =>
        [...state.hours.values()].filter(({ at }) => at >= Math.floor(from / hour) * hour && at <= to),
      watched: async () => state.watched,
      saveWatched: async (watched) => {
        state.watched = watched;
      },
    },
    campaigns: { list: async () => ({ campaigns: [] }) },
    controls: {
      read: async () => ({ rev: 0, kill: false, pausedSeries: [], campaigns: {} }),
      save: async (next) => next,
    },
    people: { due: async () => ({ ids: [] }) },
    shards: 1,
    report: () => {},
  };
  const span = (zone: string) => localDayOf(zone, today(zone, state.now));
  return {
    state,
    look: (at: number) => {
      state.now = at;
      return watch(ports);
    },
    quick: async (zone: string) => countDay(ports, span(zone)),
    slow: (zone: string) => tallyBetween(state.ledger, span(zone).from, span(zone).to),
  };
}

const facts: FactName[] = [
  'accepted',
  'skipped',
  'blocked',
  'held',
  'assumed',
  'unknown',
  'delivered',
  'bounced',
  'failed',
  'clicked',
];
/** Many of them around the full hours, where looks and entries pass each other. */
const moments = fc.oneof(
  fc.integer({ min: noon - 2 * day, max: noon }),
  fc
    .record({ back: fc.nat(47), by: fc.integer({ min: -3 * minute, max: 0 }) })
    .map(({ back, by }) => noon - back * hour + by),
);
const people = fc.integer({ min: 1, max: 4 }).map((n) => `sub_${n}`);
const messages = fc
  .record({
    at: moments,
    subscriber: people,
    marketing: fc.boolean(),
    channel: fc.constantFrom('email' as const, 'sms' as const),
    known: fc.subarray(facts, { minLength: 1 }),
  })
  .map(({ at, known, ...rest }): LedgerEntry => {
    const delivery = { ...rest, id: 'm', target: 't', stepId: 's', seriesId: 's', at } as Delivery;
    return {
      kind: 'message',
      delivery: { ...delivery, facts: Object.fromEntries(known.map((name) => [name, { at }])) },
    };
  });
const consents = fc
  .record({
    at: moments,
    subscriber: people,
    channel: fc.constantFrom('email' as const, 'sms' as const),
    action: fc.constantFrom('asked' as const, 'confirmed' as const, 'withdrawn' as const),
  })
  .map((evidence) => ({ kind: 'consent', evidence }) as LedgerEntry);
const happenings = fc
  .record({
    at: moments,
    subscriber: people,
    happening: fc.constantFrom(
      { what: 'click', human: true },
      { what: 'click', human: false },
      { what: 'booking' },
      { what: 'check-in' },
    ),
  })
  .map((entry) => ({ kind: 'history', entry: { id: 'h', ...entry } }) as LedgerEntry);
const ledgers = fc.array(fc.oneof(messages, consents, happenings), { maxLength: 60 });
/** Whole hours, half hours, and a zone whose day changes its length. */
const zones = fc.constantFrom('America/New_York', 'UTC', 'Asia/Kolkata', 'Australia/Adelaide', 'Pacific/Auckland');

describe('the counts of a day', () => {
  test('from the hours and the rest of the ledger are the same as from the whole ledger', async () => {
    await fc.assert(
      fc.asyncProperty(
        ledgers,
        fc.array(
          fc.oneof(
            fc.integer({ min: 0, max: 2 * day }),
            fc
              .record({ back: fc.nat(47), by: fc.nat(6 * minute) })
              .map(({ back, by }) => Math.max(0, back * hour - by)),
          ),
          { maxLength: 5 },
        ),
        zones,
        async (entries, looks, zone) => {
          const { state, look, quick, slow } = service([]);
          // What happens after a look is not in the hours it added up, nor what is written down minutes later.
          for (const before of looks.sort((a, b) => b - a)) {
            const at = noon - before;
            state.ledger = entries.filter((entry, i) => momentOf(entry) + ((i * 37) % 240) * second <= at);
            await look(at);
          }
          state.ledger = entries;
          state.now = noon;
          expect((await quick(zone)).counts).toEqual(slow(zone));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('believe what came late, and forget what was erased, within the looks of 40 minutes', async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, ledgers, zones, async (first, then, zone) => {
        const { state, look, quick, slow } = service(first);
        await look(noon);
        state.ledger = then;
        for (let i = 1; i <= 8; i += 1) await look(noon + i * 5 * minute);
        expect((await quick(zone)).counts).toEqual(slow(zone));
      }),
      { numRuns: 100 },
    );
  });

  const message = (at: number): LedgerEntry => ({
    kind: 'message',
    delivery: {
      subscriber: 'sub_1',
      id: 'm',
      target: 't',
      stepId: 's',
      channel: 'email',
      marketing: true,
      at,
      facts: { accepted: { at } },
    },
  });

  test('read at most the last hour and a bit of the ledger once a look has added up the rest', async () => {
    const { state, look, quick } = service([message(noon - 3 * hour), message(noon - 10 * minute)]);
    await look(noon + 6 * minute);
    state.reads = [];
    expect((await quick('America/New_York')).counts.sent.email).toBe(2);
    expect(Math.min(...state.reads.map(({ from }) => from))).toBe(noon);
  });

  test('say where they end when too much happened since to be read at once', async () => {
    const many = Array.from({ length: 2_100 }, (_, i) => message(noon - i));
    const { state, look, quick } = service(many);
    expect(await quick('UTC')).toMatchObject({ countedTo: localDayOf('UTC', '2026-12-01').from });
    await look(noon + minute);
    state.now = noon + 2 * minute;
    expect(await quick('UTC')).toMatchObject({ counts: { sent: { email: 2_100 } }, countedTo: noon + minute });
    await look(noon + 2 * hour);
    expect(await quick('UTC')).toEqual({ counts: expect.objectContaining({ sent: { email: 2_100, sms: 0 } }) });
  });

  test('read the ledger where hours were added up before tallies were kept', async () => {
    const { state, look, quick, slow } = service([message(noon - 5 * hour)]);
    await look(noon + 10 * minute);
    const { tally: _tally, ...old } = state.hours.get(noon - 5 * hour)!;
    state.hours.set(old.at, old);
    expect((await quick('UTC')).counts).toEqual(slow('UTC'));
  });
});
