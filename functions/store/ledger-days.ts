import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { StridewellError } from '../core/base/error';
import type { Instant } from '../core/base/time';
import type { LedgerEntry } from '../core/sending/journal';
import { cursor, fromCursor, type Item, nextPage } from './item';
import { ledgerEntry } from './ledger-item';
import { dayIndex, dayShard, SHARDS } from './schema';

export interface LedgerPage {
  entries: LedgerEntry[];
  next?: string;
}

const forEver = Number.MAX_SAFE_INTEGER;

/** The ledger by UTC day (`YYYY-MM-DD`), for sums and for lists. A day is spread over a few partitions. */
export function ledgerDays(client: DynamoDBDocumentClient, table: string) {
  const query = (isoDay: string, shard: number, limit: number, span: Span, start?: Item, newestFirst = false) =>
    client.send(
      new QueryCommand({
        TableName: table,
        IndexName: dayIndex,
        KeyConditionExpression: '#d = :day AND #a BETWEEN :since AND :last',
        ExpressionAttributeNames: { '#d': 'day', '#a': 'at' },
        ExpressionAttributeValues: {
          ':day': dayShard(isoDay, shard),
          ':since': span.since,
          ':last': span.before === forEver ? forEver : span.before - 1,
        },
        Limit: limit,
        ExclusiveStartKey: start,
        ScanIndexForward: !newestFirst,
      }),
    );

  /** The newest of one partition, and one beyond the page: whether there is more is told by it, not by a full page. */
  async function newestOf(isoDay: string, shard: number, limit: number, span: Span, from?: Item) {
    const items: Item[] = [];
    let start = from;
    do {
      const left = limit + 1 - items.length;
      const { Items = [], LastEvaluatedKey } = await query(isoDay, shard, left, span, start, true);
      items.push(...Items);
      start = LastEvaluatedKey;
    } while (start && items.length <= limit);
    return { shard, items, from };
  }

  return {
    /** Shard by shard and oldest first within each, for adding up; a page may fall short. */
    async ofDay(
      isoDay: string,
      limit: number,
      after?: string,
      since: Instant = 0,
      before: Instant = forEver,
    ): Promise<LedgerPage> {
      const { shard = 0, ...start } = fromCursor(after) ?? {};
      const from = Object.keys(start).length > 0 ? start : undefined;
      const { Items = [], LastEvaluatedKey } = await query(isoDay, Number(shard), limit, { since, before }, from);
      const onward = LastEvaluatedKey ? { shard, ...LastEvaluatedKey } : { shard: Number(shard) + 1 };
      const next = Number(onward.shard) < SHARDS ? cursor(onward) : undefined;
      return { entries: Items.map((item) => ledgerEntry(table, item)), ...nextPage(next) };
    },

    /** Newest first across the whole day, for lists; `next` only when there is more. */
    async newestOfDay(
      isoDay: string,
      limit: number,
      after?: string,
      since: Instant = 0,
      before: Instant = forEver,
    ): Promise<LedgerPage> {
      const marks = fromCursor(after);
      const open = Array.from({ length: SHARDS }, (_, shard) => shard).filter(
        (shard) => !marks || String(shard) in marks,
      );
      const parts = await Promise.all(
        open.map((shard) => newestOf(isoDay, shard, limit, { since, before }, startAt(isoDay, shard, marks?.[shard]))),
      );
      const found = parts.flatMap((part) => part.items.map((item) => ({ item, part })));
      // Stable: entries of one moment keep the order of their partition, which the next page goes on by.
      const shown = found.sort((a, b) => Number(b.item.at) - Number(a.item.at)).slice(0, limit);
      const onward: Item = {};
      for (const part of parts) {
        const own = shown.filter((one) => one.part === part);
        if (own.length === part.items.length) continue;
        const last = own.at(-1)?.item ?? part.from;
        onward[part.shard] = last ? `${last.at} ${last.subscriber} ${last.key}` : '';
      }
      const next = Object.keys(onward).length > 0 ? cursor(onward) : undefined;
      return { entries: shown.map(({ item }) => ledgerEntry(table, item)), ...nextPage(next) };
    },
  };
}

interface Span {
  since: Instant;
  before: Instant;
}

/** Where a partition's reading goes on: after the last entry of it that was shown. */
function startAt(isoDay: string, shard: number, mark: unknown): Item | undefined {
  if (mark === undefined || mark === '') return undefined;
  const read = /^(\d{1,16}) (\S+) (.+)$/.exec(String(mark));
  if (!read) throw new StridewellError('invalid', 'This page marker is not one of ours.', 'after');
  return { day: dayShard(isoDay, shard), at: Number(read[1]), subscriber: read[2], key: read[3] };
}
