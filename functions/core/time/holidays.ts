import { StridewellError } from '../base/error';
import { day, type Instant } from '../base/time';
import { firstYear, lastYear, stateHolidays } from './holiday-dates';

/** 5 USC 6103(a), days with a fixed date: Juneteenth, Independence, Veterans, Christmas and New Year's Day. */
const fixed = new Set(['01-01', '06-19', '07-04', '11-11', '12-25']);

/** 5 USC 6103(a), the others: month, ISO weekday, first and last day of the month it can fall on. */
const floating: readonly (readonly [month: number, weekday: number, first: number, last: number])[] = [
  [1, 1, 15, 21],
  [2, 1, 15, 21],
  [5, 1, 25, 31],
  [9, 1, 1, 7],
  [10, 1, 8, 14],
  [11, 4, 22, 28],
];

const monthDay = (at: number): string => new Date(at).toISOString().slice(5, 10);

/** The planner asks about the same few weeks again and again. */
const reckoned = new Map<number, boolean>();
const daysRemembered = 4096;

function isFederal(at: number): boolean {
  const known = reckoned.get(at);
  if (known !== undefined) return known;
  const found = reckon(at);
  if (reckoned.size >= daysRemembered) reckoned.clear();
  reckoned.set(at, found);
  return found;
}

function reckon(at: number): boolean {
  const date = new Date(at);
  const weekday = date.getUTCDay();
  if (fixed.has(monthDay(at))) return true;
  // Observed: Saturday's holiday on Friday (5 USC 6103(b)), Sunday's on Monday (Executive Order 11582).
  if (weekday === 5 && fixed.has(monthDay(at + day))) return true;
  if (weekday === 1 && fixed.has(monthDay(at - day))) return true;
  return floating.some(
    ([month, on, first, last]) =>
      date.getUTCMonth() + 1 === month && weekday === on && date.getUTCDate() >= first && date.getUTCDate() <= last,
  );
}

/** UTC midnights by state, unpacked when a state is first asked for. */
const unpacked = new Map<string, Set<number>>();

function datesOf(state: string): Set<number> {
  const found = unpacked.get(state);
  if (found) return found;
  const packed = stateHolidays[state];
  if (packed === undefined) throw new StridewellError('invalid', 'This is not a US state.', 'state');
  const dates = new Set<number>();
  for (const [index, year] of packed.split('|').entries()) {
    for (const date of year.match(/\d{4}/g) ?? [])
      dates.add(Date.UTC(firstYear + index, Number(date.slice(0, 2)) - 1, Number(date.slice(2))));
  }
  unpacked.set(state, dates);
  return dates;
}

/**
 * Whether a local date ("2026-08-10") is a federal holiday, actual or observed, or one of the state's own (Rhode
 * Island's Victory Day, say). Federal days are reckoned for any year; a state's own come from a table, and a year
 * outside it is refused (`unavailable`) rather than taken for a working day: run `npx tsx scripts/holidays.ts`.
 */
export function isHoliday(date: string, state?: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at)) throw new StridewellError('invalid', 'A date looks like 2026-11-30.');
  return isHolidayAt(at, state);
}

/** The same of a date written as its UTC midnight. */
export function isHolidayAt(at: Instant, state?: string): boolean {
  if (isFederal(at)) return true;
  if (state === undefined) return false;
  const year = new Date(at).getUTCFullYear();
  if (year < firstYear || year > lastYear) {
    throw new StridewellError('unavailable', `State holidays are known from ${firstYear} to ${lastYear} only.`);
  }
  return datesOf(state).has(at);
}
