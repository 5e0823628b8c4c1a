import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import readability from 'text-readability';
import { compileLooks } from '../functions/providers/looks';
import { drawAll } from '../lib/draw';
import { inOneSentence } from '../lib/one-sentence';
import { practiceFolder } from '../lib/practice-folder';

/**
 * `npm run templates`: draws the drawings, judges the practice's settings and words, compiles the looks. Exit 1 names
 * all that is wrong, with file and line. `npm test` judges the software, and asks nothing of these words.
 */
async function main(): Promise<number> {
  const root = join(import.meta.dirname, '..');
  const mine = practiceFolder(root);
  const drawings = drawAll(mine);
  const compiled = await compileLooks(join(root, 'templates'));
  const target = join(root, 'functions/providers/compiled.js');
  // Written only when it changes, so that no reader finds half a file.
  if (!existsSync(target) || readFileSync(target, 'utf8') !== compiled) writeFileSync(target, compiled);
  // Loaded now, since it fills the looks that were just compiled.
  const { judgePractice } = await import('../lib/judge/practice');
  const { faults, warnings, series, unwritten } = judgePractice(mine, (text) => ({
    kincaid: readability.fleschKincaidGrade(text),
    smog: readability.smogIndex(text),
  }));
  for (const warning of warnings) console.warn(`warning: ${warning}`);
  for (const said of unwritten) console.warn(`language: ${said}`);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) return 1;
  const steps = series.reduce((sum, { steps }) => sum + Object.keys(steps).length, 0);
  console.log(
    `${series.length} series, ${steps} steps, ${drawings.length} drawings, looks ${Math.round(compiled.length / 1024)} KB`,
  );
  return 0;
}

await inOneSentence(main);
