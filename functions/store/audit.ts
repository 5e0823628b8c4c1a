import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type Instant, iso } from '../core/time';
import { cursor, fromCursor, held, nextPage, parsed } from './item';

/** One act of staff: who did what to which record. Never an address, a name of a runner or a token. */
export interface AuditEntry {
  id: string;
  at: Instant;
  /** The staff member's subject at the identity provider. */
  actor: string;
  action: string;
  /** Id of what it was done to. */
  target?: string;
  detail?: Record<string, string>;
}

const auditSchema: z.ZodMiniType<AuditEntry> = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    at: z.number(),
    actor: z.string(),
    action: z.string(),
    target: z.exactOptional(z.string()),
    detail: z.exactOptional(z.record(z.string(), z.string())),
  }),
);

const dayKind = (isoDay: string): string => `audit#${isoDay}`;

/** The audit trail, a partition for each UTC day: added to, never changed. */
export function auditStore(client: DynamoDBDocumentClient, table: string) {
  return {
    /** False if this entry was there already. */
    append(entry: AuditEntry): Promise<boolean> {
      const when = iso(entry.at);
      return held(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { kind: dayKind(when.slice(0, 10)), key: `${when}#${entry.id}`, entry },
            ConditionExpression: 'attribute_not_exists(#k)',
            ExpressionAttributeNames: { '#k': 'key' },
          }),
        ),
      );
    },

    /** The entries of a UTC day (`YYYY-MM-DD`), newest first. */
    async ofDay(isoDay: string, limit = 100, after?: string): Promise<{ entries: AuditEntry[]; next?: string }> {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'kind = :kind',
          ExpressionAttributeValues: { ':kind': dayKind(isoDay) },
          ScanIndexForward: false,
          ConsistentRead: true,
          Limit: limit,
          ExclusiveStartKey: fromCursor(after),
        }),
      );
      const entries = Items.map(({ kind, key, entry }) => parsed(auditSchema, table, `${kind}/${key}`, entry));
      return { entries, ...nextPage(cursor(LastEvaluatedKey)) };
    },
  };
}
