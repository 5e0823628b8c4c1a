import { braked, burstsFound, type Finding, forecastOver, ratesFound } from '../core/brake';
import type { Campaign, Controls } from '../core/campaign';
import { type HourCount, hourOf, hoursOf } from '../core/hour';
import type { LedgerEntry } from '../core/journal';
import { revise } from '../core/revise';
import { type ChannelName, channelNames } from '../core/subscriber';
import { day, hour, type Instant, iso, minute } from '../core/time';
import type { Watched } from '../core/watched';

export interface WatchPorts {
  now(): Instant;
  ledger: {
    ofDay(
      isoDay: string,
      limit: number,
      after?: string,
      since?: Instant,
    ): Promise<{ entries: LedgerEntry[]; next?: string }>;
  };
  hours: {
    save(count: HourCount): Promise<void>;
    between(from: Instant, to: Instant): Promise<HourCount[]>;
    watched(): Promise<Watched | undefined>;
    saveWatched(watched: Watched): Promise<void>;
  };
  campaigns: { list(limit: number, after?: string): Promise<{ campaigns: Campaign[]; next?: string }> };
  controls: { read(): Promise<Controls>; save(next: Controls): Promise<Controls | undefined> };
  people: { due(channel: ChannelName, shard: number, now: Instant, limit: number): Promise<{ ids: string[] }> };
  shards: number;
  report(event: 'braked' | 'warned' | 'stuck', fields: Record<string, string | number>): void;
}

/** Due for longer than this is not on its way any more: a tick comes every minute, and whatever fails is put off. */
const stuckAfter = 30 * minute;
const lookAtMost = 100;
const namedAtMost = 20;
const pageSize = 500;
/** Bounces and complaints come late: each of the last days is added up anew, one a look, in turns. */
const lateDays = 7;

/** One look over the service: adds up the hours, brakes what has gone wrong, names whoever is stuck. */
export async function watch(ports: WatchPorts, until: Instant = Infinity): Promise<Watched> {
  const now = ports.now();
  const before = await ports.hours.watched();
  const from = Math.max(before ? before.countedTo - hour : now - forecastOver, now - forecastOver);
  const countedTo = await addUp(ports, hourOf(from), now, until);
  const caughtUp = countedTo === hourOf(now);
  if (caughtUp) await addUpDay(ports, hourOf(now) - day * (1 + (Math.floor(now / (5 * minute)) % lateDays)));
  // A forecast from half of the past would brake what is in order.
  const findings = caughtUp ? await brake(ports, now) : [];
  const stuck = await stuckNow(ports, now);
  if (stuck.count > 0) ports.report('stuck', { count: stuck.count, ids: stuck.ids.join(' ') });
  const warnings = findings.filter(({ do: act }) => act === 'warn').map(({ reason }) => reason);
  const watched: Watched = { at: now, countedTo, stuck, warnings };
  await ports.hours.saveWatched(watched);
  return watched;
}

/** Adds up every hour from `from` to now, a UTC day at a time; answers the hour it came to. */
async function addUp(ports: WatchPorts, from: Instant, now: Instant, until: Instant): Promise<Instant> {
  let at = from;
  while (at <= now) {
    if (ports.now() >= until) return at;
    await addUpDay(ports, at);
    at = Math.floor(at / day) * day + day;
  }
  return hourOf(now);
}

/** The hours of one UTC day, from `since` on. */
async function addUpDay(ports: WatchPorts, since: Instant): Promise<void> {
  const isoDay = iso(since).slice(0, 10);
  const entries: LedgerEntry[] = [];
  let after: string | undefined;
  do {
    const page = await ports.ledger.ofDay(isoDay, pageSize, after, since);
    entries.push(...page.entries.filter(({ kind }) => kind === 'message'));
    after = page.next;
  } while (after !== undefined);
  for (const count of hoursOf(entries).values()) await ports.hours.save(count);
}

async function brake(ports: WatchPorts, now: Instant): Promise<Finding[]> {
  const [hours, controls, enrolled] = await Promise.all([
    ports.hours.between(now - forecastOver - 2 * hour, now),
    ports.controls.read(),
    enrolledBySeries(ports),
  ]);
  const findings = [...ratesFound(hours, controls, now), ...burstsFound(hours, enrolled, controls, now)];
  const place = { get: () => ports.controls.read(), save: (next: Controls) => ports.controls.save(next) };
  const was = controls;
  const is = await revise(place, 'controls', (current) => braked(current, findings));
  for (const finding of findings) {
    if (finding.do === 'warn') ports.report('warned', { reason: finding.reason });
    if (finding.do === 'stop' && is?.kill && !was.kill) ports.report('braked', { reason: finding.reason });
    if (finding.do === 'pause') ports.report('braked', { series: finding.seriesId, reason: finding.reason });
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

async function stuckNow(ports: WatchPorts, now: Instant): Promise<Watched['stuck']> {
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
  };
}
