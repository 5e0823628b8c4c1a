import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusals } from '../../../functions/http/pages/copy/es/refusals';
import { refusalIn } from '../../../functions/http/pages/copy/refusal';
import { readSources, root } from '../../support/imports';

/** Files whose refusals a recipient may read. */
const spoken = readSources(['functions']).filter(({ path }) =>
  /^functions\/(core\/(base\/(revise|token)|bookings\/booking\.|membership\/(answer-fields|preference|signup)|person\/(address|nearest))|flows\/public\/|http\/(public\/|guard|answer)|compose-public)/.test(
    path,
  ),
);

/** Sentences that no recipient reads: what staff see, what the proof keeps, and what never reaches a caller. */
const notSpoken = [
  'Someone else has saved this since you opened it. Compare both versions, then save again.',
  'This was saved already.',
  'A link field has a character a link cannot hold.',
  'Please check it, for example name@example.com.',
  'Left by FACT.',
];

const sentence = /'([A-Z"](?:[^'\\\n]|\\.)* (?:[^'\\\n]|\\.)*[.?!])'|`([A-Z"][^`]* [^`]*[.?!])`/g;

/** The sentences of a file, with a sign for each fact; comments are not spoken. */
function sentencesIn(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
  return [...text.matchAll(sentence)].map(([, plain, template]) =>
    (plain ?? template ?? '')
      .replace(/\$\{shape\}/g, 'for example 770-555-0123')
      .replace(/\$\{example\}/g, 'Please check it, for example name@example.com.')
      .replace(/\$\{[^}]*(\{[^}]*\}[^}]*)?\}/g, 'FACT'),
  );
}

test('every refusal that a recipient may read has its Spanish', () => {
  const all = [...new Set(spoken.flatMap(({ path }) => sentencesIn(path)))];
  expect(all.length).toBeGreaterThan(60);
  expect(all.filter((one) => !notSpoken.includes(one) && refusalIn('es', one) === one)).toEqual([]);
});

test('no translation stands for a sentence that is gone', () => {
  const text = readSources(['functions'])
    .filter(({ path }) => !path.includes('/copy/'))
    .map(({ path }) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
  const parts = (key: string) =>
    key
      .replaceAll('for example 770-555-0123', '{x}')
      .replace('Please check it, for example name@example.com.', '{x}')
      .split(/\{\w+\}/);
  const gone = Object.keys(refusals)
    .filter((key) => !/^(Invalid|Too|Unrecognized)/.test(key))
    .filter((key) => !parts(key).every((part) => /^ (digits?|)$/.test(part) || text.includes(part)));
  expect(gone).toEqual([]);
});

test('a refusal is said with its facts, and facts that are sentences are said too', () => {
  const asIn = (message: string) => refusalIn('es', message);
  expect(
    asIn('The email address does not look right: it has no @. Please check it, for example name@example.com.'),
  ).toBe('El correo no parece correcto: le falta la @. Revíselo, por ejemplo nombre@example.com.');
  expect(
    asIn(
      'The email address does not look right: "ñ" cannot stand before the @. Please check it, for example name@example.com.',
    ),
  ).toBe('El correo no parece correcto: «ñ» no puede ir antes de la @. Revíselo, por ejemplo nombre@example.com.');
  expect(
    asIn('The mobile number does not look right: it has 1 digit. Please give 10 digits, for example 770-555-0123.'),
  ).toBe('El celular no parece correcto: tiene 1 dígito. Escriba 10 dígitos, por ejemplo 770-555-0123.');
  expect(asIn('Invalid input: expected string, received number')).toBe('Este dato no es válido.');
  expect(asIn('¿Cuántas millas corre?')).toBe('¿Cuántas millas corre?');
  expect(refusalIn('en', 'There is no such page.')).toBe('There is no such page.');
});
