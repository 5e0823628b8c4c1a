import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { CampaignDetail } from '../../../functions/http/staff/app';
import { api } from '../api';
import { ConfirmButton } from '../ui/act';
import { useConsole } from '../ui/console';
import { Icon } from '../ui/icons';
import { standingWords } from '../words';
import { ApproveButton } from './approve-button';
import { ScheduleButton } from './schedule-button';

type CampaignTurn = 'pause' | 'resume' | 'cancel';

const questions: Record<
  CampaignTurn,
  { label: string; title: string; what: string; done: string; icon: 'play' | 'pause' | 'stop' }
> = {
  pause: {
    label: 'Pause',
    title: 'Pause this campaign?',
    what: 'No further message of it leaves. People keep their place and go on when you resume.',
    done: 'The campaign is paused.',
    icon: 'pause',
  },
  resume: {
    label: 'Resume',
    title: 'Resume this campaign?',
    what: 'Messages go on at the usual hours. Those whose time has passed are skipped with a reason.',
    done: 'The campaign goes on.',
    icon: 'play',
  },
  cancel: {
    label: 'Cancel',
    title: 'Cancel this campaign for good?',
    what: 'Nobody gets another message of it, and it cannot be started again. What was sent stays in the record.',
    done: 'The campaign is cancelled.',
    icon: 'stop',
  },
};

const turns: Record<CampaignDetail['status'], CampaignTurn[]> = {
  draft: ['cancel'],
  scheduled: ['pause', 'cancel'],
  enrolling: ['pause', 'cancel'],
  running: ['pause', 'cancel'],
  paused: ['resume', 'cancel'],
  cancelled: [],
  finished: [],
};

/** What the signed-in person may do with it now. */
export function CampaignActions({ campaign, reload }: { campaign: CampaignDetail; reload: () => void }) {
  const { can } = useConsole();
  if (!can('marketer')) return null;
  const { state, needed, yours } = campaign.approval;
  return (
    <>
      {campaign.status === 'draft' ? (
        <>
          <Button component={Link} to={`/campaigns/${campaign.id}/edit`} variant="default">
            Edit
          </Button>
          {state === 'not-asked' ? (
            <ConfirmButton<CampaignDetail>
              label="Ask for approval"
              title="Put this campaign up for approval?"
              yes="Ask for approval"
              variant={needed ? 'filled' : 'default'}
              done="It waits for approval now."
              act={(now = campaign) => api.askApproval(campaign.id, now.rev)}
              tell={(now) => standingWords[now.standing].label}
              after={reload}
            >
              It stands in the queue of approvers until one of them has approved it. Anybody may approve it who has
              neither made nor changed it. It cannot be scheduled before.
            </ConfirmButton>
          ) : null}
          {state !== 'approved' && can('approver') && !yours ? <ApproveButton id={campaign.id} after={reload} /> : null}
          {needed && state !== 'approved' ? null : (
            <ScheduleButton label="Schedule" prepare={() => api.campaign(campaign.id)} after={reload} />
          )}
        </>
      ) : null}
      {turns[campaign.status].map((how) => {
        const { label, title, what, done, icon } = questions[how];
        return (
          <ConfirmButton<CampaignDetail>
            key={how}
            label={label}
            title={title}
            yes={how === 'cancel' ? 'Yes, cancel it' : label}
            danger={how === 'cancel'}
            variant={how === 'resume' ? 'filled' : 'default'}
            leftSection={<Icon name={icon} size={18} />}
            done={done}
            act={(now = campaign) =>
              how === 'resume' ? api.resumeCampaign(campaign.id, now.rev) : api.stopCampaign(campaign.id, how)
            }
            tell={(now) => standingWords[now.standing].label}
            after={reload}
          >
            {what}
          </ConfirmButton>
        );
      })}
    </>
  );
}
