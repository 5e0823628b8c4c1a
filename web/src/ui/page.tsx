import { Group, Stack, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { Icon } from './icons';

interface PageProps {
  title: string;
  /** One line below the title. */
  lead?: React.ReactNode;
  actions?: React.ReactNode;
  back?: { to: string; label: string };
  children: React.ReactNode;
}

/** Names the tab and moves the focus to the title, so that a screen reader hears that the page changed. */
export function Page({ title, lead, actions, back, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Stridewell`;
  }, [title]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <Stack gap="lg" maw={1240} mx="auto" w="100%">
      <div>
        {back ? (
          <Link
            to={back.to}
            className="small"
            style={{ display: 'inline-flex', gap: 6, alignItems: 'center', marginBottom: 6 }}
          >
            <Icon name="back" size={16} />
            {back.label}
          </Link>
        ) : null}
        <Group justify="space-between" align="flex-start" gap="sm">
          <div style={{ flex: '1 1 260px', minWidth: 0 }}>
            <Title order={1} ref={heading} tabIndex={-1} style={{ overflowWrap: 'anywhere' }}>
              {title}
            </Title>
            {lead ? <div className="dim">{lead}</div> : null}
          </div>
          {actions ? <Group gap="xs">{actions}</Group> : null}
        </Group>
      </div>
      {children}
    </Stack>
  );
}
