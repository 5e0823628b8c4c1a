import { matches } from './audience';
import { isZone } from './offset';
import type { Policy } from './policy';
import { type Beginning, type NoRun, whyNoRun } from './runs';
import { capAllowsAt } from './schedule';
import type { Who } from './series';
import type { ChannelName, Subscriber } from './subscriber';
import type { Instant } from './time';

/** Why someone of an audience is not enrolled on a channel; staff read it in words. */
export type NotEnrolled =
  | 'no-channel'
  | 'not-confirmed'
  | 'no-consent'
  | 'suppressed'
  | 'unknown-zone'
  | 'too-many-runs'
  | NoRun;

/** Whether an audience means this person at all. */
export const isMeant = (who: Who, person: Subscriber): boolean =>
  person.kind === 'runner' && person.profile !== undefined && matches(who, person.profile);

/** A run that somebody may begin, and when it starts for whoever lives there. */
export interface Start extends Beginning {
  startsAt(zone: string): Instant;
}

/** The reason against a new run on this channel, or undefined. Without a start it is asked of the channel alone. */
export function whyNotEnrolled(
  person: Subscriber,
  channel: ChannelName,
  start: Start | undefined,
  now: Instant,
): NotEnrolled | undefined {
  const reached = person.channels[channel];
  if (!reached) return 'no-channel';
  if (reached.status === 'pending') return 'not-confirmed';
  if (reached.status !== 'active') return 'suppressed';
  if (!reached.consent) return 'no-consent';
  // A name that this runtime's calendar has dropped is no place either, and must not stop the others.
  const [zone] = person.profile?.zones ?? [];
  if (!zone || !person.profile?.zones.every(isZone)) return 'unknown-zone';
  return start && whyNoRun(person, channel, start, start.startsAt(zone), now);
}

/** How many people an audience means and reaches. Every person stands in at most one of the three refusals. */
export interface Tally {
  people: number;
  /** Would be enrolled now. */
  eligible: Record<ChannelName, number>;
  /** Never consented, or not confirmed yet, on any of the channels. */
  noConsent: number;
  /** Said stop, turned the topic off, bounced or complained. */
  suppressed: number;
  /** Had or has the series, or is in the campaign, wherever they could be reached. */
  alreadyIn: number;
  /** Reached, but every such channel waits for the frequency cap now. */
  capped: number;
  /** Reached, but without evidence of where they live: a text goes only at hours open everywhere. */
  unknownZone: number;
}

export const emptyTally = (): Tally => ({
  people: 0,
  eligible: { email: 0, sms: 0 },
  noConsent: 0,
  suppressed: 0,
  alreadyIn: 0,
  capped: 0,
  unknownZone: 0,
});

export interface Asked {
  who: Who;
  channels: readonly ChannelName[];
  start?: Start | undefined;
}

/** Adds one person to the tally. */
export function tally(
  sum: Tally,
  person: Subscriber,
  { who, channels, start }: Asked,
  policy: Policy,
  now: Instant,
): void {
  if (!isMeant(who, person)) return;
  sum.people += 1;
  const answers = channels.map((channel) => ({ channel, why: whyNotEnrolled(person, channel, start, now) }));
  const open = answers.filter(({ why }) => why === undefined).map(({ channel }) => channel);
  for (const channel of open) sum.eligible[channel] += 1;
  if (open.length === 0) {
    const reasons = answers.map(({ why }) => why);
    if (reasons.includes('already-in-series')) sum.alreadyIn += 1;
    else if (reasons.includes('suppressed') || reasons.includes('preferences')) sum.suppressed += 1;
    else if (reasons.includes('unknown-zone')) sum.unknownZone += 1;
    else sum.noConsent += 1;
    return;
  }
  if (open.every((channel) => capAllowsAt(policy, person.recentSends, channel, now) > now)) sum.capped += 1;
  if (person.profile?.zoneSource === 'practice') sum.unknownZone += 1;
}

/** Several tallies as one, scaled up when they are only a part of the whole. */
export function added(sums: Tally[], factor = 1): Tally {
  const total = (of: (sum: Tally) => number) => Math.round(sums.reduce((all, sum) => all + of(sum), 0) * factor);
  return {
    people: total((sum) => sum.people),
    eligible: { email: total((sum) => sum.eligible.email), sms: total((sum) => sum.eligible.sms) },
    noConsent: total((sum) => sum.noConsent),
    suppressed: total((sum) => sum.suppressed),
    alreadyIn: total((sum) => sum.alreadyIn),
    capped: total((sum) => sum.capped),
    unknownZone: total((sum) => sum.unknownZone),
  };
}
