import { Link } from 'react-router';
import type { BookingRow } from '../../../functions/http/staff/app';
import { Chip } from '../ui/chip';
import { Icon } from '../ui/icons';
import { dateTime, fromNow } from '../when';
import { bookingWords, phoneText, stepName } from '../words';

const weekdays = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri'];
const parts = { morning: 'mornings', afternoon: 'afternoons', any: 'any time' } as const;

/** "+17705550123" as people dial it. */

export const wishText = ({ days, part }: Pick<BookingRow, 'days' | 'part'>): string =>
  `${days.length === 0 || days.length === 5 ? 'any weekday' : days.map((day) => weekdays[day]).join(', ')}, ${parts[part]}`;

/** One wish for a visit: whom to call, until when, and what they asked for. */
export function BookingLine({ row, now, children }: { row: BookingRow; now: string; children?: React.ReactNode }) {
  const waits = row.status === 'requested';
  const late = waits && Date.parse(row.callBackBy) < Date.parse(now);
  const { label, tone } = bookingWords[row.status];
  return (
    <div className="row">
      <div className="grow">
        <div className="line">
          {row.subscriber ? (
            <Link to={`/people/${row.subscriber}`} className="strong">
              {row.firstName}
            </Link>
          ) : (
            <span className="strong">{row.firstName}</span>
          )}
          <a href={`tel:${row.phone}`} aria-label={`Call ${row.firstName} at ${phoneText(row.phone)}`} className="tel">
            <Icon name="phone" size={14} /> {phoneText(row.phone)}
          </a>
          {late ? (
            <Chip tone="bad">Overdue, {fromNow(row.callBackBy, Date.parse(now))}</Chip>
          ) : waits ? (
            <Chip tone="warn">{fromNow(row.callBackBy, Date.parse(now))}</Chip>
          ) : (
            <Chip tone={tone}>{label}</Chip>
          )}
        </div>
        <div className="small">
          {row.locationName} · {wishText(row)}
        </div>
        <div className="small dim">
          {waits
            ? `Call back by ${dateTime(row.callBackBy)}`
            : row.visitAt
              ? `Visit ${dateTime(row.visitAt)}`
              : `Asked ${dateTime(row.createdAt)}`}
          {row.changedAt ? ` · wish changed ${dateTime(row.changedAt)}` : ''}
          {row.stepId ? ` · from “${stepName(row.stepId)}”` : ''}
        </div>
        {row.told ? (
          <div className="small">
            <Chip tone={row.told.state === 'sent' ? 'good' : row.told.state === 'queued' ? 'calm' : 'bad'}>
              {row.told.text}
            </Chip>
          </div>
        ) : null}
      </div>
      {children}
    </div>
  );
}
