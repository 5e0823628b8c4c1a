import type { Instant } from '../base/time';

/** Flags read after each claim and before each request. */
export interface Controls {
  rev: number;
  /** Stops everything at once, except answers to a person's own STOP, HELP or emergency. */
  kill: boolean;
  killReason?: string;
  /** Stops those answers as well. Set and lifted on its own, and by staff only. */
  total?: boolean;
  totalReason?: string;
  /** Series staff have paused. */
  pausedSeries: string[];
  /** Why a series was paused by the service itself; staff need no reason. */
  pauseReasons?: Record<string, string>;
  /** When staff last let a series, or everything (`*`), go on: the circuit breaker counts from here. */
  lifted?: Record<string, Instant>;
  /** Campaign id -> paused or cancelled. */
  campaigns: Record<string, 'paused' | 'cancelled'>;
}

export const openControls: Controls = { rev: 0, kill: false, pausedSeries: [], campaigns: {} };

/** The campaigns that are cancelled, for good. */
export const cancelledIn = ({ campaigns }: Controls): ReadonlySet<string> =>
  new Set(Object.keys(campaigns).filter((id) => campaigns[id] === 'cancelled'));
