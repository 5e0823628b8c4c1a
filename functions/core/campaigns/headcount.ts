import { type ChannelName, perChannel } from '../base/channel';
import { day } from '../base/time';
import type { Subscriber } from '../person/subscriber';
import { restsUntil } from '../series/enrollment';
import { capAllowsAt, isOpen } from '../time/schedule';
import type { Sweep } from './campaign';
import { type Asked, isMeant, type NotEnrolled, whyNotEnrolled } from './eligible';
import type { Moment } from './runs';

/** Why somebody who gets a campaign may not get it at its start. */
export type Delay = 'resting' | 'frequency-cap' | 'outside-the-window' | 'zone-is-a-guess';

/**
 * How many people an audience means. It adds up: `people` is `reached` and everybody left out, and nobody stands in two
 * places. Those who may be delayed are some of the reached, each once.
 */
export interface Headcount {
  people: number;
  /** Would be enrolled, on at least one channel. */
  reached: number;
  /** The same by channel. A person reached on both channels counts in both. */
  eligible: Record<ChannelName, number>;
  leftOut: Partial<Record<NotEnrolled, number>>;
  delayed: Partial<Record<Delay, number>>;
  /** Campaign id -> people who would get both on one day, where only one may go out. */
  meets: Record<string, number>;
}

export const noHeads = (): Headcount => ({
  people: 0,
  reached: 0,
  eligible: perChannel(() => 0),
  leftOut: {},
  delayed: {},
  meets: {},
});

/**
 * Of several channels the reason that says most is the person's: what they said or did first, then what is not known of
 * them, and that they have no such channel last. A reason without a rank does not compile.
 */
const ranks: Record<NotEnrolled, number> = {
  preferences: 0,
  suppressed: 1,
  'already-in-series': 2,
  'too-many-runs': 3,
  'too-late': 4,
  'unknown-zone': 5,
  'sign-up-not-confirmed': 6,
  'not-confirmed': 7,
  'no-consent': 8,
  'no-channel': 9,
};

/** Why a person gets nothing; undefined when one of the channels is open. */
export function whyLeftOut<R extends string>(answers: readonly (R | undefined)[]): R | undefined {
  if (answers.length === 0 || answers.includes(undefined)) return undefined;
  const rank = (one: R | undefined) => ranks[one as NotEnrolled] ?? -1;
  return [...answers].sort((a, b) => rank(a) - rank(b))[0];
}

/** Adds one person. */
export function countHead(sum: Headcount, person: Subscriber, asked: Asked, moment: Moment): void {
  if (!isMeant(asked.who, person)) return;
  const { channels, start } = asked;
  sum.people += 1;
  const answers = channels.map((channel) => whyNotEnrolled(person, channel, start, moment));
  const why = whyLeftOut(answers);
  if (why !== undefined) {
    sum.leftOut[why] = (sum.leftOut[why] ?? 0) + 1;
    return;
  }
  sum.reached += 1;
  const open = channels.filter((_, i) => answers[i] === undefined);
  for (const channel of open) sum.eligible[channel] += 1;
  const delays = open.map((channel) => delayOf(person, channel, asked));
  const delay = delays.includes(undefined) ? undefined : delays[0];
  if (delay !== undefined) sum.delayed[delay] = (sum.delayed[delay] ?? 0) + 1;
  for (const id of meetings(person, open, asked, moment)) sum.meets[id] = (sum.meets[id] ?? 0) + 1;
}

/** Judged for the moment at which it would start where the person lives; without a start nothing is late. */
function delayOf(person: Subscriber, channel: ChannelName, { start, at }: Asked): Delay | undefined {
  const { profile } = person;
  const [zone] = profile?.zones ?? [];
  if (!start || !at || !profile || !zone) return undefined;
  const begins = start.startsAt(zone);
  if (restsUntil(person) > begins) return 'resting';
  // What is planned for the day before it is sent by then.
  const planned = person.enrollments
    .filter((run) => run.status === 'active' && run.channel === channel && (run.wakeAt ?? Infinity) <= begins)
    .map((run) => ({ channel, at: run.wakeAt ?? 0 }))
    .filter((send) => send.at > begins - day);
  if (capAllowsAt(at.policy, [...person.recentSends, ...planned], channel, begins) > begins) return 'frequency-cap';
  const where = { zones: profile.zones, state: profile.state ?? at.state };
  if (!isOpen(at.policy, channel, where, begins)) return 'outside-the-window';
  return profile.zoneSource === 'practice' ? 'zone-is-a-guess' : undefined;
}

/** The campaigns that would take a day's only message from this one, or lose theirs to it. */
function meetings(person: Subscriber, open: readonly ChannelName[], { at }: Asked, moment: Moment): string[] {
  if (!at) return [];
  const single = open.filter((channel) => at.policy.caps[channel].per24h < 2);
  return at.others
    .filter((other) =>
      single.some((channel) => {
        if (!other.channels.includes(channel) || !isMeant(other.who, person)) return false;
        const run = person.enrollments.find((one) => one.campaignId === other.id && one.channel === channel);
        return run ? run.status === 'active' : whyNotEnrolled(person, channel, other.start, moment) === undefined;
      }),
    )
    .map(({ id }) => id);
}

/** Adds one person to a campaign's pass: each channel's answer, and once the person. */
export function countSwept(to: Sweep, answers: (string | undefined)[]): void {
  for (const why of answers) {
    if (why === undefined) to.enrolled += 1;
    else to.skipped[why] = (to.skipped[why] ?? 0) + 1;
  }
  if (!to.people) return;
  to.people.meant += 1;
  const why = whyLeftOut(answers);
  if (why === undefined) to.people.joined += 1;
  else to.people.left[why] = (to.people.left[why] ?? 0) + 1;
}

/** Several counts as one, scaled up when they are a part of the whole. The parts are scaled, so that they still add up. */
export function addedHeads(sums: readonly Headcount[], factor = 1): Headcount {
  const total = (numbers: number[]) => Math.round(numbers.reduce((all, n) => all + n, 0) * factor);
  const each = <K extends string>(of: (sum: Headcount) => Partial<Record<K, number>>): Partial<Record<K, number>> => {
    const keys = [...new Set(sums.flatMap((sum) => Object.keys(of(sum)) as K[]))];
    const counted = keys.map((key) => [key, total(sums.map((sum) => of(sum)[key] ?? 0))] as const);
    return Object.fromEntries(counted.filter(([, n]) => n > 0)) as Partial<Record<K, number>>;
  };
  const leftOut = each((sum) => sum.leftOut);
  const reached = total(sums.map((sum) => sum.reached));
  return {
    people: Object.values<number>(leftOut).reduce((all, n) => all + n, reached),
    reached,
    eligible: perChannel((name) => total(sums.map((sum) => sum.eligible[name]))),
    leftOut,
    delayed: each((sum) => sum.delayed),
    meets: each((sum) => sum.meets) as Record<string, number>,
  };
}
