import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { channelNames } from '../core/base/channel';
import type { Guard } from '../core/person/guard';
import { parsed, putAtRev } from './item';
import { itemSchema } from './item-schema';

export const suppressionReasons = [
  'unsubscribed',
  'stop',
  'bounce',
  'complaint',
  'provider-opt-out',
  'erased',
  'staff',
] as const;

const guardSchema = z.lazy(() =>
  z.strictObject({
    key: z.string(),
    rev: z.int(),
    channel: z.enum(channelNames),
    owner: z.exactOptional(z.string()),
    wish: z.exactOptional(z.string()),
    askedFor: z.exactOptional(z.string()),
    joining: z.exactOptional(z.string()),
    turns: z.exactOptional(z.int()),
    contested: z.exactOptional(z.number()),
    suppressed: z.exactOptional(z.strictObject({ reason: z.enum(suppressionReasons), at: z.number() })),
    asked: z.array(z.number()),
  }),
);
const storedGuard = itemSchema<Guard>()(guardSchema);

/** Contact guards: one item per keyed hash of an address, never the address. */
export function guardStore(client: DynamoDBDocumentClient, table: string) {
  return {
    async load(key: string): Promise<Guard | undefined> {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: { key }, ConsistentRead: true }));
      return Item && parsed(storedGuard, table, key, Item);
    },

    /** Saves if nobody saved since `next` was read (rev 0: if there is none); undefined when somebody did. */
    async save(next: Guard): Promise<Guard | undefined> {
      const saved: Guard = { ...next, rev: next.rev + 1 };
      return (await putAtRev(client, table, 'key', { ...saved }, next.rev)) ? saved : undefined;
    },
  };
}
