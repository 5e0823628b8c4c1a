import { StridewellError } from '../../core/base/error';
import { derivedId } from '../../core/base/id';
import type { Instant } from '../../core/base/time';
import type { Subscriber } from '../../core/person/subscriber';
import type { Staff } from '../../core/practice/staff';
import { decide, type StaffDecision } from '../../core/sending/attempt';
import { type Delivery, type FactName, factOn, outcomeOf } from '../../core/sending/delivery';
import { findSendable, isRun, stepIdOf } from '../../core/sending/sendable';
import type { Books, Clock, Ledger, People, Wake } from '../ports';

export type DecidePorts = Clock &
  People<'load' | 'change'> &
  Books &
  Ledger<'delivery' | 'mergeDelivery' | 'addHistory'> &
  Wake;

const done: Record<StaffDecision, string> = {
  sent: 'decided that a held message was sent',
  skip: 'decided to leave a held message out',
  resend: 'decided to send a held message again',
};
const facts: Record<StaffDecision, FactName> = { sent: 'assumed', skip: 'skipped', resend: 'again' };
const nothingHeld = () => new StridewellError('conflict', 'This message is not held any more.');

/** Staff settle a message nobody knows the end of. Who decided what is written down before it is done. */
export async function decideHeld(
  ports: DecidePorts,
  id: string,
  message: string,
  as: StaffDecision,
  staff: Staff,
): Promise<void> {
  const [person, delivery] = await Promise.all([ports.people.load(id), ports.ledger.delivery(id, message)]);
  if (!person || !delivery) throw new StridewellError('not-found', 'There is no such message.');
  const { target, stepId, channel } = delivery;
  if (isBehind(person, delivery) && as !== 'resend') return settle(ports, person.rev, delivery, as, ports.now());
  const held = findSendable(person, target);
  if (!held?.attempt || held.phase !== 'held' || stepIdOf(held) !== stepId) throw nothingHeld();
  const stillWanted = !isRun(held) || held.status === 'active';
  if (as === 'resend' && (!stillWanted || person.channels[channel]?.status !== 'active'))
    throw new StridewellError('conflict', 'This person gets no messages of this kind any more.', 'as');

  const { claimId } = held.attempt;
  const at = ports.now();
  const action = `${done[as]} (${stepId})`;
  await ports.ledger.addHistory({
    subscriber: id,
    id: derivedId('aud', 'decide', claimId, as),
    at,
    happening: { what: 'staff', actor: staff.name, action },
  });
  const book = await ports.book(person);
  // The person first: after a crash the ledger still says "held", staff see it in their list and decide once more.
  await ports.people.change(id, (current) => decide(current, { claimId, book }, as, at));
  await settle(ports, person.rev, delivery, as, at);
  await ports.wake(id, channel);
}

const settle = async (
  { ledger }: DecidePorts,
  rev: number,
  delivery: Delivery,
  as: StaffDecision,
  at: Instant,
): Promise<void> =>
  void (await ledger.mergeDelivery({ ...delivery, facts: factOn(rev, facts[as], at, 'staff-decided') }));

/** A decision that died between person and ledger: the step is behind the person, and only the ledger holds it still. */
const isBehind = ({ enrollments }: Subscriber, delivery: Delivery): boolean =>
  outcomeOf(delivery) === 'held' &&
  enrollments.some(({ id, completedSteps }) => id === delivery.target && completedSteps.includes(delivery.stepId));
