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
    for (let length = word.length - slips(word); length <= word.length + slips(word); length += 1) {
      const shelf = `${word[0]}${length}`;
      shelves.set(shelf, [...(shelves.get(shelf) ?? []), word]);
    }
  }
  return (word) => {
    if (word.length < SHORTEST - 1 || own.has(word)) return undefined;
    return shelves.get(`${word[0]}${word.length}`)?.find((right) => near(word, right));
  };
}

const slips = (right: string): number => (right.length >= TWO_SLIPS ? 2 : 1);

const near = (word: string, right: string): boolean => distance(word, right) <= slips(right);

/** Damerau's distance in its restricted form: edits and swaps of neighbours. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(changed, last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
