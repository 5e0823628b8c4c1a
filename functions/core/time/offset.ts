import { StridewellError } from '../base/error';
import { day, hour, type Instant, minute } from '../base/time';

/** A stretch of time in which a zone keeps one offset (ms to add to UTC): [from, to). */
export interface Stretch {
  from: Instant;
  to: Instant;
  offset: number;
}

/** An IANA name this runtime knows. Bare offsets such as "+05:00" are not places, so they are refused. */
export const isZone = (zone: string): boolean =>
  known.has(zone) || (/^[A-Za-z][\w+/-]{1,63}$/.test(zone) && clockOf(zone) !== undefined);

type Clock = (at: Instant) => number;

/** Tells the offset of a zone (ms to add to UTC) at a moment; undefined for a zone this runtime does not know. */
function clockOf(zone: string): Clock | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
  return (at) => {
    // "11/30/2026, GMT-05:00"; at UTC's own time nothing follows GMT.
    const said = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(format.format(at));
    if (!said) throw new StridewellError('internal', 'This runtime does not tell the offset of a time zone.');
    const [, sign, hours = 0, minutes = 0] = said;
    const away = Number(hours) * hour + Number(minutes) * minute;
    return sign === '-' ? -away : away;
  };
}

interface Known {
  clock: Clock;
  stretches: Map<number, Stretch[]>;
  /** Of whole UTC days with one offset; NaN on a day of change. */
  offsets: Map<number, number>;
}

/** Asking Intl costs about 1 µs, and the planner asks about the same few zones and days again and again. */
const known = new Map<string, Known>();
const daysRemembered = 4096;

function knownZone(name: string): Known {
  const found = known.get(name);
  if (found) return found;
  const clock = isZone(name) ? clockOf(name) : undefined;
  // Fail closed: a message whose local hour is unknown is not sent.
  if (!clock) throw new StridewellError('invalid', 'This time zone is not known.', 'timeZone');
  const fresh = {
    clock,
    stretches: new Map<number, Stretch[]>(),
    offsets: new Map<number, number>(),
  };
  known.set(name, fresh);
  return fresh;
}

/** Local time minus UTC, in ms, at that moment. */
export function offsetAt(name: string, at: Instant): number {
  const { clock, offsets } = knownZone(name);
  const dayNumber = Math.floor(at / day);
  let offset = offsets.get(dayNumber);
  if (offset === undefined) {
    const [first, last] = [clock(dayNumber * day), clock((dayNumber + 1) * day)];
    offset = first === last ? first : Number.NaN;
    if (offsets.size >= daysRemembered) offsets.clear();
    offsets.set(dayNumber, offset);
  }
  return Number.isNaN(offset) ? clock(at) : offset;
}

/** The local calendar day, counted from 1970-01-01 = 0. */
export const localDay = (zone: string, at: Instant): number => Math.floor((at + offsetAt(zone, at)) / day);

/** Local midnight of a day seen as if UTC lies at most 14 h from any of its instants, on either side. */
const reach = 15 * hour;

/**
 * The one or two stretches that cover every instant whose local date is `dayNumber`; the outer ends are open.
 * No zone changes twice within two days, and all change on a whole minute.
 */
export function stretchesOf(name: string, dayNumber: number): Stretch[] {
  const { clock, stretches } = knownZone(name);
  const remembered = stretches.get(dayNumber);
  if (remembered) return remembered;
  let low = (dayNumber * day - reach) / minute;
  let high = ((dayNumber + 1) * day + reach) / minute;
  const before = clock(low * minute);
  const after = clock(high * minute);
  let found: Stretch[] = [{ from: -Infinity, to: Infinity, offset: before }];
  if (before !== after) {
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (clock(middle * minute) === before) low = middle;
      else high = middle;
    }
    found = [
      { from: -Infinity, to: high * minute, offset: before },
      { from: high * minute, to: Infinity, offset: after },
    ];
  }
  if (stretches.size >= daysRemembered) stretches.clear();
  stretches.set(dayNumber, found);
  return found;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The instant of a local day and time of day "HH:mm"; a time that is skipped moves forward by the gap. */
export function instantOf(zone: string, dayNumber: number, time: string): Instant {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new StridewellError('invalid', 'A time of day looks like 10:00.');
  const local = dayNumber * day + minutesOf(time) * minute;
  const stretches = stretchesOf(zone, dayNumber);
  for (const { from, to, offset } of stretches) {
    const at = local - offset;
    if (at >= from && at < to) return at;
  }
  // The clock jumped over it: counted on with the old offset, 02:30 becomes 03:30.
  return local - stretches[0]!.offset;
}
