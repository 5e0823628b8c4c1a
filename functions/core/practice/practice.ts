import * as z from 'zod/mini';
import { timeOfDay } from '../base/fields';
import type { Locale } from '../base/locale';
import type { Questions } from './questions';
import type { PracticeWords } from './words';

const logoFile = () =>
  z.string().check(z.regex(/^[a-z0-9-]{1,50}\.(svg|png)$/, 'an SVG or PNG file in drawings/, such as logo.svg'));

const date = z.iso.date('a date such as 2026-12-24');

/** Everything that makes the service one practice's own: parsed from `practice.yaml`, every wrong line named. */
export const practiceSchema = z.strictObject({
  /** Full brand name, in mail headers and pages. */
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  /** Legal name of the seller, as consent must name it (47 CFR 64.1200(f)(9)). */
  legalName: z.string().check(z.minLength(1), z.maxLength(120)),
  /** Opens every text (CTIA 5.1.3), so it is short and GSM-7. */
  shortName: z
    .string()
    .check(z.minLength(1), z.maxLength(24), z.regex(/^[A-Za-z0-9 .&'-]+$/, "letters, digits, spaces and .&'- only")),
  /** What the texting program is called in its first message (CTIA 5.1.2). */
  program: z.string().check(z.minLength(1), z.maxLength(40)),
  /** A physical address; no mail leaves without it (15 USC 7704(a)(5)). */
  postalAddress: z.string().check(z.minLength(10), z.maxLength(200)),
  phone: z.string().check(z.regex(/^\+1\d{10}$/, 'a US number such as +17705550100')),
  site: z.url({ protocol: /^https$/ }),
  noticeOfPrivacyPractices: z.url({ protocol: /^https$/ }),
  timeZone: z.string().check(z.refine(isZone, 'an IANA time zone such as America/New_York')),
  /** Two letters; its holidays count for people whose state is unknown. */
  state: z.string().check(z.regex(/^[A-Z]{2}$/, 'two capital letters such as GA')),
  colour: z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/, 'a colour such as #0b5c6b')),
  /** Without one, the name stands in type. */
  logo: z.exactOptional(
    z.strictObject({
      /** For pale grounds, and for mail programs that know no dark mode. */
      light: logoFile(),
      dark: logoFile(),
      /** As it is shown, in CSS pixels. */
      width: z.int().check(z.minimum(32), z.maximum(280)),
    }),
  ),
  sender: z
    .strictObject({
      /** Series and campaigns. */
      marketing: z.email(),
      /** Confirmations and bookings; another address, so that mailbox providers can tell them apart. */
      transactional: z.email(),
      replyTo: z.email(),
      /** The number texts come from and are answered at. */
      smsNumber: z.string().check(z.regex(/^\+1\d{10}$/, 'a US number such as +17705550101')),
    })
    .check(
      z.refine(({ marketing, transactional }) => marketing.toLowerCase() !== transactional.toLowerCase(), {
        path: ['transactional'],
        message: 'another address than sender.marketing, so that mailbox providers can tell them apart',
      }),
    ),
  frontDesk: z.email(),
  /** Who may get test messages, on any stage: the practice's own mailboxes and phones, nobody else. */
  testRecipients: z._default(
    z
      .array(
        z
          .strictObject({
            /** What staff pick in the console. */
            name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60), z.regex(/^[^\p{Cc}]*$/u, 'one line')),
            email: z.optional(z.email()),
            phone: z.optional(z.string().check(z.regex(/^\+1\d{10}$/, 'a US number such as +17705550120'))),
          })
          .check(
            z.refine(({ email, phone }) => email !== undefined || phone !== undefined, 'an email, a phone or both'),
          ),
      )
      .check(
        z.maxLength(20),
        z.superRefine((all, context) => {
          for (const [i, { name }] of all.entries())
            if (all.findIndex((one) => one.name === name) < i)
              context.addIssue({ code: 'custom', path: [i, 'name'], message: `another one is called ${name} already` });
        }),
      ),
    [],
  ),
  urgentCare: z.strictObject({
    hours: z.string().check(z.minLength(1), z.maxLength(120)),
    note: z.optional(z.string().check(z.maxLength(120))),
  }),
  callBack: z
    .strictObject({
      /** Working hours within which the desk calls back a booking request. */
      withinHours: z.int().check(z.minimum(1), z.maximum(72)),
      open: timeOfDay,
      close: timeOfDay,
      /** When nobody picks up in between. */
      lunch: z.exactOptional(z.strictObject({ from: timeOfDay, to: timeOfDay })),
    })
    .check(
      z.refine(({ open, close }) => open < close, { path: ['close'], message: 'later than callBack.open' }),
      z.refine(({ open, close, lunch }) => !lunch || (open < lunch.from && lunch.from < lunch.to && lunch.to < close), {
        path: ['lunch'],
        message: 'from before to, both between callBack.open and callBack.close',
      }),
    ),
  /** Beside weekends. Texts are quiet on these days, and no promise counts their hours. */
  closedDays: z._default(
    z.strictObject({
      /** Federal holidays and those of the practice's state. */
      holidays: z._default(z.boolean(), true),
      also: z._default(z.array(date).check(z.maxLength(100)), []),
      /** Holidays on which the practice works. */
      except: z._default(z.array(date).check(z.maxLength(100)), []),
    }),
    { holidays: true, also: [], except: [] },
  ),
  /** Booking requests are kept here; a practice with its own booking site names it too. */
  bookingTarget: z.union([z.literal('request'), z.url({ protocol: /^https$/ })]),
  locations: z
    .array(
      z.strictObject({
        id: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/, 'lower-case letters, digits and -')),
        name: z.string().check(z.minLength(1), z.maxLength(80)),
        address: z.string().check(z.minLength(1), z.maxLength(160)),
        phone: z.string().check(z.regex(/^\+1\d{10}$/, 'a US number')),
        /** ZIP codes, or their beginnings, whose people this office is nearest to. Others go by its own ZIP code. */
        near: z.exactOptional(
          z.array(z.string().check(z.regex(/^\d{3,5}$/, '3 to 5 digits of a ZIP code'))).check(z.maxLength(200)),
        ),
      }),
    )
    .check(z.minLength(1), z.maxLength(20)),
  disclaimer: z.string().check(z.minLength(40), z.maxLength(1200)),
  /** What of the above is words, in Spanish. Without it whoever reads Spanish gets the English words in these places. */
  es: z.exactOptional(
    z.strictObject({
      program: z.string().check(z.minLength(1), z.maxLength(40)),
      urgentCare: z.strictObject({
        hours: z.string().check(z.minLength(1), z.maxLength(120)),
        note: z.optional(z.string().check(z.maxLength(120))),
      }),
      disclaimer: z.string().check(z.minLength(40), z.maxLength(1200)),
    }),
  ),
});

/** The settings, what the practice asks, and its own words. */
export type Practice = z.infer<typeof practiceSchema> & {
  questions: Questions;
  words: Record<Locale, PracticeWords>;
};
export type Logo = NonNullable<Practice['logo']>;
export type Location = Practice['locations'][number];

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
