import { Button, Stack, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Config } from '../api';
import type { Session } from '../session';
import { Mark } from '../ui/icons';
import { Waiting } from '../ui/loaded';
import { Logo } from './brand';

const why = {
  idle: 'You were signed out after 15 quiet minutes, so that nobody else reads on.',
  'signed-out': 'You are signed out. See you soon.',
  expired: 'Your sign-in has run out. Sign in again to go on.',
} as const;

/** Outside the console: coming back from the identity provider, or signed out. */
export function Door({ session, config, arriving = false }: { session: Session; config: Config; arriving?: boolean }) {
  const navigate = useNavigate();
  const [failed, setFailed] = useState(false);
  const once = useRef(false);
  useEffect(() => {
    document.title = 'Sign in · Stridewell';
    // The code in the address works once, and development mode mounts twice.
    if (!arriving || once.current) return;
    once.current = true;
    session.finish().then(
      (to) => navigate(to, { replace: true }),
      () => setFailed(true),
    );
  }, [arriving, session, navigate]);

  const left = session.left();
  return (
    <main style={{ minHeight: '100vh', display: 'grid', placeItems: 'center', padding: 20 }}>
      <Stack className="card" gap="md" style={{ width: '100%', maxWidth: 420, padding: 28 }}>
        {config.logo ? <Logo logo={config.logo} name={config.practiceName} /> : <Mark size={44} />}
        <div>
          <Title order={1}>Staff console</Title>
          {config.logo ? null : <div className="dim">{config.practiceName}</div>}
        </div>
        {arriving && !failed ? (
          <Waiting rows={1} />
        ) : (
          <>
            <div role="status">
              {failed ? 'Signing in did not work, or took too long. Please try once more.' : why[left ?? 'signed-out']}
            </div>
            <Button size="md" onClick={() => void session.signIn()}>
              Sign in
            </Button>
          </>
        )}
      </Stack>
    </main>
  );
}
