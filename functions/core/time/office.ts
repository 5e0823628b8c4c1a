import type { Locale } from '../base/locale';
import { day, type Instant } from '../base/time';
import type { Practice } from '../practice/practice';
import { clockTime } from './day-and-time';
import { isHolidayAt } from './holidays';
import { instantOf, localDay } from './offset';

/**
 * The practice's one calendar: on which days nobody is there, and at which hours the desk is. Promises to call back, the
 * words that name hours, reminders of visits and the quiet days of texts all ask here, so that no two of them differ.
 */
export interface Office {
  timeZone: string;
  /** Whose holidays count; absent when the practice works on holidays. */
  state?: string;
  /** Local days the practice is closed on beside them, counted from 1970-01-01 = 0. */
  closed: ReadonlySet<number>;
  /** Holidays on which the practice works. */
  open: ReadonlySet<number>;
  /** Local times of day: the desk's hours, and those of its lunch within. */
  hours: readonly { from: string; to: string }[];
}

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / day;

export function officeOf({ callBack, closedDays, state, timeZone }: Practice): Office {
  const { open, close, lunch } = callBack;
  return {
    timeZone,
    ...(closedDays.holidays ? { state } : {}),
    closed: new Set(closedDays.also.map(dayOf)),
    open: new Set(closedDays.except.map(dayOf)),
    hours: lunch
      ? [
          { from: open, to: lunch.from },
          { from: lunch.to, to: close },
        ]
      : [{ from: open, to: close }],
  };
}

const isWeekend = (dayNumber: number): boolean => [0, 6].includes(new Date(dayNumber * day).getUTCDay());

/** Whether a weekday has nobody at the practice: a holiday, federal or the state's, or a day of the practice's own. */
function isClosed({ state, closed, open }: Office, dayNumber: number): boolean {
  if (closed.has(dayNumber)) return true;
  return state !== undefined && !open.has(dayNumber) && isHolidayAt(dayNumber * day, state);
}

/**
 * Whether a day is quiet for texts: a holiday where the person is, or a day on which nobody at the practice would answer
 * them. The holidays of a person's state are law (Rhode Island § 5-61-3.6), so no `except` of the practice ends them.
 */
export const isQuietDay = (dayNumber: number, state: string | undefined, office: Office | undefined): boolean =>
  isHolidayAt(dayNumber * day, state) || (office !== undefined && isClosed(office, dayNumber));

/** What is left of a day's hours from a moment on. */
function spansOn(office: Office, dayNumber: number, from: Instant): { from: Instant; to: Instant }[] {
  if (isWeekend(dayNumber) || isClosed(office, dayNumber)) return [];
  return office.hours
    .map((span) => ({
      from: Math.max(from, instantOf(office.timeZone, dayNumber, span.from)),
      to: instantOf(office.timeZone, dayNumber, span.to),
    }))
    .filter((span) => span.from < span.to);
}

/** A desk that is closed for longer (or closes before it opens) is not waited for. */
const daysAtMost = 60;

function* spansFrom(office: Office, from: Instant): Generator<{ from: Instant; to: Instant }> {
  const first = localDay(office.timeZone, from);
  for (let dayNumber = first; dayNumber < first + daysAtMost; dayNumber += 1) yield* spansOn(office, dayNumber, from);
}

const inTwoMonths = (office: Office, from: Instant): Instant =>
  instantOf(office.timeZone, localDay(office.timeZone, from) + daysAtMost, office.hours[0]?.from ?? '09:00');

/** Whether somebody is at the desk. */
export const isDeskOpen = (office: Office, at: Instant): boolean => deskOpensAt(office, at) === at;

/** The first moment from `from` on at which somebody is at the desk: `from` itself while it is open. */
export function deskOpensAt(office: Office, from: Instant): Instant {
  for (const span of spansFrom(office, from)) return span.from;
  return inTwoMonths(office, from);
}

/** When the desk has worked for so long (ms) since `from`; time in which it is closed is none. */
export function deskWorkedUntil(office: Office, from: Instant, long: number): Instant {
  let left = long;
  for (const span of spansFrom(office, from)) {
    if (span.to - span.from >= left) return span.from + left;
    left -= span.to - span.from;
  }
  return inTwoMonths(office, from);
}

/** How many days before a moment the practice was last there for a whole day, so that a call about it is answered: 1 or more. */
export function daysSinceOpen(office: Office, at: Instant): number {
  const of = localDay(office.timeZone, at);
  for (let days = 1; days < daysAtMost; days += 1)
    if (!isWeekend(of - days) && !isClosed(office, of - days)) return days;
  return 1;
}

/** An ordinary day at the desk as people read it: from "8:00 AM" to "4:30 PM", with the lunch in between. */
export interface DeskDay {
  from: string;
  to: string;
  lunch?: { from: string; to: string };
  /** Whether holidays are days off. */
  holidays: boolean;
}

export function deskDay({ hours, state }: Office, locale: Locale): DeskDay {
  const [morning, afternoon] = hours;
  const clock = (time = '') => clockTime(time, locale);
  return {
    from: clock(morning?.from),
    to: clock((afternoon ?? morning)?.to),
    ...(morning && afternoon ? { lunch: { from: clock(morning.to), to: clock(afternoon.from) } } : {}),
    holidays: state !== undefined,
  };
}
