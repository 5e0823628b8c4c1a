import * as z from 'zod/mini';
import { whoSchema } from '../audience/who';
import { channelTimes } from '../base/fields';
import { cleaned } from '../base/staff-text';

// zod builds a schema where it is made. Lazy ones are built when something is first read by them, so that a function
// starts without those it may never need.

/** Where a button may lead; staff pick one, they never type an address. */
export const linkKeys = ['book', 'call', 'tip', 'check-in', 'seen', 'site', 'preferences'] as const;
export type LinkKey = (typeof linkKeys)[number];

const written = (max: number) => z.string().check(z.overwrite(cleaned), z.trim(), z.minLength(1), z.maxLength(max));
const line = (max: number) => written(max).check(z.regex(/^[^\r\n]*$/, 'one line, no line breaks'));

export const drawingName = () => z.string().check(z.regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and -'));

/** What a step says in a language beside its first. Nothing of its structure: drawings, links and flags are said once. */
export const copyShape = () =>
  z.strictObject({
    subject: line(60),
    preheader: line(130).check(z.minLength(40)),
    headline: line(80),
    paragraphs: z.array(written(600)).check(z.minLength(1), z.maxLength(8)),
    /** One for each drawing, in their order. */
    figures: z.optional(
      z.array(z.strictObject({ alt: line(160), title: line(60), text: line(300) })).check(z.maxLength(6)),
    ),
    /** What stands on the button. */
    button: line(40),
    /** The text message; `{{link}}` is where its link goes. */
    text: written(306),
  });
export type Copy = z.infer<ReturnType<typeof copyShape>>;

/** What one step says. Words are data: only the listed merge fields, always escaped. */
export const wordsShape = () => {
  const copy = copyShape();
  const { subject, preheader, headline, paragraphs, text } = copy.shape;
  return z.strictObject({
    subject,
    preheader,
    headline,
    paragraphs,
    figures: z.optional(
      z
        .array(
          z.strictObject({
            drawing: drawingName(),
            alt: line(160),
            title: line(60),
            text: line(300),
          }),
        )
        .check(z.maxLength(6)),
    ),
    button: z.strictObject({ label: line(40), link: z.enum(linkKeys) }),
    /** Shows the three check-in answers as buttons. */
    choices: z.optional(z.boolean()),
    /** Shows the practice's locations. */
    locations: z.optional(z.boolean()),
    text,
    /** The same in Spanish. Without it whoever reads Spanish gets the English words (`readIn`). */
    es: z.optional(copy),
  });
};
const wordsSchema = z.lazy(wordsShape);
export type Words = z.infer<typeof wordsSchema>;

export const stepShape = () =>
  z.strictObject({
    words: wordsSchema,
    /** Holds exercise tips: never sent to a person with a structural hint who has not been seen. */
    exercises: z._default(z.boolean(), false),
    /** An unknown outcome waits for staff. */
    clinical: z._default(z.boolean(), false),
    /** What an unknown outcome becomes; email assumes, text holds unless the step says otherwise. */
    onUnknown: z.optional(z.enum(['assume', 'hold', 'resend'])),
    /** The email may leave at any hour (the welcome, seconds after confirming). */
    anyHour: z._default(z.boolean(), false),
    /** Other words for some people; the first that matches wins. */
    variants: z._default(z.array(z.strictObject({ who: whoSchema, words: wordsSchema })), []),
  });
const stepSchema = z.lazy(stepShape);
export type Step = z.infer<typeof stepSchema>;

const stepId = () => z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and -'));

const pathSchema = z.lazy(() =>
  z.strictObject({
    name: z.string().check(z.minLength(1), z.maxLength(60)),
    who: whoSchema,
    /** Days after confirming, ascending. */
    steps: z
      .array(z.strictObject({ day: z.int().check(z.minimum(0), z.maximum(365)), step: stepId() }))
      .check(z.minLength(1), z.maxLength(40)),
  }),
);
export type Path = z.infer<typeof pathSchema>;

/** Who stands for a version: no part of what it says. */
const signOffShape = () => ({
  approval: z._default(z.enum(['draft', 'approved']), 'draft'),
  /** Token subject of the member of staff who saved it; a version that came with the templates has none. */
  author: z.exactOptional(z.string()),
  approvedBy: z.exactOptional(z.string()),
  /** Names of the warnings that the approver accepted. */
  accepted: z.exactOptional(z.array(z.string())),
});

/** One immutable version of a series or broadcast; versions are never deleted, so "as rendered" can be rendered again. */
export const seriesVersionShape = () =>
  z.strictObject({
    seriesId: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
    version: z.int().check(z.minimum(1)),
    kind: z.enum(['drip', 'broadcast']),
    name: z.string().check(z.minLength(1), z.maxLength(80)),
    /** What people who read Spanish see as its name; without it they see the other. */
    es: z.exactOptional(z.strictObject({ name: z.string().check(z.minLength(1), z.maxLength(80)) })),
    /** Of a series that begins at sign-up: whom it is for, by their answers. Absent: everyone. */
    who: z.exactOptional(whoSchema),
    /** Of two that are due on one day and channel, the lower number goes first and the other waits. Absent: 50. */
    priority: z.exactOptional(z.int().check(z.minimum(1), z.maximum(99))),
    /** Local time of day a step is due. */
    hours: channelTimes(),
    /** Minimum gap between two steps, also after a change of path. */
    minimumGapDays: z.int().check(z.minimum(1), z.maximum(30)),
    /** First path whose `who` matches decides order and days; the last one is for everyone. */
    paths: z.array(pathSchema).check(z.minLength(1), z.maxLength(20)),
    steps: z.record(stepId(), stepSchema),
    ...signOffShape(),
    reviewBy: z.iso.date(),
  });
export const seriesVersionSchema = z.lazy(seriesVersionShape);
export type SeriesVersion = z.infer<typeof seriesVersionSchema>;

/** Where a series stands among others that would send to the same person. */
export const priorityOf = ({ priority = 50 }: Pick<SeriesVersion, 'priority'>): number => priority;

/** What a version says: everything but its number and who stands for it. */
export type SeriesContent = Omit<SeriesVersion, 'version' | keyof ReturnType<typeof signOffShape>>;

/** A field that is added to the sign-off is left out here without being named again. */
export function contentOf(version: SeriesVersion): SeriesContent {
  const { version: _version, ...content }: Record<string, unknown> = { ...version };
  for (const field of Object.keys(signOffShape())) delete content[field];
  return content as SeriesContent;
}
