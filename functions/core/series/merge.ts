import { StridewellError } from '../base/error';
import { type Locale, plural } from '../base/locale';
import { typedAddress } from '../base/staff-text';
import { typedName } from '../base/typed';
import { asText, costlyIn, foreign, segments, toGsm } from '../practice/gsm';
import { phoneText } from '../practice/phone-text';
import type { Practice } from '../practice/practice';
import { practiceIn } from '../practice/practice-words';
import type { Words } from './series';
import { type Reading, readingsOf } from './step';

/** Everything staff may merge into words; a closed list, because words are data and never templates. */
export const mergeFields = [
  'firstName',
  'practice.name',
  'practice.shortName',
  'practice.phone',
  'callBackHours',
  'urgentCare.hours',
  'link',
] as const;
type MergeField = (typeof mergeFields)[number];
type MergeValues = Record<MergeField, string>;

/** Longest link a text may carry; texts are measured with it before anyone gets one. */
export const longestLink = `https://${'w'.repeat(102)}`;
/** How every text ends, since it is too short for the whole disclaimer. No letter that GSM-7 lacks. */
export const shortDisclaimers: Record<Locale, string> = {
  en: 'Info only, not medical advice',
  es: 'Solo info, no consejo médico',
};

export interface WordsProblem {
  /** Path inside the words, such as `paragraphs.2`. */
  field: string;
  message: string;
}

const isField = (name: string): name is MergeField => (mergeFields as readonly string[]).includes(name);

/** The merge fields a text asks for, as written, known or not. */
export const mergeFieldsOf = (text: string): string[] =>
  Array.from(text.matchAll(/\{\{([^{}]*)\}\}/g), (match) => (match[1] ?? '').trim());

/** Merges in one pass, so that a value that looks like a field stays a value. */
export function merge(text: string, values: MergeValues): string {
  const problem = fieldProblem(text, true);
  if (problem) throw new StridewellError('invalid', problem);
  return text.replace(/\{\{([^{}]*)\}\}/g, (_, name: string) => values[name.trim() as MergeField]);
}

/** What the fields become for one person, in the language of the words around them. */
export function mergeValues(named: Practice, firstName: string, locale: Locale, link = ''): MergeValues {
  const practice = practiceIn(named, locale);
  const hours = practice.callBack.withinHours;
  return {
    firstName: greetingName(firstName, locale),
    'practice.name': practice.name,
    'practice.shortName': practice.shortName,
    'practice.phone': phoneText(practice.phone),
    callBackHours: `${hours} ${plural(locale, hours, officeHours[locale])}`,
    'urgentCare.hours': practice.urgentCare.hours,
    link,
  };
}

const officeHours: Record<Locale, { one: string; other: string }> = {
  en: { one: 'working hour', other: 'working hours' },
  es: { one: 'hora de oficina', other: 'horas de oficina' },
};

/** The same for a text: what is merged gives way to GSM-7, the words themselves do not. */
export const textValues = (practice: Practice, firstName: string, locale: Locale, link: string): MergeValues =>
  Object.fromEntries(
    Object.entries(mergeValues(practice, firstName, locale)).map(([field, value]) => [
      field,
      field === 'link' ? link : toGsm(value),
    ]),
  ) as MergeValues;

/** Greets somebody whose name is not known, or is none. */
const nobody: Record<Locale, string> = { en: 'there', es: 'qué tal' };

/**
 * A name fit for a greeting. Names come from strangers: control and direction characters, braces and anything that
 * looks like a link are how a sign-up form is abused to write to others (list bombing), so those become "there".
 */
export function greetingName(name: string, locale: Locale): string {
  const line = typedName(name.normalize('NFC'))
    .replace(/[\p{Cc}\p{Zl}\p{Zp}{}<>"]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '' || looksLikeLink(line)) return nobody[locale];
  return Array.from(line).slice(0, 40).join('').trim();
}

/** "St.John" and "J.Smith" are names: a title or one letter, a dot, and a capital that no address ends in. */
const shortened = /(?:^|[\s'-])(\p{Lu}|st|ste|sta|sto|dr|mr|mrs|ms|fr|sr)\.\p{Lu}\p{L}{2,}$/iu;

function looksLikeLink(line: string): boolean {
  const plain = line.replace(/\p{Cf}/gu, '').normalize('NFKC');
  if (/[/@:\\]|www\./i.test(plain)) return true;
  const isName = shortened.test(plain) && /\.\p{Lu}/u.test(plain) && typedAddress(plain.toLowerCase()) === undefined;
  return !isName && /\.\p{L}{2,}$/u.test(plain);
}

/** Every reason not to send these words, each naming its field. With a practice, the text is measured too. */
export const checkWords = (words: Words, practice?: Practice): WordsProblem[] => [
  ...withoutFigures(words),
  ...readingsOf(words).flatMap((reading) =>
    checkReading(reading, practice).map(({ field, message }) => ({ field: fieldOf(field, reading.locale), message })),
  ),
];

/** Where a field of a reading stands in the words: all but the first language have a place of their own. */
export const fieldOf = (field: string, locale: Locale): string =>
  locale === 'en' ? field : `${locale}.${field === 'button.label' ? 'button' : field}`;

/** A drawing without words would be shown with those of another language. */
function withoutFigures({ figures = [], es }: Words): WordsProblem[] {
  const count = es?.figures?.length ?? 0;
  if (!es || count === figures.length) return [];
  return [
    { field: 'es.figures', message: `must be ${figures.length} in number, one for each drawing; there are ${count}` },
  ];
}

function checkReading({ locale, words }: Reading, practice?: Practice): WordsProblem[] {
  const problems: WordsProblem[] = [];
  const say = (field: string, message: string) => problems.push({ field, message });
  const shortDisclaimer = shortDisclaimers[locale];
  for (const [field, text] of fieldsOf(words)) {
    const problem = fieldProblem(text, field === 'text');
    if (problem) say(field, problem);
    const address = typedAddress(text);
    if (address !== undefined) say(field, noAddress(address, field === 'text'));
  }
  // Lock screens and inbox lists show these to anyone (45 CFR 164.502(b), minimum necessary).
  for (const field of ['subject', 'preheader', 'text'] as const) {
    const named = namesCondition[locale].exec(words[field]);
    if (named) say(field, `"${named[0]}" names a condition of the reader where others can see it`);
  }
  if (/^\s*(re|rv|fwd?)\s*:/i.test(words.subject)) say('subject', 'must not pretend to be a reply (15 USC 7704(a)(2))');
  if (words.subject === words.preheader) say('preheader', 'repeats the subject');
  if (!/^\{\{\s*practice\.shortName\s*\}\}:/.test(words.text)) say('text', 'must begin with {{practice.shortName}}:');
  if (!words.text.includes(shortDisclaimer)) say('text', `must end with "${shortDisclaimer}" and {{link}}`);
  if (!/\{\{\s*link\s*\}\}$/.test(words.text)) say('text', 'must end with {{link}}');
  if (problems.length > 0 || !practice) return problems;
  const merged = asText(merge(words.text, textValues(practice, 'x'.repeat(20), locale, longestLink)), locale);
  const strange = foreign(merged, locale);
  if (strange.length > 0) say('text', `has characters a text cannot carry: ${strange.join(' ')}`);
  const { parts } = segments(merged);
  if (strange.length === 0 && parts > 2) say('text', tooLong(merged, parts));
  return problems;
}

function tooLong(merged: string, parts: number): string {
  const costly = costlyIn(merged);
  const said = `needs ${parts} message parts with the longest link; 2 is the most`;
  return costly === ''
    ? said
    : `${said}. Without ${costly} it needs ${segments(toGsm(merged)).parts}: choose words that have none`;
}

/** The exact words of the lint staff are held to. */
export const namesCondition: Record<Locale, RegExp> = {
  en: /\byour (back pain|injury|diagnosis|sciatica|surgery|condition|pain)\b/i,
  es: /(?<!\p{L})(su|sus|tu|tus) (dolor(es)?|lesi(ó|o)n(es)?|diagn(ó|o)stico|ci(á|a)tica|cirug(í|i)as?|operaci(ó|o)n|enfermedad|condici(ó|o)n|padecimiento)(?!\p{L})/iu,
};

const noAddress = (address: string, isText: boolean): string =>
  `"${address}" reads as an address; use a link instead: ${isText ? '{{link}} in the text message' : 'the button'}. If it is none, leave a space after a full stop`;

function fieldProblem(text: string, isText: boolean): string | undefined {
  if (/\{\{\{|\}\}\}/.test(text)) return 'three braces are not allowed; use {{field}}';
  const unknown = mergeFieldsOf(text).find((name) => !isField(name));
  if (unknown !== undefined) return `unknown merge field {{${unknown}}}; known: ${mergeFields.join(', ')}`;
  if (/\{\{|\}\}/.test(text.replace(/\{\{[^{}]*\}\}/g, ''))) return 'a merge field is not closed';
  if (!isText && mergeFieldsOf(text).includes('link'))
    return '{{link}} belongs in the text message only; use the button';
  return undefined;
}

/** Every field that people read, with its path inside a reading. */
export const fieldsOf = (words: Reading['words']): [string, string][] => [
  ['subject', words.subject],
  ['preheader', words.preheader],
  ['headline', words.headline],
  ...words.paragraphs.map((text, i): [string, string] => [`paragraphs.${i}`, text]),
  ...(words.figures ?? []).flatMap((figure, i): [string, string][] => [
    [`figures.${i}.alt`, figure.alt],
    [`figures.${i}.title`, figure.title],
    [`figures.${i}.text`, figure.text],
  ]),
  ['button.label', words.button.label],
  ['text', words.text],
];
