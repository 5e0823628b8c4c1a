import { type ChannelName, isText } from '../base/channel';
import { StridewellError } from '../base/error';
import { type Locale, locales } from '../base/locale';
import { hour, type Instant } from '../base/time';
import { type Notice, type NoticeKind, noticeKinds } from '../person/subscriber';
import { disclosedMaximum, shownAgainByText, shownByText } from '../practice/consent';
import { asText, toGsm } from '../practice/gsm';
import { phoneText } from '../practice/phone-text';
import type { Practice } from '../practice/practice';
import { practiceIn } from '../practice/practice-words';
import { greetingName } from '../series/merge';
import { dayAndTime } from '../time/day-and-time';
import { copies } from './copy/copy';
import type { MailKind, NoticeFacts, TextKind } from './copy/en';
import { buttonOf, type FootLinks, footOf, frameOf, type MailView, sendable } from './message';

/** Where a notice leads: the legal pages, and the one page its button or link opens. */
export type NoticeLinks = FootLinks & { action: string };

type Facts = Record<string, string>;

const isMail = (kind: NoticeKind): kind is MailKind => Object.hasOwn(copies.en.mails, kind);
const isWorded = (kind: NoticeKind): kind is TextKind => Object.hasOwn(copies.en.texts, kind);

/** Moments and places a notice speaks of, in words. */
export function noticeFacts(
  practice: Practice,
  { data = {} }: Pick<Notice, 'data'>,
  locale: Locale,
  now: Instant,
): Facts {
  const said = (at: string | undefined): string | undefined => {
    if (!at) return undefined;
    return copies[locale].moment(dayAndTime(Number(at), practice.timeZone, locale));
  };
  const callBackBy = said(data.callBackBy);
  const when = said(data.visitAt);
  const location = practice.locations.find((one) => one.id === data.location)?.name;
  // An answer that was held back speaks of a text its reader may have forgotten.
  const late = now - Number(data.saidAt ?? now) > hour;
  return {
    ...(late ? { late: 'yes' } : {}),
    ...(data.unsure ? { unsure: data.unsure } : {}),
    ...(data.count ? { count: data.count } : {}),
    ...(callBackBy ? { callBackBy } : {}),
    ...(when ? { when } : {}),
    ...(location ? { location } : {}),
  };
}

/** What the words may hold, as their language says it. In a text a fact gives way to GSM-7; the words around it do not. */
function factsOf(named: Practice, locale: Locale, action: string, facts: Facts, channel: ChannelName): NoticeFacts {
  const practice = practiceIn(named, locale);
  const said = isText(channel) ? toGsm : (fact: string) => fact;
  const { firstName = '', count = '1', late, unsure, beside, callBackBy, when, location } = facts;
  const known = Object.entries({ beside, callBackBy, when, location }).filter(([, fact]) => fact);
  return {
    ...(Object.fromEntries(known.map(([name, fact]) => [name, said(fact!)])) as Facts),
    practice: { ...practice, program: said(practice.program) },
    phone: phoneText(practice.phone),
    name: greetingName(firstName, locale),
    count: Number(count),
    action,
    late: Boolean(late),
    unsure: Boolean(unsure),
  };
}

/** The words of a text; undefined for a kind that is never one. */
function textWords(kind: NoticeKind, practice: Practice, locale: Locale, action: string, facts: Facts) {
  if (kind === 'sms-tips-disclosure') return shownByText(practice, action, locale).text;
  if (kind === 'sms-ask-again') return shownAgainByText(practice, locale).text;
  return isWorded(kind) ? copies[locale].texts[kind](factsOf(practice, locale, action, facts, 'sms')) : undefined;
}

/** Words of earlier versions, which stand on phones for years and are quoted from there. Add what you replace. */
const rates = `Up to ${disclosedMaximum} msgs/month. Msg & data rates may apply.`;
const earlier: ((practice: Practice, action: string) => string)[] = [
  (p, action) => `${p.shortName}: Thanks! Tell us how you run, so the tips fit you: ${action} Reply STOP to cancel.`,
  (p) => `This number is not watched. Emergency: call 911. Office: ${phoneText(p.phone)}.`,
  (p, action) =>
    `${p.shortName}: Reply YES to agree to recurring automated marketing texts. Not required to buy or get care. ${rates} HELP for help, STOP to end. Terms: ${action}`,
];

/** Every service text in every language, earlier ones too, with and without what it may say beside; `gap` stands for all of that. */
export function noticeTexts(practice: Practice, gap: string): string[] {
  const everything: Facts = new Proxy({}, { get: () => gap });
  const now = locales.flatMap((locale) =>
    noticeKinds.flatMap((kind) =>
      [{}, everything].flatMap((facts) => textWords(kind, practice, locale, gap, facts) ?? []),
    ),
  );
  return [...now, ...earlier.map((say) => say(practice, gap))].map((text) => asText(text, 'es').trim());
}

/** Every kind but a test, whose words are those of its step. */
export const wordedKinds: NoticeKind[] = noticeKinds.filter((kind) => kind !== 'test-send');

/**
 * A service message's words: a mail as a view for the `notice` look, a text as the text. Kinds that go out on both
 * channels become a mail unless `channel` says text. `data` holds `firstName`, `callBackBy`, `when`, `location` and,
 * for an answer that was held back, `late`; for a question, `beside`: the other address of the same form, in part.
 */
export function noticeView(
  kind: NoticeKind,
  practice: Practice,
  links: NoticeLinks,
  data: Facts = {},
  channel: ChannelName = isMail(kind) ? 'email' : 'sms',
  locale: Locale = 'en',
): MailView | string {
  if (isText(channel)) {
    const text = textWords(kind, practice, locale, links.action, data);
    if (text === undefined) throw new StridewellError('internal', `notice ${kind} is never a text`);
    return sendable(text, locale);
  }
  if (!isMail(kind)) throw new StridewellError('internal', `notice ${kind} is never a mail`);
  const { button, ...words } = copies[locale].mails[kind](factsOf(practice, locale, links.action, data, channel));
  return {
    ...frameOf(practice, links, locale),
    ...words,
    figures: [],
    choices: [],
    locations: [],
    button: button ? buttonOf(button, links.action) : null,
    foot: footOf(links, locale),
    // A notice is no list mail: it has nothing to unsubscribe from, and its look shows no such link.
    links: { unsubscribe: '' },
  };
}
