import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import jsQR from 'jsqr';
import { locales } from '../../functions/core/base/locale';
import { signupSchema } from '../../functions/core/membership/signup';
import { posterOptions } from '../../lib/poster/options';
import { type Paper, type PosterWanted, papers, poster, posterUrl } from '../../lib/poster/poster';
import { linesIn, widthOf } from '../../lib/poster/typeset';
import { practice } from '../support/practice';

const logo = `data:image/svg+xml;base64,${Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><path d="M0 0h9v3H0z"/></svg>').toString('base64')}`;
const wanted: PosterWanted = {
  practice,
  publicUrl: 'https://tips.practice.example',
  source: 'waiting-room',
  locale: 'en',
  paper: 'letter',
  logo,
};
const longWinded: PosterWanted = {
  ...wanted,
  practice: {
    ...practice,
    name: 'The Orthopaedic and Sports Medicine Physicians of Greater Sampleville & Northside',
    legalName: `${'Orthopaedic Physicians and Surgeons of Sampleville '.repeat(2)}PLLC`,
    program: 'Weekly Running Tips',
    postalAddress: '12345 Northwest Sampleville Boulevard, Building 20, Suite 1200, Sampleville, GA 30000-1234',
  },
  publicUrl: 'https://running-tips.orthopaedic-physicians-of-sampleville.example',
};

/** What a phone's camera would read. */
function scanned(svg: string): string | undefined {
  const { pixels, width, height } = new Resvg(svg, {
    fitTo: { mode: 'width', value: 600 },
    font: { loadSystemFonts: false },
  }).render();
  return jsQR(new Uint8ClampedArray(pixels), width, height)?.data;
}

interface Line {
  text: string;
  y: number;
  size: number;
  bold: boolean;
}
const linesOf = (svg: string): Line[] =>
  Array.from(
    svg.matchAll(/<text x="[\d.]+" y="([\d.]+)" font-size="([\d.]+)"( font-weight="bold")?[^>]*>([^<]*)</g),
  ).map(([, y, size, bold, text]) => ({
    text: text!.replace(/&amp;/g, '&'),
    y: Number(y),
    size: Number(size),
    bold: bold !== undefined,
  }));

const every = locales.flatMap((locale) => (Object.keys(papers) as Paper[]).map((paper) => [locale, paper] as const));

describe.each(every)('the poster in %s on %s', (locale, paper) => {
  test.each([
    ['a practice with a logo', wanted],
    ['one without', (({ logo: _, ...rest }) => rest)(wanted)],
    ['one with long names', longWinded],
  ])('of %s is scanned to the sign-up page, with where it hangs and its language', (_, given) => {
    const one = { ...given, locale, paper };
    const found = new URL(scanned(poster(one))!);
    expect(found.href).toBe(posterUrl(one));
    expect([found.origin, found.pathname]).toEqual([one.publicUrl, '/subscribe']);
    expect(Object.fromEntries(found.searchParams)).toEqual({ source: 'waiting-room', lang: locale });
  });

  test.each([
    ['usual', wanted],
    ['long', longWinded],
  ])('fits %s words on the page, none over another, none too small to read', (_, given) => {
    const { width, height } = papers[paper];
    const lines = linesOf(poster({ ...given, locale, paper })).sort((a, b) => a.y - b.y);
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) {
      expect(widthOf(line.text, line)).toBeLessThanOrEqual(width - 2 * 48);
      expect(line.size).toBeGreaterThanOrEqual(8);
      expect(line.y).toBeLessThan(height - 30);
    }
    lines.slice(1).forEach((line, i) => {
      const above = lines[i]!;
      expect({ under: above.text, clear: line.y - 0.75 * line.size >= above.y }).toEqual({
        under: above.text,
        clear: true,
      });
    });
  });

  test('tells who it is from, the number, and what must be told before anybody texts', () => {
    const said = linesOf(poster({ ...wanted, locale, paper }))
      .map(({ text }) => text)
      .join(' ');
    for (const fact of [
      'TIPS',
      '(770) 555-0101',
      practice.name,
      practice.legalName,
      'STOP',
      'HELP',
      '911',
      '18',
      '6 m',
    ])
      expect(said).toContain(fact);
    for (const page of ['/terms', '/privacy']) expect(said).toContain(`tips.practice.example${page}`);
    expect(poster({ ...wanted, locale, paper })).toContain(`lang="${locale}"`);
  });
});

test('asks nothing of anybody: no address in it is loaded', () => {
  const loaded = Array.from(poster(wanted).matchAll(/(?:href|src)="([^"]*)"|url\(|@import/g), ([, to]) => to);
  expect(loaded).toEqual([logo]);
});

test('says a name that holds signs of XML as it is', () => {
  const named = { ...wanted, practice: { ...practice, name: 'Bone & <Joint> "One"' } };
  expect(poster(named)).toContain('Bone &amp; &lt;Joint&gt;');
  expect(scanned(poster(named))).toBe(posterUrl(wanted));
});

test('where it hangs is a source that the sign-up takes', () => {
  const source = signupSchema(practice.questions)
    .safeParse({ source: 'waiting room' })
    .error?.issues.some(({ path }) => path[0] === 'source');
  expect(source).toBe(true);
});

test('lines break at spaces, and a word that is wider than the page is broken', () => {
  const type = { size: 10 };
  expect(linesIn('aaaa bbbb cccc', type, widthOf('aaaa bbbb', type))).toEqual(['aaaa bbbb', 'cccc']);
  expect(linesIn('w'.repeat(9), type, widthOf('wwww', type))).toEqual(['wwww', 'wwww', 'w']);
});

describe('npm run poster', () => {
  let out: string;
  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), 'poster-'));
  });
  afterEach(() => rmSync(out, { recursive: true, force: true }));
  const run = (...options: string[]) =>
    spawnSync(
      process.execPath,
      ['--import', 'tsx', 'scripts/poster.ts', '--out', join(out, 'poster.svg'), ...options],
      {
        encoding: 'utf8',
        timeout: 60_000,
        env: { ...process.env, NODE_OPTIONS: '' },
      },
    );

  test('writes the page and says where it leads', () => {
    const { status, stdout } = run('--source', 'front-desk', '--lang', 'es');
    expect([status, stdout]).toEqual([0, expect.stringContaining('/subscribe?source=front-desk&lang=es')]);
    expect(scanned(readFileSync(join(out, 'poster.svg'), 'utf8'))).toMatch(/\?source=front-desk&lang=es$/);
  });

  test('refuses a stage without a web address in one sentence, and writes nothing', () => {
    const { status, stderr } = run('--source', 'x', '--stage', 'trial');
    expect([status, stderr.trim().split('\n').length]).toEqual([1, 1]);
    expect(stderr).toMatch(/"trial" has no web address/);
    expect(() => readFileSync(join(out, 'poster.svg'))).toThrow();
  });

  test.each([
    ['no source', [], /^Say where the poster hangs.*--source waiting-room/],
    ['a source with a space', ['--source', 'waiting room'], /^Say where/],
    ['another language', ['--source', 'x', '--lang', 'fr'], /^We speak en and es, not "fr"/],
    ['other paper', ['--source', 'x', '--paper', 'a3'], /^Paper is letter or a4, not "a3"/],
    ['an option nobody knows', ['--source', 'x', '--colour', 'red'], /--colour/],
  ])('refuses %s', (_, options, says) => {
    expect(() => posterOptions(options)).toThrow(says);
  });
});
