import * as z from 'zod';
import { whoSchema } from '../../../core/audience/who';
import { timeOfDay } from '../../../core/base/fields';
import { approvalStates, standings } from '../../../core/campaigns/campaign-standing';
import { channel, count, id, listOf, moment, name, perChannel, rev, seriesId } from './api';

/** Whom something goes to: saved audiences and campaigns. */

/** For a series: days after its last message before a person may begin it again. Absent: never. */
const restartAfterDays = z.int('a whole number of days').min(1).max(3650).optional();

// Segments
export const segmentSchema = z.strictObject({
  id: id('seg'),
  rev,
  name: z.string(),
  who: whoSchema,
  createdAt: moment,
  createdBy: z.string(),
});
export type SegmentRow = z.infer<typeof segmentSchema>;
export const segmentListSchema = listOf(segmentSchema);
export const editSegmentSchema = z.strictObject({ name, who: whoSchema });
export const changeSegmentSchema = editSegmentSchema.extend({ rev });
export type EditSegment = z.infer<typeof editSegmentSchema>;
export const countSchema = z.strictObject({
  who: whoSchema,
  channels: z.array(channel).min(1).max(2),
  /** With it, people who had or have the series are counted apart, as of the start if one is given. */
  seriesId: z.optional(seriesId),
  restartAfterDays,
  startDate: z.iso.date().optional(),
  startTime: z.optional(timeOfDay),
  /** Wait for every person to be counted, for up to 20 seconds. */
  exact: z.boolean().default(false),
});
export type CountRequest = z.input<typeof countSchema>;
/** A reason with its words, which are the same on an audience, a campaign and a person. */
const counted = z.strictObject({ code: z.string(), reason: z.string(), count });
const meeting = z.strictObject({ id: id('cmp'), name: z.string(), people: count });
export const audienceSchema = z.strictObject({
  people: count,
  /** Can get it on at least one channel; with all those left out they are `people`. */
  reached: count,
  /** The same by channel. A person reached on both channels counts in both. */
  eligible: perChannel,
  /** Everybody else, each once, by the first reason that applies; the commonest first. */
  leftOut: z.array(counted),
  /** Some of the reached, each once: judged for the start, and empty while no start is given. */
  delayed: z.array(counted),
  /** Scheduled campaigns that send to some of the same people on the same day and channel: one of the two is lost. */
  meets: z.array(meeting),
  /** Estimated from the people read so far. */
  sampled: z.boolean(),
  exact: z.boolean(),
});
export type Audience = z.infer<typeof audienceSchema>;

// Campaigns
const campaignStatuses = ['draft', 'scheduled', 'enrolling', 'running', 'paused', 'cancelled', 'finished'] as const;
export const campaignRowSchema = z.strictObject({
  id: id('cmp'),
  rev,
  name: z.string(),
  seriesId: z.string(),
  version: z.int(),
  segmentId: z.string().optional(),
  /** Of a draft: as its segment is now, where it has one. Frozen when it is scheduled. */
  who: whoSchema,
  channels: z.array(channel),
  startDate: z.string(),
  startTime: z.string(),
  restartAfterDays,
  /** What the service is doing with it. */
  status: z.enum(campaignStatuses),
  /** Where it stands, for people. */
  standing: z.enum(standings),
  approval: z.strictObject({
    state: z.enum(approvalStates),
    /** It cannot be scheduled without. */
    needed: z.boolean(),
    askedAt: moment.optional(),
    askedBy: z.string().optional(),
    at: moment.optional(),
    by: z.string().optional(),
    /** For how many people it was approved. */
    people: count.optional(),
    /** The caller has made or changed it, so somebody else has to approve it. */
    yours: z.boolean(),
  }),
  /** Of one that is over: how many people got at least one message of it. */
  reached: count.optional(),
  /** Until then nobody is enrolled, and cancelling leaves no trace. */
  undoUntil: moment.optional(),
  createdAt: moment,
  createdBy: z.string(),
});
export type CampaignRow = z.infer<typeof campaignRowSchema>;
export const campaignListSchema = listOf(campaignRowSchema);
export const campaignDetailSchema = campaignRowSchema.extend({
  /** Its segment as it is now, and whether its rule has changed since the campaign froze it. */
  segment: z.strictObject({ name: z.string(), who: whoSchema, changed: z.boolean() }).optional(),
  sweep: z
    .strictObject({
      seen: count,
      enrolled: count,
      /** Why people were left out, in words; the commonest first. */
      skipped: z.array(z.strictObject({ reason: z.string(), count })),
      /** By person: whom it means, who joins, and everybody else once. Absent for one from before this was counted. */
      people: z.strictObject({ meant: count, joined: count, left: z.array(counted) }).optional(),
      done: z.boolean(),
    })
    .optional(),
  /** A later look at everybody, under way: how many so far. Its numbers take the place of the first one's. */
  again: z.strictObject({ seen: count }).optional(),
  /** What became of each step's messages, in the order in which the steps began. */
  steps: z.array(
    z.strictObject({
      stepId: z.string(),
      subject: z.string().optional(),
      meant: count,
      sent: count,
      delivered: count,
      clicked: count,
      booked: count,
      optedOut: count,
      /** Why the others were not sent, or did not arrive; the commonest first. */
      reasons: z.array(z.strictObject({ reason: z.string(), count })),
    }),
  ),
  /** Its messages by outcome, so far; not all of them were counted unless `outcomesExact`. */
  outcomes: z.record(z.string(), count),
  outcomesExact: z.boolean(),
});
export type CampaignDetail = z.infer<typeof campaignDetailSchema>;
const campaignDraft = z.strictObject({
  name,
  seriesId,
  version: z.int().min(1).optional(),
  segmentId: id('seg').optional(),
  who: z.optional(whoSchema),
  channels: z.array(channel).min(1).max(2),
  startDate: z.iso.date(),
  startTime: timeOfDay,
  restartAfterDays,
});
const oneAudience = ({ segmentId, who }: { segmentId?: unknown; who?: unknown }) =>
  (segmentId === undefined) !== (who === undefined);
const oneAudienceOnly = { path: ['segmentId'], message: 'give either segmentId or who' };
export const editCampaignSchema = campaignDraft.refine(oneAudience, oneAudienceOnly);
export const changeCampaignSchema = campaignDraft.extend({ rev }).refine(oneAudience, oneAudienceOnly);
/** A campaign as it was scheduled, and what it meets. */
export const scheduledSchema = campaignRowSchema.extend({ meets: z.array(meeting) });
export const scheduleSchema = z.strictObject({
  rev,
  /** `people` of the audience as counted for the person who schedules. */
  count: z.int('how many people the audience had when you looked').min(0),
  /** The same number, typed by hand; asked for when it is over 100 or everybody. */
  confirmCount: z.int().min(0).optional(),
  /** The rule as it was seen; refused when it is another by now. */
  who: z.optional(whoSchema),
});
export const approveSchema = z.strictObject({
  rev,
  /** `people` of the audience as counted for the approver. */
  count: z.int('how many people the audience had when you looked').min(0).optional(),
  /** The rule as it was seen; refused when it is another by now. */
  who: z.optional(whoSchema),
});
export type ApproveWish = z.infer<typeof approveSchema>;
export type ScheduleWish = z.infer<typeof scheduleSchema>;
export type EditCampaign = z.infer<typeof editCampaignSchema>;
