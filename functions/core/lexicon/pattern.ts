import type { Reading } from './lexicon';

/** Where a pattern stands. `parts` are the positions of its named words and concepts, in their order. */
export type Match = { start: number; end: number; parts: readonly Part[] };
export type Part = { at: number; end: number; concept?: string };

type Element =
  | { is: 'one'; concepts: string[]; words: string[]; optional: boolean }
  | { is: 'gap'; upTo: number; across: boolean }
  | { is: 'edge'; of: '^' | '$' };

/** `first` are the words and concepts it may begin with; of each of `needs` one must stand in the text. */
export type Pattern = { elements: Element[]; first: ReadonlySet<string>; needs: string[][] };

/**
 * The notation of the tables, one pattern a line: `NUMB` a concept, `leg|foot` words, `NUMB|weak` either, `a?` perhaps
 * there, `~3` up to three words of any kind, `A <6> B` in any order with up to six words between, `^` and `$` the ends
 * of a sentence. A pattern reaches across the end of a sentence only at `~3.`.
 */
export function patternsOf(line: string): Pattern[] {
  const parts = line.trim().split(/\s+/);
  const either = parts.findIndex((part) => /^<\d+\.?>$/.test(part));
  if (either < 0) return [compile(parts)];
  const gap = `~${parts[either]!.slice(1, -1)}`;
  const [left, right] = [parts.slice(0, either), parts.slice(either + 1)];
  return [compile([...left, gap, ...right]), compile([...right, gap, ...left])];
}

/** The words that patterns name themselves. */
export function literalsOf(patterns: readonly Pattern[]): string[] {
  return patterns.flatMap(({ elements }) => elements.flatMap((element) => (element.is === 'one' ? element.words : [])));
}

function compile(parts: string[]): Pattern {
  const elements = parts.map(element);
  const first = new Set<string>();
  for (const one of elements) {
    if (one.is === 'gap') throw new Error(`A pattern begins with a gap: ${parts.join(' ')}`);
    if (one.is === 'edge') continue;
    for (const name of [...one.concepts, ...one.words]) first.add(name);
    if (!one.optional) break;
  }
  const needs = elements.flatMap((one) => (one.is === 'one' && !one.optional ? [[...one.concepts, ...one.words]] : []));
  return { elements, first, needs };
}

function element(source: string): Element {
  if (source === '^' || source === '$') return { is: 'edge', of: source };
  if (source.startsWith('~')) {
    return { is: 'gap', upTo: Number.parseInt(source.slice(1), 10), across: source.endsWith('.') };
  }
  const optional = source.endsWith('?');
  const names = (optional ? source.slice(0, -1) : source).split('|');
  const isConcept = (name: string): boolean => /^[A-Z]/.test(name);
  return {
    is: 'one',
    concepts: names.filter(isConcept),
    words: names.filter((name) => !isConcept(name)),
    optional,
  };
}

/** All places where the pattern stands, at most one for each place where it begins; `until` ends the search early. */
export function matchesOf(pattern: Pattern, reading: Reading, until?: (match: Match) => boolean): Match[] {
  const found: Match[] = [];
  for (const names of pattern.needs) if (!holdsAny(reading, names)) return found;
  const search: Search = { pattern, reading, failed: new Set(), parts: [] };
  for (const name of pattern.first) {
    for (const start of reading.where.get(name) ?? []) {
      search.parts.length = 0;
      const end = matchFrom(search, 0, start);
      if (end === undefined) continue;
      const match = { start, end, parts: [...search.parts] };
      found.push(match);
      if (until?.(match)) return found;
    }
  }
  return found;
}

/** A plain loop: every pattern asks this of every text. */
function holdsAny({ where }: Reading, names: readonly string[]): boolean {
  for (const name of names) if (where.has(name)) return true;
  return false;
}

/** Whether the pattern stands anywhere. */
export const stands = (pattern: Pattern, reading: Reading): boolean =>
  matchesOf(pattern, reading, () => true).length > 0;

/** `failed` holds what was tried in vain, whoever asked: so each element is tried once at each word, and no more. */
type Search = { pattern: Pattern; reading: Reading; failed: Set<number>; parts: Part[] };

/** The position after the rest of the pattern, if it stands here; its parts are left in the search. */
function matchFrom(search: Search, index: number, at: number): number | undefined {
  const { elements } = search.pattern;
  const element = elements[index];
  if (!element) return at;
  const key = at * elements.length + index;
  if (search.failed.has(key)) return undefined;
  const end = tryElement(search, element, index, at);
  if (end === undefined) search.failed.add(key);
  return end;
}

function tryElement(search: Search, element: Element, index: number, at: number): number | undefined {
  const { words, at: concepts } = search.reading;
  if (element.is === 'edge') {
    const beside = element.of === '^' ? words[at - 1] : words[at];
    return beside === undefined || beside === '.' ? matchFrom(search, index + 1, at) : undefined;
  }
  if (element.is === 'gap') {
    for (let skipped = at; skipped <= at + element.upTo; skipped += 1) {
      const end = matchFrom(search, index + 1, skipped);
      if (end !== undefined) return end;
      if (words[skipped] === undefined || (words[skipped] === '.' && !element.across)) return undefined;
    }
    return undefined;
  }
  if (at < words.length) {
    if (element.words.includes(words[at]!)) {
      const end = takePart(search, index, { at, end: at + 1 });
      if (end !== undefined) return end;
    }
    for (const concept of element.concepts) {
      for (const after of concepts[at]!.get(concept) ?? []) {
        const end = takePart(search, index, { at, end: after, concept });
        if (end !== undefined) return end;
      }
    }
  }
  return element.optional ? matchFrom(search, index + 1, at) : undefined;
}

function takePart(search: Search, index: number, part: Part): number | undefined {
  search.parts.push(part);
  const end = matchFrom(search, index + 1, part.end);
  if (end === undefined) search.parts.pop();
  return end;
}
