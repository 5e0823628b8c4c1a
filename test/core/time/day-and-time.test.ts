import { dayAndTime } from '../../../functions/core/time/day-and-time';

test('a moment is said in the language of its reader, in the zone it is about', () => {
  const at = Date.UTC(2026, 10, 30, 15, 0);
  expect(dayAndTime(at, 'America/New_York', 'en')).toEqual({ day: 'Monday, November 30', time: '10:00 AM' });
  expect(dayAndTime(at, 'America/New_York', 'es')).toEqual({ day: 'lunes, 30 de noviembre', time: '10:00 a.m.' });
});
