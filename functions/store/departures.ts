import { type DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { channelNames } from '../core/base/channel';
import { iso } from '../core/base/time';
import type { Departure } from '../core/person/departure';
import { suppressionReasons } from './guards';
import { cursor, fromCursor, held, type Item, nextPage, parsed } from './item';
import { itemSchema } from './item-schema';

const departureSchema = z.lazy(() =>
  z.strictObject({
    key: z.string(),
    at: z.number(),
    what: z.enum(['left', 'back', 'erased']),
    channel: z.enum(channelNames),
    reason: z.exactOptional(z.enum(suppressionReasons)),
    subscriber: z.exactOptional(z.string()),
  }),
);
const storedDeparture = itemSchema<Departure>()(departureSchema);

/** Sorts by time within an address; the same departure written twice is one entry. */
const entryOf = ({ at, what }: Departure): string => `${iso(at)}#${what}`;

/** Adds to the journal of departures. Nothing anywhere changes or deletes an entry, and no function reads one. */
export const departureWriter =
  (client: DynamoDBDocumentClient, table: string) =>
  async (departure: Departure): Promise<void> => {
    await held(
      client.send(
        new PutCommand({
          TableName: table,
          Item: { ...departure, entry: entryOf(departure) },
          ConditionExpression: 'attribute_not_exists(#k)',
          ExpressionAttributeNames: { '#k': 'key' },
        }),
      ),
    );
  };

/** All of the journal, an address's entries together and oldest first. */
export const departurePages =
  (client: DynamoDBDocumentClient, table: string) =>
  async (limit: number, after?: string): Promise<{ departures: Departure[]; next?: string }> => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({ TableName: table, Limit: limit, ExclusiveStartKey: fromCursor(after), ConsistentRead: true }),
    );
    const read = ({ entry, ...rest }: Item) => parsed(storedDeparture, table, `${rest.key}/${entry}`, rest);
    return { departures: Items.map(read), ...nextPage(cursor(LastEvaluatedKey)) };
  };
