import { day, hour } from '../../../functions/core/base/time';
import type { Enrollment } from '../../../functions/core/person/subscriber';
import {
  advance,
  type Book,
  datesToCome,
  enroll,
  goOn,
  pathFor,
  replanned,
  revive,
  whyNoExercise,
} from '../../../functions/core/series/enrollment';
import type { SeriesVersion } from '../../../functions/core/series/series';
import { aPerson, aProfile, aRun, memory, monday } from '../../support/memory';

let book: Book;
beforeAll(async () => {
  book = await memory().base.book(aPerson({ enrollments: [aRun()] }));
});
const wanted = { id: 'enr_1', seriesId: 'back-care', version: 1, channel: 'email' as const };

describe('a run', () => {
  it('keeps 10:00 local over a change of the clock (LAMP-platform #180)', () => {
    const start = Date.parse('2026-10-28T15:00:00Z');
    const [, second] = datesToCome(aPerson(), enroll(aPerson(), wanted, book, start), book, start);
    expect(new Date(second!.at).toISOString()).toBe('2026-11-04T15:00:00.000Z');
  });
  it('keeps its natural distances after a long pause instead of flushing a backlog', () => {
    const run = aRun({ completedSteps: ['welcome'], lastSentAt: monday, status: 'paused' });
    const dates = datesToCome(aPerson(), revive(aPerson(), run, book, monday + 90 * day), book, monday + 90 * day).map(
      ({ at }) => at,
    );
    expect(dates.length).toBe(5);
    for (const [i, at] of dates.slice(1).entries()) expect(at - dates[i]!).toBeGreaterThanOrEqual(6.9 * day);
  });
  it('never brings two steps closer than the minimum, whatever path the person moves to', () => {
    const person = aPerson({ profile: aProfile({ checkIn: 'worse' }) });
    const run = advance(
      person,
      aRun({ startedAt: monday - 40 * day, completedSteps: ['welcome'], lastSentAt: monday }),
      book,
      monday,
    );
    expect(run.stepId).toBe('spine-doctor');
    expect(run.dueAt! - monday).toBeGreaterThanOrEqual(1.9 * day);
  });
  it('is finished when nothing of the path is left', () => {
    const completedSteps = ['welcome', 'stretching', 'cross-training', 'rest', 'spine-doctor', 'check-in'];
    expect(advance(aPerson(), aRun({ completedSteps }), book, monday)).toMatchObject({
      status: 'finished',
      completedSteps,
    });
  });
});

const attempt = {
  n: 1,
  claimId: 'clm_1',
  channel: 'email' as const,
  claimedAt: monday,
  startBy: monday + 1,
  leaseUntil: monday + hour,
};
/** The same series as a message for one day. */
const asBroadcast = (of: Book): Book => ({
  ...of,
  version: (seriesId, version): SeriesVersion => ({ ...of.version(seriesId, version), kind: 'broadcast' }),
});

describe('a person whose answers are not known', () => {
  const stranger = aProfile({ firstName: '' });
  it('meets no exercises of a series until they answer, and everything else in its order', () => {
    const version = book.version('back-care', 1);
    expect(pathFor(version, stranger)).toEqual({
      name: 'Everyone else',
      who: {},
      steps: [
        { day: 0, step: 'welcome' },
        { day: 21, step: 'rest' },
        { day: 28, step: 'spine-doctor' },
        { day: 40, step: 'check-in' },
      ],
    });
    expect(pathFor(version, aProfile()).steps.map(({ step }) => step)).toContain('stretching');
  });
  it('keeps every step of a broadcast, which has one day only', () => {
    const version = asBroadcast(book).version('back-care', 1);
    expect(pathFor(version, stranger).steps.map(({ step }) => step)).toContain('stretching');
  });
  it('does not lose a step that the series forgot to describe', () => {
    const version = book.version('back-care', 1);
    const path = { name: 'Everyone', who: {}, steps: [{ day: 0, step: 'gone' }] };
    expect(pathFor({ ...version, paths: [path] }, stranger)).toEqual(path);
  });
  it('is not asked to exercise, and staff read why', () => {
    expect(whyNoExercise(stranger)).toBe('answers-not-known');
    expect(whyNoExercise(aProfile({ pain: 'structural' }))).toBe('not-seen-by-a-doctor');
    expect(whyNoExercise(aProfile())).toBeUndefined();
  });
});

describe('a broadcast', () => {
  it('is looked at on its day even while its person waits for a visit: the planner then says why it is skipped', () => {
    const person = aPerson({ visitUntil: monday + 9 * day });
    expect(enroll(person, wanted, asBroadcast(book), monday).wakeAt).toBe(monday);
  });
});

describe('a run that may go on', () => {
  const stopped = (given: Partial<Enrollment> = {}) => {
    const { stepId: _step, dueAt: _due, wakeAt: _wake, ...rest } = aRun({ status: 'stopped', reason: 'booked' });
    return { ...rest, ...given };
  };
  const now = monday + hour;
  it('of a series goes on as after a pause', () => {
    expect(goOn(aPerson(), stopped(), book, now)).toEqual(revive(aPerson(), stopped(), book, now));
    expect(goOn(aPerson(), stopped(), book, now)).toMatchObject({ status: 'active', stepId: 'welcome', wakeAt: now });
  });
  it('of a broadcast ends its pause now, knowing its day again, so that the planner asks whether it is too late', () => {
    const { reason: _reason, ...run } = stopped();
    expect(goOn(aPerson(), stopped(), asBroadcast(book), now)).toEqual({
      ...run,
      status: 'paused',
      pausedUntil: now,
      stepId: 'welcome',
      dueAt: monday,
      wakeAt: now,
      allowedFrom: now,
    });
  });
  it('keeps the step of a request nobody heard of yet', () => {
    const run = aRun({ status: 'stopped', reason: 'booked', phase: 'unknown', stepId: 'rest', attempt });
    const { reason: _reason, ...rest } = run;
    expect(goOn(aPerson(), run, asBroadcast(book), now)).toEqual({ ...rest, status: 'paused', pausedUntil: now });
  });
});

describe('a rest that ends before its time', () => {
  const asleep = { wakeAt: monday + 30 * day, allowedFrom: monday + 30 * day };
  const now = monday + hour;
  const ended = (run: Enrollment, by = book) => replanned(aPerson({ rev: 7, enrollments: [run] }), by, now);
  it('lets what waited for its end go now, not late for the time of the rest', () => {
    expect(ended(aRun(asleep))).toEqual(aPerson({ rev: 7, enrollments: [aRun({ wakeAt: now, allowedFrom: now })] }));
  });
  it.each([
    ['a broadcast, which never waited', aRun(asleep), true],
    ['a request under way', aRun({ ...asleep, phase: 'sending', attempt }), false],
    ['a run that staff paused', aRun({ ...asleep, status: 'paused', reason: 'staff' }), false],
    ['a run that was stopped', aRun({ ...asleep, status: 'stopped', reason: 'left' }), false],
  ])('changes nothing of %s', (_what, run, isBroadcast) => {
    expect(ended(run, isBroadcast ? asBroadcast(book) : book).enrollments).toEqual([run]);
  });
});

describe('the dates that a person in a rest is shown', () => {
  const night = Date.parse('2026-12-02T02:00:00-05:00');
  const morning = Date.parse('2026-12-02T08:02:00-05:00');
  const run = aRun({ stepId: 'stretching', completedSteps: ['welcome'], startedAt: monday - 7 * day, dueAt: monday });
  const first = (pausedUntil: number, wakeAt: number, now = monday) =>
    datesToCome(aPerson({ pausedUntil }), { ...run, wakeAt }, book, now)[0]?.at;
  it('begin after a rest that was asked for since the step was planned', () => {
    expect(first(night, monday)).toBe(morning);
    expect(first(night, monday + hour)).toBe(morning);
  });
  it('are as planned when the rest is over by then', () => {
    const late = monday + 9 * day;
    expect(first(monday + day, late)).toBe(late);
    expect(first(night, night)).toBe(night);
    expect(first(monday - day, monday - 9 * day)).toBe(monday);
    expect(first(night, monday, night)).toBe(night);
  });
  it('are none for a run that is paused', () => {
    const paused = { ...run, status: 'paused' as const, wakeAt: monday };
    expect(datesToCome(aPerson({ pausedUntil: night }), paused, book, monday)).toEqual([]);
  });
});
