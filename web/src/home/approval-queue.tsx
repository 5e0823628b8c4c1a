import { Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Home } from '../../../functions/http/staff/app';
import { Chip } from '../ui/chip';
import { useConsole } from '../ui/console';
import { Empty } from '../ui/loaded';
import { dayText, timeText } from '../when';

/** Campaigns that wait for somebody other than their author. Approvers always see it, others while it holds something. */
export function ApprovalQueue({ rows }: { rows: Home['approvals'] }) {
  const { can } = useConsole();
  if (rows.length === 0 && !can('approver')) return null;
  return (
    <section className="card flush" aria-labelledby="approvals">
      <Title order={2} id="approvals" px={18} pt={16} pb={8}>
        Campaigns to approve
      </Title>
      {rows.length === 0 ? (
        <Empty icon="check" title="No campaign waits for approval">
          A campaign that somebody puts up for approval appears here by itself.
        </Empty>
      ) : (
        <ul className="rows">
          {rows.map((row) => (
            <li key={row.id}>
              <Link className="row" to={`/campaigns/${row.id}`}>
                <div className="grow">
                  <div className="strong">{row.name}</div>
                  <div className="small dim">
                    Starts {dayText(row.startDate)}, {timeText(row.startTime)}
                    {row.askedBy ? ` · asked by ${row.askedBy}` : ''}
                    {row.yours ? ' · yours, so someone else approves it' : ''}
                  </div>
                </div>
                <Chip tone="warn">{row.changed ? 'Changed since approved' : 'Waits for approval'}</Chip>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
