import * as z from 'zod';
import { answerStates } from '../core/answer-state';
import { toldStates } from '../core/booking-told';
import { editedWordsSchema } from '../core/change';
import { timeOfDay } from '../core/fields';
import { sampleIds } from '../core/sample';
import { linkKeys, seriesVersionSchema, seriesVersionShape, whoSchema } from '../core/series';
import { meaningKinds } from '../core/spoken';
import { cleaned } from '../core/staff-text';
import { channelNames, checkInAnswers, experiences, painKinds } from '../core/subscriber';

/** What the staff console says and hears. Moments are ISO strings; money, health and addresses never ride in a URL. */

export const id = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}_[0-9a-z]{8,40}$`), `an id such as ${prefix}_…`);
export const line = (max: number) =>
  z
    .string()
    .overwrite(cleaned)
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\r\n]*$/, 'one line, no line breaks');
const name = line(80);
export const moment = z.iso.datetime({ offset: true });
export const channel = z.enum(channelNames);
export const count = z.int().min(0);
export const seriesId = seriesVersionShape().shape.seriesId;
export const stepId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and -');
const perChannel = z.strictObject({ email: count, sms: count });
export const listOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), next: z.string().optional() });

export const roles = ['viewer', 'marketer', 'approver', 'admin'] as const;
export type Role = (typeof roles)[number];

// Everywhere
export const page = {
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().min(1).max(2400).optional(),
};
export const pageQuery = z.strictObject(page);
export const errorSchema = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string(), field: z.string().optional() }),
});
export const acknowledgedSchema = z.strictObject({ acknowledged: z.literal(true) });

// GET /me, /options
export const meSchema = z.strictObject({ name: z.string(), role: z.enum(roles) });
export type Me = z.infer<typeof meSchema>;
/** What pickers offer: links, merge fields, places, and answers to build an audience from. */
export const optionsSchema = z.strictObject({
  practice: z.strictObject({ name: z.string(), timeZone: z.string() }),
  links: z.array(z.enum(linkKeys)),
  mergeFields: z.array(z.string()),
  locations: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  pain: z.array(z.enum(painKinds)),
  experience: z.array(z.enum(experiences)),
  checkIn: z.array(z.enum(checkInAnswers)),
});
export type Options = z.infer<typeof optionsSchema>;

// Messages
export const outcomes = ['sent', 'unconfirmed', 'skipped', 'blocked', 'held', 'stopped', 'unknown', 'pending'] as const;
export const messageRowSchema = z.strictObject({
  id: id('msg'),
  subscriber: id('sub'),
  firstName: z.string(),
  channel,
  seriesId: z.string().optional(),
  stepId: z.string(),
  subject: z.string().optional(),
  at: moment,
  outcome: z.enum(outcomes),
  reason: z.string().optional(),
  /** What is known of it and since when, such as `delivered`. */
  facts: z.record(z.string(), z.strictObject({ at: moment, note: z.string().optional() })),
});
export type MessageRow = z.infer<typeof messageRowSchema>;
export const messagesQuery = z.strictObject({
  ...page,
  day: z.iso.date().optional(),
  /** `failed`: refused, sent back or not delivered. Without a day, what is in doubt is listed whatever its day. */
  outcome: z.enum([...outcomes, 'failed']).optional(),
  channel: channel.optional(),
  step: stepId.optional(),
});
export const messageListSchema = listOf(messageRowSchema);
export const renderedSchema = z.strictObject({
  subject: z.string().optional(),
  html: z.string().optional(),
  text: z.string().optional(),
  sms: z.strictObject({ body: z.string(), parts: count, characters: count }).optional(),
});
export type Rendered = z.infer<typeof renderedSchema>;
/** What became of a message that is held: it was sent, leave it out, or send it again. */
export const decideSchema = z.strictObject({ as: z.enum(['sent', 'skip', 'resend']) });
export type Decide = z.infer<typeof decideSchema>;

const heldReasons = ['no-reports', 'no-event', 'restored-from-backup'] as const;
/** Held messages that share what is known of them. */
export const heldGroupsSchema = z.strictObject({
  items: z.array(z.strictObject({ channel, reason: z.string(), reasonText: z.string(), count, since: moment })),
  /** There are more than were counted. */
  more: z.boolean(),
});
export type HeldGroup = z.infer<typeof heldGroupsSchema>['items'][number];
export const decideManySchema = z.strictObject({
  as: z.enum(['skip', 'resend']),
  channel,
  reason: z.enum(heldReasons),
});
export type DecideMany = z.infer<typeof decideManySchema>;
export const decideManyQuery = z.strictObject({ cursor: page.cursor });
export const decidedManySchema = z.strictObject({
  decided: count,
  /** Settled by somebody else meanwhile, or of somebody who has left. */
  passed: count,
  /** There is more to settle: ask again with it as `cursor`. */
  next: z.string().optional(),
});
export type DecidedMany = z.infer<typeof decidedManySchema>;
export const repliesQuery = z.strictObject({ ...page, forStaff: z.enum(['true', 'false']).optional() });
export const replySchema = z.strictObject({
  id: z.string(),
  subscriber: id('sub'),
  firstName: z.string(),
  at: moment,
  body: z.string(),
  meaning: z.enum(meaningKinds),
  forStaff: z.boolean(),
  /** What became of the answer to an emergency or a crisis, by its delivery; `red` when somebody has to call. */
  answer: z.strictObject({ state: z.enum(answerStates), red: z.boolean(), text: z.string() }).optional(),
});
export type Reply = z.infer<typeof replySchema>;
export const replyListSchema = listOf(replySchema);

// Bookings
export const bookingStatuses = ['requested', 'booked', 'visited', 'closed'] as const;
export const bookingRowSchema = z.strictObject({
  id: id('bkg'),
  subscriber: id('sub').optional(),
  firstName: z.string(),
  phone: z.string(),
  location: z.string(),
  locationName: z.string(),
  days: z.array(z.int().min(1).max(5)),
  part: z.enum(['morning', 'afternoon', 'any']),
  status: z.enum(bookingStatuses),
  createdAt: moment,
  /** When the person last asked for something else. */
  changedAt: moment.optional(),
  callBackBy: moment,
  stepId: z.string().optional(),
  visitAt: moment.optional(),
  /** Whether the person was told of a booked visit, by the message's own record. */
  told: z.strictObject({ state: z.enum(toldStates), text: z.string() }).optional(),
});
export type BookingRow = z.infer<typeof bookingRowSchema>;
export const bookingsQuery = z.strictObject({ ...page, status: z.enum(bookingStatuses).optional() });
export const bookingListSchema = listOf(bookingRowSchema);
export const editBookingSchema = z.strictObject({ status: z.enum(bookingStatuses), visitAt: moment.optional() });
export type EditBooking = z.infer<typeof editBookingSchema>;
export const bookingsByStepSchema = listOf(z.strictObject({ stepId: z.string(), requests: count, booked: count }));

// Series
export const seriesRowSchema = z.strictObject({
  seriesId: z.string(),
  name: z.string(),
  kind: z.enum(['drip', 'broadcast']),
  version: z.int(),
  approval: z.enum(['draft', 'approved']),
  reviewBy: z.string(),
  /** How many steps. */
  steps: count,
  paused: z.boolean(),
  /** People with a step of it still to come, and whether all were counted. */
  waiting: count,
  waitingExact: z.boolean(),
});
export type SeriesRow = z.infer<typeof seriesRowSchema>;
export const seriesListSchema = listOf(seriesRowSchema);
export const versionQuery = z.strictObject({ version: z.coerce.number().int().min(1).optional() });
export const seriesDetailSchema = z.strictObject({
  version: seriesVersionSchema,
  /** Who wrote it; absent for a version that came with the templates. */
  author: z.string().optional(),
  versions: z.array(z.int()),
  paused: z.boolean(),
});
export type SeriesDetail = z.infer<typeof seriesDetailSchema>;
export type EditedWords = z.infer<typeof editedWordsSchema>;
export const editSeriesSchema = z.strictObject({
  base: z.int().min(1),
  steps: z.record(stepId, editedWordsSchema).default({}),
  /** By step, then by the place of the variant in its list: `{"rest": {"0": {…}}}`. */
  variants: z.record(stepId, z.record(z.string().regex(/^\d{1,2}$/), editedWordsSchema)).default({}),
});
export type EditSeries = z.input<typeof editSeriesSchema>;
export const newVersionSchema = z.strictObject({ version: z.int() });
export const pausedSchema = z.strictObject({ paused: z.boolean(), acknowledged: z.literal(true) });
export type Paused = z.infer<typeof pausedSchema>;

// Preview
export type { SampleId } from '../core/sample';
export const samplesSchema = listOf(z.strictObject({ id: z.enum(sampleIds), name: z.string(), what: z.string() }));
export const previewSchema = z.strictObject({
  seriesId,
  version: z.int().min(1).optional(),
  stepId,
  sample: z.enum(sampleIds),
  channel,
  words: z.optional(editedWordsSchema),
});
export type PreviewRequest = z.infer<typeof previewSchema>;
export const previewedSchema = z.strictObject({
  subject: z.string(),
  preheader: z.string(),
  html: z.string(),
  text: z.string(),
  sms: z.strictObject({ body: z.string(), parts: count, characters: count }),
  /** Why this sample would not get it, if so. */
  skipped: z.string().optional(),
});
export type Previewed = z.infer<typeof previewedSchema>;
export const pathRequestSchema = z.strictObject({
  seriesId,
  version: z.int().min(1).optional(),
  sample: z.enum(sampleIds),
  channel,
  startAt: moment.optional(),
});
export type PathRequest = z.infer<typeof pathRequestSchema>;
export const pathListSchema = listOf(
  z.strictObject({ day: count, at: moment, stepId: z.string(), subject: z.string() }),
);

// Segments
export const segmentSchema = z.strictObject({
  id: id('seg'),
  name: z.string(),
  who: whoSchema,
  createdAt: moment,
  createdBy: z.string(),
});
export type SegmentRow = z.infer<typeof segmentSchema>;
export const segmentListSchema = listOf(segmentSchema);
export const editSegmentSchema = z.strictObject({ name, who: whoSchema });
export type EditSegment = z.infer<typeof editSegmentSchema>;
export const countSchema = z.strictObject({
  who: whoSchema,
  channels: z.array(channel).min(1).max(2),
  seriesId: z.optional(seriesId),
  /** Wait for every person to be counted, for up to 20 seconds. */
  exact: z.boolean().default(false),
});
export type CountRequest = z.input<typeof countSchema>;
export const audienceSchema = z.strictObject({
  people: count,
  eligible: perChannel,
  noConsent: count,
  suppressed: count,
  capped: count,
  unknownZone: count,
  alreadyIn: count.optional(),
  /** Estimated from the people read so far. */
  sampled: z.boolean(),
  exact: z.boolean(),
});
export type Audience = z.infer<typeof audienceSchema>;

// Campaigns
export const campaignStatuses = [
  'draft',
  'scheduled',
  'enrolling',
  'running',
  'paused',
  'cancelled',
  'finished',
] as const;
export const campaignRowSchema = z.strictObject({
  id: id('cmp'),
  name: z.string(),
  seriesId: z.string(),
  version: z.int(),
  segmentId: z.string().optional(),
  who: whoSchema,
  channels: z.array(channel),
  startDate: z.string(),
  startTime: z.string(),
  status: z.enum(campaignStatuses),
  createdAt: moment,
  createdBy: z.string(),
});
export type CampaignRow = z.infer<typeof campaignRowSchema>;
export const campaignListSchema = listOf(campaignRowSchema);
export const campaignDetailSchema = campaignRowSchema.extend({
  sweep: z
    .strictObject({
      seen: count,
      enrolled: count,
      /** Why people were left out, in words; the commonest first. */
      skipped: z.array(z.strictObject({ reason: z.string(), count })),
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
export const editCampaignSchema = z
  .strictObject({
    name,
    seriesId,
    version: z.int().min(1).optional(),
    segmentId: id('seg').optional(),
    who: z.optional(whoSchema),
    channels: z.array(channel).min(1).max(2),
    startDate: z.iso.date(),
    startTime: timeOfDay,
  })
  .refine(({ segmentId, who }) => (segmentId === undefined) !== (who === undefined), {
    path: ['segmentId'],
    message: 'give either segmentId or who',
  });
export type EditCampaign = z.infer<typeof editCampaignSchema>;
