import {
  ActionIcon,
  AppShell,
  Burger,
  Button,
  Group,
  Menu,
  Stack,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect } from 'react';
import { NavLink, Outlet, useLocation, useNavigation } from 'react-router';
import type { Role } from '../../../functions/http/staff/app';
import { api, type Config } from '../api';
import { useLoad } from '../load';
import type { Session } from '../session';
import { ConsoleContext } from '../ui/console';
import { Icon, type IconName, Mark } from '../ui/icons';
import { Failed, Waiting } from '../ui/loaded';
import { Page } from '../ui/page';
import { showIn } from '../when';
import { atLeast, learn } from '../words';
import { Brand } from './brand';
import { IdleWatch } from './idle-watch';
import { KillSwitch } from './kill-switch';

const places: { to: string; label: string; icon: IconName; role?: Role }[] = [
  { to: '/', label: 'Home', icon: 'home' },
  { to: '/campaigns', label: 'Campaigns', icon: 'campaign' },
  { to: '/series', label: 'Series', icon: 'series' },
  { to: '/bookings', label: 'Bookings', icon: 'booking' },
  { to: '/people', label: 'People', icon: 'people' },
  { to: '/messages', label: 'Messages', icon: 'message' },
  { to: '/replies', label: 'Replies', icon: 'reply' },
  { to: '/audit', label: 'Audit', icon: 'lock', role: 'admin' },
];

/** No page is shown before the identity provider has signed the person in. */
export function Frame({ session, config }: { session: Session; config: Config }) {
  const known = useLoad(async (signal) => {
    if ((await session.token()) === undefined) {
      await session.signIn();
      return new Promise<never>(() => {});
    }
    session.touch();
    const [me, options] = await Promise.all([
      api.me(signal),
      api.options(signal),
      // Sets the clock that "today" and "in 2 hours" go by; the console opens without it too.
      api.home(signal).catch(() => undefined),
    ]);
    showIn(options.practice.timeZone);
    learn(options);
    return { me, options };
  }, 'me');
  const controls = useLoad(
    (signal) => (known.data ? api.controls(signal) : Promise.resolve(undefined)),
    known.data ? 'on' : 'off',
    30_000,
  );
  const [opened, { toggle, close }] = useDisclosure(false);
  const { pathname } = useLocation();
  const moving = useNavigation().state !== 'idle';
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of page closes the menu of small screens.
  useEffect(close, [pathname]);

  if (!known.data)
    return (
      <main style={{ maxWidth: 560, margin: '20vh auto 0', padding: 20 }}>
        <h1>Staff console</h1>
        {known.error ? <Failed error={known.error} retry={known.reload} /> : <Waiting rows={1} />}
      </main>
    );
  const { me, options } = known.data;
  const open = places.filter(({ role }) => role === undefined || atLeast(me.role, role));
  return (
    <ConsoleContext value={{ me, options, config, controls: controls.data, reloadControls: controls.reload }}>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <AppShell
        header={{ height: 60 }}
        navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !opened } }}
        padding={{ base: 'md', md: 'xl' }}
      >
        <AppShell.Header>
          <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="xs">
            <Group gap="sm" wrap="nowrap" style={{ minWidth: 0 }}>
              <Burger
                opened={opened}
                onClick={toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label={opened ? 'Close the menu' : 'Open the menu'}
                aria-expanded={opened}
              />
              {config.logo ? null : <Mark />}
              {/* On a phone there is no room for both, and that nothing leaves is what matters. */}
              <div className={controls.data?.kill ? 'wide-only' : ''} style={{ minWidth: 0, lineHeight: 1.2 }}>
                <Brand config={config} />
              </div>
            </Group>
            <Group gap={4} wrap="nowrap" style={{ flexShrink: 0 }}>
              {controls.data ? <KillSwitch controls={controls.data} role={me.role} reload={controls.reload} /> : null}
              <SchemeToggle />
              <Menu position="bottom-end" width={230} withinPortal={false} withInitialFocusPlaceholder={false}>
                <Menu.Target>
                  <Button
                    variant="subtle"
                    color="gray"
                    px={8}
                    c="var(--mantine-color-text)"
                    leftSection={<Icon name="person" />}
                    aria-label={`Signed in as ${me.name}`}
                  >
                    <span className="cut" style={{ maxWidth: 130 }}>
                      <span className="wide-only">{me.name}</span>
                    </span>
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Label c="var(--mantine-color-text)" fz="sm">
                    {me.name}, {me.role}
                  </Menu.Label>
                  <Menu.Item onClick={() => void session.leave('signed-out')}>Sign out</Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p="sm" aria-label="Console">
          <Stack gap={4}>
            {open.map(({ to, label, icon }) => (
              <NavLink key={to} to={to} end={to === '/'} className="navlink">
                <Icon name={icon} />
                {label}
              </NavLink>
            ))}
          </Stack>
          {config.demo ? (
            <div className="small dim" style={{ marginTop: 'auto', padding: 12 }}>
              Demo: made-up people, nothing leaves this computer.
            </div>
          ) : null}
        </AppShell.Navbar>
        <AppShell.Main id="main" tabIndex={-1} aria-busy={moving} style={{ background: 'var(--page)' }}>
          <Outlet />
        </AppShell.Main>
      </AppShell>
      <IdleWatch session={session} />
    </ConsoleContext>
  );
}

function SchemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const other = scheme === 'dark' ? 'light' : 'dark';
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      c="var(--mantine-color-text)"
      size="lg"
      onClick={() => setColorScheme(other)}
      aria-label={`Switch to ${other} colours`}
    >
      <Icon name={scheme === 'dark' ? 'sun' : 'moon'} />
    </ActionIcon>
  );
}

/** A page that failed to load or to draw; the rest of the console stays usable. */
export function Broken() {
  return (
    <Page title="This page stumbled">
      <div className="card">
        The console may have been updated while it was open.{' '}
        <button type="button" className="linklike" onClick={() => window.location.reload()}>
          Load it again
        </button>
        .
      </div>
    </Page>
  );
}
