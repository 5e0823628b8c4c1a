import type { ChannelName } from '../base/channel';
import { type Instant, iso } from '../base/time';
import { type ConsentEvidence, wordingHash } from '../practice/consent';
import { type Guard, type SuppressionReason, suppressedBy } from './guard';

/**
 * One line of the journal of departures, which is only ever added to and is restored for itself: when all else goes
 * back to a backup, it still knows who has left since (functions/flows/care/reconcile.ts).
 */
export interface Departure {
  /** Of the address's guard: a keyed hash, never the address. */
  key: string;
  at: Instant;
  /** left: suppressed · back: lifted by a fresh consent · erased: the address's owner was forgotten. */
  what: 'left' | 'back' | 'erased';
  channel: ChannelName;
  reason?: SuppressionReason;
  /** Whose address it was. */
  subscriber?: string;
}

/**
 * What a change of a guard means for the journal. Departures are written down before the guard, and a return after it,
 * so that a crash between the two leaves somebody out rather than in.
 */
export function departuresOf(before: Guard, after: Guard, at: Instant): { ahead: Departure[]; behind: Departure[] } {
  const { key, channel } = after;
  const whose = before.owner ?? after.owner;
  const common = { key, at, channel, ...(whose ? { subscriber: whose } : {}) };
  const ahead: Departure[] = [];
  if (after.suppressed && after.suppressed.reason !== before.suppressed?.reason)
    ahead.push({ ...common, what: 'left', reason: after.suppressed.reason });
  if (before.owner && !after.owner) ahead.push({ ...common, what: 'erased' });
  return { ahead, behind: before.suppressed && !after.suppressed ? [{ ...common, what: 'back' }] : [] };
}

/** The evidence of a departure whose own went with the ledger: it says so, since what was said then is lost. */
export function proofOf(
  { reason, at }: NonNullable<Guard['suppressed']>,
  whose: Pick<ConsentEvidence, 'subscriber' | 'channel' | 'address'>,
  seller: string,
): ConsentEvidence {
  const text = `Left (${reason}) at ${iso(at)}, as the journal of departures says; what was said then is lost.`;
  const page = 'restored';
  return { ...whose, action: 'withdrawn', at, seller, wording: page, text, textHash: wordingHash(text), page };
}

/** A guard once this line of the journal is replayed upon it; undefined where it changes nothing. */
export function replayed(guard: Guard, { what, reason = 'unsubscribed', at }: Departure): Guard | undefined {
  if (what === 'left') return suppressedBy(guard, reason, at);
  const { suppressed, ...rest } = guard;
  return what === 'back' && suppressed && suppressed.at <= at ? rest : undefined;
}
