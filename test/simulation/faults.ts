import { minute, second } from '../../functions/core/base/time';
import { Random } from './random';
import type { Fate } from './scheduler';

/** Everything that may go wrong, and how often at middling strength: per await, per message or per person. */
export const faults = {
  crash: 0.0015,
  storeError: 0.0015,
  lostReply: 0.0015,
  repeatedWrite: 0.0015,
  stall: 0.003,
  skew: 0.5,
  staleIndex: 0.05,
  hintLost: 0.03,
  hintTwice: 0.05,
  hintLate: 0.03,
  lastMinute: 0.03,
  outage: 0.15,
  eventLost: 0.1,
  eventTwice: 0.05,
  eventLate: 0.1,
  throttle: 0.02,
  refusal: 0.004,
  answerLost: 0.03,
  serverError: 0.01,
  neverSent: 0.01,
  account: 0.0002,
  bounce: 0.01,
  poison: 0.002,
  storm: 0.05,
  stranger: 0.1,
  forgotten: 0.04,
  moves: 0.1,
  staff: 1,
  adversary: 0.008,
} as const;

export type FaultName = keyof typeof faults;
export const faultNames = Object.keys(faults) as FaultName[];

/** How long a process may hang at an await: around every bound of the protocol. */
const stalls = [
  second,
  4.8 * second,
  5.2 * second,
  7.9 * second,
  13.2 * second,
  minute,
  2.5 * minute,
  9 * minute,
  21 * minute,
];

/**
 * The weather of one seed: each fault is absent, light, middling or heavy. Faults taken away by shrinking never hit.
 */
export class Weather {
  readonly p: Record<FaultName, number>;
  private readonly random: Random;
  private readonly step: [number, Fate['end'] | 'stall'][] = [];
  private readonly any: number;
  private calm = false;

  constructor(seed: number, without: ReadonlySet<FaultName>, heavy?: FaultName) {
    const setting = new Random(seed, 11);
    this.random = new Random(seed, 12);
    this.p = Object.fromEntries(
      faultNames.map((name) => {
        // Drawn apart, so that the seeds from before people moved keep the rest of their weather.
        const drawn = (name === 'moves' ? new Random(seed, 13) : setting).pick([0, 0, 0.3, 1, 1, 4]);
        const strength = name === heavy ? 4 : drawn;
        return [name, without.has(name) ? 0 : Math.min(faults[name] * strength, 0.5)];
      }),
    ) as Record<FaultName, number>;
    if (!without.has('staff')) this.p.staff = Math.max(this.p.staff, setting.pick([0, 1]));
    const { crash, storeError, lostReply, repeatedWrite, stall } = this.p;
    let sum = 0;
    for (const [p, end] of [
      [crash / 2, 'crash-before'],
      [crash / 2, 'crash-after'],
      [storeError, 'error-before'],
      [lostReply, 'error-after'],
      [repeatedWrite, 'twice'],
      [stall, 'stall'],
    ] as const) {
      sum += p;
      this.step.push([sum, end]);
    }
    this.any = sum;
  }

  /** From now on nothing goes wrong any more. */
  stop(): void {
    this.calm = true;
  }

  get stopped(): boolean {
    return this.calm;
  }

  /** Once in so many tries. */
  hits(name: FaultName, tries = 1): boolean {
    return !this.calm && this.random.chance(this.p[name] * tries);
  }

  fate(): Fate {
    const draw = this.random.next();
    // The lower digits of the same draw say how long.
    const before = 1 + Math.floor((draw * 2 ** 20) % 15);
    if (this.calm || draw >= this.any) return { before, after: 0, end: 'ok' };
    const end = this.step.find(([below]) => draw < below)?.[1] ?? 'ok';
    if (end !== 'stall') return { before, after: 0, end };
    const pause = this.stall();
    return this.random.chance(0.5)
      ? { before: before + pause, after: 0, end: 'ok' }
      : { before, after: pause, end: 'ok' };
  }

  stall(): number {
    return this.random.pick(stalls) + this.random.below(200);
  }
}
