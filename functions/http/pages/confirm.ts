import { html } from 'hono/html';
import { doctorFirst, emergencyNow } from './emergency';
import { hidden } from './field';
import { callLink, type Html, type Look, page } from './layout';
import { moment } from './moment';

export interface Confirmed {
  channel: 'email' | 'sms';
  firstName: string;
  dates: { at: number; zone: string; title: string }[];
  structural: boolean;
  /** An emergency sign was ticked at sign-up. */
  emergency?: boolean;
}

const one = { email: 'this email address', sms: 'this number' };

/** Scanners open links, so opening never confirms; the button does. */
export function confirmPage(
  look: Look,
  { state, channel, beside }: { state: 'ready' | 'done' | 'expired'; channel: 'email' | 'sms'; beside?: string },
): Html {
  if (state === 'done') {
    return page(look, {
      title: 'You are confirmed',
      body: html`<h1>You are confirmed</h1><p class="lead">There is nothing more to do. You get tips on ${one[channel]}.</p>`,
    });
  }
  if (state === 'expired') {
    return page(look, {
      title: 'This link is too old',
      body: html`<h1>This link is too old</h1><p class="lead">Links work for 7 days. Please sign up again and we send you a new one.</p>
<div class="dos"><a class="do" href="/subscribe">Sign up again</a></div>`,
    });
  }
  return page(look, {
    title: 'One tap to go',
    body: html`<h1>One tap to go</h1>
${
  beside === undefined
    ? html`<p class="lead">Tap the button to say yes to tips on ${one[channel]}.</p>
<form method="post"><div class="dos"><button class="do" type="submit">Yes, sign me up</button></div></form>`
    : html`<p class="lead">Say yes to tips on ${one[channel]}. The sign-up also names the <strong>${beside}</strong>. Is that yours, too?</p>
<div class="dos"><form method="post">${hidden('beside', 'mine')}<button class="do" type="submit">Yes, sign me up for both</button></form>
<form method="post">${hidden('beside', 'not-mine')}<button class="do calm" type="submit">Sign me up here only, that one is not mine</button></form></div>`
}
<p class="soft">You did not ask for this? Close the page. You will not hear from us again.</p>`,
  });
}

export function confirmedPage(look: Look, { firstName, dates, structural, emergency }: Confirmed): Html {
  const [first, ...later] = dates;
  return page(look, {
    title: 'You are in',
    disclaimer: true,
    body: html`${emergency ? emergencyNow() : ''}
<h1>You are in${firstName ? html`, ${firstName}` : ''}</h1>
${structural && !emergency ? doctorFirst('/book', callLink(look.practice)) : ''}
${
  first
    ? html`<section class="card" aria-labelledby="dates"><h2 id="dates">What comes when</h2>
<ol class="dates">${[first, ...later].map(({ at, zone, title }) => html`<li><time datetime="${new Date(at).toISOString()}">${moment(at, zone)}</time>${title}</li>`)}</ol></section>`
    : html`<p class="lead">Your first message comes soon.</p>`
}
<p class="soft">Every email has a link to stop, and STOP ends the texts. Dates can move a little so that nothing reaches you at a bad hour.</p>`,
  });
}
