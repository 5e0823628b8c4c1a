import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planDeploy } from '../../lib/deploy';

const shipped = join(__dirname, '../..');
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'deploy-'));
  for (const part of ['practice.yaml', 'stages.yaml', 'templates'])
    cpSync(join(shipped, part), join(root, part), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const edit = (file: string, change: (text: string) => string): void =>
  writeFileSync(join(root, file), change(readFileSync(join(root, file), 'utf8')));

it('plans a stage that is whole', () => {
  const { args, sentence } = planDeploy(root, 'trial');
  expect(args).toEqual(['deploy', '--all', '--context', 'stage=trial', '--require-approval', 'broadening']);
  expect(sentence).toMatch(/^Deploying Pinnacle Orthopaedics to stage trial: 3 series/);
});

it('asks for a stage', () => {
  expect(() => planDeploy(root, undefined)).toThrow('Say which stage: npm run deploy -- --stage prod');
});

it('refuses a name that could be a path', () => {
  expect(() => planDeploy(root, 'prod/../x')).toThrow('is not a stage name');
});

it('never lets made-up details reach people: marked lines first', () => {
  expect(() => planDeploy(root, 'prod')).toThrow(
    /practice\.yaml still has made-up values \(marked SAMPLE\) on lines \d/,
  );
});

it('sees made-up names when only the marks were removed', () => {
  edit('practice.yaml', (text) => text.replace(/# SAMPLE.*/g, ''));
  expect(() => planDeploy(root, 'prod')).toThrow(/made-up names: .*practice\.example/);
});

it('deploys to production what a practice filled in', () => {
  edit('practice.yaml', (text) => text.replace(/# SAMPLE.*/g, '').replaceAll('.example', '.test-practice.com'));
  edit('stages.yaml', (text) => text.replaceAll('.example', '.test-practice.com'));
  expect(planDeploy(root, 'prod').args).toContain('stage=prod');
});

it('refuses a first series that is not there', () => {
  edit('stages.yaml', (text) => text.replace('SIMULATOR }', 'SIMULATOR }\n  evergreen: front-care'));
  expect(() => planDeploy(root, 'trial')).toThrow('there is no series "front-care"');
});
