import { unmarked } from '../../functions/core/base/lines';
import type { Locale } from '../../functions/core/base/locale';
import { type MailView, mailView } from '../../functions/core/messages/message';
import { termsOf } from '../../functions/core/practice/lint-terms';
import type { Practice } from '../../functions/core/practice/practice';
import { asSentences, countWords, easyInSpanish, fernandezHuerta, gradesOf } from '../../functions/core/series/grade';
import { mergeValues } from '../../functions/core/series/merge';
import type { Reading } from '../../functions/core/series/step';
import { nowhere } from './nowhere';

/** US school grades of a text by two published formulas; a library's, handed in because it is an ES module only. */
export type Grades = (text: string) => { kincaid: number; smog: number };

const most = { kincaid: 6, smog: 8, automated: 6, wordsInASentence: 15 };

/** For a number to call and a list of hours, which are read off and not read. */
const standIns: Record<Locale, { us: string; below: string }> = {
  en: { us: 'us', below: 'see below' },
  es: { us: 'aquí', below: 'vea abajo' },
};

/** What is read of a mail, as sentences: a number to call or a list of hours is read off, not read. */
export function bodyOf(reading: Reading, practice: Practice): string {
  const { locale } = reading;
  const values = mergeValues(practice, 'Sam', locale);
  const { headline, paragraphs, figures }: MailView = mailView(reading, { practice, firstName: 'Sam', links: nowhere });
  const parts = [
    headline,
    ...paragraphs.filter((line) => !termsOf[locale].greeting.test(line)),
    ...figures.flatMap(({ title, lines }) => [title, ...lines]),
  ];
  const { 'practice.phone': phone, 'urgentCare.hours': hours } = values;
  const { us, below } = standIns[locale];
  return asSentences(parts.map((part) => unmarked(part).replaceAll(phone, us).replaceAll(hours, below)));
}

/** Why these words read harder than grade 6, by the formulas of their language and by their longest sentence. */
export function tooHard(body: string, locale: Locale, library: Grades): string[] {
  const reasons = locale === 'es' ? hardInSpanish(body) : hardInEnglish(body, library);
  for (const sentence of body.split(/(?<=[.?!:])\s+/))
    if (countWords(sentence) > most.wordsInASentence)
      reasons.push(`a sentence of ${countWords(sentence)} words, ${most.wordsInASentence} is the most: "${sentence}"`);
  return reasons;
}

function hardInEnglish(body: string, library: Grades): string[] {
  const own = gradesOf(body);
  if (!own) return [];
  const grades = { ...library(body), automated: own.automated };
  return (Object.entries(grades) as [keyof typeof grades, number][]).flatMap(([name, grade]) =>
    grade > most[name] ? [`reads at grade ${grade.toFixed(1)} by the ${name} formula; ${most[name]} is the most`] : [],
  );
}

function hardInSpanish(body: string): string[] {
  const ease = fernandezHuerta(body);
  if (ease === undefined || ease >= easyInSpanish) return [];
  return [`reads at ${ease.toFixed(1)} by Fernández Huerta; ${easyInSpanish} is the least`];
}
