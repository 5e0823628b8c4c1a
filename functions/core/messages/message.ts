import { StridewellError } from '../base/error';
import { linesOf } from '../base/lines';
import type { CheckInAnswer } from '../person/subscriber';
import { type Paint, paintOf } from '../practice/colour';
import { foreign, segments, toGsm } from '../practice/gsm';
import { phoneText } from '../practice/phone-text';
import type { Practice } from '../practice/practice';
import { greetingName, merge, mergeValues } from '../series/merge';
import type { LinkKey, Words } from '../series/series';

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

/** Two tiers are never mixed: this is the emergency one, in every mail, and it never offers a walk-in. */
export const safety = {
  ask: 'Is it an emergency?',
  signs:
    'New bladder or bowel trouble. Numbness between the legs. New or worse leg weakness. Fever with back pain. A bad fall or crash.',
  act: 'Call 911 or go to the ER.',
  wait: 'Do not wait for our reply.',
} as const;

/** What a look is filled with: whole, plain, not yet escaped. Nothing is ever absent, so looks can be strict. */
export interface MailView {
  lang: 'en';
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
  safety: typeof safety;
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
  /** Why the reader gets this mail. */
  why: string;
  links: {
    unsubscribe: string;
    preferences: string;
    languageHelp: string;
    privacy: string;
    healthPrivacy: string;
    terms: string;
  };
  paint: Paint;
}

interface MailContext {
  practice: Practice;
  firstName: string;
  links: Links;
  why: string;
}

const answers: Record<CheckInAnswer, string> = { better: 'Better', same: 'About the same', worse: 'Worse' };

/** One step's words for one person, as the `message` look wants them. */
export function mailView(words: Words, { practice, firstName, links, why }: MailContext): MailView {
  const values = mergeValues(practice, firstName);
  const say = (text: string) => merge(text, values);
  return {
    ...frameOf(practice, links),
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
    why,
    links: { ...footOf(links), unsubscribe: links.unsubscribe, preferences: links.preferences },
  };
}

/** What every mail of the practice has in common. */
export function frameOf(practice: Practice, links: FootLinks) {
  const logo = practice.logo ?? null;
  return {
    lang: 'en' as const,
    safety,
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
    paint: paintOf(practice.colour),
  };
}

/** The PNG that `npm run templates` draws of an SVG; a PNG stands for itself. */
export const drawnFrom = (file: string): string => file.replace(/\.svg$/, '.png');

export type FootLinks = Pick<Links, 'languageHelp' | 'privacy' | 'healthPrivacy' | 'terms' | 'asset'>;

/** The links the law wants at the foot of every mail. */
export const footOf = ({ languageHelp, privacy, healthPrivacy, terms }: FootLinks) => ({
  languageHelp,
  privacy,
  healthPrivacy,
  terms,
});

/** A button; a phone number stands for itself in plain text. */
export const buttonOf = (label: string, href: string) => ({
  label,
  href,
  plain: href.startsWith('tel:') ? phoneText(href.slice(4)) : href,
});

/** Opens what is a test, so that nobody takes it for the real one. */
export const testMark = '[Test] ';
export const asTest = (view: MailView): MailView => ({ ...view, subject: `${testMark}${view.subject}` });

/** One step as a text: GSM-7 and at most two parts, or an error. The name gives way, staff's words do not. */
export function textOf(
  words: Words,
  { practice, firstName, link }: { practice: Practice; firstName: string; link: string },
): string {
  const name = Array.from(toGsm(greetingName(firstName)))
    .filter((character) => foreign(character).length === 0)
    .join('')
    .trim()
    .slice(0, 20);
  return sendable(merge(words.text, mergeValues(practice, name, link)));
}

/** Refuses a text that would cost more than two parts or arrive as UCS-2. */
export function sendable(merged: string): string {
  const text = toGsm(merged).trim();
  const strange = foreign(text);
  if (strange.length > 0) throw new StridewellError('invalid', `a text cannot carry ${strange.join(' ')}`, 'text');
  const { parts } = segments(text);
  if (parts > 2) throw new StridewellError('invalid', `the text needs ${parts} message parts; 2 is the most`, 'text');
  return text;
}
