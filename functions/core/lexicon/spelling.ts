import { slipsBetween } from '../base/slips';

/** Words shorter than this have too many honest neighbours: "fever" and "never", "stop" and "step". */
export const SHORTEST = 6;
const TWO_SLIPS = 10;

/** Finds the listed word that a misspelt one was meant to be. */
export type Speller = (word: string) => string | undefined;

/**
 * One slip (a letter left out, added, changed, two swapped), two in words of ten letters. The first letter stays.
 * `own` are honest words that lie near a listed one.
 */
export function spellerOf(listed: Iterable<string>, own: ReadonlySet<string>): Speller {
  const shelves = new Map<string, string[]>();
  for (const word of listed) {
    if (word.length < SHORTEST) continue;
    for (let length = word.length - allowed(word); length <= word.length + allowed(word); length += 1) {
      const shelf = `${word[0]}${length}`;
      shelves.set(shelf, [...(shelves.get(shelf) ?? []), word]);
    }
  }
  return (word) => {
    if (word.length < SHORTEST - 1 || own.has(word)) return undefined;
    return shelves.get(`${word[0]}${word.length}`)?.find((right) => near(word, right));
  };
}

const allowed = (right: string): number => (right.length >= TWO_SLIPS ? 2 : 1);

const near = (word: string, right: string): boolean => slipsBetween(word, right) <= allowed(right);
