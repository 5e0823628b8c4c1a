import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { errorCodes } from '../core/base/error';
import { iso } from '../core/base/time';
import { type AuditEntry, type AuditFilter, auditResults, matches } from '../core/reporting/audit';
import { held, type Item, nextPage, parsed } from './item';
import { itemSchema } from './item-schema';

const value = z.lazy(() => z.union([z.string(), z.number(), z.boolean()]));
const changeSchema = z.lazy(() =>
  z.strictObject({
    kind: z.string(),
    id: z.string(),
    rev: z.exactOptional(z.strictObject({ from: z.exactOptional(z.number()), to: z.exactOptional(z.number()) })),
    fields: z.array(z.string()),
    values: z.exactOptional(
      z.record(z.string(), z.strictObject({ from: z.exactOptional(value), to: z.exactOptional(value) })),
    ),
  }),
);
/** Lines of six years are read with it: a field may be added, and none be taken away. */
const auditSchema = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    at: z.number(),
    result: z.enum(auditResults),
    endedAt: z.exactOptional(z.number()),
    who: z.exactOptional(
      z.strictObject({
        sub: z.string(),
        role: z.exactOptional(z.enum(['viewer', 'marketer', 'approver', 'admin'])),
      }),
    ),
    source: z.exactOptional(z.string()),
    act: z.string(),
    object: z.exactOptional(
      z.strictObject({ kind: z.string(), id: z.exactOptional(z.string()), version: z.exactOptional(z.number()) }),
    ),
    shown: z.exactOptional(z.array(z.string())),
    changes: z.exactOptional(z.array(changeSchema)),
    reason: z.exactOptional(z.enum(errorCodes)),
    count: z.exactOptional(z.number()),
  }),
);
const storedAudit = itemSchema<AuditEntry>()(auditSchema, { who: 'a member of staff' });

/** Sorts by time; of one act, how it ended comes after its beginning. */
const placeOf = ({ at, id }: AuditEntry): string => `${iso(at)}#${id}`;
const keyOf = (entry: AuditEntry): string => `${placeOf(entry)}#${entry.result === 'started' ? 0 : 1}`;

/** What one page looks through at most; a page that found little says where to go on. */
const lookAtOnce = 500;
const queriesAtMost = 24;

/** The audit trail, a partition for each UTC month. Nothing here, and no function, changes or deletes a line. */
export function auditStore(client: DynamoDBDocumentClient, table: string) {
  const read = ({ month, entry, line }: Item): AuditEntry => parsed(storedAudit, table, `${month}/${entry}`, line);

  return {
    /** False if this line was there already. */
    append(line: AuditEntry): Promise<boolean> {
      const entry = keyOf(line);
      return held(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { month: entry.slice(0, 7), entry, line },
            ConditionExpression: 'attribute_not_exists(#e)',
            ExpressionAttributeNames: { '#e': 'entry' },
          }),
        ),
      );
    },

    /**
     * Acts that match, newest first, one line each: how it ended or, where nobody knows, that it was started. `after` is
     * the `next` of the page before. A page may fall short of `limit` and still have a next one.
     */
    async list(limit: number, wanted: AuditFilter, after?: string): Promise<{ entries: AuditEntry[]; next?: string }> {
      const from = iso(wanted.from);
      let before = after ?? `${iso(wanted.to)}~`;
      const entries: AuditEntry[] = [];
      for (let asked = 0; asked < queriesAtMost; asked += 1) {
        const month = before.slice(0, 7);
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName: table,
            // What ended begins with its place, so both lines of the act that a page ended with sort above it.
            KeyConditionExpression: '#m = :month AND #e BETWEEN :from AND :before',
            ExpressionAttributeNames: { '#m': 'month', '#e': 'entry' },
            ExpressionAttributeValues: { ':month': month, ':from': from, ':before': before },
            ScanIndexForward: false,
            ConsistentRead: true,
            Limit: lookAtOnce,
          }),
        );
        for (const line of Items.map(read)) {
          const act = placeOf(line);
          const isBeginning = line.result === 'started' && act === before;
          before = act;
          if (isBeginning || !matches(line, wanted)) continue;
          entries.push(line);
          if (entries.length === limit) return { entries, ...nextPage(before) };
        }
        if (LastEvaluatedKey) continue;
        if (month <= from.slice(0, 7)) return { entries };
        before = `${monthBefore(month)}~`;
      }
      return { entries, ...nextPage(before) };
    },
  };
}

function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return iso(Date.UTC(year, number - 2, 1)).slice(0, 7);
}
