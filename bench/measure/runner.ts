import { minute } from '../../functions/core/base/time';
import type { Subscriber } from '../../functions/core/person/subscriber';

/** Monday, 11:00 in New York: both windows are open there. */
export const monday = Date.parse('2026-11-30T16:00:00Z');

/** Somebody in the middle of the series; the next mail is due at `dueAt`. */
export function runnerOf(n: number, dueAt: number): Subscriber {
  const mark = n.toString(36).padStart(16, '0');
  const consent = { at: monday, wording: '2026-11-a', ref: `con#${mark}` };
  return {
    id: `sub_${mark}`,
    rev: 0,
    kind: 'runner',
    createdAt: monday,
    channels: { email: { address: `runner${n}@example.com`, status: 'active', since: monday, consent } },
    profile: {
      firstName: 'Robin',
      answers: { experience: 'regular', pain: 'mechanical', crossTraining: true },
      locale: 'en',
      state: 'NY',
      zones: ['America/New_York'],
      zoneSource: 'stated',
      zoneConfidence: 0.9,
    },
    enrollments: [
      {
        id: `enr_${mark}`,
        seriesId: 'back-care',
        version: 1,
        channel: 'email',
        status: 'active',
        phase: 'waiting',
        startedAt: dueAt - 7 * 24 * 60 * minute,
        stepId: 'stretching',
        dueAt,
        wakeAt: dueAt,
        completedSteps: ['welcome'],
      },
    ],
    notices: [],
    recentSends: [],
  };
}
