import { html } from 'hono/html';
import { linesOf } from '../../core/base/lines';
import type { Locale } from '../../core/base/locale';
import { checkInAnswers } from '../../core/person/subscriber';
import { phoneText } from '../../core/practice/phone-text';
import { emergencyNotice } from './emergency';
import { type Html, type Look, page } from './layout';

/** A step's words for one reader, merged; what the page shows and nothing else. */
export interface Tip {
  /** Their language, which may be another than the page's. */
  wordsIn: Locale;
  headline: string;
  paragraphs: string[];
  figures: { drawing: string; alt: string; title: string; text: string }[];
  /** Shows the check-in buttons and the locations where the step has them. */
  choices: boolean;
  locations: boolean;
  bookPath: string;
  checkInPath: string;
  preferencesPath: string;
}

/** The whole tip of a text, with the drawing and the disclaimer the text has no room for. */
export const tipPage = (look: Look, tip: Tip): Html => {
  const { practice, to } = look;
  const { care } = look.copy;
  return page(look, {
    title: tip.headline,
    disclaimer: true,
    body: html`<div lang="${tip.wordsIn}"><h1>${tip.headline}</h1>
${tip.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
${tip.figures.map(
  ({ drawing, alt, title, text }) =>
    html`<figure class="card"><img src="/assets/${drawing}.png" alt="${alt}" width="352" height="264" loading="lazy"><figcaption><h2>${title}</h2>${linesOf(text).map((line) => html`<p>${line}</p>`)}</figcaption></figure>`,
)}</div>
${
  tip.choices
    ? html`<section class="card"><h2>${care.howIsIt}</h2><div class="dos">${checkInAnswers.map((answer) => html`<a class="do calm" href="${to(`${tip.checkInPath}?answer=${answer}`)}">${care.answers[answer]}</a>`)}</div></section>`
    : ''
}
${
  tip.locations
    ? html`<section class="card"><h2>${care.ourOffices}</h2>${practice.locations.map(({ name, address, phone }) => html`<p><strong>${name}</strong><br>${address}<br><a href="tel:${phone}">${phoneText(phone)}</a></p>`)}</section>`
    : ''
}
<div class="dos"><a class="do" href="${to(tip.bookPath)}">${care.bookVisit}</a><a class="do calm" href="tel:${practice.phone}">${care.call({ number: phoneText(practice.phone) })}</a></div>
${emergencyNotice(look)}
<p class="soft"><a href="${to(tip.preferencesPath)}">${care.yourChoices}</a></p>`,
  });
};
