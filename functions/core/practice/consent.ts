import { createHash } from 'node:crypto';
import type { ChannelName, SignUpChannel } from '../base/channel';
import { StridewellError } from '../base/error';
import type { Locale } from '../base/locale';
import type { Instant } from '../base/time';
import { asText, segments, toGsm } from './gsm';
import type { Practice } from './practice';
import { practiceIn } from './practice-words';
import type { InboundText } from './text';

/** Most marketing messages a month on one channel, as told at opt-in; the caps hold it (rules of carriers and consent). */
export const disclosedMaximum = 6;

export interface Disclosure extends Record<SignUpChannel, string> {
  /** Health data consent: categories, purpose, recipients, how to withdraw (RCW 19.373.030). */
  health: string;
}

/**
 * The labels beside the boxes, by version. A version that was ever served stays as it is: a page that somebody opened
 * before a deployment is sent after it. Change a word and it is a new version. The text box carries what 47 CFR
 * 64.1200(f)(9) and the carriers ask: seller, automated, not a condition, frequency, rates, STOP and HELP, and the warning
 * that texts are not encrypted (78 FR 5634).
 */
const labels = {
  '2026-11-a': {
    language: 'en',
    says: (practice: Practice): Disclosure => ({
      email: `Yes, email me back-care tips and invitations to book a visit from ${practice.name}. Email is not encrypted and others could read it. I can unsubscribe with one click in any email.`,
      sms: `I agree to get recurring automated marketing texts (back-care tips and invitations to book a visit) from ${practice.legalName} at this number, sent by autodialer. Consent is not a condition of buying any goods or services or of getting care. Up to ${disclosedMaximum} msgs/month. Msg & data rates may apply. Reply STOP to cancel, HELP for help. Texts are not encrypted and others could read them.`,
      health: `To choose your tips we collect your contact details and your answers about running and your back. We use them only to send these tips and to set up a visit if you ask for one. Only ${practice.name} and the services that store and deliver its messages receive them. Unsubscribe or delete your data at any time from any message.`,
    }),
  },
  '2026-11-a-es': {
    language: 'es',
    says: (practice: Practice): Disclosure => ({
      email: `Sí, envíenme por correo consejos para cuidar la espalda e invitaciones a pedir una cita en ${practice.name}. El correo no va cifrado y otras personas podrían leerlo. Puedo darme de baja con un clic en cualquier correo.`,
      sms: `Acepto recibir mensajes de texto publicitarios de ${practice.legalName} en este número. Son automáticos y periódicos, y los envía un marcador automático. Traen consejos para cuidar la espalda e invitaciones a pedir una cita. Aceptar no es una condición para comprar bienes o servicios ni para recibir atención. Hasta ${disclosedMaximum} mensajes al mes. Pueden aplicarse tarifas de mensajes y datos. Responda STOP para cancelar o HELP para pedir ayuda. Estos mensajes no van cifrados y otras personas los podrían leer.`,
      health: `Para elegir sus consejos reunimos sus datos de contacto y sus respuestas sobre correr y sobre su espalda. Los usamos solo para enviarle estos consejos y para fijar una cita si usted la pide. Solo los reciben ${practice.name} y los servicios que guardan y entregan sus mensajes. Puede darse de baja o borrar sus datos cuando quiera desde cualquier mensaje.`,
    }),
  },
} satisfies Record<string, { language: Locale; says: (practice: Practice) => Disclosure }>;

export type Wording = keyof typeof labels;
/** Every version of the labels that a page has ever shown. */
export const wordings = Object.keys(labels) as Wording[];
/** What a page in each language shows today. Each language has versions of its own. */
export const currentWording: Record<Locale, Wording> = { en: '2026-11-a', es: '2026-11-a-es' };

/** The labels as a page in this language shows them today. */
export const disclosure = (practice: Practice, locale: Locale): Disclosure =>
  labels[currentWording[locale]].says(practice);

/** Which words somebody saw before they agreed, as the evidence keeps them. */
export type Shown = Pick<ConsentEvidence, 'wording' | 'text' | 'language'>;

/** The label of this channel's box. */
export function labelFor(shown: Disclosure, channel: ChannelName): string {
  const label = (shown as Partial<Record<ChannelName, string>>)[channel];
  if (label === undefined) throw new StridewellError('internal', 'No form offers this channel.');
  return label;
}

/** Of a page: the label of the channel and what it said of health data. Of a request that names no version: that it named none. */
export function shownByPage(practice: Practice, channel: ChannelName, version: Wording | undefined): Shown {
  if (version === undefined)
    return { wording: 'api', text: 'Signed up through the API, which did not say what words were shown.' };
  const { language, says } = labels[version];
  const shown = says(practice);
  return { wording: version, language, text: `${labelFor(shown, channel)}\n${shown.health}` };
}

/** The version of the text below. Evidence of before it says `text`. */
const textWording = 'text-2026-11-b';
export const isAskedByText = ({ wording }: Pick<ConsentEvidence, 'wording'>): boolean => /^text(-|$)/.test(wording);

const askedByTextIn: Record<Locale, (seller: string, publicUrl: string) => string> = {
  en: (seller, publicUrl) =>
    `${seller}: Reply YES if 18+ and you agree to recurring automated marketing texts. Not a condition of buying or care. Up to ${disclosedMaximum} msgs/month. Msg & data rates may apply. Not encrypted. HELP for help, STOP to end. Terms & privacy: ${publicUrl}/legal`,
  // No á, í, ó or ú, which would make it UCS-2 and three parts.
  es: (seller, publicUrl) =>
    `${seller}: Responda SI si tiene 18+ y acepta textos de publicidad recurrentes y automatizados. No es requisito de compra ni cuidado. Hasta ${disclosedMaximum} msjs/mes. Puede haber cargos de msjs y datos. Sin cifrar. Info: AYUDA. Fin: STOP. Reglas: ${publicUrl}/legal`,
};

/**
 * The text that asks for consent by text: all that 47 CFR 64.1200(f)(9), CTIA 5.1.2 and 78 FR 5634 want known before YES, in
 * two parts. What RCW 19.373.030 wants as well, and the terms, stand on the page it leads to. The short name stands beside
 * the legal one where there is room. Refuses names that need a third part.
 */
export function shownByText({ shortName, legalName }: Practice, publicUrl: string, locale: Locale = 'en'): Shown {
  const from = (seller: string) => asText(askedByTextIn[locale](toGsm(seller), publicUrl), locale);
  const sellers = legalName.startsWith(shortName) ? [legalName] : [`${shortName} (${legalName})`, legalName];
  const text = sellers.map(from).find((one) => segments(one).parts <= 2);
  if (text === undefined)
    throw new StridewellError(
      'invalid',
      'legalName: the text that asks for consent needs a third part. Shorten legalName or the public address.',
      'legalName',
    );
  return { wording: wordingIn(textWording, locale), language: locale, text };
}

/** Each language is a wording of its own, whose proof says which was shown. */
const wordingIn = (wording: string, locale: Locale): string => (locale === 'en' ? wording : `${wording}-${locale}`);

const languageOfWording = (wording: string): Locale => (wording.endsWith('-es') ? 'es' : 'en');
/** Whether words were shown in this language. */
export const isIn = ({ wording }: Pick<ConsentEvidence, 'wording'>, locale: Locale): boolean =>
  languageOfWording(wording) === locale;

/** Whether somebody agreed to these very terms by text, in a language they were asked in. */
export const hasReadByText = ({ wording }: Pick<ConsentEvidence, 'wording'>, locale: Locale): boolean =>
  wording.startsWith(textWording) && isIn({ wording }, locale);

const askedAgainIn: Record<Locale, (practice: Pick<Practice, 'shortName' | 'program'>) => string> = {
  en: ({ shortName, program }) =>
    `${shortName}: Reply YES if 18+ to get ${program} texts on the terms we sent before: automated, no condition of care. HELP for help, STOP to end.`,
  es: ({ shortName, program }) =>
    `${shortName}: Responda SI si tiene 18+ y quiere ${program} en los términos que le mandamos: automatizados, no son requisito. Info: AYUDA. Fin: STOP.`,
};

/** The short question, for a person who already has the full disclosure above on their phone. */
export function shownAgainByText(named: Practice, locale: Locale = 'en'): Shown {
  const { shortName, program } = practiceIn(named, locale);
  return {
    wording: wordingIn(`${textWording}-again`, locale),
    language: locale,
    text: asText(askedAgainIn[locale]({ shortName, program: toGsm(program) }), locale),
  };
}

type ConsentAction = 'asked' | 'confirmed' | 'withdrawn';

/** Append-only evidence of one act of consent (16 CFR 310.5, CTIA 5.1.2): kept 6 years after the last send. */
export interface ConsentEvidence {
  subscriber: string;
  channel: ChannelName;
  action: ConsentAction;
  at: Instant;
  /** The seller named, as shown. */
  seller: string;
  address: string;
  /** Version of the words shown; `api` where none was named; how somebody left. */
  wording: string;
  /** The language they were shown in. */
  language?: Locale;
  /** The words as they were shown, to the letter; for a goodbye, what was said. */
  text: string;
  textHash: string;
  /** Page or means: `/subscribe`, `api`, `sms:TIPS`, `sms:STOP`, `one-click`, … never a token. */
  page: string;
  ip?: string;
  userAgent?: string;
}

/** One act, as the evidence keeps it: the seller as shown, a hash of the words, no more of a browser than fits an entry. */
export function evidenceOf(
  { legalName }: Pick<Practice, 'legalName'>,
  act: Pick<ConsentEvidence, 'subscriber' | 'channel' | 'action' | 'at' | 'address' | 'wording' | 'text' | 'language'>,
  { page, ip, userAgent }: { page: string; ip?: string | undefined; userAgent?: string | undefined },
  hashed = act.text,
): ConsentEvidence {
  return {
    ...act,
    seller: legalName,
    textHash: wordingHash(hashed),
    page,
    ...(ip ? { ip } : {}),
    ...(userAgent ? { userAgent: userAgent.slice(0, 300) } : {}),
  };
}

/** A question for consent that a phone asked for by text: what it said, and the words that are shown to it. */
export const askedByText = (
  practice: Pick<Practice, 'legalName'>,
  subscriber: string,
  { from, body }: InboundText,
  shown: Shown,
  at: Instant,
): ConsentEvidence => {
  const act = { subscriber, channel: 'sms', action: 'asked', at, address: from, ...shown } as const;
  const text = `${body.slice(0, 160)}\n${shown.text}`;
  return evidenceOf(practice, { ...act, text }, { page: 'text' }, shown.text);
};

export const wordingHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
