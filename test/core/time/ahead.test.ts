import { checkAhead } from '../../../functions/core/time/ahead';

const now = Date.parse('2026-11-28T15:00:00Z');
const check = (at: string) => () => checkAhead(Date.parse(at), 'America/New_York', now, 'visitAt');

it.each(['2026-11-28T15:00:01Z', '2027-12-31T23:00:00Z', '2028-11-28T15:00:00Z', '2020-01-01T00:00:00Z'])(
  '%s is a date somebody may mean',
  (at) => {
    expect(check(at)).not.toThrow();
  },
);

it.each([
  ['2028-11-28T15:00:01Z', '2028'],
  ['2036-12-03T15:00:00Z', '2036'],
  ['2206-12-03T15:00:00Z', '2206'],
  // Still New Year's Eve at the practice.
  ['2030-01-01T03:00:00Z', '2029'],
])('%s is refused, and %s named', (at, year) => {
  expect(check(at)).toThrow(`This date is in the year ${year}, more than 2 years ahead. Please check the year.`);
});
