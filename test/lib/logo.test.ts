import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logoFaults } from '../../lib/logo';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'logo-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What is wrong with this file as the light logo; the dark one is sound. */
function judged(name: string, bytes: string | Buffer, width = 160): string[] {
  writeFileSync(join(folder, 'night.svg'), svg(''));
  writeFileSync(join(folder, name), bytes);
  return logoFaults({ light: name, dark: 'night.svg', width }, folder).map(({ theme, what }) => `${theme}: ${what}`);
}
const svg = (inside: string, box = '0 0 170 50') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${inside}<path d="M0 0h9v9Z"/></svg>`;
function png(width: number, height: number): Buffer {
  const bytes = Buffer.from(`\x89PNG\r\n\x1a\n\0\0\0\rIHDR${'\0'.repeat(17)}`, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

it.each<[string, string, string | Buffer]>([
  ['a plain SVG', 'logo.svg', `<?xml version="1.0" encoding="UTF-8"?>\n<!-- <script> is only named here -->${svg('')}`],
  ['an SVG that uses its own parts', 'logo.svg', svg('<defs><path id="a"/></defs><use href="#a" fill="url(#b)"/>')],
  ['an SVG whose title holds an ampersand', 'logo.svg', svg('<title>Bones &amp; Sons</title>')],
  ['a PNG twice as wide as it is shown', 'logo.png', png(320, 100)],
])('takes %s', (_what, name, bytes) => {
  expect(judged(name, bytes)).toEqual([]);
});

it.each<[string, string]>([
  ['a script', '<script>alert(1)</script>'],
  ['a script of a named space', '<svg:script href="#a"/>'],
  ['a handler', '<path onload="alert(1)"/>'],
  ['a handler after a slash', '<path/onclick="alert(1)"/>'],
  ['a frame of HTML', '<foreignObject><p>Hi</p></foreignObject>'],
  ['an animation', '<set attributeName="href" to="javascript:alert(1)"/>'],
  ['a picture', '<image href="data:image/png;base64,AAAA"/>'],
  ['an outside link', '<use href="https://cdn.example/a.svg#a"/>'],
  ['a link in old spelling', '<use xlink:href = "//cdn.example/a.svg#a"/>'],
  ['an outside paint', '<path fill="url(https://cdn.example/a.svg#a)"/>'],
  ['an imported style', '<style>@import "https://cdn.example/a.css";</style>'],
  ['a style that is spelt to hide', '<style>path{fill:u\\72l(https://cdn.example/a)}</style>'],
  ['an address in numbers', '<path style="fill:u&#114;l(https://cdn.example/a)"/>'],
  ['a declared entity', '<!ENTITY x "y">'],
  ['a style sheet beside it', '<?xml-stylesheet href="https://cdn.example/a.css"?>'],
  ['another base', '<g xml:base="https://cdn.example/"><use href="#a"/></g>'],
  ['letters that need a font', '<text>Us</text>'],
])('refuses an SVG with %s', (_what, inside) => {
  expect(judged('logo.svg', svg(inside))).toEqual([expect.stringMatching(/^light: drawings\/logo\.svg \S/)]);
});

it.each<[string, string, string | Buffer, RegExp]>([
  ['a JPEG under the name of a PNG', 'logo.png', Buffer.alloc(64, 7), /is no PNG$/],
  ['an SVG without a size', 'logo.svg', '<svg><path d="M0 0"/></svg>', /is no SVG with a viewBox$/],
  ['a page under the name of an SVG', 'logo.svg', '<html></html>', /holds <html>/],
  ['a small PNG', 'logo.png', png(80, 20), /is 80 pixels wide; 320 would be sharp, 160 is the least$/],
  ['a heavy file', 'logo.png', Buffer.concat([png(320, 100), Buffer.alloc(60_000)]), /60000 is the most$/],
  ['a tall logo', 'logo.svg', svg('', '0 0 50 50'), /would be 160 pixels high at a width of 160; 96 is the most/],
])('refuses %s', (_what, name, bytes, said) => {
  expect(judged(name, bytes)).toEqual([expect.stringMatching(said)]);
});

it('names both files that are not there, and asks nothing of a practice without a logo', () => {
  expect(logoFaults({ light: 'a.svg', dark: 'b.svg', width: 100 }, folder).map(({ theme }) => theme)).toEqual([
    'light',
    'dark',
  ]);
  expect(logoFaults(undefined, folder)).toEqual([]);
});
