import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { StridewellError } from '../functions/core/base/error';
import { loadAllSeries } from '../functions/providers/templates';
import { buildStacks } from '../lib/cloud/stacks';
import { practiceFolder } from '../lib/practice-folder';
import { loadPractice, loadStage } from '../lib/settings';

/** The cloud's door: settings to stacks. */
function main(): void {
  const folder = practiceFolder(join(import.meta.dirname, '..'));
  const app = new App();
  const practice = loadPractice(folder.settings);
  const stage = loadStage(String(app.node.tryGetContext('stage')), folder.stages);
  const series = JSON.stringify(loadAllSeries(folder.series, practice));
  buildStacks(app, { practice, stage, series, drawings: folder.drawings });
  app.synth();
}

try {
  main();
} catch (error) {
  if (!(error instanceof StridewellError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
