import type { Instant } from '../base/time';

/** What the last look over the whole service found. */
export interface Watched {
  at: Instant;
  /** Hours before this one are added up. */
  countedTo: Instant;
  /** People due for long who do not move, and since when some are; `more` when not all were counted. */
  stuck: { count: number; more: boolean; ids: string[]; since?: Instant };
  /** Messages of any day that wait for a decision by staff, and since when the oldest does. */
  held?: { count: number; more: boolean; since?: Instant };
  /** Mail of the last seven days, since staff last let sending go on. */
  mail?: { sent: number; bounced: number; complained: number };
  /** Messages of the last seven days that were taken as sent without proof. */
  unconfirmed?: number;
  /** In sentences, for staff. */
  warnings: string[];
}
