import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAccountTrouble, reasons, reasonText } from '../../../functions/core/reporting/reason';
import { classify } from '../../../functions/providers/classify';

const functions = join(__dirname, '../../../functions');
const sourcesIn = (room: string): string =>
  readdirSync(join(functions, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('/reason.ts'))
    .map((name) => readFileSync(join(functions, room, name), 'utf8'))
    .join('\n');
const found = (text: string, pattern: RegExp): string[] => [
  ...new Set(Array.from(text.matchAll(pattern), ([, name = '']) => name)),
];
/** A sentence: no code of ours or of a provider is left in it. */
const sentence = /^[A-Z][A-Za-z’' ,:;-]+\.$/;

describe('reasons', () => {
  const own = sourcesIn('core') + sourcesIn('flows');

  test('written anywhere in the rules or the flows have words', () => {
    const written = [
      ...found(own, /reason: '([a-z][a-z-]+)'/g),
      ...found(own, /note: '([a-z][a-z-]+)'/g),
      ...found(own, /(?:stopEnrollment|leftChannel|blocked|record)\((?:[^()]|\([^()]*\))*'([a-z]+(?:-[a-z]+)*)'\)/g),
      ...found(own, /return \[?'(?:skipped|stopped|unknown|assumed|held)', '([a-z-]+)'/g),
    ];
    expect(written.length).toBeGreaterThan(20);
    expect(written.filter((reason) => !Object.hasOwn(reasons, reason))).toEqual([]);
  });

  test('are sentences, and no two codes read like a code', () => {
    for (const words of Object.values(reasons)) expect(words).toMatch(sentence);
  });
});

describe('what providers say', () => {
  const classified = readFileSync(join(functions, 'providers/classify.ts'), 'utf8');
  const events = readFileSync(join(functions, 'providers/provider-events.ts'), 'utf8');
  const errors = found(classified, /^ {2}'([A-Za-z]+)',$/gm).concat(found(classified, /'(E[A-Z_]+)'/g));
  const texts = found(events, /^ {2}(TEXT_[A-Z_]+): '(?:failed|bounced|complained)'/gm);

  test('has words wherever the service itself tells one from another', () => {
    expect(errors.length).toBeGreaterThan(15);
    expect(texts.length).toBeGreaterThan(6);
    for (const name of [...errors, ...texts])
      expect([name, reasonText(name)]).toEqual([name, expect.stringMatching(sentence)]);
    for (const name of [...errors, ...texts]) expect(reasonText(name)).not.toMatch(/The provider said/);
  });

  test('is trouble of the account exactly where sending stops for it', () => {
    for (const name of errors) {
      const refused = classify({ name, $metadata: { httpStatusCode: 400 } });
      expect([name, isAccountTrouble(name)]).toEqual([name, refused.is === 'account']);
    }
  });

  test.each([
    ['SomethingNewException', 'The provider said: SomethingNewException.'],
    ['Permanent-Brandnew', 'The provider said: Permanent-Brandnew.'],
    ['TEXT_SOMETHING_NEW', 'The provider said: TEXT_SOMETHING_NEW.'],
    ['ECONNRESET', 'The provider said: ECONNRESET.'],
    ['wrong words in step 3', 'wrong words in step 3'],
    ['toString', 'toString'],
  ])('%s', (given, wanted) => {
    expect(reasonText(given)).toBe(wanted);
  });
});
