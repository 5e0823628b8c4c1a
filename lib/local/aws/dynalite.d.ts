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
  /** An item or an index row, in DynamoDB's own JSON. */
  export type Row = Record<string, unknown>;
  interface StoredIndex {
    IndexName: string;
  }
  export interface StoredTable {
    TableName: string;
    GlobalSecondaryIndexes?: StoredIndex[];
  }
  interface Change {
    type: 'put' | 'del';
    key: string;
    value?: Row;
  }
  export interface Store {
    db: {
      open(): Promise<void>;
      keys(options?: object): Rows;
      values(options?: object): Rows;
      iterator<T>(range: { gte: string; lt: string }): AsyncIterable<[string, T]>;
      get(key: string): Promise<unknown>;
      put(key: string, value: unknown): Promise<void>;
      del(key: string): Promise<void>;
      batch(changes: Change[]): Promise<void>;
    };
    lifecycleManager: { gracefulClose(): Promise<void> };
  }
  const db: {
    create(options?: object): Store;
    /** What writing `item` over `existing` does to the indexes. */
    getIndexActions(
      indexes: StoredIndex[],
      existing: Row | null,
      item: Row,
      table: StoredTable,
    ): { puts: { index: string; key: string; item: Row }[] };
  };
  export default db;
}
