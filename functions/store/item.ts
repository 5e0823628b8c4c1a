import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';
import { StridewellError } from '../core/base/error';
import { type ItemSchema, tolerantly } from './item-schema';

export type Item = Record<string, unknown>;

/**
 * A stored item as core knows it, with the fields that a newer release wrote. One that does not parse is named by table
 * and key, never by what it holds.
 */
export function parsed<T>(schema: ItemSchema<T>, table: string, key: string, value: unknown): T {
  const read = tolerantly(schema, value);
  if (read === undefined) throw new StridewellError('internal', `An item of table ${table} cannot be read: ${key}`);
  return read;
}

/** Whether a conditional write was done; false when its condition did not hold. */
export async function held(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/**
 * Puts `item` if the stored one still has the rev that was read; a rev of 0 means there was none. `key` names the
 * partition key, whose absence is how DynamoDB says that there is no such item.
 */
export function putAtRev(
  client: DynamoDBDocumentClient,
  table: string,
  key: string,
  item: Item,
  rev: number,
): Promise<boolean> {
  const condition: Partial<PutCommandInput> =
    rev === 0
      ? { ConditionExpression: 'attribute_not_exists(#k)', ExpressionAttributeNames: { '#k': key } }
      : {
          ConditionExpression: '#r = :r',
          ExpressionAttributeNames: { '#r': 'rev' },
          ExpressionAttributeValues: { ':r': rev },
        };
  return held(client.send(new PutCommand({ TableName: table, Item: item, ...condition })));
}

/** Where a page ended, as an opaque string that is safe in a URL. */
export const cursor = (key: Item | undefined): string | undefined =>
  key && Buffer.from(JSON.stringify(key)).toString('base64url');

/** The key a cursor stands for. It comes from outside, so anything but a flat key is refused. */
export function fromCursor(after: string | undefined): Item | undefined {
  if (after === undefined) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(after, 'base64url').toString());
    if (
      key !== null &&
      typeof key === 'object' &&
      Object.values(key).every((part) => ['string', 'number'].includes(typeof part))
    ) {
      return key as Item;
    }
  } catch {
    // Answered below, as any other text that is no cursor.
  }
  throw new StridewellError('invalid', 'This page marker is not one of ours.', 'after');
}

/** `{ next }` only when there is a next page, as exact optional properties ask. */
export const nextPage = (next: string | undefined): { next?: string } => (next === undefined ? {} : { next });
