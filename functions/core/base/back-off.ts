import type { RandomBytes } from './id';
import { hour, second } from './time';

/** A step refused this often is blocked with its reason instead of tried for ever. */
export const triesAtMost = 24;

/**
 * ms until a message refused `tries` times before is tried again: twice as long each time, two hours at most, and
 * between half and all of that, so that a crowd refused together does not return together.
 */
export function backOff(tries: number, bytes: RandomBytes): number {
  const most = Math.min(2 ** Math.min(tries, 10) * 30 * second, 2 * hour);
  const [byte = 0] = bytes(1);
  return Math.round(most * (0.5 + byte / 512));
}

/**
 * ms until a conditional write that lost to another is tried again: at once the first time, as most losers have one
 * rival only; then anywhere in a span that doubles up to 0.8 s, so that a crowd spreads out.
 */
export function afterLosing(losses: number, bytes: RandomBytes): number {
  if (losses < 2) return 0;
  const [byte = 0] = bytes(1);
  return Math.round((Math.min(2 ** losses * 5, 800) * byte) / 255);
}
