import { day, hour, minute, second } from '../../../functions/core/base/time';
import { commit, decide, release } from '../../../functions/core/sending/attempt';
import type { Book } from '../../../functions/core/series/enrollment';
import { defaultPolicy } from '../../../functions/core/time/policy';
import { aPerson, aRun, monday } from '../../support/memory';
import { all } from '../../templates/sample';

const version = all.find(({ seriesId }) => seriesId === 'back-care')!;
const book: Book = { policy: defaultPolicy, state: 'GA', version: () => version };
const now = monday + hour;
const attempt = {
  n: 1,
  claimId: 'clm_1',
  channel: 'sms' as const,
  claimedAt: monday,
  startBy: monday + 5 * second,
  leaseUntil: monday + 20 * minute,
};
const held = { channel: 'sms' as const, phase: 'held' as const, attempt };
const notice = {
  id: 'ntc_1',
  kind: 'sms-help' as const,
  dueAt: monday,
  expiresAt: monday + day,
  ...held,
  attempt: { ...attempt, claimId: 'clm_n' },
};
const person = aPerson({ enrollments: [aRun({ id: 'enr_1', ...held }), aRun({ id: 'enr_2' })], notices: [notice] });
const turn = { claimId: 'clm_1', book };
const noticeTurn = { claimId: 'clm_n', book };

describe('of a held message', () => {
  it('staff may say it was sent: it counts from its claim on', () => {
    const sent = decide(person, turn, 'sent', now);
    expect(sent).toEqual(commit(person, turn, now));
    expect(sent.recentSends).toEqual([{ at: monday, channel: 'sms' }]);
  });
  it('staff may let it be: the run goes on, and nothing counts', () => {
    const skipped = decide(person, turn, 'skip', now);
    expect(skipped.recentSends).toEqual([]);
    expect(skipped.enrollments[0]).toMatchObject({ phase: 'waiting', completedSteps: ['welcome'] });
    expect(skipped.enrollments[0]).not.toHaveProperty('lastSentAt');
    expect(skipped.enrollments[1]).toEqual(person.enrollments[1]);
  });
  it('staff may have it sent again: one more try, and not late for the time it was held', () => {
    const again = release(person, turn, now, true);
    expect(decide(person, turn, 'resend', now)).toEqual({
      ...again,
      enrollments: [{ ...again.enrollments[0], allowedFrom: now }, again.enrollments[1]],
    });
    expect(again.enrollments[0]?.tries).toBe(1);
  });
  it('a service message goes again or goes away', () => {
    expect(decide(person, noticeTurn, 'resend', now)).toEqual(release(person, noticeTurn, now, true));
    for (const as of ['sent', 'skip'] as const)
      expect(decide(person, noticeTurn, as, now)).toEqual({ ...person, notices: [] });
  });
  it('nothing changes that is not held, is held by another claim, or is not there', () => {
    for (const as of ['sent', 'skip', 'resend'] as const) {
      expect(decide(person, { claimId: 'clm_2', book }, as, now)).toBe(person);
      const unknown = aPerson({ enrollments: [aRun({ id: 'enr_1', ...held, phase: 'unknown' })] });
      expect(decide(unknown, turn, as, now)).toBe(unknown);
      const { attempt: _attempt, ...lost } = aRun({ id: 'enr_1', ...held });
      const without = aPerson({ enrollments: [lost] });
      expect(decide(without, turn, as, now)).toBe(without);
    }
  });
});
