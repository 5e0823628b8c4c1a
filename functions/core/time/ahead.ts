import { StridewellError } from '../base/error';
import type { Instant } from '../base/time';
import { offsetAt } from './offset';

/** Years that anybody plans ahead at most: what lies further is a slip of the keyboard (2206 for 2026). */
const yearsAhead = 2;

/** Refuses a moment more than two years ahead, and names its year as the practice's calendar has it. */
export function checkAhead(at: Instant, timeZone: string, now: Instant, field: string): void {
  const latest = new Date(now);
  latest.setUTCFullYear(latest.getUTCFullYear() + yearsAhead);
  if (at <= latest.getTime()) return;
  const year = new Date(at + offsetAt(timeZone, now)).getUTCFullYear();
  throw new StridewellError(
    'invalid',
    `This date is in the year ${year}, more than ${yearsAhead} years ahead. Please check the year.`,
    field,
  );
}
