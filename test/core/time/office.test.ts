import fc from 'fast-check';
import { day, hour, minute } from '../../../functions/core/base/time';
import type { Practice } from '../../../functions/core/practice/practice';
import {
  daysSinceOpen,
  deskDay,
  deskOpensAt,
  deskWorkedUntil,
  isDeskOpen,
  isQuietDay,
  officeOf,
} from '../../../functions/core/time/office';
import { defaultPolicy } from '../../../functions/core/time/policy';
import { isOpen, nextOpen } from '../../../functions/core/time/schedule';

const practice = (over: Partial<Practice['closedDays']> = {}, lunch = true) =>
  ({
    timeZone: 'America/New_York',
    state: 'GA',
    callBack: {
      withinHours: 4,
      open: '08:00',
      close: '16:30',
      ...(lunch ? { lunch: { from: '12:00', to: '13:00' } } : {}),
    },
    closedDays: { holidays: true, also: [], except: [], ...over },
  }) as unknown as Practice;
const office = officeOf(practice());
const at = (local: string): number => Date.parse(`${local}-04:00`);
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / day;

describe('the desk', () => {
  it.each([
    ['a Tuesday morning', '2027-06-01T09:00', true],
    ['as it opens', '2027-06-01T08:00', true],
    ['before it opens', '2027-06-01T07:59', false],
    ['at lunch', '2027-06-01T12:30', false],
    ['after lunch', '2027-06-01T13:00', true],
    ['as it closes', '2027-06-01T16:30', false],
    ['on a Saturday', '2027-05-29T09:00', false],
    ['on Memorial Day', '2027-05-31T09:00', false],
    ["on the state's own holiday (Georgia, April)", '2027-04-26T09:00', false],
  ])('%s', (_, local, open) => expect(isDeskOpen(office, at(local))).toBe(open));

  it.each([
    ['at once while it is open', '2027-06-01T09:00', '2027-06-01T09:00'],
    ['after lunch', '2027-06-01T12:15', '2027-06-01T13:00'],
    ['the next morning', '2027-06-01T16:30', '2027-06-02T08:00'],
    ['after a weekend and Memorial Day', '2027-05-28T17:00', '2027-06-01T08:00'],
  ])('opens %s', (_, from, opens) => expect(deskOpensAt(office, at(from))).toBe(at(opens)));

  it.each([
    ['over lunch', '2027-06-01T10:00', 4, '2027-06-01T15:00'],
    ['from Tuesday, when asked on Memorial Day', '2027-05-31T09:00', 4, '2027-06-01T12:00'],
    ['over Memorial Day', '2027-05-28T15:30', 4, '2027-06-01T11:00'],
  ])('has worked so long %s', (_, from, hours, until) => {
    expect(deskWorkedUntil(office, at(from), hours * hour)).toBe(at(until));
  });

  it("closes on the practice's own days, and works on a holiday it names", () => {
    const own = officeOf(practice({ also: ['2027-06-01'], except: ['2027-05-31'] }));
    expect(isDeskOpen(own, at('2027-05-31T09:00'))).toBe(true);
    expect(deskOpensAt(own, at('2027-06-01T09:00'))).toBe(at('2027-06-02T08:00'));
    const always = officeOf(practice({ holidays: false }));
    expect(isDeskOpen(always, at('2027-05-31T09:00'))).toBe(true);
  });

  it('is open whenever a promise ends, and every promise counts its hours exactly', () => {
    const moment = fc.integer({
      min: Date.parse('2026-01-01T00:00Z') / minute,
      max: Date.parse('2030-01-01T00:00Z') / minute,
    });
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 20 }), (minutes, hours) => {
        const from = minutes * minute;
        const until = deskWorkedUntil(office, from, hours * hour);
        expect(isDeskOpen(office, until - 1)).toBe(true);
        expect(deskWorkedUntil(office, from, hours * hour - minute)).toBe(until - minute);
        expect(deskOpensAt(office, from)).toBeLessThan(until);
      }),
    );
  });

  it('says its hours in words', () => {
    expect(deskDay(office, 'en')).toEqual({
      from: '8:00 AM',
      to: '4:30 PM',
      lunch: { from: '12:00 PM', to: '1:00 PM' },
      holidays: true,
    });
    expect(deskDay(office, 'es')).toMatchObject({ from: '8:00 a.m.', to: '4:30 p.m.' });
    expect(deskDay(officeOf(practice({ holidays: false }, false)), 'en')).toEqual({
      from: '8:00 AM',
      to: '4:30 PM',
      holidays: false,
    });
  });
});

it('a visit is remembered on the last day on which a call about it is answered', () => {
  expect(daysSinceOpen(office, at('2027-06-03T09:00'))).toBe(1);
  expect(daysSinceOpen(office, at('2027-05-24T09:00'))).toBe(3);
  // Tuesday after Memorial Day: Friday.
  expect(daysSinceOpen(office, at('2027-06-01T09:00'))).toBe(4);
});

describe('texts', () => {
  const policy = { ...defaultPolicy, office: officeOf(practice({ also: ['2027-06-02'], except: ['2027-05-31'] })) };
  const florida = { zones: ['America/New_York'], state: 'FL' };

  it("are quiet on holidays of the person's state and on days on which nobody would answer them", () => {
    for (const quiet of ['2027-05-31', '2027-06-02', '2027-04-26', '2027-02-15'])
      expect([quiet, isQuietDay(dayOf(quiet), 'FL', policy.office)]).toEqual([quiet, true]);
    expect(isQuietDay(dayOf('2027-06-01'), 'FL', policy.office)).toBe(false);
    // Without a practice (a rehearsal) the law alone speaks.
    expect(isQuietDay(dayOf('2027-06-02'), 'FL', undefined)).toBe(false);
  });

  it('wait for the day after', () => {
    const noon = at('2027-06-02T12:00');
    expect(isOpen(policy, 'sms', florida, noon)).toBe(false);
    expect(nextOpen(policy, 'sms', florida, noon)).toBe(at('2027-06-03T10:00') + policy.guard);
    expect(isOpen(defaultPolicy, 'sms', florida, noon)).toBe(true);
    // Mail asks for nothing that day.
    expect(isOpen(policy, 'email', florida, noon)).toBe(true);
  });
});
