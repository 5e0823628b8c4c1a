import { html } from 'hono/html';
import { phoneText } from '../../core/practice/phone-text';
import { deskHours, officeOf } from '../../core/time/office';
import type { Left } from '../../flows/public/leave';
import { empty, hidden, input } from './field';
import { callLink, type Html, type Look, page } from './layout';

const what = { email: 'emails', sms: 'texts' };

/** One page, one button, no field and no login (16 CFR 316.5). */
export const unsubscribePage = (look: Look, channel: 'email' | 'sms'): Html =>
  page(look, {
    title: 'Unsubscribe',
    body: html`<h1>Stop these ${what[channel]}?</h1>
<p class="lead">One tap and ${look.practice.name} sends you no more ${what[channel]} of this kind.</p>
<form method="post">${hidden('from', 'page')}<div class="dos"><button class="do" type="submit">Unsubscribe</button></div></form>
<p class="soft">You can also call ${callLink(look.practice)} and we do it for you.</p>`,
  });

/** Only what has drained is called done: before that, a message may be on its way. */
export const leftSentence = ({ drained, channel }: Pick<Left, 'drained' | 'channel'>): string =>
  drained
    ? `You are unsubscribed. You get no more ${what[channel]} from us.`
    : `We are taking you off the list. One message already on its way may still reach you.`;

/** `meant`: the address that was typed looks like a slip of this one, which then still gets our messages. */
export const leftPage = (look: Look, left: Pick<Left, 'drained' | 'channel'>, meant?: string): Html => {
  const { drained } = left;
  return page(look, {
    title: drained ? 'You are unsubscribed' : 'You will be unsubscribed',
    body: html`<h1>${drained ? 'You are unsubscribed' : 'You are on your way out'}</h1>
<p class="lead">${drained ? `You get no more ${what[left.channel]} from us.` : leftSentence(left)}</p>
${
  meant === undefined
    ? ''
    : html`<div class="note"><h2>Did you mean ${meant}?</h2><p>We stopped the address as you typed it. If yours is ${meant}, tap here as well.</p>
<form method="post" action="/unsubscribe">${hidden('address', meant)}<div class="dos"><button class="do calm" type="submit">Unsubscribe ${meant}</button></div></form></div>`
}
<p>Need care? Call us at <a href="tel:${look.practice.phone}">${phoneText(look.practice.phone)}</a>. Our desk is open ${deskHours(officeOf(look.practice))}.</p>
<p class="soft">Was it a slip? You can <a href="/subscribe">sign up again</a>.</p>`,
  });
};

/** For people without a link, or whose link finds nobody: the address itself is enough (16 CFR 316.5). */
export const leaveByAddressPage = (look: Look, given = '', problem?: string, lost = false): Html =>
  page(look, {
    title: lost ? 'We could not find your sign-up' : problem ? 'Please check the address' : 'Unsubscribe',
    body: html`<h1>${lost ? 'We could not find your sign-up' : 'Stop our messages'}</h1>
<p class="lead">${lost ? 'This link is old, and we do not know any more whom it was for. Nothing was stopped yet. ' : ''}Type the email address or mobile number that gets our messages. We stop them at once.</p>
<p>You get both emails and texts? Please do this once for each.</p>
<form method="post" action="/unsubscribe">${input(
      { ...empty, values: { address: given }, problems: new Map(problem ? [['address', problem]] : []) },
      {
        name: 'address',
        label: 'Email address or mobile number',
        autocomplete: 'email',
        required: true,
        focus: problem !== undefined,
        max: 254,
      },
    )}<div class="dos"><button class="do" type="submit">Unsubscribe</button></div></form>
<p class="soft">You can also call ${callLink(look.practice)} and we do it for you.</p>`,
  });
