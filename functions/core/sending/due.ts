import { type ChannelName, perChannel, traits, upkeep } from '../base/channel';
import { day, type Instant, minute, second } from '../base/time';
import type { Subscriber } from '../person/subscriber';
import { silenceEnds } from './safety-answer';
import { awakeOf, isRun, lifelineOf, type Sendable } from './sendable';

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
export const resolveAfter = perChannel((name) => traits[name].silence);

/** When something must happen for this run or transactional message; undefined while it is parked. */
export function wakeOf(one: Sendable): Instant | undefined {
  const { attempt, phase } = one;
  if (attempt && phase === 'sending') return attempt.leaseUntil;
  const again = isRun(one) ? one.wakeAt : one.dueAt;
  if (attempt && phase === 'unknown') {
    const lifeline = lifelineOf(one);
    return lifeline
      ? silenceEnds(lifeline, attempt)
      : Math.max(attempt.claimedAt + resolveAfter[one.channel], again ?? 0);
  }
  if (phase === 'held') return undefined;
  if (isRun(one) && one.status !== 'active') return one.status === 'paused' ? one.pausedUntil : undefined;
  return again ?? one.dueAt;
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
  for (const one of awakeOf(subscriber)) consider(wakeOf(one), one.channel);
  if (subscriber.expiresAt !== undefined) consider(subscriber.expiresAt, upkeep);
  return due;
}

/** How long recent sends are remembered (the longest cap), and how many. */
export const recentFor = 30 * day;
export const recentAtMost = 40;

/** A request claimed before a stop was written may be on its way for this long (ms); only then is a stop a stop. */
export const stopTakes = startWithin + drainMargin;
