import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { StridewellError } from '../functions/core/base/error';
import { loadAllSeries } from '../functions/providers/templates';
import { practiceFolder } from '../lib/practice-folder';
import { registration } from '../lib/registration';
import { loadPractice, loadStage } from '../lib/settings';

/** `npm run registration -- --stage prod`: prints what to paste into the carriers' forms (runbook, "Register the number"). */
function main(): void {
  const folder = practiceFolder(join(import.meta.dirname, '..'));
  const { values } = parseArgs({ options: { stage: { type: 'string' } } });
  if (!values.stage)
    throw new StridewellError('invalid', 'Say which stage: npm run registration -- --stage prod', 'stage');
  const { web, evergreen } = loadStage(values.stage, folder.stages);
  if (!web) throw new StridewellError('invalid', 'The forms ask for public pages, and this stage has no web.', 'web');
  const practice = loadPractice(folder.settings);
  const series = loadAllSeries(folder.series, practice).find(({ seriesId }) => seriesId === evergreen[0]);
  if (!series)
    throw new StridewellError('invalid', `There is no series "${evergreen[0]}" in ${folder.series}.`, 'evergreen');
  for (const { name, text } of registration(practice, web.publicUrl, series)) console.log(`## ${name}\n${text}\n`);
}

try {
  main();
} catch (error) {
  const wrongOption = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!(error instanceof StridewellError) && !wrongOption) throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
}
