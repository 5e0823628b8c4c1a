import { perChannel } from '../../../functions/core/base/channel';
import { day, hour, minute } from '../../../functions/core/base/time';
import {
  burstsFound,
  everything,
  ratesFound,
  tripped,
  trusting,
} from '../../../functions/core/reporting/circuit-breaker';
import { type HourCount, noTally, type Taken } from '../../../functions/core/reporting/hour';
import { openControls } from '../../../functions/core/sending/controls';

const now = Date.parse('2026-12-01T15:20:00Z');
const thisHour = now - 20 * minute;
const taken = (given: Partial<Taken> = {}): Taken => ({ sent: 0, reported: 0, bounced: 0, complained: 0, ...given });
const anHour = (at: number, given: Partial<HourCount> = {}): HourCount => ({
  at,
  ...perChannel(() => taken()),
  series: {},
  ...given,
});
const mail = (given: Partial<Taken>, at = thisHour - day) => [anHour(at, { email: taken(given) })];
const acts = (found: { do: string }[]) => found.map((one) => one.do);

describe('the shares of bounced and reported mail', () => {
  test.each([
    [{ sent: 1000, bounced: 19 }, []],
    [{ sent: 1000, bounced: 20 }, ['warn']],
    [{ sent: 1000, bounced: 39 }, ['warn']],
    [{ sent: 1000, bounced: 40 }, ['stop']],
    [{ sent: 10_000, complained: 4 }, []],
    [{ sent: 10_000, complained: 5 }, ['warn']],
    [{ sent: 10_000, complained: 7 }, ['warn']],
    [{ sent: 10_000, complained: 8 }, ['stop']],
    [{ sent: 100, bounced: 50, complained: 50 }, ['stop', 'stop']],
  ])('%j: %j', (given, wanted) => {
    expect(acts(ratesFound(mail(given), openControls, now))).toEqual(wanted);
  });

  test('of a handful are chance', () => {
    expect(ratesFound(mail({ sent: 20, bounced: 4, complained: 2 }), openControls, now)).toEqual([]);
    expect(ratesFound([], openControls, now)).toEqual([]);
  });

  test('are told in a sentence with the numbers', () => {
    expect(ratesFound(mail({ sent: 1000, bounced: 43 }), openControls, now)[0]?.reason).toBe(
      '4.3 % of the mail of the last 7 days came back as undeliverable (43 of 1000); sending stops at 4 %',
    );
  });

  test('count for a week, and from the moment staff let sending go on', () => {
    const bad = { sent: 100, bounced: 50 };
    expect(ratesFound(mail(bad, now - 8 * day), openControls, now)).toEqual([]);
    expect(acts(ratesFound(mail(bad), trusting(openControls, 'back-care', now - hour), now))).toEqual(['stop']);
    expect(ratesFound(mail(bad), trusting(openControls, everything, now - hour), now)).toEqual([]);
  });

  test('of texts are the carriers’ business', () => {
    expect(ratesFound([anHour(thisHour, { sms: taken({ sent: 100, bounced: 50 }) })], openControls, now)).toEqual([]);
  });
});

describe('a burst', () => {
  const burst = (count: number, before: HourCount[] = []) => [...before, anHour(thisHour, { series: { s: count } })];

  test('of a small series is none', () => {
    expect(burstsFound(burst(200), {}, openControls, now)).toEqual([]);
    expect(burstsFound(burst(201), {}, openControls, now)).toEqual([
      {
        do: 'pause',
        seriesId: 's',
        reason: '201 messages in the hour from 2026-12-01T15:00:00.000Z, where at most 200 were to be expected',
      },
    ]);
  });

  test('is measured against the seven busiest days of the month before', () => {
    const before = Array.from({ length: 10 }, (_, n) => anHour(thisHour - (n + 1) * day, { series: { s: 100 } }));
    expect(burstsFound(burst(700, before), {}, openControls, now)).toEqual([]);
    expect(acts(burstsFound(burst(701, before), {}, openControls, now))).toEqual(['pause']);
    const long = [anHour(thisHour - 31 * day, { series: { s: 5000 } })];
    expect(acts(burstsFound(burst(300, long), {}, openControls, now))).toEqual(['pause']);
  });

  test('that staff agreed to is none: the people campaigns enrolled', () => {
    expect(burstsFound(burst(5360), { s: 5360 }, openControls, now)).toEqual([]);
    expect(acts(burstsFound(burst(5361), { s: 5360 }, openControls, now))).toEqual(['pause']);
    expect(acts(burstsFound(burst(5360), { other: 5360 }, openControls, now))).toEqual(['pause']);
  });

  test('that people asked for is none: all who confirmed since a month may come up in one hour, on both channels', () => {
    const confirmed = (at: number) => anHour(at, { tally: { ...noTally(), confirmed: 240 } });
    const sent = (count: number) => anHour(thisHour, { series: { s: count }, tally: { ...noTally(), confirmed: 20 } });
    const week = confirmed(thisHour - 7 * day);
    expect(burstsFound([week, sent(520)], {}, openControls, now)).toEqual([]);
    expect(acts(burstsFound([week, sent(521)], {}, openControls, now))).toEqual(['pause']);
    expect(acts(burstsFound([confirmed(thisHour - 31 * day), sent(520)], {}, openControls, now))).toEqual(['pause']);
  });

  test('of an hour that has just ended is seen too, an older one is history', () => {
    const at = (start: number) => [anHour(start, { series: { s: 999 } })];
    expect(acts(burstsFound(at(thisHour - hour), {}, openControls, now))).toEqual(['pause']);
    expect(burstsFound(at(thisHour - 2 * hour), {}, openControls, now)).toEqual([]);
  });

  test('of a paused series, or of one that staff let go on today, is left alone', () => {
    expect(burstsFound(burst(999), {}, { ...openControls, pausedSeries: ['s'] }, now)).toEqual([]);
    for (const what of ['s', everything]) {
      expect(burstsFound(burst(999), {}, trusting(openControls, what, now - day + 1), now)).toEqual([]);
      expect(acts(burstsFound(burst(999), {}, trusting(openControls, what, now - day), now))).toEqual(['pause']);
    }
  });
});

describe('acting on it', () => {
  test('a stop turns the kill switch with its reason, once', () => {
    const stopped = tripped(openControls, [{ do: 'stop', reason: 'too many' }]);
    expect(stopped).toMatchObject({ kill: true, killReason: 'too many' });
    expect(tripped(stopped, [{ do: 'stop', reason: 'again' }])).toBe(stopped);
  });

  test('a pause names the series and why; letting it go on forgets why', () => {
    const paused = tripped(openControls, [{ do: 'pause', seriesId: 's', reason: 'a burst' }]);
    expect(paused).toMatchObject({ kill: false, pausedSeries: ['s'], pauseReasons: { s: 'a burst' } });
    expect(tripped(paused, [{ do: 'pause', seriesId: 's', reason: 'x' }])).toBe(paused);
    expect(trusting(paused, 's', now)).toMatchObject({ pauseReasons: {}, lifted: { s: now } });
  });

  test('a warning changes nothing', () => {
    expect(tripped(openControls, [{ do: 'warn', reason: 'careful' }])).toBe(openControls);
  });
});
