import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Advice } from '../../core/membership/signup';
import { currentWording, disclosure } from '../../core/practice/consent';
import { adultBox, nameField, runningAndBack, whereYouAre } from './answers-form';
import { doctorFirst, emergencyNow } from './emergency';
import { box, checked, type Filled, focusing, hidden, input, titled, trap } from './field';
import { callLink, type Html, type Look, page } from './layout';

interface SubscribeState extends Filled {
  /** The address that was given and the one that was most likely meant. */
  spelling?: { typed: string; meant: string };
}

/** One tap either way; nothing typed is lost, and nobody is refused. Enter takes the address that is offered. */
const didYouMean = ({ typed, meant }: { typed: string; meant: string }): Html =>
  html`<div class="note ask" role="alert" tabindex="-1" autofocus><h2>Did you mean ${meant}?</h2>
<p>You gave ${typed}. An email to a wrong address would never reach you.</p>
<div class="dos"><button class="do" type="submit" name="spelling" value="meant">Yes, use ${meant}</button>
<button class="do calm" type="submit" name="spelling" value="typed">No, ${typed} is right</button></div></div>
${hidden('spelled', typed)}`;

export async function subscribePage(look: Look, filled: SubscribeState): Promise<HtmlEscapedString> {
  const { practice } = look;
  const says = disclosure(practice);
  const source = typeof filled.values.source === 'string' ? filled.values.source : '';
  return page(look, {
    title: filled.spelling ? 'Please check your email address' : titled(filled, 'Back-care tips for runners'),
    disclaimer: true,
    scripts: ['time-zone.js', ...focusing(filled)],
    body: html`<h1>Back-care tips for runners</h1>
<p class="lead">Short, free tips from the team at ${practice.name}. Tell us a little about your running. We send what fits you.</p>
${await checked(
  filled,
  html`<form method="post" action="/subscribe" novalidate>
${filled.spelling ? didYouMean(filled.spelling) : ''}
${runningAndBack(filled)}
<section class="card" aria-labelledby="you">
<h2 id="you">About you</h2>
${nameField(filled)}
${whereYouAre(filled, practice)}
${adultBox(filled)}
</section>
<section class="card" aria-labelledby="reach">
<h2 id="reach">How should we reach you?</h2>
<p class="soft">Choose email, texts or both. You can stop at any time.</p>
${input(filled, { name: 'email', label: 'Email address', type: 'email', autocomplete: 'email', inputmode: 'email', max: 254 })}
${box(filled, 'emailConsent', says.email)}
${input(filled, { name: 'phone', label: 'Mobile number', hint: 'Only if you want texts. A US number.', type: 'tel', autocomplete: 'tel', inputmode: 'tel', max: 40 })}
${box(filled, 'smsConsent', says.sms)}
<p class="small"><a href="/terms">Terms</a> · <a href="/privacy">Privacy</a> · <a href="/health-data-privacy">Consumer Health Data Privacy</a></p>
</section>
<section class="note" aria-labelledby="data"><h2 id="data">What we do with your answers</h2><p>${says.health}</p></section>
${trap()}${hidden('wording', currentWording)}${source ? hidden('source', source) : ''}
<div class="dos"><button class="do" type="submit">Send me tips</button></div>
</form>`,
)}`,
  });
}

/** The same for every address, new, known or suppressed; only the answers just given change it. */
export function checkInboxPage(look: Look, asked: { email: boolean; sms: boolean }, advice?: Advice): Html {
  const { practice } = look;
  const where = asked.email && asked.sms ? 'inbox and your phone' : asked.sms ? 'phone' : 'inbox';
  return page(look, {
    title: `Check your ${where}`,
    disclaimer: true,
    body: html`${advice === 'emergency' ? emergencyNow() : ''}
<h1>Check your ${where}</h1>
${asked.email ? html`<p class="lead">Look for an email from us and tap the button in it to say yes. It works for 7 days.</p>` : ''}
${asked.sms ? html`<p class="lead">Look for a text from us and reply YES to start. It works for 7 days.</p>` : ''}
<p>Nothing there after a few minutes? Look in your spam folder. If you signed up before, you may not get a new message.</p>
${advice === 'structural' ? doctorFirst('/book', callLink(practice)) : ''}
${advice === 'emergency' ? html`<p class="soft">Not an emergency after all? Call us at ${callLink(practice)}.</p>` : ''}`,
  });
}

/** For people who began with a text: the answers only, since their number and consent are known. */
export async function profilePage(look: Look, filled: Filled): Promise<HtmlEscapedString> {
  return page(look, {
    title: titled(filled, 'Tell us how you run'),
    disclaimer: true,
    scripts: ['time-zone.js', ...focusing(filled)],
    body: html`<h1>Tell us how you run</h1>
<p class="lead">Two minutes, so that the tips fit you.</p>
${await checked(
  filled,
  html`<form method="post" novalidate>
${runningAndBack(filled)}
<section class="card" aria-labelledby="you"><h2 id="you">About you</h2>
${nameField(filled)}${whereYouAre(filled, look.practice)}${adultBox(filled)}
</section>
<section class="note" aria-labelledby="data"><h2 id="data">What we do with your answers</h2><p>${disclosure(look.practice).health}</p></section>
<div class="dos"><button class="do" type="submit">Save my answers</button></div>
</form>`,
)}`,
  });
}

export function profileSavedPage(look: Look, advice?: Advice): Html {
  return page(look, {
    title: 'Thank you',
    disclaimer: true,
    body: html`${advice === 'emergency' ? emergencyNow() : ''}<h1>Thank you</h1>
<p class="lead">Your answers are saved. Your tips come by text.</p>
${advice === 'structural' ? doctorFirst('/book', callLink(look.practice)) : ''}`,
  });
}
