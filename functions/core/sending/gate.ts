import { type Instant, minute } from '../base/time';
import type { Enrollment, Notice, Subscriber } from '../person/subscriber';
import { type Book, restsUntil, whereOf } from '../series/enrollment';
import { stepOf } from '../series/step';
import { isOpenWithGuard } from '../time/schedule';
import type { Controls } from './controls';
import { mustArrive, passesStopAll } from './safety-answer';

/** Asked after the claim and just before the request: may this still start? A refusal says when to look again. */
export type GateAnswer =
  | { open: true }
  | { open: false; reason: string; again: Instant }
  | { open: false; reason: string; stop: true };

/**
 * Retry delay while a kill switch or a pause is on. Every waiting person is planned again within it, so lifting a flag
 * needs no sweep, and sending resumes spread over that time.
 */
const flagged = 15 * minute;

export function gate(
  subscriber: Subscriber,
  target: { enrollment?: Enrollment; notice?: Notice },
  controls: Controls,
  book: Book,
  now: Instant,
): GateAnswer {
  const attempt = target.enrollment?.attempt ?? target.notice?.attempt;
  if (!attempt || now >= attempt.startBy) return { open: false, reason: 'claimed-too-long-ago', again: now };
  const { enrollment, notice } = target;
  if (controls.total) {
    const soon = notice && mustArrive(notice) ? minute : flagged;
    return { open: false, reason: 'everything-is-stopped', again: now + soon };
  }
  if (controls.kill && !(notice && passesStopAll(notice)))
    return { open: false, reason: 'sending-is-stopped', again: now + flagged };
  if (!enrollment) return { open: true };

  if (controls.pausedSeries.includes(enrollment.seriesId))
    return { open: false, reason: 'series-paused', again: now + flagged };
  const campaign = enrollment.campaignId ? controls.campaigns[enrollment.campaignId] : undefined;
  if (campaign === 'cancelled') return { open: false, reason: 'campaign-cancelled', stop: true };
  if (campaign === 'paused') return { open: false, reason: 'campaign-paused', again: now + flagged };
  if (enrollment.status !== 'active' || subscriber.channels[enrollment.channel]?.status !== 'active') {
    return { open: false, reason: 'channel-not-active', stop: true };
  }
  const rests = restsUntil(subscriber);
  if (rests > now) return { open: false, reason: 'resting', again: rests };
  if (!subscriber.profile) return { open: false, reason: 'no-profile', stop: true };
  const version = book.version(enrollment.seriesId, enrollment.version);
  if (book.production && version.approval !== 'approved')
    return { open: false, reason: 'not-approved', again: now + flagged };
  const step = stepOf(version, enrollment.stepId ?? '');
  if (step.anyHour && enrollment.channel === 'email') return { open: true };
  if (isOpenWithGuard(book.policy, enrollment.channel, whereOf(subscriber.profile, book), now)) return { open: true };
  return { open: false, reason: 'outside-the-window', again: now + minute };
}
