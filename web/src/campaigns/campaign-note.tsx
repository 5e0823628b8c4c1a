import type { CampaignDetail } from '../../../functions/http/staff/app';
import { Note } from '../ui/note';
import { clockTime } from '../when';

/** What staff should know of it at once, if anything. */
export function CampaignNote({ campaign }: { campaign: CampaignDetail }) {
  const { standing, undoUntil, approval } = campaign;
  if (undoUntil)
    return (
      <Note
        tone="calm"
        icon="clock"
        label="Time to think better of it"
        title={`Nobody joins before ${clockTime(undoUntil)}`}
      >
        Cancel it until then, and it has touched nobody.
      </Note>
    );
  if (standing === 'waiting')
    return (
      <Note
        tone="warn"
        icon="clock"
        label="Waits for approval"
        title={approval.state === 'changed' ? 'It has changed and waits to be approved again' : 'It waits for approval'}
      >
        {approval.yours
          ? 'You have made or changed it, so someone else has to approve it.'
          : 'An approver who has neither made nor changed it can approve it here.'}
      </Note>
    );
  if (standing === 'nobody')
    return (
      <Note tone="bad" icon="warn" label="Nobody was reached" title="It ended without reaching anybody">
        Below you see why people were left out.
      </Note>
    );
  return null;
}
