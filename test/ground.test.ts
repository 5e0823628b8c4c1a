import type { Config } from '../functions/config';
import { ground, systemEdges } from '../functions/ground';
import { practice } from './templates/sample';

const allowed = (stage: string, allowList: string[]) => {
  process.env.AWS_REGION ??= 'us-east-1';
  const config = { stage, allowList, practice, tables: {}, linkKeys: [], guardSecret: 'x' } as unknown as Config;
  return ground(config, systemEdges).allowed;
};

it.each(['trial', 'emulated', 'local', 'Prod', 'production', ''])('stage %j with no list writes to nobody', (stage) => {
  for (const address of ['robin@example.com', '+17705550123', '', '*']) expect(allowed(stage, [])(address)).toBe(false);
});

it('a rehearsal writes to the listed and to nobody who only looks like them', () => {
  const may = allowed('trial', ['kim@practice.example']);
  expect(may('kim@practice.example')).toBe(true);
  for (const address of ['kim@practice.example.evil.com', 'akim@practice.example', '@practice.example', ''])
    expect(may(address)).toBe(false);
});

it('only the stage prod, or a list that says everybody, writes to everybody', () => {
  expect(allowed('prod', [])('robin@example.com')).toBe(true);
  expect(allowed('emulated', ['*'])('robin@example.com')).toBe(true);
});
