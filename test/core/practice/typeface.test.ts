import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { family, lineOf, rem, type Size, scale } from '../../../functions/core/practice/typeface';
import { styleSheet } from '../../../functions/http/pages/assets/style';
import { compiled } from '../../../functions/providers/compiled';
import { practice } from '../../support/practice';

const sizes = Object.keys(scale) as Size[];
const root = join(__dirname, '../../..');
/** Every value given to a property, in CSS, in attributes of MJML and in source. */
const given = (property: string, text: string) =>
  [...text.matchAll(new RegExp(`\\b${property}\\s*(?::|=\\\\?")\\s*([^;}"\\\\]+)`, 'g'))].map(([, value]) =>
    value!.trim(),
  );

test('the least that may be read is 14 pixels, and each size is larger than the one before', () => {
  const pixels = sizes.map((size) => scale[size]);
  expect(pixels[0]).toBe(14);
  expect(pixels).toEqual([...new Set(pixels)].sort((a, b) => a - b));
  for (const size of sizes) expect(lineOf(size) / scale[size]).toBeGreaterThanOrEqual(1.2);
});

test('pages are set in the one family and scale', () => {
  const sheet = styleSheet(practice);
  expect(sheet).toContain(`font:${rem('body')}/1.5 ${family};`);
  expect(given('font-family', sheet)).toEqual([]);
  const known = new Set<string>([...sizes.map(rem), `clamp(${rem('title')},1.4rem + 2vw,${rem('display')})`]);
  expect(given('font-size', sheet).filter((size) => !known.has(size))).toEqual([]);
});

test.each(['message.html', 'notice.html'] as const)('mails are set in the one family and scale: %s', (look) => {
  const html = String((compiled[look] as { main?: unknown }).main);
  const families = new Set(given('font-family', html));
  expect([...families]).toEqual([family]);
  // MJML sets the space between blocks in nothing and in one pixel.
  const known = new Set([...sizes.map((size) => `${scale[size]}px`), '0px', '0', '1px']);
  expect(given('font-size', html).length).toBeGreaterThan(5);
  expect(given('font-size', html).filter((size) => !known.has(size))).toEqual([]);
});

test('the looks and the console name sizes of the scale, and no family or size of their own', () => {
  const looks = readdirSync(join(root, 'templates'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.mjml'),
  );
  expect(looks.length).toBeGreaterThan(5);
  for (const name of looks) {
    const text = readFileSync(join(root, 'templates', name), 'utf8');
    expect(
      [...given('font-size', text), ...given('font-family', text)].filter((one) => !/^%[a-z]+%$/.test(one)),
    ).toEqual([]);
  }
  const css = readFileSync(join(root, 'web/src/console.css'), 'utf8');
  const own = [...given('font-size', css), ...given('font-family', css)];
  expect(
    own.filter((one) => !/^var\(--mantine-(font-size-[a-z]+|h\d-font-size|font-family-monospace)\)$/.test(one)),
  ).toEqual([]);
  expect(readFileSync(join(root, 'web/src/theme.ts'), 'utf8')).toContain('fontFamily: type.family,');
});
