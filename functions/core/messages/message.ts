import { StridewellError } from '../base/error';
import { linesOf } from '../base/lines';
import type { Locale } from '../base/locale';
import type { CheckInAnswer } from '../person/subscriber';
import { type Paint, paintOf } from '../practice/colour';
import { asText, foreign, segments, toGsm } from '../practice/gsm';
import { phoneText } from '../practice/phone-text';
import type { Practice } from '../practice/practice';
import { disclaimerLocale, practiceIn } from '../practice/practice-words';
import { signsText } from '../practice/questions';
import { greetingName, merge, mergeValues, textValues } from '../series/merge';
import type { LinkKey } from '../series/series';
import type { Reading } from '../series/step';
import { copies } from './copy/copy';
import type { Copy } from './copy/en';

/** Where a message leads; every address is whole, signed where it must be, and the practice's own. */
export interface Links {
  unsubscribe: string;
  preferences: string;
  /** The RFC 8058 target; a header, never in the body. */
  oneClick: string;
  targets: Record<LinkKey, string>;
  checkIn: Record<CheckInAnswer, string>;
  languageHelp: string;
  privacy: string;
  healthPrivacy: string;
  terms: string;
  /** Address of a file in `practice/drawings`, such as `calf.png`. */
  asset: (name: string) => string;
}

/** What a look is filled with: whole, plain, not yet escaped. Nothing is ever absent, so looks can be strict. */
export interface MailView {
  lang: Locale;
  subject: string;
  preheader: string;
  headline: string;
  paragraphs: string[];
  /** `lines` are what `text` holds, its numbered steps apart. */
  figures: { src: string; alt: string; title: string; text: string; lines: string[] }[];
  choices: { label: string; href: string }[];
  locations: { name: string; address: string; phone: string; tel: string }[];
  /** `plain` is what stands for the link where nothing can be tapped. */
  button: { label: string; href: string; plain: string } | null;
  /** `signs` are those that the practice asks for. */
  safety: Copy['safety'] & { signs: string };
  /** What stands around the words: labels of links and lists. */
  frame: Copy['frame'];
  practice: {
    name: string;
    postalAddress: string;
    phone: string;
    tel: string;
    site: string;
    /** Drawn as PNG, since few mail programs show SVG. */
    logo: { light: string; dark: string; width: number } | null;
  };
  disclaimer: string;
  disclaimerLang: Locale;
  /** Why the reader gets this mail. */
  why: string;
  /** Links at the foot, after the one to leave. */
  foot: { label: string; href: string }[];
  links: { unsubscribe: string };
  paint: Paint;
}

interface MailContext {
  practice: Practice;
  firstName: string;
  links: Links;
}

/** One step's words for one person, as the `message` look wants them. Its frame is in the language of the words. */
export function mailView({ words, locale }: Reading, { practice, firstName, links }: MailContext): MailView {
  const { answers, why, frame } = copies[locale];
  const values = mergeValues(practice, firstName, locale);
  const say = (text: string) => merge(text, values);
  return {
    ...frameOf(practice, links, locale),
    subject: say(words.subject),
    preheader: say(words.preheader),
    headline: say(words.headline),
    paragraphs: words.paragraphs.flatMap((paragraph) => linesOf(say(paragraph))),
    figures: (words.figures ?? []).map((figure) => ({
      src: links.asset(`${figure.drawing}.png`),
      alt: say(figure.alt),
      title: say(figure.title),
      text: say(figure.text),
      lines: linesOf(say(figure.text)),
    })),
    choices: words.choices
      ? (Object.keys(answers) as CheckInAnswer[]).map((key) => ({ label: answers[key], href: links.checkIn[key] }))
      : [],
    locations: words.locations
      ? practice.locations.map(({ name, address, phone }) => ({
          name,
          address,
          phone: phoneText(phone),
          tel: `tel:${phone}`,
        }))
      : [],
    button: buttonOf(say(words.button.label), links.targets[words.button.link]),
    why: why(practice),
    foot: [{ label: frame.choices, href: links.preferences }, ...footOf(links, locale)],
    links: { unsubscribe: links.unsubscribe },
  };
}

/** What every mail of the practice has in common. */
export function frameOf(named: Practice, links: FootLinks, locale: Locale) {
  const practice = practiceIn(named, locale);
  const logo = practice.logo ?? null;
  const { frame, safety } = copies[locale];
  return {
    lang: locale,
    frame,
    safety: { ...safety, signs: signsText(named.questions, locale) },
    practice: {
      name: practice.name,
      postalAddress: practice.postalAddress,
      phone: phoneText(practice.phone),
      tel: `tel:${practice.phone}`,
      site: practice.site,
      logo: logo && {
        light: links.asset(drawnFrom(logo.light)),
        dark: links.asset(drawnFrom(logo.dark)),
        width: logo.width,
      },
    },
    disclaimer: practice.disclaimer,
    disclaimerLang: disclaimerLocale(practice, locale),
    paint: paintOf(practice.colour),
  };
}

/** The PNG that `npm run templates` draws of an SVG; a PNG stands for itself. */
export const drawnFrom = (file: string): string => file.replace(/\.svg$/, '.png');

export type FootLinks = Pick<Links, 'languageHelp' | 'privacy' | 'healthPrivacy' | 'terms' | 'asset'>;

/** The links the law wants at the foot of every mail. */
export function footOf(links: FootLinks, locale: Locale): MailView['foot'] {
  const { frame } = copies[locale];
  return (['languageHelp', 'privacy', 'healthPrivacy', 'terms'] as const).map((page) => ({
    label: frame[page],
    href: links[page],
  }));
}

/** A button; a phone number stands for itself in plain text. */
export const buttonOf = (label: string, href: string) => ({
  label,
  href,
  plain: href.startsWith('tel:') ? phoneText(href.slice(4)) : href,
});

/** Opens what is a test, so that nobody takes it for the real one. */
export const testMark = '[Test] ';
export const asTest = (view: MailView): MailView => ({ ...view, subject: `${testMark}${view.subject}` });

/** One step as a text of at most two parts, or an error. The name gives way, staff's words do not. */
export function textOf(
  { words, locale }: Reading,
  { practice, firstName, link }: { practice: Practice; firstName: string; link: string },
): string {
  const name = Array.from(toGsm(greetingName(firstName, locale)))
    .filter((character) => foreign(character).length === 0)
    .join('')
    .trim()
    .slice(0, 20);
  return sendable(merge(words.text, textValues(practice, name, locale, link)), locale);
}

/** Refuses a text that would cost more than two parts, or that holds what its language is not written with. */
export function sendable(merged: string, locale: Locale): string {
  const text = asText(merged, locale).trim();
  const strange = foreign(text, locale);
  if (strange.length > 0) throw new StridewellError('invalid', `a text cannot carry ${strange.join(' ')}`, 'text');
  const { parts } = segments(text);
  if (parts > 2) throw new StridewellError('invalid', `the text needs ${parts} message parts; 2 is the most`, 'text');
  return text;
}
