import { html } from 'hono/html';
import type { DataPage } from '../../flows/my-data';
import { hidden } from './field';
import { type Html, type Look, page } from './layout';

const messages = { email: 'emails', sms: 'texts' };

/** Another address proved the same record: what is its own opens from there. */
const elsewhere = ({ also }: DataPage): Html | string =>
  also
    ? html`<p>Your ${messages[also]} are not in this. For them, open your choices from ${also === 'email' ? 'an email' : 'the link in a text'} and ask there.</p>`
    : '';

export const downloadPage = (look: Look, opened: DataPage): Html =>
  page(look, {
    title: 'Download your data',
    body: html`<h1>Download your data</h1>
<p class="lead">One file with all we keep about you: your answers, your choices, and the ${opened.also ? messages[opened.channel] : 'messages'} we sent.</p>
${elsewhere(opened)}
<form method="post">${hidden('action', 'download')}<div class="dos"><button class="do" type="submit">Download</button></div></form>
<p class="soft">Keep the file in a safe place. It is not locked.</p>`,
  });

export const deletePage = (look: Look, opened: DataPage): Html =>
  page(look, {
    title: 'Delete your data',
    body: html`<h1>Delete your data?</h1>
<p class="lead">${
      opened.also
        ? `This ends your ${messages[opened.channel]} and deletes their history. It cannot be undone.`
        : 'This ends all messages and deletes your answers, your choices and your history. It cannot be undone.'
    }</p>
${elsewhere(opened)}
<p>Two things stay, because the law asks for proof: that you agreed and that you left, sealed for 6 years, and a scrambled mark that keeps us from writing to you again.</p>
<form method="post">${hidden('action', 'delete')}<div class="dos"><button class="do grave" type="submit">Delete my data</button></div></form>`,
  });

export const deletedPage = (look: Look, { also, channel }: DataPage): Html =>
  page(look, {
    title: 'Your data is deleted',
    body: html`<h1>Your data is deleted</h1><p class="lead">${also ? `You get no more ${messages[channel]}, unless you sign up anew. Your ${messages[also]} go on.` : 'You will not hear from us again, unless you sign up anew.'}</p>`,
  });
