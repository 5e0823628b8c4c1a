import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../core/base/time';
import { cursor, fromCursor, held, type Item, nextPage, parsed, putAtRev } from './item';
import type { ItemSchema } from './item-schema';
import { newestIndex, type RecordKind } from './schema';

/** What staff make and list: an id, a rev for conditional saves, and when it came. */
interface Revised {
  id: string;
  rev: number;
  createdAt: Instant;
}

interface RecordPage<T> {
  records: T[];
  next?: string;
}

/** A filtered listing looks at this many rows at a time, and at no more than so many for one page. */
const lookAtOnce = 100;
const lookAtMost = 1000;

/** One kind of record: read by id, saved by rev, listed newest first. */
export function recordStore<T extends Revised>(
  client: DynamoDBDocumentClient,
  table: string,
  kind: RecordKind,
  schema: ItemSchema<T>,
) {
  const read = ({ kind: _kind, key, listed: _listed, listedAt: _at, ...body }: Item): T =>
    parsed(schema, table, `${kind}/${key}`, { ...body, id: key });

  return {
    async get(id: string): Promise<T | undefined> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: { kind, key: id }, ConsistentRead: true }),
      );
      return Item && read(Item);
    },

    /** Saves if nobody saved since `next` was read (rev 0: if there is none); undefined when somebody did. */
    async save(next: T): Promise<T | undefined> {
      const saved: T = { ...next, rev: next.rev + 1 };
      const { id, ...body } = saved;
      const item: Item = { ...body, kind, key: id, listed: kind, listedAt: saved.createdAt };
      return (await putAtRev(client, table, 'key', item, next.rev)) ? saved : undefined;
    },

    /** Removes it if nobody saved since. */
    remove(id: string, rev: number): Promise<boolean> {
      return held(
        client.send(
          new DeleteCommand({
            TableName: table,
            Key: { kind, key: id },
            ConditionExpression: 'rev = :rev',
            ExpressionAttributeValues: { ':rev': rev },
          }),
        ),
      );
    },

    /**
     * Newest first, of one status or of all. A page may fall short of `limit` and still have a next one. Listings come
     * from an index and may lag behind a save by a moment.
     */
    async list(limit: number, after?: string, status?: string): Promise<RecordPage<T>> {
      const found: Item[] = [];
      let start = fromCursor(after);
      let looked = 0;
      do {
        const answer = await client.send(
          new QueryCommand({
            TableName: table,
            IndexName: newestIndex,
            KeyConditionExpression: 'listed = :kind',
            ExpressionAttributeValues: { ':kind': kind, ...(status !== undefined && { ':status': status }) },
            ...(status !== undefined && {
              FilterExpression: '#s = :status',
              ExpressionAttributeNames: { '#s': 'status' },
            }),
            ScanIndexForward: false,
            Limit: status === undefined ? limit : lookAtOnce,
            ExclusiveStartKey: start,
          }),
        );
        found.push(...(answer.Items ?? []));
        looked += answer.ScannedCount ?? 0;
        start = answer.LastEvaluatedKey;
      } while (start && found.length < limit && looked < lookAtMost);
      const shown = found.slice(0, limit);
      const records = shown.map(read);
      const last = shown.at(-1);
      if (found.length > limit && last) start = { kind, key: last.key, listed: kind, listedAt: last.listedAt };
      return { records, ...nextPage(cursor(start)) };
    },
  };
}
