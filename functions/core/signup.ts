import * as z from 'zod/mini';
import { normaliseEmail, normalisePhone } from './address';
import { StridewellError } from './error';
import { isZone } from './offset';
import type { Practice } from './practice';
import { experiences, type Pain, type Profile, painKinds, redFlags } from './subscriber';
import { placeOf } from './zone';

/** Reports the words of a core refusal as the field's own problem. */
const passes = (check: (given: string) => unknown) => (context: z.core.ParsePayload<string>) => {
  try {
    check(context.value);
  } catch (problem) {
    if (!(problem instanceof StridewellError)) throw problem;
    context.issues.push({ code: 'custom', message: problem.message, input: context.value });
  }
};

// A line break in a name is how headers are forged; a control character has no place in one either.
const name = () =>
  z
    .string('Please tell us your first name.')
    .check(
      z.trim(),
      z.minLength(1, 'Please tell us your first name.'),
      z.maxLength(60, 'The first name is too long. 60 characters are the most.'),
      z.regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'The first name must be one line of plain letters.'),
    );

const answers = () => ({
  firstName: name(),
  timeZone: z.optional(
    z
      .string('Please choose a time zone.')
      .check(z.maxLength(64, 'We do not know that time zone.'), z.refine(isZone, 'We do not know that time zone.')),
  ),
  postalCode: z.optional(z.string().check(z.regex(/^\d{5}(-\d{4})?$/, 'A ZIP code has 5 digits, for example 30309.'))),
  locale: z.optional(z.enum(['en', 'es'], 'Please choose English or Spanish.')),
  experience: z.enum(experiences, 'Please tell us how you run.'),
  pain: z.enum(painKinds, 'Please tell us where it hurts.'),
  redFlags: z.optional(
    z.array(z.enum(redFlags, 'We do not know that sign.')).check(z.maxLength(redFlags.length, 'That is too many.')),
  ),
  crossTraining: z.boolean('Please tell us if you would try other sports.'),
  adult: z.literal(true, 'You must be 18 or older to sign up.'),
});

/** What a person tells us about themself, without a way to reach them: asked of those who began by text. */
export const answersSchema = z.lazy(() => z.strictObject(answers()));
export type Answers = z.infer<typeof answersSchema>;

/** One sign-up as the public contract spells it. Formats are checked here so that a refusal names its field. */
export const signupSchema = z.lazy(() =>
  z
    .strictObject({
      ...answers(),
      email: z.optional(
        z
          .string('Please check the email address.')
          .check(z.maxLength(320, 'The email address is too long.'), passes(normaliseEmail)),
      ),
      phone: z.optional(
        z
          .string('Please check the mobile number.')
          .check(z.maxLength(40, 'The mobile number is too long.'), passes(normalisePhone)),
      ),
      emailConsent: z._default(z.boolean('Consent is true or false.'), false),
      smsConsent: z._default(z.boolean('Consent is true or false.'), false),
      source: z.optional(
        z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/, 'A source has letters, digits, _ and - only, at most 40.')),
      ),
      /** Version of the disclosure that was shown; without it the consent is recorded as `api`. */
      wording: z.optional(z.string().check(z.regex(/^[A-Za-z0-9._-]{1,40}$/, 'We do not know that wording.'))),
    })
    .check(
      z.superRefine((given, context) => {
        const say = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
        if (!given.emailConsent && !given.smsConsent) say('emailConsent', 'Please choose email, texts or both.');
        if (given.emailConsent && given.email === undefined)
          say('email', 'Please give the email address the tips should go to.');
        if (given.smsConsent && given.phone === undefined)
          say('phone', 'Please give the mobile number the texts should go to.');
      }),
    ),
);
export type SignupRequest = z.infer<typeof signupSchema>;

/** What the form asks in plain words. */
export const places = ['none', 'low-back', 'hip', 'leg'] as const;
export const triggers = ['running', 'sitting', 'always', 'unsure'] as const;
export const tinglings = ['no', 'yes', 'unsure'] as const;
export interface PlainAnswers {
  /** Where it hurts. */
  where: (typeof places)[number];
  /** What brings it on; `always` means that rest does not ease it. */
  brings?: (typeof triggers)[number] | undefined;
  /** Tingling or numbness down a leg. */
  leg?: (typeof tinglings)[number] | undefined;
}

/** Nobody is asked to know the terms: a sign of a nerve wins over all, and a gap is never read as harmless. */
export function painOf({ where, brings, leg }: PlainAnswers): Pain {
  if (where === 'leg' || leg === 'yes') return 'structural';
  if (where === 'none') return leg === 'unsure' ? 'unsure' : 'none';
  if (brings === 'always') return 'structural';
  if (leg !== 'no' || brings === undefined || brings === 'unsure') return 'unsure';
  return 'mechanical';
}

/** Two tiers that are never mixed; an emergency sign outranks everything. */
export type Advice = 'emergency' | 'structural';
export function adviceFor(given: Pick<Answers, 'pain' | 'redFlags'>): Advice | undefined {
  if (given.redFlags?.length) return 'emergency';
  return given.pain === 'structural' ? 'structural' : undefined;
}

/** The person as the sign-up describes them; any emergency sign counts as a structural hint. */
export function profileOf(request: SignupRequest, practice: Practice): Profile {
  const { timeZone, postalCode, phone, smsConsent } = request;
  const place = placeOf(
    {
      ...(timeZone ? { stated: timeZone } : {}),
      ...(postalCode ? { postalCode } : {}),
      ...(phone && smsConsent ? { phone: normalisePhone(phone) } : {}),
    },
    practice.timeZone,
    practice.state,
  );
  const { experience, crossTraining } = request;
  return {
    firstName: request.firstName,
    experience,
    pain: (request.redFlags ?? []).length > 0 ? 'structural' : request.pain,
    crossTraining,
    locale: request.locale ?? 'en',
    ...(postalCode ? { postalCode } : {}),
    ...(request.source ? { source: request.source } : {}),
    ...place,
  };
}
