import fc from 'fast-check';
import type { Booking } from '../../../functions/core/bookings/booking';
import { calendarOf, daysCalendar, visitCalendar } from '../../../functions/core/bookings/calendar';
import { practice } from '../../templates/sample';

const visit = {
  uid: 'bkg_0000000000000001',
  sequence: 0,
  at: Date.parse('2026-12-03T15:30:00Z'),
  minutes: 30,
  title: 'Visit: Pinnacle Orthopaedics',
  place: 'Sample North Office, 100 Sample Street; Sampleville',
  remindDays: 1,
  stamp: Date.parse('2026-11-30T15:00:00Z'),
};

describe('the calendar file', () => {
  it('is a whole RFC 5545 object in UTC', () => {
    const lines = calendarOf(visit).split('\r\n');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
    expect(lines).toEqual(
      expect.arrayContaining([
        'VERSION:2.0',
        'UID:bkg_0000000000000001',
        'DTSTART:20261203T153000Z',
        'DTEND:20261203T160000Z',
        'DTSTAMP:20261130T150000Z',
      ]),
    );
    expect(lines).toContain('LOCATION:Sample North Office\\, 100 Sample Street\\; Sampleville');
  });

  it('keeps any words: lines of at most 75 octets, no forged properties, and the text comes back whole', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(words, words, (title, place) => {
        const file = calendarOf({ ...visit, title: `${title}\r\nATTENDEE:x`, place });
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const unfolded = file.replace(/\r\n /g, '').split('\r\n');
        expect(unfolded.filter((line) => /^ATTENDEE/.test(line))).toEqual([]);
        const said = unfolded.find((line) => line.startsWith('LOCATION:'))?.slice(9) ?? '';
        const read = said.replace(/\\([\\;,n])/g, (_, mark: string) => (mark === 'n' ? '\n' : mark));
        expect(read).toBe(place.replace(/\r\n|\r|\n/g, '\n').replace(/[^\P{Cc}\n]/gu, ''));
      }),
    );
  });

  it('says where and when of a booked visit and nothing of why', () => {
    const booking: Booking = {
      id: 'bkg_0000000000000001',
      rev: 3,
      firstName: 'Robin',
      phone: '+17705550123',
      location: 'north',
      days: [1],
      part: 'any',
      status: 'booked',
      createdAt: visit.stamp,
      callBackBy: visit.stamp,
      visitAt: visit.at,
    };
    const file = visitCalendar(booking, practice, visit.stamp) ?? '';
    expect(file).toContain('DTSTART:20261203T153000Z');
    expect(file).toContain('SEQUENCE:3');
    expect(file).toContain('TRIGGER:-P1D');
    // On a Monday the practice was last there on Friday.
    const monday = { ...booking, visitAt: Date.parse('2026-12-07T15:30:00Z') };
    expect(visitCalendar(monday, practice, visit.stamp)).toContain('TRIGGER:-P3D');
    expect(file).toContain('Sample North Office');
    expect(file).not.toMatch(/Robin|5550123|back|pain/i);
    expect(visitCalendar({ ...booking, status: 'closed' }, practice, visit.stamp)).toBeUndefined();
  });
});

describe('the calendar file of coming days', () => {
  const days = [
    { uid: 'aaa@stridewell', day: '2026-11-23' },
    { uid: 'bbb@stridewell', day: '2026-12-31' },
  ];
  const file = daysCalendar(days, { title: 'A tip from Us, the practice', sequence: 4, stamp: visit.stamp });
  const lines = file.split('\r\n');

  it('is a whole RFC 5545 object with one whole day each', () => {
    expect(lines.at(0)).toBe('BEGIN:VCALENDAR');
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(2);
    // RFC 5545 3.6 and 3.6.1: what a calendar and each of its events must have, once.
    for (const once of ['VERSION:2.0', 'PRODID:-//Stridewell//Dates//EN'])
      expect(lines.filter((line) => line === once)).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('UID:'))).toEqual(['UID:aaa@stridewell', 'UID:bbb@stridewell']);
    expect(lines.filter((line) => line === 'DTSTAMP:20261130T150000Z')).toHaveLength(2);
    expect(lines.filter((line) => line.startsWith('DTSTART'))).toEqual([
      'DTSTART;VALUE=DATE:20261123',
      'DTSTART;VALUE=DATE:20261231',
    ]);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('blocks no time, reminds of nothing and stays private', () => {
    for (const property of ['TRANSP:TRANSPARENT', 'CLASS:PRIVATE', 'SEQUENCE:4'])
      expect(lines.filter((line) => line === property)).toHaveLength(2);
    expect(lines.filter((line) => /VALARM|DTEND|DURATION/.test(line))).toEqual([]);
    expect(lines).toContain('SUMMARY:A tip from Us\\, the practice');
  });
});
