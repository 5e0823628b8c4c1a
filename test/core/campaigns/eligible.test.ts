import { day } from '../../../functions/core/base/time';
import { type Start, whyNotEnrolled } from '../../../functions/core/campaigns/eligible';
import { countHead, noHeads } from '../../../functions/core/campaigns/headcount';
import type { Enrollment, Subscriber } from '../../../functions/core/person/subscriber';
import { aPerson, aRun, monday } from '../../support/memory';

const run: Enrollment = aRun({ status: 'finished', startedAt: monday - 60 * day, lastSentAt: monday - 30 * day });
const at = { now: monday, cancelled: new Set<string>() };
const drip: Start = { seriesId: run.seriesId, kind: 'drip', startsAt: () => monday };
const counted = (start: Start, ...people: Subscriber[]) => {
  const sum = noHeads();
  for (const person of people) countHead(sum, person, { who: {}, channels: ['email'], start }, at);
  const { 'already-in-series': had = 0, preferences: out = 0 } = sum.leftOut;
  return { able: sum.eligible.email, had, out };
};

test('an audience is counted by the rule by which it is enrolled', () => {
  const { lastSentAt: _never, ...skipped } = run;
  const people = [[], [run], [skipped], [{ ...run, status: 'active' as const }]].map((enrollments) =>
    aPerson({ enrollments }),
  );
  expect(counted(drip, ...people)).toEqual({ able: 2, had: 2, out: 0 });
  expect(counted({ ...drip, restartAfterDays: 30 }, ...people)).toEqual({ able: 3, had: 1, out: 0 });
  expect(counted({ ...drip, restartAfterDays: 31 }, ...people)).toEqual({ able: 2, had: 2, out: 0 });
  // As of the start: by then more days have passed.
  const later = { ...drip, restartAfterDays: 31, startsAt: () => monday + day };
  expect(counted(later, ...people)).toEqual({ able: 3, had: 1, out: 0 });
});

test('a broadcast is new to everybody, but for those in this very campaign and those who turned it off', () => {
  const event: Start = { ...drip, kind: 'broadcast' };
  expect(counted(event, aPerson({ enrollments: [{ ...run, campaignId: 'cmp_1' }] })).able).toBe(1);
  const own = aPerson({ enrollments: [{ ...run, campaignId: 'cmp_1' }] });
  expect(whyNotEnrolled(own, 'email', { ...event, campaignId: 'cmp_1' }, at)).toBe('already-in-series');
  expect(counted(event, aPerson({ topicsOff: [run.seriesId] }))).toEqual({ able: 0, had: 0, out: 1 });
});

test('without anything to begin the channel alone is asked', () => {
  expect(whyNotEnrolled(aPerson({ enrollments: [run] }), 'email', undefined, at)).toBeUndefined();
});
