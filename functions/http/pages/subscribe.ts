import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { currentWording, disclosure } from '../../core/practice/consent';
import type { SafetyMeaning } from '../../core/practice/questions';
import { adultBox, nameField, whereYouAre } from './answers-form';
import { doctorFirst, emergencyNow } from './emergency';
import { box, checked, type Filled, focusing, hidden, input, pick, tipsByOptions, titled, trap } from './field';
import { callLink, type Html, type Look, page } from './layout';
import { questionSections } from './question';
import { screen, screenWords } from './screens';

interface SubscribeState extends Filled {
  /** The address that was given and the one that was most likely meant. */
  spelling?: { typed: string; meant: string } | undefined;
}

/** One tap either way; nothing typed is lost, and nobody is refused. Enter takes the address that is offered. */
const didYouMean = (
  { copy: { joining } }: Look,
  { typed, meant }: { typed: string; meant: string },
): Html => html`<div class="note ask" role="alert" tabindex="-1" autofocus><h2>${joining.didYouMean({ meant })}</h2>
<p>${joining.youGave({ typed })}</p>
<div class="dos"><button class="do" type="submit" name="spelling" value="meant">${joining.takeMeant({ meant })}</button>
<button class="do calm" type="submit" name="spelling" value="typed">${joining.keepTyped({ typed })}</button></div></div>
${hidden('spelled', typed)}`;

const formId = 'sign-up';

const formScripts = (filled: SubscribeState) => ['signs.js', 'time-zone.js', 'screens.js', ...focusing(filled)];

export async function subscribePage(look: Look, filled: SubscribeState): Promise<HtmlEscapedString> {
  const { practice, locale, to } = look;
  const { joining, frame } = look.copy;
  const says = disclosure(practice, locale);
  const source = typeof filled.values.source === 'string' ? filled.values.source : '';
  return page(look, {
    title: filled.spelling ? joining.checkEmail : titled(look, filled, joining.title),
    disclaimer: true,
    scripts: formScripts(filled),
    switch: { form: formId, ...(filled.spelling ? { enter: ['spelling', 'meant'] as const } : {}) },
    body: html`<h1>${joining.title}</h1>
<p class="lead">${joining.lead({ practice: practice.name })}</p>
${await checked(
  look,
  filled,
  html`<form method="post" id="${formId}" action="${to('/subscribe')}" novalidate>
${filled.spelling ? didYouMean(look, filled.spelling) : ''}
${questionSections(look, filled, 'sign-up')}
<section class="card" aria-labelledby="you">
<h2 id="you">${joining.aboutYou}</h2>
${screen(html`${nameField(look, filled)}
${whereYouAre(look, filled)}`)}
</section>
${screen(html`<section class="card" aria-labelledby="reach">
<h2 id="reach">${joining.reachTitle}</h2>
<p class="soft">${joining.reachHint}</p>
${input(filled, { name: 'email', label: joining.email, type: 'email', autocomplete: 'email', inputmode: 'email', max: 254 })}
${box(filled, 'emailConsent', says.email)}
${input(filled, { name: 'phone', label: joining.phone, hint: joining.phoneHint, type: 'tel', autocomplete: 'tel', inputmode: 'tel', max: 40 })}
${box(filled, 'smsConsent', says.sms)}
${pick(filled, 'tipsBy', joining.tipsBy, tipsByOptions(look.copy.channel, joining.tipsByBoth), { hint: joining.tipsByHint })}
${adultBox(look, filled)}
<p class="small"><a href="${to('/terms')}">${frame.terms}</a> · <a href="${to('/privacy')}">${frame.privacy}</a> · <a href="${to('/health-data-privacy')}">${frame.healthData}</a></p>
</section>
<section class="note" aria-labelledby="data"><h2 id="data">${joining.dataTitle}</h2><p>${says.health}</p></section>
<div class="dos"><button class="do" type="submit">${joining.send}</button></div>`)}
${trap(look)}${hidden('wording', currentWording[locale])}${hidden('locale', locale)}${source ? hidden('source', source) : ''}
${screenWords(look)}
</form>`,
)}`,
  });
}

/** The fields in which the switch says what was asked: the page is shown again, and nobody signs up twice. */
export const askedAgain = 'asked';

/** The same for every address, new, known or suppressed; only the answers just given change it. */
export function checkInboxPage(look: Look, asked: { email: boolean; sms: boolean }, advice?: SafetyMeaning): Html {
  const { joining } = look.copy;
  const where = asked.email && asked.sms ? 'both' : asked.sms ? 'phone' : 'inbox';
  const title = joining.check[where];
  return page(look, {
    title,
    disclaimer: true,
    switch: { again: { [askedAgain]: where, ...(advice ? { advice } : {}) } },
    body: html`${advice === 'emergency' ? emergencyNow(look) : ''}
<h1>${title}</h1>
${asked.email ? html`<p class="lead">${joining.lookForEmail}</p>` : ''}
${asked.sms ? html`<p class="lead">${joining.lookForText}</p>` : ''}
<p>${joining.nothingThere}</p>
${advice === 'structural' ? doctorFirst(look, '/book') : ''}
${advice === 'emergency' ? html`<p class="soft">${joining.noEmergency({ call: callLink(look.practice) })}</p>` : ''}`,
  });
}

const profileForm = 'profile';

/** For people who began with a text: the answers only, since their number and consent are known. */
export async function profilePage(look: Look, filled: Filled): Promise<HtmlEscapedString> {
  const { joining } = look.copy;
  return page(look, {
    title: titled(look, filled, joining.profileTitle),
    disclaimer: true,
    scripts: formScripts(filled),
    switch: { form: profileForm },
    body: html`<h1>${joining.profileTitle}</h1>
<p class="lead">${joining.profileLead}</p>
${await checked(
  look,
  filled,
  html`<form method="post" id="${profileForm}" action="${look.to(look.here)}" novalidate>
${questionSections(look, filled, 'profile')}
${screen(html`<section class="card" aria-labelledby="you"><h2 id="you">${joining.aboutYou}</h2>
${nameField(look, filled)}${whereYouAre(look, filled)}${adultBox(look, filled)}
</section>
<section class="note" aria-labelledby="data"><h2 id="data">${joining.dataTitle}</h2><p>${disclosure(look.practice, look.locale).health}</p></section>
<div class="dos"><button class="do" type="submit">${joining.saveAnswers}</button></div>`)}
${hidden('locale', look.locale)}
${screenWords(look)}
</form>`,
)}`,
  });
}

export function profileSavedPage(look: Look, advice?: SafetyMeaning): Html {
  const { joining } = look.copy;
  return page(look, {
    title: joining.thanks,
    disclaimer: true,
    switch: { again: { [askedAgain]: 'saved', ...(advice ? { advice } : {}) } },
    body: html`${advice === 'emergency' ? emergencyNow(look) : ''}<h1>${joining.thanks}</h1>
<p class="lead">${joining.answersSaved}</p>
${advice === 'structural' ? doctorFirst(look, '/book') : ''}`,
  });
}
