import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { StridewellError } from '../functions/core/base/error';
import { inOneSentence } from '../lib/one-sentence';
import { posterOptions } from '../lib/poster/options';
import { poster, posterUrl } from '../lib/poster/poster';
import { practiceFolder } from '../lib/practice-folder';
import { loadPractice, loadStage } from '../lib/settings';

/** `npm run poster -- --source waiting-room --lang es --paper a4`: writes a page to print, and names the file. */
async function main(): Promise<number> {
  const root = join(import.meta.dirname, '..');
  const { source, locale, paper, stage, out } = posterOptions(process.argv.slice(2));
  const folder = practiceFolder(root);
  const practice = loadPractice(folder.settings);
  const { web } = loadStage(stage, folder.stages);
  if (!web)
    throw new StridewellError(
      'invalid',
      `The stage "${stage}" has no web address that a poster could lead to: add web.publicUrl.`,
      'stage',
    );
  const light = practice.logo?.light;
  const logo = light && dataUrl(light, readFileSync(join(folder.drawings, light)));
  const wanted = { practice, publicUrl: web.publicUrl, source, locale, paper };
  const file = out ?? join(root, `.build/posters/${source}-${locale}-${paper}.svg`);
  const svg = poster({ ...wanted, ...(logo ? { logo } : {}) });
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, svg);
  console.log(`${relative(process.cwd(), file)} leads to ${posterUrl(wanted)}. Open it in a browser and print it.`);
  return 0;
}

const dataUrl = (name: string, bytes: Buffer): string =>
  `data:image/${name.endsWith('.svg') ? 'svg+xml' : 'png'};base64,${bytes.toString('base64')}`;

await inOneSentence(main);
