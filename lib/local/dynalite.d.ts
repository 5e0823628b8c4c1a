/** The parts of dynalite 4 that the local runtime leans on; it ships no types. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  interface Options {
    path?: string;
    createTableMs?: number;
    deleteTableMs?: number;
    updateTableMs?: number;
  }
  export default function dynalite(options?: Options): Server;
}

declare module 'dynalite/db/index.js' {
  interface Rows {
    close(): Promise<void>;
    return?: () => Promise<void>;
  }
  export interface Store {
    db: {
      open(): Promise<void>;
      keys(options?: object): Rows;
      values(options?: object): Rows;
    };
    lifecycleManager: { gracefulClose(): Promise<void> };
  }
  const db: { create(options?: object): Store };
  export default db;
}
