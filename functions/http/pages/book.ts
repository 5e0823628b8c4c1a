import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { phoneText } from '../../core/practice/phone-text';
import type { Practice } from '../../core/practice/practice';
import { deskOpensAt, isDeskOpen, officeOf } from '../../core/time/office';
import { emergencyNotice } from './emergency';
import { checked, type Filled, focusing, input, type Option, pick, titled, trap } from './field';
import { callLink, type Html, type Look, page } from './layout';
import { moment } from './moment';

export interface Asker {
  /** Last digits of the number we would call; absent when we have none. */
  phoneEnding?: string | undefined;
  location?: string | undefined;
  /** Whether we know who asks. */
  known: boolean;
}

const days: Option[] = [
  ['1', 'Monday'],
  ['2', 'Tuesday'],
  ['3', 'Wednesday'],
  ['4', 'Thursday'],
  ['5', 'Friday'],
];

/** Everything is chosen already, so that one tap asks; nothing clinical is asked. */
export async function bookPage(look: Look, asker: Asker, filled: Filled): Promise<HtmlEscapedString> {
  const { practice } = look;
  const first = asker.location ?? practice.locations[0]?.id ?? '';
  const values = { location: first, part: 'any', ...filled.values };
  const state = { ...filled, values };
  const offices: Option[] = practice.locations.map(({ id, name, address }) => [
    id,
    html`${name}<small>${address}</small>`,
  ]);
  return page(look, {
    title: titled(filled, 'Book a visit'),
    scripts: focusing(filled),
    disclaimer: true,
    body: html`<h1>Book a visit</h1>
<p class="lead">Tell us where and when suits you. We call you back to set the time.</p>
${emergencyNotice()}
${await checked(
  filled,
  html`<form method="post" novalidate>
<section class="card">
${pick(state, 'location', 'Which office?', offices)}
${pick(
  state,
  'part',
  'What time of day?',
  [
    ['any', 'Any time'],
    ['morning', 'Morning'],
    ['afternoon', 'Afternoon'],
  ],
  { pair: true },
)}
${pick(state, 'days', 'Which days?', days, { many: true, pair: true, hint: 'Leave empty if any weekday is fine.' })}
${asker.known ? '' : input(state, { name: 'firstName', label: 'First name', autocomplete: 'given-name', required: true, max: 60 })}
${
  asker.phoneEnding
    ? input(state, {
        name: 'phone',
        label: 'Call another number (optional)',
        hint: `We will call the number that ends in ${asker.phoneEnding}.`,
        type: 'tel',
        autocomplete: 'tel',
        inputmode: 'tel',
        max: 40,
      })
    : input(state, {
        name: 'phone',
        label: 'Which number should we call?',
        type: 'tel',
        autocomplete: 'tel',
        inputmode: 'tel',
        required: true,
        max: 40,
      })
}
</section>
${trap()}
<div class="dos"><button class="do" type="submit">Ask for a visit</button><a class="do calm" href="tel:${practice.phone}">Call ${phoneText(practice.phone)}</a></div>
${practice.bookingTarget === 'request' ? '' : html`<p>Rather pick a time yourself? <a href="${practice.bookingTarget}">Book online</a>.</p>`}
</form>`,
)}`,
  });
}

export const callBackSentence = (at: number, zone: string): string => `We will call you back by ${moment(at, zone)}.`;

/** Told while nobody is at the desk, so that nobody waits by the phone; undefined while somebody is. */
export function closedSentence(practice: Practice, now: number): string | undefined {
  const office = officeOf(practice);
  if (isDeskOpen(office, now)) return undefined;
  return `Our desk is closed right now. It opens ${moment(deskOpensAt(office, now), practice.timeZone)}.`;
}

/** Shown at `now`. */
export const bookedPage = (look: Look, callBackBy: number, known: boolean, now: number): Html =>
  page(look, {
    title: 'We got your request',
    disclaimer: true,
    body: html`<h1>We got your request</h1>
<p class="lead">${callBackSentence(callBackBy, look.practice.timeZone)}</p>
<p>${closedSentence(look.practice, now) ?? ''}</p>
<p>${known ? 'Your tips rest while we set up your visit. ' : ''}Want to reach us first? Call ${callLink(look.practice)}.</p>
${emergencyNotice()}`,
  });
