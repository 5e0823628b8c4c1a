import { type ChannelName, traits } from '../base/channel';
import { day, type Instant } from '../base/time';
import { invites, needsProof } from '../person/notice';
import { behindOf } from '../person/once';
import { isProvenChannel } from '../person/proof';
import type { Enrollment, Notice, Profile, Subscriber } from '../person/subscriber';
import { type Book, nextOn, opensAt, pathFor, restsUntil, whereOf, whyNoExercise } from '../series/enrollment';
import { priorityOf } from '../series/series';
import { stepOf } from '../series/step';
import { capAllowsAt, openTimeBetween } from '../time/schedule';
import { wakeOf } from './due';
import { lastTryBefore, mustArrive } from './safety-answer';
import { awakeOf, isRun, lifelineOf, type Sendable } from './sendable';

/** Why something intended was not sent; a closed list that staff read in words. */
export type SkipReason =
  | 'not-seen-by-a-doctor'
  | 'answers-not-known'
  | 'too-late'
  | 'frequency-cap'
  | 'resting-for-a-visit'
  | 'on-a-break'
  | 'no-common-hour'
  | 'expired'
  | 'no-longer-wanted'
  | 'not-confirmed';

/** What an unknown outcome becomes. */
export type Resolution = 'assume' | 'hold' | 'resend';

export interface SendIntent {
  channel: ChannelName;
  address: string;
  /** Marketing obeys window, caps, pause and consent; a service message only its own expiry. */
  marketing: boolean;
  stepId: string;
}

/** What happens next for one person. `target` is an enrollment id or a notice id. */
export type Plan =
  | { do: 'nothing' }
  | { do: 'wait'; until: Instant }
  | { do: 'delay'; target: string; until: Instant }
  | { do: 'resume'; target: string }
  | { do: 'skip'; target: string; stepId: string; reason: SkipReason }
  | { do: 'stop'; target: string; reason: string }
  | { do: 'to-unknown'; target: string }
  | { do: 'resolve'; target: string; as: Resolution }
  | { do: 'erase' }
  | { do: 'send'; target: string; intent: SendIntent };

/**
 * The one planner. Looks at one person and says what happens next; every trigger is "wake this person and plan".
 * Pure: the same person, book and moment always give the same answer.
 */
export function plan(subscriber: Subscriber, book: Book, now: Instant): Plan {
  if (subscriber.expiresAt !== undefined && now >= subscriber.expiresAt) return { do: 'erase' };
  let until: Instant | undefined;
  const later = (at: Instant | undefined) => {
    if (at !== undefined && (until === undefined || at < until)) until = at;
  };
  const due: Sendable[] = [];
  for (const one of lifelinesFirst(subscriber)) {
    const wake = wakeOf(one);
    if (wake === undefined || wake > now) later(wake);
    else due.push(one);
  }
  const [first] = due;
  if (first)
    return planNow(subscriber, isWaitingRun(first) ? foremost(due.filter(isWaitingRun), book) : first, book, now);
  later(subscriber.expiresAt);
  return until === undefined ? { do: 'nothing' } : { do: 'wait', until };
}

/** Nothing else of a person's stands before the answer to their emergency. */
const lifelinesFirst = (subscriber: Subscriber): Sendable[] =>
  awakeOf(subscriber).sort((a, b) => Number(lifelineOf(b) !== undefined) - Number(lifelineOf(a) !== undefined));

const isWaitingRun = (one: Sendable): one is Enrollment => isRun(one) && one.phase === 'waiting';

/** Of runs that are due at once, the one whose series comes first. The caps let the others wait. */
const foremost = (runs: Enrollment[], book: Book): Enrollment =>
  runs.reduce((first, one) => (rankOf(one, book) < rankOf(first, book) ? one : first));

/** A series that cannot be read comes last, so that it keeps no other one waiting; planning it alone says what is wrong. */
function rankOf({ seriesId, version }: Enrollment, book: Book): number {
  try {
    return priorityOf(book.version(seriesId, version));
  } catch {
    return Infinity;
  }
}

/** When a run of a series that comes first is due within the day, and could not go any more if this one went now. */
function aheadAt(subscriber: Subscriber, { id, ...run }: Enrollment, book: Book, now: Instant): Instant | undefined {
  const sent = [...subscriber.recentSends, { at: now, channel: run.channel }];
  const before = subscriber.enrollments.filter(
    (one) =>
      one.id !== id &&
      one.channel === run.channel &&
      one.status === 'active' &&
      isWaitingRun(one) &&
      rankOf(one, book) < rankOf({ id, ...run }, book),
  );
  return before
    .flatMap(({ wakeAt = 0 }) => (wakeAt > now && wakeAt <= now + day ? [wakeAt] : []))
    .find((at) => capAllowsAt(book.policy, sent, run.channel, at) > at);
}

function planNow(subscriber: Subscriber, one: Sendable, book: Book, now: Instant): Plan {
  const target = one.id;
  if (one.phase === 'sending') return { do: 'to-unknown', target };
  if (one.phase === 'unknown') return { do: 'resolve', target, as: silenceOf(one, book, now) };
  return isRun(one) ? planEnrollment(subscriber, one, book, now) : planNotice(subscriber, one, now);
}

/** What an unknown outcome becomes once its time is over. */
function silenceOf(one: Sendable, book: Book, now: Instant): Resolution {
  if (isRun(one)) return ruleOnSilence(one, book);
  return mustArrive(one) && now < lastTryBefore(one) ? 'resend' : 'assume';
}

/** As the step says by name; otherwise what is clinical waits for staff, and the channel says the rest. */
export function ruleOnSilence({ seriesId, version, stepId, channel }: Enrollment, book: Book): Resolution {
  const step = book.version(seriesId, version).steps[stepId ?? ''];
  return step?.onUnknown ?? (step?.clinical ? 'hold' : traits[channel].onUnknown);
}

function planNotice(subscriber: Subscriber, notice: Notice, now: Instant): Plan {
  const target = notice.id;
  if (now > notice.expiresAt) return { do: 'skip', target, stepId: notice.kind, reason: 'expired' };
  const reached = subscriber.channels[notice.channel];
  const left = reached?.status === 'unsubscribed' || reached?.status === 'suppressed';
  // A person who left and asks to come back has an open question, and this invitation is the answer to it.
  if (!reached || (left && !reached.asked && invites(notice))) {
    return { do: 'skip', target, stepId: notice.kind, reason: 'no-longer-wanted' };
  }
  // The practice's own addresses stand in its settings.
  if (subscriber.kind !== 'desk' && needsProof(notice) && !isProvenChannel(reached))
    return { do: 'skip', target, stepId: notice.kind, reason: 'not-confirmed' };
  const { address } = reached;
  return { do: 'send', target, intent: { channel: notice.channel, address, marketing: false, stepId: notice.kind } };
}

function planEnrollment(subscriber: Subscriber, enrollment: Enrollment, book: Book, now: Instant): Plan {
  const target = enrollment.id;
  const { channel, stepId, dueAt } = enrollment;
  const version = book.version(enrollment.seriesId, enrollment.version);
  const { profile } = subscriber;
  if (enrollment.status === 'paused') {
    // A series goes on after a rest; a broadcast has its day, and a rest past it is no reason to send it still.
    const over = version.kind === 'broadcast' && profile && stepId !== undefined && dueAt !== undefined;
    if (over && openTimeBetween(book.policy, channel, whereOf(profile, book), dueAt, now) > book.policy.lateness)
      return { do: 'skip', target, stepId, reason: 'too-late' };
    return { do: 'resume', target };
  }
  const reached = subscriber.channels[channel];
  if (!profile || reached?.status !== 'active') return { do: 'stop', target, reason: 'channel-not-active' };
  if (!reached.consent) return { do: 'stop', target, reason: 'no-consent' };
  if (subscriber.topicsOff?.includes(version.seriesId)) return { do: 'stop', target, reason: 'preferences' };
  if (stepId === undefined) return { do: 'stop', target, reason: 'no-step' };
  // It rested beside another run that has ended, so its day is to be found.
  if (dueAt === undefined) return { do: 'resume', target };
  // An answer that came while a request was under way may have changed the path before the step was released.
  const completedSteps = behindOf(subscriber, enrollment);
  if (nextOn(pathFor(version, profile), { completedSteps })?.step !== stepId) return { do: 'resume', target };

  const step = stepOf(version, stepId);
  const opens = opensAt(subscriber, enrollment, profile, step, book, now);
  // What the person said holds for every run, whenever it began, so it is asked of the person and never of the run.
  const rests = restsUntil(subscriber);
  if (version.kind === 'drip' && rests > now) return { do: 'delay', target, until: opens ?? rests };
  const unfit = step.exercises ? whyNoExercise(profile) : undefined;
  if (unfit) return { do: 'skip', target, stepId, reason: unfit };

  const stale =
    version.kind === 'broadcast' ? whyNoBroadcast(subscriber, profile, { channel, dueAt }, book, now) : undefined;
  if (stale) return { do: 'skip', target, stepId, reason: stale };
  if (opens === undefined) return { do: 'skip', target, stepId, reason: 'no-common-hour' };
  if (opens > now) return { do: 'delay', target, until: opens };
  const ahead = version.kind === 'drip' ? aheadAt(subscriber, enrollment, book, now) : undefined;
  if (ahead !== undefined) return { do: 'delay', target, until: ahead };

  const allowedFrom = Math.max(dueAt, enrollment.allowedFrom ?? 0);
  const lost = openTimeBetween(book.policy, channel, whereOf(profile, book), allowedFrom, now);
  if (lost > book.policy.lateness) return { do: 'skip', target, stepId, reason: 'too-late' };
  return { do: 'send', target, intent: { channel, address: reached.address, marketing: true, stepId } };
}

/** What holds a broadcast back past its day ends it: it would be stale by the time it could go. */
function whyNoBroadcast(
  subscriber: Subscriber,
  profile: Profile,
  { channel, dueAt }: { channel: ChannelName; dueAt: Instant },
  book: Book,
  now: Instant,
): SkipReason | undefined {
  const { policy } = book;
  const { visitUntil = 0, pausedUntil = 0 } = subscriber;
  // No broadcasts while a call-back is pending.
  if (visitUntil > now) return 'resting-for-a-visit';
  if (
    pausedUntil > now &&
    openTimeBetween(policy, channel, whereOf(profile, book), dueAt, pausedUntil) > policy.lateness
  )
    return 'on-a-break';
  return capAllowsAt(policy, subscriber.recentSends, channel, now) > now ? 'frequency-cap' : undefined;
}
