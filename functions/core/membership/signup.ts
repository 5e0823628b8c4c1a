import * as z from 'zod/mini';
import { type ChannelName, channelNames, signUpChannels } from '../base/channel';
import { StridewellError } from '../base/error';
import type { Locale } from '../base/locale';
import { typedName, typedZip, typedZone } from '../base/typed';
import { type NumberUse, normalised, normaliseEmail, normalisePhone } from '../person/address';
import { nearestOf } from '../person/nearest';
import type { Facts, FormAnswers } from '../person/profile';
import type { Named } from '../person/wish';
import { type Wording, wordings } from '../practice/consent';
import type { Practice } from '../practice/practice';
import { type Answer, type Answers, meaningOfAnswers, type Questions, type SafetyMeaning } from '../practice/questions';
import { isZone } from '../time/offset';
import { placeOf } from '../time/zone';
import { type AnswerFields, answerFields } from './answer-fields';

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

/** What every form asks, and what the practice asks beside it. */
const about = (asked: AnswerFields) => ({
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
  ...asked,
});

const adult = { adult: z.literal(true, 'You must be 18 or older to sign up.') };

/** What of a request is no answer to a question. */
interface About {
  firstName: string;
  timeZone?: string | undefined;
  postalCode?: string | undefined;
  locale?: Locale | undefined;
  location?: string | undefined;
  adult: true;
}

/** The answers to a page's questions, and what they mean. */
interface Told {
  answers: Answers;
  safety?: SafetyMeaning;
}

/** What a person tells us about themself, without a way to reach them: asked of those who began by text. */
export interface Profiled extends About, Told {}

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

/** One sign-up. Whoever posts it spells the answers as fields of their own, by the id of the question. */
export interface SignupRequest extends About, Told, Reach {
  /** Where each tip is to come, of somebody who gives both. */
  tipsBy?: ChannelName | 'both' | undefined;
  source?: string | undefined;
  wording?: Wording | undefined;
}

const reach = () => ({
  email: z.optional(
    z.pipe(
      z.string('Please check the email address.').check(z.maxLength(400, 'The email address is too long.')),
      read(normaliseEmail),
    ),
  ),
  phone: z.optional(phoneField('texts')),
  emailConsent: z._default(z.boolean('Consent is true or false.'), false),
  smsConsent: z._default(z.boolean('Consent is true or false.'), false),
  tipsBy: z.optional(z.enum([...channelNames, 'both'], 'Please choose email, texts or both.')),
  source: z.optional(
    z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/, 'A source has letters, digits, _ and - only, at most 40.')),
  ),
  /** Version of the disclosure that was shown; without it the consent is recorded as `api`. */
  wording: z.optional(
    z.enum(wordings, `No page has shown that wording. Name ${wordings.join(' or ')}, or leave it out.`),
  ),
});

/** The addresses that a sign-up agrees to be reached at, as they are kept. */
export const namedIn = (request: SignupRequest): Named[] =>
  signUpChannels.flatMap(({ channel, address, consent }) => {
    const given = request[address];
    return given !== undefined && request[consent] ? [{ channel, address: normalised(channel, given) }] : [];
  });

const needed = [
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
];

/** The fields of a form apart: the answers under one name, with what they mean. */
function told<Fields extends object>(questions: Questions, asked: AnswerFields) {
  return z.transform((given: Fields): Fields & Told => {
    const fields = { ...given } as Record<string, unknown>;
    const answers: Record<string, Answer> = {};
    for (const id of Object.keys(asked)) {
      const one = fields[id] as Answer | undefined;
      delete fields[id];
      if (one !== undefined && !(Array.isArray(one) && one.length === 0)) answers[id] = one;
    }
    const safety = meaningOfAnswers(questions, answers);
    return { ...(fields as Fields), answers, ...(safety ? { safety } : {}) };
  });
}
/** zod builds a schema where it is made, and a practice has few of them. */
function remembered<T>(make: (questions: Questions, locale: Locale) => z.ZodMiniType<T>) {
  const made = new WeakMap<Questions, Partial<Record<Locale, z.ZodMiniType<T>>>>();
  return (questions: Questions, locale: Locale = 'en'): z.ZodMiniType<T> => {
    const known = made.get(questions) ?? {};
    made.set(questions, known);
    known[locale] ??= make(questions, locale);
    return known[locale];
  };
}

/** What the public contract takes as a sign-up; formats are checked here so that a refusal names its field. */
export const signupSchema = remembered<SignupRequest>((questions, locale) => {
  const asked = answerFields(questions, 'sign-up', locale);
  return z.pipe(
    z.strictObject({ ...about(asked), ...reach(), ...adult }).check(...needed),
    told(questions, asked),
  ) as unknown as z.ZodMiniType<SignupRequest>;
});

/** What the profile page takes. */
export const profileSchema = remembered<Profiled>((questions, locale) => {
  const asked = answerFields(questions, 'profile', locale);
  return z.pipe(
    z.strictObject({ ...about(asked), ...adult }),
    told(questions, asked),
  ) as unknown as z.ZodMiniType<Profiled>;
});

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
  return {
    firstName: request.firstName,
    answers: request.answers,
    ...(request.safety ? { safety: 'structural' } : {}),
    locale: request.locale ?? 'en',
    ...(postalCode ? { postalCode } : {}),
    ...(request.source ? { source: request.source } : {}),
    ...nearestOf(practice, request),
    ...place,
  };
}
