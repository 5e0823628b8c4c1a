import { type Instant, minute } from '../base/time';
import type { Attempt, Enrollment, RecentSend, Subscriber } from '../person/subscriber';
import { advance, type Book, freeFrom, revive } from '../series/enrollment';
import type { Delivery } from './delivery';
import { leaseFor, recentAtMost, recentFor, startWithin, wakeOf } from './due';
import type { Plan } from './plan';
import { lifelineLease } from './safety-answer';
import { findSendable, heldBy, isRun, lifelineOf, type Sendable, type Turn } from './sendable';

/** What an outcome is told of its turn. */
type Settling = Pick<Turn, 'claimId' | 'book'>;

const replaced = <T extends { id: string }>(all: T[], changed: T): T[] =>
  all.map((one) => (one.id === changed.id ? changed : one));

const withSendable = (person: Subscriber, changed: Sendable): Subscriber =>
  isRun(changed)
    ? { ...person, enrollments: replaced(person.enrollments, changed) }
    : { ...person, notices: replaced(person.notices, changed) };

/**
 * An attempt keeps the beginning of its address's guard key: 96 bits tell addresses apart, and a person being sent to
 * still fits one write unit.
 */
const startOf = (key: string): string => key.slice(0, 16);

/** The guard's key of the address that an attempt went to: the present one's, or what the ledger has kept. */
export function keyOfAttempt(
  addressKey: (address: string) => string,
  { channels }: Pick<Subscriber, 'channels'>,
  attempt: Pick<Attempt, 'addressKey' | 'channel'>,
  known: Pick<Delivery, 'to'> | undefined,
): string | undefined {
  const { address } = channels[attempt.channel] ?? {};
  const keys = [address === undefined ? undefined : addressKey(address), known?.to];
  // An attempt without a key is taken to be about the present address, so that nobody is written to by mistake.
  return keys.find((key) => key?.startsWith(attempt.addressKey ?? ''));
}

/** Nobody else may send this message while the lease runs; after it, the outcome is unknown. */
export function claim({ person, sendable, claimId, to }: Omit<Turn, 'book'>, now: Instant): Subscriber {
  const attempt: Attempt = {
    n: (sendable.attempt?.n ?? 0) + (sendable.tries ?? 0) + 1,
    claimId,
    channel: sendable.channel,
    claimedAt: now,
    startBy: now + startWithin,
    leaseUntil: now + (lifelineOf(sendable) ? lifelineLease : leaseFor),
    ...(to === undefined ? {} : { addressKey: startOf(to) }),
  };
  return withSendable(person, { ...sendable, phase: 'sending', attempt });
}

/** With one more send that counts for the caps. */
const withSend = (person: Subscriber, send: RecentSend): Subscriber => ({
  ...person,
  recentSends: [...person.recentSends.filter((one) => one.at > send.at - recentFor), send].slice(-recentAtMost),
});

/**
 * The message is behind the person, sent or not. A transactional message is gone. The step of a run joins `completedSteps`;
 * the status of the run, which people own, is untouched.
 */
function moveOn(before: Subscriber, done: Sendable, book: Book, now: Instant, sentAt?: Instant): Subscriber {
  if (!isRun(done)) return { ...before, notices: before.notices.filter(({ id }) => id !== done.id) };
  const { attempt: _attempt, ...run } = done;
  const { stepId, completedSteps, channel, status } = run;
  const person = sentAt === undefined ? before : withSend(before, { at: sentAt, channel });
  const moved: Enrollment = {
    ...run,
    phase: 'waiting',
    completedSteps: stepId && !completedSteps.includes(stepId) ? [...completedSteps, stepId] : completedSteps,
    ...(sentAt === undefined ? {} : { lastSentAt: sentAt }),
  };
  const goesOn = status === 'active' || status === 'paused';
  return withSendable(person, goesOn ? advance(person, moved, book, now) : moved);
}

/** When to look at it again. */
const lookAt = (one: Sendable, at: Instant) => (isRun(one) ? { wakeAt: at } : { dueAt: at });

/** The attempt is over and nothing was sent. `forgiven`: the time until then does not count toward lateness. */
function waitAgain(
  person: Subscriber,
  { attempt: _attempt, ...rest }: Sendable,
  at: Instant,
  failed: 0 | 1,
  forgiven: boolean,
): Subscriber {
  const tries = (rest.tries ?? 0) + failed;
  const free = forgiven && isRun(rest) ? { allowedFrom: at } : {};
  return withSendable(person, { ...rest, phase: 'waiting', tries, ...lookAt(rest, at), ...free });
}

/** The provider took it. */
export function commit(person: Subscriber, { claimId, book }: Settling, at: Instant): Subscriber {
  const held = heldBy(person, claimId);
  return held ? moveOn(person, held, book, at, held.attempt.claimedAt) : person;
}

/** Nothing was sent: it waits again until `at`. `counts` adds to the failed tries. */
export function release(
  person: Subscriber,
  { claimId }: Pick<Turn, 'claimId'>,
  at: Instant,
  counts: boolean,
): Subscriber {
  const held = heldBy(person, claimId);
  return held ? waitAgain(person, held, at, counts ? 1 : 0, !counts) : person;
}

/** Refused for good: the message is behind the person, and the ledger has the reason. */
export function block(person: Subscriber, { claimId, book }: Settling, now: Instant): Subscriber {
  const held = heldBy(person, claimId);
  return held ? moveOn(person, held, book, now) : person;
}

/** What staff may make of a message that is held. */
export type StaffDecision = 'sent' | 'skip' | 'resend';

/** Settles what is held as staff say; anything that is not held by this very claim stays as it is. */
export function decide(person: Subscriber, { claimId, book }: Settling, as: StaffDecision, now: Instant): Subscriber {
  const held = heldBy(person, claimId);
  if (held?.phase !== 'held') return person;
  // The failed try counts, so that the ledger is asked once more before the second request.
  if (as === 'resend') return waitAgain(person, held, now, 1, true);
  return moveOn(person, held, book, now, as === 'sent' ? held.attempt.claimedAt : undefined);
}

/** Postponed items are staggered, so that one bad item does not postpone the others again. */
const apart = 2 * minute;

/** Postpones everything that is due now, for any reason that kept it from being planned. */
export function postpone(person: Subscriber, now: Instant, until: Instant): Subscriber {
  let next = until - apart;
  const later = () => {
    next += apart;
    return next;
  };
  const postponed = <T extends Sendable>(one: T): T => {
    const { attempt, phase } = one;
    const wake = wakeOf(one);
    if (wake === undefined || wake > now) return one;
    // The answer to an emergency is postponed as little as anything can be.
    if (phase === 'waiting' && lifelineOf(one)) return { ...one, ...lookAt(one, now + minute) };
    const at = later();
    // A lease may grow: the outcome is then called unknown later, never earlier.
    if (phase === 'sending') return attempt ? { ...one, attempt: { ...attempt, leaseUntil: at } } : one;
    return isRun(one) && one.status === 'paused' && phase === 'waiting'
      ? { ...one, pausedUntil: at }
      : { ...one, ...lookAt(one, at) };
  };
  const { expiresAt } = person;
  return {
    ...person,
    ...(expiresAt !== undefined && expiresAt <= now ? { expiresAt: later() } : {}),
    notices: person.notices.map(postponed),
    enrollments: person.enrollments.map(postponed),
  };
}

export function stopEnrollment(person: Subscriber, id: string, reason: string): Subscriber {
  const run = findSendable(person, id);
  if (!run || !isRun(run)) return person;
  const { stepId, dueAt: _due, wakeAt: _wake, ...rest } = run;
  const kept = run.attempt && stepId ? { stepId } : {};
  return withSendable(person, { ...rest, ...kept, status: 'stopped', reason });
}

/** The person after a plan that sends nothing. */
export function apply(person: Subscriber, decided: Plan, book: Book, now: Instant): Subscriber {
  const one = 'target' in decided ? findSendable(person, decided.target) : undefined;
  if (!one) return person;
  switch (decided.do) {
    case 'skip':
      return moveOn(person, one, book, now);
    case 'to-unknown':
      return withSendable(person, { ...one, phase: 'unknown' });
    case 'resolve':
      if (!one.attempt) return person;
      if (decided.as === 'resend') return waitAgain(person, one, now, 1, false);
      // A transactional message is worthless before staff could decide on it.
      if (decided.as === 'hold' && isRun(one)) return withSendable(person, { ...one, phase: 'held' });
      return moveOn(person, one, book, now, one.attempt.claimedAt);
    case 'stop':
      return stopEnrollment(person, one.id, decided.reason);
    case 'resume':
      return isRun(one) ? withSendable(person, revive(person, one, book, now)) : person;
    case 'delay': {
      if (!isRun(one)) return person;
      const free = freeFrom(person, one.channel, book, now);
      // Time outside the window counts toward lateness; a pause or a frequency cap does not.
      const allowed = free > now ? { allowedFrom: free } : {};
      return withSendable(person, { ...one, wakeAt: decided.until, ...allowed });
    }
    default:
      return person;
  }
}
