import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { practiceSchema } from '../functions/core/practice';
import { compileLooks } from '../functions/providers/looks';
import { loadAllSeries } from '../functions/providers/templates';
import { readYaml } from '../functions/providers/yaml-file';
import { practiceFolder } from '../lib/practice-folder';

/** `npm run templates`: checks every word, compiles the looks, draws the drawings. Exit 1 names file and line. */
const root = join(import.meta.dirname, '..');
const templates = join(root, 'templates');
const target = join(root, 'functions/providers/compiled.js');

try {
  const mine = practiceFolder(root);
  const practice = readYaml(mine.settings, practiceSchema).value;
  const series = loadAllSeries(mine.series, practice);
  const compiled = await compileLooks(templates);
  writeFileSync(target, compiled);
  const drawings = readdirSync(mine.drawings).filter((name) => name.endsWith('.svg'));
  for (const name of drawings) draw(join(mine.drawings, name));
  const steps = series.reduce((sum, { steps }) => sum + Object.keys(steps).length, 0);
  console.log(
    `${series.length} series, ${steps} steps, ${drawings.length} drawings, looks ${Math.round(compiled.length / 1024)} KB`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** 800 px wide: twice the widest place a drawing is shown in. */
function draw(svg: string): void {
  const png = new Resvg(readFileSync(svg, 'utf8'), {
    fitTo: { mode: 'width', value: 800 },
    font: { loadSystemFonts: false },
  });
  writeFileSync(join(svg, '..', `${basename(svg, '.svg')}.png`), png.render().asPng());
}
