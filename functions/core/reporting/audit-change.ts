import { iso } from '../base/time';
import type { AuditChange, AuditValue } from './audit';

/**
 * Fields whose values the audit trail may hold: statuses, times and counts of the practice's own objects. Whatever is
 * not listed here is named only, so a new field can tell nothing by accident.
 */
const shown: ReadonlySet<string> = new Set([
  'approval',
  'kill',
  'people',
  'phase',
  'restartAfterDays',
  'scheduledAt',
  'seriesId',
  'segmentId',
  'startDate',
  'startTime',
  'status',
  'total',
  'version',
  'visitAt',
]);

const deepest = 4;
const fieldsAtMost = 40;

/** What is different between two states of one object; a missing `before` means that it was made. */
export function changeOf(kind: string, id: string, before: object | undefined, after: object | undefined): AuditChange {
  const from = leaves(before);
  const to = leaves(after);
  const rev = { ...part('from', from.get('rev')), ...part('to', to.get('rev')) } as { from?: number; to?: number };
  const fields = [...new Set([...from.keys(), ...to.keys()])]
    .filter(
      (name) => name !== 'rev' && name !== 'id' && JSON.stringify(from.get(name)) !== JSON.stringify(to.get(name)),
    )
    .sort()
    .slice(0, fieldsAtMost);
  const values = fields.flatMap((name) => {
    const [last = ''] = name.split('.').slice(-1);
    const value = { ...part('from', mayShow(last, from.get(name))), ...part('to', mayShow(last, to.get(name))) };
    return Object.keys(value).length > 0 ? [[name, value] as const] : [];
  });
  return {
    kind,
    id,
    ...(rev.from === undefined && rev.to === undefined ? {} : { rev }),
    fields,
    ...(values.length > 0 ? { values: Object.fromEntries(values) } : {}),
  };
}

const part = (name: 'from' | 'to', value: unknown) => (value === undefined ? {} : { [name]: value });

/** Twice careful: the name is listed, and the value looks like a word, a number or a moment. */
function mayShow(name: string, value: unknown): AuditValue | undefined {
  if (!shown.has(name)) return undefined;
  if (typeof value === 'number') return name.endsWith('At') ? iso(value) : value;
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' && /^[A-Za-z0-9:_.-]{1,40}$/.test(value) ? value : undefined;
}

/** Dotted names of an object's fields. A list counts as one field. */
function leaves(value: unknown, name = '', depth = 0, found = new Map<string, unknown>()): Map<string, unknown> {
  const isBranch = typeof value === 'object' && value !== null && !Array.isArray(value) && depth < deepest;
  if (!isBranch) {
    if (name !== '' && value !== undefined) found.set(name, value);
    return found;
  }
  for (const [key, one] of Object.entries(value)) leaves(one, name === '' ? key : `${name}.${key}`, depth + 1, found);
  return found;
}
