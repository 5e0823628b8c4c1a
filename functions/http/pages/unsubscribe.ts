import { html } from 'hono/html';
import type { ChannelName } from '../../core/base/channel';
import { listed } from '../../core/base/locale';
import { deskDay, officeOf } from '../../core/time/office';
import type { Left } from '../../flows/public/leave';
import { empty, hidden, input } from './field';
import { callLink, type Html, type Look, page } from './layout';

/** One page, one button, no field and no login (16 CFR 316.5). */
export const unsubscribePage = (look: Look, channel: ChannelName): Html => {
  const { choices } = look.copy;
  const says = look.copy.channel[channel];
  return page(look, {
    title: choices.unsubscribe,
    body: html`<h1>${says.stopThese}</h1>
<p class="lead">${says.oneTapStops({ practice: look.practice.name })}</p>
<form method="post">${hidden('from', 'page')}<div class="dos"><button class="do" type="submit">${choices.unsubscribe}</button></div></form>
<p class="soft">${choices.weDoIt({ call: callLink(look.practice) })}</p>`,
  });
};

/** "Monday to Friday, 8:00 AM to 4:30 PM (closed 12:00 PM to 1:00 PM and on holidays)". */
function deskHours({ copy: { choices }, practice, locale }: Look): string {
  const { from, to, lunch, holidays } = deskDay(officeOf(practice), locale);
  const closed = [...(lunch ? [choices.lunch(lunch)] : []), ...(holidays ? [choices.onHolidays] : [])];
  if (closed.length === 0) return choices.deskHours({ from, to });
  return choices.deskHoursBut({ from, to, closed: listed(locale, closed) });
}

type Goodbye = Pick<Left, 'drained' | 'channel'>;

/** Only what has drained is called done: before that, a message may be on its way. */
export const leftSentence = ({ copy: { choices, channel: says } }: Look, { drained, channel }: Goodbye): string =>
  drained ? `${choices.unsubscribed}. ${says[channel].noMore}` : choices.takingYouOff;

/**
 * `meant`: the address that was typed looks like a slip of this one, which then still gets our messages. The switch sends
 * `again`, the same goodbye, which changes nothing.
 */
export const leftPage = (look: Look, left: Goodbye, again: Record<string, string>, meant?: string): Html => {
  const { choices } = look.copy;
  const { drained, channel } = left;
  return page(look, {
    title: drained ? choices.unsubscribed : choices.unsubscribing,
    switch: { again },
    body: html`<h1>${drained ? choices.unsubscribed : choices.onYourWay}</h1>
<p class="lead">${drained ? look.copy.channel[channel].noMore : choices.takingYouOff}</p>
${
  meant === undefined
    ? ''
    : html`<div class="note"><h2>${choices.didYouMean({ meant })}</h2><p>${choices.stoppedAsTyped({ meant })}</p>
<form method="post" action="${look.to('/unsubscribe')}">${hidden('address', meant)}<div class="dos"><button class="do calm" type="submit">${choices.unsubscribeOne({ address: meant })}</button></div></form></div>`
}
<p>${choices.needCare({ call: callLink(look.practice), hours: deskHours(look) })}</p>
<p class="soft">${choices.wasItASlip({ href: look.to('/subscribe') })}</p>`,
  });
};

const formId = 'goodbye';

/** For people without a link, or whose link finds nobody: the address itself is enough (16 CFR 316.5). */
export const leaveByAddressPage = (look: Look, given = '', problem?: string, lost = false): Html => {
  const { choices } = look.copy;
  return page(look, {
    title: lost ? choices.notFound : problem ? choices.checkAddress : choices.unsubscribe,
    switch: { form: formId },
    body: html`<h1>${lost ? choices.notFound : choices.stopOurs}</h1>
<p class="lead">${lost ? `${choices.notFoundLead} ` : ''}${choices.typeAddress}</p>
<p>${choices.onceEach}</p>
<form method="post" id="${formId}" action="${look.to('/unsubscribe')}">${input(
      { ...empty, values: { address: given }, problems: new Map(problem ? [['address', problem]] : []) },
      {
        name: 'address',
        label: choices.address,
        autocomplete: 'email',
        required: true,
        focus: problem !== undefined,
        max: 254,
      },
    )}<div class="dos"><button class="do" type="submit">${choices.unsubscribe}</button></div></form>
<p class="soft">${choices.weDoIt({ call: callLink(look.practice) })}</p>`,
  });
};
