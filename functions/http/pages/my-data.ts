import { html } from 'hono/html';
import { channelNames, traits } from '../../core/base/channel';
import type { DataPage } from '../../flows/public/my-data';
import { hidden } from './field';
import { type Html, type Look, page } from './layout';

type Opened = Pick<DataPage, 'also' | 'channel'>;

/** What is said of all the data, or of the data of one channel where another address proved the same record. */
const dataOf = ({ copy }: Look, { also, channel }: Opened) => ({
  ...copy.choices.data,
  ...(also ? copy.channel[channel] : {}),
});

export const downloadPage = (look: Look, opened: DataPage): Html => {
  const data = dataOf(look, opened);
  return page(look, {
    title: data.download,
    body: html`<h1>${data.download}</h1>
<p class="lead">${data.oneFile}</p>
${opened.also ? html`<p>${look.copy.channel[opened.also].notInFile}</p>` : ''}
<form method="post">${hidden('action', 'download')}<div class="dos"><button class="do" type="submit">${data.downloadNow}</button></div></form>
<p class="soft">${data.keepSafe}</p>`,
  });
};

export const deletePage = (look: Look, opened: DataPage): Html => {
  const data = dataOf(look, opened);
  return page(look, {
    title: data.delete,
    body: html`<h1>${data.deleteAsk}</h1>
<p class="lead">${data.deleteLead}</p>
${opened.also ? html`<p>${look.copy.channel[opened.also].goesOnFor}</p>` : ''}
<p>${data.whatStays}</p>
<form method="post">${hidden('action', 'delete')}<div class="dos"><button class="do grave" type="submit">${data.deleteNow}</button></div></form>
<p class="soft">${data.changedMind}</p>`,
  });
};

/** The field in which the switch says what was deleted. The page is shown again, and nothing else happens. */
export const deletedAgain = 'deleted';

/** What the switch of that page says was deleted: all, or one channel while another goes on. */
export function deletedIn({ [deletedAgain]: said }: Record<string, unknown>): Opened | undefined {
  const [channel, also] = String(said)
    .split(' ')
    .map((word) => channelNames.find((name) => name === word));
  const other = also ?? (channel && traits[channel].pairedWith);
  if (channel && other) return { channel, also: other };
  return said === 'all' ? { channel: channelNames[0] } : undefined;
}

export const deletedPage = (look: Look, opened: Opened): Html => {
  const data = dataOf(look, opened);
  const title = data.deleted;
  return page(look, {
    title,
    switch: { again: { [deletedAgain]: opened.also ? `${opened.channel} ${opened.also}` : 'all' } },
    body: html`<h1>${title}</h1><p class="lead">${opened.also ? `${look.copy.channel[opened.channel].noMoreUnless} ${look.copy.channel[opened.also].goOn}` : data.notAgain}</p>`,
  });
};
