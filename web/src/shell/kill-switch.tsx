import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { ControlsView, Role } from '../../../functions/http/staff/app';
import { api } from '../api';
import { useAct } from '../ui/act';
import { Icon } from '../ui/icons';
import { Problem } from '../ui/loaded';
import { atLeast } from '../words';

/** Stops all outreach at once; answers go on. Everyone sees that it is stopped; marketers may stop, approvers let it go on. */
export function KillSwitch({ controls, role, reload }: { controls: ControlsView; role: Role; reload: () => void }) {
  const [opened, { open, close }] = useDisclosure(false);
  const [reason, setReason] = useState('');
  const { busy, error, run } = useAct();
  const may = atLeast(role, controls.kill ? 'approver' : 'marketer');
  if (!may) return controls.kill ? <span className="chip bad">Sending stopped</span> : null;

  const turn = async () => {
    const on = !controls.kill;
    const worked = await run(
      async () => {
        await api.kill(on, controls.rev, reason.trim());
        return true;
      },
      on ? 'All sending is stopped.' : 'Sending is on again.',
    );
    // Somebody else turned it meanwhile: the question stays and shows the current state.
    if (!worked) return reload();
    setReason('');
    close();
    reload();
  };
  return (
    <>
      <Button
        variant={controls.kill ? 'filled' : 'subtle'}
        color={controls.kill ? 'red.9' : 'gray'}
        {...(controls.kill ? {} : { c: 'var(--mantine-color-text)' })}
        px={10}
        leftSection={<Icon name={controls.kill ? 'play' : 'stop'} />}
        onClick={open}
        aria-label={controls.kill ? 'Sending is stopped. Start it again' : 'Stop all sending'}
      >
        <span className="wide-only">{controls.kill ? 'Stopped' : 'Stop all sending'}</span>
      </Button>
      <Modal opened={opened} onClose={close} title={controls.kill ? 'Start sending again?' : 'Stop all sending?'}>
        <Stack>
          {controls.kill ? (
            <div>
              Messages that became due meanwhile go out in their usual hours. Those whose time has passed are skipped,
              each with its reason.
              {controls.killReason ? <p className="dim">Stopped because: {controls.killReason}</p> : null}
            </div>
          ) : (
            <div>
              Every series and campaign stops within seconds, on email and text. Nothing is lost: people keep their
              place. Answers to STOP, HELP, an emergency or a crisis still go out.
            </div>
          )}
          {controls.kill ? null : (
            <Textarea
              label="Reason"
              description="Staff see it on the home page."
              maxLength={200}
              autosize
              minRows={2}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value.replace(/[\r\n]+/g, ' '))}
              data-autofocus
            />
          )}
          <Problem error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Not now
            </Button>
            <Button {...(controls.kill ? {} : { color: 'red.9' })} loading={busy} onClick={turn}>
              {controls.kill ? 'Start sending' : 'Stop all sending'}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
