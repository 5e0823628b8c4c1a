import * as fc from 'fast-check';
import { type ChannelName, perChannel } from '../../../functions/core/base/channel';
import { StridewellError } from '../../../functions/core/base/error';
import { day, hour, type Instant, iso, minute } from '../../../functions/core/base/time';
import type { RecentSend } from '../../../functions/core/person/subscriber';
import { isHoliday } from '../../../functions/core/time/holidays';
import { defaultPolicy, type Policy, type Weekday } from '../../../functions/core/time/policy';
import {
  addLocalDays,
  capAllowsAt,
  isOpen,
  isOpenWithGuard,
  localInstant,
  nextOpen,
  openTimeBetween,
  type Where,
  windowEnd,
} from '../../../functions/core/time/schedule';

const at = (text: string): Instant => Date.parse(text);
const newYork: Where = { zones: ['America/New_York'] };

/** The local wall clock as plain Intl tells it: nothing of the code under test. */
const clocks = new Map<string, Intl.DateTimeFormat>();
function wall(zone: string, instant: Instant): { date: string; minutes: number; weekday: Weekday } {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    clocks.set(zone, clock);
  }
  const part: Record<string, string> = {};
  for (const { type, value } of clock.formatToParts(instant)) part[type] = value;
  const date = `${part.year}-${part.month}-${part.day}`;
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() || 7) as Weekday;
  return { date, minutes: Number(part.hour) * 60 + Number(part.minute), weekday };
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function oracleOpen(policy: Policy, channel: ChannelName, where: Where, instant: Instant): boolean {
  return where.zones.every((zone) => {
    const { date, minutes, weekday } = wall(zone, instant);
    const window = policy[channel].days[weekday];
    if (!window || (policy[channel].holidays && isHoliday(date, where.state))) return false;
    return minutes >= minutesOf(window.from) && minutes < minutesOf(window.to);
  });
}

describe('the window', () => {
  test.each([
    ['a weekday morning before ten', '2026-11-24T09:59:00-05:00', false],
    ['ten sharp', '2026-11-24T10:00:00-05:00', true],
    ['the last millisecond before six', '2026-11-24T17:59:59.999-05:00', true],
    ['six sharp', '2026-11-24T18:00:00-05:00', false],
    ['Saturday noon', '2026-11-21T12:00:00-05:00', false],
    ['Sunday noon', '2026-11-22T12:00:00-05:00', false],
    ['Thanksgiving noon', '2026-11-26T12:00:00-05:00', false],
    ['Independence Day observed', '2026-07-03T12:00:00-04:00', false],
  ])('a text at %s', (_, when, open) => {
    expect(isOpen(defaultPolicy, 'sms', newYork, at(when))).toBe(open);
  });

  test('email goes every day from eight to eight, holidays too', () => {
    for (const when of ['2026-11-26T08:00:00-05:00', '2026-11-22T19:59:00-05:00']) {
      expect(isOpen(defaultPolicy, 'email', newYork, at(when))).toBe(true);
    }
    expect(isOpen(defaultPolicy, 'email', newYork, at('2026-11-24T20:00:00-05:00'))).toBe(false);
  });

  test('Rhode Island rests on Victory Day, New York does not', () => {
    const noon = at('2026-08-10T12:00:00-04:00');
    expect(isOpen(defaultPolicy, 'sms', { ...newYork, state: 'RI' }, noon)).toBe(false);
    expect(isOpen(defaultPolicy, 'sms', { ...newYork, state: 'NY' }, noon)).toBe(true);
  });

  test('with the guard the window is two minutes narrower on both sides', () => {
    const guarded = (when: string) => isOpenWithGuard(defaultPolicy, 'sms', newYork, at(when));
    expect(guarded('2026-11-24T10:01:59.999-05:00')).toBe(false);
    expect(guarded('2026-11-24T10:02:00-05:00')).toBe(true);
    expect(guarded('2026-11-24T17:57:59.999-05:00')).toBe(true);
    expect(guarded('2026-11-24T17:58:00-05:00')).toBe(false);
  });

  test('a person who may be anywhere in the US leaves 15:00 to 17:00 Eastern in winter', () => {
    const where = { zones: ['America/New_York', 'America/Los_Angeles', 'Pacific/Honolulu', 'America/Puerto_Rico'] };
    const next = nextOpen(defaultPolicy, 'sms', where, at('2026-12-01T00:00:00-05:00'));
    expect(next).toBe(at('2026-12-01T15:02:00-05:00'));
    expect(windowEnd(defaultPolicy, 'sms', where, next!)).toBe(at('2026-12-01T17:00:00-05:00'));
  });

  test('and 16:00 to 18:00 in summer', () => {
    const where = { zones: ['America/New_York', 'Pacific/Honolulu', 'America/Puerto_Rico'] };
    const next = nextOpen(defaultPolicy, 'sms', where, at('2026-07-01T00:00:00-04:00'));
    expect(next).toBe(at('2026-07-01T16:02:00-04:00'));
    expect(windowEnd(defaultPolicy, 'sms', where, next!)).toBe(at('2026-07-01T18:00:00-04:00'));
  });

  test('zones whose windows never meet have no next moment', () => {
    const where = { zones: ['America/Los_Angeles', 'Europe/Athens'] };
    expect(nextOpen(defaultPolicy, 'sms', where, at('2026-12-01T00:00:00Z'))).toBeUndefined();
  });

  test('a step due on the evening before a long weekend waits for the next working morning', () => {
    const next = nextOpen(defaultPolicy, 'sms', { ...newYork, state: 'GA' }, at('2026-11-25T19:00:00-05:00'));
    expect(iso(next!)).toBe('2026-11-30T15:02:00.000Z');
  });

  test('nothing is open where the zone is unknown or missing: it throws', () => {
    const now = at('2026-12-01T15:00:00Z');
    for (const zones of [['Mars/Olympus'], ['+05:00'], [''], []]) {
      for (const ask of [isOpen, isOpenWithGuard, nextOpen, windowEnd]) {
        expect(() => ask(defaultPolicy, 'sms', { zones }, now)).toThrow(StridewellError);
      }
      expect(() => openTimeBetween(defaultPolicy, 'sms', { zones }, now, now + day)).toThrow(StridewellError);
    }
  });

  test('the end of a closed window is not made up', () => {
    for (const when of ['2026-12-01T03:00:00Z', '2026-12-01T18:00:00-05:00']) {
      expect(() => windowEnd(defaultPolicy, 'sms', newYork, at(when))).toThrow('closed');
    }
  });
});

const busyZones = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'America/Adak',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'Europe/London',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Antarctica/Troll',
  'America/Havana',
  'Asia/Beirut',
  'Pacific/Kiritimati',
  'Pacific/Chatham',
];
const everyDay = { from: '00:30', to: '23:30' };
/** Open through the small hours, when clocks change. */
const nightOwl: Policy = {
  ...defaultPolicy,
  email: {
    days: {
      1: everyDay,
      2: { from: '01:15', to: '02:40' },
      3: everyDay,
      6: { from: '02:10', to: '05:00' },
      7: { from: '01:20', to: '02:30' },
    },
    holidays: true,
  },
};
/** Weeks in which clocks change on both sides of the equator, and any time. */
const instants = fc.oneof(
  fc.integer({ min: at('2026-01-01T00:00:00Z') / minute, max: at('2036-12-01T00:00:00Z') / minute }),
  fc
    .tuple(
      fc.constantFrom(
        '2026-03-06',
        '2026-03-27',
        '2026-04-03',
        '2026-10-02',
        '2026-10-23',
        '2026-10-30',
        '2031-03-07',
        '2031-11-01',
      ),
      fc.integer({ min: 0, max: 3 * 24 * 60 }),
    )
    .map(([date, minutes]) => at(date) / minute + minutes),
  // Close to an edge: zones lie whole quarters of an hour apart, and so do most windows.
  fc
    .tuple(
      fc.integer({ min: at('2026-01-01T00:00:00Z') / (15 * minute), max: at('2030-01-01T00:00:00Z') / (15 * minute) }),
      fc.integer({ min: -3, max: 3 }),
    )
    .map(([quarter, minutes]) => quarter * 15 + minutes),
);

describe('the next open moment', () => {
  test('within the guard of the evening edge it is the next morning, a moment earlier it is now', () => {
    const edge = at('2026-11-24T17:58:00-05:00');
    expect(nextOpen(defaultPolicy, 'sms', newYork, edge)).toBe(at('2026-11-25T10:02:00-05:00'));
    expect(nextOpen(defaultPolicy, 'sms', newYork, edge - 1)).toBe(edge - 1);
  });

  test('a window that a change of the clock runs through is one window', () => {
    const sundays: Policy = { ...nightOwl, email: { days: { 7: everyDay }, holidays: false } };
    for (const [change, end] of [
      ['2026-03-08T07:00:00Z', '2026-03-08T23:30:00-04:00'],
      ['2026-11-01T06:00:00Z', '2026-11-01T23:30:00-05:00'],
    ] as const) {
      expect(nextOpen(sundays, 'email', newYork, at(change) - 1)).toBe(at(change) - 1);
      expect(isOpenWithGuard(sundays, 'email', newYork, at(change))).toBe(true);
      expect(windowEnd(sundays, 'email', newYork, at(change) - hour)).toBe(at(end));
    }
  });

  test('is inside the window of every zone, and no earlier minute is (against a clock walked minute by minute)', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...busyZones), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('GA', 'RI', 'HI', undefined),
        fc.constantFrom<ChannelName>('sms', 'email'),
        fc.constantFrom(defaultPolicy, nightOwl),
        instants,
        (zones, state, channel, policy, startMinute) => {
          const where = { zones, state };
          const from = startMinute * minute;
          const found = nextOpen(policy, channel, where, from);
          const guard = policy.guard / minute;
          // The last minute of the guard is not reached: open on [t-2, t+2] asks for minutes t-2 to t+2.
          const limit = Math.min(found ?? from + 2 * day, from + 2 * day);
          let run = 0;
          for (let t = from - guard * minute; t <= limit + guard * minute; t += minute) {
            run = oracleOpen(policy, channel, where, t) ? run + 1 : 0;
            const centre = t - guard * minute;
            if (run < 2 * guard + 1 || centre < from) continue;
            expect(iso(centre)).toBe(found === undefined ? 'never' : iso(found));
          }
          if (found === undefined) return;
          for (let t = found - guard * minute; t <= found + guard * minute; t += minute) {
            expect(oracleOpen(policy, channel, where, t)).toBe(true);
          }
          expect(isOpenWithGuard(policy, channel, where, found)).toBe(true);
        },
      ),
      { numRuns: process.env.FULL ? 3000 : 100 },
    );
  });

  test('open time and window end agree with the walked clock', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...busyZones), { minLength: 1, maxLength: 2 }),
        fc.constantFrom(defaultPolicy, nightOwl),
        instants,
        fc.integer({ min: 0, max: 1500 }),
        (zones, policy, startMinute, length) => {
          const where = { zones, state: 'GA' };
          const from = startMinute * minute;
          let open = 0;
          for (let m = 0; m < length; m++) if (oracleOpen(policy, 'email', where, from + m * minute)) open++;
          expect(openTimeBetween(policy, 'email', where, from, from + length * minute)).toBe(open * minute);
          if (!oracleOpen(policy, 'email', where, from)) return;
          let end = from;
          while (oracleOpen(policy, 'email', where, end)) end += minute;
          expect(iso(windowEnd(policy, 'email', where, from))).toBe(iso(end));
        },
      ),
      { numRuns: process.env.FULL ? 1500 : 60 },
    );
  });

  test('a working week has forty open hours of texting', () => {
    const [monday, nextMonday] = [at('2026-12-07T00:00:00-05:00'), at('2026-12-14T00:00:00-05:00')];
    expect(openTimeBetween(defaultPolicy, 'sms', newYork, monday, nextMonday)).toBe(40 * hour);
    expect(openTimeBetween(defaultPolicy, 'sms', newYork, nextMonday, monday)).toBe(0);
  });
});

describe('local time', () => {
  test.each([
    ['a skipped time moves forward by the gap', 'America/New_York', '2026-03-08', '02:30', '2026-03-08T03:30:00-04:00'],
    ['a time that happens twice is the first', 'America/New_York', '2026-11-01', '01:30', '2026-11-01T01:30:00-04:00'],
    ['Lord Howe moves by half an hour', 'Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-04T02:45:00+11:00'],
    ['Troll moves by two hours', 'Antarctica/Troll', '2026-03-29', '01:30', '2026-03-29T03:30:00+02:00'],
    ['Arizona never moves', 'America/Phoenix', '2026-03-08', '02:30', '2026-03-08T02:30:00-07:00'],
    ['midnight can be skipped', 'Asia/Beirut', '2026-03-29', '00:00', '2026-03-29T01:00:00+03:00'],
  ])('%s', (_, zone, date, time, expected) => {
    expect(iso(localInstant(zone, date, time))).toBe(iso(at(expected)));
  });

  test('days are calendar days: ten o’clock stays ten o’clock over a change of the clock', () => {
    const anchor = at('2026-10-28T23:30:00-04:00');
    expect(addLocalDays(anchor, 'America/New_York', 7, '10:00')).toBe(at('2026-11-04T10:00:00-05:00'));
    expect(addLocalDays(anchor, 'America/New_York', 0, '10:00')).toBe(at('2026-10-28T10:00:00-04:00'));
    expect(addLocalDays(anchor, 'Asia/Tokyo', 0, '10:00')).toBe(at('2026-10-29T10:00:00+09:00'));
  });

  test.each([
    ['2026-13-01', '10:00'],
    ['26-1-1', '10:00'],
    ['2026-01-01', '24:00'],
    ['2026-01-01', '9:00'],
  ])('%s %s is refused', (date, time) => {
    expect(() => localInstant('America/New_York', date, time)).toThrow(StridewellError);
  });

  /** What the walked clock says: the first minute that reads so, else the same minute by the clock before the gap. */
  function walked(zone: string, date: string, minutes: number): Instant {
    const noonUtc = at(`${date}T12:00:00Z`);
    for (let t = noonUtc - 27 * hour; t <= noonUtc + 27 * hour; t += 15 * minute) {
      const read = wall(zone, t);
      if (read.date === date && read.minutes === minutes) return t;
    }
    // Skipped: as many minutes after the last moment before the gap as it is late of it.
    let last = noonUtc - 27 * hour;
    for (let t = last; t <= noonUtc + 27 * hour; t += 15 * minute) {
      const read = wall(zone, t);
      if (read.date > date || (read.date === date && read.minutes > minutes)) break;
      last = t;
    }
    const read = wall(zone, last);
    return last + (read.date === date ? minutes - read.minutes : minutes + 24 * 60 - read.minutes) * minute;
  }

  test('in every zone of the world, around every change of its clock to 2037, a time of day is what the clock shows', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    let changes = 0;
    for (const [index, zone] of zones.entries()) {
      const offsetOf = (t: Instant) => {
        const read = wall(zone, t);
        return at(`${read.date}T00:00:00Z`) + read.minutes * minute - t;
      };
      const days = new Set<string>();
      let before = offsetOf(at('2024-01-01T00:00:00Z'));
      // The shortest season (Morocco's Ramadan) is over four weeks; three weeks that changed are walked by days.
      for (let week = at('2024-01-08T00:00:00Z'); week < at('2038-01-01T00:00:00Z'); week += 21 * day) {
        const after = offsetOf(week);
        if (after === before) continue;
        before = after;
        changes++;
        let t = week;
        while (offsetOf(t - day) === after) t -= day;
        for (const near of [t - 2 * day, t - day, t, t + day]) days.add(iso(near).slice(0, 10));
      }
      if (process.env.FULL) {
        for (let t = at('2024-01-01T00:00:00Z'); t < at('2038-01-01T00:00:00Z'); t += day)
          days.add(iso(t).slice(0, 10));
      }
      const hours = [0, 45, 60, 90, 120, 150, 165, 195, 600, 1200, 1380, 1425];
      let turn = index;
      for (const date of days) {
        // Each date asks two times of day in turn; together they meet every kind of change.
        const asked = [hours[turn % 12]!, hours[(turn + 5) % 12]!];
        turn++;
        for (const minutes of asked) {
          const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
          const got = localInstant(zone, date, time);
          const read = wall(zone, got);
          // Reading the same and not one hour or half an hour earlier too, it is the first; otherwise ask the walk.
          const earlier = [30, 60, 120].some((m) => {
            const other = wall(zone, got - m * minute);
            return other.date === date && other.minutes === minutes;
          });
          if (read.date === date && read.minutes === minutes && !earlier) continue;
          const want = walked(zone, date, minutes);
          if (got !== want) throw new Error(`${zone} ${date} ${time}: ${iso(got)} instead of ${iso(want)}`);
        }
      }
    }
    expect(zones.length).toBeGreaterThan(400);
    expect(changes).toBeGreaterThan(3000);
  }, 3_600_000);
});

describe('the caps', () => {
  const now = at('2026-12-01T15:00:00Z');
  const sent = (...ages: number[]): RecentSend[] => ages.map((age) => ({ at: now - age, channel: 'sms' as const }));

  test('nothing sent: now', () => {
    expect(capAllowsAt(defaultPolicy, [], 'sms', now)).toBe(now);
  });

  test('23:00 and 00:00 are not two days', () => {
    const evening = at('2026-12-01T23:00:00-05:00');
    const allowed = capAllowsAt(defaultPolicy, [{ at: evening, channel: 'sms' }], 'sms', evening + hour);
    expect(allowed).toBe(evening + 24 * hour);
  });

  test('the other channel does not count', () => {
    expect(capAllowsAt(defaultPolicy, sent(hour), 'email', now)).toBe(now);
  });

  test('the seventh text within 30 days waits until the first of the six is 30 days old', () => {
    const ages = [25, 20, 15, 10, 5, 2].map((days) => days * day);
    expect(capAllowsAt(defaultPolicy, sent(...ages), 'sms', now)).toBe(now + 5 * day);
    expect(capAllowsAt(defaultPolicy, sent(...ages.slice(1)), 'sms', now)).toBe(now);
  });

  test('order of the sends does not matter, and a send of a fast clock counts', () => {
    expect(capAllowsAt(defaultPolicy, sent(2 * day, -minute, 3 * day), 'sms', now)).toBe(now + minute + day);
  });

  test('no rolling span ever holds more than its cap when each message goes as soon as it may', () => {
    const span = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(
        span,
        span,
        span,
        fc.array(fc.integer({ min: 0, max: 3 * day }), { maxLength: 25 }),
        (a, b, c, waits) => {
          const cap = { per24h: a, per7d: a + b, per30d: a + b + c };
          const policy = { ...defaultPolicy, caps: perChannel(() => cap) };
          const sends: RecentSend[] = [];
          let t = now;
          for (const wait of waits) {
            t = capAllowsAt(policy, sends, 'sms', t + wait);
            sends.push({ at: t, channel: 'sms' });
          }
          for (const [most, length] of [
            [cap.per24h, day],
            [cap.per7d, 7 * day],
            [cap.per30d, 30 * day],
          ] as const) {
            for (const last of sends) {
              const within = sends.filter((send) => send.at > last.at - length && send.at <= last.at);
              expect(within.length).toBeLessThanOrEqual(most);
            }
          }
        },
      ),
    );
  });
});
