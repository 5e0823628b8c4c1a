import { readdirSync, rmSync } from 'node:fs';

/** Caches that Node and tsx share between processes; not made by a test. */
const caches = /^(tsx-\d+|node-compile-cache|jest_\w+)$/;

/** After the last test: leftover files are named and fail the run. */
export default function nothingLeft(): void {
  const { folder, before } = (globalThis as unknown as { ownTemporary: { folder: string; before?: string } })
    .ownTemporary;
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  const left = readdirSync(folder).filter((name) => !caches.test(name));
  rmSync(folder, { recursive: true, force: true });
  if (left.length > 0) throw new Error(`Tests left behind in the temporary folder: ${left.sort().join(', ')}`);
}
