import { day, hour, minute, second } from '../../../functions/core/base/time';
import {
  drainMargin,
  dueOf,
  leaseFor,
  recentAtMost,
  recentFor,
  requestTimeout,
  resolveAfter,
  signatureLife,
  startWithin,
  stopTakes,
  wakeOf,
} from '../../../functions/core/sending/due';
import { aPerson, aRun, monday } from '../../support/memory';

describe('the times of the protocol', () => {
  it('fit into each other', () => {
    expect(requestTimeout).toBeLessThan(drainMargin);
    expect(startWithin + drainMargin).toBeLessThanOrEqual(13 * second);
    expect(signatureLife).toBeLessThan(leaseFor);
    expect(startWithin + requestTimeout).toBeLessThan(leaseFor);
    expect(leaseFor).toBeLessThan(Math.min(...Object.values(resolveAfter)));
  });
  it('are what the runbook and the README say', () => {
    expect([startWithin, requestTimeout, drainMargin]).toEqual([5 * second, 6 * second, 8 * second]);
    expect(stopTakes).toBe(13 * second);
    expect([leaseFor, signatureLife]).toEqual([20 * minute, 15 * minute]);
    expect(resolveAfter).toEqual({ email: 24 * hour, sms: 72 * hour });
    expect([recentFor, recentAtMost]).toEqual([30 * day, 40]);
  });
});

describe('when a person is due', () => {
  const attempt = {
    n: 1,
    claimId: 'c',
    channel: 'sms' as const,
    claimedAt: monday,
    startBy: monday + 1,
    leaseUntil: monday + leaseFor,
  };
  it.each([
    ['a step that waits', {}, monday],
    ['a request under way: when its lease ends', { phase: 'sending', attempt }, monday + leaseFor],
    ['an unknown outcome: when its rule applies', { phase: 'unknown', attempt }, monday + resolveAfter.sms],
    ['a stopped run with a request under way', { status: 'stopped', phase: 'sending', attempt }, monday + leaseFor],
    ['a pause with an end', { status: 'paused', pausedUntil: monday + 5 }, monday + 5],
    ['a pause without one: never', { status: 'paused' }, undefined],
    ['a held step: never, staff decide', { phase: 'held', attempt }, undefined],
    ['a finished run: never', { status: 'finished' }, undefined],
  ])('%s', (_what, run, at) => {
    expect(dueOf(aPerson({ enrollments: [aRun({ channel: 'sms', ...(run as object) })] }))?.at).toBe(at);
  });
  it('is the earliest of all there is', () => {
    const person = aPerson({
      tipsBy: 'both',
      enrollments: [aRun({ wakeAt: monday + 9 }), aRun({ id: 'enr_2', channel: 'sms', wakeAt: monday + 3 })],
      expiresAt: monday + 7,
    });
    expect(dueOf(person)).toEqual({ at: monday + 3, channel: 'sms' });
  });
  it('is the day to erase them, when there is nothing else', () => {
    expect(dueOf(aPerson({ expiresAt: monday }))).toEqual({ at: monday, channel: 'sms' });
    expect(dueOf(aPerson())).toBeUndefined();
    expect(dueOf(aPerson({ enrollments: [aRun()], expiresAt: monday + 1 }))).toEqual({ at: monday, channel: 'email' });
  });
  it('is not kept from anybody by something parked that stands before it', () => {
    const held = aRun({ id: 'enr_2', phase: 'held' });
    expect(dueOf(aPerson({ enrollments: [held] }))).toBeUndefined();
    expect(dueOf(aPerson({ enrollments: [held, aRun()] }))).toEqual({ at: monday, channel: 'email' });
  });
  it('is on the channel of what comes first; of two at once the first one', () => {
    const both = (notice: number, run: number) =>
      dueOf(aPerson({ notices: [{ ...aNotice, dueAt: notice }], enrollments: [aRun({ wakeAt: run })] }));
    expect(both(monday, monday + 1)).toEqual({ at: monday, channel: 'sms' });
    expect(both(monday + 1, monday)).toEqual({ at: monday, channel: 'email' });
    expect(both(monday, monday)).toEqual({ at: monday, channel: 'sms' });
  });

  const aNotice = {
    id: 'ntc_1',
    kind: 'sms-help' as const,
    channel: 'sms' as const,
    phase: 'waiting' as const,
    dueAt: monday,
    expiresAt: monday + day,
  };
  it.each([
    ['waits', {}, monday],
    ['waits, with an old attempt on it', { attempt }, monday],
    ['is under way: when its lease ends', { phase: 'sending', attempt }, monday + leaseFor],
    ['lost its attempt', { phase: 'sending' }, monday],
    ['has an unknown outcome', { phase: 'unknown', attempt }, monday + 72 * hour],
    ['was postponed while unknown', { phase: 'unknown', attempt, dueAt: monday + 99 * hour }, monday + 99 * hour],
    ['is unknown and lost its attempt', { phase: 'unknown' }, monday],
    ['is held: never', { phase: 'held', attempt }, undefined],
  ])('for a service message that %s', (_what, given, at) => {
    expect(wakeOf({ ...aNotice, ...(given as object) })).toBe(at);
  });
  it('for the answer to an emergency that nobody heard of: as soon as its lease is over, not days later', () => {
    const short = { ...attempt, leaseUntil: monday + minute };
    const silent = { ...aNotice, kind: 'sms-emergency' as const, phase: 'unknown' as const, attempt: short };
    expect(wakeOf(silent)).toBe(monday + minute);
    expect(wakeOf({ ...silent, tries: 2 })).toBe(monday + 2 * minute);
  });

  it.each([
    ['waits, with an old attempt on it', { attempt }, monday],
    ['lost its attempt', { phase: 'sending' }, monday],
    ['is unknown and lost its attempt', { phase: 'unknown' }, monday],
    ['has an unknown mail', { channel: 'email', phase: 'unknown', attempt }, monday + 24 * hour],
    ['was postponed while unknown', { phase: 'unknown', attempt, wakeAt: monday + 99 * hour }, monday + 99 * hour],
    ['has a day and is looked at later', { wakeAt: monday + 5 }, monday + 5],
    ['is stopped: never', { status: 'stopped' }, undefined],
    ['is stopped while it was paused: never', { status: 'stopped', pausedUntil: monday }, undefined],
    ['is held and paused: never', { phase: 'held', status: 'paused', pausedUntil: monday }, undefined],
  ])('for a run that %s', (_what, given, at) => {
    expect(wakeOf(aRun({ channel: 'sms', ...(given as object) }))).toBe(at);
  });
  it('for a run without a moment to look again: when its step is due', () => {
    const { wakeAt: _wake, ...run } = aRun();
    expect(wakeOf(run)).toBe(monday);
    expect(wakeOf({ ...run, phase: 'unknown', attempt })).toBe(monday + 24 * hour);
  });
});
