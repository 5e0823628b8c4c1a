import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { tagOf } from '../../core/base/locale';
import { day } from '../../core/base/time';
import { phoneText } from '../../core/practice/phone-text';
import { deskOpensAt, isDeskOpen, officeOf } from '../../core/time/office';
import { emergencyNotice } from './emergency';
import { checked, type Filled, focusing, input, type Option, pick, titled, trap } from './field';
import { callLink, type Html, type Look, page } from './layout';
import { capital, moment } from './moment';

export interface Asker {
  /** Last digits of the number we would call; absent when we have none. */
  phoneEnding?: string | undefined;
  location?: string | undefined;
  /** Whether we know who asks. */
  known: boolean;
}

/** ISO weekdays 1 to 5 by their names. The first day of 1970 was a Thursday, so day 4 was the first Monday. */
function weekdays({ locale }: Look): Option[] {
  const name = new Intl.DateTimeFormat(tagOf[locale], { weekday: 'long', timeZone: 'UTC' });
  return [1, 2, 3, 4, 5].map((iso) => [String(iso), capital(name.format((iso + 3) * day))]);
}

const formId = 'visit';

/** Everything is chosen already, so that one tap asks; nothing clinical is asked. */
export async function bookPage(look: Look, asker: Asker, filled: Filled): Promise<HtmlEscapedString> {
  const { practice, copy } = look;
  const { care, joining } = copy;
  const first = asker.location ?? practice.locations[0]?.id ?? '';
  const values = { location: first, part: 'any', ...filled.values };
  const state = { ...filled, values };
  const offices: Option[] = practice.locations.map(({ id, name, address }) => [
    id,
    html`${name}<small>${address}</small>`,
  ]);
  return page(look, {
    title: titled(look, filled, care.bookVisit),
    scripts: focusing(filled),
    disclaimer: true,
    switch: { form: formId },
    body: html`<h1>${care.bookVisit}</h1>
<p class="lead">${care.bookLead}</p>
${emergencyNotice(look)}
${await checked(
  look,
  filled,
  html`<form method="post" id="${formId}" action="${look.to(look.here)}" novalidate>
<section class="card">
${pick(state, 'location', care.whichOffice, offices)}
${pick(
  state,
  'part',
  care.whatTime,
  [
    ['any', care.anyTime],
    ['morning', care.morning],
    ['afternoon', care.afternoon],
  ],
  { pair: true },
)}
${pick(state, 'days', care.whichDays, weekdays(look), { many: true, pair: true, hint: care.anyWeekday })}
${asker.known ? '' : input(state, { name: 'firstName', label: joining.firstName, autocomplete: 'given-name', required: true, max: 60 })}
${
  asker.phoneEnding
    ? input(state, {
        name: 'phone',
        label: care.otherNumber,
        hint: care.callTo({ digits: asker.phoneEnding }),
        type: 'tel',
        autocomplete: 'tel',
        inputmode: 'tel',
        max: 40,
      })
    : input(state, {
        name: 'phone',
        label: care.whichNumber,
        type: 'tel',
        autocomplete: 'tel',
        inputmode: 'tel',
        required: true,
        max: 40,
      })
}
</section>
${trap(look)}
<div class="dos"><button class="do" type="submit">${care.bookVisit}</button><a class="do calm" href="tel:${practice.phone}">${care.call({ number: phoneText(practice.phone) })}</a></div>
${practice.bookingTarget === 'request' ? '' : html`<p>${care.ratherOnline({ href: practice.bookingTarget })}</p>`}
</form>`,
)}`,
  });
}

export const callBackSentence = (look: Look, at: number): string =>
  look.copy.care.callBackBy({ moment: moment(look, at, look.practice.timeZone) });

/** Told while nobody is at the desk, so that nobody waits by the phone; undefined while somebody is. */
export function closedSentence(look: Look, now: number): string | undefined {
  const office = officeOf(look.practice);
  if (isDeskOpen(office, now)) return undefined;
  return look.copy.care.deskClosed({ moment: moment(look, deskOpensAt(office, now), office.timeZone) });
}

/** What the page says again in another language, without asking for a visit once more. */
export const bookedAgain = 'promised';

/** Shown at `now`. */
export const bookedPage = (look: Look, callBackBy: number, known: boolean, now: number): Html => {
  const { care } = look.copy;
  return page(look, {
    title: care.requested,
    disclaimer: true,
    switch: { again: { [bookedAgain]: String(callBackBy) } },
    body: html`<h1>${care.requested}</h1>
<p class="lead">${callBackSentence(look, callBackBy)}</p>
<p>${closedSentence(look, now) ?? ''}</p>
<p>${known ? `${care.tipsRest} ` : ''}${care.reachUsFirst({ call: callLink(look.practice) })}</p>
${emergencyNotice(look)}`,
  });
};
