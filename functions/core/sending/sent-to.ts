import type { Attempt, Subscriber } from '../person/subscriber';
import type { Delivery } from './delivery';

/**
 * An attempt keeps the beginning of its address's guard key: 96 bits tell addresses apart, and a person being sent to
 * still fits one write unit.
 */
export const startOf = (key: string): string => key.slice(0, 16);

/** The guard's key of the address that an attempt went to: the present one's, or what the ledger has kept. */
export function keyOfAttempt(
  addressKey: (address: string) => string,
  { channels }: Pick<Subscriber, 'channels'>,
  attempt: Pick<Attempt, 'addressKey' | 'channel'>,
  known: Pick<Delivery, 'to'> | undefined,
): string | undefined {
  const { address } = channels[attempt.channel] ?? {};
  const keys = [address === undefined ? undefined : addressKey(address), known?.to];
  // One from before this was kept went, for all that is known, to the present address: in doubt nobody is written to.
  return keys.find((key) => key?.startsWith(attempt.addressKey ?? ''));
}

/** What was sent, and where to, as the ledger writes it down. */
export const sentTo = (to: string | undefined, disclaimer?: string): Pick<Delivery, 'to' | 'disclaimer'> => ({
  ...(to === undefined ? {} : { to }),
  ...(disclaimer === undefined ? {} : { disclaimer }),
});
