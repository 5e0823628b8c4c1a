import type { Instant } from '../base/time';

/** A moment as people of that zone say it: day "Monday, November 30" and time "10:00 AM". */
export function dayAndTime(at: Instant, timeZone: string): { day: string; time: string } {
  const day = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'long', month: 'long', day: 'numeric' });
  const time = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: '2-digit' });
  // Node puts a narrow space before AM in some versions, which a text could not carry.
  return { day: day.format(at), time: time.format(at).replaceAll('\u202f', ' ') };
}
