import type { Booking } from '../core/booking';
import type { Campaign, Controls, Segment } from '../core/campaign';
import { outcomeOf } from '../core/delivery';
import type { HistoryEntry } from '../core/journal';
import type { Practice } from '../core/practice';
import { reasonOf } from '../core/report';
import type { SeriesVersion } from '../core/series';
import { type ChannelName, channelNames, type Subscriber } from '../core/subscriber';
import { type Instant, iso } from '../core/time';
import { reasonText, type TimelineItem } from '../core/timeline';
import type { ToCome } from '../flows/find-subscriber';
import { nameOf, type ShownMessage } from '../flows/show-messages';
import type {
  BookingRow,
  CampaignRow,
  ControlsView,
  MessageRow,
  Reply,
  SegmentRow,
  SeriesRow,
  SubscriberDetail,
  SubscriberRow,
} from './staff-shapes';

/** What core knows, as the console hears it: moments become ISO strings, revs and attempts stay inside. */

const maybe = (at: Instant | undefined): string | undefined => (at === undefined ? undefined : iso(at));

export const list = <T>(items: T[], next?: string): { items: T[]; next?: string } => ({
  items,
  ...(next ? { next } : {}),
});

const channelsOf = (person: Subscriber) =>
  channelNames.flatMap((channel) => {
    const reached = person.channels[channel];
    return reached ? [{ channel, reached }] : [];
  });

export function subscriberRow(person: Subscriber): SubscriberRow {
  const next = person.enrollments
    .filter((run) => run.status === 'active' && run.wakeAt !== undefined)
    .sort((a, b) => (a.wakeAt ?? 0) - (b.wakeAt ?? 0))[0];
  return {
    id: person.id,
    firstName: nameOf(person),
    channels: channelsOf(person).map(({ channel, reached }) => ({ channel, status: reached.status })),
    pain: person.profile?.pain,
    experience: person.profile?.experience,
    createdAt: iso(person.createdAt),
    nextAt: maybe(next?.wakeAt),
    nextStep: next?.stepId,
  };
}

export function subscriberDetail(person: Subscriber, timeline: TimelineItem[], next: ToCome[]): SubscriberDetail {
  const { profile } = person;
  return {
    subscriber: {
      id: person.id,
      kind: person.kind,
      createdAt: iso(person.createdAt),
      pausedUntil: maybe(person.pausedUntil),
      channels: channelsOf(person).map(({ channel, reached }) => ({
        channel,
        address: reached.address,
        status: reached.status,
        since: iso(reached.since),
        consentAt: maybe(reached.consent?.at),
        wording: reached.consent?.wording,
      })),
      profile: profile && { ...profile, seen: profile.seen ?? false },
      enrollments: person.enrollments.map((run) => ({
        id: run.id,
        seriesId: run.seriesId,
        version: run.version,
        channel: run.channel,
        status: run.status,
        phase: run.phase,
        completedSteps: run.completedSteps,
        stepId: run.stepId,
        dueAt: maybe(run.wakeAt ?? run.dueAt),
        pausedUntil: maybe(run.pausedUntil),
        campaignId: run.campaignId,
        reason: run.reason && reasonText(run.reason),
      })),
    },
    timeline: timeline.map((item) => ({ ...item, at: iso(item.at) })),
    next: next.map((one) => ({ ...one, at: iso(one.at) })),
  };
}

export function messageRow({ delivery, firstName, subject }: ShownMessage): MessageRow {
  const reason = reasonOf(delivery);
  const facts = Object.entries(delivery.facts).map(([name, { at, note }]) => [name, { at: iso(at), note }]);
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
    facts: Object.fromEntries(facts),
  };
}

export function replyRow(entry: HistoryEntry, person: Subscriber | undefined): Reply {
  const said = entry.happening.what === 'reply' ? entry.happening : { body: '', meaning: '', forStaff: false };
  return {
    id: entry.id,
    subscriber: entry.subscriber,
    firstName: nameOf(person),
    at: iso(entry.at),
    body: said.body,
    meaning: said.meaning,
    forStaff: said.forStaff,
  };
}

export const bookingRow = (booking: Booking, practice: Practice): BookingRow => ({
  id: booking.id,
  subscriber: booking.subscriber,
  firstName: booking.firstName,
  phone: booking.phone,
  location: booking.location,
  locationName: practice.locations.find(({ id }) => id === booking.location)?.name ?? booking.location,
  days: booking.days,
  part: booking.part,
  status: booking.status,
  createdAt: iso(booking.createdAt),
  callBackBy: iso(booking.callBackBy),
  stepId: booking.stepId,
  visitAt: maybe(booking.visitAt),
});

export const controlsView = ({ kill, killReason, pausedSeries, pauseReasons, campaigns }: Controls): ControlsView => ({
  kill,
  killReason,
  pausedSeries,
  ...(pauseReasons && Object.keys(pauseReasons).length > 0 ? { pauseReasons } : {}),
  campaigns,
});

export const seriesRow = (series: SeriesVersion, controls: Controls, waiting: number, exact: boolean): SeriesRow => ({
  seriesId: series.seriesId,
  name: series.name,
  kind: series.kind,
  version: series.version,
  approval: series.approval,
  reviewBy: series.reviewBy,
  steps: Object.keys(series.steps).length,
  paused: controls.pausedSeries.includes(series.seriesId),
  waiting,
  waitingExact: exact,
});

export const segmentRow = ({ id, name, who, createdAt, createdBy }: Segment): SegmentRow => ({
  id,
  name,
  who,
  createdAt: iso(createdAt),
  createdBy,
});

export const campaignRow = (campaign: Campaign): CampaignRow => ({
  id: campaign.id,
  name: campaign.name,
  seriesId: campaign.seriesId,
  version: campaign.version,
  segmentId: campaign.segmentId || undefined,
  who: campaign.who,
  channels: [...campaign.channels] as ChannelName[],
  startDate: campaign.startDate,
  startTime: campaign.startTime,
  status: campaign.status,
  createdAt: iso(campaign.createdAt),
  createdBy: campaign.createdBy,
});
