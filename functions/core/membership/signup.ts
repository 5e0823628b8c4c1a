import * as z from 'zod/mini';
import { signUpChannels } from '../base/channel';
import { StridewellError } from '../base/error';
import { typedName, typedZip, typedZone } from '../base/typed';
import { type NumberUse, normalised, normaliseEmail, normalisePhone } from '../person/address';
import { nearestOf } from '../person/nearest';
import type { Facts, FormAnswers } from '../person/profile';
import { experiences, type Pain, painKinds, redFlags } from '../person/subscriber';
import type { Named } from '../person/wish';
import { wordings } from '../practice/consent';
import type { Practice } from '../practice/practice';
import { isZone } from '../time/offset';
import { placeOf } from '../time/zone';

/** What was typed as it is kept; a refusal of core is the field's own problem. */
const read = <T>(clean: (given: string) => T) =>
  z.transform((given: string, context): T => {
    try {
      return clean(given);
    } catch (problem) {
      if (!(problem instanceof StridewellError)) throw problem;
      context.issues.push({ code: 'custom', message: problem.message, input: given });
      return z.NEVER;
    }
  });

/** A first name. A line break in a name is how headers are forged; a control character has no place in one either. */
export const nameField = () =>
  z.pipe(
    z.pipe(z.string('Please tell us your first name.'), read(typedName)),
    z
      .string()
      .check(
        z.minLength(1, 'Please tell us your first name.'),
        z.maxLength(60, 'The first name is too long. 60 characters are the most.'),
        z.regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'The first name must be one line of plain letters.'),
      ),
  );

/** A number to text or to call, as it is kept. */
export const phoneField = (use: NumberUse) =>
  z.pipe(
    z.string('Please check the number.').check(z.maxLength(80, 'The number is too long. A US number has 10 digits.')),
    read((given) => normalisePhone(given, use)),
  );

const zipWords = 'A ZIP code has 5 or 9 digits, for example 30309.';

const answers = () => ({
  firstName: nameField(),
  timeZone: z.optional(
    z.pipe(
      z.pipe(
        z.string('Please choose a time zone.').check(z.maxLength(80, 'We do not know that time zone.')),
        read(typedZone),
      ),
      z.optional(z.string().check(z.refine(isZone, 'We do not know that time zone.'))),
    ),
  ),
  postalCode: z.optional(
    z.pipe(
      z.pipe(z.string(zipWords).check(z.maxLength(40, zipWords)), read(typedZip)),
      z.string().check(z.regex(/^\d{5}(-\d{4})?$/, zipWords)),
    ),
  ),
  locale: z.optional(z.enum(['en', 'es'], 'Please choose English or Spanish.')),
  /** The office that suits them best, by its id; the practice knows which there are. */
  location: z.optional(
    z.string('Please choose one of our offices.').check(z.maxLength(40, 'Please choose one of our offices.')),
  ),
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

/** How a sign-up says who is to be reached where. */
interface Reach {
  email?: string | undefined;
  phone?: string | undefined;
  emailConsent: boolean;
  smsConsent: boolean;
}

/** Checked even if other fields are wrong, so that a person sees every problem at once. */
const needs = (holds: (given: Reach) => boolean, { path, message }: { path: string[]; message: string }) =>
  z.refine<Reach>(holds, { path, message, when: ({ value }) => typeof value === 'object' && value !== null });

/** One sign-up as the public contract spells it. Formats are checked here so that a refusal names its field. */
export const signupSchema = z.lazy(() =>
  z
    .strictObject({
      ...answers(),
      email: z.optional(
        z.pipe(
          z.string('Please check the email address.').check(z.maxLength(400, 'The email address is too long.')),
          read(normaliseEmail),
        ),
      ),
      phone: z.optional(phoneField('texts')),
      emailConsent: z._default(z.boolean('Consent is true or false.'), false),
      smsConsent: z._default(z.boolean('Consent is true or false.'), false),
      source: z.optional(
        z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/, 'A source has letters, digits, _ and - only, at most 40.')),
      ),
      /** Version of the disclosure that was shown; without it the consent is recorded as `api`. */
      wording: z.optional(
        z.enum(wordings, `No page has shown that wording. Name ${wordings.join(' or ')}, or leave it out.`),
      ),
    })
    .check(
      needs((given) => signUpChannels.some(({ consent }) => given[consent]), {
        path: ['emailConsent'],
        message: 'Please choose email, texts or both.',
      }),
      needs(({ emailConsent, email }) => !emailConsent || email !== undefined, {
        path: ['email'],
        message: 'Please give the email address the tips should go to.',
      }),
      needs(({ smsConsent, phone }) => !smsConsent || phone !== undefined, {
        path: ['phone'],
        message: 'Please give the mobile number the texts should go to.',
      }),
    ),
);
export type SignupRequest = z.infer<typeof signupSchema>;

/** The addresses that a sign-up agrees to be reached at, as they are kept. */
export const namedIn = (request: SignupRequest): Named[] =>
  signUpChannels.flatMap(({ channel, address, consent }) => {
    const given = request[address];
    return given !== undefined && request[consent] ? [{ channel, address: normalised(channel, given) }] : [];
  });

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
export function profileOf(request: SignupRequest, practice: Practice): FormAnswers & Facts {
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
    ...nearestOf(practice, request),
    ...place,
  };
}
