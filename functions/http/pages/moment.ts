import { dayAndTime } from '../../core/time/day-and-time';
import type { Look } from './layout';

/** A moment as people of that zone say it: "Monday, November 30, 10:00 AM". */
export function moment({ locale }: Pick<Look, 'locale'>, at: number, zone: string): string {
  const { day, time } = dayAndTime(at, zone, locale);
  return `${day}, ${time}`;
}
