import { DateTime } from 'luxon';
import type { Practice } from './practice';
import { day, type Instant, minute } from './time';

export type BookingStatus = 'requested' | 'booked' | 'visited' | 'closed';

/** A wish for a visit: the desk calls back; nothing clinical is asked or kept here. */
export interface Booking {
  id: string;
  rev: number;
  subscriber?: string;
  /** The message whose link led here. */
  delivery?: string;
  stepId?: string;
  seriesId?: string;
  firstName: string;
  phone: string;
  location: string;
  /** ISO weekdays 1-5 the person prefers. */
  days: number[];
  part: 'morning' | 'afternoon' | 'any';
  status: BookingStatus;
  createdAt: Instant;
  callBackBy: Instant;
  /** Local time staff agreed with the person. */
  visitAt?: Instant;
}

/** A request rests the series this long; without a visit it then goes on. */
export const bookingRests = 14 * day;

/** The end of the working hours the practice promises to call back in, counted over open weekdays only. */
export function callBackBy(practice: Practice, now: Instant): Instant {
  let left = practice.callBack.withinHours * 60;
  let at: DateTime = DateTime.fromMillis(now, { zone: practice.timeZone });
  const clock = (date: DateTime, time: string) =>
    date.set({ hour: Number(time.slice(0, 2)), minute: Number(time.slice(3)), second: 0, millisecond: 0 });
  for (let hops = 0; hops < 60; hops += 1) {
    const opens = clock(at, practice.callBack.open);
    const closes = clock(at, practice.callBack.close);
    if (at.weekday <= 5 && at < closes) {
      const from = at < opens ? opens : at;
      const today = (closes.toMillis() - from.toMillis()) / minute;
      if (today >= left) return from.toMillis() + left * minute;
      left -= today;
    }
    at = clock(at.plus({ days: 1 }), practice.callBack.open);
  }
  return at.toMillis();
}
