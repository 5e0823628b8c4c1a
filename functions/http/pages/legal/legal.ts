import { html } from 'hono/html';
import { numbered, tagOf } from '../../../core/base/locale';
import { disclosedMaximum, disclosure } from '../../../core/practice/consent';
import { phoneText } from '../../../core/practice/phone-text';
import type { LegalFacts } from '../copy/en/legal';
import { emergencyNotice } from '../emergency';
import { callLink, disclaimerIn, type Html, type Look, page } from '../layout';

/** When the words of the legal pages last changed. */
const changed = Date.UTC(2026, 10, 28);

/** A legal page; each says when its words last changed. */
export function legalPage(look: Look, title: string, body: Html): Html {
  const date = new Intl.DateTimeFormat(tagOf[look.locale], { dateStyle: 'long', timeZone: 'UTC' }).format(changed);
  const { lastChanged } = look.copy.legal;
  return page(look, {
    title,
    body: html`<h1>${title}</h1><p class="soft">${lastChanged({ name: look.practice.name, date })}</p>${body}`,
  });
}

function factsOf(look: Look): LegalFacts {
  const { practice, to, locale } = look;
  const { name, legalName, program, postalAddress, noticeOfPrivacyPractices, sender } = practice;
  return {
    privacy: to('/privacy'),
    healthData: to('/health-data-privacy'),
    terms: to('/terms'),
    noticeOfPrivacyPractices,
    name,
    legalName,
    program,
    postalAddress,
    call: callLink(practice),
    mail: html`<a href="mailto:${sender.replyTo}">${sender.replyTo}</a>`,
    smsNumber: phoneText(sender.smsNumber),
    most: numbered(locale, disclosedMaximum),
    disclaimer: disclaimerIn(look),
    emergency: emergencyNotice(look),
  };
}

export const privacyPage = (look: Look): Html =>
  legalPage(look, look.copy.legal.privacyTitle, look.copy.legal.privacy(factsOf(look)));

export const termsPage = (look: Look): Html =>
  legalPage(look, look.copy.legal.termsTitle, look.copy.legal.terms(factsOf(look)));

export const healthDataPage = (look: Look): Html =>
  legalPage(look, look.copy.legal.healthDataTitle, look.copy.legal.healthData(factsOf(look)));

/** Where the text that asks for consent leads: all that YES agrees to, in full (47 CFR 64.1200(f)(9), RCW 19.373.030). */
export function agreementPage(look: Look): Html {
  const { sms, health } = disclosure(look.practice, look.locale);
  return legalPage(look, look.copy.legal.agreementTitle, look.copy.legal.agreement({ ...factsOf(look), sms, health }));
}
