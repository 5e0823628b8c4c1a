import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { TestQuota } from '../core/series/test-send';
import { itemSchema } from './item-schema';
import { recordStore } from './record';

const quotaSchema = z.lazy(() =>
  z.strictObject({ id: z.string(), rev: z.int(), createdAt: z.number(), times: z.array(z.number()) }),
);
const storedQuota = itemSchema<TestQuota>()(quotaSchema);

/** When members of staff sent their last tests: one small record each, written over. */
export function testQuotaStore(client: DynamoDBDocumentClient, table: string) {
  const { get, save } = recordStore<TestQuota>(client, table, 'test-quota', storedQuota);
  return { get, save };
}
