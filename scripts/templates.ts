import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import readability from 'text-readability';
import { compileLooks } from '../functions/providers/looks';
import { judgePractice } from '../lib/judge/practice';
import { inOneSentence } from '../lib/one-sentence';
import { practiceFolder } from '../lib/practice-folder';

/**
 * `npm run templates`: draws the drawings, judges the practice's settings and words, compiles the looks. Exit 1 names
 * all that is wrong, with file and line. `npm test` judges the software, and asks nothing of these words.
 */
async function main(): Promise<number> {
  const root = join(import.meta.dirname, '..');
  const mine = practiceFolder(root);
  const drawings = existsSync(mine.drawings) ? readdirSync(mine.drawings).filter((name) => name.endsWith('.svg')) : [];
  for (const name of drawings) draw(join(mine.drawings, name));
  const { faults, warnings, series } = judgePractice(mine, (text) => ({
    kincaid: readability.fleschKincaidGrade(text),
    smog: readability.smogIndex(text),
  }));
  for (const warning of warnings) console.warn(`warning: ${warning}`);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) return 1;
  const compiled = await compileLooks(join(root, 'templates'));
  const target = join(root, 'functions/providers/compiled.js');
  // Written only when it changes, so that no reader finds half a file.
  if (!existsSync(target) || readFileSync(target, 'utf8') !== compiled) writeFileSync(target, compiled);
  const steps = series.reduce((sum, { steps }) => sum + Object.keys(steps).length, 0);
  console.log(
    `${series.length} series, ${steps} steps, ${drawings.length} drawings, looks ${Math.round(compiled.length / 1024)} KB`,
  );
  return 0;
}

/** 800 px wide: twice the widest place a drawing is shown in. */
function draw(svg: string): void {
  const png = new Resvg(readFileSync(svg, 'utf8'), {
    fitTo: { mode: 'width', value: 800 },
    font: { loadSystemFonts: false },
  });
  writeFileSync(join(svg, '..', `${basename(svg, '.svg')}.png`), png.render().asPng());
}

await inOneSentence(main);
