import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

const made = new Set<string>();
let watching = false;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A folder for a command's own work. It is gone when the command ends, with an error or by Ctrl-C too, unless it is kept. */
export function temporaryFolder(name: string): { path: string; remove(): void; keep(): void } {
  const path = mkdtempSync(join(tmpdir(), `stridewell-${name}-`));
  if (!watching) {
    watching = true;
    process.once('exit', removeAll);
    for (const signal of signals) process.once(signal, leave);
  }
  made.add(path);
  const remove = () => {
    made.delete(path);
    rmSync(path, { recursive: true, force: true });
  };
  return { path, remove, keep: () => void made.delete(path) };
}

function removeAll(): void {
  for (const path of made) rmSync(path, { recursive: true, force: true });
}

/** 128 and the signal's number, as a shell says it. */
const leave = (signal: NodeJS.Signals): never => process.exit(128 + constants.signals[signal]);
