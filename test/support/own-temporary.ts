import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Before the first test: a temporary folder for this run alone, which workers and what they start inherit. */
export default function ownTemporary(): void {
  const before = process.env.TMPDIR;
  const folder = mkdtempSync(join(tmpdir(), 'stridewell-test-'));
  process.env.TMPDIR = folder;
  Object.assign(globalThis, { ownTemporary: { folder, before } });
}
