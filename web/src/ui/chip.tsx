import type { MessageRow } from '../../../functions/http/staff/app';
import { outcomeWords, type Tone } from '../words';

export function Chip({ tone, children }: { tone: Tone; children: React.ReactNode }) {
  return <span className={`chip ${tone}`}>{children}</span>;
}

/** What became of a message; the reason stands beside it in words, not in a tooltip. */
export function OutcomeChip({ row }: { row: Pick<MessageRow, 'outcome' | 'facts'> }) {
  if (row.outcome === 'sent' && row.facts.failed) return <Chip tone="bad">Not delivered</Chip>;
  if (row.facts.bounced) return <Chip tone="bad">Bounced</Chip>;
  if (row.facts.complained) return <Chip tone="bad">Marked as spam</Chip>;
  if (row.facts.booked) return <Chip tone="good">Led to a booking</Chip>;
  if (row.facts.clicked) return <Chip tone="good">Clicked</Chip>;
  if (row.outcome === 'sent' && row.facts.delivered) return <Chip tone="good">Delivered</Chip>;
  const { label, tone } = outcomeWords[row.outcome];
  return <Chip tone={tone}>{label}</Chip>;
}

export function Reason({ text }: { text: string | undefined }) {
  if (!text) return null;
  return <div className="small dim">{text}</div>;
}
