import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { practiceDir } from '../support/practice';
import { openTown, type Town } from './world';

jest.setTimeout(180_000);

const mine = mkdtempSync(join(tmpdir(), 'stridewell-practice-'));
const dataDir = mkdtempSync(join(tmpdir(), 'stridewell-series-'));
cpSync(practiceDir, mine, { recursive: true });
let town: Town;
afterAll(async () => {
  await town.close();
  for (const folder of [mine, dataDir]) rmSync(folder, { recursive: true, force: true });
});

const open = () => openTown({ dataDir, practiceDir: mine });
const edit = (file: string, from: string | RegExp, to: string): void => {
  const path = join(mine, 'series/back-care', file);
  const source = readFileSync(path, 'utf8');
  expect(source).toMatch(from);
  writeFileSync(path, source.replace(from, to));
};
const series = async () => (await (await town.staff('viewer')).get('/series/back-care')).json;

test('a restart takes a changed series file after one edit in the console, and says what it cannot take', async () => {
  town = await open();
  const subject = 'Rest well, says Kim';
  const { rev } = await series();
  const saved = await (await town.staff('marketer', 'kim')).post('/series/back-care/versions', {
    rev,
    steps: { rest: { subject } },
  });
  expect(saved.status).toBe(201);
  await town.close();

  cpSync(join(mine, 'series/back-care/04-rest.yaml'), join(mine, 'series/back-care/11-hills.yaml'));
  edit('11-hills.yaml', 'subject: Rest is part of the plan', 'subject: Hills, one at a time');
  edit('series.yaml', 'steps:\n', 'steps:\n  hills:\n');
  edit('series.yaml', /( +)40: check-in\n/, '$140: check-in\n$147: hills\n');
  town = await open();
  const now = await series();
  expect(now.version.version).toBe(rev + 2);
  expect(Object.keys(now.version.steps)).toContain('hills');
  expect(now.version.steps.rest.words.subject).toBe(subject);
  await town.close();

  edit('04-rest.yaml', 'subject: Rest is part of the plan', 'subject: Rest, says the file');
  await expect(open()).rejects.toThrow(
    /^Series back-care: the words of rest were changed both in the console and in its files\. .*start again\.$/,
  );

  edit('04-rest.yaml', 'subject: Rest, says the file', `subject: ${subject}`);
  town = await open();
  expect((await series()).version).toMatchObject({ version: rev + 2, steps: { rest: { words: { subject } } } });
});
