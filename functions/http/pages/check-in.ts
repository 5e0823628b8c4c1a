import { html } from 'hono/html';
import { numbered } from '../../core/base/locale';
import { type CheckInReply, checkInReplies } from '../../core/replies/check-in';
import { closedSentence } from './book';
import { doctorFirst, emergencyNotice } from './emergency';
import { type Html, type Look, page } from './layout';

/**
 * A tap in a mail opens its answer alone, with one button. Only the button records it, since scanners open links too.
 * Without a tap all answers are offered.
 */
export const checkInPage = (look: Look, tapped?: CheckInReply): Html => {
  const { care } = look.copy;
  const [path = ''] = look.here.split('?');
  return page(look, {
    title: care.howIsIt,
    body: html`<h1>${care.howIsIt}</h1>
${
  tapped
    ? html`<p class="lead">${care.tapped({ answer: html`<strong>${care.answers[tapped]}</strong>` })}</p>
<form method="post"><div class="dos"><button class="do" type="submit" name="answer" value="${tapped}">${care.sendAnswer}</button></div></form>
<p><a href="${look.to(path)}">${care.otherAnswer}</a></p>`
    : html`<p class="lead">${care.oneTap}</p>
<form method="post"><div class="dos">
${checkInReplies.map((answer) => html`<button class="do ${answer === 'seen' ? 'calm' : ''}" type="submit" name="answer" value="${answer}">${care.answers[answer]}</button>`)}
</div></form>`
}
${emergencyNotice(look)}`,
  });
};

/** Shown at `now`. The same answer sent once more changes nothing, so the switch sends it. */
export const checkedInPage = (look: Look, answer: CheckInReply, bookPath: string, now: number): Html => {
  const { care } = look.copy;
  const hours = numbered(look.locale, look.practice.callBack.withinHours);
  return page(look, {
    title: care.thanks,
    switch: { again: { answer } },
    body: html`<h1>${care.thanks}</h1><p class="lead">${care.answered[answer]}</p>
${answer === 'worse' ? html`${doctorFirst(look, bookPath)}<p>${care.ringBack({ hours })} ${closedSentence(look, now) ?? ''} ${care.restFirst}</p>${emergencyNotice(look)}` : ''}
${answer === 'same' ? html`<div class="dos"><a class="do calm" href="${look.to(bookPath)}">${care.bookVisit}</a></div>` : ''}`,
  });
};
