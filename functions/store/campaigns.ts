import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { whoSchema } from '../core/audience/who';
import { channelNames } from '../core/base/channel';
import type { Campaign, CampaignStatus } from '../core/campaigns/campaign';
import { itemSchema } from './item-schema';
import { recordStore } from './record';

const sweepSchema = z.lazy(() =>
  z.strictObject({
    cursor: z.exactOptional(z.string()),
    seen: z.number(),
    enrolled: z.number(),
    skipped: z.record(z.string(), z.number()),
    people: z.exactOptional(
      z.strictObject({ meant: z.int(), joined: z.int(), left: z.record(z.string(), z.number()) }),
    ),
    done: z.boolean(),
  }),
);

const campaignSchema = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    rev: z.int(),
    name: z.string(),
    seriesId: z.string(),
    version: z.int(),
    segmentId: z.string(),
    who: whoSchema,
    channels: z.array(z.enum(channelNames)),
    startDate: z.string(),
    startTime: z.string(),
    restartAfterDays: z.exactOptional(z.int()),
    status: z.enum(['draft', 'scheduled', 'enrolling', 'running', 'paused', 'cancelled', 'finished']),
    createdAt: z.number(),
    createdBy: z.string(),
    authors: z.exactOptional(z.array(z.string())),
    asked: z.exactOptional(z.strictObject({ at: z.number(), by: z.string() })),
    approval: z.exactOptional(
      z.strictObject({ by: z.string(), name: z.string(), at: z.number(), people: z.int(), covers: z.string() }),
    ),
    scheduledAt: z.exactOptional(z.number()),
    sweep: z.exactOptional(sweepSchema),
    again: z.exactOptional(sweepSchema),
    sweptAt: z.exactOptional(z.number()),
    reached: z.exactOptional(z.strictObject({ cursor: z.exactOptional(z.string()), people: z.int() })),
  }),
);
const storedCampaign = itemSchema<Campaign>()(campaignSchema);

/** Campaigns, with the checkpoint of their enrolling sweep. */
export function campaignStore(client: DynamoDBDocumentClient, table: string) {
  const { get, save, remove, list } = recordStore<Campaign>(client, table, 'campaign', storedCampaign);
  return {
    get,
    save,
    remove,
    async list(limit = 50, after?: string, status?: CampaignStatus): Promise<{ campaigns: Campaign[]; next?: string }> {
      const { records, ...more } = await list(limit, after, status);
      return { campaigns: records, ...more };
    },
  };
}
