import { commit, stopEnrollment } from '../core/attempt';
import { type Delivery, deliveryId, type FactName } from '../core/delivery';
import type { Book } from '../core/enrollment';
import type { Guard, SuppressionReason } from '../core/guard';
import type { ProviderEvent } from '../core/outgoing';
import { noticeKinds, type NoticeKind, type Subscriber } from '../core/subscriber';
import type { Instant } from '../core/time';

export interface EventPorts {
  now(): Instant;
  people: { change(id: string, edit: (person: Subscriber) => Subscriber | undefined): Promise<Subscriber | undefined>; load(id: string): Promise<Subscriber | undefined> };
  book(person: Subscriber): Promise<Book>;
  ledger: { mergeDelivery(delivery: Delivery): Promise<Delivery> };
  /** The guard of an address, made if it was not there; `edit` runs under its conditional write. */
  guardOf(address: string, edit: (guard: Guard) => Guard | undefined): Promise<Guard>;
}

const factNames: Partial<Record<ProviderEvent['kind'], FactName>> = {
  accepted: 'accepted',
  delivered: 'delivered',
  bounced: 'bounced',
  complained: 'complained',
  failed: 'failed',
};

/** One provider event: into the ledger, monotone; settles the attempt whose tag it carries; suppresses where it must. */
export async function receiveEvent(ports: EventPorts, event: ProviderEvent): Promise<void> {
  const fact = factNames[event.kind];
  if (!fact) return;
  const { subscriber, target, step, attempt } = event.tags;
  const note = event.kind === 'accepted' ? event.providerId : (event.detail ?? event.providerId);
  const person = await ports.people.load(subscriber);
  await ports.ledger.mergeDelivery({ ...blank(event), facts: { [fact]: { at: event.at, note } } });
  if (!person) return;

  const inFlight = [...person.enrollments, ...person.notices].some((one) => one.id === target && one.attempt?.claimId === attempt);
  if (inFlight && event.kind !== 'failed') {
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
  return { subscriber: tags.subscriber, id: deliveryId(tags.target, tags.step), target: tags.target, stepId: tags.step, channel, marketing, at: at, facts: {} };
}

const isDesk = (step: string): boolean => (step as NoticeKind) === 'desk-booking';

function suppressionBy(event: ProviderEvent): SuppressionReason | undefined {
  if (event.kind === 'complained') return 'complaint';
  if (event.kind === 'bounced' && event.lasting) return 'bounce';
  return event.kind === 'failed' && event.lasting ? 'bounce' : undefined;
}

/** Item first, because the claim reads it; then the guard, because it outlives the person. */
async function suppress(ports: EventPorts, person: Subscriber, event: ProviderEvent, reason: SuppressionReason): Promise<void> {
  const { channel } = event;
  const address = person.channels[channel]?.address;
  if (!address) return;
  await ports.people.change(person.id, (current) => suppressed(current, channel, reason, event.at));
  await ports.guardOf(address, (guard) => (guard.suppressed ? undefined : { ...guard, suppressed: { reason, at: event.at } }));
}

function suppressed(person: Subscriber, channel: ProviderEvent['channel'], reason: string, at: Instant): Subscriber | undefined {
  const reached = person.channels[channel];
  // Consent given after the event was sent is newer than what it reports.
  if (!reached || reached.status === 'suppressed' || reached.status === 'unsubscribed' || reached.since > at) return undefined;
  let next: Subscriber = { ...person, channels: { ...person.channels, [channel]: { ...reached, status: 'suppressed', since: at } } };
  for (const run of person.enrollments) {
    if (run.channel === channel && (run.status === 'active' || run.status === 'paused')) next = stopEnrollment(next, run.id, reason);
  }
  return next;
}
