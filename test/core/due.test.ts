import {
  drainMargin,
  dueOf,
  leaseFor,
  requestTimeout,
  resolveAfter,
  signatureLife,
  startWithin,
} from '../../functions/core/due';
import { second } from '../../functions/core/time';
import { aPerson, aRun, monday } from '../support/memory';

describe('the times of the protocol', () => {
  it('fit into each other', () => {
    expect(requestTimeout).toBeLessThan(drainMargin);
    expect(startWithin + drainMargin).toBeLessThanOrEqual(13 * second);
    expect(signatureLife).toBeLessThan(leaseFor);
    expect(startWithin + requestTimeout).toBeLessThan(leaseFor);
    expect(leaseFor).toBeLessThan(Math.min(...Object.values(resolveAfter)));
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
      enrollments: [aRun({ wakeAt: monday + 9 }), aRun({ id: 'enr_2', channel: 'sms', wakeAt: monday + 3 })],
      expiresAt: monday + 7,
    });
    expect(dueOf(person)).toEqual({ at: monday + 3, channel: 'sms' });
  });
});
