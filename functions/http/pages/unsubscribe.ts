import { html } from 'hono/html';
import { phoneText } from '../../core/phone-text';
import { hidden } from './field';
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
export const leftSentence = (drained: boolean, channel: 'email' | 'sms'): string =>
  drained
    ? `You are unsubscribed. You get no more ${what[channel]} from us.`
    : `We are taking you off the list. One message already on its way may still reach you.`;

export const leftPage = (look: Look, { drained, channel }: { drained: boolean; channel: 'email' | 'sms' }): Html =>
  page(look, {
    title: drained ? 'You are unsubscribed' : 'You will be unsubscribed',
    body: html`<h1>${drained ? 'You are unsubscribed' : 'You are on your way out'}</h1>
<p class="lead">${leftSentence(drained, channel)}</p>
<p>Need care? Call us any weekday at <a href="tel:${look.practice.phone}">${phoneText(look.practice.phone)}</a>.</p>
<p class="soft">Was it a slip? You can <a href="/subscribe">sign up again</a>.</p>`,
  });
