import { DateTime } from 'luxon';
import { type Delivery, outcomeOf } from './delivery';
import { type Book, datesToCome, freeFrom, homeZone, mayExercise, pathFor } from './enrollment';
import { reasonOf } from './report';
import type { ChannelName, Enrollment, Subscriber } from './subscriber';
import type { Instant } from './time';
import { reasonText } from './timeline';

export interface Question {
  seriesId: string;
  stepId: string;
  channel: ChannelName;
}

const called: Record<ChannelName, string> = { email: 'email', sms: 'texts' };

/** The run that this step belongs to; of several on a channel the newest. */
export const runOf = (person: Subscriber, { seriesId, channel }: Question): Enrollment | undefined =>
  person.enrollments.findLast((run) => run.seriesId === seriesId && run.channel === channel);

/** "Why did this person not get message 4?" in one sentence: what is written down of it, else what is true now. */
export function explain(
  person: Subscriber,
  delivery: Delivery | undefined,
  question: Question,
  book: Book,
  now: Instant,
): string {
  const when = (at: Instant) => said(person, at);
  const run = runOf(person, question);
  const waitsAgain = run?.stepId === question.stepId && run.phase === 'waiting' && run.status === 'active';
  const settled = delivery && !waitsAgain ? ofRecord(delivery, when) : undefined;
  if (settled) return settled;
  if (!run) return ofChannel(person, question.channel, when);
  return ofRun(person, run, question, book, now, when);
}

function ofRecord(delivery: Delivery, when: (at: Instant) => string): string | undefined {
  const { facts } = delivery;
  const reason = reasonOf(delivery);
  const why = reason ? reasonText(reason) : 'No reason was given.';
  switch (outcomeOf(delivery)) {
    case 'sent': {
      if (facts.bounced) return `It was sent, and came back as undeliverable on ${when(facts.bounced.at)}.`;
      if (facts.failed)
        return `It was sent, and the provider could not deliver it (${facts.failed.note ?? 'no reason'}).`;
      if (facts.delivered) return `It was sent and delivered on ${when(facts.delivered.at)}.`;
      return `It was sent on ${when((facts.accepted ?? facts.clicked ?? facts.complained)?.at ?? delivery.at)}; the provider has not reported its delivery.`;
    }
    case 'unconfirmed':
      return `It was probably sent on ${when(delivery.at)}, but that was never confirmed. ${why}`;
    case 'held':
      return `The provider never said whether it took it on ${when(delivery.at)}, so it is held until staff decide.`;
    case 'unknown':
      return `It was handed to the provider on ${when(delivery.at)}, who has not answered yet; it is not sent again meanwhile.`;
    case 'skipped':
      return `It was skipped on ${when((facts.skipped ?? delivery).at)}. ${why}`;
    case 'blocked':
      return `It was refused on ${when((facts.blocked ?? facts.failed ?? delivery).at)}. ${why}`;
    case 'stopped':
      return `The series ended for this person before it, on ${when((facts.stopped ?? delivery).at)}. ${why}`;
    case 'pending':
      return undefined;
  }
}

/** Why somebody has no run at all. */
function ofChannel(person: Subscriber, channel: ChannelName, when: (at: Instant) => string): string {
  const reached = person.channels[channel];
  if (!reached) return `The person never asked for ${called[channel]}.`;
  if (reached.status === 'pending') return `The person has not confirmed ${called[channel]} yet.`;
  if (reached.status === 'unsubscribed') return `The person left ${called[channel]} on ${when(reached.since)}.`;
  if (reached.status === 'suppressed')
    return `The address has been suppressed since ${when(reached.since)}: a message came back, was reported as spam, or was refused.`;
  return `The person was never enrolled in this series by ${channel === 'email' ? 'email' : 'text'}.`;
}

function ofRun(
  person: Subscriber,
  run: Enrollment,
  { stepId, channel }: Question,
  book: Book,
  now: Instant,
  when: (at: Instant) => string,
): string {
  const { profile } = person;
  const version = book.version(run.seriesId, run.version);
  if (!version.steps[stepId]) return `Version ${run.version} of the series, which this person gets, has no such step.`;
  if (run.completedSteps.includes(stepId)) return 'It is behind the person, and nothing else is recorded of it.';
  if (run.status === 'stopped')
    return `The series has stopped for this person. ${run.reason ? reasonText(run.reason) : 'No reason was given.'}`;
  if (person.channels[channel]?.status !== 'active') return ofChannel(person, channel, when);
  const path = profile && pathFor(version, profile);
  if (path && !path.steps.some(({ step }) => step === stepId))
    return `It is not on this person's path, which is "${path.name}".`;
  if (run.status === 'finished') return 'The person has finished the series without it.';
  if (run.status === 'paused')
    return run.pausedUntil === undefined
      ? 'The series is paused for this person until staff let it go on.'
      : `The series is paused for this person until ${when(run.pausedUntil)}.`;
  if (run.phase === 'held') return 'An earlier message is held until staff decide, and this one waits behind it.';
  if (run.stepId === stepId && run.phase === 'sending') return 'It is being sent right now.';
  if (run.phase !== 'waiting')
    return 'An earlier message has no answer from the provider yet, and this one waits behind it.';
  if (person.pausedUntil !== undefined && person.pausedUntil > now)
    return `The person asked for a pause until ${when(person.pausedUntil)}.`;
  if (profile && version.steps[stepId].exercises && !mayExercise(profile))
    return 'It will be skipped unless a doctor sees the person first: it holds exercises.';
  const planned = datesToCome(person, run, book, now).find((one) => one.stepId === stepId)?.at;
  if (planned === undefined) return 'Not yet: its day is not known.';
  const tried = run.stepId === stepId && (run.tries ?? 0) > 0 ? ' The provider turned it away for now.' : '';
  const due = run.stepId === stepId ? Math.max(now, run.dueAt ?? now) : undefined;
  if (due !== undefined && freeFrom(person, channel, book, due) > due)
    return `Not yet: the person got as many messages as were promised, so it is planned for ${when(planned)}.`;
  if (due !== undefined && planned <= now) return `It is due now and goes with the next tick.${tried}`;
  return `Not yet: it is planned for ${when(planned)}.${tried}`;
}

/** A moment as the clock on the person's wall shows it. */
function said({ profile }: Subscriber, at: Instant): string {
  const zone = profile && profile.zones.length > 0 ? homeZone(profile) : 'utc';
  return DateTime.fromMillis(at, { zone }).setLocale('en-US').toFormat("LLLL d, yyyy 'at' h:mm a ZZZZ");
}
