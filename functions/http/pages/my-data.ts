import { html } from 'hono/html';
import type { DataPage } from '../../flows/public/my-data';
import { hidden } from './field';
import { type Html, type Look, page } from './layout';

const messages = { email: 'emails', sms: 'texts' };
const kind = { email: 'email', sms: 'text' };

/** Another address proved the same record: what is its own opens from there. */
const elsewhere = ({ also, action }: DataPage): Html | string =>
  also
    ? html`<p>${action === 'delete' ? `Your ${messages[also]} go on, and we keep the answers they need. To delete these as well` : `Your ${messages[also]} are not in this file. To get them`}, open your choices from ${also === 'email' ? 'an email' : 'the link in a text'} and ask there.</p>`
    : '';

/** "your data", or of which of two addresses. */
const which = ({ also, channel }: DataPage): string => (also ? `your ${kind[channel]} data` : 'your data');

export const downloadPage = (look: Look, opened: DataPage): Html =>
  page(look, {
    title: `Download ${which(opened)}`,
    body: html`<h1>Download ${which(opened)}</h1>
<p class="lead">${opened.also ? `One file with your answers, your choices for ${messages[opened.channel]}, and the ${messages[opened.channel]} we sent.` : 'One file with all we keep about you: your answers, your choices, and the messages we sent.'}</p>
${elsewhere(opened)}
<form method="post">${hidden('action', 'download')}<div class="dos"><button class="do" type="submit">Download</button></div></form>
<p class="soft">Keep the file in a safe place. It is not locked.</p>`,
  });

export const deletePage = (look: Look, opened: DataPage): Html =>
  page(look, {
    title: `Delete ${which(opened)}`,
    body: html`<h1>Delete ${which(opened)}?</h1>
<p class="lead">${
      opened.also
        ? `This ends your ${messages[opened.channel]} and deletes their history. It cannot be undone.`
        : 'This ends all messages and deletes your answers, your choices and your history. It cannot be undone.'
    }</p>
${elsewhere(opened)}
<p>Two things stay, because the law asks for proof: that you agreed and that you left, sealed for 6 years, and a scrambled mark that keeps us from writing to you again.</p>
<form method="post">${hidden('action', 'delete')}<div class="dos"><button class="do grave" type="submit">Delete ${opened.also ? `my ${kind[opened.channel]}` : 'my'} data</button></div></form>
<p class="soft">Changed your mind? Close the page, and nothing happens.</p>`,
  });

export const deletedPage = (look: Look, opened: DataPage): Html => {
  const { also, channel } = opened;
  const title = `Y${which(opened).slice(1)} is deleted`;
  return page(look, {
    title,
    body: html`<h1>${title}</h1><p class="lead">${also ? `You get no more ${messages[channel]}, unless you sign up again. Your ${messages[also]} go on.` : 'You will not hear from us again, unless you sign up again.'}</p>`,
  });
};
