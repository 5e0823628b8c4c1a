import { matches } from './audience';
import { isZone } from './offset';
import type { Policy } from './policy';
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
  | 'already-in-series';

/** Whether an audience means this person at all. */
export const isMeant = (who: Who, person: Subscriber): boolean =>
  person.kind === 'runner' && person.profile !== undefined && matches(who, person.profile);

/** The reason against a new run on this channel, or undefined. Anyone who was ever in the series stays out of it. */
export function whyNotEnrolled(person: Subscriber, channel: ChannelName, seriesId?: string): NotEnrolled | undefined {
  const reached = person.channels[channel];
  if (!reached) return 'no-channel';
  if (reached.status === 'pending') return 'not-confirmed';
  if (reached.status !== 'active') return 'suppressed';
  if (!reached.consent) return 'no-consent';
  // A name that this runtime's calendar has dropped is no place either, and must not stop the others.
  if (!person.profile || person.profile.zones.length === 0 || !person.profile.zones.every(isZone))
    return 'unknown-zone';
  return person.enrollments.some((run) => run.seriesId === seriesId && run.channel === channel)
    ? 'already-in-series'
    : undefined;
}

/** How many people an audience means and reaches. Every person stands in at most one of the three refusals. */
export interface Tally {
  people: number;
  /** Would be enrolled now. */
  eligible: Record<ChannelName, number>;
  /** Never consented, or not confirmed yet, on any of the channels. */
  noConsent: number;
  /** Said stop, bounced or complained. */
  suppressed: number;
  /** Already in the series wherever they could be reached. */
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
  seriesId?: string | undefined;
}

/** Adds one person to the tally. */
export function tally(
  sum: Tally,
  person: Subscriber,
  { who, channels, seriesId }: Asked,
  policy: Policy,
  now: Instant,
): void {
  if (!isMeant(who, person)) return;
  sum.people += 1;
  const answers = channels.map((channel) => ({ channel, why: whyNotEnrolled(person, channel, seriesId) }));
  const open = answers.filter(({ why }) => why === undefined).map(({ channel }) => channel);
  for (const channel of open) sum.eligible[channel] += 1;
  if (open.length === 0) {
    const reasons = answers.map(({ why }) => why);
    if (reasons.includes('already-in-series')) sum.alreadyIn += 1;
    else if (reasons.includes('suppressed')) sum.suppressed += 1;
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
