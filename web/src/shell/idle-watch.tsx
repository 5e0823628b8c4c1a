import { Button, Group, Modal, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { idleLimit, type Session } from '../session';

const warnBefore = 60_000;
const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'scroll'] as const;

/** Signs out after the idle limit, and says so a minute before. */
export function IdleWatch({ session }: { session: Session }) {
  const [left, setLeft] = useState<number>();
  useEffect(() => {
    let last = 0;
    const look = () => {
      const quiet = session.idleFor();
      if (quiet >= idleLimit) return void session.leave('idle');
      setLeft(quiet >= idleLimit - warnBefore ? Math.ceil((idleLimit - quiet) / 1000) : undefined);
    };
    const alive = () => {
      // Writing at each scroll event would be waste; and once the question stands, only an answer counts.
      if (Date.now() - last < 5_000 || session.idleFor() >= idleLimit - warnBefore) return;
      last = Date.now();
      session.touch();
    };
    const timer = setInterval(look, 1_000);
    for (const sign of signs) window.addEventListener(sign, alive, { passive: true, capture: true });
    // A laptop that slept has no timers: look as soon as somebody is back.
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, alive, { capture: true });
      document.removeEventListener('visibilitychange', look);
    };
  }, [session]);

  const stay = () => {
    session.touch();
    setLeft(undefined);
  };
  return (
    <Modal opened={left !== undefined} onClose={stay} title="Still there?">
      <Stack>
        <div>
          To keep people’s details private you will be signed out in <b aria-live="off">{left ?? 0}</b> seconds.
        </div>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => void session.leave('signed-out')}>
            Sign out now
          </Button>
          <Button onClick={stay} data-autofocus>
            Stay signed in
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
