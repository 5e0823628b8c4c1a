import { Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { OptOut } from '../../../functions/http/staff/app';
import { api } from '../api';
import { useAct } from '../ui/act';
import { Problem } from '../ui/loaded';
import { capital, channels } from '../words';

/** Any way of saying stop counts (47 CFR 64.1200(a)(11)); staff write it down in one step. */
export function OptOutButton({ id, reload }: { id: string; reload: () => void }) {
  const [opened, { open, close }] = useDisclosure(false);
  const [channel, setChannel] = useState<OptOut['channel']>('all');
  const [reason, setReason] = useState('');
  const { busy, error, run } = useAct();
  const record = async () => {
    const worked = await run(async () => {
      await api.optOut(id, { channel, reason: reason.trim() });
      return true;
    }, 'The opt-out is recorded. No further message starts.');
    if (!worked) return;
    close();
    reload();
  };
  return (
    <>
      <Button variant="default" onClick={open}>
        Record opt-out
      </Button>
      <Modal opened={opened} onClose={close} title="They asked to stop">
        <Stack>
          <div>
            However they said it, on the phone, by letter, in the office: it counts. Only they themselves can undo it.
          </div>
          <Select
            label="Stop"
            data={[
              { value: 'all', label: 'Everything' },
              ...channels().map(({ name, many }) => ({ value: name, label: capital(many) })),
            ]}
            value={channel}
            onChange={(value) => value && setChannel(value as OptOut['channel'])}
          />
          <Textarea
            label="How they asked"
            placeholder="Said so on the phone"
            required
            maxLength={200}
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value.replace(/[\r\n]+/g, ' '))}
            data-autofocus
          />
          <Problem error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Not now
            </Button>
            <Button loading={busy} disabled={reason.trim() === ''} onClick={record}>
              Record opt-out
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
