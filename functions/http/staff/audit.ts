import * as z from 'zod';
import { StridewellError } from '../../core/base/error';
import { day, iso } from '../../core/base/time';
import { type AuditEntry, type AuditFilter, auditResults } from '../../core/reporting/audit';
import type { WithQuery } from './ports';
import { count, moment, page, roles } from './shapes/api';
import { list } from './view';

/** The audit trail as admins examine it. Ids and names of fields: no address, no name and no answer of anybody. */

const word = z.string().regex(/^[A-Za-z0-9_-]{1,80}$/, 'letters, digits, - and _');

export const auditQuery = z.strictObject({
  ...page,
  /** Id of a member of staff, as the identity provider knows them. */
  who: word.optional(),
  kind: word.optional(),
  /** Id of an object that was acted on, changed or shown. */
  id: word.optional(),
  /** Part of the act, such as `campaigns` or `approve`. */
  act: z
    .string()
    .regex(/^[A-Za-z0-9/{} -]{1,80}$/, 'part of an act, such as approve')
    .optional(),
  result: z.enum(auditResults).optional(),
  from: moment.optional(),
  to: moment.optional(),
});

const value = z.union([z.string(), z.number(), z.boolean()]);
const both = <T extends z.ZodType>(one: T) => z.strictObject({ from: one.optional(), to: one.optional() });
const auditLineSchema = z.strictObject({
  id: z.string(),
  at: moment,
  /** `started`: how it ended was never written down. */
  result: z.enum(auditResults),
  endedAt: moment.optional(),
  who: z.strictObject({ id: z.string(), role: z.enum(roles).optional() }).optional(),
  source: z.string().optional(),
  act: z.string(),
  object: z.strictObject({ kind: z.string(), id: z.string().optional(), version: z.number().optional() }).optional(),
  shown: z.array(z.string()).optional(),
  changes: z
    .array(
      z.strictObject({
        kind: z.string(),
        id: z.string(),
        rev: both(z.number()).optional(),
        fields: z.array(z.string()),
        values: z.record(z.string(), both(value)).optional(),
      }),
    )
    .optional(),
  reason: z.string().optional(),
  /** So many refusals of this kind in this minute, at least. */
  count: count.optional(),
});
export type AuditLine = z.infer<typeof auditLineSchema>;
export const auditListSchema = z.strictObject({ items: z.array(auditLineSchema), next: z.string().optional() });

/** What is looked through when nobody says: the last 31 days. */
const usualSpan = 31 * day;
/** 45 CFR 164.316(b)(2)(i) asks for six years. */
const longestSpan = 7 * 366 * day;

export const audit = async ({ ports, query }: WithQuery<typeof auditQuery>) => {
  const { limit, cursor, from, to, ...wanted } = query;
  const until = to === undefined ? ports.now() : Date.parse(to);
  const since = from === undefined ? until - usualSpan : Date.parse(from);
  if (since > until) throw new StridewellError('invalid', 'This must lie before the end.', 'from');
  if (until - since > longestSpan) throw new StridewellError('invalid', 'Ask for at most seven years.', 'from');
  const filter: AuditFilter = { ...wanted, from: since, to: until };
  const { entries, next } = await ports.auditTrail(limit, filter, cursor);
  return list(entries.map(lineView), next);
};

function lineView({ at, endedAt, who, ...line }: AuditEntry): AuditLine {
  return {
    ...line,
    at: iso(at),
    ...(endedAt === undefined ? {} : { endedAt: iso(endedAt) }),
    ...(who ? { who: { id: who.sub, ...(who.role ? { role: who.role } : {}) } } : {}),
  };
}
