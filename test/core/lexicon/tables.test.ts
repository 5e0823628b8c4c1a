import { numbers } from '../../../functions/core/lexicon/degrees';
import { otherMeanings } from '../../../functions/core/lexicon/meanings';
import { patternsOf } from '../../../functions/core/lexicon/pattern';
import { readTokens } from '../../../functions/core/lexicon/read';
import { excuses } from '../../../functions/core/triage/excuses';
import { signs } from '../../../functions/core/triage/signs';
import { concepts, linesOf } from '../../../functions/core/triage/urgency';

const tables = [
  ...signs.map(({ patterns }) => patterns),
  ...otherMeanings.map(({ patterns }) => patterns),
  ...excuses.flatMap(({ around, unless }) => [around, unless ?? '']),
];
const named = tables.flatMap(linesOf).flatMap((line) =>
  patternsOf(line)
    .flatMap(({ elements }) => elements)
    .flatMap((element) => (element.is === 'one' ? [{ line, ...element }] : [])),
);
/** What denial.ts asks for by name. */
const ofDenials = ['NOT', 'NOT_DENIAL', 'DENIAL_ENDS', 'CARRIES_ON', 'INTERJECTION'];

describe('the patterns', () => {
  it('can match: each concept they name is one, and a text can hold each of their words', () => {
    const known = new Set([...Object.keys(concepts), ...Object.keys(numbers)]);
    const survives = (word: string): boolean => {
      // After another word: a comma at the head of a text is no pause.
      const read = readTokens(`x ${word}`).map((token) => token.word);
      return read.length === 2 && read[1] === word;
    };
    expect(named.length).toBeGreaterThan(1_000);
    expect(
      named.flatMap((one) => [
        ...one.concepts.filter((name) => !known.has(name)).map((name) => `no concept ${name}: ${one.line}`),
        ...one.words.filter((word) => !survives(word)).map((word) => `never read ${word}: ${one.line}`),
      ]),
    ).toEqual([]);
  });

  it('name every concept there is, but for those of denials', () => {
    const used = new Set([...named.flatMap((one) => one.concepts), ...ofDenials]);
    expect(Object.keys({ ...concepts, ...numbers }).filter((name) => !used.has(name))).toEqual([]);
  });
});
