import { Group } from '@mantine/core';
import { useState } from 'react';
import type { DecideMany, HeldGroup } from '../../../functions/http/staff/app';
import { api } from '../api';
import { useLoad } from '../load';
import { ConfirmButton } from '../ui/act';
import { useConsole } from '../ui/console';
import { Icon } from '../ui/icons';
import { dateTime } from '../when';
import { channelLabel, count, plural } from '../words';

/** Held messages grouped by what is known of them, with one decision per group. */
export function HeldGroups({ after }: { after: () => void }) {
  const groups = useLoad((signal) => api.held(signal), 'held-groups', 30_000);
  const many = groups.data?.items.filter((group) => group.count > 1) ?? [];
  const reload = () => {
    groups.reload();
    after();
  };
  return many.map((group) => <OneGroup key={`${group.channel} ${group.reason}`} group={group} reload={reload} />);
}

function OneGroup({ group, reload }: { group: HeldGroup; reload: () => void }) {
  const { can } = useConsole();
  const [done, setDone] = useState<number>();
  const { channel, reason, reasonText, since } = group;
  const what = plural(group.count, channelLabel(channel).toLowerCase());
  /** Page after page. If the window is closed half-way, pressing again goes on. */
  const all = (as: DecideMany['as']) => async () => {
    let cursor: string | undefined;
    let sum = 0;
    try {
      do {
        const page = await api.decideMany({ as, channel, reason: reason as DecideMany['reason'] }, cursor);
        sum += page.decided;
        setDone(sum);
        cursor = page.next;
      } while (cursor !== undefined);
    } finally {
      setDone(undefined);
    }
  };
  const progress = done === undefined ? null : <p role="status">{count(done)} done …</p>;
  return (
    <section className="decide" aria-label={`${what}: ${reasonText}`}>
      <p className="small">
        <b>{what}.</b> {reasonText} The oldest waits since {dateTime(since)}.
      </p>
      {can('marketer') ? (
        <Group gap="xs">
          <ConfirmButton
            label={`Send all ${count(group.count)} again`}
            size="compact-sm"
            leftSection={<Icon name="refresh" size={16} />}
            title={`Send all ${count(group.count)} again?`}
            yes="Send all again"
            danger={reason !== 'no-reports'}
            done="They will be sent again within people’s usual hours."
            act={all('resend')}
            after={reload}
          >
            {reason === 'no-reports'
              ? 'The provider reported on no message of that hour, so they probably did not go out. Anyone who did get one gets it twice. '
              : 'The provider did report on other messages of that hour, so some of these may have arrived. Those people get the same message twice. '}
            People who have left are passed over.
            {progress}
          </ConfirmButton>
          <ConfirmButton
            label={`Skip all ${count(group.count)}`}
            size="compact-sm"
            leftSection={<Icon name="next" size={16} />}
            title={`Leave all ${count(group.count)} out?`}
            yes="Skip all"
            done="All are skipped. Their series go on."
            act={all('skip')}
            after={reload}
          >
            They are not sent again and count as skipped, with your decision as the reason. Each series goes on with its
            next message.
            {progress}
          </ConfirmButton>
        </Group>
      ) : null}
    </section>
  );
}
