import type { SuppressionReason } from '../../core/person/guard';
import { type NoticeKind, noticeKinds, type Subscriber } from '../../core/person/subscriber';
import { commit } from '../../core/sending/attempt';
import { type Delivery, deliveryId, type FactName } from '../../core/sending/delivery';
import type { ProviderEvent } from '../../core/sending/outgoing';
import { sentTo } from '../../core/sending/record';
import { heldBy } from '../../core/sending/sendable';
import type { Books, Clock, Ledger, People } from '../ports';
import { type Suppressing, suppress } from './suppress';

export type EventPorts = Suppressing & Clock & People<'load'> & Books & Ledger<'mergeDelivery'>;

/** A delay is no outcome, but only what was taken can be delayed, or be called no spam. */
const factNames: Record<ProviderEvent['kind'], FactName> = {
  accepted: 'accepted',
  delayed: 'accepted',
  'not-spam': 'accepted',
  delivered: 'delivered',
  bounced: 'bounced',
  complained: 'complained',
  failed: 'failed',
};

/**
 * One provider event: into the ledger, monotone; settles the attempt whose tag it carries; suppresses, where it must,
 * the address that the message went to.
 */
export async function receiveEvent(ports: EventPorts, event: ProviderEvent): Promise<void> {
  const fact = factNames[event.kind];
  const { subscriber, step, attempt } = event.tags;
  const note = fact === 'accepted' ? event.providerId : (event.detail ?? event.providerId);
  const person = await ports.people.load(subscriber);
  await ports.ledger.mergeDelivery({ ...blank(event, person), facts: { [fact]: { at: event.at, note } } });

  // Whatever it reports, the provider had taken the message: even a failure is no reason to send it again.
  if (person && heldBy(person, attempt)) {
    const book = await ports.book(person);
    await ports.people.change(subscriber, (current) => commit(current, { claimId: attempt, book }, event.at));
  }
  const reason = suppressionBy(event);
  const key = keyOf(ports, event, person);
  if (reason && key && !isDesk(step)) await suppress(ports, subscriber, event.channel, key, reason, event.at);
}

/**
 * The guard's key of the address that the message went to: what its tag says, or what the provider calls its recipient.
 * A report that says neither is taken to be about the person's present address, so that nobody is written to by mistake.
 */
function keyOf(
  { addressKey }: Pick<EventPorts, 'addressKey'>,
  { tags, recipient, channel }: ProviderEvent,
  person: Subscriber | undefined,
): string | undefined {
  const address = recipient ?? person?.channels[channel]?.address;
  return tags.to ?? (address === undefined ? undefined : addressKey(address));
}

/** What is known of the message from its tags alone; the worker's own record adds the rest. */
function blank({ tags, channel, at }: ProviderEvent, person: Subscriber | undefined): Delivery {
  const marketing = !(noticeKinds as readonly string[]).includes(tags.step);
  // Later than anything the worker writes, so that merging keeps the worker's fuller record.
  return {
    subscriber: tags.subscriber,
    id: deliveryId(tags.target, tags.step),
    target: tags.target,
    stepId: tags.step,
    channel,
    marketing,
    at,
    // Of somebody who had their data deleted not even a hash is kept here.
    ...(person ? sentTo(tags) : {}),
    facts: {},
  };
}

const isDesk = (step: string): boolean => (step as NoticeKind) === 'desk-booking';

function suppressionBy(event: ProviderEvent): SuppressionReason | undefined {
  if (event.kind === 'complained') return 'complaint';
  if (event.kind === 'bounced' && event.lasting) return 'bounce';
  // The recipient's phone or carrier refuses us on their behalf: what a STOP to the network looks like from here.
  return event.kind === 'failed' && event.lasting ? 'provider-opt-out' : undefined;
}
