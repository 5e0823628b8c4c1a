import { accessSync, constants, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { StridewellError } from '../../functions/core/base/error';
import { saveWhole } from './save-whole';

const contentsSchema = z.strictObject({ opened: z.int().min(1) });

/** What a folder holds from its first complete start on. Sign-in keys are not part of it: without them people sign in again. */
const parts = {
  'secrets.json': (file: string) => sizeOf(file) > 0,
  'clock.json': (file: string) => sizeOf(file) > 0,
  'outside-world.jsonl': (file: string) => sizeOf(file) > 0,
  dynamo: (folder: string) => {
    const files = listed(folder);
    // LevelDB names its files in CURRENT, makes a new store where that is missing, and always has a log open.
    return files.includes('CURRENT') && files.some((name) => name.endsWith('.log'));
  },
};
type Part = keyof typeof parts;

interface DataFolder {
  /** How often the store had been opened when the folder was last known to be whole; 0 for a new one. */
  opened: number;
  /** From now on all of it must be there at the next start. */
  isWhole(opened: number): void;
}

/**
 * Looks at a data folder before anything in it is opened. One that has lost a part is refused, since its store would
 * start empty or its old links would open nothing. `contents.json` tells a folder that was whole from a first start
 * that was killed half-way; without one, parts that are only ever made later tell of parts that were made earlier.
 */
export function openDataFolder(dataDir: string): DataFolder {
  if (dataDir === ':memory:') return { opened: 0, isWhole: () => undefined };
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new StridewellError('unavailable', `DATA_DIR ${dataDir} is not a folder that can be written to.`);
  }
  const names = Object.keys(parts) as Part[];
  const gone = names.filter((name) => !parts[name](join(dataDir, name)));
  const file = join(dataDir, 'contents.json');
  const contents = contentsOf(file);
  const lost = contents ? gone : lostBefore(gone);
  if (lost.length > 0)
    throw new StridewellError(
      'unavailable',
      `The data folder ${dataDir} has lost ${lost.join(' and ')}; put back what is missing, or move the folder away to start afresh.`,
    );
  return {
    opened: contents?.opened ?? 0,
    isWhole: (opened) => saveWhole(file, JSON.stringify({ opened } satisfies z.infer<typeof contentsSchema>)),
  };
}

/** Of a folder without contents: the secrets come first, the store second, the outside world's first line last. */
function lostBefore(gone: Part[]): Part[] {
  const order: Part[] = ['secrets.json', 'dynamo', 'outside-world.jsonl'];
  const latest = order.findLastIndex((name) => !gone.includes(name));
  return order.slice(0, Math.max(latest, 0)).filter((name) => gone.includes(name));
}

function contentsOf(file: string): z.infer<typeof contentsSchema> | undefined {
  const text = textIn(file);
  if (text === undefined) return undefined;
  try {
    return contentsSchema.parse(JSON.parse(text));
  } catch {
    throw damaged(file);
  }
}

/** The text of a file, undefined where there is none. A file that exists and cannot be read is an error, never replaced. */
export function textIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new StridewellError(
      'unavailable',
      `${file} cannot be read; mend that, or choose another folder with DATA_DIR.`,
    );
  }
}

export const damaged = (file: string) =>
  new StridewellError(
    'unavailable',
    `${file} is damaged; put back a whole one, or move the data folder away to start afresh.`,
  );

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
