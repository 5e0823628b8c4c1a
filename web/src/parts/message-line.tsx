import { Link } from 'react-router';
import type { MessageRow } from '../../../functions/http/staff-app';
import { clockTime } from '../when';
import { channelWords, stepName } from '../words';
import { OutcomeChip, Reason } from './chip';

/** One message in a list: who, what, what became of it and why. */
export function MessageLine({ row, open }: { row: MessageRow; open?: () => void }) {
  const title = row.subject ?? stepName(row.stepId);
  // The practice's own mailboxes are nobody to look up.
  const ours = row.stepId.startsWith('desk-') ? 'Front desk' : row.stepId === 'test-send' ? 'Staff' : undefined;
  return (
    <div className="row">
      <div className="grow">
        <div className="cut">
          {ours ? (
            <span className="strong">{ours}</span>
          ) : (
            <Link to={`/people/${row.subscriber}`} className="strong">
              {row.firstName || 'Unknown number'}
            </Link>
          )}
          <span className="dim">
            {' '}
            · {channelWords[row.channel]} · {clockTime(row.at)}
          </span>
        </div>
        <div className="cut">
          {open ? (
            <button type="button" className="linklike" onClick={open}>
              {title}
            </button>
          ) : (
            title
          )}
        </div>
        <Reason text={row.reason} />
      </div>
      <OutcomeChip row={row} />
    </div>
  );
}
