import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { StridewellError } from '../functions/core/error';
import { loadAllSeries } from '../functions/providers/templates';
import { buildStacks } from '../lib/cloud/stacks';
import { loadPractice, loadStage } from '../lib/settings';

/** The cloud's door: settings to stacks. */
function main(): void {
  const root = join(import.meta.dirname, '..');
  const app = new App();
  const practice = loadPractice(join(root, 'practice.yaml'));
  const stage = loadStage(String(app.node.tryGetContext('stage')), join(root, 'stages.yaml'));
  const series = JSON.stringify(loadAllSeries(join(root, 'templates'), practice));
  buildStacks(app, { practice, stage, series });
  app.synth();
}

try {
  main();
} catch (error) {
  if (!(error instanceof StridewellError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
