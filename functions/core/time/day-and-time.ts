import { type Locale, tagOf } from '../base/locale';
import type { Instant } from '../base/time';

/** A moment as people of that zone say it: day "Monday, November 30" and time "10:00 AM", or "lunes, 30 de noviembre" and "10:00 a.m.". */
export function dayAndTime(at: Instant, timeZone: string, locale: Locale): { day: string; time: string } {
  const tag = tagOf[locale];
  const day = new Intl.DateTimeFormat(tag, { timeZone, weekday: 'long', month: 'long', day: 'numeric' });
  const time = new Intl.DateTimeFormat(tag, { timeZone, hour: 'numeric', minute: '2-digit' });
  // Some versions of Node put a narrow or unbreakable space before AM, which a text could not carry.
  return { day: day.format(at), time: time.format(at).replace(/[\u00a0\u202f]/g, ' ') };
}
