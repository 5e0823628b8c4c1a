import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSources, root } from '../../support/imports';

/**
 * What stays: the recognisers of emergencies and of opt-outs read what people write of their bodies; consent keeps every
 * wording that was ever shown, as texts do that stand on phones; the lint refuses words that no practice may send.
 */
const mayName =
  /^functions\/core\/(triage|lexicon)\/|\/replies\/(keyword|language|opt-out-phrases|symptom)\.ts$|\/practice\/(consent|lint-terms)\.ts$|\/series\/merge\.ts$|\/messages\/notices\.ts$|\/pages\/copy\/(en|es)\/legal\.ts$/;
const named =
  /\b(spine|spinal|back-care|back care|backs?ache|runners?|columna|espalda|corredor(es)?)\b|your back\b|how you run/i;

/** The lines of a file that are no comment, with `kind: 'runner'`, a stored word that nobody reads, taken out. */
const spokenIn = (path: string): string[] =>
  readFileSync(join(root, path), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replaceAll("'runner'", '')
    .split('\n');

test('no code names backs, spines or runners: what a practice writes about stands in its folder', () => {
  const files = readSources(['functions']).map(({ path }) => path);
  expect(files.filter((path) => mayName.test(path)).length).toBeGreaterThan(5);
  const found = files
    .filter((path) => !mayName.test(path) && !path.endsWith('compiled.js'))
    .flatMap((path) => spokenIn(path).flatMap((line) => (named.test(line) ? [`${path}: ${line.trim()}`] : [])));
  expect(found).toEqual([]);
});
