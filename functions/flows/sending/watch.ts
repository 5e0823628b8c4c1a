import { channelNames } from '../../core/base/channel';
import { revise } from '../../core/base/revise';
import { day, hour, type Instant, iso, minute } from '../../core/base/time';
import {
  burstsFound,
  type Finding,
  forecastOver,
  mailOf,
  ratesFound,
  ratesOver,
  tripped,
} from '../../core/reporting/circuit-breaker';
import { stuckAfter } from '../../core/reporting/explain';
import { emptyHour, type HourCount, hourOf, hoursOf } from '../../core/reporting/hour';
import { momentOf } from '../../core/reporting/report';
import type { Watched } from '../../core/reporting/watched';
import { unansweredIn } from '../../core/sending/answer-state';
import type { Controls } from '../../core/sending/controls';
import { outcomeOf } from '../../core/sending/delivery';
import type { LedgerEntry } from '../../core/sending/journal';
import type { Campaigns, Clock, ControlSwitches, Hours, Ledger, People } from '../ports';

export type WatchedPorts = Hours<'watched' | 'saveWatched'>;

export type WatchPorts = Clock &
  Ledger<'ofDay'> &
  Hours<'watched' | 'saveWatched' | 'save' | 'between'> &
  Campaigns<'list'> &
  ControlSwitches &
  People<'due'> & {
    shards: number;
    report(event: 'tripped' | 'warned' | 'stuck' | 'answer-not-sent', fields: Record<string, string | number>): void;
  };

/** An emergency's text whose answer is not out is alarmed about at each look for this long; staff see it for days. */
const alarmedFor = hour;
const lookAtMost = 100;
const namedAtMost = 20;
const pageSize = 500;
/** What is learned of a message comes late: today and each of the last days is added up anew, one a look, in turns. */
const lateDays = 7;
/** Hours with an unknown outcome are read at each look; more than this are not. */
const heldHoursAtMost = 48;

/** One look over the service: adds up the hours, trips the circuit breaker where sending goes wrong, and names who is stuck. */
export async function watch(ports: WatchPorts, until: Instant = Infinity): Promise<Watched> {
  const now = ports.now();
  const before = await ports.hours.watched();
  const from = Math.max(before ? before.countedTo - hour : now - forecastOver, now - forecastOver);
  const recent: LedgerEntry[] = [];
  const countedTo = await addUp(ports, hourOf(from), now, until, (one) => recent.push(one));
  const caughtUp = countedTo === hourOf(now);
  if (caughtUp) await addUpDay(ports, midnight(now) - day * (Math.floor(now / (5 * minute)) % (lateDays + 1)));
  const [hours, controls] = await Promise.all([
    ports.hours.between(now - forecastOver - 2 * hour, now),
    ports.controls.read(),
  ]);
  // Half of the past forecasts wrongly, and would stop what is in order.
  const findings = caughtUp ? await trip(ports, hours, controls, now) : [];
  const stuck = await stuckNow(ports, now, before?.stuck);
  const unanswered = unansweredIn(recent, now);
  if (unanswered.length > 0) ports.report('answer-not-sent', { count: unanswered.length });
  if (stuck.count > 0) ports.report('stuck', { count: stuck.count, ids: stuck.ids.join(' ') });
  const watched: Watched = {
    at: now,
    countedTo,
    stuck,
    held: await heldNow(ports, hours),
    mail: mailOf(hours, controls, now),
    unconfirmed: hours
      .filter(({ at }) => at >= now - ratesOver)
      .reduce((sum, { tally }) => sum + (tally?.unconfirmed ?? 0), 0),
    warnings: findings.filter(({ do: act }) => act === 'warn').map(({ reason }) => reason),
  };
  await ports.hours.saveWatched(watched);
  return watched;
}

/** Staff have just settled so many; the next look counts them all again. */
export async function lessHeld({ hours }: WatchedPorts, settled: number): Promise<void> {
  const watched = await hours.watched();
  if (!watched?.held || watched.held.count === 0 || settled === 0) return;
  await hours.saveWatched({ ...watched, held: { ...watched.held, count: Math.max(0, watched.held.count - settled) } });
}

const midnight = (at: Instant): Instant => Math.floor(at / day) * day;

/** Adds up every hour from `from` to now, a UTC day at a time; answers the hour it came to. */
async function addUp(
  ports: WatchPorts,
  from: Instant,
  now: Instant,
  until: Instant,
  recent: (entry: LedgerEntry) => void,
): Promise<Instant> {
  let at = from;
  while (at <= now) {
    if (ports.now() >= until) return at;
    for (const entry of await addUpDay(ports, at)) if (momentOf(entry) > now - alarmedFor) recent(entry);
    at = midnight(at) + day;
  }
  return hourOf(now);
}

/** The hours of one UTC day, from `since` on. An hour whose entries were erased is empty again. */
async function addUpDay(ports: WatchPorts, since: Instant, before = midnight(since) + day): Promise<LedgerEntry[]> {
  const isoDay = iso(since).slice(0, 10);
  const entries: LedgerEntry[] = [];
  let after: string | undefined;
  do {
    const page = await ports.ledger.ofDay(isoDay, pageSize, after, since, before);
    entries.push(...page.entries);
    after = page.next;
  } while (after !== undefined);
  const counts = hoursOf(entries);
  const known = await ports.hours.between(since, before - 1);
  for (const { at } of known) if (!counts.has(at)) counts.set(at, emptyHour(at));
  for (const count of counts.values()) await ports.hours.save(count);
  return entries;
}

/** What waits for staff. Hours with an unknown outcome are read again: it may be held by now, or settled. */
async function heldNow(ports: WatchPorts, hours: HourCount[]): Promise<NonNullable<Watched['held']>> {
  const holding = hours.filter(({ tally }) => (tally?.held ?? 0) + (tally?.unknown ?? 0) > 0);
  const held: Instant[] = [];
  for (const { at } of holding.slice(0, heldHoursAtMost)) {
    for (const entry of await addUpDay(ports, at, at + hour)) {
      if (entry.kind !== 'message' || !entry.delivery.marketing || outcomeOf(entry.delivery) !== 'held') continue;
      held.push(entry.delivery.facts.held?.at ?? entry.delivery.at);
    }
  }
  const since = held.length > 0 ? { since: held.reduce((a, b) => Math.min(a, b)) } : {};
  return { count: held.length, more: holding.length > heldHoursAtMost, ...since };
}

async function trip(ports: WatchPorts, hours: HourCount[], controls: Controls, now: Instant): Promise<Finding[]> {
  const enrolled = await enrolledBySeries(ports);
  const findings = [...ratesFound(hours, controls, now), ...burstsFound(hours, enrolled, controls, now)];
  const place = { get: () => ports.controls.read(), save: (next: Controls) => ports.controls.save(next) };
  const is = await revise(place, 'controls', (current) => tripped(current, findings));
  for (const finding of findings) {
    if (finding.do === 'warn') ports.report('warned', { reason: finding.reason });
    if (finding.do === 'stop' && is?.kill && !controls.kill) ports.report('tripped', { reason: finding.reason });
    if (finding.do === 'pause') ports.report('tripped', { series: finding.seriesId, reason: finding.reason });
  }
  return findings;
}

/** How many people campaigns that still run have enrolled. */
async function enrolledBySeries(ports: WatchPorts): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  let after: string | undefined;
  do {
    const page = await ports.campaigns.list(100, after);
    for (const { status, seriesId, sweep } of page.campaigns) {
      if (status === 'enrolling' || status === 'running')
        sums[seriesId] = (sums[seriesId] ?? 0) + (sweep?.enrolled ?? 0);
    }
    after = page.next;
  } while (after !== undefined);
  return sums;
}

async function stuckNow(
  ports: WatchPorts,
  now: Instant,
  before: Watched['stuck'] | undefined,
): Promise<Watched['stuck']> {
  const places = channelNames.flatMap((channel) =>
    Array.from({ length: ports.shards }, (_, shard) => ({ channel, shard })),
  );
  const found = await Promise.all(
    places.map(({ channel, shard }) => ports.people.due(channel, shard, now - stuckAfter, lookAtMost)),
  );
  const ids = found.flatMap((one) => one.ids);
  return {
    count: ids.length,
    more: found.some((one) => one.ids.length >= lookAtMost),
    ids: ids.slice(0, namedAtMost),
    ...(ids.length > 0 ? { since: before?.since ?? now - stuckAfter } : {}),
  };
}
