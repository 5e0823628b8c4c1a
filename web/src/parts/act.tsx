import { Button, type ButtonProps, Group, Modal, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { ApiError } from '../api';
import { asError } from '../load';
import { Problem } from './loaded';

/** Runs one request at a time, says when it worked, keeps the error until the next try. */
export function useAct(): {
  busy: boolean;
  error: ApiError | undefined;
  run: <T>(what: () => Promise<T>, done?: string) => Promise<T | undefined>;
  clear: () => void;
} {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  return {
    busy,
    error,
    clear: () => setError(undefined),
    run: async (what, done) => {
      setBusy(true);
      setError(undefined);
      try {
        const answer = await what();
        if (done) notifications.show({ message: done, autoClose: 5000, closeButtonProps: { 'aria-label': 'Dismiss' } });
        return answer;
      } catch (cause) {
        setError(asError(cause));
        return undefined;
      } finally {
        setBusy(false);
      }
    },
  };
}

interface ConfirmProps extends Pick<ButtonProps, 'variant' | 'color' | 'leftSection' | 'size' | 'disabled'> {
  label: string;
  title: string;
  /** What will happen, in plain words. */
  children: React.ReactNode;
  yes: string;
  danger?: boolean;
  done: string;
  act: () => Promise<unknown>;
  after?: () => void;
}

/** A button that asks first; focus goes into the question and back. */
export function ConfirmButton({ label, title, children, yes, danger, done, act, after, ...look }: ConfirmProps) {
  const [opened, { open, close }] = useDisclosure(false);
  const { busy, error, run, clear } = useAct();
  const go = async () => {
    const worked = await run(async () => {
      await act();
      return true;
    }, done);
    if (!worked) return;
    close();
    after?.();
  };
  return (
    <>
      <Button
        variant="default"
        {...look}
        onClick={() => {
          clear();
          open();
        }}
      >
        {label}
      </Button>
      <Modal opened={opened} onClose={close} title={title}>
        <Stack>
          <div>{children}</div>
          <Problem error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Not now
            </Button>
            <Button {...(danger ? { color: 'red.9' } : {})} loading={busy} onClick={go} data-autofocus>
              {yes}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
