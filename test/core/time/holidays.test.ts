import { firstYear, lastYear, stateHolidays } from '../../../functions/core/time/holiday-dates';
import { isHoliday } from '../../../functions/core/time/holidays';
import { holidaysOf, holidayTable, states } from '../../../scripts/holiday-table';

test.each([
  ['2026-01-01', 'New Year'],
  ['2026-01-19', 'Martin Luther King Jr. Day'],
  ['2026-02-16', 'Washington’s Birthday'],
  ['2026-05-25', 'Memorial Day'],
  ['2026-06-19', 'Juneteenth'],
  ['2026-07-03', 'Independence Day, observed on Friday'],
  ['2026-07-04', 'Independence Day itself'],
  ['2026-09-07', 'Labor Day'],
  ['2026-10-12', 'Columbus Day'],
  ['2026-11-11', 'Veterans Day'],
  ['2026-11-26', 'Thanksgiving'],
  ['2026-12-25', 'Christmas'],
  ['2027-07-05', 'Independence Day, observed on Monday'],
  ['2027-12-31', 'New Year 2028, observed the year before'],
  ['2028-11-10', 'Veterans Day, observed on Friday'],
])('%s is a federal holiday everywhere (%s)', (date) => {
  expect(isHoliday(date)).toBe(true);
  expect(isHoliday(date, 'WY')).toBe(true);
});

test.each([
  '2026-01-02',
  '2026-02-09',
  '2026-05-18',
  '2026-07-06',
  '2026-10-19',
  '2026-11-19',
  '2026-11-27',
  '2026-12-24',
])('%s is an ordinary day in the federal calendar', (date) => expect(isHoliday(date)).toBe(false));

test.each([
  ['RI', '2026-08-10', 'Victory Day'],
  ['RI', '2026-11-03', 'general election'],
  ['GA', '2026-11-27', 'State Holiday'],
  ['LA', '2027-02-09', 'Mardi Gras'],
  ['TX', '2026-11-27', 'day after Thanksgiving'],
  ['UT', '2026-07-24', 'Pioneer Day'],
  ['HI', '2026-06-11', 'Kamehameha Day'],
  ['MA', '2026-04-20', 'Patriots’ Day'],
  ['DC', '2029-01-20', 'Inauguration Day'],
  ['VA', '2027-11-02', 'election day'],
  ['PR', '2026-01-06', 'Three Kings'],
  ['MO', '2027-05-07', 'Truman Day, a Saturday, kept on Friday'],
])('%s rests on %s (%s), Kansas does not', (state, date) => {
  expect(isHoliday(date, state)).toBe(true);
  expect(isHoliday(date, 'KS')).toBe(false);
  expect(isHoliday(date)).toBe(false);
});

test('what is no state and no date is refused', () => {
  expect(() => isHoliday('2026-08-11', 'ZZ')).toThrow('not a US state');
  expect(() => isHoliday('soon')).toThrow('A date looks like');
});

test('a year outside the table is refused for a state, never taken for a working day', () => {
  expect(() => isHoliday('2038-08-09', 'RI')).toThrow('2024 to 2037');
  expect(isHoliday('2038-12-24')).toBe(true);
  expect(isHoliday('2038-08-09')).toBe(false);
});

test('the committed table is what the script makes, in states that need every kind of rule', () => {
  const made = holidayTable((date) => isHoliday(date), ['RI', 'LA', 'DC', 'MP', 'PR']);
  expect(Object.keys(stateHolidays)).toEqual(states());
  for (const [state, years] of Object.entries(made)) expect([state, stateHolidays[state]]).toEqual([state, years]);
});

test('every day the library calls public is closed, across the table', () => {
  for (const [state, year] of [
    ['GA', firstYear],
    ['NY', 2026],
    ['CA', 2030],
    ['IN', lastYear],
  ] as const) {
    for (const date of holidaysOf(state, year)) expect([date, isHoliday(date, state)]).toEqual([date, true]);
  }
});
