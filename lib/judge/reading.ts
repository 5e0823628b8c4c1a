import { unmarked } from '../../functions/core/base/lines';
import { type MailView, mailView } from '../../functions/core/messages/message';
import type { Practice } from '../../functions/core/practice/practice';
import { asSentences, countWords, gradesOf } from '../../functions/core/series/grade';
import { mergeValues } from '../../functions/core/series/merge';
import type { Words } from '../../functions/core/series/series';
import { nowhere } from './nowhere';

/** US school grades of a text by two published formulas; a library's, handed in because it is an ES module only. */
export type Grades = (text: string) => { kincaid: number; smog: number };

const most = { kincaid: 6, smog: 8, automated: 6, wordsInASentence: 15 };

/** What is read of a mail, as sentences: a number to call or a list of hours is read off, not read. */
export function bodyOf(words: Words, practice: Practice): string {
  const values = mergeValues(practice, 'Sam');
  const { headline, paragraphs, figures }: MailView = mailView(words, {
    practice,
    firstName: 'Sam',
    links: nowhere,
    why: '',
  });
  const parts = [
    headline,
    ...paragraphs.filter((line) => !line.startsWith('Hi ')),
    ...figures.flatMap(({ title, lines }) => [title, ...lines]),
  ];
  const { 'practice.phone': phone, 'urgentCare.hours': hours } = values;
  return asSentences(parts.map((part) => unmarked(part).replaceAll(phone, 'us').replaceAll(hours, 'see below')));
}

/** Why these words read harder than grade 6, by three formulas and by their longest sentence. */
export function tooHard(body: string, library: Grades): string[] {
  const reasons: string[] = [];
  const own = gradesOf(body);
  if (own) {
    const grades = { ...library(body), automated: own.automated };
    for (const [name, grade] of Object.entries(grades) as [keyof typeof grades, number][])
      if (grade > most[name])
        reasons.push(`reads at grade ${grade.toFixed(1)} by the ${name} formula; ${most[name]} is the most`);
  }
  for (const sentence of body.split(/(?<=[.?!:])\s+/))
    if (countWords(sentence) > most.wordsInASentence)
      reasons.push(`a sentence of ${countWords(sentence)} words, ${most.wordsInASentence} is the most: "${sentence}"`);
  return reasons;
}
