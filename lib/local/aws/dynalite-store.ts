import dynalite from 'dynalite';
import engineRoom, { type Store } from 'dynalite/db/index.js';
import { StridewellError } from '../../../functions/core/base/error';

/**
 * dynalite closes its files only through a listening server, and leaves every iterator it opens to the end of the
 * process. Its store is caught as it is made, so that we can open, close and tidy up ourselves.
 */
export function openStore(path: string | undefined) {
  const { create } = engineRoom;
  let store: Store | undefined;
  engineRoom.create = (options) => {
    store = create(options);
    return store;
  };
  try {
    const server = dynalite({ ...(path && { path }), createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
    if (!store) throw new StridewellError('internal', 'This release of dynalite makes its store in another way.');
    endIterators(store);
    return { server, store };
  } finally {
    engineRoom.create = create;
  }
}

function endIterators({ db }: Store): void {
  for (const kind of ['keys', 'values'] as const) {
    const open = db[kind].bind(db);
    db[kind] = (options) => {
      const rows = open(options);
      rows.return = () => rows.close();
      return rows;
    };
  }
}

const openings = 'stridewell~opened';

/**
 * LevelDB passes over a log that is torn, emptied or gone, and takes what is left for all there was. Each opening is
 * therefore written first of all, and the folder remembers the last one.
 */
export async function countOpening({ db }: Store, atLeast: number): Promise<number> {
  let before = 0;
  for await (const [, count] of db.iterator<number>({ gte: openings, lt: `${openings}~` })) before = count;
  if (before < atLeast) throw new Error('The store has lost its newest entries.');
  const { put } = Object.getPrototypeOf(db) as { put(key: string, value: unknown, how: object): Promise<void> };
  // Past dynalite's own `put`, which knows no options: on the disk before the folder remembers it.
  await put.call(db, openings, before + 1, { sync: true });
  return before + 1;
}

/**
 * dynalite throws what a disk said into the void, and so it does with what is asked while it closes. Here neither is
 * answered: whoever keeps the folder hears of a failed write and ends the process, and nothing is done on top of what
 * was not saved.
 */
export function tellUnsaved({ db }: Store, unsaved: (error: unknown) => void): void {
  for (const kind of ['get', 'put', 'del', 'batch'] as const) {
    const call = db[kind].bind(db) as (...given: unknown[]) => void;
    db[kind] = ((...given: unknown[]) => {
      const callback = given.pop() as (error: unknown, found?: unknown) => void;
      call(...given, (error: unknown, found?: unknown) => {
        if (error instanceof Error && error.message === 'Database is closed') return;
        if (error instanceof Error && kind !== 'get') return unsaved(error);
        callback(error, found);
      });
    }) as never;
  }
}
