import { DateTime } from 'luxon';
import type { NoticeKind } from '../person/subscriber';
import { bookVisit } from '../practice/book-visit';
import type { Meaning } from '../replies/keyword';
import type { AnswerState } from '../sending/answer-state';
import type { FactName } from '../sending/delivery';
import type { LinkKey } from '../series/series';

/** Closed lists as staff read them. A kind without words does not compile. */

export const noticeNames: Record<NoticeKind, string> = {
  'confirm-email': 'Request to confirm the email address',
  'confirm-sms': 'Request to confirm the number',
  'sms-welcome': 'Welcome to the texts',
  'sms-stop': 'Answer to STOP',
  'sms-help': 'Answer to HELP',
  'sms-emergency': 'Guidance for an emergency',
  'sms-crisis': 'Guidance for a crisis',
  'sms-not-understood': '“This number is not watched”',
  'sms-tips-disclosure': 'Question for consent, after TIPS or START',
  'sms-ask-again': 'Short question for consent, after the full one',
  'sms-profile-link': 'Link to complete the sign-up',
  'sms-check-in': 'Thanks for the check-in',
  'sms-language': 'The language was changed',
  'desk-booking': 'Note to the front desk: a booking request',
  'booking-received': 'Booking request received',
  'booking-confirmed': 'The visit is set',
  'data-link': 'Link to the person’s own data',
  'test-send': 'Test from the console',
};
export const isNotice = (kind: string): kind is NoticeKind => Object.hasOwn(noticeNames, kind);

/** What was read in a text, as the end of "read as …". */
export const readAs: Record<Meaning['kind'], string> = {
  crisis: 'a crisis',
  emergency: 'an emergency',
  stop: 'an opt-out',
  help: 'a call for help',
  start: 'a wish to start again',
  yes: 'a yes',
  tips: 'a wish for tips',
  'check-in': 'an answer to the check-in',
  seen: '“a doctor has seen me”',
  language: 'a wish for another language',
  reaction: 'a reaction to one of our texts',
  other: 'something for staff',
};

/** A text that held a picture or a file, and nothing to read. */
export const noWords = 'A picture or a file, without words.';

/** What became of the answer to an emergency or a crisis. */
export const answerWords: Record<AnswerState, string> = {
  queued: 'Our answer is not out yet.',
  trying: 'Our answer is not out yet. It is being tried again.',
  sent: 'Our answer was sent.',
  unconfirmed: 'Nobody knows whether our answer went out.',
  'not-sent': 'Our answer was not sent.',
  'not-delivered': 'Our answer could not be delivered.',
};

export const meaningKinds = Object.keys(readAs) as Meaning['kind'][];

export const linkNames: Record<LinkKey, string> = {
  book: bookVisit.en.toLowerCase(),
  call: 'call the practice',
  tip: 'the tip as a page',
  'check-in': 'the check-in',
  seen: '“I have been seen by a doctor”',
  site: 'the practice’s site',
  preferences: 'their choices',
};

/** What became of a message after it was sent, as the end of "then: …"; the others speak through the outcome. */
export const laterFacts: Partial<Record<FactName, string>> = {
  delivered: 'delivered',
  clicked: 'a link was opened',
  booked: 'a visit was asked for',
  bounced: 'came back as undeliverable',
  failed: 'could not be delivered',
  complained: 'reported as spam',
};

/** By which page or way a consent was given or taken back. */
const ways: Record<string, string> = {
  '/subscribe': 'On the sign-up page',
  '/profile': 'On the page that completes a sign-up',
  '/confirm': 'On the confirmation page',
  '/preferences': 'On the page of their choices',
  api: 'Through the API of the sign-up',
  text: 'By text',
  'one-click': 'With the unsubscribe button of their mail program',
  page: 'On the unsubscribe page',
  preferences: 'On the page of their choices',
  staff: 'Told staff',
  erasure: 'By deleting their data',
};
export const wayText = (page: string): string => (Object.hasOwn(ways, page) ? (ways[page] ?? page) : page);

/** A sentence of the service's own, its moments turned into those of the practice's wall clock. */
export const withLocalMoments = (sentence: string, zone: string): string =>
  sentence.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (at) =>
    DateTime.fromISO(at, { zone }).setLocale('en-US').toFormat("cccc, LLLL d 'at' h:mm a"),
  );

/** "when-to-see-a-doctor" as people would say it. */
export function spoken(id: string): string {
  const words = id.replace(/^sms-/, 'text: ').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
