import type { Instant } from './time';

/** What the last look over the whole service found. */
export interface Watched {
  at: Instant;
  /** Hours before this one are added up. */
  countedTo: Instant;
  /** People due for long who do not move; `more` when not all were counted. */
  stuck: { count: number; more: boolean; ids: string[] };
  /** In sentences, for staff. */
  warnings: string[];
}
