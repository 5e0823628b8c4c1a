import type { ChannelName } from '../../core/base/channel';
import type { Instant } from '../../core/base/time';
import { withChannel } from '../../core/person/contact';
import { type SuppressionReason, suppressedBy } from '../../core/person/guard';
import type { Channel, Subscriber } from '../../core/person/subscriber';
import { leftChannel } from '../../core/sending/leave-channel';
import type { AddressKey, GuardsByKey, People } from '../ports';

/** Where a person and the guard of an address are kept. */
export type Suppressing = People<'change'> & AddressKey & GuardsByKey;

/**
 * A provider says that an address is not to be written to. It is named by the key of its guard, since whoever the
 * message was for may have another one by now. Items first, because the claim reads them, and only those whose present
 * address it is; then the guard, because it outlives people. Doing it again is doing it once, so whoever repeats it
 * after a crash mends it.
 */
export async function suppress(
  ports: Suppressing,
  id: string,
  channel: ChannelName,
  key: string,
  reason: SuppressionReason,
  at: Instant,
): Promise<void> {
  const isIts = (reached: Channel | undefined) => reached !== undefined && ports.addressKey(reached.address) === key;
  const reached: Channel[] = [];
  const { owner, wish, askedFor, joining } = await ports.guardAt(key, channel, () => undefined);
  for (const who of new Set([id, owner, wish, askedFor, joining])) {
    if (who === undefined) continue;
    const now = await ports.people.change(who, (current) =>
      isIts(current.channels[channel]) ? suppressed(current, channel, reason, at) : undefined,
    );
    const is = now?.channels[channel];
    if (is && isIts(is)) reached.push(is);
  }
  // Consent given after the event was sent is newer than what it reports, for the address as for the person.
  if (reached.some(({ status }) => status === 'active')) return;
  const left = reached.filter(({ status }) => status !== 'pending').map(({ since }) => since);
  const since = left.length > 0 ? Math.min(...left) : at;
  await ports.guardAt(key, channel, (guard) => suppressedBy(guard, reason, since));
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
