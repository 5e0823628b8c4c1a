import { type ChannelName, isText } from '../base/channel';
import { StridewellError } from '../base/error';
import { type NoticeKind, noticeKinds } from '../person/subscriber';
import { disclosedMaximum, shownAgainByText, shownByText } from '../practice/consent';
import { toGsm } from '../practice/gsm';
import { phoneText } from '../practice/phone-text';
import type { Practice } from '../practice/practice';
import { greetingName } from '../series/merge';
import { buttonOf, type FootLinks, footOf, frameOf, type MailView, sendable } from './message';

/** Where a notice leads: the legal pages, and the one page its button or link opens. */
export type NoticeLinks = FootLinks & { action: string };

interface NoticeMail {
  subject: string;
  preheader: string;
  headline: string;
  paragraphs: string[];
  button?: string;
  why: string;
}

type Facts = Record<string, string>;

const waits = (count = '1'): string => (count === '1' ? 'A booking request waits' : `${count} booking requests wait`);

/** Mails without a marketing block (CAN-SPAM transactional), each with one action. */
const mails: Partial<Record<NoticeKind, (practice: Practice, facts: Facts) => NoticeMail>> = {
  'confirm-email': (practice, facts) => ({
    subject: 'Please confirm your sign-up',
    preheader: `One tap and you are on the list for tips from ${practice.name}.`,
    headline: 'One tap to go',
    paragraphs: [
      `Hi ${greetingName(facts.firstName ?? '')},`,
      `Did you ask ${practice.name} for tips for runners? Tap the button to say yes. The link works for 7 days.`,
      ...(facts.beside ? [`The same form also gives the mobile ${facts.beside}. We ask it by text.`] : []),
      'If you did not ask, do nothing. We will not write to you again.',
    ],
    button: 'Yes, sign me up',
    why: 'You get this mail because this address was typed into our sign-up form.',
  }),
  'desk-booking': (_practice, facts) => ({
    subject: waits(facts.count),
    preheader: 'Open the staff console to see who asked, and call back.',
    headline: `${waits(facts.count)} in the console`,
    paragraphs: ['Sign in to see who asked and when to call. This mail holds no details on purpose.'],
    button: 'Open the console',
    why: 'You get this mail because this is the front desk address of the practice.',
  }),
  'booking-received': (practice, facts) => ({
    subject: 'We got your request',
    preheader: `The team at ${practice.name} will call you back to set a time.`,
    headline: 'We will call you back',
    paragraphs: [
      `Hi ${greetingName(facts.firstName ?? '')},`,
      facts.callBackBy
        ? `We got your request. We will call you by ${facts.callBackBy}.`
        : 'We got your request. We will call you soon.',
      `If you want to reach us first, call ${phoneText(practice.phone)}.`,
    ],
    why: 'You get this mail because you asked us for a visit.',
  }),
  'booking-confirmed': (practice, facts) => ({
    subject: 'Your visit is set',
    preheader: `The time and the place of your visit with ${practice.name} are inside.`,
    headline: 'Your visit is set',
    paragraphs: [
      `Hi ${greetingName(facts.firstName ?? '')},`,
      facts.when && facts.location
        ? `We will see you on ${facts.when} at ${facts.location}.`
        : 'We have set a time for you. Call us if you do not have it.',
      `Need another time? Call ${phoneText(practice.phone)}.`,
    ],
    why: 'You get this mail because you asked us for a visit.',
  }),
  'data-link': (practice) => ({
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

const rates = `Up to ${disclosedMaximum} msgs/month. Msg & data rates may apply.`;

/** Service texts: brand first, plain, at most two parts; STOP is answered without a link or a word of marketing. */
const texts: Partial<Record<NoticeKind, (practice: Practice, action: string, facts: Facts) => string>> = {
  'confirm-sms': (p, _, facts) =>
    `${p.shortName}: Reply YES to get ${p.program}, recurring texts with tips and visit invites${facts.beside ? `, signed up with ${facts.beside}` : ''}. ${rates} Reply HELP for help, STOP to cancel.`,
  // CTIA 5.1.2.1: program, care contact, how to stop, frequency, fees; before any other text.
  'sms-welcome': (p) =>
    `${p.shortName}: You are signed up for ${p.program}. ${rates} Reply HELP for help, STOP to cancel.`,
  // 47 CFR 64.1200(a)(12): one confirmation, nothing else in it.
  // Where the words left a doubt it may ask whether that was meant; silence means that it was.
  'sms-stop': (p, _, facts) =>
    facts.unsure
      ? `${p.shortName}: You are unsubscribed. If you did not mean that, reply START.`
      : `${p.shortName}: You are unsubscribed and will get no more texts from us.`,
  'sms-help': (p) => `${p.shortName} ${p.program}: For help call ${phoneText(p.phone)}. ${rates} Reply STOP to cancel.`,
  'sms-emergency': (p, _, facts) =>
    `${p.shortName}: ${facts.late ? 'About your earlier text: this' : 'This'} may be an emergency. Call 911 or go to the ER. Do not wait for our reply. This number is not watched.`,
  'sms-crisis': (p) =>
    `${p.shortName}: You are not alone. Call or text 988 now to talk with someone, day or night. In danger? Call 911. This number is not watched.`,
  'sms-not-understood': (p) =>
    `${p.shortName}: This number is not watched. Emergency: call 911. Office: ${phoneText(p.phone)}.`,
  'sms-tips-disclosure': (p, action) => shownByText(p, action).text,
  'sms-ask-again': (p) => shownAgainByText(p).text,
  // Nobody who signs up by text has seen the form's questions; the signs of an emergency cannot wait for it.
  'sms-profile-link': (p, action) =>
    `${p.shortName}: Reply 1 if you have new bladder or bowel trouble, numbness between the legs, leg weakness, fever, or had a bad fall. If not, tell us how you run: ${action}`,
  'sms-check-in': (p) =>
    `${p.shortName}: Thanks for telling us. Want to talk? Call ${phoneText(p.phone)}. Emergency: call 911.`,
  'booking-received': (p, _, facts) =>
    `${p.shortName}: We got your request. We will call you ${facts.callBackBy ? `by ${facts.callBackBy}` : 'soon'}. Office: ${phoneText(p.phone)}.`,
  'booking-confirmed': (p, _, facts) =>
    `${p.shortName}: Your visit is set${facts.when && facts.location ? `: ${facts.when}, ${facts.location}` : ''}. Need another time? Call ${phoneText(p.phone)}.`,
  'data-link': (p, action) => `${p.shortName}: Here is the link you asked for. It works for 30 minutes: ${action}`,
};

/** Words of earlier versions, which stand on phones for years and are quoted from there. Add what you replace. */
const earlier: ((practice: Practice, action: string) => string)[] = [
  (p, action) => `${p.shortName}: Thanks! Tell us how you run, so the tips fit you: ${action} Reply STOP to cancel.`,
  (p) => `This number is not watched. Emergency: call 911. Office: ${phoneText(p.phone)}.`,
  (p, action) =>
    `${p.shortName}: Reply YES to agree to recurring automated marketing texts. Not required to buy or get care. ${rates} HELP for help, STOP to end. Terms: ${action}`,
];

/** Every service text, earlier ones too, with and without what it may say beside; `gap` stands for all of that. */
export function noticeTexts(practice: Practice, gap: string): string[] {
  const everything: Facts = new Proxy({}, { get: () => gap });
  const now = Object.values(texts).flatMap((say) => [say(practice, gap, {}), say(practice, gap, everything)]);
  return [...now, ...earlier.map((say) => say(practice, gap))].map((text) => toGsm(text).trim());
}

/** Every kind but a test, whose words are those of its step. */
export const wordedKinds: NoticeKind[] = noticeKinds.filter((kind) => kind !== 'test-send');

/**
 * A service message's words: a mail as a view for the `notice` look, a text as the text. Kinds that go out on both
 * channels become a mail unless `channel` says text. `data` holds `firstName`, `callBackBy`, `when`, `location` and,
 * for an answer that was held back, `late`; for a question, `beside`: the other address of the same form, in part.
 */
export function noticeView(
  kind: NoticeKind,
  practice: Practice,
  links: NoticeLinks,
  data: Facts = {},
  channel: ChannelName = mails[kind] ? 'email' : 'sms',
): MailView | string {
  if (isText(channel)) {
    const text = texts[kind];
    if (!text) throw new StridewellError('internal', `notice ${kind} is never a text`);
    return sendable(text(practice, links.action, data));
  }
  const mail = mails[kind]?.(practice, data);
  if (!mail) throw new StridewellError('internal', `notice ${kind} is never a mail`);
  const { button, ...words } = mail;
  return {
    ...frameOf(practice, links),
    ...words,
    figures: [],
    choices: [],
    locations: [],
    button: button ? buttonOf(button, links.action) : null,
    // A notice is no list mail: it has nothing to unsubscribe from, and its look shows neither of these.
    links: { ...footOf(links), unsubscribe: '', preferences: '' },
  };
}
