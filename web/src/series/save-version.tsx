import { Button, Group, Modal, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useBlocker } from 'react-router';
import type { EditSeries, SeriesDetail } from '../../../functions/http/staff/app';
import { api } from '../api';
import { useAct } from '../ui/act';
import { Conflict, isStale, type Side } from '../ui/conflict';
import { Problem } from '../ui/loaded';

/** Saving edited words as the next version, with the error of the last try. */
export function useSave(seriesId: string, edit: () => EditSeries, onSaved: () => void) {
  const act = useAct();
  const [saved, setSaved] = useState(false);
  return {
    ...act,
    saved,
    /** On top of the version that was opened, or of the one somebody else has saved since. */
    save: async (on?: SeriesDetail) => {
      const answer = await act.run(
        () => api.saveSeries(seriesId, { ...edit(), ...(on ? { rev: on.rev } : {}) }),
        'Saved as a new version. It waits for approval.',
      );
      if (!answer) return false;
      setSaved(true);
      onSaved();
      return true;
    },
  };
}

/** Words that are not saved are not lost by a slip. */
export function useGuard(dirty: boolean): void {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (window.confirm('Your changes are not saved yet. Leave this page and lose them?')) blocker.proceed();
    else blocker.reset();
  }, [blocker]);
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
}

/** Stays in sight while something is not saved; shows every change before it is. */
export function SaveBar({
  edits,
  save,
  diff,
  sides,
  next,
  drop,
  reload,
}: {
  edits: number;
  save: ReturnType<typeof useSave>;
  diff: React.ReactNode;
  /** What somebody else has saved since, beside what was typed. */
  sides: (theirs: SeriesDetail) => Side[];
  next: number;
  drop: () => void;
  /** Opens the newest version. */
  reload: () => void;
}) {
  const stale = isStale(save.error) ? (save.error.current as SeriesDetail) : undefined;
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <div
        className="card"
        style={{ position: 'sticky', bottom: 12, boxShadow: 'var(--mantine-shadow-lg)', zIndex: 5 }}
      >
        <Group justify="space-between">
          <div role="status">
            {edits === 1 ? 'One wording is changed.' : `${edits} wordings are changed.`}{' '}
            <span className="dim">Not saved yet.</span>
          </div>
          <Group gap="xs">
            <Button variant="default" onClick={drop}>
              Drop all
            </Button>
            <Button
              onClick={() => {
                save.clear();
                open();
              }}
            >
              Save as version {next}…
            </Button>
          </Group>
        </Group>
      </div>
      <Modal opened={opened} onClose={close} title={`Save as version ${next}?`} size="xl">
        <Stack>
          <div>Nothing already under way changes. The new version waits until somebody else approves it.</div>
          {diff}
          {stale && save.error ? (
            <Conflict
              error={save.error}
              busy={save.busy}
              sides={sides(stale)}
              onTheirs={() => {
                close();
                drop();
                reload();
              }}
              onMine={() => void save.save(stale)}
            />
          ) : (
            <>
              <Problem error={save.error} />
              <Group justify="flex-end">
                <Button variant="default" onClick={close}>
                  Keep editing
                </Button>
                <Button loading={save.busy} onClick={() => void save.save()} data-autofocus>
                  Save as version {next}
                </Button>
              </Group>
            </>
          )}
        </Stack>
      </Modal>
    </>
  );
}
