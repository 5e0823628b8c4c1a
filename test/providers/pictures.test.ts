import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pictures } from '../../functions/providers/pictures';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  for (const name of ['calf.png', 'calf.svg', 'logo.svg', 'night.png']) writeFileSync(join(folder, name), name);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const logo = { light: 'logo.svg', dark: 'night.png', width: 120 };
const text = (body: Uint8Array | undefined) => body && Buffer.from(body).toString();

it.each([
  ['calf.png', 'image/png'],
  ['night.png', 'image/png'],
  ['logo.svg', 'image/svg+xml'],
])('serves %s as %s', (name, type) => {
  const file = pictures(folder, logo)(name);
  expect({ type: file?.type, body: text(file?.body) }).toEqual({ type, body: name });
});

it.each(['calf.svg', 'gone.png', '../calf.png', 'practice.yaml'])('serves no %s', (name) => {
  expect(pictures(folder, logo)(name)).toBeUndefined();
});

it('serves no SVG where there is no logo', () => {
  expect(pictures(folder, undefined)('logo.svg')).toBeUndefined();
});
