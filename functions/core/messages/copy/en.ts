import { plural } from '../../base/locale';
import type { NoticeKind } from '../../person/subscriber';
import { disclosedMaximum } from '../../practice/consent';
import type { Practice } from '../../practice/practice';
import { signsInShort } from '../../practice/questions';
import { safety } from './safety';

/** A title as it stands inside a sentence. */
const inside = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

/** Facts that the words of a notice may hold. Those that may be absent are unknown, or not asked for. */
export interface NoticeFacts {
  practice: Practice;
  /** As people read it. */
  phone: string;
  /** A name fit for a greeting. */
  name: string;
  count: number;
  /** Where its link leads. */
  action: string;
  /** An answer that was held back speaks of a text its reader may have forgotten. */
  late: boolean;
  unsure: boolean;
  beside?: string;
  callBackBy?: string;
  when?: string;
  location?: string;
}

interface NoticeMail {
  subject: string;
  preheader: string;
  headline: string;
  paragraphs: string[];
  button?: string;
  why: string;
}
/** Notices that go out as a mail. */
export type MailKind = 'confirm-email' | 'desk-booking' | 'booking-received' | 'booking-confirmed' | 'data-link';
/** Notices that go out as a text; questions for consent by text are worded with the other consent (`shownByText`). */
export type TextKind = Exclude<
  NoticeKind,
  'confirm-email' | 'desk-booking' | 'sms-tips-disclosure' | 'sms-ask-again' | 'test-send'
>;
type MailCopy = (facts: NoticeFacts) => NoticeMail;
type TextCopy = (facts: NoticeFacts) => string;

const waits = (count: number): string =>
  plural('en', count, { one: 'A booking request waits', other: `${count} booking requests wait` });
const rates = `Up to ${disclosedMaximum} msgs/month. Msg & data rates may apply.`;

/** Around every mail. */
const frame = {
  places: 'Where to find us',
  orCall: 'Or call us:',
  unsubscribe: 'Unsubscribe',
  choices: 'Your choices',
  languageHelp: 'Language help',
  privacy: 'Privacy',
  healthPrivacy: 'Health data privacy',
  terms: 'Terms',
};

/** Mails without a marketing block (CAN-SPAM transactional), each with one action. */
const mails: Record<MailKind, MailCopy> = {
  'confirm-email': ({ practice, name, beside }) => ({
    subject: 'Please confirm your sign-up',
    preheader: `One tap and you are on the list for tips from ${practice.name}.`,
    headline: 'One tap to go',
    paragraphs: [
      `Hi ${name},`,
      `Did you ask ${practice.name} for ${practice.words.en.askedFor}? Tap the button to say yes. The link works for 7 days.`,
      ...(beside ? [`The same form also gives the mobile ${beside}. We ask it by text.`] : []),
      'If you did not ask, do nothing. We will not write to you again.',
    ],
    button: 'Yes, sign me up',
    why: 'You get this mail because this address was typed into our sign-up form.',
  }),
  'desk-booking': ({ count }) => ({
    subject: waits(count),
    preheader: 'Open the staff console to see who asked, and call back.',
    headline: `${waits(count)} in the console`,
    paragraphs: ['Sign in to see who asked and when to call. This mail holds no details on purpose.'],
    button: 'Open the console',
    why: 'You get this mail because this is the front desk address of the practice.',
  }),
  'booking-received': ({ practice, phone, name, callBackBy }) => ({
    subject: 'We got your request',
    preheader: `The team at ${practice.name} will call you back to set a time.`,
    headline: 'We will call you back',
    paragraphs: [
      `Hi ${name},`,
      callBackBy
        ? `We got your request. We will call you by ${callBackBy}.`
        : 'We got your request. We will call you soon.',
      `If you want to reach us first, call ${phone}.`,
    ],
    why: 'You get this mail because you asked us for a visit.',
  }),
  'booking-confirmed': ({ practice, phone, name, when, location }) => ({
    subject: 'Your visit is set',
    preheader: `The time and the place of your visit with ${practice.name} are inside.`,
    headline: 'Your visit is set',
    paragraphs: [
      `Hi ${name},`,
      when && location
        ? `We will see you on ${when} at ${location}.`
        : 'We have set a time for you. Call us if you do not have it.',
      `Need another time? Call ${phone}.`,
    ],
    why: 'You get this mail because you asked us for a visit.',
  }),
  'data-link': ({ practice }) => ({
    subject: 'The link you asked for',
    preheader: 'It opens a page about your data and works for 30 minutes.',
    headline: 'Here is your link',
    paragraphs: [
      `You asked ${practice.name} about your data. Tap the button to see it, save it or delete it.`,
      'The link works for 30 minutes. If you did not ask, do nothing.',
    ],
    button: 'Open my data page',
    why: 'You get this mail because someone asked for it on your choices page.',
  }),
};

/** Service texts: brand first, plain, at most two parts; STOP is answered without a link or a word of marketing. */
const texts: Record<TextKind, TextCopy> = {
  'confirm-sms': ({ practice: p, beside }) =>
    `${p.shortName}: Reply YES to get ${p.program}, recurring texts with tips and visit invites${beside ? `, signed up with ${beside}` : ''}. ${rates} Reply HELP for help, STOP to cancel.`,
  // CTIA 5.1.2.1: program, care contact, how to stop, frequency, fees; before any other text.
  'sms-welcome': ({ practice: p }) =>
    `${p.shortName}: You are signed up for ${p.program}. ${rates} Reply HELP for help, STOP to cancel.`,
  // 47 CFR 64.1200(a)(12): one confirmation, nothing else in it.
  // Where the words left a doubt it may ask whether that was meant; silence means that it was.
  'sms-stop': ({ practice: p, unsure }) =>
    unsure
      ? `${p.shortName}: You are unsubscribed. If you did not mean that, reply START.`
      : `${p.shortName}: You are unsubscribed and will get no more texts from us.`,
  'sms-help': ({ practice: p, phone }) =>
    `${p.shortName} ${p.program}: For help call ${phone}. ${rates} Reply STOP to cancel.`,
  'sms-emergency': ({ practice: p, late }) =>
    `${p.shortName}: ${late ? 'About your earlier text: this' : 'This'} may be an emergency. Call 911 or go to the ER. Do not wait for our reply. This number is not watched.`,
  'sms-crisis': ({ practice: p }) =>
    `${p.shortName}: You are not alone. Call or text 988 now to talk with someone, day or night. In danger? Call 911. This number is not watched.`,
  'sms-not-understood': ({ practice: p, phone }) =>
    `${p.shortName}: This number is not watched. Emergency: call 911. Office: ${phone}.`,
  // Nobody who signs up by text has seen the form's questions; the signs of an emergency cannot wait for it.
  'sms-profile-link': ({ practice: p, action }) =>
    `${p.shortName}: Reply 1 if you have ${signsInShort(p.questions, 'en')}. If not, ${inside(p.words.en.aboutYouTitle)}: ${action}`,
  'sms-check-in': ({ practice: p, phone }) =>
    `${p.shortName}: Thanks for telling us. Want to talk? Call ${phone}. Emergency: call 911.`,
  'sms-language': ({ practice: p }) =>
    `${p.shortName}: We now write to you in English. Para español, responda ESPAÑOL.`,
  'booking-received': ({ practice: p, phone, callBackBy }) =>
    `${p.shortName}: We got your request. We will call you ${callBackBy ? `by ${callBackBy}` : 'soon'}. Office: ${phone}.`,
  'booking-confirmed': ({ practice: p, phone, when, location }) =>
    `${p.shortName}: Your visit is set${when && location ? `: ${when}, ${location}` : ''}. Need another time? Call ${phone}.`,
  'data-link': ({ practice: p, action }) =>
    `${p.shortName}: Here is the link you asked for. It works for 30 minutes: ${action}`,
};

/** All that is sent in English but the copy of series and the question for consent by text (`shownByText`). */
export const en = {
  frame,
  safety: safety.en,
  /** The buttons of a check-in. */
  answers: { better: 'Better', same: 'About the same', worse: 'Worse' },
  /** At the foot of each mail of a series. */
  why: ({ name, words }: Pick<Practice, 'name' | 'words'>): string =>
    `You get this because you asked ${name} for ${words.en.askedFor}.`,
  moment: ({ day, time }: { day: string; time: string }): string => `${day} at ${time}`,
  visit: ({ practice }: { practice: string }): string => `Visit: ${practice}`,
  mails,
  texts,
};

/** `es` is typed by it, so what one language lacks does not compile. */
export type Copy = typeof en;
