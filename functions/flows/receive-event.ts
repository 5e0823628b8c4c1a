import { commit } from '../core/attempt';
import { type Delivery, deliveryId, type FactName } from '../core/delivery';
import type { Book } from '../core/enrollment';
import type { Guard, SuppressionReason } from '../core/guard';
import type { ProviderEvent } from '../core/outgoing';
import { leftChannel, withChannel } from '../core/person';
import { type NoticeKind, noticeKinds, type Subscriber } from '../core/subscriber';
import type { Instant } from '../core/time';

export interface EventPorts {
  now(): Instant;
  people: {
    change(id: string, edit: (person: Subscriber) => Subscriber | undefined): Promise<Subscriber | undefined>;
    load(id: string): Promise<Subscriber | undefined>;
  };
  book(person: Subscriber): Promise<Book>;
  ledger: { mergeDelivery(delivery: Delivery): Promise<Delivery> };
  /** The guard of an address, made if it was not there; `edit` runs under its conditional write. */
  guardOf(address: string, edit: (guard: Guard) => Guard | undefined): Promise<Guard>;
}

/** A delay is no outcome, but only what was taken can be delayed. */
const factNames: Record<ProviderEvent['kind'], FactName> = {
  accepted: 'accepted',
  delayed: 'accepted',
  delivered: 'delivered',
  bounced: 'bounced',
  complained: 'complained',
  failed: 'failed',
};

/** One provider event: into the ledger, monotone; settles the attempt whose tag it carries; suppresses where it must. */
export async function receiveEvent(ports: EventPorts, event: ProviderEvent): Promise<void> {
  const fact = factNames[event.kind];
  const { subscriber, target, step, attempt } = event.tags;
  const note = fact === 'accepted' ? event.providerId : (event.detail ?? event.providerId);
  const person = await ports.people.load(subscriber);
  await ports.ledger.mergeDelivery({ ...blank(event), facts: { [fact]: { at: event.at, note } } });
  if (!person) return;

  const inFlight = [...person.enrollments, ...person.notices].some(
    (one) => one.id === target && one.attempt?.claimId === attempt,
  );
  // Whatever it reports, the provider had taken the message: even a failure is no reason to send it again.
  if (inFlight) {
    const book = await ports.book(person);
    await ports.people.change(subscriber, (current) => commit(current, target, attempt, book, event.at));
  }
  const reason = suppressionBy(event);
  if (reason && !isDesk(step)) await suppress(ports, person, event, reason);
}

/** What is known of the message from its tags alone; the worker's own record adds the rest. */
function blank({ tags, channel, at }: ProviderEvent): Delivery {
  const marketing = !(noticeKinds as readonly string[]).includes(tags.step);
  // Later than anything the worker writes, so that merging keeps the worker's fuller record.
  return {
    subscriber: tags.subscriber,
    id: deliveryId(tags.target, tags.step),
    target: tags.target,
    stepId: tags.step,
    channel,
    marketing,
    at: at,
    facts: {},
  };
}

const isDesk = (step: string): boolean => (step as NoticeKind) === 'desk-booking';

function suppressionBy(event: ProviderEvent): SuppressionReason | undefined {
  if (event.kind === 'complained') return 'complaint';
  if (event.kind === 'bounced' && event.lasting) return 'bounce';
  return event.kind === 'failed' && event.lasting ? 'bounce' : undefined;
}

/** Item first, because the claim reads it; then the guard, because it outlives the person. */
async function suppress(
  ports: EventPorts,
  person: Subscriber,
  event: ProviderEvent,
  reason: SuppressionReason,
): Promise<void> {
  const { channel } = event;
  const address = person.channels[channel]?.address;
  if (!address) return;
  const now = await ports.people.change(person.id, (current) => suppressed(current, channel, reason, event.at));
  // Consent given after the event was sent is newer than what it reports, for the address as for the person.
  if (now?.channels[channel]?.status === 'active') return;
  await ports.guardOf(address, (guard) =>
    guard.suppressed ? undefined : { ...guard, suppressed: { reason, at: now?.channels[channel]?.since ?? event.at } },
  );
}

function suppressed(
  person: Subscriber,
  channel: ProviderEvent['channel'],
  reason: string,
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
