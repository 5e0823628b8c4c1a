import { matches } from '../audience/audience';
import type { Who } from '../audience/who';
import type { ChannelName } from '../base/channel';
import type { Instant } from '../base/time';
import { isHandedOver, isProven } from '../person/proof';
import type { Subscriber } from '../person/subscriber';
import { isZone } from '../time/offset';
import type { Policy } from '../time/policy';
import { type Beginning, type Moment, type NoRun, whyNoRun } from './runs';

/** Why someone of an audience is not enrolled on a channel; staff read it in words. */
export type NotEnrolled =
  | 'no-channel'
  | 'not-confirmed'
  | 'sign-up-not-confirmed'
  | 'no-consent'
  | 'suppressed'
  | 'unknown-zone'
  | 'too-many-runs'
  | NoRun;

/**
 * Whether an audience means this person at all. A sign-up whose addresses have all gone to records is nobody: those
 * records are counted.
 */
export const isMeant = (who: Who, person: Subscriber): boolean =>
  person.kind === 'runner' && person.profile !== undefined && !isHandedOver(person) && matches(who, person.profile);

/** A run that somebody may begin, and when it starts in each zone. */
export interface Start extends Beginning {
  startsAt(zone: string): Instant;
}

/** The reason against a new run on this channel, or undefined. Without a start it is asked of the channel alone. */
export function whyNotEnrolled(
  person: Subscriber,
  channel: ChannelName,
  start: Start | undefined,
  moment: Moment,
): NotEnrolled | undefined {
  const reached = person.channels[channel];
  if (!reached) return 'no-channel';
  if (reached.status === 'pending') return isProven(person) ? 'not-confirmed' : 'sign-up-not-confirmed';
  if (reached.status !== 'active') return 'suppressed';
  if (!reached.consent) return 'no-consent';
  // A name that this runtime's calendar has dropped is no place either, and must not stop the others.
  const [zone] = person.profile?.zones ?? [];
  if (!zone || !person.profile?.zones.every(isZone)) return 'unknown-zone';
  return start && whyNoRun(person, channel, start, start.startsAt(zone), moment);
}

/** Another campaign that sends on one of the same days. */
export interface Other {
  id: string;
  who: Who;
  channels: readonly ChannelName[];
  start: Start;
}

export interface Asked {
  who: Who;
  channels: readonly ChannelName[];
  start?: Start | undefined;
  /** What the start is judged by; absent while its day and hour are not known. */
  at?: { policy: Policy; state: string; others: readonly Other[] } | undefined;
}
