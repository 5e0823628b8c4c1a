import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Before the first test: a temporary folder for this run alone, which workers and what they start inherit. */
export default function ownTemporary(): void {
  const before = process.env.TMPDIR;
  for (const name of readdirSync(tmpdir())) if (isForsaken(name)) rmSync(join(tmpdir(), name), { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), `stridewell-test-${process.pid}-`));
  process.env.TMPDIR = folder;
  Object.assign(globalThis, { ownTemporary: { folder, before } });
}

/** Of a run that was killed: nobody has its number any more, and nothing has moved in it for an hour. */
function isForsaken(name: string): boolean {
  const pid = /^stridewell-test-(\d+)-/.exec(name)?.[1];
  if (!pid || Date.now() - statSync(join(tmpdir(), name)).mtimeMs < 3_600_000) return false;
  try {
    return !process.kill(Number(pid), 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
