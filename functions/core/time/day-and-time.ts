import { type Locale, tagOf } from '../base/locale';
import type { Instant } from '../base/time';

/** Some versions of Node put a narrow or unbreakable space before AM, which a text could not carry. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const timeIn = (timeZone: string, locale: Locale) =>
  new Intl.DateTimeFormat(tagOf[locale], { timeZone, hour: 'numeric', minute: '2-digit' });

/**
 * A moment as people of that zone say it: day "Monday, November 30" and time "10:00 AM", or "lunes, 30 de noviembre" and
 * "10:00 a.m.".
 */
export function dayAndTime(at: Instant, timeZone: string, locale: Locale): { day: string; time: string } {
  const day = new Intl.DateTimeFormat(tagOf[locale], { timeZone, weekday: 'long', month: 'long', day: 'numeric' });
  return { day: day.format(at), time: plain(timeIn(timeZone, locale).format(at)) };
}

/** A time of day such as "08:00" as people say it: "8:00 AM". */
export const clockTime = (time: string, locale: Locale): string =>
  plain(timeIn('UTC', locale).format(Date.parse(`1970-01-01T${time}:00Z`)));
