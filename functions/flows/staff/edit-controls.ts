import { StridewellError } from '../../core/base/error';
import { atRev, revise } from '../../core/base/revise';
import { everything, trusting } from '../../core/reporting/circuit-breaker';
import type { Controls } from '../../core/sending/controls';
import { stopTakes } from '../../core/sending/due';
import type { Clock, ControlSwitches, Series, Sleep } from '../ports';

type ControlsPorts = Clock & Sleep & ControlSwitches;

export type PausePorts = ControlsPorts & Series<'latest'>;

/**
 * All outreach stops, or goes on; a person's STOP, HELP or emergency is still answered. Resolves when no request that
 * began before can still be under way. `seen`: the rev under which going on was decided; stopping asks for none.
 */
export async function setKill(
  ports: ControlsPorts,
  on: boolean,
  reason = 'stopped by staff',
  seen?: number,
): Promise<Controls> {
  const changed = await edited(ports, (controls) => {
    const { killReason: _reason, ...rest } = controls;
    if (on) return { ...rest, kill: true, killReason: reason };
    if (seen !== undefined) atRev(controls, seen);
    return trusting({ ...rest, kill: false }, everything, ports.now());
  });
  if (on) await ports.sleep(stopTakes);
  return changed;
}

/** The second switch: with it on, not even STOP, HELP or an emergency is answered. Set and lifted on its own. */
export async function setTotal(
  ports: ControlsPorts,
  on: boolean,
  reason = 'stopped by staff',
  seen?: number,
): Promise<Controls> {
  const changed = await edited(ports, (controls) => {
    const { totalReason: _reason, total: _total, ...rest } = controls;
    if (on) return { ...rest, total: true, totalReason: reason };
    if (seen !== undefined) atRev(controls, seen);
    return trusting(rest, everything, ports.now());
  });
  if (on) await ports.sleep(stopTakes);
  return changed;
}

/** Holds a series back; people keep their place in it. The reason that the circuit breaker gave stays. */
export async function pauseSeries(ports: PausePorts, seriesId: string): Promise<Controls> {
  await mustBe(ports, seriesId);
  const changed = await edited(ports, (controls) => {
    const others = controls.pausedSeries.filter((one) => one !== seriesId);
    return { ...controls, pausedSeries: [...others, seriesId] };
  });
  await ports.sleep(stopTakes);
  return changed;
}

/**
 * Lets a series go on. `seen` is the rev of the controls under which that was decided; `mayLift` whether it may be done
 * for one that the service paused by itself, which takes a second pair of eyes.
 */
export async function resumeSeries(
  ports: PausePorts,
  seriesId: string,
  seen: number,
  mayLift: boolean,
): Promise<Controls> {
  await mustBe(ports, seriesId);
  return edited(ports, (controls) => {
    if (controls.pauseReasons?.[seriesId] !== undefined && !mayLift)
      throw new StridewellError('forbidden', 'The service paused this series by itself. An approver can let it go on.');
    atRev(controls, seen);
    const pausedSeries = controls.pausedSeries.filter((one) => one !== seriesId);
    return trusting({ ...controls, pausedSeries }, seriesId, ports.now());
  });
}

async function mustBe({ series }: PausePorts, seriesId: string): Promise<void> {
  if (!(await series.latest(seriesId))) throw new StridewellError('not-found', 'There is no such series.', 'seriesId');
}

/** There are always controls: before anyone has touched one, all is open. */
async function edited(ports: ControlsPorts, edit: (controls: Controls) => Controls): Promise<Controls> {
  const { controls } = ports;
  const place = { get: () => controls.read(), save: (next: Controls) => controls.save(next) };
  return (await revise(place, 'controls', edit)) ?? controls.read();
}
