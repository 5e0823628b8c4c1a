import { Link } from 'react-router';
import type { MessageRow } from '../../../functions/http/staff/app';
import { OutcomeChip, Reason } from '../ui/chip';
import { clockTime, dateTime } from '../when';
import { channelLabel, stepName } from '../words';
import { Held } from './held';

/** One message in a list: who, which step, its outcome and why. With `decided`, a held one can be settled here. */
export function MessageLine({
  row,
  open,
  dated = false,
  decided,
}: {
  row: MessageRow;
  open?: () => void;
  /** Of any day, so the day is told. */
  dated?: boolean;
  decided?: () => void;
}) {
  const title = row.subject ?? stepName(row.stepId);
  // The practice's own mailboxes have no person's page.
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
            · {channelLabel(row.channel)} · {dated ? dateTime(row.at) : clockTime(row.at)}
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
      {row.outcome === 'held' && decided ? (
        <Held
          subscriber={row.subscriber}
          message={row.id}
          name={`${row.firstName || 'Unknown number'}: ${title}`}
          brief
          after={decided}
        />
      ) : null}
    </div>
  );
}
