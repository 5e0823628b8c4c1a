import { callBackBy } from '../../../functions/core/bookings/booking';
import type { Practice } from '../../../functions/core/practice/practice';

const desk = (withinHours: number, open = '09:00', close = '17:00', timeZone = 'America/New_York') =>
  ({
    timeZone,
    state: 'FL',
    callBack: { withinHours, open, close },
    closedDays: { holidays: true, also: [], except: [] },
  }) as unknown as Practice;
const by = (practice: Practice, now: string): string =>
  new Date(callBackBy(practice, Date.parse(now))).toISOString().slice(0, 16);

it.each([
  ['within the same day', 4, '2026-11-23T15:00Z', '2026-11-23T19:00'],
  ['from the moment the desk opens', 4, '2026-11-23T11:00Z', '2026-11-23T18:00'],
  ['over the night', 4, '2026-11-23T20:00Z', '2026-11-24T16:00'],
  ['over the weekend', 4, '2026-11-20T21:00Z', '2026-11-23T17:00'],
  ['over Thanksgiving, the day after it and the weekend', 4, '2026-11-25T21:00Z', '2026-11-30T17:00'],
  ['from Monday, when asked on a Sunday', 1, '2026-11-29T18:00Z', '2026-11-30T15:00'],
  ['exactly when the desk closes', 8, '2026-11-23T14:00Z', '2026-11-23T22:00'],
  ['from the next morning, when asked as it closes', 2, '2026-11-23T22:00Z', '2026-11-24T16:00'],
  ['over a change of the clock, by the clock on the wall', 9, '2026-10-30T13:00Z', '2026-11-02T15:00'],
])('the desk calls back %s', (_, hours, now, expected) => {
  expect(by(desk(hours), now)).toBe(expected);
});

it('a desk that is never open does not keep anybody searching', () => {
  expect(by(desk(4, '17:00', '09:00'), '2026-11-23T15:00Z')).toBe('2027-01-22T22:00');
});
