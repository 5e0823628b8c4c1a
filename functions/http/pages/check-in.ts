import { html } from 'hono/html';
import type { CheckInReply } from '../../core/replies/check-in';
import { closedSentence } from './book';
import { doctorFirst, emergencyNotice } from './emergency';
import { callLink, type Html, type Look, page } from './layout';

const words: Record<CheckInReply, string> = {
  better: 'Better',
  same: 'About the same',
  worse: 'Worse',
  seen: 'I have been seen by a doctor',
};

/** A tap in a mail marks its answer here; only the button on this page records it, since scanners tap too. */
export const checkInPage = (look: Look, tapped?: CheckInReply): Html => {
  const order: CheckInReply[] = tapped
    ? [tapped, ...(Object.keys(words) as CheckInReply[]).filter((one) => one !== tapped)]
    : ['better', 'same', 'worse', 'seen'];
  return page(look, {
    title: 'How is it going?',
    body: html`<h1>How is it going?</h1>
<p class="lead">${tapped ? 'Tap once more to send your answer.' : 'One tap is all we need.'}</p>
<form method="post"><div class="dos">
${order.map((answer) => html`<button class="do ${answer === tapped || (!tapped && answer !== 'seen') ? '' : 'calm'}" type="submit" name="answer" value="${answer}">${words[answer]}</button>`)}
</div></form>
${emergencyNotice()}`,
  });
};

export const checkedInSentence: Record<CheckInReply, string> = {
  better: 'Good to hear. Keep it slow and steady.',
  same: 'Thank you for telling us. If it does not get better, let a doctor take a look.',
  worse: 'Thank you for telling us. A spine doctor should take a look.',
  seen: 'Thank you. Your next tips take it into account.',
};

/** Shown at `now`. */
export const checkedInPage = (look: Look, answer: CheckInReply, bookPath: string, now: number): Html =>
  page(look, {
    title: 'Thank you',
    body: html`<h1>Thank you</h1><p class="lead">${checkedInSentence[answer]}</p>
${answer === 'worse' ? html`${doctorFirst(bookPath, callLink(look.practice))}<p>Ask for a call, and we ring you back within ${look.practice.callBack.withinHours} working hours. ${closedSentence(look.practice, now) ?? ''} Rest from running until you have been seen.</p>${emergencyNotice()}` : ''}
${answer === 'same' ? html`<div class="dos"><a class="do calm" href="${bookPath}">Book a visit</a></div>` : ''}`,
  });
