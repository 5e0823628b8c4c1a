import { readTokens, type Token } from './read';
import type { Speller } from './spelling';

/** What a concept means, in a sentence a clinician can check, and the words for it: "a | b c" in each language. */
export type Concept = { says: string; en: string; es: string };
export type Concepts = Record<string, Concept>;

/**
 * Where concepts stand: `at` has for each token the concepts that begin there, with the positions after their last
 * word; `where` has for each word and concept the positions at which it begins.
 */
export type Reading = {
  words: readonly string[];
  at: ReadonlyArray<ReadonlyMap<string, number[]>>;
  where: ReadonlyMap<string, number[]>;
};

type Term = { words: string[]; concept: string };

/** Reads tokens by tables of concepts. `literals` are words that patterns name themselves, and no slips either. */
export function lexiconOf(
  concepts: Concepts,
  literals: Iterable<string>,
  speller: Speller,
): (tokens: readonly Token[]) => Reading {
  /** By the first word of a term, or its first two: hundreds begin with "no". */
  const byStart = new Map<string, Term[]>();
  const known = new Set(literals);
  for (const [concept, { en, es }] of Object.entries(concepts)) {
    for (const words of [...termsOf(en), ...termsOf(es)]) {
      for (const word of words) known.add(word);
      const key = words.slice(0, 2).join(' ');
      const beside = byStart.get(key);
      if (beside) beside.push({ words, concept });
      else byStart.set(key, [{ words, concept }]);
    }
  }

  const meant = (word: string): string => {
    if (known.has(word)) return word;
    const single = word.replace(/(\p{L})\1/gu, '$1');
    if (single !== word && known.has(single)) return single;
    return speller(word) ?? word;
  };

  return (tokens) => {
    const words = tokens.map(({ word, number }) => (number === undefined ? meant(word) : word));
    const at = words.map((word, i) => {
      const here = new Map<string, number[]>();
      for (const key of [word, `${word} ${words[i + 1]}`]) {
        for (const term of byStart.get(key) ?? []) {
          if (!term.words.every((part, k) => words[i + k] === part)) continue;
          here.set(term.concept, [...(here.get(term.concept) ?? []), i + term.words.length]);
        }
      }
      return here;
    });
    return readingOf(words, at);
  };
}

/** A reading with its index; made anew when concepts are taken out of one. */
export function readingOf(words: readonly string[], at: Reading['at']): Reading {
  const where = new Map<string, number[]>();
  const stands = (name: string, i: number): void => {
    const there = where.get(name);
    if (there) there.push(i);
    else where.set(name, [i]);
  };
  words.forEach((word, i) => {
    stands(word, i);
    for (const concept of at[i]!.keys()) stands(concept, i);
  });
  return { words, at, where };
}

/** "numb | pins and needles" as lists of words, read as texts are read. */
function termsOf(table: string): string[][] {
  return table
    .split('|')
    .map((term) => readTokens(term).map(({ word }) => word))
    .filter((words) => words.length > 0);
}
