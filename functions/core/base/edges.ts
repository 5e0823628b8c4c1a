import type { RandomBytes } from './id';
import type { Instant } from './time';

/** Time, chance and waiting come in from outside. */
export interface Edges {
  now(): Instant;
  bytes: RandomBytes;
  sleep(ms: number): Promise<void>;
}
