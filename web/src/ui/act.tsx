import { Button, type ButtonProps, Group, Modal, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { ApiError } from '../api';
import { asError } from '../load';
import { isStale } from './conflict';
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

interface ConfirmProps<T> extends Pick<ButtonProps, 'variant' | 'color' | 'leftSection' | 'size' | 'disabled'> {
  label: string;
  title: string;
  /** What will happen, in plain words. */
  children: React.ReactNode;
  yes: string;
  danger?: boolean;
  done: string;
  /** Called when somebody else saved first and the person goes on with the saved version. */
  act: (now?: T) => Promise<unknown>;
  /** The saved version, in a few words. */
  tell?: (now: T) => React.ReactNode;
  after?: () => void;
  /** Set while the question cannot be answered with yes. */
  notYet?: boolean;
}

/** A button that asks first; focus goes into the question and back. */
export function ConfirmButton<T extends object = object>({
  label,
  title,
  children,
  yes,
  danger,
  done,
  act,
  tell,
  after,
  notYet,
  ...look
}: ConfirmProps<T>) {
  const [opened, { open, close }] = useDisclosure(false);
  const { busy, error, run, clear } = useAct();
  const stale = isStale(error) && error.field === 'rev' ? (error.current as T) : undefined;
  const go = async () => {
    const worked = await run(async () => {
      await act(stale);
      return true;
    }, done);
    if (!worked) return;
    close();
    after?.();
  };
  const leave = () => {
    close();
    if (stale) after?.();
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
      <Modal opened={opened} onClose={leave} title={title}>
        <Stack>
          <div>{children}</div>
          <Problem error={error} />
          {stale && tell ? <div>Now: {tell(stale)}</div> : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={leave}>
              {stale ? 'Leave it as it is now' : 'Not now'}
            </Button>
            <Button
              {...(danger ? { color: 'red.9' } : {})}
              loading={busy}
              disabled={notYet === true}
              onClick={go}
              data-autofocus
            >
              {stale ? `${yes} all the same` : yes}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
