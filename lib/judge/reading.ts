import { unmarked } from '../../functions/core/lines';
import { mergeValues } from '../../functions/core/merge';
import { type MailView, mailView } from '../../functions/core/message';
import type { Practice } from '../../functions/core/practice';
import type { Words } from '../../functions/core/series';
import { nowhere } from './nowhere';

/** US school grades of a text by two published formulas; a library's, handed in because it is an ES module only. */
export type Grades = (text: string) => { kincaid: number; smog: number };

const most = { kincaid: 6, smog: 8, automated: 6, wordsInASentence: 15 };
const count = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** What is read of a mail, as sentences: a number to call or a list of hours is read off, not read. */
export function bodyOf(words: Words, practice: Practice): string {
  const values = mergeValues(practice, 'Sam');
  const { headline, paragraphs, figures }: MailView = mailView(words, {
    practice,
    firstName: 'Sam',
    links: nowhere,
    why: '',
  });
  return [
    headline,
    ...paragraphs.filter((line) => !line.startsWith('Hi ')),
    ...figures.flatMap(({ title, lines }) => [title, ...lines]),
  ]
    .map((part) =>
      unmarked(part)
        .replaceAll(values['practice.phone'], 'us')
        .replaceAll(values['urgentCare.hours'], 'see below')
        .trim(),
    )
    .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`))
    .join(' ');
}

/** Why these words read harder than grade 6, by three formulas and by their longest sentence. */
export function tooHard(body: string, grades: Grades): string[] {
  const reasons: string[] = [];
  const words = count(body);
  // Formulas are not stable below 30 words.
  if (words >= 30) {
    const { kincaid, smog } = grades(body);
    const sentences = body.split(/[.?!]+(?:\s|$)/).filter(Boolean).length;
    const letters = body.replace(/[^A-Za-z0-9]/g, '').length;
    const automated = (4.71 * letters) / words + (0.5 * words) / sentences - 21.43;
    for (const [name, grade] of Object.entries({ kincaid, smog, automated }) as [keyof typeof most, number][])
      if (grade > most[name])
        reasons.push(`reads at grade ${grade.toFixed(1)} by the ${name} formula; ${most[name]} is the most`);
  }
  for (const sentence of body.split(/(?<=[.?!:])\s+/))
    if (count(sentence) > most.wordsInASentence)
      reasons.push(`a sentence of ${count(sentence)} words, ${most.wordsInASentence} is the most: "${sentence}"`);
  return reasons;
}
