import { dayAndTime } from '../../core/time/day-and-time';
import type { Look } from './layout';

/** A moment as people of that zone say it: "Monday, November 30, 10:00 AM". "a.m." stays on the line of its hour. */
export function moment({ locale }: Pick<Look, 'locale'>, at: number, zone: string): string {
  const { day, time } = dayAndTime(at, zone, locale);
  return `${day}, ${time.replace(/ (?=[ap]\.m\.)/, '\u00a0')}`;
}

/** Spanish writes weekdays small inside a sentence; where one begins a line of its own it takes a capital. */
export const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);
