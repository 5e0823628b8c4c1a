import { Alert, Button, Skeleton, Stack } from '@mantine/core';
import type { ApiError } from '../api';
import type { Loading } from '../load';
import { Icon, type IconName } from './icons';

/** What a screen shows while loading, when empty, and after an error. */
export function Loaded<T>({
  load,
  rows = 4,
  children,
}: {
  load: Loading<T>;
  rows?: number;
  children: (data: T) => React.ReactNode;
}) {
  if (load.data !== undefined)
    return (
      <>
        {load.error ? <Failed error={load.error} retry={load.reload} stale /> : null}
        {children(load.data)}
      </>
    );
  if (load.error) return <Failed error={load.error} retry={load.reload} />;
  return <Waiting rows={rows} />;
}

export function Waiting({ rows = 4 }: { rows?: number }) {
  return (
    <Stack gap="sm" role="status" aria-busy="true">
      <span style={hidden}>Loading</span>
      {Array.from({ length: rows }, (_, i) => `row ${i}`).map((key) => (
        <Skeleton key={key} height={64} radius="lg" />
      ))}
    </Stack>
  );
}

export const hidden: React.CSSProperties = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};

export function Failed({ error, retry, stale }: { error: ApiError; retry: () => void; stale?: boolean }) {
  return (
    <div
      className={`status ${stale ? 'warn' : 'bad'}`}
      role="alert"
      style={{ flexWrap: 'wrap', marginBottom: stale ? 16 : 0 }}
    >
      <Icon name="warn" size={26} />
      <div style={{ flex: '1 1 220px' }}>
        <p className="strong">{stale ? 'This may be out of date' : 'This could not be loaded'}</p>
        <p className="small">{error.message}</p>
      </div>
      <Button variant="default" onClick={retry} leftSection={<Icon name="refresh" size={18} />}>
        Try again
      </Button>
    </div>
  );
}

export function Empty({ icon, title, children }: { icon: IconName; title: string; children?: React.ReactNode }) {
  return (
    <Stack align="center" gap={6} py={36} px="md" ta="center">
      <span style={{ color: 'var(--accent)' }}>
        <Icon name={icon} size={36} />
      </span>
      <p className="strong" style={{ margin: 0 }}>
        {title}
      </p>
      <div className="small dim" style={{ maxWidth: 420 }}>
        {children}
      </div>
    </Stack>
  );
}

export function Problem({ error }: { error: ApiError | undefined }) {
  if (!error) return null;
  return (
    <Alert
      color="red"
      variant="outline"
      role="alert"
      icon={<Icon name="warn" />}
      styles={{ message: { color: 'var(--bad)' } }}
    >
      {error.message}
      {error.code === 'conflict' && !error.current ? ' Load the page again to see what changed.' : ''}
    </Alert>
  );
}
