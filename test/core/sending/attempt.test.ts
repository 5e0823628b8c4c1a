import { day, hour, minute, second } from '../../../functions/core/base/time';
import {
  apply,
  block,
  claim,
  commit,
  holdsClaim,
  lifelineOf,
  putOff,
  release,
  stopEnrollment,
} from '../../../functions/core/sending/attempt';
import { openControls } from '../../../functions/core/sending/controls';
import { gate } from '../../../functions/core/sending/gate';
import type { Book } from '../../../functions/core/series/enrollment';
import { aNotice, aPerson, aRun, memory, monday } from '../../support/memory';

const id = 'enr_0000000000000001';
let book: Book;
beforeAll(async () => {
  book = await memory().base.book(aPerson({ enrollments: [aRun()] }));
});
const claimed = (run = {}) => claim(aPerson({ enrollments: [aRun(run)] }), id, 'clm_1', monday);

describe('an attempt', () => {
  it('is held by its own claim only', () => {
    expect(holdsClaim(claimed(), id, 'clm_1')).toBe(true);
    expect(holdsClaim(claimed(), id, 'clm_2')).toBe(false);
  });
  it('committed twice is committed once', () => {
    const once = commit(claimed(), id, 'clm_1', book, monday);
    expect(commit(once, id, 'clm_1', book, monday + day)).toBe(once);
    expect(once.recentSends).toHaveLength(1);
  });
  it('is not ended by the outcome of another', () => {
    for (const ended of [
      commit(claimed(), id, 'clm_2', book, monday),
      release(claimed(), id, 'clm_2', monday, true),
      block(claimed(), id, 'clm_2', book, monday),
    ]) {
      expect(ended.enrollments[0]?.phase).toBe('sending');
    }
  });
  it.each(['stopped', 'finished', 'paused'] as const)(
    'leaves the status "%s" to people when it is committed',
    (status) => {
      const person = claimed();
      person.enrollments[0]!.status = status;
      expect(commit(person, id, 'clm_1', book, monday).enrollments[0]).toMatchObject({
        status,
        phase: 'waiting',
        completedSteps: ['welcome'],
      });
    },
  );
  it('keeps its step while its run is stopped, so that a late event still finds it', () => {
    const stopped = stopEnrollment(claimed(), id, 'stop');
    expect(stopped.enrollments[0]).toMatchObject({
      status: 'stopped',
      stepId: 'welcome',
      attempt: { claimId: 'clm_1' },
    });
    expect(commit(stopped, id, 'clm_1', book, monday).enrollments[0]).toMatchObject({
      status: 'stopped',
      completedSteps: ['welcome'],
    });
  });
  it('let go counts as a try only when the provider was asked', () => {
    expect(release(claimed(), id, 'clm_1', monday + minute, true).enrollments[0]).toMatchObject({
      tries: 1,
      wakeAt: monday + minute,
    });
    expect(release(claimed(), id, 'clm_1', monday + minute, false).enrollments[0]).toMatchObject({
      tries: 0,
      allowedFrom: monday + minute,
    });
  });
  it('never puts a step behind the person twice, and never takes one back', () => {
    const person = claimed({ completedSteps: ['rest', 'welcome'] });
    expect(commit(person, id, 'clm_1', book, monday).enrollments[0]?.completedSteps).toEqual(['rest', 'welcome']);
  });
  it('remembers at most forty sends of thirty days', () => {
    const person = {
      ...claimed(),
      recentSends: Array.from({ length: 50 }, (_, i) => ({ at: monday - i * day, channel: 'email' as const })),
    };
    const { recentSends } = commit(person, id, 'clm_1', book, monday);
    expect(recentSends.length).toBeLessThanOrEqual(40);
    expect(Math.min(...recentSends.map(({ at }) => at))).toBeGreaterThan(monday - 30 * day);
  });
});

describe('the gate', () => {
  const ask = (now: number, controls = {}, run = {}) => {
    const person = claim(aPerson({ enrollments: [aRun(run)] }), id, 'clm_1', now);
    return gate(person, { enrollment: person.enrollments[0]! }, { ...openControls, ...controls }, book, now);
  };
  it('opens for a fresh claim inside the window', () =>
    expect(ask(monday, {}, { channel: 'sms' })).toEqual({ open: true }));
  it.each([
    ['sending-is-stopped', { kill: true }, {}],
    ['series-paused', { pausedSeries: ['back-care'] }, {}],
    ['campaign-paused', { campaigns: { cmp_1: 'paused' } }, { campaignId: 'cmp_1' }],
    ['campaign-cancelled', { campaigns: { cmp_1: 'cancelled' } }, { campaignId: 'cmp_1' }],
    ['channel-not-active', {}, { status: 'paused' }],
  ])('stays shut: %s', (reason, controls, run) =>
    expect(ask(monday, controls, run)).toMatchObject({ open: false, reason }),
  );
  it('stays shut within two minutes of either edge of the window', () => {
    const opens = Date.parse('2026-11-30T15:00:00Z');
    const closes = Date.parse('2026-11-30T23:00:00Z');
    for (const at of [opens + minute, closes - minute])
      expect(ask(at, {}, { channel: 'sms' })).toMatchObject({ reason: 'outside-the-window' });
    for (const at of [opens + 3 * minute, closes - 3 * minute])
      expect(ask(at, {}, { channel: 'sms' })).toEqual({ open: true });
  });
  it('stays shut for a claim older than five seconds', () => {
    const person = claimed();
    expect(gate(person, { enrollment: person.enrollments[0]! }, openControls, book, monday + 5 * second)).toMatchObject(
      { reason: 'claimed-too-long-ago' },
    );
  });
});

describe('the answer to an emergency', () => {
  const emergency = aNotice({ id: 'ntc_911', kind: 'sms-emergency' });
  const crisis = aNotice({ id: 'ntc_988', kind: 'sms-crisis' });
  const help = aNotice();
  const person = aPerson({ notices: [help, emergency, crisis], enrollments: [aRun()] });
  const now = monday + hour;
  const attemptOn = (target: string, of = person) =>
    claim(of, target, 'clm_1', now).notices.find((one) => one.id === target)!.attempt!;

  it('is told apart from every other message', () => {
    expect(lifelineOf(person, 'ntc_911')).toEqual(emergency);
    expect(lifelineOf(person, 'ntc_988')).toEqual(crisis);
    for (const other of ['ntc_1', id, 'ntc_unknown']) expect(lifelineOf(person, other)).toBeUndefined();
  });
  it('is leased for a minute only, so that its silence is noticed soon; everything else for twenty', () => {
    for (const target of ['ntc_911', 'ntc_988']) expect(attemptOn(target).leaseUntil).toBe(now + minute);
    expect(attemptOn('ntc_1').leaseUntil).toBe(now + 20 * minute);
    expect(claim(person, id, 'clm_1', now).enrollments[0]?.attempt?.leaseUntil).toBe(now + 20 * minute);
  });
  it('is put off by one minute, however long everything else has to wait', () => {
    const until = now + hour;
    const { notices } = putOff(person, now, until);
    expect(notices).toEqual([
      { ...help, dueAt: until },
      { ...emergency, dueAt: now + minute },
      { ...crisis, dueAt: now + minute },
    ]);
  });
  it('that may be under way keeps its due time; its silence is judged later', () => {
    const until = now + hour;
    const sending = { ...emergency, phase: 'sending' as const, attempt: attemptOn('ntc_911') };
    const later = until + day;
    expect(putOff(aPerson({ notices: [sending] }), later, later + hour).notices).toEqual([
      { ...sending, attempt: { ...sending.attempt, leaseUntil: later + hour } },
    ]);
  });
  it('goes again at once when nobody knows whether it was taken, as one more try', () => {
    const unknown = { ...emergency, phase: 'unknown' as const, attempt: attemptOn('ntc_911') };
    const resent = (tries?: number) => {
      const silent = { ...unknown, ...(tries === undefined ? {} : { tries }) };
      const of = aPerson({ notices: [help, silent] });
      return apply(of, { do: 'resolve', target: 'ntc_911', as: 'resend' }, book, now).notices;
    };
    expect(resent()).toEqual([help, { ...emergency, dueAt: now, tries: 1 }]);
    expect(resent(3)).toEqual([help, { ...emergency, dueAt: now, tries: 4 }]);
  });
});

describe('where an attempt went', () => {
  const key = 'abcdefghijklmnopqrstuvwxyz';
  it('is remembered by the beginning of its address key, which tells addresses apart', () => {
    const { attempt } = claim(aPerson({ enrollments: [aRun()] }), id, 'clm_1', monday, key).enrollments[0]!;
    expect(key.startsWith(attempt!.addressKey!)).toBe(true);
    expect(attempt!.addressKey).toHaveLength(16);
  });
  it('is not made up where no address is known', () => {
    expect(claimed().enrollments[0]?.attempt).not.toHaveProperty('addressKey');
  });
});
