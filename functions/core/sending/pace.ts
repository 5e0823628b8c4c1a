import { type ChannelName, traits } from '../base/channel';
import { type Instant, minute, second } from '../base/time';
import { segments } from '../practice/gsm';
import type { Outgoing } from './outgoing';

/**
 * One worker's share of a provider's rate, as a token bucket. A message is let through as soon as those before it are
 * paid for, so that a text of three parts goes at one part a second too; it pays afterwards, by making the next wait.
 */
export interface Pace {
  /** Units a second the provider allows this worker. */
  limit: number;
  /** Units a second just now: halved by each throttle, recovering a little every second. */
  rate: number;
  /** Below zero is debt. */
  tokens: number;
  at: Instant;
}

/** From the lowest pace back to the whole limit takes this long. */
const recovery = minute;
/** Throttles never slow a worker below this part of its limit. */
const slowest = 1 / 32;

export const freshPace = (limit: number, now: Instant): Pace => ({ limit, rate: limit, tokens: limit, at: now });

/** The bucket as it is at `now`, under the limit of today; it holds no more than one second's worth. */
export function refilled(pace: Pace, limit: number, now: Instant): Pace {
  const passed = Math.max(0, now - pace.at);
  const rate = Math.min(limit, Math.max(pace.rate, limit * slowest) + (limit * passed) / recovery);
  return { limit, rate, tokens: Math.min(rate, pace.tokens + (rate * passed) / second), at: Math.max(pace.at, now) };
}

/** ms until everything let through so far is paid for. */
export const waitOf = ({ tokens, rate }: Pace): number => (tokens >= 0 ? 0 : Math.ceil((-tokens / rate) * second));

export const spent = (pace: Pace, cost: number): Pace => ({ ...pace, tokens: pace.tokens - cost });

export const slowed = (pace: Pace): Pace => ({
  ...pace,
  rate: Math.max(pace.rate / 2, pace.limit * slowest),
  tokens: Math.min(pace.tokens, 0),
});

/** One message, or the parts a carrier counts of it. */
export const costOf = (message: Outgoing): number =>
  'body' in message && traits[message.channel].costs === 'parts' ? Math.max(1, segments(message.body).parts) : 1;

interface PacerPorts {
  now(): Instant;
  sleep(ms: number): Promise<void>;
  /** Units a second this worker may use of the channel today. */
  limit(channel: ChannelName): Promise<number>;
}

/** Holds one process to its share. Each turn is booked before it is waited for, so that several at once queue up. */
export function pacer(ports: PacerPorts) {
  const paces = new Map<ChannelName, Pace>();
  return {
    /** Waits for this message's turn; false when that would take longer than anyone should wait. */
    async take(channel: ChannelName, cost: number): Promise<boolean> {
      const limit = await ports.limit(channel);
      const now = ports.now();
      const pace = refilled(paces.get(channel) ?? freshPace(limit, now), limit, now);
      const wait = waitOf(pace);
      const patient = wait <= traits[channel].patience;
      paces.set(channel, patient ? spent(pace, cost) : pace);
      if (patient && wait > 0) await ports.sleep(wait);
      return patient;
    },
    /** The provider said: too fast. */
    throttled(channel: ChannelName): void {
      const pace = paces.get(channel);
      if (pace) paces.set(channel, slowed(pace));
    },
  };
}
