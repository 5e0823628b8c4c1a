import type { ChannelName } from '../../../functions/core/base/channel';
import { day, hour, minute } from '../../../functions/core/base/time';
import type { Enrollment, Notice, Subscriber } from '../../../functions/core/person/subscriber';
import { plan } from '../../../functions/core/sending/plan';
import type { Book } from '../../../functions/core/series/enrollment';
import type { SeriesVersion, Step } from '../../../functions/core/series/series';
import { defaultPolicy } from '../../../functions/core/time/policy';
import { aNotice, aPerson, aProfile, aRun, monday } from '../../support/memory';
import { all } from '../../templates/sample';

const series = (id: string): SeriesVersion => all.find(({ seriesId }) => seriesId === id)!;
const book: Book = { policy: defaultPolicy, state: 'GA', version: series };
/** The shipped series with one step changed. */
const withStep = (stepId: string, change: Partial<Step>): Book => {
  const version = series('back-care');
  const steps = { ...version.steps, [stepId]: { ...version.steps[stepId]!, ...change } };
  return { ...book, version: () => ({ ...version, steps }) };
};
const target = 'enr_0000000000000001';
const attempt = (channel: ChannelName, claimedAt: number) => ({
  n: 1,
  claimId: 'clm_1',
  channel,
  claimedAt,
  startBy: claimedAt + 5000,
  leaseUntil: claimedAt + 20 * minute,
});
const aWelcome = (given: Partial<Notice> = {}) => aNotice({ kind: 'sms-welcome', ...given });
const withRun = (run: Partial<Enrollment> = {}, given: Partial<Subscriber> = {}) =>
  aPerson({ enrollments: [aRun(run)], ...given });
const withNotice = (given: Partial<Notice> = {}) => aPerson({ notices: [aWelcome(given)] });
const lacking = (...names: (keyof Enrollment)[]) => {
  const run: Partial<Enrollment> = aRun();
  for (const name of names) delete run[name];
  return aPerson({ enrollments: [run as Enrollment] });
};
const textSent = (at: number) => ({ at, channel: 'sms' as const });

describe('whom to erase', () => {
  it('is whoever has reached their last day, before anything is sent to them', () => {
    const stranger = withRun({}, { expiresAt: monday });
    expect(plan(stranger, book, monday)).toEqual({ do: 'erase' });
    expect(plan(stranger, book, monday + 1)).toEqual({ do: 'erase' });
    expect(plan(stranger, book, monday - 1)).toEqual({ do: 'wait', until: monday });
  });
});

describe('the wait', () => {
  it('ends with the earliest of messages, runs and the last day', () => {
    const among = (notice: number, run: number, last: number) =>
      aPerson({ notices: [aWelcome({ dueAt: notice })], enrollments: [aRun({ wakeAt: run })], expiresAt: last });
    const [soon, later, latest] = [monday + hour, monday + 2 * hour, monday + 3 * hour];
    const wait = { do: 'wait', until: soon };
    expect(plan(among(soon, later, latest), book, monday)).toEqual(wait);
    expect(plan(among(later, soon, latest), book, monday)).toEqual(wait);
    expect(plan(among(latest, later, soon), book, monday)).toEqual(wait);
    expect(plan(aPerson({ expiresAt: soon }), book, monday)).toEqual(wait);
  });

  it('is for nothing while everything is parked', () => {
    const parked = aPerson({ notices: [aWelcome({ phase: 'held' })], enrollments: [aRun({ phase: 'held' })] });
    expect(plan(parked, book, monday)).toEqual({ do: 'nothing' });
  });

  it('is over at the very millisecond', () => {
    expect(plan(withRun(), book, monday).do).toBe('send');
    expect(plan(withRun(), book, monday - 1)).toEqual({ do: 'wait', until: monday });
    expect(plan(withNotice(), book, monday).do).toBe('send');
    expect(plan(withNotice(), book, monday - 1)).toEqual({ do: 'wait', until: monday });
  });
});

describe('a service message', () => {
  const claimedAt = monday - 4 * day;
  it('whose lease ended has an unknown outcome, and a day or three of silence means it went', () => {
    const sending = withNotice({ phase: 'sending', attempt: attempt('sms', claimedAt) });
    expect(plan(sending, book, monday)).toEqual({ do: 'to-unknown', target: 'ntc_1' });
    const unknown = withNotice({ phase: 'unknown', attempt: attempt('sms', claimedAt) });
    expect(plan(unknown, book, monday)).toEqual({ do: 'resolve', target: 'ntc_1', as: 'assume' });
  });

  it('is skipped once it is of no use, a millisecond after its last moment', () => {
    const notice = withNotice({ expiresAt: monday });
    expect(plan(notice, book, monday).do).toBe('send');
    expect(plan(notice, book, monday + 1)).toEqual({
      do: 'skip',
      target: 'ntc_1',
      stepId: 'sms-welcome',
      reason: 'expired',
    });
  });

  it('goes to the channel’s address, free of what marketing must obey', () => {
    expect(plan(withNotice(), book, monday)).toEqual({
      do: 'send',
      target: 'ntc_1',
      intent: { channel: 'sms', address: '+17705550123', marketing: false, stepId: 'sms-welcome' },
    });
  });

  it('is not for a channel the person does not have', () => {
    const nowhere = aPerson({ notices: [aWelcome()], channels: {} });
    expect(plan(nowhere, book, monday)).toEqual({
      do: 'skip',
      target: 'ntc_1',
      stepId: 'sms-welcome',
      reason: 'no-longer-wanted',
    });
  });

  it.each(['unsubscribed', 'suppressed'] as const)(
    'that invites is not for somebody %s, unless they ask to come back; an answer is',
    (status) => {
      const left = withNotice({ kind: 'confirm-sms' });
      left.channels.sms!.status = status;
      expect(plan(left, book, monday)).toMatchObject({ do: 'skip', stepId: 'confirm-sms', reason: 'no-longer-wanted' });
      left.notices = [aWelcome({ kind: 'sms-help' })];
      expect(plan(left, book, monday).do).toBe('send');
      left.notices = [aWelcome({ kind: 'confirm-sms' })];
      left.channels.sms!.asked = { consent: { at: monday, wording: 'w', ref: 'r' }, by: monday + day };
      expect(plan(left, book, monday).do).toBe('send');
    },
  );

  it.each(['pending', 'active'] as const)('that invites is for somebody %s', (status) => {
    const person = withNotice({ kind: 'confirm-sms' });
    person.channels.sms!.status = status;
    expect(plan(person, book, monday).do).toBe('send');
  });
});

describe('a run whose request is under way', () => {
  it('has an unknown outcome when its lease has ended', () => {
    const sending = withRun({ phase: 'sending', attempt: attempt('email', monday - hour) });
    expect(plan(sending, book, monday)).toEqual({ do: 'to-unknown', target });
  });

  const unknown = (run: Partial<Enrollment> = {}) => {
    const channel = run.channel ?? 'email';
    return withRun({ phase: 'unknown', attempt: attempt(channel, monday - 4 * day), ...run });
  };
  it.each([
    ['what the step says', 'email', { onUnknown: 'resend' }, 'resend'],
    ['what the step says, a clinical one too', 'email', { onUnknown: 'assume', clinical: true }, 'assume'],
    ['what the step says, a text too', 'sms', { onUnknown: 'assume' }, 'assume'],
    ['a question for staff where it is clinical', 'email', { clinical: true }, 'hold'],
    ['a question for staff where it is a text', 'sms', {}, 'hold'],
    ['gone where it is a mail', 'email', {}, 'assume'],
  ] as const)('is in the end %s', (_what, channel, step, as) => {
    expect(plan(unknown({ channel }), withStep('welcome', step), monday)).toEqual({ do: 'resolve', target, as });
  });

  it('is resolved by the channel’s rule when its step is unknown to the series or gone', () => {
    expect(plan(unknown({ stepId: 'gone' }), book, monday)).toEqual({ do: 'resolve', target, as: 'assume' });
    const { stepId: _step, ...lost } = unknown().enrollments[0]!;
    const named = { undefined: { ...series('back-care').steps.welcome!, clinical: true } };
    for (const steps of [series('back-care').steps, named]) {
      const odd: Book = { ...book, version: () => ({ ...series('back-care'), steps }) };
      expect(plan(aPerson({ enrollments: [lost] }), odd, monday)).toEqual({ do: 'resolve', target, as: 'assume' });
    }
  });
});

describe('a run that cannot go on', () => {
  it('stops where the channel is not there, not active, or nothing is known of the person', () => {
    const stop = { do: 'stop', target, reason: 'channel-not-active' };
    expect(plan(withRun({}, { channels: {} }), book, monday)).toEqual(stop);
    const pending = withRun();
    pending.channels.email!.status = 'pending';
    expect(plan(pending, book, monday)).toEqual(stop);
    const { profile: _profile, ...stranger } = withRun();
    expect(plan(stranger, book, monday)).toEqual(stop);
  });

  it('stops without consent', () => {
    const person = withRun();
    delete person.channels.email!.consent;
    expect(plan(person, book, monday)).toEqual({ do: 'stop', target, reason: 'no-consent' });
  });

  it('stops without a step, and finds the day of one that has none', () => {
    const stop = { do: 'stop', target, reason: 'no-step' };
    expect(plan(lacking('stepId'), book, monday)).toEqual(stop);
    expect(plan(lacking('dueAt'), book, monday)).toEqual({ do: 'resume', target });
  });
});

describe('a run that goes on', () => {
  it('after a pause finds its step anew', () => {
    const paused = withRun({ status: 'paused', pausedUntil: monday });
    expect(plan(paused, book, monday)).toEqual({ do: 'resume', target });
  });

  it('on another path finds its step anew before anything is sent, and so does one with nothing left', () => {
    expect(plan(withRun({ stepId: 'rest' }), book, monday)).toEqual({ do: 'resume', target });
    const completedSteps = ['welcome', 'stretching', 'cross-training', 'rest', 'spine-doctor', 'check-in'];
    expect(plan(withRun({ stepId: 'check-in', completedSteps }), book, monday)).toEqual({ do: 'resume', target });
  });

  it('leaves exercises out for a person no doctor has seen, and keeps other steps', () => {
    const profile = aProfile({ pain: 'structural' });
    const first = { stepId: 'spine-doctor-first' };
    expect(plan(withRun(first, { profile }), book, monday)).toMatchObject({ do: 'send', intent: first });
    const exercising = withStep('spine-doctor-first', { exercises: true });
    expect(plan(withRun(first, { profile }), exercising, monday)).toEqual({
      do: 'skip',
      target,
      ...first,
      reason: 'not-seen-by-a-doctor',
    });
    expect(plan(withRun(), withStep('welcome', { exercises: true }), monday).do).toBe('send');
  });
});

describe('hours and caps', () => {
  const text = { channel: 'sms' as const };
  it('delay a step until they allow it', () => {
    const capped = withRun(text, { recentSends: [textSent(monday - hour)] });
    expect(plan(capped, book, monday)).toEqual({ do: 'delay', target, until: monday + 23 * hour + 2 * minute });
    expect(plan(withRun({}, { pausedUntil: monday + 1 }), book, monday)).toEqual({
      do: 'delay',
      target,
      until: monday + 1,
    });
  });

  const broadcast = series('clinic-event');
  const stepId = broadcast.paths[0]!.steps[0]!.step;
  const shout = { ...text, seriesId: 'clinic-event', stepId };
  it('skip a broadcast under a cap, send it once the cap is over, and delay it for the window', () => {
    const capped = withRun(shout, { recentSends: [textSent(monday - day + 1)] });
    expect(plan(capped, book, monday)).toEqual({ do: 'skip', target, stepId, reason: 'frequency-cap' });
    const free = withRun(shout, { recentSends: [textSent(monday - day)] });
    expect(plan(free, book, monday)).toMatchObject({ do: 'send', intent: { stepId } });
    const night = Date.parse('2026-12-01T07:00:00Z');
    expect(plan(withRun(shout), book, night).do).toBe('delay');
  });

  it('skip a broadcast for whoever waits for a visit, to the moment it ends; their series waits', () => {
    const skip = { do: 'skip', target, stepId, reason: 'resting-for-a-visit' };
    expect(plan(withRun(shout, { visitUntil: monday + 1 }), book, monday)).toEqual(skip);
    expect(plan(withRun(shout, { visitUntil: monday }), book, monday).do).toBe('send');
    expect(plan(withRun(text, { visitUntil: monday + 1 }), book, monday)).toEqual({
      do: 'delay',
      target,
      until: monday + 1,
    });
  });

  it('skip a broadcast whose day is long past when the break ends, and let it wait for one that ends soon', () => {
    const long = withRun(shout, { pausedUntil: monday + 30 * day });
    expect(plan(long, book, monday)).toEqual({ do: 'skip', target, stepId, reason: 'on-a-break' });
    expect(plan(withRun(shout, { pausedUntil: monday + hour }), book, monday)).toEqual({
      do: 'delay',
      target,
      until: monday + hour,
    });
    expect(plan(withRun(shout, { pausedUntil: monday }), book, monday).do).toBe('send');
  });

  it('skip a broadcast that rested past its day, and let one go on whose day is near; a series always goes on', () => {
    // Texts are open eight hours a weekday, Thanksgiving is none: these are 48 hours, to the millisecond.
    const rested = { ...shout, status: 'paused', pausedUntil: monday } as const;
    const since = (dueAt: number) => plan(withRun({ ...rested, dueAt }), book, monday);
    const opened = Date.parse('2026-11-19T11:00:00-05:00');
    expect(since(opened)).toEqual({ do: 'resume', target });
    expect(since(opened - 1)).toEqual({ do: 'skip', target, stepId, reason: 'too-late' });
    expect(
      plan(withRun({ ...text, ...rested, seriesId: 'back-care', stepId: 'welcome', dueAt: 0 }), book, monday).do,
    ).toBe('resume');
  });

  it('skip a step where they never agree', () => {
    const profile = aProfile({ zones: ['America/Los_Angeles', 'Europe/Athens'] });
    expect(plan(withRun(text, { profile }), book, monday)).toEqual({
      do: 'skip',
      target,
      stepId: 'welcome',
      reason: 'no-common-hour',
    });
  });
});

describe('lateness', () => {
  /** Mail is open twelve hours a day: four days are the 48 hours, exactly. */
  const open = Date.parse('2026-11-30T08:00:00-05:00');
  const now = Date.parse('2026-12-03T19:50:00-05:00');
  const edge = open - 10 * minute;
  const tooLate = { do: 'skip', target, stepId: 'welcome', reason: 'too-late' };
  const due = (dueAt: number, run: Partial<Enrollment> = {}) => withRun({ dueAt, wakeAt: dueAt, ...run });

  it('is allowed to be 48 open hours and not a millisecond more', () => {
    const before = Date.parse('2026-11-29T19:50:00-05:00');
    expect(plan(due(before), book, now).do).toBe('send');
    expect(plan(due(before - 1), book, now)).toEqual(tooLate);
    expect(plan(due(edge), book, now).do).toBe('send');
  });

  it('counts from the moment pauses and caps were over, not from an earlier one than the step was due', () => {
    const longAgo = monday - 30 * day;
    expect(plan(due(longAgo, { allowedFrom: edge }), book, now).do).toBe('send');
    expect(plan(due(longAgo, { allowedFrom: longAgo }), book, now)).toEqual(tooLate);
    expect(plan(due(edge, { allowedFrom: longAgo }), book, now).do).toBe('send');
  });

  it('of a practice that forgives nothing is none at the very moment a step is due', () => {
    const strict: Book = { ...book, policy: { ...defaultPolicy, lateness: 0 } };
    expect(plan(due(monday), strict, monday).do).toBe('send');
    expect(plan(due(monday), strict, monday + 1)).toEqual(tooLate);
  });
});
