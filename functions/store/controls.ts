import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type Controls, openControls } from '../core/sending/controls';
import { held, parsed, putAtRev } from './item';
import { itemSchema } from './item-schema';
import type { RecordKind } from './schema';

/**
 * Every send reads the controls, and one item answers about 3,000 consistent reads a second, so they stand in identical
 * copies under partition keys of their own. A save is acknowledged when all of them have it.
 */
const copies = 4;
const kind: RecordKind = 'controls';
const copyKey = (copy: number) => ({ kind: `${kind}#${copy}`, key: 'controls' });

const controlsSchema = z.lazy(() =>
  z.strictObject({
    rev: z.int(),
    kill: z.boolean(),
    killReason: z.exactOptional(z.string()),
    total: z.exactOptional(z.boolean()),
    totalReason: z.exactOptional(z.string()),
    pausedSeries: z.array(z.string()),
    pauseReasons: z.exactOptional(z.record(z.string(), z.string())),
    lifted: z.exactOptional(z.record(z.string(), z.number())),
    campaigns: z.record(z.string(), z.enum(['paused', 'cancelled'])),
  }),
);
const storedControls = itemSchema<Controls>()(controlsSchema);

export function controlStore(client: DynamoDBDocumentClient, table: string) {
  let turn = Math.floor(Math.random() * copies);

  const readCopy = async (copy: number): Promise<Controls | undefined> => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: copyKey(copy), ConsistentRead: true }));
    if (!Item) return undefined;
    const { kind, key, ...controls } = Item;
    return parsed(storedControls, table, `${kind}/${key}`, controls);
  };

  /** Brings the other copies up to the first; an older save never overtakes a newer one. */
  const follow = (controls: Controls): Promise<unknown> =>
    Promise.all(
      Array.from({ length: copies - 1 }, (_, i) =>
        held(
          client.send(
            new PutCommand({
              TableName: table,
              Item: { ...copyKey(i + 1), ...controls },
              ConditionExpression: 'attribute_not_exists(#k) OR #r < :r',
              ExpressionAttributeNames: { '#k': 'key', '#r': 'rev' },
              ExpressionAttributeValues: { ':r': controls.rev },
            }),
          ),
        ),
      ),
    );

  return {
    /** The flags as last acknowledged; all open if nobody ever set one. */
    async read(): Promise<Controls> {
      turn = (turn + 1) % copies;
      return (await readCopy(turn)) ?? openControls;
    },

    /**
     * Saves if nobody saved since `next` was read; undefined when somebody did. A save that died half-way leaves copies
     * behind the first, and whoever read one of those lands here: the copies are brought up before the answer, so that
     * reading and trying again succeeds.
     */
    async save(next: Controls): Promise<Controls | undefined> {
      const saved: Controls = { ...next, rev: next.rev + 1 };
      if (await putAtRev(client, table, 'key', { ...copyKey(0), ...saved }, next.rev)) {
        await follow(saved);
        return saved;
      }
      const first = await readCopy(0);
      if (first) await follow(first);
      return undefined;
    },
  };
}
