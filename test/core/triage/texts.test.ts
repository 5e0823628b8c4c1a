import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { conceptsPage, textsPage } from '../../../scripts/safety-pages';
import { countOf, type File, misread, partOf, textsOf } from '../../../scripts/safety-texts';
import { root } from '../../support/imports';

const files: File[] = ['texts', 'more-texts', 'fresh-texts'];
const all = files.flatMap((file) => textsOf(root, file));

describe('the labelled texts', () => {
  it('are at least 300 urgent and 300 harmless ones in the first file, a quarter of them in Spanish', () => {
    const first = textsOf(root, 'texts');
    expect(first.filter(({ kind }) => kind !== 'harmless').length).toBeGreaterThanOrEqual(300);
    expect(first.filter(({ kind }) => kind === 'harmless').length).toBeGreaterThanOrEqual(300);
    expect(first.filter(({ language }) => language === 'es').length).toBeGreaterThanOrEqual(first.length / 4);
  });

  it('have each a kind, a subject and a language, and none stands twice', () => {
    for (const { kind, about, language, text } of all) {
      expect(['emergency', 'crisis', 'harmless']).toContain(kind);
      expect(['en', 'es']).toContain(language);
      expect(about).toMatch(/^[a-z-]+$/);
      expect(text).toBe(text?.trim());
    }
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  });

  it.each([
    ['counted', '83b88176cedd011a92b88fbb22fad62772f9aa19fcad1e59dea7c49e23f630cc'],
    ['fresh', 'ae52ffef7b5cca13556887a736fc2a6a758b6fa68f9d9b1e2122ac285375aa31'],
  ] as const)('are frozen in the part that is only counted: %s', (part, hash) => {
    const rows = partOf(root, part).map((row) => [row.kind, row.about, row.language, row.text].join('\t'));
    expect(createHash('sha256').update(rows.join('\n')).digest('hex')).toBe(hash);
  });
});

describe('emergencies and self-harm', () => {
  it('are found in every tuned text, and nothing harmless is taken for one', () => {
    expect(misread(partOf(root, 'tuned'))).toEqual([]);
  });

  it('are found in at least 97 % of the counted texts, with at most 3 % false alarms', () => {
    const { urgent, found, harmless, alarms } = countOf(partOf(root, 'counted'));
    expect(found / urgent).toBeGreaterThanOrEqual(0.97);
    expect(alarms / harmless).toBeLessThanOrEqual(0.03);
  });
});

describe('the pages made from the tables', () => {
  const page = (name: string): string => readFileSync(join(root, 'docs', name), 'utf8');

  it('say what the tables say (`npm run safety` writes them)', () => {
    expect(page('safety-concepts.md')).toBe(conceptsPage());
  });

  it('say how many texts are read rightly', () => {
    expect(page('safety-texts.md')).toBe(textsPage(root));
  });
});
