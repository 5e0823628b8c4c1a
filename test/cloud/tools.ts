import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/cloud/synth';

const venv = join(root, '.build/ministack-venv');
const wanted = readFileSync(join(__dirname, 'requirements.txt'), 'utf8');

/** The Python tools of this suite, in an environment of their own: made once, made again when their versions change. */
export function tool(name: 'ministack' | 'cfn-lint'): string {
  const marker = join(venv, 'requirements.txt');
  if (!existsSync(marker) || readFileSync(marker, 'utf8') !== wanted) {
    rmSync(venv, { recursive: true, force: true });
    run('python3', ['-m', 'venv', venv]);
    run(join(venv, 'bin/pip'), ['install', '--quiet', '--requirement', join(__dirname, 'requirements.txt')]);
    writeFileSync(marker, wanted);
  }
  return join(venv, 'bin', name);
}

function run(command: string, args: string[]): void {
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: 180_000 });
}
