import type { Instant } from '../../functions/core/time';
import { minute } from '../../functions/core/time';

export interface WallClock {
  date: string;
  /** Monday = 1. */
  weekday: number;
  minutes: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/** What a clock on the recipient's wall shows, asked of Intl for each quarter of an hour (offsets change on none other). */
export function wallClock(zone: string, at: Instant): WallClock {
  const quarter = Math.floor(at / (15 * minute));
  const key = `${zone}/${quarter}`;
  let offset = offsets.get(key);
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
    if (offsets.size > 50_000) offsets.clear();
    offsets.set(key, offset);
  }
  const local = new Date(at + offset);
  return {
    date: local.toISOString().slice(0, 10),
    weekday: ((local.getUTCDay() + 6) % 7) + 1,
    minutes: local.getUTCHours() * 60 + local.getUTCMinutes() + local.getUTCSeconds() / 60,
  };
}

/** When today's hours of the channel end, in the first of the zones. */
export const closing = (zones: readonly string[], channel: 'email' | 'sms', at: Instant): Instant =>
  Math.min(...zones.map((zone) => at + ((channel === 'email' ? 20 : 18) * 60 - wallClock(zone, at).minutes) * minute));
