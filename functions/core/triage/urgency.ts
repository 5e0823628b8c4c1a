import { body } from '../lexicon/concepts-body';
import { context } from '../lexicon/concepts-context';
import { events } from '../lexicon/concepts-event';
import { harm } from '../lexicon/concepts-harm';
import { trouble } from '../lexicon/concepts-trouble';
import { numberConcepts } from '../lexicon/degrees';
import { denialsIn, isDenied } from '../lexicon/denial';
import { type Concepts, lexiconOf, type Reading, readingOf } from '../lexicon/lexicon';
import { otherMeanings } from '../lexicon/meanings';
import { honestWords, oftenMisspelt } from '../lexicon/misspelt';
import { literalsOf, type Match, matchesOf, type Pattern, patternsOf, stands } from '../lexicon/pattern';
import { hasLines, readTokens, type Token } from '../lexicon/read';
import { spellerOf } from '../lexicon/spelling';
import type { Excuse } from './excuse';
import { excuses } from './excuses';
import type { Sign, SignName } from './sign';
import { signs } from './signs';

/** Every table by its name, for the page that a clinician reads. */
export const concepts: Concepts = { ...body, ...trouble, ...events, ...harm, ...context };

/** What a text asks for at once, the sign that was met, and the pattern by which. None of it is the person's words. */
export type Urgency = { kind: Sign['kind']; sign: SignName; by: string };

/**
 * Whether a text speaks of self-harm, of an emergency, or calls for help. A net of concepts, not a diagnosis: where a
 * part of the body and a loss of function meet, guidance wins, because needless guidance costs one text and missing
 * guidance may cost a bladder or a leg. A line end may end a sentence or stand for a space; the more urgent reading
 * counts. Never throws, takes any string.
 */
export function urgencyOf(text: string): Urgency | undefined {
  const { read } = tables();
  const ended = urgencyIn(read(readTokens(text)));
  if (!hasLines(text)) return ended;
  const joined = urgencyIn(read(readTokens(text, ' ')));
  return rank(joined) < rank(ended) ? joined : ended;
}

const KINDS: ReadonlyArray<Sign['kind'] | undefined> = ['crisis', 'emergency', 'call-for-help', undefined];
const rank = (urgency: Urgency | undefined): number => KINDS.indexOf(urgency?.kind);

function urgencyIn(whole: Reading): Urgency | undefined {
  const { masks, rules, takeBacks } = tables();
  const reading = withoutOthers(whole, masks);
  const denials = denialsIn(reading);
  const excused = excusesIn(whole, reading, takeBacks);
  const counts = (sign: Sign, match: Match): boolean =>
    !isDenied(match, reading, denials) && !excused(sign.name, match.start);

  for (const { sign, patterns } of rules) {
    for (const { line, pattern } of patterns) {
      const held = matchesOf(pattern, reading, (match) => counts(sign, match)).at(-1);
      if (held && counts(sign, held)) return { kind: sign.kind, sign: sign.name, by: line };
    }
  }
  return undefined;
}

type TakeBack = Excuse & { aroundPatterns: Pattern[]; unlessPatterns: Pattern[] };

/**
 * Answers whether a sign is taken back by what stands around it, each circumstance looked for once a sentence: in all
 * words of the text. What keeps the sign must stand in those without another meaning.
 */
function excusesIn(whole: Reading, left: Reading, takeBacks: TakeBack[]): (sign: SignName, at: number) => boolean {
  const starts = [0, ...(left.where.get('.') ?? []).map((stop) => stop + 1)];
  const cuts = new Map<number, [Reading, Reading]>();
  const stand = (patterns: Pattern[], part: Reading): boolean => patterns.some((pattern) => stands(pattern, part));
  const holds = (excuse: TakeBack, from: number): boolean => {
    if (excuse.reach === 'text') return stand(excuse.aroundPatterns, whole) && !stand(excuse.unlessPatterns, left);
    const cut = cuts.get(from) ?? [sentenceFrom(whole, from), sentenceFrom(left, from)];
    cuts.set(from, cut);
    return stand(excuse.aroundPatterns, cut[0]) && !stand(excuse.unlessPatterns, cut[1]);
  };
  const known = takeBacks.map(() => new Map<number, boolean>());
  const ask = (excuse: TakeBack, i: number, from: number): boolean => {
    const answer = known[i]!.get(from) ?? holds(excuse, from);
    known[i]!.set(from, answer);
    return answer;
  };
  return (sign, at) => {
    const from = starts.findLast((start) => start <= at) ?? 0;
    return takeBacks.some((one, i) => one.signs.includes(sign) && ask(one, i, from));
  };
}

function sentenceFrom({ words, at }: Reading, from: number): Reading {
  const stop = words.indexOf('.', from);
  const to = stop < 0 ? words.length : stop;
  const shifted = at
    .slice(from, to)
    .map((here) => new Map([...here].map(([name, ends]) => [name, ends.map((end) => end - from)])));
  return readingOf(words.slice(from, to), shifted);
}

/** The reading without what stands under another meaning. */
function withoutOthers(reading: Reading, masks: Pattern[]): Reading {
  const masked = new Set<number>();
  for (const mask of masks) {
    for (const { start, end } of matchesOf(mask, reading)) for (let i = start; i < end; i += 1) masked.add(i);
  }
  if (masked.size === 0) return reading;
  const words = reading.words.map((word, i) => (masked.has(i) ? '#' : word));
  const at = reading.at.map((here, i) => {
    const left = [...here].map(
      ([name, ends]) => [name, ends.filter((end) => !range(i, end).some((k) => masked.has(k)))] as const,
    );
    return new Map(left.filter(([, ends]) => ends.length > 0));
  });
  return readingOf(words, at);
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

type Tables = {
  read: (tokens: readonly Token[]) => Reading;
  masks: Pattern[];
  rules: Array<{ sign: Sign; patterns: Array<{ line: string; pattern: Pattern }> }>;
  takeBacks: TakeBack[];
};

let made: Tables | undefined;

/** Compiled at the first text: whoever only shows a page never needs them. */
function tables(): Tables {
  made ??= compile();
  return made;
}

function compile(): Tables {
  const compiled = (table: string | undefined): Pattern[] => linesOf(table ?? '').flatMap(patternsOf);
  const masks = otherMeanings.flatMap(({ patterns }) => compiled(patterns));
  const rules = signs.map((sign) => ({
    sign,
    patterns: linesOf(sign.patterns).flatMap((line) => patternsOf(line).map((pattern) => ({ line, pattern }))),
  }));
  const takeBacks = excuses.map((excuse) => ({
    ...excuse,
    aroundPatterns: compiled(excuse.around),
    unlessPatterns: compiled(excuse.unless),
  }));
  const patterns = [
    ...masks,
    ...rules.flatMap((rule) => rule.patterns.map(({ pattern }) => pattern)),
    ...takeBacks.flatMap(({ aroundPatterns, unlessPatterns }) => [...aroundPatterns, ...unlessPatterns]),
  ];
  const lookUp = lexiconOf(concepts, literalsOf(patterns), spellerOf(oftenMisspelt, honestWords));
  return { read: (tokens) => withNumbers(lookUp(tokens), tokens), masks, rules, takeBacks };
}

function withNumbers(reading: Reading, tokens: readonly Token[]): Reading {
  const at = reading.at.map((here, i) => {
    const names = numberConcepts(tokens, i);
    return names.length === 0 ? here : new Map([...here, ...names.map((name): [string, number[]] => [name, [i + 1]])]);
  });
  return readingOf(reading.words, at);
}

/** The lines of a table. */
export function linesOf(table: string): string[] {
  return table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
