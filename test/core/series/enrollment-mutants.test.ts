import { perChannel } from '../../../functions/core/base/channel';
import { day, hour, minute } from '../../../functions/core/base/time';
import type { Enrollment } from '../../../functions/core/person/subscriber';
import {
  advance,
  type Book,
  datesToCome,
  enroll,
  freeFrom,
  homeZone,
  mayExercise,
  nextOn,
  opensAt,
  pathFor,
  rerouted,
  revive,
  whereOf,
} from '../../../functions/core/series/enrollment';
import type { SeriesVersion } from '../../../functions/core/series/series';
import { defaultPolicy } from '../../../functions/core/time/policy';
import { aPerson, aProfile, aRun, monday } from '../../support/memory';
import { all } from '../../templates/sample';

const shipped = all.find(({ seriesId }) => seriesId === 'back-care')!;
/** A series of one path with a step on each of the days. */
const onDays = (days: number[], given: Partial<SeriesVersion> = {}): SeriesVersion => ({
  ...shipped,
  hours: { ...perChannel(() => '10:00'), sms: '10:30' },
  minimumGapDays: 2,
  paths: [{ name: 'Everyone', who: {}, steps: days.map((on) => ({ day: on, step: `day-${on}` })) }],
  steps: Object.fromEntries(days.map((on) => [`day-${on}`, shipped.steps.rest!])),
  ...given,
});
const bookOf = (version: SeriesVersion): Book => ({ policy: defaultPolicy, state: 'GA', version: () => version });
const book = bookOf(onDays([0, 1, 7, 21]));
const wanted = { id: 'enr_1', seriesId: 'back-care', version: 1, channel: 'email' as const };
const tenLocal = (date: string) => Date.parse(`${date}T10:00:00-05:00`);
const running = { seriesId: 'back-care', version: 1, channel: 'email', phase: 'waiting', startedAt: monday };
const internal = expect.objectContaining({ code: 'internal' });

describe('who and where a person is', () => {
  it('is in all their zones, under their own state’s holidays or else the practice’s', () => {
    const zones = ['America/New_York', 'America/Chicago'];
    expect(whereOf(aProfile({ zones, state: 'RI' }), book)).toEqual({ zones, state: 'RI' });
    const { state: _state, ...stateless } = aProfile({ zones });
    expect(whereOf(stateless, book)).toEqual({ zones, state: 'GA' });
  });
  it('counts days in the first of the zones, and nowhere without one', () => {
    expect(homeZone(aProfile({ zones: ['America/Denver', 'America/Chicago'] }))).toBe('America/Denver');
    expect(() => homeZone(aProfile({ zones: [] }))).toThrow(internal);
  });
  it.each([
    ['mechanical', undefined, true],
    ['structural', undefined, false],
    ['structural', false, false],
    ['structural', true, true],
  ] as const)('may exercise with a %s hint and seen = %s: %s', (pain, seen, may) => {
    expect(mayExercise(aProfile({ pain, ...(seen === undefined ? {} : { seen }) }))).toBe(may);
  });
});

describe('the first text after YES', () => {
  const step = shipped.steps.rest!;
  const since = (at: number | undefined) => {
    const person = aPerson({ enrollments: [aRun({ channel: 'sms' })] });
    const { sms, ...others } = person.channels;
    const channels = at === undefined ? others : { ...others, sms: { ...sms!, since: at } };
    return { ...person, channels };
  };
  const opens = (at: number | undefined, channel: 'email' | 'sms') =>
    opensAt(since(at), aRun({ channel }), aProfile(), step, book, monday);
  it.each([
    ['waits ten minutes in which it can be read what was agreed to', monday, 'sms', 10 * minute],
    ['waits for what is left of them', monday - 4 * minute, 'sms', 6 * minute],
    ['waits no longer than that', monday - 10 * minute, 'sms', 0],
    ['never makes an email wait', monday, 'email', 0],
    ['is nothing to wait for without a number', undefined, 'sms', 0],
  ] as const)('%s', (_what, at, channel, later) => {
    expect(opens(at, channel)).toBe(monday + later);
  });
});

describe('a path', () => {
  it('is the first that fits; none at all is our own mistake', () => {
    expect(pathFor(shipped, aProfile({ checkIn: 'worse' })).name).toBe('Feels worse');
    expect(pathFor(shipped, aProfile()).name).toBe('Everyone else');
    expect(() => pathFor({ ...shipped, paths: [] }, aProfile())).toThrow(internal);
  });
  it('goes on with its first step that is not behind the person', () => {
    const [path] = onDays([0, 1, 7]).paths;
    expect(nextOn(path!, { completedSteps: ['day-0', 'day-7'] })).toEqual({ day: 1, step: 'day-1' });
    expect(nextOn(path!, { completedSteps: ['day-0', 'day-1', 'day-7'] })).toBeUndefined();
  });
});

describe('a run begins', () => {
  it('now, with a step on day 0 due at once whatever the hour', () => {
    expect(enroll(aPerson(), wanted, book, monday)).toEqual({
      ...running,
      id: 'enr_1',
      status: 'active',
      completedSteps: [],
      stepId: 'day-0',
      dueAt: monday,
      wakeAt: monday,
    });
  });
  it('on the day and hour of its campaign; if that is over it is looked at now, and is late', () => {
    const start = (firstDueAt: number) => enroll(aPerson(), { ...wanted, firstDueAt }, book, monday);
    expect(start(monday + day)).toMatchObject({ startedAt: monday + day, dueAt: monday + day, wakeAt: monday + day });
    expect(start(monday - day)).toMatchObject({ startedAt: monday - day, dueAt: monday - day, wakeAt: monday });
    expect(start(monday + day)).not.toHaveProperty('firstDueAt');
  });
  it('with a step on day 1 at the local hour of the channel', () => {
    const tomorrow = bookOf(onDays([1]));
    expect(enroll(aPerson(), wanted, tomorrow, monday).dueAt).toBe(tenLocal('2026-12-01'));
    expect(enroll(aPerson(), { ...wanted, channel: 'sms' }, tomorrow, monday).dueAt).toBe(
      tenLocal('2026-12-01') + 30 * minute,
    );
  });
  it('not for a person of whom nothing is known', () => {
    const { profile: _profile, ...stranger } = aPerson();
    expect(() => enroll(stranger, wanted, book, monday)).toThrow(internal);
  });
});

describe('a run moves to its next step', () => {
  const moved = (completedSteps: string[], run: Partial<Enrollment> = {}) =>
    advance(aPerson(), aRun({ completedSteps, ...run }), book, monday);

  it('and leaves behind all that was about the step before', () => {
    const old = { stepId: 'day-0', tries: 3, allowedFrom: monday - day, wakeAt: monday - day, dueAt: monday - day };
    expect(moved(['day-0'], old)).toEqual({
      ...running,
      id: aRun().id,
      status: 'active',
      completedSteps: ['day-0'],
      stepId: 'day-1',
      dueAt: tenLocal('2026-12-01'),
      wakeAt: tenLocal('2026-12-01'),
    });
    expect(moved(['day-0', 'day-1', 'day-7', 'day-21'], old)).toEqual({
      ...running,
      id: aRun().id,
      status: 'finished',
      completedSteps: ['day-0', 'day-1', 'day-7', 'day-21'],
    });
  });
  it('and stays paused or stopped when nothing is left', () => {
    for (const status of ['paused', 'stopped'] as const)
      expect(moved(['day-0', 'day-1', 'day-7', 'day-21'], { status }).status).toBe(status);
  });
  it('keeps the path’s distance to the step before, and never less than the minimum', () => {
    const sent = { lastSentAt: monday + 30 * day };
    expect(moved(['day-0', 'day-1', 'day-7'], sent).dueAt).toBe(tenLocal('2027-01-13'));
    expect(moved(['day-0'], sent).dueAt).toBe(tenLocal('2027-01-01'));
    expect(moved([], sent).dueAt).toBe(tenLocal('2027-01-01'));
    expect(moved(['day-0', 'day-1', 'day-7'], { lastSentAt: monday }).dueAt).toBe(tenLocal('2026-12-21'));
  });
  it('which is free from the end of a pause or a cap on', () => {
    const run = aRun({ completedSteps: ['day-0'] });
    const due = tenLocal('2026-12-01');
    const paused = (pausedUntil: number) => advance(aPerson({ pausedUntil }), run, book, monday);
    expect(paused(due + hour)).toMatchObject({ dueAt: due, allowedFrom: due + hour, wakeAt: due + hour });
    expect(paused(due)).not.toHaveProperty('allowedFrom');
    const capped = aPerson({ recentSends: [{ at: monday, channel: 'email' }] });
    expect(advance(capped, run, book, monday)).toMatchObject({ allowedFrom: monday + day, wakeAt: monday + day });
  });
  it('which is looked at when due even if its zones never agree on an hour', () => {
    const torn = aPerson({ profile: aProfile({ zones: ['America/Los_Angeles', 'Europe/Athens'] }) });
    const run = advance(torn, aRun({ channel: 'sms', completedSteps: ['day-0'] }), book, monday);
    expect(run.wakeAt).toBe(run.dueAt);
  });
  it('of a broadcast is its own day, whatever holds the person: the planner then skips it or waits', () => {
    const broadcast = bookOf(onDays([0], { kind: 'broadcast' }));
    const busy = { recentSends: [{ at: monday, channel: 'email' as const }] };
    expect(enroll(aPerson(busy), wanted, broadcast, monday).wakeAt).toBe(monday);
    const paused = aPerson({ ...busy, pausedUntil: monday + hour });
    expect(enroll(paused, wanted, broadcast, monday).wakeAt).toBe(monday);
  });
});

describe('when a step may leave', () => {
  const night = Date.parse('2026-12-01T07:00:00Z');
  const anyHour = { ...shipped.steps.welcome!, anyHour: true };
  const open = (channel: 'email' | 'sms', step = anyHour) =>
    opensAt(aPerson(), aRun({ channel }), aProfile(), step, book, night);
  it('is any hour for a mail that says so, and the window for everything else', () => {
    expect(open('email')).toBe(night);
    expect(open('email', { ...anyHour, anyHour: false })).toBe(tenLocal('2026-12-01') - 2 * hour + 2 * minute);
    expect(open('sms')).toBe(tenLocal('2026-12-01') + 2 * minute);
  });
  it('is after the later of pause and caps', () => {
    const person = aPerson({ pausedUntil: night + hour, recentSends: [{ at: night, channel: 'sms' }] });
    expect(freeFrom(person, 'email', book, night)).toBe(night + hour);
    expect(freeFrom(person, 'sms', book, night)).toBe(night + day);
    expect(freeFrom(person, 'email', book, night + 2 * hour)).toBe(night + 2 * hour);
  });
});

describe('a run goes on after a pause', () => {
  it('not late for the time nobody wanted it, and with nothing left of the pause', () => {
    const run = aRun({ status: 'paused', pausedUntil: monday, reason: 'booking', startedAt: monday - 3 * day });
    const { pausedUntil: _until, reason: _reason, ...rest } = run;
    expect(revive(aPerson(), run, book, monday)).toEqual({
      ...rest,
      status: 'active',
      stepId: 'day-0',
      dueAt: monday - 3 * day,
      wakeAt: monday,
      allowedFrom: monday,
    });
    const ahead = { completedSteps: ['day-0'], status: 'paused' as const };
    expect(revive(aPerson(), aRun(ahead), book, monday).allowedFrom).toBe(monday);
  });
  it.each(['sending', 'unknown', 'held'] as const)('and keeps its step while an attempt is %s', (phase) => {
    const run = aRun({ phase, stepId: 'day-7', status: 'paused', pausedUntil: monday, reason: 'booking' });
    const { pausedUntil: _until, reason: _reason, ...rest } = run;
    expect(revive(aPerson(), run, book, monday)).toEqual({ ...rest, status: 'active' });
  });
});

describe('changed answers', () => {
  const reroute = (run: Partial<Enrollment>, person = {}) =>
    rerouted(aPerson({ enrollments: [aRun(run)], ...person }), book, monday).enrollments[0]!;
  it.each(['active', 'paused'] as const)('move a run that is %s and waits', (status) => {
    expect(reroute({ status, stepId: 'gone', completedSteps: ['day-0'] })).toMatchObject({ status, stepId: 'day-1' });
  });
  it.each([{ phase: 'sending' }, { phase: 'unknown' }, { phase: 'held' }, { status: 'stopped' }] as const)(
    'leave a run alone with %o',
    (run) => expect(reroute({ ...run, stepId: 'gone' })).toEqual(aRun({ ...run, stepId: 'gone' })),
  );

  const finished = { status: 'finished' as const, completedSteps: ['day-0', 'day-1', 'day-7'] };
  it('wake a finished run whose new path has steps left, and it is not late', () => {
    expect(reroute({ ...finished, startedAt: monday - 60 * day })).toMatchObject({
      status: 'active',
      stepId: 'day-21',
      dueAt: tenLocal('2026-10-22') - hour,
      wakeAt: monday,
      allowedFrom: monday,
      startedAt: monday - 60 * day,
    });
    expect(reroute(finished).allowedFrom).toBe(monday);
    expect(reroute(finished, { pausedUntil: monday + 40 * day }).allowedFrom).toBe(monday + 40 * day);
  });
  it('leave a finished run alone that has nothing left, or no channel to go on', () => {
    const done = { ...finished, completedSteps: ['day-0', 'day-1', 'day-7', 'day-21'] };
    expect(reroute(done)).toEqual(aRun(done));
    expect(reroute(finished, { channels: {} })).toEqual(aRun(finished));
    const { channels } = aPerson();
    channels.email!.status = 'unsubscribed';
    expect(reroute(finished, { channels })).toEqual(aRun(finished));
  });
});

describe('the dates to come', () => {
  it('are each step with its moment, caps counted as if all went out', () => {
    const run = enroll(aPerson(), wanted, book, monday);
    expect(datesToCome(aPerson(), run, book, monday)).toEqual([
      { stepId: 'day-0', at: monday },
      { stepId: 'day-1', at: tenLocal('2026-12-02') },
      { stepId: 'day-7', at: tenLocal('2026-12-08') },
      { stepId: 'day-21', at: tenLocal('2026-12-22') },
    ]);
    const daily = onDays([0, 7, 14, 21, 28, 35, 42], { minimumGapDays: 1 });
    const strict = { ...defaultPolicy, caps: { ...defaultPolicy.caps, email: { per24h: 1, per7d: 6, per30d: 1 } } };
    const slow: Book = { ...bookOf(daily), policy: strict };
    const before = aPerson({ recentSends: [{ at: monday - day, channel: 'email' }] });
    const texted = aPerson({ recentSends: [{ at: monday - day, channel: 'sms' }] });
    const seen = (person = before) =>
      datesToCome(person, enroll(person, wanted, slow, monday), slow, monday).map(({ at }) => at);
    expect(seen()[0]).toBe(monday + 29 * day);
    expect(seen(texted)[0]).toBe(monday);
    for (const [i, at] of seen().slice(1).entries()) expect(at - seen()[i]!).toBeGreaterThanOrEqual(30 * day);
  });
  it('remember the sends there were before, beside those to come', () => {
    const two = { ...defaultPolicy, caps: { ...defaultPolicy.caps, email: { per24h: 1, per7d: 6, per30d: 2 } } };
    const weekly: Book = { ...bookOf(onDays([0, 7])), policy: two };
    const before = aPerson({ recentSends: [{ at: monday - day, channel: 'email' }] });
    expect(datesToCome(before, enroll(before, wanted, weekly, monday), weekly, monday)).toEqual([
      { stepId: 'day-0', at: monday },
      { stepId: 'day-7', at: monday + 29 * day },
    ]);
  });
  it('begin now when the run is overdue', () => {
    expect(datesToCome(aPerson(), aRun({ stepId: 'day-0', wakeAt: monday - day }), book, monday)[0]?.at).toBe(monday);
  });
  it('are none for a run that is paused, has no step or no moment', () => {
    expect(datesToCome(aPerson(), aRun({ stepId: 'day-0', status: 'paused' }), book, monday)).toEqual([]);
    const { wakeAt: _wake, ...unset } = aRun({ stepId: 'day-0' });
    expect(datesToCome(aPerson(), unset, book, monday)).toEqual([]);
    const { stepId: _step, ...lost } = aRun();
    expect(datesToCome(aPerson(), lost, book, monday)).toEqual([]);
  });
  it('are forty at most', () => {
    const long = bookOf(onDays(Array.from({ length: 45 }, (_, n) => n * 7)));
    expect(datesToCome(aPerson(), enroll(aPerson(), wanted, long, monday), long, monday)).toHaveLength(40);
  });
});
