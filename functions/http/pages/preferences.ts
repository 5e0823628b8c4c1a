import { html } from 'hono/html';
import type { PreferencesView } from '../../core/membership/preference';
import { disclosure } from '../../core/practice/consent';
import type { PreferenceResult } from '../../flows/public/preferences';
import { hidden, type Option } from './field';
import { callLink, type Html, type Look, page } from './layout';
import { moment } from './moment';

const names = { email: 'Email', sms: 'Texts' };

const button = (fields: Record<string, string>, label: string, look = 'calm'): Html =>
  html`<form method="post">${Object.entries(fields).map(([name, value]) => hidden(name, value))}<button class="do ${look}" type="submit">${label}</button></form>`;

export function preferencesPage(look: Look, view: PreferencesView, done?: PreferenceResult): Html {
  const { practice } = look;
  const says = disclosure(practice);
  const languages: Option[] = [
    ['en', 'English'],
    ['es', 'Español'],
  ];
  return page(look, {
    title: 'Your choices',
    body: html`<h1>Your choices</h1>
${done ? html`<div class="note" role="status"><p><strong>${doneSentence(done)}</strong></p></div>` : html`<p class="lead">Change what you get from ${practice.name}, or stop. Each button works at once.</p>`}
<section class="card" aria-labelledby="channels"><h2 id="channels">How we reach you</h2>
${view.channels.map(({ channel, state, address }) =>
  state === 'on'
    ? html`<div class="row"><p><strong>${names[channel]}</strong>: on<br><span class="soft">${address}</span></p>${button({ set: 'channel', channel, on: 'false' }, `Stop ${channel === 'email' ? 'emails' : 'texts'}`)}</div>`
    : html`<div class="row"><p><strong>${names[channel]}</strong>: ${state === 'asked' ? 'waiting for your yes' : 'off'}<br><span class="soft">${address}</span></p>${button({ set: 'channel', channel, on: 'true' }, `Turn ${channel === 'email' ? 'emails' : 'texts'} on`)}<p class="soft small">${says[channel]} ${says.health} We ask you to confirm first.</p></div>`,
)}
${view.channels.length < 2 ? html`<div class="row"><p>Want ${view.channels.some(({ channel }) => channel === 'email') ? 'texts' : 'emails'} too? <a href="/subscribe">Sign up once more</a> and give both your email address and your mobile number.</p></div>` : ''}
</section>
${
  view.topics.length > 0
    ? html`<section class="card" aria-labelledby="topics"><h2 id="topics">Topics</h2>
${view.topics.map(({ seriesId, name, on }) => html`<div class="row"><p><strong>${name}</strong>: ${on ? 'on' : 'off'}</p>${button({ set: 'topic', seriesId, on: on ? 'false' : 'true' }, on ? 'Stop this topic' : 'Start it again')}</div>`)}</section>`
    : ''
}
<section class="card" aria-labelledby="pause"><h2 id="pause">Take a break</h2>
${
  view.pausedUntil === undefined
    ? html`<p>We stay quiet for 30 days, then go on where you left off.</p>${button({ set: 'pause', on: 'true' }, 'Pause for 30 days')}`
    : html`<p>You are on a break until ${moment(view.pausedUntil, view.zone)}.</p>${button({ set: 'pause', on: 'false' }, 'Go on now')}`
}</section>
<section class="card" aria-labelledby="language"><h2 id="language">Language</h2>
<form method="post"><fieldset><legend>Which language do you prefer?</legend>${hidden('set', 'locale')}
<div class="pair">${languages.map(([value, text]) => html`<label class="pick" lang="${value}"><input type="radio" name="locale" value="${value}"${view.locale === value ? html` checked` : ''}><span>${text}</span></label>`)}</div></fieldset>
<button class="do calm" type="submit">Save language</button></form>
<p class="soft small">We keep your wish and use it where a tip is ready in that language. Free help in any language: <a href="/language-help">language help</a>.</p></section>
<section class="card" aria-labelledby="data"><h2 id="data">Your data</h2>
<p>We send you a fresh link first, so that nobody else can do this. It works for 30 minutes.</p>
<div class="dos">${button({ set: 'data', action: 'download' }, 'Download my data')}${button({ set: 'data', action: 'delete' }, 'Delete my data', 'grave')}</div></section>
<p class="soft">Rather talk? Call ${callLink(practice)}.</p>`,
  });
}

export function doneSentence(done: PreferenceResult): string {
  switch (done.did) {
    case 'stopped':
      return done.drained
        ? `Done. You get no more ${done.channel === 'email' ? 'emails' : 'texts'}.`
        : 'Stopping now. One message already on its way may still reach you.';
    case 'asked':
      return done.channel === 'email'
        ? 'Check your inbox and tap the button to say yes.'
        : 'Check your phone and reply YES.';
    case 'paused':
      return done.underWay
        ? 'Paused. One message already on its way may still reach you.'
        : 'Done. We stay quiet for 30 days.';
    case 'resumed':
      return 'Done. Your tips go on.';
    case 'language':
      return 'Your language is saved.';
    case 'topic':
      if (done.on) return 'Done. This topic goes on.';
      return done.underWay
        ? 'Stopped. One message already on its way may still reach you.'
        : 'Done. This topic is off.';
    case 'data-link':
      return done.channel === 'email'
        ? 'Check your inbox for a link. It works for 30 minutes.'
        : 'Check your phone for a link. It works for 30 minutes.';
  }
}
