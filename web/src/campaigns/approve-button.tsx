import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Audience, CampaignRow } from '../../../functions/http/staff/app';
import { api } from '../api';
import { useAct } from '../ui/act';
import { isStale } from '../ui/conflict';
import { Icon } from '../ui/icons';
import { Problem } from '../ui/loaded';
import { countOf, WhatGoesOut } from './what-goes-out';

/** Counts whom a campaign means and shows all of it; the approval is for exactly that. */
export function ApproveButton({ id, after }: { id: string; after: () => void }) {
  const [seen, setSeen] = useState<{ row: CampaignRow; audience: Audience }>();
  const opening = useAct();
  const approving = useAct();

  const look = () =>
    opening.run(async () => {
      approving.clear();
      const row = await api.campaign(id);
      setSeen({ row, audience: await api.count({ ...countOf(row), exact: true }) });
    });
  const go = async () => {
    if (!seen) return;
    const { row, audience } = seen;
    const wish = { rev: row.rev, count: audience.people, who: row.who };
    if (!(await approving.run(() => api.approveCampaign(id, wish), 'The campaign is approved.'))) return;
    setSeen(undefined);
    after();
  };
  return (
    <>
      <Button
        variant="filled"
        leftSection={<Icon name="check" size={18} />}
        loading={opening.busy && !seen}
        onClick={() => void look()}
      >
        Approve
      </Button>
      {seen ? null : <Problem error={opening.error} />}
      <Modal opened={seen !== undefined} onClose={() => setSeen(undefined)} title="Approve this campaign?">
        {seen ? (
          <Stack>
            <WhatGoesOut row={seen.row} audience={seen.audience} />
            <div>
              You approve exactly this. If its words, audience, channels or start change, it has to be approved again.
            </div>
            <Problem error={approving.error ?? opening.error} />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setSeen(undefined)}>
                Not now
              </Button>
              {isStale(approving.error) ? (
                <Button loading={opening.busy} onClick={() => void look()}>
                  Look again
                </Button>
              ) : (
                <Button loading={approving.busy} onClick={() => void go()} data-autofocus>
                  Approve
                </Button>
              )}
            </Group>
          </Stack>
        ) : null}
      </Modal>
    </>
  );
}
