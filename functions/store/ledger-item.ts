import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { channelNames } from '../core/base/channel';
import { iso } from '../core/base/time';
import type { ConsentEvidence } from '../core/practice/consent';
import type { Delivery } from '../core/sending/delivery';
import type { HistoryEntry, LedgerEntry } from '../core/sending/journal';
import { type Item, parsed } from './item';
import { itemSchema } from './item-schema';
import { dayShard, shardOf } from './schema';

/** Every key is derived from what it records, so that writing it again finds it written. */
export const deliveryKey = (id: string): string => `msg#${id}`;
export const historyKey = (id: string): string => `his#${id}`;

/** A hash over all of the evidence: nothing else can ever claim its place. */
export function evidenceKey(evidence: ConsentEvidence): string {
  const fields = Object.entries(evidence).sort(([a], [b]) => (a < b ? -1 : 1));
  return `con#${createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 16)}`;
}

const factSchema = z.lazy(() =>
  z.strictObject({ at: z.number(), note: z.exactOptional(z.string()), rev: z.exactOptional(z.number()) }),
);
const factNames = [
  'accepted',
  'skipped',
  'blocked',
  'held',
  'assumed',
  'again',
  'stopped',
  'unknown',
  'delivered',
  'bounced',
  'complained',
  'failed',
  'clicked',
  'booked',
] as const;

const common = { subscriber: z.string(), at: z.number() };

const deliverySchema = z.lazy(() =>
  z.strictObject({
    ...common,
    id: z.string(),
    target: z.string(),
    stepId: z.string(),
    channel: z.enum(channelNames),
    marketing: z.boolean(),
    seriesId: z.exactOptional(z.string()),
    version: z.exactOptional(z.number()),
    campaignId: z.exactOptional(z.string()),
    to: z.exactOptional(z.string()),
    disclaimer: z.exactOptional(z.string()),
    facts: z.partialRecord(z.enum(factNames), factSchema),
  }),
);
const storedDelivery = itemSchema<Delivery>()(deliverySchema);

const evidenceSchema = z.lazy(() =>
  z.strictObject({
    ...common,
    channel: z.enum(channelNames),
    action: z.enum(['asked', 'confirmed', 'withdrawn']),
    seller: z.string(),
    address: z.string(),
    wording: z.string(),
    language: z.exactOptional(z.enum(['en', 'es'])),
    text: z.string(),
    textHash: z.string(),
    page: z.string(),
    ip: z.exactOptional(z.string()),
    userAgent: z.exactOptional(z.string()),
  }),
);
const storedEvidence = itemSchema<ConsentEvidence>()(evidenceSchema);

/** A history entry is written once and never changed. Kinds of a newer release are kept as they are; code that acts on an entry checks it first. */
const happeningSchema = z.lazy(() =>
  z.looseObject({
    what: z.string().check(z.minLength(1)),
  }),
) as unknown as z.ZodMiniType<HistoryEntry['happening']>;

const historySchema = z.lazy(() =>
  z.strictObject({
    ...common,
    id: z.string(),
    happening: happeningSchema,
  }),
);
const storedHistory = itemSchema<HistoryEntry>()(historySchema);

/** Person, key and time stand beside the entry for the indexes and are not written twice. */
export function ledgerItem(key: string, body: LedgerEntry): Item {
  const full = body.kind === 'message' ? body.delivery : body.kind === 'consent' ? body.evidence : body.entry;
  const { subscriber, at, ...rest } = full;
  return { subscriber, key, at, day: dayShard(iso(at).slice(0, 10), shardOf(subscriber)), [body.kind]: rest };
}

export function ledgerEntry(table: string, item: Item): LedgerEntry {
  const key = `${item.subscriber}/${item.key}`;
  const full = (rest: unknown) => ({ ...(rest as object), subscriber: item.subscriber, at: item.at });
  if (item.message) return { kind: 'message', delivery: parsed(storedDelivery, table, key, full(item.message)) };
  if (item.consent) return { kind: 'consent', evidence: parsed(storedEvidence, table, key, full(item.consent)) };
  return { kind: 'history', entry: parsed(storedHistory, table, key, full(item.history)) };
}
