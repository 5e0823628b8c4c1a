import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `npm run test:cloud` as far as it gets where `python3` is this script, or is not there. */
function cloud(python?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'path-'));
  try {
    if (python) {
      writeFileSync(join(folder, 'python3'), `#!/bin/sh\n${python}\n`);
      chmodSync(join(folder, 'python3'), 0o755);
    }
    const args = ['--import', 'tsx', 'scripts/python.ts'];
    const { status, stderr } = spawnSync(process.execPath, args, {
      env: { ...process.env, PATH: folder },
      encoding: 'utf8',
    });
    return { status, said: stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it('a machine without python3-venv is told so in one line', () => {
  // What Debian's Python does: it runs, and has no ensurepip.
  const { status, said } = cloud('case "$*" in *ensurepip*) exit 1;; esac; exit 0');
  expect(status).toBe(1);
  expect(said).toMatch(/^[^\n]*install python3-venv[^\n]*\n$/);
});

it('so is a machine without Python', () => {
  const { status, said } = cloud();
  expect(status).toBe(1);
  expect(said).toMatch(/^[^\n]*no python3[^\n]*\n$/);
});

it('where all is there nothing is said', () => {
  expect(cloud('exit 0')).toEqual({ status: 0, said: '' });
});
