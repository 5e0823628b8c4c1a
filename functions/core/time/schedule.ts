import type { ChannelName } from '../base/channel';
import { StridewellError } from '../base/error';
import { day, hour, type Instant, minute } from '../base/time';
import type { RecentSend } from '../person/subscriber';
import { isQuietDay } from './office';
import { instantOf, localDay, stretchesOf } from './offset';
import type { Policy, Weekday } from './policy';

/** Where a person may be: the rules of every zone listed hold at once. */
export interface Where {
  zones: string[];
  /** Two letters; whose own holidays count. */
  state?: string | undefined;
}

interface Span {
  from: Instant;
  /** Exclusive. */
  to: Instant;
}

/** How far ahead an open moment is looked for. */
const horizon = 30 * day;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/**
 * The instant of a local date ("2026-11-01") and time ("01:30"). A time that happens twice means the first; one that
 * is skipped moves forward by the gap. The answer never depends on today's offset, as a library default would.
 */
export function localInstant(zone: string, date: string, time: string): Instant {
  const midnight = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(midnight)) throw new StridewellError('invalid', 'A date looks like 2026-11-30.');
  return instantOf(zone, midnight / day, time);
}

/** `days` calendar days after the local date of `anchor`, at that local time: never 24-hour arithmetic. */
export const addLocalDays = (anchor: Instant, zone: string, days: number, time: string): Instant =>
  instantOf(zone, localDay(zone, anchor) + days, time);

/** The open spans of one local date: one, or two around a change of the clock. */
function spansOf(
  policy: Policy,
  channel: ChannelName,
  state: string | undefined,
  zone: string,
  dayNumber: number,
): Span[] {
  const hours = policy[channel];
  const window = hours.days[(((((dayNumber + 3) % 7) + 7) % 7) + 1) as Weekday];
  if (!window) return [];
  if (hours.holidays && isQuietDay(dayNumber, state, policy.office)) return [];
  const opens = dayNumber * day + minutesOf(window.from) * minute;
  const closes = dayNumber * day + minutesOf(window.to) * minute;
  const spans: Span[] = [];
  for (const stretch of stretchesOf(zone, dayNumber)) {
    const from = Math.max(opens - stretch.offset, stretch.from);
    const to = Math.min(closes - stretch.offset, stretch.to);
    const last = spans.at(-1);
    if (from >= to) continue;
    if (last?.to === from) last.to = to;
    else spans.push({ from, to });
  }
  return spans;
}

/** Without a time zone no window is open, because we cannot know that sending is legal (47 CFR 64.1200(c)(1)). */
function placed(where: Where): string[] {
  if (where.zones.length === 0)
    throw new StridewellError('invalid', 'A person without a time zone cannot be scheduled.', 'timeZone');
  return where.zones;
}

function openThroughout(policy: Policy, channel: ChannelName, where: Where, from: Instant, to: Instant): boolean {
  return placed(where).every((zone) =>
    spansOf(policy, channel, where.state, zone, localDay(zone, from)).some((span) => span.from <= from && to < span.to),
  );
}

/** Whether the window is open in every zone the person may be in. Throws `invalid` on an unknown zone. */
export const isOpen = (policy: Policy, channel: ChannelName, where: Where, at: Instant): boolean =>
  openThroughout(policy, channel, where, at, at);

/** The same, throughout [at - guard, at + guard]: what the gate asks just before a request. */
export const isOpenWithGuard = (policy: Policy, channel: ChannelName, where: Where, at: Instant): boolean =>
  openThroughout(policy, channel, where, at - policy.guard, at + policy.guard);

function nextInZone(
  policy: Policy,
  channel: ChannelName,
  state: string | undefined,
  zone: string,
  from: Instant,
): Instant {
  const first = localDay(zone, from);
  for (let dayNumber = first; dayNumber <= first + horizon / day + 1; dayNumber++) {
    for (const span of spansOf(policy, channel, state, zone, dayNumber)) {
      const opens = Math.max(span.from + policy.guard, from);
      if (opens < span.to - policy.guard) return opens;
    }
  }
  return Infinity;
}

/**
 * The earliest instant from `from` on at which `isOpenWithGuard` holds; undefined when the next 30 days have none
 * (zones so far apart that their windows never meet). Hops from window to window until all zones agree.
 */
export function nextOpen(policy: Policy, channel: ChannelName, where: Where, from: Instant): Instant | undefined {
  const zones = placed(where);
  let at = from;
  while (at <= from + horizon) {
    const asked = at;
    for (const zone of zones) at = Math.max(at, nextInZone(policy, channel, where.state, zone, at));
    if (at === asked) return at;
  }
  return undefined;
}

/** When the window that is open at `at` closes in the first of the zones (a text's TimeToLive ends there). */
export function windowEnd(policy: Policy, channel: ChannelName, where: Where, at: Instant): Instant {
  let end = Infinity;
  for (const zone of placed(where)) {
    const spans = spansOf(policy, channel, where.state, zone, localDay(zone, at));
    const open = spans.find((span) => span.from <= at && at < span.to);
    if (!open) throw new StridewellError('conflict', 'The sending window is closed.');
    end = Math.min(end, open.to);
  }
  return end;
}

/** ms of [from, to) in which the window was open in every zone; lateness is counted in it. */
export function openTimeBetween(
  policy: Policy,
  channel: ChannelName,
  where: Where,
  from: Instant,
  to: Instant,
): number {
  let open: Span[] = [{ from, to }];
  for (const zone of placed(where)) {
    const both: Span[] = [];
    for (const part of open) {
      for (let dayNumber = localDay(zone, part.from); dayNumber <= localDay(zone, part.to); dayNumber++) {
        for (const span of spansOf(policy, channel, where.state, zone, dayNumber)) {
          const meets = { from: Math.max(part.from, span.from), to: Math.min(part.to, span.to) };
          if (meets.from < meets.to) both.push(meets);
        }
      }
    }
    open = both;
  }
  return open.reduce((sum, span) => sum + span.to - span.from, 0);
}

/** The earliest instant from `now` on at which the rolling caps allow one more message on the channel. */
export function capAllowsAt(
  policy: Policy,
  recentSends: readonly RecentSend[],
  channel: ChannelName,
  now: Instant,
): Instant {
  const cap = policy.caps[channel];
  const newestFirst = recentSends
    .filter((send) => send.channel === channel)
    .map((send) => send.at)
    .sort((a, b) => b - a);
  let allowed = now;
  for (const [most, span] of [
    [cap.per24h, 24 * hour],
    [cap.per7d, 7 * day],
    [cap.per30d, 30 * day],
  ] as const) {
    // With `most` sends in the span, the oldest of them must leave it first.
    const blocking = newestFirst[most - 1];
    if (blocking !== undefined) allowed = Math.max(allowed, blocking + span);
  }
  return allowed;
}
