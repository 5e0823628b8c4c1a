import { DateTime } from 'luxon';
import { type ChannelName, traits } from '../base/channel';
import { type Instant, minute } from '../base/time';
import { behindOf, carrierOf } from '../person/once';
import { hasAnswered } from '../person/profile';
import type { Enrollment, Subscriber } from '../person/subscriber';
import { type Controls, openControls } from '../sending/controls';
import { cameBack, type Delivery, outcomeOf } from '../sending/delivery';
import { plannedFor } from '../sending/planned';
import { type Book, homeZone, mayExercise, pathFor } from '../series/enrollment';
import { reasonText } from './reason';
import { reasonOf } from './report';

export interface Question {
  seriesId: string;
  stepId: string;
  channel: ChannelName;
  /** Which run is asked about, where the person has several of that series and channel. */
  run?: string | undefined;
}

/** The watch uses the same limit. A tick comes every minute, and an item that fails is postponed. */
export const stuckAfter = 30 * minute;

/** The run that this step belongs to; of several on a channel the newest. */
export const runOf = (person: Subscriber, { seriesId, channel, run: wanted }: Question): Enrollment | undefined =>
  person.enrollments.findLast(
    (run) => run.seriesId === seriesId && run.channel === channel && (wanted === undefined || run.id === wanted),
  );

/** "Why did this person not get message 4?" in one sentence: what is written down of it, else what is true now. */
export function explain(
  person: Subscriber,
  delivery: Delivery | undefined,
  question: Question,
  book: Book,
  now: Instant,
  controls: Controls = openControls,
): string {
  const when = (at: Instant) => said(person, at);
  const run = runOf(person, question);
  const waitsAgain = run?.stepId === question.stepId && run.phase === 'waiting' && run.status === 'active';
  const settled = delivery && !waitsAgain ? ofRecord(delivery, when) : undefined;
  if (settled) return settled;
  if (!run) return ofChannel(person, question.channel, when);
  return ofRun(person, run, question, book, now, controls, when);
}

function ofRecord(delivery: Delivery, when: (at: Instant) => string): string | undefined {
  const { facts } = delivery;
  const reason = reasonOf(delivery);
  const why = reason ? reasonText(reason) : 'No reason was given.';
  switch (outcomeOf(delivery)) {
    case 'sent': {
      const back = cameBack(delivery);
      if (back) return `It was sent, and came back as undeliverable on ${when(back.at)}. ${why}`;
      if (facts.failed) return `It was sent, and could not be delivered. ${why}`;
      if (facts.delivered) return `It was sent and delivered on ${when(facts.delivered.at)}.`;
      return `It was sent on ${when((facts.accepted ?? facts.clicked ?? facts.complained)?.at ?? delivery.at)}; the provider has not reported its delivery.`;
    }
    case 'unconfirmed':
      return `It was handed to the provider on ${when(delivery.at)}, and nobody knows whether it went out. ${why}`;
    case 'held':
      return reason === 'no-reports'
        ? `The provider never said whether it took it on ${when(delivery.at)}. ${why} It is held until staff decide.`
        : `The provider never said whether it took it on ${when(delivery.at)}, so it is held until staff decide.`;
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
  if (!reached) return `The person never asked for ${traits[channel].many}.`;
  if (reached.status === 'pending') return `The person has not confirmed ${traits[channel].many} yet.`;
  if (reached.status === 'unsubscribed') return `The person left ${traits[channel].many} on ${when(reached.since)}.`;
  if (reached.status === 'suppressed')
    return `The address has been suppressed since ${when(reached.since)}: a message came back, was reported as spam, or was refused.`;
  return `The person is not enrolled in this series by ${traits[channel].noun}.`;
}

function ofRun(
  person: Subscriber,
  run: Enrollment,
  { stepId, channel }: Question,
  book: Book,
  now: Instant,
  controls: Controls,
  when: (at: Instant) => string,
): string {
  const { profile } = person;
  const version = book.version(run.seriesId, run.version);
  if (!version.steps[stepId]) return `Version ${run.version} of the series, which this person gets, has no such step.`;
  if (behindOf(person, run).includes(stepId)) return 'It is behind the person, and nothing else is recorded of it.';
  if (run.status === 'stopped')
    return `The series has stopped for this person. ${run.reason ? reasonText(run.reason) : 'No reason was given.'}`;
  if (person.channels[channel]?.status !== 'active') return ofChannel(person, channel, when);
  const path = profile && pathFor(version, profile);
  if (profile && version.kind === 'drip' && version.steps[stepId].exercises && !hasAnswered(profile))
    return 'It holds exercises, so it waits until the person has told us how they run and what hurts: the form we texted them, or any sign-up.';
  if (path && !path.steps.some(({ step }) => step === stepId))
    return `It is not on this person's path, which is "${path.name}".`;
  if (run.status === 'finished') return 'The person has finished the series without it.';
  if (run.status === 'paused')
    return run.pausedUntil === undefined
      ? 'The series is paused for this person until staff let it go on.'
      : `The series is paused for this person until ${when(run.pausedUntil)}.`;
  const carrier = carrierOf(person, run);
  if (carrier !== run)
    return `Each tip comes to this person once, by ${traits[carrier.channel].noun}. Should that end, the ${traits[channel].many} go on from there.`;
  if (run.phase === 'held') return 'An earlier message is held until staff decide, and this one waits behind it.';
  if (run.stepId === stepId && run.phase === 'sending') return 'It is being sent right now.';
  if (run.phase !== 'waiting')
    return 'An earlier message has no answer from the provider yet, and this one waits behind it.';
  if (profile && version.steps[stepId].exercises && !mayExercise(profile))
    return hasAnswered(profile)
      ? 'It will be skipped unless a doctor sees the person first: it holds exercises.'
      : 'It will be skipped unless the person tells us first how they run: it holds exercises.';
  const planned = profile && plannedFor(person, profile, run, stepId, book, now, when);
  if (!planned) return 'Not yet: its day is not known.';
  if (run.campaignId && controls.campaigns[run.campaignId] === 'cancelled')
    return `It will not be sent. ${reasonText('campaign-cancelled')}`;
  const isNext = run.stepId === stepId;
  if (version.kind === 'broadcast') {
    const { visitUntil = 0, pausedUntil = 0 } = person;
    if (visitUntil > planned.at)
      return `It will be skipped unless that changes before its day. ${reasonText('resting-for-a-visit')}`;
    if (pausedUntil > planned.at)
      return `The person takes a break until ${when(pausedUntil)}. It is skipped unless its day is still near then.`;
  }
  const hold = holdOn(run, version.approval, controls, book);
  // A person held by a flag is planned again every quarter of an hour; that is not a date to show.
  const isDue = planned.at <= now || (hold !== undefined && (run.dueAt ?? Infinity) <= now);
  if (isNext && isDue) return dueNow(run, hold, now, when);

  const tries = isNext ? (run.tries ?? 0) : 0;
  const why =
    tries > 0
      ? `The provider turned it away ${tries === 1 ? 'once' : `${tries} times`}, so it is tried again then.`
      : planned.onTime
        ? planned.day === 0
          ? 'It is the first message of the series.'
          : `That is day ${planned.day} of their path, at the hour this series goes out where they are.`
        : `Its own day was day ${planned.day} of their path, but ${planned.because.join(', and ') || 'it was held back for a while'}.`;
  return `Not yet: it goes out on ${dayOf(person, planned.at)}. ${why}${hold ? ` Until then this has to change: ${lower(hold)}` : ''}`;
}

/** Due, and still here: what holds it. */
function dueNow(run: Enrollment, hold: string | undefined, now: Instant, when: (at: Instant) => string): string {
  if (hold) return `It is due, but ${lower(hold)} It goes on by itself once that ends.`;
  const since = run.wakeAt ?? now;
  if (now - since > stuckAfter)
    return `It has been due since ${when(since)} and does not move. Something keeps this person from being planned; the service’s log names it.`;
  return `It is due now and goes out within minutes.${run.tries ? ' The provider turned it away before.' : ''}`;
}

/** What everybody, or everybody of this series or campaign, waits for. */
function holdOn(run: Enrollment, approval: string, controls: Controls, book: Book): string | undefined {
  const { kill, killReason, total, totalReason, pausedSeries, pauseReasons, campaigns } = controls;
  if (total) return `Everything is stopped${totalReason ? ` (${reasonText(totalReason).replace(/\.$/, '')})` : ''}.`;
  if (kill) return `All sending is stopped${killReason ? ` (${reasonText(killReason).replace(/\.$/, '')})` : ''}.`;
  const pauseReason = pauseReasons?.[run.seriesId];
  if (pausedSeries.includes(run.seriesId))
    return pauseReason ? `The service paused the series by itself (${pauseReason}).` : 'Staff have paused the series.';
  if (run.campaignId && campaigns[run.campaignId] === 'paused') return reasonText('campaign-paused');
  return book.production && approval !== 'approved' ? reasonText('not-approved') : undefined;
}

const lower = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

/** A moment as the clock on the person's wall shows it. */
const said = (person: Subscriber, at: Instant): string => local(person, at).toFormat("LLLL d, yyyy 'at' h:mm a ZZZZ");
const dayOf = (person: Subscriber, at: Instant): string =>
  local(person, at).toFormat("cccc, LLLL d, yyyy 'at' h:mm a ZZZZ");

function local({ profile }: Subscriber, at: Instant): DateTime {
  const zone = profile && profile.zones.length > 0 ? homeZone(profile) : 'utc';
  return DateTime.fromMillis(at, { zone }).setLocale('en-US');
}
