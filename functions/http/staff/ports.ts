import type * as z from 'zod';
import { StridewellError } from '../../core/base/error';
import type { Booking, BookingStatus } from '../../core/bookings/booking';
import type { Campaign, CampaignStatus, Segment } from '../../core/campaigns/campaign';
import type { AuditEntry, AuditFilter } from '../../core/reporting/audit';
import type { SeriesVersion } from '../../core/series/series';
import type { FunnelPorts } from '../../flows/reports/campaign-funnel';
import type { ExplainPorts } from '../../flows/reports/explain-step';
import type { FindPorts } from '../../flows/reports/find-subscriber';
import type { AnswerPorts } from '../../flows/reports/list-messages';
import type { RenderedPorts } from '../../flows/reports/preview';
import type { ReportPorts } from '../../flows/reports/report';
import type { ShowPorts } from '../../flows/reports/show-messages';
import type { WatchedPorts } from '../../flows/sending/watch';
import type { AskAgainPorts } from '../../flows/staff/ask-again';
import type { DecidePorts } from '../../flows/staff/decide-held';
import type { EditBookingPorts } from '../../flows/staff/edit-booking';
import type { EditCampaignPorts } from '../../flows/staff/edit-campaign';
import type { PausePorts } from '../../flows/staff/edit-controls';
import type { CountPorts, EditSegmentPorts } from '../../flows/staff/edit-segment';
import type { EditSeriesPorts } from '../../flows/staff/edit-series';
import type { EditSubscriberPorts } from '../../flows/staff/edit-subscriber';
import type { InquirePorts } from '../../flows/staff/inquire';
import type { SendTestPorts } from '../../flows/staff/send-test';
import type { Unexpected } from '../answer';
import type { Noted } from '../noted';
import type { Call, RoutePorts } from './route';

/** What the flows ask for, and the lists that are read as they are. */
export type StaffPorts = RoutePorts &
  EditSeriesPorts &
  PausePorts &
  EditSegmentPorts &
  CountPorts &
  InquirePorts &
  EditCampaignPorts &
  FindPorts &
  ExplainPorts &
  DecidePorts &
  EditSubscriberPorts &
  AskAgainPorts &
  EditBookingPorts &
  RenderedPorts &
  SendTestPorts &
  ReportPorts &
  AnswerPorts &
  FunnelPorts &
  WatchedPorts &
  ShowPorts & {
    publicUrl: string;
    note(line: Noted): void;
    unexpected: Unexpected;
    auditTrail(limit: number, wanted: AuditFilter, after?: string): Promise<{ entries: AuditEntry[]; next?: string }>;
    series: {
      list(limit: number, after?: string): Promise<{ series: SeriesVersion[]; next?: string }>;
      versions(id: string, limit: number): Promise<{ versions: SeriesVersion[] }>;
    };
    segments: { list(limit: number, after?: string): Promise<{ segments: Segment[]; next?: string }> };
    campaigns: {
      list(limit: number, after?: string, status?: CampaignStatus): Promise<{ campaigns: Campaign[]; next?: string }>;
    };
    bookings: {
      list(limit: number, after?: string, status?: BookingStatus): Promise<{ bookings: Booking[]; next?: string }>;
    };
  };

/** What a handler gets when the route has neither body nor filter, or one of the two. */
export type Plain = Call<StaffPorts, undefined, undefined>;
/** The current version, for a caller who is refused because it has changed since they read it. */
export type Current = Pick<Plain, 'ports' | 'params'>;
export type WithQuery<Q extends z.ZodType> = Call<StaffPorts, z.output<Q>, undefined>;
export type WithBody<B extends z.ZodType> = Call<StaffPorts, undefined, z.output<B>>;

export const missing = () => new StridewellError('not-found', 'There is no such thing.');
export const done = { acknowledged: true as const };
