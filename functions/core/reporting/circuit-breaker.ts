import { channelNames } from '../base/channel';
import { day, hour, type Instant, iso } from '../base/time';
import type { Controls } from '../sending/controls';
import type { HourCount } from './hour';

/** Something the service noticed about its own sending. */
export type Finding =
  | { do: 'warn'; reason: string }
  | { do: 'stop'; reason: string }
  | { do: 'pause'; seriesId: string; reason: string };

/** Everything together, among the names of series. */
export const everything = '*';

/**
 * SES reviews an account at 5 % bounces or 0.1 % complaints and may end its sending at 10 % or 0.5 %. We stop
 * before it looks. A small count may be chance, so a minimum number of events is required as well as a rate.
 */
export const limits = [
  { what: 'bounced', said: 'came back as undeliverable', warn: 0.02, stop: 0.04, atLeast: 5 },
  { what: 'complained', said: 'was reported as spam', warn: 0.0005, stop: 0.0008, atLeast: 3 },
] as const;
export const ratesOver = 7 * day;

/** An hour of a series may always bring this many messages. */
const smallSeries = 200;
/** Its forecast is made from this long before the hour. */
export const forecastOver = 30 * day;
/** Texts may rest over a long weekend and then go in one hour: as many as on this many of the busiest days. */
const busyDays = 7;
/** Once staff have let a series go on, the circuit breaker leaves it alone for this long. */
const trustFor = day;

const percent = (share: number): string => `${Number((share * 100).toFixed(2))} %`;

/** The emails over which the bounce and complaint rates are computed. */
export function mailOf(hours: HourCount[], controls: Controls, now: Instant) {
  const from = Math.max(now - ratesOver, controls.lifted?.[everything] ?? 0);
  const counted = hours.filter(({ at }) => at >= from);
  const sum = (of: 'sent' | 'bounced' | 'complained') => counted.reduce((all, one) => all + one.email[of], 0);
  return { sent: sum('sent'), bounced: sum('bounced'), complained: sum('complained') };
}

/** Whether sending was stopped for those shares, by the words it was stopped with. */
export const isForRates = (reason: string): boolean => /^[\d.]+ % of the mail of the last 7 days /.test(reason);

/** What the shares of bounced and reported mail call for, since staff last let sending go on. */
export function ratesFound(hours: HourCount[], controls: Controls, now: Instant): Finding[] {
  const mail = mailOf(hours, controls, now);
  const { sent } = mail;
  return limits.flatMap(({ what, said, warn, stop, atLeast }): Finding[] => {
    const count = mail[what];
    const share = sent > 0 ? count / sent : 0;
    if (count < atLeast || share < warn) return [];
    const bad = share >= stop;
    const reason = `${percent(share)} of the mail of the last 7 days ${said} (${count} of ${sent}); ${bad ? `sending stops at ${percent(stop)}` : `sending will stop at ${percent(stop)}`}`;
    return [{ do: bad ? 'stop' : 'warn', reason }];
  });
}

/**
 * Series that send far more in an hour than anything known about them explains. `enrolled` is how many people running
 * campaigns have put into each: staff saw that number before they agreed to it.
 */
export function burstsFound(
  hours: HourCount[],
  enrolled: Record<string, number>,
  controls: Controls,
  now: Instant,
): Finding[] {
  const recent = hours.filter(({ at }) => at > now - 2 * hour && at <= now);
  const found = new Map<string, Finding>();
  for (const { at, series } of recent) {
    for (const [seriesId, count] of Object.entries(series)) {
      const trusted = Math.max(controls.lifted?.[seriesId] ?? -Infinity, controls.lifted?.[everything] ?? -Infinity);
      if (controls.pausedSeries.includes(seriesId) || now < trusted + trustFor) continue;
      const known = forecast(hours, seriesId, at) + (enrolled[seriesId] ?? 0) + confirmedBy(hours, at);
      const allowed = Math.max(smallSeries, known);
      if (count <= allowed) continue;
      const reason = `${count} messages in the hour from ${iso(at)}, where at most ${allowed} were to be expected`;
      found.set(seriesId, { do: 'pause', seriesId, reason });
    }
  }
  return [...found.values()];
}

/**
 * Messages that people's own confirmations explain. After a talk or a radio spot many confirm in one hour, and come up
 * together again at each step. One person may confirm every channel in one hour, and counts once there.
 */
function confirmedBy(hours: HourCount[], at: Instant): number {
  const before = hours.filter((one) => one.at <= at && one.at >= at - forecastOver);
  return channelNames.length * before.reduce((all, { tally }) => all + (tally?.confirmed ?? 0), 0);
}

/** The busiest days of the month before, together. */
function forecast(hours: HourCount[], seriesId: string, before: Instant): number {
  const days = new Map<number, number>();
  for (const { at, series } of hours) {
    if (at >= before || at < before - forecastOver) continue;
    const date = Math.floor(at / day);
    days.set(date, (days.get(date) ?? 0) + (series[seriesId] ?? 0));
  }
  return [...days.values()]
    .sort((a, b) => b - a)
    .slice(0, busyDays)
    .reduce((all, one) => all + one, 0);
}

/** The controls once these findings are acted on; the same object when there is nothing to do. */
export function tripped(controls: Controls, findings: Finding[]): Controls {
  let next = controls;
  for (const finding of findings) {
    if (finding.do === 'stop' && !next.kill) next = { ...next, kill: true, killReason: finding.reason };
    if (finding.do === 'pause' && !next.pausedSeries.includes(finding.seriesId)) {
      const { seriesId, reason } = finding;
      next = {
        ...next,
        pausedSeries: [...next.pausedSeries, seriesId],
        pauseReasons: { ...next.pauseReasons, [seriesId]: reason },
      };
    }
  }
  return next;
}

/** Staff let a series, or everything, go on: the circuit breaker counts from here. */
export const trusting = (controls: Controls, what: string, now: Instant): Controls => {
  const { [what]: _reason, ...reasons } = controls.pauseReasons ?? {};
  return { ...controls, pauseReasons: reasons, lifted: { ...controls.lifted, [what]: now } };
};
