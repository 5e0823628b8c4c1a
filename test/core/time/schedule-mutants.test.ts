import { day, hour, minute } from '../../../functions/core/base/time';
import { defaultPolicy, type Policy, type Window } from '../../../functions/core/time/policy';
import {
  addLocalDays,
  capAllowsAt,
  isOpen,
  localInstant,
  nextOpen,
  openTimeBetween,
  windowEnd,
} from '../../../functions/core/time/schedule';

const at = (text: string) => Date.parse(text);
const zone = 'America/New_York';
const newYork = { zones: [zone] };
const invalid = expect.objectContaining({ code: 'invalid' });
const onSundays = (window: Window): Policy => ({ ...defaultPolicy, email: { days: { 7: window }, holidays: false } });

describe('a local time', () => {
  test.each([
    ['an hour before the clock jumps ahead', '2026-03-08', '01:00', '2026-03-08T01:00:00-05:00'],
    ['the moment it has jumped to', '2026-03-08', '03:00', '2026-03-08T03:00:00-04:00'],
    ['later that day', '2026-03-08', '10:00', '2026-03-08T10:00:00-04:00'],
    ['the last minute before the clock falls back', '2026-11-01', '00:59', '2026-11-01T00:59:00-04:00'],
    ['the first minute that comes once after it fell back', '2026-11-01', '02:00', '2026-11-01T02:00:00-05:00'],
    ['later that day', '2026-11-01', '10:00', '2026-11-01T10:00:00-05:00'],
  ])('%s', (_, date, time, expected) => {
    expect(localInstant(zone, date, time)).toBe(at(expected));
    expect(addLocalDays(at(expected) - 2 * day, zone, 2, time)).toBe(at(expected));
  });

  test.each(['110:00', '10:000', '24:00', '10:60', '10', ''])('%j is no time of day', (time) => {
    expect(() => localInstant(zone, '2026-11-30', time)).toThrow(invalid);
    expect(() => addLocalDays(0, zone, 1, time)).toThrow(invalid);
  });

  test.each(['+002026-01-01', '2026-01-01 (', '2026-02-30T', '2026-13-01', ''])('%j is no date', (date) => {
    expect(() => localInstant(zone, date, '10:00')).toThrow(invalid);
  });
});

describe('a window', () => {
  test('has to be open in every zone, not in one of them', () => {
    const zones = [zone, 'America/Los_Angeles'];
    expect(isOpen(defaultPolicy, 'sms', { zones }, at('2026-12-01T11:00:00-05:00'))).toBe(false);
    expect(isOpen(defaultPolicy, 'sms', { zones }, at('2026-12-01T13:00:00-05:00'))).toBe(true);
  });

  test('that closes the moment the clock jumps ahead keeps its whole length', () => {
    const small = onSundays({ from: '00:30', to: '02:00' });
    expect(windowEnd(small, 'email', newYork, at('2026-03-08T01:00:00-05:00'))).toBe(at('2026-03-08T02:00:00-05:00'));
    const [from, to] = [at('2026-03-08T00:00:00-05:00'), at('2026-03-09T00:00:00-04:00')];
    expect(openTimeBetween(small, 'email', newYork, from, to)).toBe(90 * minute);
  });

  test('is closed before it opens and has an end from its first moment on', () => {
    const opens = at('2026-12-01T10:00:00-05:00');
    expect(windowEnd(defaultPolicy, 'sms', newYork, opens)).toBe(opens + 8 * hour);
    for (const closed of [opens - 1, opens - hour, opens + 8 * hour])
      expect(() => windowEnd(defaultPolicy, 'sms', newYork, closed)).toThrow(
        expect.objectContaining({ code: 'conflict' }),
      );
  });

  test('nowhere is a mistake that names the field', () => {
    expect(() => nextOpen(defaultPolicy, 'sms', { zones: [] }, 0)).toThrow(
      expect.objectContaining({ code: 'invalid', field: 'timeZone' }),
    );
  });
});

describe('the next open moment', () => {
  // Ten to six in London and in Los Angeles touch but never meet, but for the weeks when only one clock has changed.
  const apart = { zones: ['Europe/London', 'America/Los_Angeles'] };
  const meets = at('2026-03-09T10:02:00-07:00');

  test('is looked for in thirty days, the last moment of them included', () => {
    expect(nextOpen(defaultPolicy, 'sms', apart, meets - 30 * day)).toBe(meets);
    expect(nextOpen(defaultPolicy, 'sms', apart, meets - 30 * day - 1)).toBeUndefined();
  });

  test('is none for a channel that has no open day', () => {
    const never: Policy = { ...defaultPolicy, sms: { days: {}, holidays: false } };
    expect(nextOpen(never, 'sms', newYork, meets)).toBeUndefined();
  });
});

describe('open time', () => {
  const noon = at('2026-12-01T12:00:00-05:00');
  test('is what lies inside the window in all zones, to the millisecond', () => {
    expect(openTimeBetween(defaultPolicy, 'sms', newYork, noon, noon)).toBe(0);
    expect(openTimeBetween(defaultPolicy, 'sms', newYork, noon, noon + 1)).toBe(1);
    expect(openTimeBetween(defaultPolicy, 'sms', newYork, noon + 1, noon)).toBe(0);
    expect(openTimeBetween(defaultPolicy, 'sms', newYork, noon, noon - day)).toBe(0);
    expect(openTimeBetween(defaultPolicy, 'sms', newYork, noon, noon + day)).toBe(8 * hour);
    const both = { zones: [zone, 'America/Los_Angeles'] };
    expect(openTimeBetween(defaultPolicy, 'sms', both, noon, noon + day)).toBe(5 * hour);
  });
});

test.each([
  ['24 hours', { per24h: 2, per7d: 20, per30d: 20 }, day],
  ['7 days', { per24h: 20, per7d: 2, per30d: 20 }, 7 * day],
  ['30 days', { per24h: 20, per7d: 20, per30d: 2 }, 30 * day],
])('a cap of two in %s ends when the older of them has left the span', (_, cap, span) => {
  const policy: Policy = { ...defaultPolicy, caps: { ...defaultPolicy.caps, sms: cap } };
  const now = at('2026-12-01T15:00:00Z');
  const sends = [hour, 2 * hour].map((ago) => ({ at: now - ago, channel: 'sms' as const }));
  expect(capAllowsAt(policy, sends, 'sms', now)).toBe(now - 2 * hour + span);
  expect(capAllowsAt(policy, sends, 'sms', now + 40 * day)).toBe(now + 40 * day);
  expect(capAllowsAt(policy, sends.slice(1), 'sms', now)).toBe(now);
});
