import { createHash } from 'node:crypto';
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { phoneText } from '../../core/practice/phone-text';
import type { Practice } from '../../core/practice/practice';
import { focusScript } from './assets/focus';
import { mark } from './assets/mark';
import { styleSheet } from './assets/style';
import { timeZoneScript } from './assets/time-zone';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The files the pages bring along; their name changes with their words, so that browsers may keep them. */
export function ownAssets(practice: Practice) {
  const files = new Map([
    ['site.css', { type: 'text/css; charset=utf-8', body: styleSheet(practice) }],
    ['mark.svg', { type: 'image/svg+xml', body: mark(practice) }],
    ['focus.js', { type: 'text/javascript; charset=utf-8', body: focusScript }],
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
}

interface PageWords {
  title: string;
  body: Html;
  /** Sign-up, tip and booking pages carry the whole disclaimer, word for word. */
  disclaimer?: boolean;
  scripts?: string[];
}

/** One page: works without script, names no reader in its title, loads nothing from elsewhere. */
export function page({ practice, stamp }: Look, { title, body, disclaimer, scripts = [] }: PageWords): Html {
  return html`<!doctype html>
<html lang="en">
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
<a class="skip" href="#main">Skip to the page</a>
<header class="top"><div>
<a class="name" href="${practice.site}">${nameOrLogo(practice)}</a>
${callLink(practice, 'tel')}
</div></header>
<main id="main">${body}</main>
<footer class="foot"><div>
${disclaimer ? html`<p id="disclaimer">${practice.disclaimer}</p>` : ''}
<nav aria-label="Legal"><ul>
<li><a href="/privacy">Privacy</a></li>
<li><a href="/health-data-privacy">Consumer Health Data Privacy</a></li>
<li><a href="/terms">Terms</a></li>
<li><a href="${practice.noticeOfPrivacyPractices}">Notice of Privacy Practices</a></li>
<li><a href="/language-help">Language help · Ayuda con el idioma</a></li>
</ul></nav>
<p>${practice.name}<br>${practice.postalAddress}<br>Rather talk? Call ${callLink(practice)}. TTY users can dial 711.</p>
</div></footer>
</body>
</html>`;
}

/** Read aloud as the practice's name either way. */
const nameOrLogo = ({ name, logo }: Practice): Html =>
  logo
    ? html`<picture><source srcset="/assets/${logo.dark}" media="(prefers-color-scheme: dark)"><img src="/assets/${logo.light}" alt="${name}" width="${logo.width}"></picture>`
    : html`<span class="type">${name}</span>`;

export const callLink = (practice: Practice, look = ''): Html =>
  html`<a class="${look}" href="tel:${practice.phone}">${phoneText(practice.phone)}</a>`;
