import { Link } from 'react-router';
import type { Home, SeriesDetail } from '../../../functions/http/staff/app';
import { api } from '../api';
import { ConfirmButton } from '../ui/act';
import { useConsole } from '../ui/console';
import { Icon } from '../ui/icons';
import { Note } from '../ui/note';

/** A series that is held back, why, and the act that ends it. */
export function PausedSeries({
  id,
  rev,
  name,
  reason,
  reload,
}: {
  id: string;
  /** Of the controls. */
  rev: number;
  name: string;
  reason: string | undefined;
  reload: () => void;
}) {
  const { can, reloadControls } = useConsole();
  // What the service stopped by itself takes a second pair of eyes.
  const needed = reason ? 'approver' : 'marketer';
  return (
    <Note
      tone="warn"
      icon="pause"
      title={
        <>
          <Link to={`/series/${id}`}>{name}</Link> is paused
        </>
      }
      label={`${name} is paused`}
      act={
        can(needed) ? (
          <ConfirmButton<SeriesDetail>
            label="Let it go on"
            title={`Let ${name} go on?`}
            yes="Let it go on"
            done={`${name} goes on.`}
            leftSection={<Icon name="play" size={16} />}
            act={(now) => api.resumeSeries(id, now?.controlsRev ?? rev)}
            after={() => {
              reload();
              reloadControls();
            }}
          >
            Messages that became due meanwhile go out in their usual hours, those whose time has passed are skipped.
            {reason ? ' For a day the service trusts you and does not pause this series again by itself.' : ''}
          </ConfirmButton>
        ) : undefined
      }
    >
      {reason
        ? `The service paused it by itself, because it sent far more than expected: ${reason}. If that was meant, let it go on.`
        : 'Staff paused it. People keep their place in it.'}
      {can(needed) ? '' : ` ${reason ? 'An approver' : 'A marketer'} can let it go on.`}
    </Note>
  );
}

/** The same for a campaign. */
export function PausedCampaign({
  campaign,
  reload,
}: {
  campaign: Home['pausedCampaigns'][number];
  reload: () => void;
}) {
  const { can } = useConsole();
  const { id, name } = campaign;
  return (
    <Note
      tone="warn"
      icon="pause"
      title={
        <>
          The campaign <Link to={`/campaigns/${id}`}>{name}</Link> is paused
        </>
      }
      label={`${name} is paused`}
      act={
        can('marketer') ? (
          <ConfirmButton<Home['pausedCampaigns'][number]>
            label="Resume"
            title={`Resume ${name}?`}
            yes="Resume"
            done={`${name} goes on.`}
            leftSection={<Icon name="play" size={16} />}
            act={(now = campaign) => api.resumeCampaign(id, now.rev)}
            after={reload}
          >
            Messages go on at the usual hours. Those whose time has passed are skipped with a reason.
          </ConfirmButton>
        ) : undefined
      }
    >
      Staff paused it. People keep their place in it.
    </Note>
  );
}
