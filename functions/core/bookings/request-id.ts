import { derivedId } from '../base/id';
import type { Instant } from '../base/time';
import { guardKey } from '../person/address';
import type { Practice } from '../practice/practice';
import { localDay } from '../time/offset';
import type { Wish } from './booking';

/**
 * The person's requests one after the other: only the last can be open. Each id follows from the person and its place,
 * so that a form sent twice, or repeated after a crash, finds the same one.
 */
export const requestId = (subscriber: string, place: number): string =>
  derivedId('bkg', 'request', subscriber, String(place));

/**
 * Without a link nobody is proved, so what is asked is the only thing to go by: the same wish on the same day of the
 * practice is the same request, and any other stands beside it. Keyed, because a number could be guessed from a plain hash.
 */
export const strangersRequestId = (
  secret: string,
  { firstName, phone, location, days, part }: Wish,
  { timeZone }: Pick<Practice, 'timeZone'>,
  now: Instant,
  place: number,
): string => {
  const wish = [firstName.toLowerCase(), phone, location, days.join(' '), part, String(localDay(timeZone, now))];
  return derivedId('bkg', 'form', guardKey(secret, wish.join('\n')), String(place));
};
