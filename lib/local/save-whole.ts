import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/** Written beside and renamed, so that a kill or a full disk leaves the old file whole. `mode` is the new file's. */
export function saveWhole(file: string, text: string, mode = 0o644): void {
  const half = `${file}.new`;
  try {
    const fd = openSync(half, 'w', mode);
    try {
      for (let bytes = Buffer.from(text); bytes.length > 0; ) bytes = bytes.subarray(writeSync(fd, bytes));
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(half, file);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}
