import { linesOf, unmarked } from '../base/lines';
import { matchable, type Terms, termsOf } from '../practice/lint-terms';
import { asSentences, easyInSpanish, fernandezHuerta, gradesOf, sentences } from './grade';
import { fieldOf, fieldsOf, type WordsProblem } from './merge';
import type { SeriesVersion, Words } from './series';
import { type Reading, readingsOf } from './step';

/**
 * What words may not say, in files, the console or an import. An error breaks law or safety and is
 * refused; a warning is for the approver, who ticks it by name.
 */
export type LintRule =
  | 'emergency'
  | 'promise'
  | 'condition'
  | 'exercise'
  | 'link'
  | 'paid'
  | 'grade'
  | 'shouting'
  | 'spam'
  | 'date'
  | 'preheader';

export interface Finding extends WordsProblem {
  rule: LintRule;
  level: 'error' | 'warning';
}

/** An error unless said otherwise. */
type Found = WordsProblem & { rule: LintRule; level?: 'warning' };

const link =
  /https?:|\bwww\.|\b(bit\.ly|tinyurl|t\.co|goo\.gl|ow\.ly|is\.gd|t\.ly|rb\.gy|cutt\.ly|rebrand\.ly|lnkd\.in)\b/i;
const mayShout = new Set(['STOP', 'HELP', 'START', 'YES', 'MRI', 'TTY', 'FAQ', 'ALTO', 'AYUDA']);

/** Where and how one wording breaks a rule of its own, in each of its languages; fields are paths inside the words. */
export const lintWords = (words: Words, kind: SeriesVersion['kind']): Finding[] =>
  readingsOf(words).flatMap((reading) =>
    lintReading(reading, kind).map((one) => ({ ...one, field: fieldOf(one.field, reading.locale) })),
  );

function lintReading(reading: Reading, kind: SeriesVersion['kind']): Finding[] {
  const found: Found[] = [];
  for (const [field, whole] of spoken(reading)) {
    const text = whole.replace(/\{\{.*?\}\}/g, '');
    found.push(
      ...everywhere(field, text, kind, termsOf[reading.locale]),
      ...inOneField(field, text, termsOf[reading.locale]),
    );
  }
  found.push(...grade(reading), ...noDate(reading, kind), ...emptyPromise(reading));
  return found.map((one) => ({ level: 'error', ...one }));
}

function everywhere(
  field: string,
  text: string,
  kind: SeriesVersion['kind'],
  { promise, paid, walkIn, inNeed, sentElsewhere, spam }: Terms,
): Found[] {
  const found: Found[] = [];
  const promised = promise.exec(text)?.[0];
  if (promised)
    found.push({
      rule: 'promise',
      field,
      message: `"${promised}" promises or blames; say what helps, not what it does`,
    });
  const typed = link.exec(text)?.[0];
  if (typed)
    found.push({ rule: 'link', field, message: `"${typed}" is a link typed by hand; use the button or {{link}}` });
  const sponsored = paid.exec(text)?.[0];
  if (sponsored)
    found.push({
      rule: 'paid',
      field,
      message: `"${sponsored}" tells of a third party who pays; nobody has authorised that (45 CFR 164.508(a)(3))`,
    });
  const offered = walkIn.exec(text)?.[0];
  // A tip reaches people in trouble too, and an emergency is never the walk-in's (safety tiers).
  if (offered && kind === 'drip')
    found.push({
      rule: 'emergency',
      field,
      message: `"${offered}" offers the walk-in in a series; tell of it in a broadcast`,
    });
  else if (offered && together(text).some((two) => walkIn.test(two) && inNeed.test(two) && !sentElsewhere.test(two)))
    found.push({
      rule: 'emergency',
      field,
      message: 'offers the walk-in for an emergency; send people to 911 or the ER',
    });
  const sold = spam.exec(text)?.[0];
  if (sold) found.push({ rule: 'spam', level: 'warning', field, message: `"${sold}" is how spam speaks` });
  return found;
}

function inOneField(field: string, text: string, { condition, backPain }: Terms): Found[] {
  const found: Found[] = [];
  // Lock screens and inbox lists show these to anyone (45 CFR 164.502(b), minimum necessary).
  if (field === 'subject' || field === 'preheader' || field === 'text') {
    const named = condition.exec(text)?.[0];
    if (named)
      found.push({ rule: 'condition', field, message: `"${named}" names a condition where others can see it` });
    else if (field !== 'text' && backPain.test(text))
      found.push({
        rule: 'condition',
        level: 'warning',
        field,
        message: `"${backPain.exec(text)?.[0]}" can be read on a locked screen beside the reader’s name`,
      });
  }
  const loud = (text.match(/\b[A-Z]{3,}\b/g) ?? []).filter((word) => !mayShout.has(word));
  const most = field === 'text' || field === 'subject' ? 0 : 1;
  if (loud.length > most || /!{2,}|\?{2,}/.test(text))
    found.push({
      rule: 'shouting',
      level: 'warning',
      field,
      message: `"${loud[0] ?? '!!'}" shouts, and filters count that against a message`,
    });
  return found;
}

/** Where these words speak of an exercise at all, and where they tell the reader to do one. */
export const exerciseIn = (words: Words): (WordsProblem & { told: boolean })[] =>
  readingsOf(words).flatMap((reading) => {
    const { exercise, tells } = termsOf[reading.locale];
    const isTold = (said: string): boolean =>
      (exercise.exec(said)?.index ?? -1) === 0 || (tells.test(said) && exercise.test(said));
    return spoken(reading).flatMap(([field, text]) => {
      const verb = exercise.exec(text)?.[0];
      const told = linesOf(text).some((one) => sentences(unmarked(one)).some(isTold));
      return verb ? [{ field: fieldOf(field, reading.locale), message: `"${verb}" is an exercise`, told }] : [];
    });
  });

/** Harder than everybody can read: above grade 8 by either of two formulas, or below 70 by the one for Spanish. */
function grade({ locale, words: { headline, paragraphs, figures = [] } }: Reading): Found[] {
  const parts = [
    headline,
    ...paragraphs.filter((line) => !termsOf[locale].greeting.test(line)).flatMap(linesOf),
    ...figures.flatMap(({ title, text }) => [title, ...linesOf(text)]),
  ];
  const us = locale === 'es' ? 'aquí' : 'us';
  const body = asSentences(parts.map((part) => unmarked(part.replace(/\{\{.*?\}\}/g, us))));
  const hard = locale === 'es' ? hardInSpanish(body) : hardInEnglish(body);
  return hard ? [{ rule: 'grade', level: 'warning', field: 'paragraphs', message: hard }] : [];
}

function hardInEnglish(body: string): string | undefined {
  const grades = gradesOf(body);
  const worst = grades ? Math.max(grades.automated, grades.colemanLiau) : 0;
  if (worst <= 8) return undefined;
  return `reads at grade ${worst.toFixed(1)}; 8 is the most, 6 is better. Shorter sentences and words help`;
}

function hardInSpanish(body: string): string | undefined {
  const ease = fernandezHuerta(body);
  if (ease === undefined || ease >= easyInSpanish) return undefined;
  return `reads at ${ease.toFixed(1)} by Fernández Huerta; ${easyInSpanish} is the least. Shorter sentences and words help`;
}

function noDate(reading: Reading, kind: SeriesVersion['kind']): Found[] {
  const { event, dated } = termsOf[reading.locale];
  const all = spoken(reading).map(([, text]) => text);
  if (kind !== 'broadcast' || !all.some((text) => event.test(text)) || all.some((text) => dated.test(text))) return [];
  return [{ rule: 'date', level: 'warning', field: 'paragraphs', message: 'invites to an event and names no day' }];
}

/** What the preheader speaks of has to be in the mail. */
function emptyPromise(reading: Reading): Found[] {
  const { things, drawn: drawings, numbers } = termsOf[reading.locale];
  const figures = reading.words.figures ?? [];
  const said = spoken(reading);
  const preheader = said.find(([field]) => field === 'preheader')![1];
  const inside = said
    .filter(([field]) => !['subject', 'preheader', 'text'].includes(field))
    .map(([, text]) => text)
    .join(' ')
    .toLowerCase();
  const thing = things.exec(preheader)?.[1]?.toLowerCase();
  const drawn = figures.length > 0 && drawings.test(thing ?? '');
  const say = (what: string): Found[] => [
    {
      rule: 'preheader',
      level: 'warning',
      field: 'preheader',
      message: `promises ${what}, which the mail does not hold`,
    },
  ];
  const counted = new RegExp(`\\b(${numbers.join('|')}|\\d+) (?:\\w+ ){0,2}?${things.source}`, 'i').exec(preheader);
  if (counted) {
    const n = /\d/.test(counted[1]!) ? Number(counted[1]) : numbers.indexOf(counted[1]!.toLowerCase()) + 1;
    const holds = figures.length === n || inside.includes(counted[1]!.toLowerCase());
    return n > 1 && !holds ? say(`"${counted[0]}"`) : [];
  }
  return thing && !drawn && !inside.includes(thing) ? say(`a ${thing}`) : [];
}

/** Each sentence with the one after it: "Lost feeling? Walk in." */
const together = (text: string): string[] => sentences(text).map((one, i, all) => `${one} ${all[i + 1] ?? ''}`);

/** Every field that people read, with its path, as the terms of its language are matched against it. */
const spoken = ({ locale, words }: Reading): [string, string][] =>
  fieldsOf(words).map(([field, text]) => [field, matchable(text, locale)]);
