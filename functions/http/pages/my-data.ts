import { html } from 'hono/html';
import type { DataPage } from '../../flows/public/my-data';
import { hidden } from './field';
import { type Html, type Look, page } from './layout';

/** All of the data, or that of one of two addresses. */
const which = ({ also, channel }: Pick<DataPage, 'also' | 'channel'>): 'all' | DataPage['channel'] =>
  also ? channel : 'all';

export const downloadPage = (look: Look, opened: DataPage): Html => {
  const { data } = look.copy.choices;
  return page(look, {
    title: data.download[which(opened)],
    body: html`<h1>${data.download[which(opened)]}</h1>
<p class="lead">${data.oneFile[which(opened)]}</p>
${opened.also ? html`<p>${data.notInFile[opened.also]}</p>` : ''}
<form method="post">${hidden('action', 'download')}<div class="dos"><button class="do" type="submit">${data.downloadNow}</button></div></form>
<p class="soft">${data.keepSafe}</p>`,
  });
};

export const deletePage = (look: Look, opened: DataPage): Html => {
  const { data } = look.copy.choices;
  return page(look, {
    title: data.delete[which(opened)],
    body: html`<h1>${data.deleteAsk[which(opened)]}</h1>
<p class="lead">${data.deleteLead[which(opened)]}</p>
${opened.also ? html`<p>${data.goOn[opened.also]}</p>` : ''}
<p>${data.whatStays}</p>
<form method="post">${hidden('action', 'delete')}<div class="dos"><button class="do grave" type="submit">${data.deleteNow[which(opened)]}</button></div></form>
<p class="soft">${data.changedMind}</p>`,
  });
};

/** The field in which the switch says what was deleted. The page is shown again, and nothing else happens. */
export const deletedAgain = 'deleted';

/** What the switch of that page says was deleted. Data of both addresses never has a page of its own, so one stands beside the other. */
export function deletedIn({
  [deletedAgain]: said,
}: Record<string, unknown>): Pick<DataPage, 'also' | 'channel'> | undefined {
  if (said === 'email') return { channel: 'email', also: 'sms' };
  if (said === 'sms') return { channel: 'sms', also: 'email' };
  return said === 'all' ? { channel: 'email' } : undefined;
}

export const deletedPage = (look: Look, opened: Pick<DataPage, 'also' | 'channel'>): Html => {
  const { data } = look.copy.choices;
  const title = data.deleted[which(opened)];
  return page(look, {
    title,
    switch: { again: { [deletedAgain]: which(opened) } },
    body: html`<h1>${title}</h1><p class="lead">${opened.also ? data.othersGoOn[opened.also] : data.notAgain}</p>`,
  });
};
