import { type Instant, minute } from '../base/time';

/** Keys remembered at once; past that the oldest are forgotten, so that a flood cannot fill the memory. */
const keysAtMost = 20_000;

/**
 * Counts requests by key in the running minute. One process counts for itself: this blunts a crowd from one address,
 * the firewall at the edge holds the line for all.
 */
export function limiter(now: () => Instant): (key: string, perMinute: number, only?: 'ask') => Promise<boolean> {
  const counts = new Map<string, { minute: number; count: number }>();
  return async (key, perMinute, only) => {
    const current = Math.floor(now() / minute);
    const known = counts.get(key);
    const count = known?.minute === current ? known.count + 1 : 1;
    if (only === 'ask') return count <= perMinute;
    counts.delete(key);
    counts.set(key, { minute: current, count });
    const oldest = counts.size > keysAtMost ? counts.keys().next().value : undefined;
    if (oldest !== undefined) counts.delete(oldest);
    return count <= perMinute;
  };
}
