import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixed, limits, monthly, perMessage, sizes } from '../../scripts/cost-model';
import { synth } from './cloud/synth';

const page = readFileSync(join(__dirname, '../../docs/cost.md'), 'utf8');
const dollars = (value: number): string =>
  value >= 100 ? `$${Math.round(value).toLocaleString('en-US')}` : `$${value.toFixed(2)}`;

it('counts what the templates of production hold', () => {
  const prod = synth('prod');
  const count = (type: string) => prod.of(type).length;
  expect({
    alarms: count('AWS::CloudWatch::Alarm'),
    dashboards: count('AWS::CloudWatch::Dashboard'),
    secrets: count('AWS::SecretsManager::Secret'),
  }).toEqual(fixed);
  expect(count('AWS::KMS::Key')).toBe(1);
});

it('the page shows what the model says now, at each size', () => {
  expect(sizes).toEqual([1e3, 1e5, 1e6, 1e8]);
  for (const size of sizes) {
    const { around, ses, essentials } = monthly(size);
    for (const value of [around, ses, essentials]) expect(page).toContain(dollars(value));
    expect(page).toContain(`${limits(size).sesRate}/s`);
  }
});

it('agrees with a sum made by hand: a million people, four messages each', () => {
  const { services, ses, essentials, around } = monthly(1e6);
  // 4 M messages, 10 writes and 7 reads each; 0.2 M pages of 3 and 4; 43,800 ticks of 12 reads.
  const writes = 4e6 * 10 + 0.2e6 * 3;
  const reads = 4e6 * 7 + 0.2e6 * 4 + 43_800 * 12;
  expect(services['DynamoDB, reads and writes']).toBeCloseTo(writes * 0.625e-6 + reads * 0.125e-6, 2);
  expect(ses).toBeCloseTo(400, 5);
  expect(essentials).toBeCloseTo(640, 5);
  expect(around).toBeCloseTo(
    Object.values(services).reduce((sum, one) => sum + one, 0),
    5,
  );
});

it('the dear tiers are passed one after the other: a hundred million people', () => {
  // 10 M at 0.16, 90 M at 0.14, 300 M at 0.11 a thousand.
  expect(monthly(1e8).essentials).toBeCloseTo(1600 + 12_600 + 33_000, 5);
});

it('names a setting for whatever gives way, and nothing where nothing does', () => {
  expect(limits(1e3)).toMatchObject({ hints: 'enough', workers: 'enough', shards: 'enough', writes: 'enough' });
  expect(limits(1e8).hints).toMatch(/^raise to/);
  expect(limits(1e8).workers).toMatch(/^raise to/);
  for (const setting of ['`workers`', '`room`', '`stages.yaml`', '`warmThroughput`']) expect(page).toContain(setting);
});

it('rests on the units that the bench measured', () => {
  const bench = readFileSync(join(__dirname, '../../docs/bench.md'), 'utf8');
  const { writes, reads } = perMessage.worker;
  expect(bench).toMatch(new RegExp(`\\b${writes}\\b`));
  expect(bench).toMatch(new RegExp(`\\b${reads}\\b`));
});
