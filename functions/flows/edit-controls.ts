import { everything, trusting } from '../core/brake';
import type { Controls } from '../core/campaign';
import { stopTakes } from '../core/change';
import { StridewellError } from '../core/error';
import { revise } from '../core/revise';
import type { SeriesVersion } from '../core/series';
import type { Instant } from '../core/time';

export interface ControlsPorts {
  now(): Instant;
  sleep(ms: number): Promise<void>;
  controls: {
    read(): Promise<Controls>;
    /** Resolves once every copy is written; undefined when someone else was quicker. */
    save(next: Controls): Promise<Controls | undefined>;
  };
}

export interface PausePorts extends ControlsPorts {
  series: { latest(seriesId: string): Promise<SeriesVersion | undefined> };
}

/** All outreach stops, or goes on; a person's STOP, HELP or emergency is still answered. Resolves when no request that began before can still be under way. */
export async function setKill(ports: ControlsPorts, on: boolean, reason = 'stopped by staff'): Promise<Controls> {
  const changed = await edited(ports, ({ killReason: _reason, ...rest }) =>
    on ? { ...rest, kill: true, killReason: reason } : trusting({ ...rest, kill: false }, everything, ports.now()),
  );
  if (on) await ports.sleep(stopTakes);
  return changed;
}

/** The second switch: with it on, not even STOP, HELP or an emergency is answered. Set and lifted on its own. */
export async function setTotal(ports: ControlsPorts, on: boolean, reason = 'stopped by staff'): Promise<Controls> {
  const changed = await edited(ports, ({ totalReason: _reason, total: _total, ...rest }) =>
    on ? { ...rest, total: true, totalReason: reason } : trusting(rest, everything, ports.now()),
  );
  if (on) await ports.sleep(stopTakes);
  return changed;
}

/** Holds a series back, or lets it go on; people keep their place in it. */
export async function pauseSeries(ports: PausePorts, seriesId: string, paused: boolean): Promise<void> {
  if (!(await ports.series.latest(seriesId)))
    throw new StridewellError('not-found', 'There is no such series.', 'seriesId');
  await edited(ports, (controls) => {
    const others = controls.pausedSeries.filter((one) => one !== seriesId);
    if (paused) return { ...controls, pausedSeries: [...others, seriesId] };
    return trusting({ ...controls, pausedSeries: others }, seriesId, ports.now());
  });
  if (paused) await ports.sleep(stopTakes);
}

/** There are always controls: before anyone has touched one, all is open. */
async function edited(ports: ControlsPorts, edit: (controls: Controls) => Controls): Promise<Controls> {
  const { controls } = ports;
  const place = { get: () => controls.read(), save: (next: Controls) => controls.save(next) };
  return (await revise(place, 'controls', edit)) ?? controls.read();
}
