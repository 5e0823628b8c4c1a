import type { AuditLine } from '../../../functions/http/staff/app';
import type { Tone } from '../words';

export const resultWords: Record<AuditLine['result'], { label: string; tone: Tone }> = {
  done: { label: 'Done', tone: 'good' },
  refused: { label: 'Refused', tone: 'warn' },
  failed: { label: 'Failed', tone: 'bad' },
  started: { label: 'Started, end unknown', tone: 'bad' },
};

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
