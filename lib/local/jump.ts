import { DateTime, Duration } from 'luxon';
import * as z from 'zod';
import { StridewellError } from '../../functions/core/base/error';
import { day, hour, type Instant, iso, minute } from '../../functions/core/base/time';
import type { Clock } from './clock';

/** What moves when time does. */
export interface Moving {
  clock: Clock;
  /** The first moment after `now` when anybody is due. */
  nextDue(now: Instant): Promise<Instant | undefined>;
  /** What the schedule does every minute in the cloud; answers how many people it woke. */
  tick(): Promise<number>;
  /** What another schedule does every five minutes. */
  watch(): Promise<void>;
  /** The hours, by their beginning, of the last seven days in which anything went out or came back. */
  busyHours(): Promise<Instant[]>;
  /** Resolves when every queue is empty and no provider report is owed. */
  quiet(): Promise<void>;
}

/** One tick fills the queues only so far; a crowd takes several. */
const ticksAtMost = 200;

const longest = 3 * 365 * day;

const body = z.union([z.strictObject({ advance: z.string().max(40) }), z.strictObject({ to: z.string().max(40) })]);

/** Where a request to move the clock leads: `{"advance":"P3D"}` or `{"to":"2026-12-01T15:00:00Z"}`. */
export function targetOf(request: unknown, now: Instant): Instant {
  const read = body.safeParse(request);
  if (!read.success)
    throw new StridewellError('invalid', 'Send {"advance":"P3D"} or {"to":"2026-12-01T15:00:00Z"}.', 'advance');
  if ('to' in read.data) {
    const at = DateTime.fromISO(read.data.to, { setZone: true });
    if (!at.isValid || !/(Z|[+-]\d\d:?\d\d)$/.test(read.data.to))
      throw new StridewellError('invalid', 'Give a moment such as 2026-12-01T15:00:00Z.', 'to');
    return checked(at.toMillis(), now, 'to');
  }
  const span = Duration.fromISO(read.data.advance);
  if (!span.isValid || span.toMillis() < 0)
    throw new StridewellError('invalid', 'Give an ISO 8601 duration such as P3D or PT1H.', 'advance');
  return checked(DateTime.fromMillis(now, { zone: 'utc' }).plus(span).toMillis(), now, 'advance');
}

function checked(at: Instant, now: Instant, field: string): Instant {
  if (at < now) throw new StridewellError('invalid', 'Time only moves ahead.', field);
  if (at - now > longest) throw new StridewellError('invalid', 'One jump goes three years ahead at the most.', field);
  return at;
}

/** Answers how many people were woken. */
async function settle(moving: Moving): Promise<number> {
  let woken = 0;
  for (let ticks = 0; ticks < ticksAtMost; ticks += 1) {
    await moving.quiet();
    const found = await moving.tick();
    woken += found;
    if (found === 0) break;
  }
  await moving.quiet();
  return woken;
}

const beat = 5 * minute;
const after = (at: Instant): Instant => (Math.floor(at / beat) + 1) * beat;
const hourOf = (at: Instant): Instant => Math.floor(at / hour) * hour;

/**
 * When the watch may find something new. It looks at hours and at shares over seven days, so between two happenings
 * only these of its five-minute beats can end differently from the one before: the first after something went out, which
 * sees bursts and what was reported, and the one at which an hour leaves the seven days and thins out no bad share any
 * more.
 */
export const looksAfter = (at: Instant): Instant[] => [after(at), leaves(hourOf(at))];
const leaves = (busyHour: Instant): Instant => busyHour + 7 * day + beat;

/**
 * Moves virtual time with the outcome of every tick in between, hopping from due moment to due moment: a minute in
 * which nobody is due is a minute in which a tick does nothing. The watch runs between the hops, so that what it stops
 * has stopped before the next one.
 */
export async function jump(moving: Moving, to: Instant): Promise<string> {
  const { clock } = moving;
  await settle(moving);
  const from = clock.now();
  if (to <= from) return iso(from);
  await moving.watch();
  const looks = new Set([...looksAfter(from), ...(await moving.busyHours()).map(leaves)]);
  for (;;) {
    const now = clock.now();
    const due = await moving.nextDue(now);
    const hop = due === undefined ? Infinity : Math.ceil(due / minute) * minute;
    for (const at of looks) if (at <= now) looks.delete(at);
    const look = Math.min(...looks);
    if (look <= hop && look <= to) {
      clock.moveTo(look);
      await moving.watch();
      continue;
    }
    if (due === undefined || due > to) break;
    clock.moveTo(Math.min(to, hop));
    if ((await settle(moving)) > 0) for (const at of looksAfter(clock.now())) looks.add(at);
  }
  clock.moveTo(to);
  await settle(moving);
  await moving.watch();
  return iso(clock.now());
}
