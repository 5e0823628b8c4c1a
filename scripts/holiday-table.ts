import Holidays from 'date-holidays';
import { day } from '../functions/core/base/time';

export const firstYear = 2024;
export const lastYear = 2037;

const territories = ['PR', 'VI', 'GU', 'AS'];

/** The Friday after Thanksgiving by statute or standing proclamation, where the library knows it only as an observance. */
const fridayAfterThanksgiving = ['IA', 'IL', 'KY', 'ME', 'MI', 'MN', 'NE', 'PA', 'SC', 'VA', 'WA'];

/** General election day (Tuesday after the first Monday of November) in even years; Virginia has it every year. */
const electionDay = ['DE', 'HI', 'KY', 'LA', 'MD', 'MI', 'RI', 'VA', 'WV'];

const iso = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);

/** The nth (from 0) given weekday (0 = Sunday) of a month, as day of the month. */
function nth(year: number, month: number, weekday: number, n: number): number {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  return 1 + ((weekday - first + 7) % 7) + 7 * n;
}

function added(state: string, year: number): string[] {
  const dates: string[] = [];
  if (fridayAfterThanksgiving.includes(state)) dates.push(iso(year, 11, nth(year, 11, 4, 3) + 1));
  if (electionDay.includes(state) && (year % 2 === 0 || state === 'VA'))
    dates.push(iso(year, 11, nth(year, 11, 1, 0) + 1));
  // DC Code § 28-2701.
  if (state === 'DC' && year % 4 === 1) dates.push(iso(year, 1, 20));
  // 1 CMC § 311: Covenant, Citizenship and Constitution Day.
  if (state === 'MP') dates.push(iso(year, 3, 24), iso(year, 11, 4), iso(year, 12, 8));
  return dates;
}

function ofLibrary(state: string, year: number): string[] {
  if (state === 'MP') return [];
  const holidays = territories.includes(state) ? new Holidays(state) : new Holidays('US', state);
  return holidays
    .getHolidays(year)
    .filter((holiday) => holiday.type === 'public')
    .map((holiday) => holiday.date.slice(0, 10));
}

/** States differ in what they do when a holiday meets a weekend; closing the nearest weekday too is never wrong. */
function withNearestWeekday(date: string): string[] {
  const at = Date.parse(date);
  const weekday = new Date(at).getUTCDay();
  if (weekday !== 0 && weekday !== 6) return [date];
  return [date, new Date(at + (weekday === 0 ? day : -day)).toISOString().slice(0, 10)];
}

/** Every holiday of a state in a year, federal days among them, sorted. */
export function holidaysOf(state: string, year: number): string[] {
  // Next year's first days can be observed in this one.
  const dates = [year - 1, year, year + 1].flatMap((y) => [...ofLibrary(state, y), ...added(state, y)]);
  return [...new Set(dates.flatMap(withNearestWeekday))].filter((date) => date.startsWith(`${year}-`)).sort();
}

export const states = (): string[] => [...Object.keys(new Holidays().getStates('US')), ...territories, 'MP'].sort();

/** State -> one string: years parted by |, each a run of MMDD; federal days left out. */
export function holidayTable(
  isFederal: (date: string) => boolean,
  chosen: string[] = states(),
): Record<string, string> {
  const table: Record<string, string> = {};
  for (const state of chosen) {
    const years: string[] = [];
    for (let year = firstYear; year <= lastYear; year++) {
      const own = holidaysOf(state, year).filter((date) => !isFederal(date));
      years.push(own.map((date) => date.slice(5, 7) + date.slice(8)).join(''));
    }
    table[state] = years.join('|');
  }
  return table;
}
