import type { Instant } from './time';

/** Who asks, as their token says. */
export interface Staff {
  sub: string;
  name: string;
  role: 'viewer' | 'marketer' | 'approver' | 'admin';
}

/**
 * One line of the audit trail (45 CFR 164.312(b)): append-only, kept six years. It names people by id only, and never
 * holds what was read.
 */
export interface AuditEntry {
  id: string;
  at: Instant;
  /** The token's subject; names change, subjects do not. */
  actor: string;
  /** What was done, as a method and path pattern. */
  action: string;
  /** Id of the person, series, campaign … it was about. */
  target?: string;
  detail?: Record<string, string>;
}
