/** Parts of a mail as one text of whole sentences; a heading becomes one of its own. */
export const asSentences = (parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .map((part) => (/[.?!]$/.test(part) ? part : `${part}.`))
    .join(' ');

export const sentences = (text: string): string[] => text.split(/(?<=[.?!])\s+/).filter(Boolean);

export const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/**
 * US school grades of a text by two formulas that need no syllables: the automated readability index, and Coleman and
 * Liau (1975). Undefined below 30 words, where no formula is stable.
 */
export function gradesOf(text: string): { automated: number; colemanLiau: number } | undefined {
  const words = countWords(text);
  if (words < 30) return undefined;
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '').length;
  const count = sentences(text).length;
  return {
    automated: (4.71 * letters) / words + (0.5 * words) / count - 21.43,
    colemanLiau: (5.88 * letters) / words - (29.6 * count) / words - 15.8,
  };
}

/** Fairly easy, as grade 6 is: what everything for a recipient has to reach in Spanish. */
export const easyInSpanish = 70;

/**
 * Reading ease of a Spanish text by Fernández Huerta (1959), from 0 (hard) to 100: 206.84 - 60 syllables a word - 1.02
 * words a sentence, as Law (2011) corrected the second term. Undefined below 30 words, where it is not stable.
 */
export function fernandezHuerta(text: string): number | undefined {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length < 30) return undefined;
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  return 206.84 - (60 * syllables) / words.length - (1.02 * words.length) / sentences(text).length;
}

/**
 * Syllables of a Spanish word by the rules of its spelling: each open vowel (a, e, o) is one, and so is each closed one
 * (i, u) with an accent; a closed vowel beside it joins in. What has no vowel, such as a number, counts as one.
 */
export function syllablesIn(word: string): number {
  const sounds = word
    .toLowerCase()
    .normalize('NFC')
    .replace(/qu(?=[eiéí])/g, 'k')
    .replace(/gu(?=[eiéí])/g, 'g')
    // A silent h parts no vowels, and a y that no vowel follows is one.
    .replace(/(?<![cs])h/g, '')
    .replace(/y(?![aeiouáéíóú])/g, 'i');
  const groups = sounds.match(/[aeiouáéíóúü]+/g) ?? [];
  const inGroup = (vowels: string) => Math.max(1, (vowels.match(/[aeoáéíóú]/g) ?? []).length);
  return Math.max(
    1,
    groups.reduce((sum, vowels) => sum + inGroup(vowels), 0),
  );
}
