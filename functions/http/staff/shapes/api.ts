import * as z from 'zod';
import { channelNames, perChannel as eachChannel } from '../../../core/base/channel';
import { locales } from '../../../core/base/locale';
import { cleaned } from '../../../core/base/staff-text';
import { toldStates } from '../../../core/bookings/booking-told';
import { checkInAnswers } from '../../../core/person/subscriber';
import { labels } from '../../../core/reporting/labels';
import { meaningKinds } from '../../../core/reporting/spoken';
import { answerStates } from '../../../core/sending/answer-state';
import { editedWordsSchema } from '../../../core/series/change';
import { linkKeys, seriesVersionSchema, seriesVersionShape } from '../../../core/series/series';

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
export const name = line(80);
export const moment = z.iso.datetime({ offset: true });
export const channel = z.enum(channelNames);
export const count = z.int().min(0);
export const seriesId = seriesVersionShape().shape.seriesId;
export const stepId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and -');
/** Which state of a thing it is; an edit sends the one that was seen. */
export const rev = z.int('the rev that was seen, as the answer showed it; or the header If-Match: "rev-7"').min(0);
export const seenSchema = z.strictObject({ rev });
export const perChannel = z.strictObject(eachChannel(() => count));
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
/** A refusal with what is there now and what was sent. */
export const conflictSchema = errorSchema.extend({
  current: z.record(z.string(), z.unknown()).optional(),
  yours: z.record(z.string(), z.unknown()).optional(),
});
export const acknowledgedSchema = z.strictObject({ acknowledged: z.literal(true) });

// GET /me, /options
export const meSchema = z.strictObject({ name: z.string(), role: z.enum(roles) });
export type Me = z.infer<typeof meSchema>;
/** What pickers offer: links, merge fields, places, and answers to build an audience from. */
const labelsOf = <Group extends Record<string, string>>(group: Group) =>
  z.record(z.enum(Object.keys(group) as [keyof Group & string]), z.string());
export const optionsSchema = z.strictObject({
  /** The channels, in the order in which they are offered, with what staff call them and when they are open. */
  channels: z.array(
    z.strictObject({
      name: channel,
      label: z.string(),
      noun: z.string(),
      many: z.string(),
      form: z.enum(['mail', 'text']),
      address: z.enum(['mailbox', 'phone']),
      /** By ISO weekday, 1 = Monday; a day that is absent is closed. */
      open: z.record(z.string(), z.strictObject({ from: z.string(), to: z.string() })),
    }),
  ),
  /** What the console writes for each code. */
  labels: z.strictObject({
    outcomes: labelsOf(labels.outcomes),
    standings: labelsOf(labels.standings),
    bookings: labelsOf(labels.bookings),
    statuses: labelsOf(labels.statuses),
    states: labelsOf(labels.states),
    meanings: labelsOf(labels.meanings),
    links: labelsOf(labels.links),
    results: labelsOf(labels.results),
  }),
  practice: z.strictObject({ name: z.string(), timeZone: z.string() }),
  links: z.array(z.enum(linkKeys)),
  mergeFields: z.array(z.string()),
  locations: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  /** What the practice asks, in words of staff. A rule compares the answers by id; those of a yes-no question are true and false. */
  questions: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['one', 'many', 'yes-no', 'number', 'date']),
      label: z.string(),
      answers: z.array(z.strictObject({ id: z.string(), label: z.string() })),
    }),
  ),
  checkIn: z.array(z.enum(checkInAnswers)),
  /** Every campaign needs somebody's approval here, not only one that was put up for it. */
  approvalNeeded: z.boolean(),
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
  /** `failed`: refused, sent back or not delivered. Without a day, unconfirmed messages of every day are listed. */
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
const bookingStatuses = ['requested', 'booked', 'visited', 'closed'] as const;
export const bookingRowSchema = z.strictObject({
  id: id('bkg'),
  rev,
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
export const editBookingSchema = z.strictObject({ rev, status: z.enum(bookingStatuses), visitAt: moment.optional() });
export type EditBooking = z.infer<typeof editBookingSchema>;
export const bookingsByStepSchema = listOf(z.strictObject({ stepId: z.string(), requests: count, booked: count }));

// Series
export const locale = z.enum(locales);
/** Whether a series is written in a language beside English, and at which steps its readers get English. */
const languagesSchema = z.array(z.strictObject({ locale, whole: z.boolean(), missing: z.array(z.string()) }));
const seriesRowSchema = z.strictObject({
  seriesId: z.string(),
  name: z.string(),
  kind: z.enum(['drip', 'broadcast']),
  version: z.int(),
  approval: z.enum(['draft', 'approved']),
  reviewBy: z.string(),
  /** How many steps. */
  steps: count,
  languages: languagesSchema,
  paused: z.boolean(),
  /** People with a step of it still to come, and whether all were counted. */
  waiting: count,
  waitingExact: z.boolean(),
});
export type SeriesRow = z.infer<typeof seriesRowSchema>;
export const seriesListSchema = listOf(seriesRowSchema);
export const versionQuery = z.strictObject({ version: z.coerce.number().int().min(1).optional() });
export const seriesDetailSchema = z.strictObject({
  /** The number of this version; editing its words sends it. */
  rev,
  /** The rev of the controls; letting the series go on sends it. */
  controlsRev: rev,
  version: seriesVersionSchema,
  /** Who wrote it; absent for a version that came with the templates. */
  author: z.string().optional(),
  languages: languagesSchema,
  /** What the approver has to accept by name. */
  warnings: z.array(z.strictObject({ name: z.string(), message: z.string() })),
  /** The names of the warnings that were accepted when it was approved. */
  accepted: z.array(z.string()),
  versions: z.array(z.int()),
  paused: z.boolean(),
  /** By sample person, then by step: which of its variants they read, by its place in the list. Others read the step's own words. */
  reads: z.record(z.string(), z.record(stepId, count)),
});
/** May be left out where nothing warns. */
export const approveWordsSchema = z.strictObject({ accepted: z.array(z.string().max(200)).max(200).default([]) });
export type SeriesDetail = z.infer<typeof seriesDetailSchema>;
export type EditedWords = z.infer<typeof editedWordsSchema>;
export const editSeriesSchema = z.strictObject({
  rev,
  steps: z.record(stepId, editedWordsSchema).default({}),
  /** By step, then by the place of the variant in its list: `{"rest": {"0": {…}}}`. */
  variants: z.record(stepId, z.record(z.string().regex(/^\d{1,2}$/), editedWordsSchema)).default({}),
});
export type EditSeries = z.input<typeof editSeriesSchema>;
export const newVersionSchema = z.strictObject({ version: z.int(), rev });
/** `rev` is that of the controls, as it is for `POST /controls/kill`. */
export const pausedSchema = z.strictObject({ paused: z.boolean(), acknowledged: z.literal(true), rev });
export type Paused = z.infer<typeof pausedSchema>;

// Preview
/** Id of one of the practice's made-up people. */
const sampleId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'small letters, digits and -');
export const samplesSchema = listOf(z.strictObject({ id: sampleId, name: z.string(), what: z.string() }));
export const previewSchema = z.strictObject({
  seriesId,
  version: z.int().min(1).optional(),
  stepId,
  sample: sampleId,
  /** The language it is shown in; English unless named. */
  locale: z.optional(locale),
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
  sample: sampleId,
  locale: z.optional(locale),
  channel,
  startAt: moment.optional(),
});
export type PathRequest = z.infer<typeof pathRequestSchema>;
export const pathListSchema = listOf(
  z.strictObject({ day: count, at: moment, stepId: z.string(), subject: z.string() }),
);
