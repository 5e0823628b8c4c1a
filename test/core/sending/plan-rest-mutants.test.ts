import { day, hour } from '../../../functions/core/base/time';
import type { Notice, Subscriber } from '../../../functions/core/person/subscriber';
import { plan } from '../../../functions/core/sending/plan';
import { lastTryBefore } from '../../../functions/core/sending/safety-answer';
import type { Book } from '../../../functions/core/series/enrollment';
import type { SeriesVersion } from '../../../functions/core/series/series';
import { defaultPolicy } from '../../../functions/core/time/policy';
import { aNotice, aPerson, aProfile, aRun, monday } from '../../support/memory';
import { all } from '../../templates/sample';

/** What a person said, answers to emergencies and unproven addresses: each change of a rule is noticed here. */
const series = (id: string): SeriesVersion => all.find(({ seriesId }) => seriesId === id)!;
const book: Book = { policy: defaultPolicy, state: 'GA', version: series };
const target = 'enr_0000000000000001';
const emergency = aNotice({ id: 'ntc_2', kind: 'sms-emergency', data: { saidAt: String(monday) } });
const withNotices = (notices: Notice[], given: Partial<Subscriber> = {}) => aPerson({ notices, ...given });

describe('the answer to an emergency', () => {
  it('stands before all else of its person, and nothing else changes places', () => {
    const help = aNotice();
    const other = aNotice({ id: 'ntc_3' });
    expect(plan(withNotices([help, emergency, other]), book, monday)).toMatchObject({ do: 'send', target: 'ntc_2' });
    expect(plan(withNotices([emergency, help]), book, monday)).toMatchObject({ do: 'send', target: 'ntc_2' });
    expect(plan(withNotices([help, other]), book, monday)).toMatchObject({ do: 'send', target: 'ntc_1' });
  });

  it('is tried again until its time is over, then its outcome is assumed', () => {
    const silent = { ...emergency, phase: 'unknown' as const, dueAt: monday };
    const last = lastTryBefore(silent);
    const ask = (now: number) => plan(withNotices([silent]), book, now);
    expect(ask(last - 1)).toEqual({ do: 'resolve', target: 'ntc_2', as: 'resend' });
    expect(ask(last)).toEqual({ do: 'resolve', target: 'ntc_2', as: 'assume' });
    const help = aNotice({ phase: 'unknown' });
    expect(plan(withNotices([help]), book, monday)).toEqual({ do: 'resolve', target: 'ntc_1', as: 'assume' });
  });
});

describe('an address that nobody confirmed', () => {
  const { channels } = aPerson();
  const { consent: _none, ...unproven } = channels.sms!;
  const given = { channels: { ...channels, sms: { ...unproven, status: 'pending' as const } } };

  it('gets nothing that needs proof, but at the desk', () => {
    const welcome = aNotice({ kind: 'sms-welcome' });
    expect(plan(withNotices([welcome], given), book, monday)).toEqual({
      do: 'skip',
      target: 'ntc_1',
      stepId: 'sms-welcome',
      reason: 'not-confirmed',
    });
    expect(plan(withNotices([welcome], { ...given, kind: 'desk' }), book, monday)).toMatchObject({ do: 'send' });
    expect(plan(withNotices([aNotice()], given), book, monday)).toMatchObject({ do: 'send', target: 'ntc_1' });
    expect(plan(withNotices([welcome]), book, monday)).toMatchObject({ do: 'send', target: 'ntc_1' });
  });
});

describe('what a person said', () => {
  const drip = (given: Partial<Subscriber>) => aPerson({ enrollments: [aRun()], ...given });

  it('about a topic ends every run of it', () => {
    expect(plan(drip({ topicsOff: ['back-care'] }), book, monday)).toEqual({
      do: 'stop',
      target,
      reason: 'preferences',
    });
    expect(plan(drip({ topicsOff: ['walk-in-hours'] }), book, monday)).not.toMatchObject({ do: 'stop' });
  });

  it('about a visit or a break delays a drip past it, to the end or to an open hour behind it', () => {
    const until = monday + 3 * day;
    for (const rest of [{ visitUntil: until }, { pausedUntil: until }]) {
      const told = plan(drip(rest), book, monday);
      expect(told).toMatchObject({ do: 'delay', target });
      expect((told as { until: number }).until).toBeGreaterThanOrEqual(until);
    }
    expect(plan(drip({ visitUntil: monday }), book, monday)).not.toMatchObject({ do: 'delay' });
  });

  it('about a rest comes first: nothing is skipped in it that may be fit or find its hour once it is over', () => {
    const until = monday + 3 * day;
    const exercise = aRun({ stepId: 'stretching', completedSteps: ['welcome', 'spine-doctor-first', 'rest-gently'] });
    const structural = { profile: aProfile({ pain: 'structural', seen: false }), enrollments: [exercise] };
    const version = series('back-care');
    const everybody = { ...version, paths: version.paths.slice(-1) };
    const onEverybodysPath: Book = { ...book, version: () => everybody };
    expect(plan(drip(structural), onEverybodysPath, monday)).toMatchObject({
      do: 'skip',
      reason: 'not-seen-by-a-doctor',
    });
    expect(plan(drip({ ...structural, visitUntil: until }), onEverybodysPath, monday)).toMatchObject({ do: 'delay' });

    const torn = {
      profile: aProfile({ zones: ['America/Los_Angeles', 'Europe/Athens'] }),
      enrollments: [aRun({ channel: 'sms' })],
    };
    expect(plan(drip(torn), book, monday)).toMatchObject({ do: 'skip', reason: 'no-common-hour' });
    expect(plan(drip({ ...torn, pausedUntil: until }), book, monday)).toEqual({ do: 'delay', target, until });
  });

  it('about a rest that ends at night delays a text to the morning after it', () => {
    const night = Date.parse('2026-12-02T02:00:00-05:00');
    const morning = Date.parse('2026-12-02T10:02:00-05:00');
    const text = { enrollments: [aRun({ channel: 'sms' })], pausedUntil: night };
    expect(plan(drip(text), book, monday)).toEqual({ do: 'delay', target, until: morning });
  });

  const broadcast = (given: Partial<Subscriber>, dueAt = monday) =>
    aPerson({
      enrollments: [
        aRun({
          seriesId: 'walk-in-hours',
          stepId: 'message',
          completedSteps: [],
          dueAt,
          wakeAt: dueAt,
          campaignId: 'cmp_1',
        }),
      ],
      ...given,
    });

  it('about a visit ends a broadcast, and so does a break that outlives its day', () => {
    const skip = (reason: string) => ({ do: 'skip', target, stepId: 'message', reason });
    expect(plan(broadcast({ visitUntil: monday + 1 }), book, monday)).toEqual(skip('resting-for-a-visit'));
    expect(plan(broadcast({ visitUntil: monday }), book, monday)).toMatchObject({ do: 'send' });
    expect(plan(broadcast({ pausedUntil: monday + 30 * day }), book, monday)).toEqual(skip('on-a-break'));
    expect(plan(broadcast({ pausedUntil: monday }), book, monday)).toMatchObject({ do: 'send' });
    expect(plan(broadcast({ pausedUntil: monday + hour }), book, monday)).not.toEqual(skip('on-a-break'));
    expect(plan(broadcast({}), book, monday)).toMatchObject({ do: 'send' });
  });

  it('about a break that is over ends no broadcast; its day may', () => {
    const late = { do: 'skip', target, stepId: 'message', reason: 'too-late' };
    for (const pausedUntil of [monday, monday - day])
      expect(plan(broadcast({ pausedUntil }, monday - 30 * day), book, monday)).toEqual(late);
  });

  it('about a break lets a broadcast wait for its end while no more than the allowed open time is lost', () => {
    // Mail is open twelve hours a day: from Thursday at eight to Sunday at eight in the evening these are the 48 hours.
    const dueAt = Date.parse('2026-12-03T08:00:00-05:00');
    const pausedUntil = Date.parse('2026-12-06T20:00:00-05:00');
    const resting = (until: number) => plan(broadcast({ pausedUntil: until }, dueAt), book, dueAt);
    expect(resting(pausedUntil)).toMatchObject({ do: 'delay', target });
    expect(resting(pausedUntil + day)).toEqual({ do: 'skip', target, stepId: 'message', reason: 'on-a-break' });
    expect(plan(broadcast({ pausedUntil }, dueAt - day), book, dueAt)).toMatchObject({ reason: 'on-a-break' });
  });

  it('about a pause ends with it for a broadcast that has no step or no day: the run then finds its own end', () => {
    const [run] = broadcast({}, monday - 30 * day).enrollments;
    const paused = { ...run!, status: 'paused' as const, pausedUntil: monday };
    const { stepId: _step, ...stepless } = paused;
    const { dueAt: _due, ...dayless } = paused;
    expect(plan(aPerson({ enrollments: [paused] }), book, monday)).toMatchObject({ do: 'skip', reason: 'too-late' });
    for (const lost of [stepless, dayless])
      expect(plan(aPerson({ enrollments: [lost] }), book, monday)).toEqual({ do: 'resume', target });
  });
});
