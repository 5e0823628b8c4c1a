/** Names of keys and indexes, and the tables as plain data: the cloud stacks and the local runtime build from this. */

export const tableNames = ['subscribers', 'guards', 'ledger', 'records', 'departures', 'audit'] as const;
export type TableName = (typeof tableNames)[number];
export type TableNames = Record<TableName, string>;

export interface KeyAttribute {
  name: string;
  type: 'S' | 'N';
}

interface IndexShape {
  name: string;
  partition: KeyAttribute;
  sort: KeyAttribute;
  projection: 'KEYS_ONLY' | 'ALL';
}

export interface TableShape {
  partition: KeyAttribute;
  sort?: KeyAttribute;
  /** Rows that have it are deleted by DynamoDB some time after; seconds since 1970. */
  ends?: string;
  indexes: IndexShape[];
}

/** Sparse: a person with nothing due has neither attribute, so a tick costs what is due, not how many people there are. */
export const dueIndex = 'due';
/** The ledger by UTC day, for the roll-ups of the reports. */
export const dayIndex = 'day';
/** Records that staff list newest first; only those that carry `listed` are in it. */
export const newestIndex = 'newest';

export const tables: Record<TableName, TableShape> = {
  subscribers: {
    partition: { name: 'id', type: 'S' },
    indexes: [
      {
        name: dueIndex,
        partition: { name: 'dueShard', type: 'S' },
        sort: { name: 'dueAt', type: 'N' },
        projection: 'KEYS_ONLY',
      },
    ],
  },
  guards: { partition: { name: 'key', type: 'S' }, ends: 'ends', indexes: [] },
  ledger: {
    partition: { name: 'subscriber', type: 'S' },
    sort: { name: 'key', type: 'S' },
    indexes: [
      { name: dayIndex, partition: { name: 'day', type: 'S' }, sort: { name: 'at', type: 'N' }, projection: 'ALL' },
    ],
  },
  records: {
    partition: { name: 'kind', type: 'S' },
    sort: { name: 'key', type: 'S' },
    indexes: [
      {
        name: newestIndex,
        partition: { name: 'listed', type: 'S' },
        sort: { name: 'listedAt', type: 'N' },
        projection: 'ALL',
      },
    ],
  },
  /** Only ever added to, and restored for itself: see core/person/departure. */
  departures: { partition: { name: 'key', type: 'S' }, sort: { name: 'entry', type: 'S' }, indexes: [] },
  /** Only ever added to, and streamed to where nobody can delete: see docs/adr/0013. */
  audit: { partition: { name: 'month', type: 'S' }, sort: { name: 'entry', type: 'S' }, indexes: [] },
};

/**
 * What stands in `records`: a partition key is one of these, alone or followed by `#` and more (`series#back-care`,
 * `controls#2`). Rights are cut by kind (lib/cloud/access.ts), so a new kind must be granted to the function that uses it.
 */
export const recordKinds = [
  'booking',
  'campaign',
  'controls',
  'hour',
  'link',
  'segment',
  'series',
  'test-quota',
  'watch',
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** Keys of counts among the guards; the only ones that a function may count under. */
export const budgetPrefix = 'budget#';

/**
 * Index partitions per channel and per day. One partition takes 1,000 writes a second and an ever-growing sort key
 * cannot be split for heat, so the load is spread by hand; 4 carry about 500 sends a second.
 */
export const SHARDS = 4;

/** FNV-1a: spreads ids evenly and never changes, because stored rows rest on it. */
export function shardOf(id: string, shards: number = SHARDS): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % shards;
}

export const dueShard = (channel: string, shard: number): string => `due#${channel}#${shard}`;

/** `YYYY-MM-DD#shard`. */
export const dayShard = (isoDay: string, shard: number): string => `${isoDay}#${shard}`;
