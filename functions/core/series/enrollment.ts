import { matches } from '../audience/audience';
import { type ChannelName, traits } from '../base/channel';
import { StridewellError } from '../base/error';
import type { Instant } from '../base/time';
import { behindOf, lastCameAt, twinsOf } from '../person/once';
import { hasAnswered } from '../person/profile';
import type { Enrollment, Profile, Subscriber } from '../person/subscriber';
import type { Policy } from '../time/policy';
import { addLocalDays, capAllowsAt, nextOpen, type Where } from '../time/schedule';
import type { Path, SeriesVersion, Step } from './series';
import { stepOf } from './step';

/** What the planner reads beside the person: the rules of sending and every series version the person runs through. */
export interface Book {
  policy: Policy;
  /** The practice's own state: its holidays count for people whose state is unknown. */
  state: string;
  /** In production a version that no clinician approved is not sent. */
  production?: boolean;
  /** Throws when the version is not there; nothing is sent then. */
  version(seriesId: string, version: number): SeriesVersion;
}

export const whereOf = (profile: Profile, book: Book): Where => ({
  zones: profile.zones,
  state: profile.state ?? book.state,
});

export const homeZone = (profile: Profile): string => {
  const [zone] = profile.zones;
  if (!zone) throw new StridewellError('internal', 'The person has no time zone, so nothing can be sent.');
  return zone;
};

/** The path that fits, with every step on it. */
export function wholePathFor(version: SeriesVersion, profile: Profile): Path {
  const path = version.paths.find((candidate) => matches(candidate.who, profile));
  if (!path) throw new StridewellError('internal', `Series ${version.seriesId} has no path for everyone.`);
  return path;
}

/**
 * The steps that may come now. Exercises of a series wait, out of everybody's way, until we know who we write to; with
 * the first answers they take their places. A broadcast has its day, so there the planner skips them with a reason.
 */
export function pathFor(version: SeriesVersion, profile: Profile): Path {
  const path = wholePathFor(version, profile);
  if (version.kind === 'broadcast' || hasAnswered(profile)) return path;
  return { ...path, steps: path.steps.filter(({ step }) => !version.steps[step]?.exercises) };
}

/** The first step of a path that is not behind the person yet. */
export const nextOn = (
  path: Path,
  { completedSteps }: Pick<Enrollment, 'completedSteps'>,
): Path['steps'][number] | undefined => path.steps.find(({ step }) => !completedSteps.includes(step));

/** No exercises for a person we know nothing of, or with a structural hint before a doctor has seen them, on any path. */
export const mayExercise = (profile: Profile): boolean => whyNoExercise(profile) === undefined;
export function whyNoExercise(profile: Profile): 'answers-not-known' | 'not-seen-by-a-doctor' | undefined {
  if (!hasAnswered(profile)) return 'answers-not-known';
  return profile.safety === 'structural' && profile.seen !== true ? 'not-seen-by-a-doctor' : undefined;
}

/**
 * The moment a step is due: its day and local hour after the start. After a hold, a pause or a change of path it keeps
 * its distance to the step before, so that nobody gets a backlog in a burst.
 */
function dueOn(
  version: SeriesVersion,
  path: Path,
  index: number,
  enrollment: Enrollment,
  lastAt: Instant | undefined,
  zone: string,
): Instant {
  const { day } = path.steps[index]!;
  const at = version.hours[enrollment.channel];
  const planned = day === 0 ? enrollment.startedAt : addLocalDays(enrollment.startedAt, zone, day, at);
  if (lastAt === undefined) return planned;
  const gap = Math.max(version.minimumGapDays, day - (path.steps[index - 1]?.day ?? day));
  return Math.max(planned, addLocalDays(lastAt, zone, gap, at));
}

/** Until when the person wants quiet: a break, or a visit they asked us for. It holds for every run, whenever it began. */
export const restsUntil = ({ pausedUntil = 0, visitUntil = 0 }: Subscriber): Instant =>
  Math.max(pausedUntil, visitUntil);

/** When the person's rest and the caps are over: time in them is nobody's delay. */
export function freeFrom(subscriber: Subscriber, channel: ChannelName, book: Book, from: Instant): Instant {
  const start = Math.max(from, restsUntil(subscriber));
  return Math.max(start, capAllowsAt(book.policy, subscriber.recentSends, channel, start));
}

/**
 * From when on the step may really leave: after rests and caps, a while after YES, inside the window of every plausible
 * zone. Undefined if those windows never meet (a zone in Europe with a ZIP code in California).
 */
export function opensAt(
  subscriber: Subscriber,
  enrollment: Enrollment,
  profile: Profile,
  step: Step,
  book: Book,
  from: Instant,
): Instant | undefined {
  const { channel } = enrollment;
  const free = freeFrom(subscriber, channel, book, from);
  const { hours, welcome } = traits[channel];
  if (step.anyHour && hours === 'courtesy') return free;
  const agreed = welcome && subscriber.channels[channel]?.since;
  const read = agreed ? agreed + book.policy.firstTextAfter : free;
  return nextOpen(book.policy, channel, whereOf(profile, book), Math.max(free, read));
}

/** Points the enrollment at the next step of the person's path, or finishes it. */
export function advance(subscriber: Subscriber, enrollment: Enrollment, book: Book, now: Instant): Enrollment {
  const { stepId: _step, dueAt: _due, wakeAt: _wake, tries: _tries, allowedFrom: _allowed, ...kept } = enrollment;
  const rest = { ...kept, completedSteps: behindOf(subscriber, enrollment) };
  const profile = subscriber.profile;
  if (!profile) throw new StridewellError('internal', 'An enrolled person has no profile.');
  const version = book.version(enrollment.seriesId, enrollment.version);
  const path = pathFor(version, profile);
  const index = path.steps.findIndex((entry) => !rest.completedSteps.includes(entry.step));
  const next = path.steps[index];
  if (!next) return rest.status === 'active' ? { ...rest, status: 'finished' } : rest;
  const lastAt = lastCameAt(subscriber, enrollment);
  const dueAt = dueOn(version, path, index, enrollment, lastAt, homeZone(profile));
  const from = Math.max(dueAt, now);
  // A broadcast that caps or a rest would hold back is stale by then: it is looked at in time, and skipped.
  const held = version.kind === 'broadcast' ? unheld(subscriber) : subscriber;
  const opens = opensAt(held, enrollment, profile, stepOf(version, next.step), book, from);
  const free = freeFrom(held, enrollment.channel, book, from);
  const allowed = free > dueAt ? { allowedFrom: free } : {};
  return { ...rest, stepId: next.step, dueAt, wakeAt: opens ?? dueAt, ...allowed };
}

const unheld = ({ pausedUntil: _break, visitUntil: _visit, ...rest }: Subscriber): Subscriber => ({
  ...rest,
  recentSends: [],
});

export interface NewEnrollment {
  id: string;
  seriesId: string;
  version: number;
  channel: ChannelName;
  campaignId?: string;
  /** A campaign's first step has a date and hour of its own. */
  firstDueAt?: Instant;
}

/**
 * Starts a run today, or beside the one it joins on another channel. Whether the person may be enrolled at all is the
 * caller's question.
 */
export function enroll(subscriber: Subscriber, wanted: NewEnrollment, book: Book, now: Instant): Enrollment {
  const { firstDueAt, ...identity } = wanted;
  // Also one in the past, so that late enrollments keep step with the others.
  const startedAt = firstDueAt ?? twinsOf(subscriber, identity).at(-1)?.startedAt ?? now;
  const blank: Enrollment = { ...identity, status: 'active', phase: 'waiting', startedAt, completedSteps: [] };
  return advance(subscriber, blank, book, now);
}

/** Goes on after a pause or a fresh consent: the waiting step is not late for the time nobody wanted it. */
export function revive(subscriber: Subscriber, enrollment: Enrollment, book: Book, now: Instant): Enrollment {
  const { pausedUntil: _until, reason: _reason, ...rest } = enrollment;
  // An attempt nobody heard of yet keeps its step; its outcome moves the run on.
  if (rest.phase !== 'waiting') return { ...rest, status: 'active' };
  return { ...advance(subscriber, { ...rest, status: 'active' }, book, now), allowedFrom: now };
}

/** The same, but whether a broadcast is still wanted is the planner's question, which it asks at the end of a pause. */
export const goOn = (subscriber: Subscriber, run: Enrollment, book: Book, now: Instant): Enrollment =>
  book.version(run.seriesId, run.version).kind === 'broadcast'
    ? { ...replannedRun(subscriber, run, book, now), status: 'paused', pausedUntil: now }
    : revive(subscriber, run, book, now);

/** A stopped run has forgotten when its step was due, which lateness counts from. */
const replannedRun = (subscriber: Subscriber, { reason: _reason, ...run }: Enrollment, book: Book, now: Instant) =>
  run.phase === 'waiting' ? advance(subscriber, run, book, now) : run;

/** The person once a rest is over before its time: what waited for its end waits for its own day again. */
export const replanned = (subscriber: Subscriber, book: Book, now: Instant): Subscriber => ({
  ...subscriber,
  enrollments: subscriber.enrollments.map((run) => {
    const rests = run.status === 'active' && book.version(run.seriesId, run.version).kind === 'drip';
    return rests ? revive(subscriber, run, book, now) : run;
  }),
});

/**
 * After the person's answers changed: every waiting run takes the path that fits now. A finished one goes on if that
 * path has steps left, because the question that changes most ("worse") is asked by the last step.
 */
export function rerouted(subscriber: Subscriber, book: Book, now: Instant): Subscriber {
  const enrollments = subscriber.enrollments.map((enrollment) => {
    const { phase, status, channel } = enrollment;
    if (phase !== 'waiting' || status === 'stopped') return enrollment;
    if (status !== 'finished') return advance(subscriber, enrollment, book, now);
    if (subscriber.channels[channel]?.status !== 'active') return enrollment;
    const again = advance(subscriber, { ...enrollment, status: 'active' }, book, now);
    return again.status === 'finished' ? enrollment : { ...again, allowedFrom: Math.max(again.allowedFrom ?? 0, now) };
  });
  return { ...subscriber, enrollments };
}

/** The dates still to come, as the planner sees them today: shown after confirming and in the preview. */
export function datesToCome(
  subscriber: Subscriber,
  enrollment: Enrollment,
  book: Book,
  now: Instant,
): { stepId: string; at: Instant }[] {
  const dates: { stepId: string; at: Instant }[] = [];
  let person = subscriber;
  // A rest asked for since then moves the step only once it is due, but the dates shown include it at once.
  const rests = restsUntil(subscriber) > Math.max(enrollment.wakeAt ?? Infinity, now);
  let run = rests ? advance(subscriber, enrollment, book, now) : enrollment;
  while (run.stepId && run.wakeAt !== undefined && run.status === 'active' && dates.length < 40) {
    const at = Math.max(run.wakeAt, now);
    dates.push({ stepId: run.stepId, at });
    person = { ...person, recentSends: [...person.recentSends, { at, channel: run.channel }] };
    run = advance(person, { ...run, completedSteps: [...run.completedSteps, run.stepId], lastSentAt: at }, book, at);
  }
  return dates;
}
