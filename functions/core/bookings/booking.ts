import { day, hour, type Instant } from '../base/time';
import type { Practice } from '../practice/practice';
import { deskWorkedUntil, officeOf } from '../time/office';

export type BookingStatus = 'requested' | 'booked' | 'visited' | 'closed';

/** A request for a visit. The front desk calls back. Nothing clinical is asked or kept here. */
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
  /** When the person last asked for something else, while the request was open. */
  changedAt?: Instant;
  callBackBy: Instant;
  /** Local time staff agreed with the person. */
  visitAt?: Instant;
  /** How often that time was changed; absent for the first. */
  moves?: number;
}

/** What a person asks for: whom to call, where and when. */
export type Wish = Pick<Booking, 'firstName' | 'phone' | 'location' | 'days' | 'part'>;

const saidIn = ({ firstName, phone, location, days, part }: Wish): string =>
  JSON.stringify([firstName, phone, location, days, part]);

/** When the person last said what they want. */
export const askedAt = ({ createdAt, changedAt }: Pick<Booking, 'createdAt' | 'changedAt'>): Instant =>
  changedAt ?? createdAt;

/**
 * The open request with what is asked for now; the same object when nothing differs. A promise to call that still stands
 * is kept; one that has passed was broken, so asking again is a change and gets a promise of its own.
 */
export function askedAgain(booking: Booking, wish: Wish, practice: Practice, now: Instant): Booking {
  const stands = booking.callBackBy > now;
  if (stands && saidIn(booking) === saidIn(wish)) return booking;
  const promised = stands ? booking.callBackBy : callBackBy(practice, now);
  return { ...booking, ...wish, changedAt: now, callBackBy: promised };
}

/** A request rests the series this long; without a visit it then goes on. */
export const bookingRests = 14 * day;

/** The end of the working hours the practice promises to call back in; hours in which nobody is at the desk are none. */
export const callBackBy = (practice: Practice, now: Instant): Instant =>
  deskWorkedUntil(officeOf(practice), now, practice.callBack.withinHours * hour);

export const noName = 'Please tell us your first name.';
export const noNumber = 'Please tell us which number to call.';

/** What a request must still say about an asker of whom we know no more than this, field by field. */
export function lacks(
  given: { firstName?: unknown; phone?: unknown },
  asker: { known: boolean; phoneEnding?: string },
): Map<string, string> {
  const problems = new Map<string, string>();
  if (!asker.known && given.firstName === undefined) problems.set('firstName', noName);
  if (asker.phoneEnding === undefined && given.phone === undefined) problems.set('phone', noNumber);
  return problems;
}
