import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { perChannel } from '../core/base/channel';
import { type Instant, iso } from '../core/base/time';
import type { HourCount } from '../core/reporting/hour';
import type { Watched } from '../core/reporting/watched';
import { type Item, parsed } from './item';
import { itemSchema } from './item-schema';
import type { RecordKind } from './schema';

const taken = z.lazy(() => z.strictObject({ sent: z.int(), reported: z.int(), bounced: z.int(), complained: z.int() }));
/** Of hours from before the channel. */
const noneTaken = { sent: 0, reported: 0, bounced: 0, complained: 0 };
const tally = z.lazy(() =>
  z.strictObject({
    signups: z.int(),
    confirmed: z.int(),
    sent: z.strictObject(perChannel(() => z._default(z.int(), 0))),
    skipped: z.int(),
    failed: z.int(),
    unconfirmed: z.int(),
    held: z.int(),
    unknown: z.int(),
    optOuts: z.int(),
    undrained: z.exactOptional(z.int()),
    clicks: z.int(),
    bookings: z.int(),
    urgent: z.exactOptional(z.int()),
  }),
);
const hourSchema = z.lazy(() =>
  z.strictObject({
    at: z.number(),
    ...perChannel(() => z._default(taken, noneTaken)),
    series: z.record(z.string(), z.int()),
    tally: z.exactOptional(tally),
  }),
);
const storedHour = itemSchema<HourCount>()(hourSchema);
const watchedSchema = z.lazy(() =>
  z.strictObject({
    at: z.number(),
    countedTo: z.number(),
    stuck: z.strictObject({
      count: z.int(),
      more: z.boolean(),
      ids: z.array(z.string()),
      since: z.exactOptional(z.number()),
    }),
    held: z.exactOptional(z.strictObject({ count: z.int(), more: z.boolean(), since: z.exactOptional(z.number()) })),
    mail: z.exactOptional(z.strictObject({ sent: z.int(), bounced: z.int(), complained: z.int() })),
    unconfirmed: z.exactOptional(z.int()),
    warnings: z.array(z.string()),
  }),
);
const storedWatched = itemSchema<Watched>()(watchedSchema);

const kind: RecordKind = 'hour';
/** UTC, to the hour: keys sort as time does. */
const keyOf = (at: Instant): string => iso(at).slice(0, 13);
const stateKey: { kind: RecordKind; key: string } = { kind: 'watch', key: 'state' };

/** Hourly sums of the ledger, and what the last look found. Both can be made again, so they are simply overwritten. */
export function hourStore(client: DynamoDBDocumentClient, table: string) {
  const read = ({ key, count }: Item): HourCount => parsed(storedHour, table, `${kind}/${key}`, count);
  return {
    async get(at: Instant): Promise<HourCount | undefined> {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { kind, key: keyOf(at) } }));
      return Item && read(Item);
    },

    async save(count: HourCount): Promise<void> {
      await client.send(new PutCommand({ TableName: table, Item: { kind, key: keyOf(count.at), count } }));
    },

    /** The hours from `from` up to and with `to` in which anything happened, oldest first. */
    async between(from: Instant, to: Instant): Promise<HourCount[]> {
      const found: HourCount[] = [];
      let start: Item | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: 'kind = :kind AND #k BETWEEN :from AND :to',
            ExpressionAttributeNames: { '#k': 'key' },
            ExpressionAttributeValues: { ':kind': kind, ':from': keyOf(from), ':to': keyOf(to) },
            ExclusiveStartKey: start,
          }),
        );
        found.push(...Items.map(read));
        start = LastEvaluatedKey;
      } while (start);
      return found;
    },

    async watched(): Promise<Watched | undefined> {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: stateKey }));
      return Item && parsed(storedWatched, table, 'watch/state', Item.watched);
    },

    async saveWatched(watched: Watched): Promise<void> {
      await client.send(new PutCommand({ TableName: table, Item: { ...stateKey, watched } }));
    },
  };
}
