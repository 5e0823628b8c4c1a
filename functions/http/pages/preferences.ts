import { html } from 'hono/html';
import { signUpChannels, traits } from '../../core/base/channel';
import { locales } from '../../core/base/locale';
import type { PreferencesView } from '../../core/membership/preference';
import { disclosure, labelFor } from '../../core/practice/consent';
import type { PreferenceResult } from '../../flows/public/preferences';
import { hidden, tipsByOptions } from './field';
import { callLink, type Html, type Look, nameOfLanguage, page } from './layout';
import { moment } from './moment';

const button = (fields: Record<string, string>, label: string, look = 'calm'): Html =>
  html`<form method="post">${Object.entries(fields).map(([name, value]) => hidden(name, value))}<button class="do ${look}" type="submit">${label}</button></form>`;

export function preferencesPage(look: Look, view: PreferencesView, done?: PreferenceResult): Html {
  const { practice, to } = look;
  const { choices } = look.copy;
  return page(look, {
    title: choices.title,
    body: html`<h1>${choices.title}</h1>
${done ? html`<div class="note" role="status"><p><strong>${doneSentence(look, done)}</strong></p></div>` : html`<p class="lead">${choices.lead({ practice: practice.name })}</p>`}
<section class="card" aria-labelledby="channels"><h2 id="channels">${choices.howWeReach}</h2>
${view.channels.map((one) => channelRow(look, one))}
${missingRow(look, view)}
</section>
${view.tipsBy ? tipsByCard(look, view.tipsBy) : ''}
${
  view.topics.length > 0
    ? html`<section class="card" aria-labelledby="topics"><h2 id="topics">${choices.topics}</h2>
${view.topics.map(({ seriesId, name, nameIn, on }) => html`<div class="row"><p><strong lang="${nameIn}">${name}</strong>: ${on ? choices.states.on : choices.states.off}</p>${button({ set: 'topic', seriesId, on: on ? 'false' : 'true' }, on ? choices.stopTopic : choices.startTopic)}</div>`)}</section>`
    : ''
}
<section class="card" aria-labelledby="pause"><h2 id="pause">${choices.pause}</h2>
${
  view.pausedUntil === undefined
    ? html`<p>${choices.pauseLead}</p>${button({ set: 'pause', on: 'true' }, choices.pauseNow)}`
    : html`<p>${choices.pausedUntil({ moment: moment(look, view.pausedUntil, view.zone) })}</p>${button({ set: 'pause', on: 'false' }, choices.goOn)}`
}</section>
<section class="card" aria-labelledby="language"><h2 id="language">${choices.language}</h2>
<form method="post"><fieldset><legend>${choices.whichLanguage}</legend>${hidden('set', 'locale')}
<div class="pair">${locales.map((one) => html`<label class="pick" lang="${one}"><input type="radio" name="locale" value="${one}"${view.locale === one ? html` checked` : ''}><span>${nameOfLanguage[one]}</span></label>`)}</div></fieldset>
<button class="do calm" type="submit">${choices.saveLanguage}</button></form>
<p class="soft small">${choices.languageHint({ href: to('/language-help') })}</p></section>
<section class="card" aria-labelledby="data"><h2 id="data">${choices.yourData}</h2>
<p>${choices.freshLink}</p>
<div class="dos">${button({ set: 'data', action: 'download' }, choices.downloadMine)}${button({ set: 'data', action: 'delete' }, choices.deleteMine, 'grave')}</div></section>
<p class="soft">${choices.ratherTalk({ call: callLink(practice) })}</p>`,
  });
}

const tipsByCard = (
  { copy: { choices, channel } }: Look,
  chosen: string,
): Html => html`<section class="card" aria-labelledby="tips-by"><h2 id="tips-by">${choices.tipsBy}</h2>
<form method="post"><fieldset><legend>${choices.tipsByLead}</legend>${hidden('set', 'tips-by')}
${tipsByOptions(channel, choices.tipsByBoth).map(([value, label]) => html`<label class="pick"><input type="radio" name="by" value="${value}"${chosen === value ? html` checked` : ''}><span>${label}</span></label>`)}</fieldset>
<button class="do calm" type="submit">${choices.saveTipsBy}</button></form></section>`;

function channelRow(look: Look, { channel, state, address }: PreferencesView['channels'][number]): Html {
  const { choices } = look.copy;
  const says = look.copy.channel[channel];
  const where = 'digits' in address ? choices.endingIn(address) : address.email;
  const name = html`<p><strong>${says.name}</strong>: ${choices.states[state]}<br><span class="soft">${where}</span></p>`;
  if (state === 'on')
    return html`<div class="row">${name}${button({ set: 'channel', channel, on: 'false' }, says.stop)}</div>`;
  // What no form offers cannot be asked for either.
  if (!traits[channel].signUp) return html`<div class="row">${name}</div>`;
  const labels = disclosure(look.practice, look.locale);
  return html`<div class="row">${name}${button({ set: 'channel', channel, on: 'true' }, says.start)}<p class="soft small">${labelFor(labels, channel)} ${labels.health} ${choices.confirmFirst}</p></div>`;
}

/** How to add a channel that a form offers and the person has not given yet. */
function missingRow({ copy, to }: Look, { channels }: PreferencesView): Html | '' {
  const missing = signUpChannels.find((offered) => !channels.some(({ channel }) => channel === offered.channel));
  if (!missing) return '';
  return html`<div class="row"><p>${copy.channel[missing.channel].wantToo({ href: to('/subscribe') })}</p></div>`;
}

export function doneSentence({ copy }: Look, result: PreferenceResult): string {
  const { done } = copy.choices;
  switch (result.did) {
    case 'stopped':
      return result.drained ? copy.channel[result.channel].stopped : done.stopping;
    case 'asked':
      return copy.channel[result.channel].asked;
    case 'paused':
      return result.underWay ? done.pausing : done.paused;
    case 'resumed':
      return done.resumed;
    case 'language':
      return done.language;
    case 'tips-by':
      return result.by === 'both' ? done.tipsComeByBoth : copy.channel[result.by].tipsCome;
    case 'topic':
      if (result.on) return done.topicOn;
      return result.underWay ? done.topicStopping : done.topicOff;
    case 'data-link':
      return copy.channel[result.channel].dataLink;
  }
}
