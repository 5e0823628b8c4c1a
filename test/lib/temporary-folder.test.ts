import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSources } from '../support/imports';

let beside: string;
beforeEach(() => {
  beside = mkdtempSync(join(tmpdir(), 'beside-'));
});
afterEach(() => rmSync(beside, { recursive: true, force: true }));

/** A command that makes a folder with something in it, and then does this. */
const command = (then: string): string[] => [
  ...['--import', 'tsx', '--input-type=module', '-e'],
  `import { writeFileSync } from 'node:fs';
   const { temporaryFolder } = await import('./lib/temporary-folder.ts');
   const folder = temporaryFolder('x');
   writeFileSync(folder.path + '/a', 'a');
   ${then}`,
];
const env = () => ({ ...process.env, TMPDIR: beside });
const left = () => readdirSync(beside).filter((name) => name.startsWith('stridewell-'));

test.each([
  ['ends', '', 0],
  ['fails', 'throw new Error("no")', 1],
  ['leaves early', 'process.exit(3)', 3],
])('a command that %s leaves nothing behind', (_, then, code) => {
  const { status } = spawnSync(process.execPath, command(then), { env: env() });
  expect([status, left()]).toEqual([code, []]);
});

test('nor does one that is stopped with Ctrl-C', async () => {
  const child = spawn(process.execPath, command('console.log(folder.path); setInterval(() => {}, 1000)'), {
    env: env(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [path] = await once(child.stdout, 'data');
  expect(existsSync(String(path).trim())).toBe(true);
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([130, null]);
  expect(left()).toEqual([]);
});

test('what is kept stays', () => {
  spawnSync(process.execPath, command('folder.keep()'), { env: env() });
  expect(left()).toHaveLength(1);
});

test('commands make no temporary folder in another way', () => {
  const makers = readSources(['functions', 'lib', 'bin', 'scripts', 'bench'])
    .map(({ path }) => path)
    .filter((path) => /mkdtemp|tmpdir/.test(readFileSync(path, 'utf8')));
  expect(makers).toEqual(['lib/temporary-folder.ts']);
});
