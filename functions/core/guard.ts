import type { ChannelName } from './subscriber';
import { day, type Instant } from './time';

/** Makes an address belong to one person, and carries suppression, because that outlives the person. */
export interface Guard {
  key: string;
  rev: number;
  channel: ChannelName;
  owner?: string;
  /** Set by leaving, bounce or complaint; lifted only by the person's own fresh consent, confirmed. */
  suppressed?: { reason: SuppressionReason; at: Instant };
  /** When confirmations were sent since the last time one was answered. */
  asked: Instant[];
}

export type SuppressionReason =
  | 'unsubscribed'
  | 'stop'
  | 'bounce'
  | 'complaint'
  | 'provider-opt-out'
  | 'erased'
  | 'staff';

/** At most one confirmation per address in 24 h, and three until one is answered: nobody's inbox can be bombed. */
export function mayAsk(asked: Instant[], now: Instant): boolean {
  const last = asked.at(-1);
  return asked.length < 3 && (last === undefined || now - last >= day);
}

export const confirmationLives = 7 * day;
