import {
  closeSync,
  fdatasync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  write,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { StridewellError } from '../../../functions/core/base/error';

const sync = promisify(fdatasync);
const put = promisify<number, Buffer, number, number, number>(
  (fd, buffer, offset, length, done: (error: Error | null, n: number) => void) =>
    write(fd, buffer, offset, length, null, done),
);

/**
 * A log of JSON lines that is on the disk before `append` resolves, also across SIGKILL and power loss.
 * Everything that arrives while one sync runs shares the next one, so the price of a sync is paid once for many.
 */
export interface Journal {
  append(record: unknown): Promise<void>;
  /** Replaces the whole log by these records, all or nothing. Only before the first append. */
  rewrite(records: Iterable<unknown>): void;
  close(): Promise<void>;
}

/** The first line of a log, so that one that was emptied is told from one that has nothing to say yet. */
const beginning = { t: 'begin' };

/**
 * Reads what the log holds, oldest first, then leaves it open for more. `:memory:` keeps nothing. `unsaved` hears of
 * what could not be written, beside whoever asked for it.
 */
export function openJournal(
  file: string | ':memory:',
  onRecord: (record: unknown) => void,
  unsaved: (error: unknown) => void = () => undefined,
): Journal {
  if (file === ':memory:') return { append: async () => {}, rewrite: () => {}, close: async () => {} };
  mkdirSync(dirname(file), { recursive: true });
  replay(file, onRecord);
  let fd = openSync(file, 'a');
  if (fstatSync(fd).size === 0) {
    writeSync(fd, `${JSON.stringify(beginning)}\n`);
    fsyncSync(fd);
  }
  // A line torn by a kill must not swallow the next one.
  let lines: string[] = ['\n'];
  let waiting: { resolve(): void; reject(error: unknown): void }[] = [];
  let flushing: Promise<void> | undefined;
  let closed = false;

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const [text, batch] = [lines.join(''), waiting];
      lines = [];
      waiting = [];
      try {
        await writeAll(fd, Buffer.from(text));
        await sync(fd);
        for (const one of batch) one.resolve();
      } catch (error) {
        lines.unshift('\n');
        unsaved(error);
        for (const one of batch) one.reject(error);
      }
    }
    flushing = undefined;
  }

  return {
    append(record) {
      // A closed number may be somebody else's file by now.
      if (closed) return Promise.reject(new Error('the journal is closed'));
      lines.push(`${JSON.stringify(record)}\n`);
      const written = new Promise<void>((resolve, reject) => waiting.push({ resolve, reject }));
      flushing ??= flush();
      return written;
    },
    rewrite(records) {
      const draft = `${file}.draft`;
      const out = openSync(draft, 'w');
      for (const record of [beginning, ...records]) writeSync(out, `${JSON.stringify(record)}\n`);
      fsyncSync(out);
      closeSync(out);
      closeSync(fd);
      renameSync(draft, file);
      fd = openSync(file, 'a');
    },
    async close() {
      closed = true;
      await flushing;
      closeSync(fd);
    },
  };
}

async function writeAll(fd: number, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += await put(fd, bytes, at, bytes.length - at);
}

/** In pieces, since a log may be larger than the longest string. A line that does not parse was never acknowledged. */
function replay(file: string, onRecord: (record: unknown) => void): void {
  rmSync(`${file}.draft`, { force: true });
  const fd = openSync(file, 'a+');
  const piece = Buffer.alloc(1 << 20);
  let rest: Buffer[] = [];
  let at = 0;
  for (;;) {
    const n = readSync(fd, piece, 0, piece.length, at);
    if (n === 0) break;
    at += n;
    let from = 0;
    for (let end = piece.indexOf(10, from); end !== -1 && end < n; end = piece.indexOf(10, from)) {
      take(file, Buffer.concat([...rest, piece.subarray(from, end)]).toString('utf8'), onRecord);
      rest = [];
      from = end + 1;
    }
    rest.push(Buffer.from(piece.subarray(from, n)));
  }
  closeSync(fd);
}

function take(file: string, line: string, onRecord: (record: unknown) => void): void {
  if (line === '') return;
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    // What a kill tears is the beginning of a record; anything else was never written here.
    if (line.startsWith('{"t":') || '{"t":'.startsWith(line)) return;
    throw new StridewellError('unavailable', `${file} is damaged; move it away to start afresh.`);
  }
  if ((record as { t?: unknown }).t !== beginning.t) onRecord(record);
}
