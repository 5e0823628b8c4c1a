import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StridewellError } from '../functions/core/base/error';
import { shownByText } from '../functions/core/practice/consent';
import { loadAllSeries } from '../functions/providers/templates';
import { practiceFolder } from './practice-folder';
import { loadPractice, loadStage } from './settings';

interface DeployPlan {
  /** Of the CDK's own command line. */
  args: string[];
  /** The plan of this deployment, in words. */
  sentence: string;
}

/** What a deployment runs on this machine; each at the version that package.json pins. Docker is not among them. */
const tools = ['aws-cdk', 'aws-cdk-lib', 'esbuild', 'vite'];

/** Refuses to start with tools that are missing or of another version: what they would say later is hard to read. */
export function refuseOldTools(root: string): void {
  const read = (file: string): { version?: string; devDependencies?: Record<string, string> } => {
    const path = join(root, file);
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  };
  const { devDependencies = {} } = read('package.json');
  const wrong = tools.flatMap((name) => {
    const { version = 'missing' } = read(`node_modules/${name}/package.json`);
    return version === devDependencies[name] ? [] : [`${name} is ${version}, not ${devDependencies[name]}`];
  });
  if (wrong.length > 0)
    throw new StridewellError(
      'invalid',
      `The tools are not those this release was made with (${wrong.join('; ')}). Run npm ci.`,
    );
}

/** Refuses, with every reason named, what would only fail half-way through or reach people with made-up details. */
export function planDeploy(root: string, name: string | undefined): DeployPlan {
  if (name === undefined)
    throw new StridewellError('invalid', 'Say which stage: npm run deploy -- --stage prod', 'stage');
  const folder = practiceFolder(root);
  const stage = loadStage(name, folder.stages);
  const practice = loadPractice(folder.settings);
  const series = loadAllSeries(folder.series, practice);
  const missing = stage.evergreen.find((id) => !series.some(({ seriesId }) => seriesId === id));
  if (missing !== undefined) {
    throw new StridewellError(
      'invalid',
      `stages.yaml: evergreen: there is no series "${missing}" in ${folder.series}.`,
      'evergreen',
    );
  }
  // Names that do not fit the text that asks for consent are found here, and not by the first person who texts TIPS.
  if (stage.web) shownByText(practice, stage.web.publicUrl);
  if (stage.production) refuseSamples(folder.settings, stage, practice);
  const where = stage.web?.publicUrl ?? 'an address of AWS, since the stage has no web of its own';
  return {
    args: ['deploy', '--all', '--context', `stage=${stage.name}`, '--require-approval', 'broadening'],
    sentence: `Deploying ${practice.name} to stage ${stage.name}: ${series.length} series, links on ${where}.`,
  };
}

/** Names under `.example` are reserved (RFC 2606), and a line marked SAMPLE is made up. */
function refuseSamples(practiceFile: string, ...settings: object[]): void {
  const marked = readFileSync(practiceFile, 'utf8')
    .split('\n')
    .flatMap((line, i) => (/#\s*SAMPLE\b/.test(line) ? [i + 1] : []));
  if (marked.length > 0) {
    throw new StridewellError(
      'invalid',
      `practice.yaml still has made-up values (marked SAMPLE) on lines ${marked.join(', ')}.`,
      'practice.yaml',
    );
  }
  const named = settings.flatMap((part) => JSON.stringify(part).match(/[^"\s@/]+\.example\b/g) ?? []);
  if (named.length > 0) {
    throw new StridewellError('invalid', `The settings still have made-up names: ${[...new Set(named)].join(', ')}.`);
  }
}
