import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { whoSchema } from '../core/audience/who';
import type { Segment } from '../core/campaigns/campaign';
import { itemSchema } from './item-schema';
import { recordStore } from './record';

const segmentSchema = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    rev: z.int(),
    name: z.string(),
    who: whoSchema,
    createdAt: z.number(),
    createdBy: z.string(),
    authors: z.exactOptional(z.array(z.string())),
  }),
);
const storedSegment = itemSchema<Segment>()(segmentSchema);

/** Saved audiences. */
export function segmentStore(client: DynamoDBDocumentClient, table: string) {
  const { get, save, remove, list } = recordStore<Segment>(client, table, 'segment', storedSegment);
  return {
    get,
    save,
    remove,
    async list(limit = 50, after?: string): Promise<{ segments: Segment[]; next?: string }> {
      const { records, ...more } = await list(limit, after);
      return { segments: records, ...more };
    },
  };
}
