import type { ChannelName } from '../../functions/core/base/channel';
import type { Instant } from '../../functions/core/base/time';
import { day, minute } from '../../functions/core/base/time';

export interface WallClock {
  /** Days since 1970-01-01, as the calendar on that wall says. */
  day: number;
  /** Monday = 1. */
  weekday: number;
  minutes: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** What a clock on the recipient's wall shows, asked of Intl for each quarter of an hour (offsets change on none other). */
export function wallClock(zone: string, at: Instant): WallClock {
  const quarter = Math.floor(at / (15 * minute));
  const known = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, known);
  let offset = known.get(quarter);
  if (offset === undefined) {
    let format = formats.get(zone);
    if (!format) {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
      });
      formats.set(zone, format);
    }
    const start = quarter * 15 * minute;
    const part = Object.fromEntries(format.formatToParts(start).map(({ type, value }) => [type, value]));
    offset =
      Date.UTC(Number(part.year), Number(part.month) - 1, Number(part.day), Number(part.hour), Number(part.minute)) -
      start;
    if (known.size > 5_000) known.clear();
    known.set(quarter, offset);
  }
  const local = at + offset;
  const today = Math.floor(local / day);
  // 1970-01-01 was a Thursday.
  return { day: today, weekday: ((today + 3) % 7) + 1, minutes: (local - today * day) / minute };
}

/** "2026-11-30". */
export const dateOf = (clock: WallClock): string => new Date(clock.day * day).toISOString().slice(0, 10);

/** When today's hours of the channel end, in the first of the zones. */
export const closing = (zones: readonly string[], channel: ChannelName, at: Instant): Instant =>
  Math.min(...zones.map((zone) => at + ((channel === 'email' ? 20 : 18) * 60 - wallClock(zone, at).minutes) * minute));
