import type { Instant } from '../base/time';
import type { Practice } from '../practice/practice';
import { daysSinceOpen, officeOf } from '../time/office';
import type { Booking } from './booking';

export interface Visit {
  /** Stays the same when the visit moves, so that calendars replace it (RFC 5545 3.8.4.7). */
  uid: string;
  /** Grows with each change (RFC 5545 3.8.7.4). */
  sequence: number;
  at: Instant;
  minutes: number;
  /** What a shared calendar may show: the practice, never a reason for the visit. */
  title: string;
  place: string;
  /** Days before at which the calendar reminds: while a call to move the visit is still answered. */
  remindDays: number;
  /** When this file was made. */
  stamp: Instant;
}

/** RFC 5545 3.3.11: backslash, semicolon, comma and line breaks are escaped; other control characters have no place. */
const text = (value: string): string =>
  value
    .replace(/\\/g, '\\\\')
    .replace(/[;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');

/** UTC as `20261201T150000Z` (RFC 5545 3.3.5, form 2): no time zone table needed, every calendar shows it locally. */
const utc = (at: Instant): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** RFC 5545 3.1: lines end with CRLF and hold at most 75 octets; a fold never splits a character. */
function fold(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const width = Buffer.byteLength(character);
    if (octets + width > 75) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += width;
  }
  return [...lines, current].join('\r\n');
}

/** A whole .ics file; each event is the lines of what it says. */
const calendar = (product: string, events: string[][]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Stridewell//${product}//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ]
    .map(fold)
    .join('\r\n');

/** The visit as an .ics file, with a reminder on the last day before it on which the practice is there. */
export const calendarOf = (visit: Visit): string =>
  calendar('Visits', [
    [
      `UID:${text(visit.uid)}`,
      `SEQUENCE:${visit.sequence}`,
      `DTSTAMP:${utc(visit.stamp)}`,
      `DTSTART:${utc(visit.at)}`,
      `DTEND:${utc(visit.at + visit.minutes * 60_000)}`,
      `SUMMARY:${text(visit.title)}`,
      `LOCATION:${text(visit.place)}`,
      'STATUS:CONFIRMED',
      'CLASS:PRIVATE',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${text(visit.title)}`,
      `TRIGGER:-P${visit.remindDays}D`,
      'END:VALARM',
    ],
  ]);

/** A day on which something comes. */
export interface ComingDay {
  uid: string;
  /** `2026-12-01`, where the person lives. */
  day: string;
}

/** Days as an .ics file: whole days that block no time and remind of nothing (RFC 5545 3.8.2.7), all under one title. */
export const daysCalendar = (
  days: readonly ComingDay[],
  { title, sequence, stamp }: Pick<Visit, 'title' | 'sequence' | 'stamp'>,
): string =>
  calendar(
    'Dates',
    days.map(({ uid, day }) => [
      `UID:${text(uid)}`,
      `SEQUENCE:${sequence}`,
      `DTSTAMP:${utc(stamp)}`,
      // Without DTEND it lasts for that one day (RFC 5545 3.6.1).
      `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
      `SUMMARY:${text(title)}`,
      'TRANSP:TRANSPARENT',
      'CLASS:PRIVATE',
    ]),
  );

/** A booked visit as a calendar file; undefined while no time is agreed. A visit that moves replaces the earlier one. */
export function visitCalendar(
  booking: Pick<Booking, 'id' | 'rev' | 'status' | 'visitAt' | 'location'>,
  practice: Practice,
  now: Instant,
  title = `Visit: ${practice.name}`,
): string | undefined {
  if (booking.visitAt === undefined || booking.status !== 'booked') return undefined;
  const office = practice.locations.find(({ id }) => id === booking.location);
  return calendarOf({
    uid: `${booking.id}@stridewell`,
    sequence: booking.rev,
    at: booking.visitAt,
    minutes: 30,
    title,
    remindDays: daysSinceOpen(officeOf(practice), booking.visitAt),
    place: office ? `${office.name}, ${office.address}` : practice.postalAddress,
    stamp: now,
  });
}
