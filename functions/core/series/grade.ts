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
