import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { type SeriesVersion, seriesVersionSchema } from '../core/series/series';
import { cursor, fromCursor, held, type Item, nextPage, parsed } from './item';
import { itemSchema } from './item-schema';
import type { RecordKind } from './schema';

const latestKind: RecordKind = 'series';
/** Beside the versions of a series: its file as it was last taken. */
const fileKey = 'file';
const storedVersion = itemSchema<SeriesVersion>()(seriesVersionSchema);
const versionsKind = (id: string): string => `${latestKind}#${id}`;
/** Padded, so that keys sort as numbers do. */
const versionKey = (n: number): string => `v${String(n).padStart(6, '0')}`;

/** A version's key; what else stands beside them is none. */
const isVersion = ({ key }: Record<string, unknown>): boolean => key !== fileKey;

/** How many versions one process keeps at hand; each send asks for one, and they never change. */
const keepAtMost = 50;

/** Versions of series: each written once, whole, approval included; a pointer tells the latest of each series. */
export function seriesStore(client: DynamoDBDocumentClient, table: string, keepDrafts = false) {
  const kept = new Map<string, SeriesVersion>();

  const read = ({ kind, key, body }: Item): SeriesVersion => parsed(storedVersion, table, `${kind}/${key}`, body);

  const version = async (id: string, n: number): Promise<SeriesVersion | undefined> => {
    const name = `${id}#${n}`;
    const known = kept.get(name);
    if (known) return known;
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: { kind: versionsKind(id), key: versionKey(n) }, ConsistentRead: true }),
    );
    if (!Item) return undefined;
    const found = read(Item);
    // A draft may yet be approved; everything else about a version stays for ever.
    if (found.approval === 'draft' && !keepDrafts) return found;
    const oldest = kept.size >= keepAtMost ? kept.keys().next().value : undefined;
    if (oldest !== undefined) kept.delete(oldest);
    kept.set(name, found);
    return found;
  };

  const page = (kind: string, limit: number, after: string | undefined, forward: boolean) =>
    client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'kind = :kind',
        ExpressionAttributeValues: { ':kind': kind },
        ScanIndexForward: forward,
        ConsistentRead: true,
        Limit: limit,
        ExclusiveStartKey: fromCursor(after),
      }),
    );

  const whole = async (kind: string) => {
    const items: Record<string, unknown>[] = [];
    let after: string | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await page(kind, 100, after, true);
      items.push(...Items);
      after = cursor(LastEvaluatedKey);
    } while (after !== undefined);
    return items;
  };

  return {
    /**
     * False if that version exists. The pointer follows the version, and moves on a repeat as well: that repairs a
     * publish that died between the two writes.
     */
    async publish(next: SeriesVersion): Promise<boolean> {
      const { seriesId, version: n } = next;
      const fresh = await held(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { kind: versionsKind(seriesId), key: versionKey(n), body: next },
            ConditionExpression: 'attribute_not_exists(#k)',
            ExpressionAttributeNames: { '#k': 'key' },
          }),
        ),
      );
      await held(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { kind: latestKind, key: seriesId, version: n },
            ConditionExpression: 'attribute_not_exists(#k) OR #v < :n',
            ExpressionAttributeNames: { '#k': 'key', '#v': 'version' },
            ExpressionAttributeValues: { ':n': n },
          }),
        ),
      );
      return fresh;
    },

    /** The one change a version ever sees: a clinician's word, given once. */
    async approve(id: string, n: number, by: string, accepted: string[] = []): Promise<void> {
      kept.delete(`${id}#${n}`);
      await held(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: { kind: versionsKind(id), key: versionKey(n) },
            UpdateExpression: `SET #b.#a = :approved, #b.#by = :by${accepted.length > 0 ? ', #b.accepted = :accepted' : ''}`,
            ConditionExpression: '#b.#a = :draft',
            ExpressionAttributeNames: { '#b': 'body', '#a': 'approval', '#by': 'approvedBy' },
            ExpressionAttributeValues: {
              ':approved': 'approved',
              ':draft': 'draft',
              ':by': by,
              ...(accepted.length > 0 ? { ':accepted': accepted } : {}),
            },
          }),
        ),
      );
    },

    async taken(id: string): Promise<SeriesVersion | undefined> {
      const key = { kind: versionsKind(id), key: fileKey };
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
      return Item && read(Item as Item);
    },

    async take(file: SeriesVersion): Promise<void> {
      const Item = { kind: versionsKind(file.seriesId), key: fileKey, body: file };
      await client.send(new PutCommand({ TableName: table, Item }));
    },

    /** One version; the same object may be handed out again, so it is not to be changed. */
    version,

    async latest(id: string): Promise<SeriesVersion | undefined> {
      const key = { kind: latestKind, key: id };
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
      return Item && version(id, Number(Item.version));
    },

    /** The latest version of every series, by id. */
    async list(limit = 50, after?: string): Promise<{ series: SeriesVersion[]; next?: string }> {
      const { Items = [], LastEvaluatedKey } = await page(latestKind, limit, after, true);
      const found = await Promise.all(Items.map(({ key, version: n }) => version(String(key), Number(n))));
      return { series: found.filter((one) => one !== undefined), ...nextPage(cursor(LastEvaluatedKey)) };
    },

    /** Every version of every series: what was sent once may be quoted at any time. */
    async everyVersion(): Promise<SeriesVersion[]> {
      const found: SeriesVersion[] = [];
      for (const { key } of await whole(latestKind))
        found.push(...(await whole(versionsKind(String(key)))).filter(isVersion).map((item) => read(item as Item)));
      return found;
    },

    /** All versions of one series, newest first. */
    async versions(id: string, limit = 20, after?: string): Promise<{ versions: SeriesVersion[]; next?: string }> {
      const { Items = [], LastEvaluatedKey } = await page(versionsKind(id), limit, after, false);
      return { versions: (Items as Item[]).filter(isVersion).map(read), ...nextPage(cursor(LastEvaluatedKey)) };
    },
  };
}
