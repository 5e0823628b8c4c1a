import { createHash } from 'node:crypto';
import { html } from 'hono/html';
import { type Locale, locales } from '../../core/base/locale';
import { phoneText } from '../../core/practice/phone-text';
import type { Practice } from '../../core/practice/practice';
import { disclaimerLocale, practiceIn } from '../../core/practice/practice-words';
import { focusScript } from './assets/focus';
import { mark } from './assets/mark';
import { screensScript } from './assets/screens';
import { signsScript } from './assets/signs';
import { styleSheet } from './assets/style';
import { timeZoneScript } from './assets/time-zone';
import { type Copy, copiesOf } from './copy/copy';
import { refusalIn } from './copy/refusal';
import type { Html } from './html';
import { inLocale, type Language, linkIn, switchName } from './language';

export type { Html } from './html';

/** The files the pages bring along; their name changes with their words, so that browsers may keep them. */
export function ownAssets(practice: Practice) {
  const files = new Map([
    ['site.css', { type: 'text/css; charset=utf-8', body: styleSheet(practice) }],
    ['mark.svg', { type: 'image/svg+xml', body: mark(practice) }],
    ['focus.js', { type: 'text/javascript; charset=utf-8', body: focusScript }],
    ['signs.js', { type: 'text/javascript; charset=utf-8', body: signsScript }],
    ['screens.js', { type: 'text/javascript; charset=utf-8', body: screensScript }],
    ['time-zone.js', { type: 'text/javascript; charset=utf-8', body: timeZoneScript }],
  ]);
  const stamp = createHash('sha256')
    .update([...files.values()].map(({ body }) => body).join(''))
    .digest('hex')
    .slice(0, 10);
  return { files, stamp };
}

/** What every page is drawn with. */
export interface Look {
  practice: Practice;
  stamp: string;
  locale: Locale;
  copy: Copy;
  /** Where the page is: the path it was asked for, with its query. */
  here: string;
  /** A refusal of core or of a flow, in the language of the page. */
  say(message: string): string;
  /** The address of another page of ours, which opens in the same language. */
  to(address: string): string;
}

/** The look of one answer. */
export const lookIn = (
  { practice, stamp }: Pick<Look, 'practice' | 'stamp'>,
  language: Language,
  here: string,
): Look => ({
  practice: practiceIn(practice, language.locale),
  stamp,
  locale: language.locale,
  copy: copiesOf(practice.words)[language.locale],
  here,
  say: (message) => refusalIn(language.locale, message),
  to: (address) => linkIn(language, address),
});

/**
 * How the switch shows this same page in another language. By default by its address. A page with a form that people type
 * into sends the form along, so nothing typed is lost. A page that answers a form sends `again`, which changes nothing.
 */
type Switch = { form: string; enter?: readonly [name: string, value: string] } | { again: Record<string, string> };

interface PageWords {
  title: string;
  body: Html;
  /** Sign-up, tip and booking pages carry the whole disclaimer, word for word. */
  disclaimer?: boolean;
  scripts?: string[];
  switch?: Switch;
}

/** One page: works without script, names no reader in its title, loads nothing from elsewhere. */
export function page(look: Look, { title, body, disclaimer, scripts = [], ...more }: PageWords): Html {
  const { practice, stamp, locale, copy, to } = look;
  const { frame } = copy;
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · ${practice.name}</title>
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/site.css?v=${stamp}">
${scripts.map((name) => html`<script src="/assets/${name}?v=${stamp}" defer></script>`)}
</head>
<body>
<a class="skip" href="#main">${frame.skip}</a>
<header class="top"><div>
<a class="name" href="${practice.site}">${nameOrLogo(practice)}</a>
<div class="ways">${languageSwitch(look, more.switch)}${callLink(practice, 'tel')}</div>
</div></header>
<main id="main">${body}</main>
<footer class="foot"><div>
${disclaimer ? disclaimerIn(look, 'disclaimer') : ''}
<nav aria-label="${frame.legal}"><ul>
<li><a href="${to('/privacy')}">${frame.privacy}</a></li>
<li><a href="${to('/health-data-privacy')}">${frame.healthData}</a></li>
<li><a href="${to('/terms')}">${frame.terms}</a></li>
<li><a href="${practice.noticeOfPrivacyPractices}">${frame.noticeOfPrivacyPractices}</a></li>
<li><a href="${to('/language-help')}">${frame.languageHelp}</a></li>
</ul></nav>
<p>${practice.name}<br>${practice.postalAddress}<br>${frame.ratherTalk({ call: callLink(practice) })}</p>
</div></footer>
</body>
</html>`;
}

/** Read aloud as the practice's name either way. */
const nameOrLogo = ({ name, logo }: Practice): Html =>
  logo
    ? html`<picture><source srcset="/assets/${logo.dark}" media="(prefers-color-scheme: dark)"><img src="/assets/${logo.light}" alt="${name}" width="${logo.width}"></picture>`
    : html`<span class="type">${name}</span>`;

/** Each language is named in itself, so that the people who look for it find it. */
export const nameOfLanguage: Record<Locale, string> = { en: 'English', es: 'Español' };

function languageSwitch({ locale, here }: Look, how?: Switch): Html[] {
  return locales
    .filter((one) => one !== locale)
    .map((one) => {
      const name = nameOfLanguage[one];
      if (how === undefined)
        return html`<a class="language" href="${inLocale(here, one)}" lang="${one}" hreflang="${one}">${name}</a>`;
      if ('again' in how)
        return html`<form method="post" action="${here}">${Object.entries(how.again).map(([field, value]) => html`<input type="hidden" name="${field}" value="${value}">`)}<button class="language" type="submit" name="${switchName}" value="${one}" lang="${one}">${name}</button></form>`;
      return html`${enterKey(how.form, how.enter)}<button class="language" type="submit" form="${how.form}" name="${switchName}" value="${one}" lang="${one}" formnovalidate>${name}</button>`;
    });
}

/** Enter in a field presses the first button of its form (HTML 4.10.22.2). This one comes before the switch, and is seen by nobody. */
const enterKey = (form: string, [name, value]: readonly [string, string] = ['', '']): Html =>
  html`<button class="away" type="submit" form="${form}"${name ? html` name="${name}" value="${value}"` : ''} tabindex="-1" aria-hidden="true"></button>`;

/** The practice's own notice, word for word. Where it gives none in the language of the page, its English is marked as English. */
export function disclaimerIn({ practice, locale }: Look, id?: string): Html {
  const own = disclaimerLocale(practice, locale);
  return html`<p${id ? html` id="${id}"` : ''}${own === locale ? '' : html` lang="${own}"`}>${practice.disclaimer}</p>`;
}

export const callLink = (practice: Practice, look = ''): Html =>
  html`<a class="${look}" href="tel:${practice.phone}">${phoneText(practice.phone)}</a>`;
