import { html } from 'hono/html';
import { signsText } from '../../core/practice/questions';
import { callLink, type Html, type Look } from './layout';

/** The emergency tier, wherever a person might be in one. It never offers a walk-in. */
export const emergencyNotice = ({
  copy: { care },
  practice,
  locale,
}: Look): Html => html`<aside class="alarm" aria-label="${care.emergency}">
<h2>${care.isEmergency}</h2>
<p>${signsText(practice.questions, locale)}</p>
<p><strong>${care.emergencyAct}</strong></p>
</aside>`;

const help = ({ copy: { care } }: Look): Html => html`<h2>${care.getHelp}</h2>
<p>${care.signChosen}</p>
<p><strong>${care.emergencyAct}</strong></p>
<p><a class="do grave" href="tel:911">${care.call911}</a></p>`;

/** After a sign was sent. */
export const emergencyNow = (look: Look): Html => html`<div class="alarm" role="alert">
${help(look)}
</div>`;

/**
 * The question for emergency signs: `signs.js` says below it what to do as soon as one is ticked. Without script the
 * notice on the page says it before, and the next page after. The empty place stands there from the start, since screen
 * readers announce what comes into it.
 */
export const watchedSigns = (look: Look, question: Html): Html => html`<div data-emergency>${question}
<div role="alert"></div>
<template><div class="alarm">${help(look)}</div></template></div>`;

/** The structural tier: a doctor first, never exercises. */
export const doctorFirst = ({ copy: { care }, practice, to }: Look, bookPath: string): Html => html`<div class="note">
<h2>${care.doctorFirst}</h2>
<p>${care.doctorFirstLead}</p>
<div class="dos"><a class="do" href="${to(bookPath)}">${care.bookVisit}</a></div>
<p>${care.orCall({ call: callLink(practice) })}</p>
</div>`;
