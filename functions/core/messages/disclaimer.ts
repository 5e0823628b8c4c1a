import { locales } from '../base/locale';
import { wordingHash } from '../practice/consent';
import type { Practice } from '../practice/practice';
import { practiceIn } from '../practice/practice-words';
import { shortDisclaimers } from '../series/merge';

/** A version is made from the words themselves, so no edit of them can keep the old one. */
export const disclaimerVersion = (words: string): string => wordingHash(words).slice(0, 12);

const short = Object.values(shortDisclaimers);

/** The version of the short disclaimer that program texts end with; service texts carry none. */
export function disclaimerOfText(body: string): string | undefined {
  const words = short.find((one) => body.includes(one));
  return words && disclaimerVersion(words);
}

/** The words of each version that is known today, as the export of somebody's data gives them. */
export const disclaimerWords = (practice: Pick<Practice, 'disclaimer' | 'es'>): Record<string, string> =>
  Object.fromEntries(
    [...new Set([...locales.map((locale) => practiceIn(practice, locale).disclaimer), ...short])].map((words) => [
      disclaimerVersion(words),
      words,
    ]),
  );
