import type { Channel } from './outbox';

export const faultModes = ['none', 'throttle', 'error5xx', 'acceptThenDrop', 'refuse', 'slow'] as const;
export type FaultMode = (typeof faultModes)[number];
interface Fault {
  mode: FaultMode;
  /** Share of the requests it hits, 0 to 1. */
  rate: number;
}

/** What the world does to requests from now on; a restart of the world clears it. */
export class Faults {
  readonly #set: Record<Channel, Fault> = { email: { mode: 'none', rate: 0 }, sms: { mode: 'none', rate: 0 } };
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  set(channel: Channel, fault: Fault): void {
    this.#set[channel] = fault.mode === 'none' ? { mode: 'none', rate: 0 } : fault;
  }

  all(): Record<Channel, Fault> {
    return { email: { ...this.#set.email }, sms: { ...this.#set.sms } };
  }

  /** The fate of one request. */
  draw(channel: Channel): FaultMode {
    const { mode, rate } = this.#set[channel];
    if (mode === 'none' || rate <= 0) return 'none';
    return this.#random() < rate ? mode : 'none';
  }
}
