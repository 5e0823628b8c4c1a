import type { ChannelName } from '../base/channel';
import { day, hour, type Instant, minute, second } from '../base/time';
import type { Enrollment, Notice, Subscriber } from '../person/subscriber';
import { mustArrive, silenceEnds } from './safety-answer';

/**
 * The times of the protocol. What must hold between them (a test asserts it):
 * request timeout < startBy margin < drain bound; signature life (15 min) < lease; lease < the earliest resolution.
 */
export const startWithin = 5 * second;
export const requestTimeout = 6 * second;
/** An opt-out waits at most this long past `startBy` for a request under way. */
export const drainMargin = 8 * second;
export const leaseFor = 20 * minute;
/** AWS accepts a signed request this long after signing. */
export const signatureLife = 15 * minute;
/** Silence this long after the claim is decided by the step's rule. */
export const resolveAfter: Record<ChannelName, number> = { email: 24 * hour, sms: 72 * hour };

/** When something must happen for this enrollment; undefined while it is parked. */
export function enrollmentWake(enrollment: Enrollment): Instant | undefined {
  if (enrollment.attempt && enrollment.phase === 'sending') return enrollment.attempt.leaseUntil;
  if (enrollment.attempt && enrollment.phase === 'unknown') {
    return Math.max(enrollment.attempt.claimedAt + resolveAfter[enrollment.channel], enrollment.wakeAt ?? 0);
  }
  if (enrollment.phase === 'held') return undefined;
  if (enrollment.status === 'paused') return enrollment.pausedUntil;
  if (enrollment.status !== 'active') return undefined;
  return enrollment.wakeAt ?? enrollment.dueAt;
}

export function noticeWake(notice: Notice): Instant | undefined {
  if (notice.attempt && notice.phase === 'sending') return notice.attempt.leaseUntil;
  if (notice.attempt && notice.phase === 'unknown') {
    if (mustArrive(notice)) return silenceEnds(notice, notice.attempt);
    return Math.max(notice.attempt.claimedAt + resolveAfter[notice.channel], notice.dueAt);
  }
  return notice.phase === 'held' ? undefined : notice.dueAt;
}

export interface Due {
  at: Instant;
  channel: ChannelName;
}

/** The earliest moment anything on this item must happen: derived on every save, indexed, undefined when parked. */
export function dueOf(subscriber: Subscriber): Due | undefined {
  let due: Due | undefined;
  const consider = (at: Instant | undefined, channel: ChannelName) => {
    if (at !== undefined && (!due || at < due.at)) due = { at, channel };
  };
  for (const notice of subscriber.notices) consider(noticeWake(notice), notice.channel);
  for (const enrollment of subscriber.enrollments) consider(enrollmentWake(enrollment), enrollment.channel);
  if (subscriber.expiresAt !== undefined) consider(subscriber.expiresAt, 'sms');
  return due;
}

/** How long recent sends are remembered (the longest cap), and how many. */
export const recentFor = 30 * day;
export const recentAtMost = 40;

/** A request claimed before a stop was written may be on its way for this long (ms); only then is a stop a stop. */
export const stopTakes = startWithin + drainMargin;
