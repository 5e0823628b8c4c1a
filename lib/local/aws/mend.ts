import { isDeepStrictEqual } from 'node:util';
import engineRoom, { type Row, type Store, type StoredTable } from 'dynalite/db/index.js';

/** Above every character that dynalite puts into a key. */
const past = '\xff';

/**
 * dynalite writes the rows of an index and then the item, each by itself: a kill in between leaves an item that its
 * index does not know, and a person nobody would ever find due. DynamoDB promises that an index follows its table, so
 * the local one is made to: what is missing is put in, what belongs to no item is taken out, all or nothing.
 */
export async function mendIndexes({ db }: Store): Promise<number> {
  const wanted = new Map<string, Row>();
  for await (const [, table] of db.iterator<StoredTable>({ gte: 'table~', lt: `table~${past}` })) {
    const indexes = table.GlobalSecondaryIndexes ?? [];
    const items = `item-${table.TableName}~`;
    if (indexes.length === 0) continue;
    for await (const [, item] of db.iterator<Row>({ gte: items, lt: items + past }))
      for (const { index, key, item: row } of engineRoom.getIndexActions(indexes, null, item, table).puts)
        wanted.set(`index-global~${table.TableName}~${index}~${key}`, row);
  }
  const stale: string[] = [];
  for await (const [key, row] of db.iterator<Row>({ gte: 'index-global~', lt: `index-global~${past}` })) {
    const right = wanted.get(key);
    if (right === undefined) stale.push(key);
    // Rows made here have no prototype, and those read back have one.
    else if (isDeepStrictEqual({ ...right }, row)) wanted.delete(key);
  }
  const changes = [
    ...stale.map((key) => ({ type: 'del' as const, key })),
    ...[...wanted].map(([key, value]) => ({ type: 'put' as const, key, value })),
  ];
  if (changes.length > 0) await db.batch(changes);
  return changes.length;
}
