import type { ErrorCode } from '../base/error';
import type { Instant } from '../base/time';
import type { Staff } from '../practice/staff';

/** started: about to be done. The others say how it ended: a started line without one of them ended nobody knows how. */
export const auditResults = ['started', 'done', 'refused', 'failed'] as const;
export type AuditResult = (typeof auditResults)[number];

export type AuditValue = string | number | boolean;

/** One object, before and after: names of fields, and values only of the few that say nothing of a person. */
export interface AuditChange {
  kind: string;
  id: string;
  rev?: { from?: number; to?: number };
  fields: string[];
  values?: Record<string, { from?: AuditValue; to?: AuditValue }>;
}

/**
 * One line of the audit trail (45 CFR 164.312(b)): added, never changed, kept six years. An act that changes something
 * has two under one id: what is about to be done, written before it is done, and how it ended. People are named by id
 * only; no address, name, free text or answer is ever in it.
 */
export interface AuditEntry {
  /** `aud_…`, the same on both lines of an act. */
  id: string;
  /** When it began, on both lines. */
  at: Instant;
  result: AuditResult;
  endedAt?: Instant;
  /** The token's subject; names change, subjects do not. Absent where nobody was let in. */
  who?: Pick<Staff, 'sub'> & Partial<Pick<Staff, 'role'>>;
  /** Keyed hash of where a refused sign-in came from. */
  source?: string;
  /** A method and path pattern, or `sign-in`. */
  act: string;
  object?: { kind: string; id?: string; version?: number };
  /** Ids of the people and bookings that an answer showed. */
  shown?: string[];
  changes?: AuditChange[];
  /** Why it was refused or failed. */
  reason?: ErrorCode;
  /** Refusals of this kind in this minute, at least. */
  count?: number;
}

/** What to look for. `id` finds acts on an object, and acts that changed or showed it. */
export interface AuditFilter {
  from: Instant;
  to: Instant;
  who?: string | undefined;
  kind?: string | undefined;
  id?: string | undefined;
  /** Part of the act's name. */
  act?: string | undefined;
  result?: AuditResult | undefined;
}

export function matches(entry: AuditEntry, { who, kind, id, act, result }: AuditFilter): boolean {
  const { object, changes = [], shown = [] } = entry;
  if (who !== undefined && entry.who?.sub !== who) return false;
  if (result !== undefined && entry.result !== result) return false;
  if (act !== undefined && !entry.act.toLowerCase().includes(act.toLowerCase())) return false;
  if (kind !== undefined && object?.kind !== kind && !changes.some((one) => one.kind === kind)) return false;
  return id === undefined || object?.id === id || changes.some((one) => one.id === id) || shown.includes(id);
}
