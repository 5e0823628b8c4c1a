import type { Locale } from '../../core/base/locale';
import { dayAndTime } from '../../core/time/day-and-time';

/** A moment as people of that zone say it: "Monday, November 30, 10:00 AM". */
export function moment(at: number, zone: string, locale: Locale = 'en'): string {
  const { day, time } = dayAndTime(at, zone, locale);
  return `${day}, ${time}`;
}
