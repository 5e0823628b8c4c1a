import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/lib-dynamodb';
import { type ChannelName, channelNames } from '../core/base/channel';
import type { Instant } from '../core/base/time';
import type { Subscriber } from '../core/person/subscriber';
import { dueOf } from '../core/sending/due';
import { cursor, fromCursor, held, type Item, nextPage, parsed, putAtRev } from './item';
import { dueIndex, dueShard, SHARDS, shardOf } from './schema';
import { fromItem, subscriberSchema, toItem } from './subscriber-item';

/** One slice of a parallel scan: `segment` of `of`, counted from 0. */
interface Slice {
  segment: number;
  of: number;
}

/** People: one item each, one conditional write a change. `shards` must not change once people are stored. */
export function subscriberStore(client: DynamoDBDocumentClient, table: string, shards: number = SHARDS) {
  const read = (item: Item): Subscriber => parsed(subscriberSchema, table, String(item.id), fromItem(item));

  const firstDue = async (channel: ChannelName, shard: number, after: Instant): Promise<Instant | undefined> => {
    const { Items } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: dueIndex,
        KeyConditionExpression: 'dueShard = :shard AND dueAt > :after',
        ExpressionAttributeValues: { ':shard': dueShard(channel, shard), ':after': after },
        Limit: 1,
      }),
    );
    return Items?.[0]?.dueAt;
  };

  return {
    async load(id: string): Promise<Subscriber | undefined> {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { id }, ConsistentRead: true }));
      return Item && read(Item);
    },

    /**
     * Saves if nobody saved since `next` was read (rev 0: if there is none), and derives from it when it is due next.
     * Undefined when somebody did; after a lost reply that may have been this very call, so a claim is told by its id.
     * `read`: the rev it was read at, where the new one has to be higher than the one after it.
     */
    async save(next: Subscriber, read: number = next.rev): Promise<Subscriber | undefined> {
      const saved: Subscriber = { ...next, rev: next.rev + 1 };
      const due = dueOf(saved);
      const item: Item = {
        ...toItem(saved),
        ...(due && { dueShard: dueShard(due.channel, shardOf(saved.id, shards)), dueAt: due.at }),
      };
      return (await putAtRev(client, table, 'id', item, read)) ? saved : undefined;
    },

    /** Erases the person if nobody saved since; false when somebody did, or when there is no such person. */
    remove(id: string, rev: number): Promise<boolean> {
      return held(
        client.send(
          new DeleteCommand({
            TableName: table,
            Key: { id },
            ConditionExpression: 'rev = :rev',
            ExpressionAttributeValues: { ':rev': rev },
          }),
        ),
      );
    },

    /** Who is due at `now`, oldest first. A hint: the index lags behind, so whoever acts on it loads first. */
    async due(
      channel: ChannelName,
      shard: number,
      now: Instant,
      limit: number,
      after?: string,
    ): Promise<{ ids: string[]; next?: string }> {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: dueIndex,
          KeyConditionExpression: 'dueShard = :shard AND dueAt <= :now',
          ExpressionAttributeValues: { ':shard': dueShard(channel, shard), ':now': now },
          Limit: limit,
          ExclusiveStartKey: fromCursor(after),
        }),
      );
      return { ids: Items.map(({ id }) => String(id)), ...nextPage(cursor(LastEvaluatedKey)) };
    },

    /** The first moment after `now` when anybody is due, over all channels and shards; what is due already is left out. */
    async nextDue(now: Instant): Promise<Instant | undefined> {
      const firsts = await Promise.all(
        channelNames.flatMap((channel) => Array.from({ length: shards }, (_, shard) => firstDue(channel, shard, now))),
      );
      return firsts.reduce<Instant | undefined>(
        (least, at) => (at === undefined || (least !== undefined && least <= at) ? least : at),
        undefined,
      );
    },

    /** Everybody, in no order, a page at a time; a slice lets several workers share one scan. */
    async page(limit: number, after?: string, slice?: Slice): Promise<{ subscribers: Subscriber[]; next?: string }> {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new ScanCommand({
          TableName: table,
          Limit: limit,
          ExclusiveStartKey: fromCursor(after),
          ...(slice && { Segment: slice.segment, TotalSegments: slice.of }),
        }),
      );
      return { subscribers: Items.map(read), ...nextPage(cursor(LastEvaluatedKey)) };
    },
  };
}
