import type { AuditLine } from '../../../functions/http/staff/app';
import { said } from '../words';

export const resultWords = said('results', { done: 'good', refused: 'warn', failed: 'bad', started: 'bad' });

export const whoText = ({ who, source }: AuditLine): string =>
  who ? `${who.id}${who.role ? ` (${who.role})` : ''}` : `Somebody not signed in${source ? `, source ${source}` : ''}`;

export function objectText({ object, shown = [] }: AuditLine): string {
  const named = object ? [object.kind, object.id, object.version && `version ${object.version}`] : [];
  const others = shown.filter((one) => one !== object?.id);
  const also = others.length > 0 ? [`showed ${others.length === 1 ? others[0] : `${others.length} records`}`] : [];
  return [named.filter(Boolean).join(' '), ...also].filter(Boolean).join(', ');
}

/** One line for each object that changed. */
export function changeTexts({ changes = [], reason, count }: AuditLine): string[] {
  const refused = reason ? [`Because: ${reason}${count ? `, at least ${count} times in this minute` : ''}`] : [];
  return [
    ...refused,
    ...changes.map(({ kind, id, rev, fields, values = {} }) => {
      const said = fields.map((field) => {
        const { from, to } = values[field] ?? {};
        return from === undefined && to === undefined ? field : `${field}: ${from ?? 'none'} → ${to ?? 'none'}`;
      });
      const revs = rev ? ` (rev ${rev.from ?? 'none'} → ${rev.to ?? 'none'})` : '';
      return `${kind} ${id}${revs}: ${said.join(', ') || 'nothing'}`;
    }),
  ];
}
