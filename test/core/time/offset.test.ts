import { IANAZone } from 'luxon';
import { day, hour, minute } from '../../../functions/core/base/time';
import { isZone, offsetAt } from '../../../functions/core/time/offset';

const zones = [
  'America/New_York',
  'America/Phoenix',
  'America/St_Johns',
  'Pacific/Honolulu',
  'America/Adak',
  'Europe/Dublin',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Antarctica/Troll',
  'Pacific/Kiritimati',
  'UTC',
];

it.each(zones)('the offset of %s is the one luxon tells, around every change of six years', (name) => {
  const zone = IANAZone.create(name);
  for (let at = Date.UTC(2025, 0, 1) + 37 * minute; at < Date.UTC(2031, 0, 1); at += 5 * hour)
    if (offsetAt(name, at) !== zone.offset(at) * minute) throw new Error(`${name} at ${new Date(at).toISOString()}`);
});

it('tells the second in which a clock goes forward', () => {
  const spring = Date.UTC(2026, 2, 8, 7);
  expect(offsetAt('America/New_York', spring - 1)).toBe(-5 * hour);
  expect(offsetAt('America/New_York', spring)).toBe(-4 * hour);
});

it.each(['+05:00', 'Mars/Olympus', '', 'GMT+99', 'America/New York'])(
  '%p is no place, and nothing is sent by it',
  (name) => {
    expect(isZone(name)).toBe(false);
    expect(() => offsetAt(name, day)).toThrow('This time zone is not known.');
  },
);
