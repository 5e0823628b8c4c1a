import * as z from 'zod';
import { timeOfDay } from './fields';
import { checkInAnswers, experiences, painKinds } from './subscriber';

/** Who something is for: every field given must match. An empty `who` is everyone. */
export const whoSchema = z.strictObject({
  pain: z.array(z.enum(painKinds)).min(1).optional(),
  experience: z.array(z.enum(experiences)).min(1).optional(),
  crossTraining: z.boolean().optional(),
  seen: z.boolean().optional(),
  checkIn: z.array(z.enum(checkInAnswers)).min(1).optional(),
  locale: z
    .array(z.enum(['en', 'es']))
    .min(1)
    .optional(),
  location: z.array(z.string()).min(1).optional(),
  source: z.array(z.string()).min(1).optional(),
});
export type Who = z.infer<typeof whoSchema>;

/** Where a button may lead; staff pick one, they never type an address. */
export const linkKeys = ['book', 'call', 'tip', 'check-in', 'seen', 'site', 'preferences'] as const;
export type LinkKey = (typeof linkKeys)[number];

const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\r\n]*$/, 'one line, no line breaks');

/** What one step says. Words are data: only the listed merge fields, always escaped. */
export const wordsSchema = z.strictObject({
  subject: line(60),
  preheader: line(130).min(40),
  headline: line(80),
  paragraphs: z.array(z.string().trim().min(1).max(600)).min(1).max(8),
  figures: z
    .array(
      z.strictObject({ drawing: z.string().regex(/^[a-z0-9-]+$/), alt: line(160), title: line(60), text: line(300) }),
    )
    .max(6)
    .optional(),
  button: z.strictObject({ label: line(40), link: z.enum(linkKeys) }),
  /** Shows the three check-in answers as buttons. */
  choices: z.boolean().optional(),
  /** Shows the practice's locations. */
  locations: z.boolean().optional(),
  /** The text message; at most 2 GSM-7 segments once merged. `{{link}}` is where its link goes. */
  text: z.string().trim().min(1).max(306),
});
export type Words = z.infer<typeof wordsSchema>;

export const stepSchema = z.strictObject({
  words: wordsSchema,
  /** Holds exercise tips: never sent to a person with a structural hint who has not been seen. */
  exercises: z.boolean().default(false),
  /** An unknown outcome waits for staff. */
  clinical: z.boolean().default(false),
  /** What an unknown outcome becomes; email assumes, text holds unless the step says otherwise. */
  onUnknown: z.enum(['assume', 'hold', 'resend']).optional(),
  /** The email may leave at any hour (the welcome, seconds after confirming). */
  anyHour: z.boolean().default(false),
  /** Other words for some people; the first that matches wins. */
  variants: z.array(z.strictObject({ who: whoSchema, words: wordsSchema })).default([]),
});
export type Step = z.infer<typeof stepSchema>;

const stepId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and -');

export const pathSchema = z.strictObject({
  name: z.string().min(1).max(60),
  who: whoSchema,
  /** Days after confirming, ascending. */
  steps: z
    .array(z.strictObject({ day: z.int().min(0).max(365), step: stepId }))
    .min(1)
    .max(40),
});
export type Path = z.infer<typeof pathSchema>;

/** One immutable version of a series or broadcast; versions are never deleted, so "as rendered" can be rendered again. */
export const seriesVersionSchema = z.strictObject({
  seriesId: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  version: z.int().min(1),
  kind: z.enum(['drip', 'broadcast']),
  name: z.string().min(1).max(80),
  /** Local time of day a step is due. */
  hours: z.strictObject({ email: timeOfDay, sms: timeOfDay }),
  /** Two steps never come closer than this, whatever path a person changes to. */
  minimumGapDays: z.int().min(1).max(30),
  /** First path whose `who` matches decides order and days; the last one is for everyone. */
  paths: z.array(pathSchema).min(1).max(20),
  steps: z.record(stepId, stepSchema),
  approval: z.enum(['draft', 'approved']).default('draft'),
  /** Token subject of the member of staff who saved it; a version that came with the templates has none. */
  author: z.string().exactOptional(),
  approvedBy: z.string().exactOptional(),
  reviewBy: z.iso.date(),
});
export type SeriesVersion = z.infer<typeof seriesVersionSchema>;
