import * as z from 'zod';
import { editedWordsSchema } from '../core/change';
import { timeOfDay } from '../core/fields';
import { sampleIds } from '../core/sample';
import { linkKeys, seriesVersionSchema, whoSchema } from '../core/series';
import { channelNames, checkInAnswers, experiences, painKinds } from '../core/subscriber';

/** What the staff console says and hears. Moments are ISO strings; money, health and addresses never ride in a URL. */

const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[0-9a-z]{8,40}$`), `an id such as ${prefix}_…`);
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\r\n]*$/, 'one line, no line breaks');
const name = line(80);
const moment = z.iso.datetime({ offset: true });
const channel = z.enum(channelNames);
const count = z.int().min(0);
const seriesId = seriesVersionSchema.shape.seriesId;
const stepId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and -');
const perChannel = z.strictObject({ email: count, sms: count });
const listOf = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), next: z.string().optional() });

export const roles = ['viewer', 'marketer', 'approver', 'admin'] as const;
export type Role = (typeof roles)[number];

// Everywhere
const page = {
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().min(1).max(1200).optional(),
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
  outcome: z.enum(outcomes).optional(),
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
export const repliesQuery = z.strictObject({ ...page, forStaff: z.enum(['true', 'false']).optional() });
export const replySchema = z.strictObject({
  id: z.string(),
  subscriber: id('sub'),
  firstName: z.string(),
  at: moment,
  body: z.string(),
  meaning: z.string(),
  forStaff: z.boolean(),
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
  callBackBy: moment,
  stepId: z.string().optional(),
  visitAt: moment.optional(),
});
export type BookingRow = z.infer<typeof bookingRowSchema>;
export const bookingsQuery = z.strictObject({ ...page, status: z.enum(bookingStatuses).optional() });
export const bookingListSchema = listOf(bookingRowSchema);
export const editBookingSchema = z.strictObject({ status: z.enum(bookingStatuses), visitAt: moment.optional() });
export type EditBooking = z.infer<typeof editBookingSchema>;
export const bookingsByStepSchema = listOf(z.strictObject({ stepId: z.string(), requests: count, booked: count }));

// Controls and home
export const controlsSchema = z.strictObject({
  kill: z.boolean(),
  killReason: z.string().optional(),
  pausedSeries: z.array(z.string()),
  /** Series that the service paused by itself, and why. */
  pauseReasons: z.record(z.string(), z.string()).optional(),
  campaigns: z.record(z.string(), z.enum(['paused', 'cancelled'])),
});
export type ControlsView = z.infer<typeof controlsSchema>;
export const killSchema = z.strictObject({ on: z.boolean(), reason: line(200).optional() });
export const homeSchema = z.strictObject({
  now: moment,
  counts: z.strictObject({
    signups: count,
    confirmed: count,
    sent: perChannel,
    skipped: count,
    unconfirmed: count,
    held: count,
    optOuts: count,
    clicks: count,
    bookings: count,
  }),
  recentMessages: z.array(messageRowSchema),
  newBookings: z.array(bookingRowSchema),
  controls: controlsSchema,
  /** People due for more than half an hour who do not move, as of the last look; absent when there are none. */
  stuck: count.optional(),
  /** What the last look found, in sentences. */
  warnings: z.array(z.string()).optional(),
});
export type Home = z.infer<typeof homeSchema>;

// Subscribers
const channelStatus = z.enum(['pending', 'active', 'unsubscribed', 'suppressed']);
export const subscriberRowSchema = z.strictObject({
  id: id('sub'),
  firstName: z.string(),
  channels: z.array(z.strictObject({ channel, status: channelStatus })),
  pain: z.enum(painKinds).optional(),
  experience: z.enum(experiences).optional(),
  createdAt: moment,
  nextAt: moment.optional(),
  nextStep: z.string().optional(),
});
export type SubscriberRow = z.infer<typeof subscriberRowSchema>;
export const subscribersQuery = z.strictObject({ ...page, status: channelStatus.optional(), q: id('sub').optional() });
export const subscriberListSchema = listOf(subscriberRowSchema);
export const findSchema = z.strictObject({ address: z.string().trim().min(3).max(254) });
export const subscriberDetailSchema = z.strictObject({
  subscriber: z.strictObject({
    id: id('sub'),
    kind: z.enum(['runner', 'unknown', 'desk']),
    createdAt: moment,
    pausedUntil: moment.optional(),
    channels: z.array(
      z.strictObject({
        channel,
        address: z.string(),
        status: channelStatus,
        since: moment,
        consentAt: moment.optional(),
        wording: z.string().optional(),
      }),
    ),
    profile: z
      .strictObject({
        firstName: z.string(),
        experience: z.enum(experiences),
        pain: z.enum(painKinds),
        crossTraining: z.boolean(),
        seen: z.boolean(),
        checkIn: z.enum(checkInAnswers).optional(),
        locale: z.enum(['en', 'es']),
        location: z.string().optional(),
        postalCode: z.string().optional(),
        state: z.string().optional(),
        zones: z.array(z.string()),
        zoneSource: z.string(),
        zoneConfidence: z.number(),
        source: z.string().optional(),
      })
      .optional(),
    enrollments: z.array(
      z.strictObject({
        id: id('enr'),
        seriesId: z.string(),
        version: z.int(),
        channel,
        status: z.enum(['active', 'paused', 'stopped', 'finished']),
        phase: z.enum(['waiting', 'sending', 'unknown', 'held']),
        completedSteps: z.array(z.string()),
        stepId: z.string().optional(),
        dueAt: moment.optional(),
        pausedUntil: moment.optional(),
        campaignId: z.string().optional(),
        reason: z.string().optional(),
      }),
    ),
  }),
  /** Newest first, in sentences. */
  timeline: z.array(
    z.strictObject({
      at: moment,
      kind: z.enum(['message', 'consent', 'history']),
      title: z.string(),
      detail: z.string().optional(),
      reason: z.string().optional(),
      messageId: id('msg').optional(),
    }),
  ),
  next: z.array(z.strictObject({ channel, seriesId: z.string(), stepId: z.string(), subject: z.string(), at: moment })),
});
export type SubscriberDetail = z.infer<typeof subscriberDetailSchema>;
export const explainQuery = z.strictObject({ seriesId, stepId, channel });
export const explainedSchema = z.strictObject({ why: z.string() });
export type Explained = z.infer<typeof explainedSchema>;
export const optOutSchema = z.strictObject({ channel: z.enum(['email', 'sms', 'all']), reason: line(200) });
export type OptOut = z.infer<typeof optOutSchema>;

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
  words: editedWordsSchema.optional(),
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
  seriesId: seriesId.optional(),
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
    .strictObject({ seen: count, enrolled: count, skipped: z.record(z.string(), count), done: z.boolean() })
    .optional(),
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
    who: whoSchema.optional(),
    channels: z.array(channel).min(1).max(2),
    startDate: z.iso.date(),
    startTime: timeOfDay,
  })
  .refine(({ segmentId, who }) => (segmentId === undefined) !== (who === undefined), {
    path: ['segmentId'],
    message: 'give either segmentId or who',
  });
export type EditCampaign = z.infer<typeof editCampaignSchema>;
