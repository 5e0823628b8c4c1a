import { channelNames } from '../../core/base/channel';
import { type Instant, iso } from '../../core/base/time';
import type { Booking } from '../../core/bookings/booking';
import { type Told, toldText } from '../../core/bookings/booking-told';
import { isProven } from '../../core/person/proof';
import type { Subscriber } from '../../core/person/subscriber';
import type { Practice } from '../../core/practice/practice';
import { type Questions, toldAnswers } from '../../core/practice/questions';
import { isForRates, limits } from '../../core/reporting/circuit-breaker';
import { isAccountTrouble, reasonText } from '../../core/reporting/reason';
import { reasonOf } from '../../core/reporting/report';
import { answerWords, meaningKinds, noWords, withLocalMoments } from '../../core/reporting/spoken';
import type { Watched } from '../../core/reporting/watched';
import type { Answered } from '../../core/sending/answer-state';
import type { Controls } from '../../core/sending/controls';
import { type Facts, outcomeOf, shownFacts } from '../../core/sending/delivery';
import type { HistoryEntry } from '../../core/sending/journal';
import { languagesOf } from '../../core/series/lint-series';
import type { SeriesVersion } from '../../core/series/series';
import type { Story } from '../../flows/reports/find-subscriber';
import { nameOf, type ShownMessage } from '../../flows/reports/show-messages';
import type { BookingRow, MessageRow, Reply, SeriesRow } from './shapes/api';
import type { ControlsView, Home } from './shapes/home';
import type { SubscriberDetail, SubscriberRow } from './shapes/person';

/** What core knows, as the console hears it: moments become ISO strings, attempts stay inside. */

export const moment = (at: Instant | undefined): string | undefined => (at === undefined ? undefined : iso(at));

export const list = <T>(items: T[], next?: string): { items: T[]; next?: string } =>
  next ? { items, next } : { items };

const channelsOf = (person: Subscriber) =>
  channelNames.flatMap((channel) => {
    const reached = person.channels[channel];
    return reached ? [{ channel, reached }] : [];
  });

export function subscriberRow(person: Subscriber, questions: Questions): SubscriberRow {
  const next = person.enrollments
    .filter((run) => run.status === 'active' && run.wakeAt !== undefined)
    .sort((a, b) => (a.wakeAt ?? 0) - (b.wakeAt ?? 0))[0];
  return {
    id: person.id,
    rev: person.rev,
    firstName: nameOf(person),
    channels: channelsOf(person).map(({ channel, reached }) => ({ channel, status: reached.status })),
    answers: toldAnswers(questions, person.profile?.answers ?? {}),
    createdAt: iso(person.createdAt),
    signUp: person.kind === 'runner' && !isProven(person),
    nextAt: moment(next?.wakeAt),
    nextStep: next?.stepId,
  };
}

export function subscriberDetail(story: Story, questions: Questions): SubscriberDetail {
  const { person, timeline, paths, next } = story;
  const { profile } = person;
  return {
    subscriber: {
      id: person.id,
      rev: person.rev,
      kind: person.kind,
      createdAt: iso(person.createdAt),
      pausedUntil: moment(person.pausedUntil),
      channels: channelsOf(person).map(({ channel, reached }) => ({
        channel,
        address: reached.address,
        status: reached.status,
        since: iso(reached.since),
        consentAt: moment(reached.consent?.at),
        wording: reached.consent?.wording,
      })),
      profile: profile && {
        ...profile,
        answers: toldAnswers(questions, profile.answers),
        seen: profile.seen ?? false,
      },
      enrollments: person.enrollments.map((run) => ({
        id: run.id,
        seriesId: run.seriesId,
        version: run.version,
        channel: run.channel,
        status: run.status,
        phase: run.phase,
        completedSteps: run.completedSteps,
        stepId: run.stepId,
        dueAt: moment(run.wakeAt ?? run.dueAt),
        pausedUntil: moment(run.pausedUntil),
        campaignId: run.campaignId,
        reason: run.reason && reasonText(run.reason),
      })),
    },
    timeline: timeline.map((item) => ({ ...item, at: iso(item.at) })),
    paths: paths.map((run) => ({
      ...run,
      steps: run.steps.map(({ at, facts, reason, ...step }) => ({
        ...step,
        at: moment(at),
        reason: reason && reasonText(reason),
        facts: factsOf(facts),
      })),
    })),
    next: next.map((one) => ({ ...one, at: iso(one.at) })),
  };
}

const factsOf = (facts: Facts): MessageRow['facts'] =>
  Object.fromEntries(Object.entries(shownFacts(facts)).map(([name, { at, note }]) => [name, { at: iso(at), note }]));

export function messageRow({ delivery, firstName, subject }: ShownMessage): MessageRow {
  const reason = reasonOf(delivery);
  return {
    id: delivery.id,
    subscriber: delivery.subscriber,
    firstName,
    channel: delivery.channel,
    seriesId: delivery.seriesId,
    stepId: delivery.stepId,
    subject,
    at: iso(delivery.at),
    outcome: outcomeOf(delivery),
    reason: reason && reasonText(reason),
    facts: factsOf(delivery.facts),
  };
}

export function replyRow(entry: HistoryEntry, person: Subscriber | undefined, is?: Answered): Reply {
  const said = entry.happening.what === 'reply' ? entry.happening : { body: '', meaning: '', forStaff: false };
  return {
    id: entry.id,
    subscriber: entry.subscriber,
    firstName: nameOf(person),
    at: iso(entry.at),
    body: said.body || noWords,
    meaning: meaningKinds.find((one) => one === said.meaning) ?? 'other',
    forStaff: said.forStaff,
    ...(is ? { answer: { ...is, text: answerWords[is.state] } } : {}),
  };
}

export const bookingRow = (booking: Booking, practice: Practice, told?: Told): BookingRow => ({
  id: booking.id,
  rev: booking.rev,
  subscriber: booking.subscriber,
  firstName: booking.firstName,
  phone: booking.phone,
  location: booking.location,
  locationName: practice.locations.find(({ id }) => id === booking.location)?.name ?? booking.location,
  days: booking.days,
  part: booking.part,
  status: booking.status,
  createdAt: iso(booking.createdAt),
  changedAt: moment(booking.changedAt),
  callBackBy: iso(booking.callBackBy),
  stepId: booking.stepId,
  visitAt: moment(booking.visitAt),
  ...(told ? { told: { state: told.state, text: toldText(told) } } : {}),
});

export function controlsView(controls: Controls, practice: Practice): ControlsView {
  const { rev, kill, killReason, total = false, totalReason, pausedSeries, pauseReasons = {}, campaigns } = controls;
  const told = (reason: string) => withLocalMoments(reasonText(reason), practice.timeZone);
  const reasons = Object.entries(pauseReasons).map(([id, reason]) => [id, told(reason)]);
  return {
    rev,
    kill,
    ...(kill && killReason ? { killReason: told(killReason), killedBy: killedBy(killReason) } : {}),
    total,
    ...(total && totalReason ? { totalReason: told(totalReason) } : {}),
    pausedSeries,
    ...(reasons.length > 0 ? { pauseReasons: Object.fromEntries(reasons) } : {}),
    campaigns,
  };
}

const killedBy = (reason: string): NonNullable<ControlsView['killedBy']> =>
  isAccountTrouble(reason) ? 'account' : isForRates(reason) ? 'rates' : 'staff';

/** The shares that sending is judged by, and the limits that apply. */
export function healthView(mail: NonNullable<Watched['mail']>): NonNullable<Home['health']> {
  const rate = (what: 'bounced' | 'complained') => {
    const { warn, stop } = limits.find((one) => one.what === what) ?? limits[0];
    return { count: mail[what], share: mail.sent > 0 ? mail[what] / mail.sent : 0, warn, stop };
  };
  return { sent: mail.sent, bounced: rate('bounced'), complained: rate('complained') };
}

export const seriesRow = (series: SeriesVersion, controls: Controls, waiting: number, exact: boolean): SeriesRow => ({
  seriesId: series.seriesId,
  name: series.name,
  kind: series.kind,
  version: series.version,
  approval: series.approval,
  reviewBy: series.reviewBy,
  steps: Object.keys(series.steps).length,
  languages: languagesOf(series),
  paused: controls.pausedSeries.includes(series.seriesId),
  waiting,
  waitingExact: exact,
});
