import { traits } from '../base/channel';
import { type Instant, minute } from '../base/time';
import { restsUntil, whereOf } from '../series/enrollment';
import { stepOf } from '../series/step';
import { isOpenWithGuard } from '../time/schedule';
import type { Controls } from './controls';
import { passesStopAll } from './safety-answer';
import { isRun, lifelineOf, type Turn } from './sendable';

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
  { person, sendable, book }: Pick<Turn, 'person' | 'sendable' | 'book'>,
  controls: Controls,
  now: Instant,
): GateAnswer {
  const { attempt } = sendable;
  if (!attempt || now >= attempt.startBy) return { open: false, reason: 'claimed-too-long-ago', again: now };
  if (controls.total) {
    const soon = lifelineOf(sendable) ? minute : flagged;
    return { open: false, reason: 'everything-is-stopped', again: now + soon };
  }
  if (controls.kill && (isRun(sendable) || !passesStopAll(sendable)))
    return { open: false, reason: 'sending-is-stopped', again: now + flagged };
  if (!isRun(sendable)) return { open: true };

  const run = sendable;
  if (controls.pausedSeries.includes(run.seriesId))
    return { open: false, reason: 'series-paused', again: now + flagged };
  const campaign = run.campaignId ? controls.campaigns[run.campaignId] : undefined;
  if (campaign === 'cancelled') return { open: false, reason: 'campaign-cancelled', stop: true };
  if (campaign === 'paused') return { open: false, reason: 'campaign-paused', again: now + flagged };
  if (run.status !== 'active' || person.channels[run.channel]?.status !== 'active') {
    return { open: false, reason: 'channel-not-active', stop: true };
  }
  const rests = restsUntil(person);
  if (rests > now) return { open: false, reason: 'resting', again: rests };
  if (!person.profile) return { open: false, reason: 'no-profile', stop: true };
  const version = book.version(run.seriesId, run.version);
  if (book.production && version.approval !== 'approved')
    return { open: false, reason: 'not-approved', again: now + flagged };
  const step = stepOf(version, run.stepId ?? '');
  if (step.anyHour && traits[run.channel].hours === 'courtesy') return { open: true };
  if (isOpenWithGuard(book.policy, run.channel, whereOf(person.profile, book), now)) return { open: true };
  return { open: false, reason: 'outside-the-window', again: now + minute };
}
