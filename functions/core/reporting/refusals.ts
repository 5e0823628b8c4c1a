import type { ErrorCode } from '../base/error';
import { derivedId } from '../base/id';
import { type Instant, iso, minute } from '../base/time';
import type { AuditEntry } from './audit';

/** Who or what was turned away, from what, and why. */
export interface Refusal {
  at: Instant;
  act: string;
  reason: ErrorCode;
  who?: AuditEntry['who'];
  /** Keyed hash of where it came from. */
  source: string;
}

/** Sources that are told apart in one minute. */
const slots = 16;

/**
 * Counts refusals by minute and source, and answers a line for the 1st, 10th, 100th, … of them. Its id is made of
 * minute, place and count, so that it can be added once by all processes together. A flood of any size from anywhere
 * therefore writes a few lines a minute: sources share 16 places, and a line names the source that came first.
 */
export function refusals(): (refusal: Refusal) => AuditEntry | undefined {
  let current = 0;
  const counts = new Map<string, number>();
  return ({ at, act, reason, who, source }) => {
    const began = Math.floor(at / minute) * minute;
    if (began !== current) counts.clear();
    current = began;
    const place = who ? `${who.sub} ${act}` : `${reason} ${slotOf(source)}`;
    const count = (counts.get(place) ?? 0) + 1;
    counts.set(place, count);
    if (!Number.isInteger(Math.log10(count))) return undefined;
    const id = derivedId('aud', 'refused', iso(began), place, String(count));
    const whose = who ? { who } : { source };
    return { id, at: began, result: 'refused', ...whose, act, reason, ...(count > 1 ? { count } : {}) };
  };
}

const slotOf = (source: string): number =>
  [...source].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 9973, 7) % slots;
