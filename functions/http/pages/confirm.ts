import { html } from 'hono/html';
import type { ChannelName } from '../../core/base/channel';
import type { Locale } from '../../core/base/locale';
import type { Hint } from '../../core/person/hint';
import { doctorFirst, emergencyNow } from './emergency';
import { hidden } from './field';
import { type Html, type Look, page } from './layout';
import { capital, moment } from './moment';

export interface Confirmed {
  channel: ChannelName;
  firstName: string;
  dates: { at: number; zone: string; title: string; titleIn: Locale }[];
  structural: boolean;
  /** Leads to the dates as a calendar file. */
  datesPath?: string;
  /** An emergency sign was ticked at sign-up. */
  emergency?: boolean;
}

interface Asked {
  state: 'ready' | 'done' | 'expired';
  channel: ChannelName;
  /** The other address of the sign-up, in part. */
  beside?: Hint;
}

/** Scanners open links, so opening never confirms; the button does. */
export function confirmPage(look: Look, { state, channel, beside }: Asked): Html {
  const { joining } = look.copy;
  const says = look.copy.channel[channel];
  if (state === 'done')
    return page(look, {
      title: joining.confirmedAlready,
      body: html`<h1>${joining.confirmedAlready}</h1><p class="lead">${says.nothingToDo}</p>`,
    });
  if (state === 'expired')
    return page(look, {
      title: joining.tooOld,
      body: html`<h1>${joining.tooOld}</h1><p class="lead">${joining.tooOldLead}</p>
<div class="dos"><a class="do" href="${look.to('/subscribe')}">${joining.signUpAgain}</a></div>`,
    });
  const other =
    beside && ('email' in beside ? joining.besideEmail({ hint: beside.email }) : joining.besideNumber(beside));
  return page(look, {
    title: joining.oneTap,
    body: html`<h1>${joining.oneTap}</h1>
${
  other === undefined
    ? html`<p class="lead">${says.oneTapLead}</p>
<form method="post"><div class="dos"><button class="do" type="submit">${joining.yes}</button></div></form>`
    : html`<p class="lead">${says.besideLead({ beside: html`<strong>${other}</strong>` })}</p>
<div class="dos"><form method="post">${hidden('beside', 'mine')}<button class="do" type="submit">${joining.yesBoth}</button></form>
<form method="post">${hidden('beside', 'not-mine')}<button class="do calm" type="submit">${joining.yesOne}</button></form></div>`
}
<p class="soft">${joining.notAsked}</p>`,
  });
}

export function confirmedPage(look: Look, { firstName, dates, datesPath, structural, emergency }: Confirmed): Html {
  const { joining } = look.copy;
  const [first, ...later] = dates;
  return page(look, {
    title: joining.youAreIn,
    disclaimer: true,
    body: html`${emergency ? emergencyNow(look) : ''}
<h1>${firstName ? joining.youAreInName({ name: firstName }) : joining.youAreIn}</h1>
${structural && !emergency ? doctorFirst(look, '/book') : ''}
${
  first
    ? html`<section class="card" aria-labelledby="dates"><h2 id="dates">${joining.whatComes}</h2>
<ol class="dates">${[first, ...later].map(({ at, zone, title, titleIn }) => html`<li><time datetime="${new Date(at).toISOString()}">${capital(moment(look, at, zone))}</time><span lang="${titleIn}">${title}</span></li>`)}</ol>${datesPath ? html`<p><a href="${look.to(datesPath)}" download>${joining.addDates}</a></p>` : ''}</section>`
    : html`<p class="lead">${joining.comesSoon}</p>`
}
<p class="soft">${joining.howToStop}</p>`,
  });
}
