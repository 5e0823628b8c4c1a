import { day, hour, minute, second } from '../../../functions/core/base/time';
import type { Subscriber } from '../../../functions/core/person/subscriber';
import {
  apply,
  block,
  claim,
  commit,
  postpone,
  release,
  stopEnrollment,
} from '../../../functions/core/sending/attempt';
import { openControls } from '../../../functions/core/sending/controls';
import { gate } from '../../../functions/core/sending/gate';
import { heldBy, lifelineOf, sendableOf } from '../../../functions/core/sending/sendable';
import type { Book } from '../../../functions/core/series/enrollment';
import { aNotice, aPerson, aRun, memory, monday } from '../../support/memory';

const id = 'enr_0000000000000001';
let book: Book;
beforeAll(async () => {
  book = await memory().base.book(aPerson({ enrollments: [aRun()] }));
});
const turnOf = (claimId: string) => ({ claimId, book });
const claimedBy = (person: Subscriber, target: string, now: number, to?: string) =>
  claim({ person, sendable: sendableOf(person, target), claimId: 'clm_1', to }, now);
const claimed = (run = {}) => claimedBy(aPerson({ enrollments: [aRun(run)] }), id, monday);

describe('an attempt', () => {
  it('is held by its own claim only', () => {
    expect(heldBy(claimed(), 'clm_1')?.id).toBe(id);
    expect(heldBy(claimed(), 'clm_2')).toBeUndefined();
  });
  it('committed twice is committed once', () => {
    const once = commit(claimed(), turnOf('clm_1'), monday);
    expect(commit(once, turnOf('clm_1'), monday + day)).toBe(once);
    expect(once.recentSends).toHaveLength(1);
  });
  it('is not ended by the outcome of another', () => {
    for (const ended of [
      commit(claimed(), turnOf('clm_2'), monday),
      release(claimed(), turnOf('clm_2'), monday, true),
      block(claimed(), turnOf('clm_2'), monday),
    ]) {
      expect(ended.enrollments[0]?.phase).toBe('sending');
    }
  });
  it.each(['stopped', 'finished', 'paused'] as const)(
    'leaves the status "%s" to people when it is committed',
    (status) => {
      const person = claimed();
      person.enrollments[0]!.status = status;
      expect(commit(person, turnOf('clm_1'), monday).enrollments[0]).toMatchObject({
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
    expect(commit(stopped, turnOf('clm_1'), monday).enrollments[0]).toMatchObject({
      status: 'stopped',
      completedSteps: ['welcome'],
    });
  });
  it('released counts as a try only when the provider was asked', () => {
    expect(release(claimed(), turnOf('clm_1'), monday + minute, true).enrollments[0]).toMatchObject({
      tries: 1,
      wakeAt: monday + minute,
    });
    expect(release(claimed(), turnOf('clm_1'), monday + minute, false).enrollments[0]).toMatchObject({
      tries: 0,
      allowedFrom: monday + minute,
    });
  });
  it('never puts a step behind the person twice, and never takes one back', () => {
    const person = claimed({ completedSteps: ['rest', 'welcome'] });
    expect(commit(person, turnOf('clm_1'), monday).enrollments[0]?.completedSteps).toEqual(['rest', 'welcome']);
  });
  it('remembers at most forty sends of thirty days', () => {
    const person = {
      ...claimed(),
      recentSends: Array.from({ length: 50 }, (_, i) => ({ at: monday - i * day, channel: 'email' as const })),
    };
    const { recentSends } = commit(person, turnOf('clm_1'), monday);
    expect(recentSends.length).toBeLessThanOrEqual(40);
    expect(Math.min(...recentSends.map(({ at }) => at))).toBeGreaterThan(monday - 30 * day);
  });
});

describe('the gate', () => {
  const ask = (now: number, controls = {}, run = {}) => {
    const person = claimedBy(aPerson({ enrollments: [aRun(run)] }), id, now);
    return gate({ person, sendable: sendableOf(person, id), book }, { ...openControls, ...controls }, now);
  };
  it('opens for a fresh claim inside the window', () =>
    expect(ask(monday, {}, { channel: 'sms' })).toEqual({ open: true }));
  it.each([
    ['sending-is-stopped', { kill: true }, {}],
    ['series-paused', { pausedSeries: ['back-care'] }, {}],
    ['campaign-paused', { campaigns: { cmp_1: 'paused' } }, { campaignId: 'cmp_1' }],
    ['campaign-cancelled', { campaigns: { cmp_1: 'cancelled' } }, { campaignId: 'cmp_1' }],
    ['channel-not-active', {}, { status: 'paused' }],
  ])('stays closed: %s', (reason, controls, run) =>
    expect(ask(monday, controls, run)).toMatchObject({ open: false, reason }),
  );
  it('stays closed within two minutes of either edge of the window', () => {
    const opens = Date.parse('2026-11-30T15:00:00Z');
    const closes = Date.parse('2026-11-30T23:00:00Z');
    for (const at of [opens + minute, closes - minute])
      expect(ask(at, {}, { channel: 'sms' })).toMatchObject({ reason: 'outside-the-window' });
    for (const at of [opens + 3 * minute, closes - 3 * minute])
      expect(ask(at, {}, { channel: 'sms' })).toEqual({ open: true });
  });
  it('stays closed for a claim older than five seconds', () => {
    const person = claimed();
    expect(gate({ person, sendable: sendableOf(person, id), book }, openControls, monday + 5 * second)).toMatchObject({
      reason: 'claimed-too-long-ago',
    });
  });
});

describe('the answer to an emergency', () => {
  const emergency = aNotice({ id: 'ntc_911', kind: 'sms-emergency' });
  const crisis = aNotice({ id: 'ntc_988', kind: 'sms-crisis' });
  const help = aNotice();
  const person = aPerson({ notices: [help, emergency, crisis], enrollments: [aRun()] });
  const now = monday + hour;
  const attemptOn = (target: string, of = person) =>
    claimedBy(of, target, now).notices.find((one) => one.id === target)!.attempt!;

  it('is told apart from every other message', () => {
    expect(lifelineOf(emergency)).toBe(emergency);
    expect(lifelineOf(crisis)).toBe(crisis);
    for (const other of [help, aRun()]) expect(lifelineOf(other)).toBeUndefined();
  });
  it('is leased for a minute only, so that its silence is noticed soon; everything else for twenty', () => {
    for (const target of ['ntc_911', 'ntc_988']) expect(attemptOn(target).leaseUntil).toBe(now + minute);
    expect(attemptOn('ntc_1').leaseUntil).toBe(now + 20 * minute);
    expect(claimedBy(person, id, now).enrollments[0]?.attempt?.leaseUntil).toBe(now + 20 * minute);
  });
  it('is postponed by one minute, however long everything else has to wait', () => {
    const until = now + hour;
    const { notices } = postpone(person, now, until);
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
    expect(postpone(aPerson({ notices: [sending] }), later, later + hour).notices).toEqual([
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
    const { attempt } = claimedBy(aPerson({ enrollments: [aRun()] }), id, monday, key).enrollments[0]!;
    expect(key.startsWith(attempt!.addressKey!)).toBe(true);
    expect(attempt!.addressKey).toHaveLength(16);
  });
  it('is not made up where no address is known', () => {
    expect(claimed().enrollments[0]?.attempt).not.toHaveProperty('addressKey');
  });
});
