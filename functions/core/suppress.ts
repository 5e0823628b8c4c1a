import type { Guard, SuppressionReason } from './guard';
import { leftChannel, withChannel } from './person';
import type { ChannelName, Subscriber } from './subscriber';
import type { Instant } from './time';

/** Where a person and the guard of an address are kept. */
export interface Suppressing {
  people: {
    change(id: string, edit: (person: Subscriber) => Subscriber | undefined): Promise<Subscriber | undefined>;
  };
  guardOf(address: string, edit: (guard: Guard) => Guard | undefined): Promise<Guard>;
}

/**
 * A provider says that this address is not to be written to. Item first, because the claim reads it; then the guard,
 * because it outlives the person. Doing it again is doing it once, so whoever repeats it after a crash mends it.
 */
export async function suppress(
  ports: Suppressing,
  id: string,
  channel: ChannelName,
  address: string,
  reason: SuppressionReason,
  at: Instant,
): Promise<void> {
  const stop = async (who: string) => {
    const now = await ports.people.change(who, (current) =>
      current.channels[channel]?.address === address ? suppressed(current, channel, reason, at) : undefined,
    );
    const reached = now?.channels[channel];
    return reached?.address === address ? reached : undefined;
  };
  const reached = await stop(id);
  // What was sent to somebody of the past is told of the address, and somebody else may have it by now.
  const { owner = id } = await ports.guardOf(address, () => undefined);
  const now = owner === id ? reached : await stop(owner);
  // Consent given after the event was sent is newer than what it reports, for the address as for the person.
  if (reached?.status === 'active' || now?.status === 'active') return;
  await ports.guardOf(address, (guard) =>
    guard.suppressed ? undefined : { ...guard, suppressed: { reason, at: reached?.since ?? at } },
  );
}

function suppressed(
  person: Subscriber,
  channel: ChannelName,
  reason: SuppressionReason,
  at: Instant,
): Subscriber | undefined {
  const reached = person.channels[channel];
  if (!reached || reached.status === 'suppressed' || reached.status === 'unsubscribed' || reached.since > at)
    return undefined;
  const left = leftChannel(person, channel, 'suppressed', reason, at);
  const { asked } = reached;
  // What was asked for after the event still waits for its answer.
  return asked && asked.consent.at > at ? withChannel(left, channel, { ...left.channels[channel]!, asked }) : left;
}
