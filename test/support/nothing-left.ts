import { readdirSync, rmSync } from 'node:fs';

/** Caches that Node and tsx share between processes; nobody's test makes them. */
const caches = /^(tsx-\d+|node-compile-cache|jest_\w+)$/;

/** After the last test: what was left behind is named, and fails the run, so that nothing piles up unseen. */
export default function nothingLeft(): void {
  const { folder, before } = (globalThis as unknown as { ownTemporary: { folder: string; before?: string } })
    .ownTemporary;
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  const left = readdirSync(folder).filter((name) => !caches.test(name));
  rmSync(folder, { recursive: true, force: true });
  if (left.length > 0) throw new Error(`Tests left behind in the temporary folder: ${left.sort().join(', ')}`);
}
