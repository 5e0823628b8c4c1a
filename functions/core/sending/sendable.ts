import { StridewellError } from '../base/error';
import { isResting } from '../person/once';
import type { Attempt, Enrollment, Notice, Subscriber } from '../person/subscriber';
import type { Book } from '../series/enrollment';
import { mustArrive } from './safety-answer';

/** What is sent: the next step of a run, or a transactional message. Both are claimed, gated and settled the same way. */
export type Sendable = Enrollment | Notice;

/** One message of one person in the hands of one worker. */
export interface Turn {
  /** As they were read or, from the claim on, as it left them. */
  person: Subscriber;
  sendable: Sendable;
  book: Book;
  /** The claim by which the message is this worker's. */
  claimId: string;
  /** The guard's key of the address it goes to; undefined where that is no longer known. */
  to?: string | undefined;
  /** Version of the disclaimer it carries. */
  disclaimer?: string | undefined;
}

export const isRun = (one: Sendable): one is Enrollment => 'seriesId' in one;

/** The answer to an emergency or a crisis, if this is one. */
export const lifelineOf = (one: Sendable): Notice | undefined => (!isRun(one) && mustArrive(one) ? one : undefined);

/** How the ledger and the tags name what comes next; undefined for a run that has ended. */
export const stepIdOf = (one: Sendable): string | undefined => (isRun(one) ? one.stepId : one.kind);

export const sendablesOf = ({ notices, enrollments }: Subscriber): Sendable[] => [...notices, ...enrollments];

/** Without runs that rest while another sends in their place. */
export const awakeOf = (person: Subscriber): Sendable[] =>
  sendablesOf(person).filter((one) => !isRun(one) || !isResting(person, one));

export const findSendable = (person: Subscriber, id: string): Sendable | undefined =>
  sendablesOf(person).find((one) => one.id === id);

export function sendableOf(person: Subscriber, id: string): Sendable {
  const found = findSendable(person, id);
  if (!found) throw new StridewellError('internal', 'The person has no such run or transactional message.');
  return found;
}

/** What this claim holds. A claim id is never used twice, so it alone finds its attempt. */
export function heldBy(person: Subscriber, claimId: string): (Sendable & { attempt: Attempt }) | undefined {
  const holds = (one: Sendable): one is Sendable & { attempt: Attempt } => one.attempt?.claimId === claimId;
  return sendablesOf(person).find(holds);
}
