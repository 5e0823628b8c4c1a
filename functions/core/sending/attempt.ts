import { type Instant, minute } from '../base/time';
import type { Attempt, Enrollment, Notice, RecentSend, Subscriber } from '../person/subscriber';
import { advance, type Book, freeFrom, revive } from '../series/enrollment';
import { enrollmentWake, leaseFor, noticeWake, recentAtMost, recentFor, startWithin } from './due';
import type { Plan, Resolution } from './plan';
import { lifelineLease, mustArrive } from './safety-answer';
import { startOf } from './sent-to';

/** An enrollment or a notice: both can hold an attempt. */
export type Target = { at: 'enrollment'; is: Enrollment } | { at: 'notice'; is: Notice };

export function findTarget(subscriber: Subscriber, id: string): Target | undefined {
  const enrollment = subscriber.enrollments.find((one) => one.id === id);
  if (enrollment) return { at: 'enrollment', is: enrollment };
  const notice = subscriber.notices.find((one) => one.id === id);
  return notice && { at: 'notice', is: notice };
}

/** The answer to an emergency or a crisis that this target is, if it is one. */
export function lifelineOf(subscriber: Subscriber, id: string): Notice | undefined {
  const found = findTarget(subscriber, id);
  return found?.at === 'notice' && mustArrive(found.is) ? found.is : undefined;
}

const withEnrollment = (subscriber: Subscriber, changed: Enrollment): Subscriber => ({
  ...subscriber,
  enrollments: subscriber.enrollments.map((one) => (one.id === changed.id ? changed : one)),
});

const withNotice = (subscriber: Subscriber, changed: Notice): Subscriber => ({
  ...subscriber,
  notices: subscriber.notices.map((one) => (one.id === changed.id ? changed : one)),
});

const withoutNotice = (subscriber: Subscriber, id: string): Subscriber => ({
  ...subscriber,
  notices: subscriber.notices.filter((one) => one.id !== id),
});

/** Nobody else may send this step while the lease runs; after it, silence means unknown. `to`: the guard's key of the address. */
export function claim(subscriber: Subscriber, target: string, claimId: string, now: Instant, to?: string): Subscriber {
  const found = findTarget(subscriber, target);
  if (!found) return subscriber;
  const attempt: Attempt = {
    n: (found.is.attempt?.n ?? 0) + (found.is.tries ?? 0) + 1,
    claimId,
    channel: found.is.channel,
    claimedAt: now,
    startBy: now + startWithin,
    leaseUntil: now + (lifelineOf(subscriber, target) ? lifelineLease : leaseFor),
    ...(to === undefined ? {} : { addressKey: startOf(to) }),
  };
  return found.at === 'enrollment'
    ? withEnrollment(subscriber, { ...found.is, phase: 'sending', attempt })
    : withNotice(subscriber, { ...found.is, phase: 'sending', attempt });
}

export function holdsClaim(subscriber: Subscriber, target: string, claimId: string): boolean {
  return findTarget(subscriber, target)?.is.attempt?.claimId === claimId;
}

const remember = (recent: RecentSend[], send: RecentSend): RecentSend[] =>
  [...recent.filter((one) => one.at > send.at - recentFor), send].slice(-recentAtMost);

/** The step is behind the person, sent or not: it joins `completedSteps`, and status, which people own, is untouched. */
function moveOn(
  subscriber: Subscriber,
  enrollment: Enrollment,
  book: Book,
  now: Instant,
  sentAt?: Instant,
): Subscriber {
  const { attempt: _attempt, ...rest } = enrollment;
  const done =
    rest.stepId && !rest.completedSteps.includes(rest.stepId)
      ? [...rest.completedSteps, rest.stepId]
      : rest.completedSteps;
  const person: Subscriber =
    sentAt === undefined
      ? subscriber
      : { ...subscriber, recentSends: remember(subscriber.recentSends, { at: sentAt, channel: enrollment.channel }) };
  const moved: Enrollment = {
    ...rest,
    phase: 'waiting',
    completedSteps: done,
    ...(sentAt === undefined ? {} : { lastSentAt: sentAt }),
  };
  const goesOn = moved.status === 'active' || moved.status === 'paused';
  return withEnrollment(person, goesOn ? advance(person, moved, book, now) : moved);
}

/** The provider took it. Found by claim id, so that only the attempt's own outcome can commit it. */
export function commit(subscriber: Subscriber, target: string, claimId: string, book: Book, at: Instant): Subscriber {
  const found = findTarget(subscriber, target);
  if (!found || found.is.attempt?.claimId !== claimId) return subscriber;
  if (found.at === 'notice') return withoutNotice(subscriber, target);
  return moveOn(subscriber, found.is, book, at, found.is.attempt.claimedAt);
}

/** Nothing was sent: the step waits again until `wakeAt`. `counts` adds to the failed tries. */
export function release(
  subscriber: Subscriber,
  target: string,
  claimId: string,
  wakeAt: Instant,
  counts: boolean,
): Subscriber {
  const found = findTarget(subscriber, target);
  if (!found || found.is.attempt?.claimId !== claimId) return subscriber;
  const tries = (found.is.tries ?? 0) + (counts ? 1 : 0);
  if (found.at === 'notice') {
    const { attempt: _attempt, ...rest } = found.is;
    return withNotice(subscriber, { ...rest, phase: 'waiting', dueAt: wakeAt, tries });
  }
  const { attempt: _attempt, ...rest } = found.is;
  return withEnrollment(subscriber, {
    ...rest,
    phase: 'waiting',
    wakeAt,
    tries,
    ...(counts ? {} : { allowedFrom: wakeAt }),
  });
}

/** Refused for good: the step is behind the person with a reason that staff can read. */
export function block(subscriber: Subscriber, target: string, claimId: string, book: Book, now: Instant): Subscriber {
  const found = findTarget(subscriber, target);
  if (!found || found.is.attempt?.claimId !== claimId) return subscriber;
  return found.at === 'notice' ? withoutNotice(subscriber, target) : moveOn(subscriber, found.is, book, now);
}

/** A lease may grow: silence is then called unknown later, never earlier. */
const leasedUntil = <T extends { attempt?: Attempt }>(one: T, leaseUntil: Instant): T =>
  one.attempt ? { ...one, attempt: { ...one.attempt, leaseUntil } } : one;

/** Postponed items are staggered, so that one bad item does not postpone the others again. */
const apart = 2 * minute;

/** Postpones everything that is due now, for any reason that kept it from being planned. */
export function putOff(subscriber: Subscriber, now: Instant, until: Instant): Subscriber {
  let next = until - apart;
  const later = () => {
    next += apart;
    return next;
  };
  const isDue = (wake: Instant | undefined) => wake !== undefined && wake <= now;
  const { expiresAt } = subscriber;
  return {
    ...subscriber,
    ...(expiresAt !== undefined && expiresAt <= now ? { expiresAt: later() } : {}),
    notices: subscriber.notices.map((one) => {
      if (!isDue(noticeWake(one))) return one;
      // The answer to an emergency is put off as little as anything can be.
      if (mustArrive(one) && one.phase === 'waiting') return { ...one, dueAt: now + minute };
      return one.phase === 'sending' ? leasedUntil(one, later()) : { ...one, dueAt: later() };
    }),
    enrollments: subscriber.enrollments.map((one) => {
      if (!isDue(enrollmentWake(one))) return one;
      if (one.phase === 'sending') return leasedUntil(one, later());
      return one.status === 'paused' && one.phase === 'waiting'
        ? { ...one, pausedUntil: later() }
        : { ...one, wakeAt: later() };
    }),
  };
}

export function stopEnrollment(subscriber: Subscriber, target: string, reason: string): Subscriber {
  const found = findTarget(subscriber, target);
  if (found?.at !== 'enrollment') return subscriber;
  const { stepId: _step, dueAt: _due, wakeAt: _wake, ...rest } = found.is;
  const kept = found.is.attempt && found.is.stepId ? { stepId: found.is.stepId } : {};
  return withEnrollment(subscriber, { ...rest, ...kept, status: 'stopped', reason });
}

function resolve(subscriber: Subscriber, target: string, as: Resolution, book: Book, now: Instant): Subscriber {
  const found = findTarget(subscriber, target);
  if (!found?.is.attempt) return subscriber;
  if (found.at === 'notice') {
    if (as !== 'resend') return withoutNotice(subscriber, target);
    const { attempt: _attempt, ...again } = found.is;
    return withNotice(subscriber, { ...again, phase: 'waiting', dueAt: now, tries: (again.tries ?? 0) + 1 });
  }
  if (as === 'hold') return withEnrollment(subscriber, { ...found.is, phase: 'held' });
  if (as === 'assume') return moveOn(subscriber, found.is, book, now, found.is.attempt.claimedAt);
  const { attempt: _attempt, ...rest } = found.is;
  return withEnrollment(subscriber, { ...rest, phase: 'waiting', wakeAt: now, tries: (rest.tries ?? 0) + 1 });
}

/** What staff may make of a message that is held. */
export type StaffDecision = 'sent' | 'skip' | 'resend';

/** Settles what is held as staff say; anything that is not held by this very claim stays as it is. */
export function decide(
  subscriber: Subscriber,
  target: string,
  claimId: string,
  as: StaffDecision,
  book: Book,
  now: Instant,
): Subscriber {
  const found = findTarget(subscriber, target);
  if (found?.is.phase !== 'held' || found.is.attempt?.claimId !== claimId) return subscriber;
  // The failed try counts, so that the ledger is asked once more before the second request.
  if (as === 'resend') {
    const again = release(subscriber, target, claimId, now, true);
    const freed = again.enrollments.map((one) => (one.id === target ? { ...one, allowedFrom: now } : one));
    return { ...again, enrollments: freed };
  }
  if (found.at === 'notice') return withoutNotice(subscriber, target);
  return moveOn(subscriber, found.is, book, now, as === 'sent' ? found.is.attempt.claimedAt : undefined);
}

/** The item after a plan that sends nothing. */
export function apply(subscriber: Subscriber, decided: Plan, book: Book, now: Instant): Subscriber {
  switch (decided.do) {
    case 'delay': {
      const found = findTarget(subscriber, decided.target);
      if (found?.at !== 'enrollment') return subscriber;
      const free = freeFrom(subscriber, found.is.channel, book, now);
      // Time outside the window counts toward lateness; a pause or a frequency cap does not.
      const allowed = free > now ? { allowedFrom: free } : {};
      return withEnrollment(subscriber, { ...found.is, wakeAt: decided.until, ...allowed });
    }
    case 'resume': {
      const found = findTarget(subscriber, decided.target);
      if (found?.at !== 'enrollment') return subscriber;
      return withEnrollment(subscriber, revive(subscriber, found.is, book, now));
    }
    case 'skip': {
      const found = findTarget(subscriber, decided.target);
      if (found?.at === 'notice') return withoutNotice(subscriber, decided.target);
      return found ? moveOn(subscriber, found.is, book, now) : subscriber;
    }
    case 'stop':
      return stopEnrollment(subscriber, decided.target, decided.reason);
    case 'to-unknown': {
      const found = findTarget(subscriber, decided.target);
      if (!found) return subscriber;
      return found.at === 'enrollment'
        ? withEnrollment(subscriber, { ...found.is, phase: 'unknown' })
        : withNotice(subscriber, { ...found.is, phase: 'unknown' });
    }
    case 'resolve':
      return resolve(subscriber, decided.target, decided.as, book, now);
    default:
      return subscriber;
  }
}
