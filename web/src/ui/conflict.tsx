import { Button, Group, Stack } from '@mantine/core';
import type { ApiError } from '../api';
import { Icon } from './icons';

export interface Side {
  label: string;
  theirs: string;
  mine: string;
}

/** Whether somebody else saved first; `current` is then the saved version. */
export const isStale = (error: ApiError | undefined): error is ApiError & { current: object } =>
  error?.code === 'conflict' && error.current !== undefined;

/** The saved version beside the typed one, field by field. Nothing typed is lost until one side is chosen. */
export function Conflict({
  error,
  sides,
  busy,
  onTheirs,
  onMine,
}: {
  error: ApiError;
  sides: Side[];
  busy: boolean;
  onTheirs: () => void;
  onMine: () => void;
}) {
  const differing = sides.filter(({ theirs, mine }) => theirs !== mine);
  return (
    <div className="status bad" role="alert" style={{ alignItems: 'flex-start', flexWrap: 'wrap' }}>
      <Icon name="warn" size={26} />
      <Stack gap="sm" style={{ flex: '1 1 260px' }}>
        <p className="strong" style={{ margin: 0 }}>
          {error.message}
        </p>
        {differing.length === 0 ? (
          <p className="small" style={{ margin: 0 }}>
            What you typed is the same as what is saved now.
          </p>
        ) : (
          <div style={{ overflowX: 'auto' }}>
            <table className="both small">
              <caption className="dim">What differs</caption>
              <thead>
                <tr>
                  <th scope="col">Field</th>
                  <th scope="col">Saved now</th>
                  <th scope="col">Yours</th>
                </tr>
              </thead>
              <tbody>
                {differing.map(({ label, theirs, mine }) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <td>{theirs}</td>
                    <td>{mine}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <Group gap="xs">
          <Button variant="default" onClick={onTheirs}>
            Take theirs
          </Button>
          <Button loading={busy} onClick={onMine}>
            Keep mine and save again
          </Button>
        </Group>
      </Stack>
    </div>
  );
}
