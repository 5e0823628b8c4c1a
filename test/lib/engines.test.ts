import { readFileSync } from 'node:fs';
import { reachedFrom, readSources } from '../support/imports';

const { satisfies, minVersion } = jest.requireActual<{
  satisfies(version: string, range: string): boolean;
  minVersion(range: string): { version: string };
}>('semver');
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

/** The oldest Node that package.json promises, and those that people have beside it. */
const floor = minVersion(read('package.json').engines.node).version;
const nodes = [floor, '20.20.0', '22.13.0', '24.0.0'];

interface Locked {
  version?: string;
  optional?: boolean;
  engines?: { node?: string };
}

// What is optional is installed only where it fits.
const packages = Object.entries<Locked>(read('package-lock.json').packages).filter(
  ([path, { optional }]) => path !== '' && !optional,
);

it('the floor is the one README names', () => {
  expect(readFileSync('README.md', 'utf8')).toContain(`Node ${floor.replace(/\.0$/, '')}`);
});

it('every package that is installed runs on every Node we promise: npm ci warns of none', () => {
  expect(packages.length).toBeGreaterThan(500);
  const unfit = packages.flatMap(([path, { version, engines }]) =>
    nodes
      .filter((node) => engines?.node !== undefined && !satisfies(node, engines.node))
      .map((node) => `${path} ${version} wants Node ${engines?.node}, not ${node}`),
  );
  expect(unfit).toEqual([]);
});

const sources = readSources(['functions', 'lib', 'bin', 'scripts', 'bench', 'test']);
const commands = Object.values<string>(read('package.json').scripts)
  .flatMap((script) => /\b(?:bin|scripts|bench)\/[\w/-]+\.ts/.exec(script) ?? [])
  .map((path) => [path, reachedFrom(path, sources)] as const)
  .filter(([, { packages }]) => [...packages].some((name) => name.startsWith('@aws-sdk/')));

it('every command that calls AWS starts without the notice of its clients about Node', () => {
  expect(commands.map(([path]) => path)).toContain('bin/local.ts');
  expect(commands.filter(([, { files }]) => !files.has('lib/sdk-notice.ts')).map(([path]) => path)).toEqual([]);
});
