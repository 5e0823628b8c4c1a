import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Audience, CampaignRow } from '../../../functions/http/staff/app';
import { api } from '../api';
import { useAct } from '../ui/act';
import { isStale } from '../ui/conflict';
import { Icon } from '../ui/icons';
import { Problem } from '../ui/loaded';
import { plural } from '../words';
import { countOf, WhatGoesOut } from './what-goes-out';

/** As the server has it: from here on a number is typed by hand. */
const typedFrom = 101;

interface Seen {
  row: CampaignRow;
  audience: Audience;
}

/** Counts whom a draft means, shows the number, and schedules exactly that: the server counts once more. */
export function ScheduleButton({
  label,
  disabled = false,
  prepare,
  warnings = [],
  after,
}: {
  label: string;
  disabled?: boolean;
  /** The draft as it is kept; undefined when it could not be saved, which the caller shows. */
  prepare: () => Promise<CampaignRow | undefined>;
  warnings?: string[];
  after: (row: CampaignRow) => void;
}) {
  const [seen, setSeen] = useState<Seen>();
  const [typed, setTyped] = useState('');
  const opening = useAct();
  const scheduling = useAct();

  const look = async (row: CampaignRow) => {
    setSeen({ row, audience: await api.count({ ...countOf(row), exact: true }) });
    setTyped('');
  };
  const open = () =>
    opening.run(async () => {
      scheduling.clear();
      const row = await prepare();
      if (row) await look(row);
    });
  const again = () =>
    opening.run(async () => {
      if (!seen) return;
      await look(await api.campaign(seen.row.id));
      scheduling.clear();
    });
  const go = async () => {
    if (!seen) return;
    const { row, audience } = seen;
    const wish = { rev: row.rev, who: row.who, count: audience.people };
    const saved = await scheduling.run(
      () => api.scheduleCampaign(row.id, { ...wish, ...(isTyped ? { confirmCount: Number(typed) } : {}) }),
      'The campaign is scheduled.',
    );
    if (!saved) return;
    setSeen(undefined);
    after(saved);
  };

  const people = seen?.audience.people ?? 0;
  const isEverybody = seen !== undefined && Object.keys(seen.row.who).length === 0;
  const isTyped = people >= typedFrom || isEverybody;
  const ready = !isTyped || typed.trim() === String(people);
  return (
    <>
      <Button
        variant="filled"
        leftSection={<Icon name="check" size={18} />}
        disabled={disabled}
        loading={opening.busy && !seen}
        onClick={open}
      >
        {label}
      </Button>
      {seen ? null : <Problem error={opening.error} />}
      <Modal opened={seen !== undefined} onClose={() => setSeen(undefined)} title="Schedule this campaign?">
        {seen ? (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (ready) void go();
            }}
          >
            <Stack>
              <WhatGoesOut row={seen.row} audience={seen.audience} />
              <div>
                Who gets it is fixed now: if somebody changes the saved audience later, this campaign stays as it is.
                Nobody is enrolled in the first five minutes; cancel it in them, and it has touched nobody. Later you
                can pause or cancel it at any time.
              </div>
              {warnings.length > 0 ? (
                <ul style={{ paddingLeft: 18, margin: 0 }}>
                  {warnings.map((text) => (
                    <li key={text}>{text}</li>
                  ))}
                </ul>
              ) : null}
              {isTyped ? (
                <TextInput
                  label={`Type ${people} to confirm how many people this is`}
                  inputMode="numeric"
                  autoComplete="off"
                  value={typed}
                  error={
                    !ready && typed.trim().length >= String(people).length
                      ? `That is another number. It is ${plural(people, 'person', 'people')}.`
                      : undefined
                  }
                  onChange={(event) => setTyped(event.currentTarget.value)}
                  data-autofocus
                />
              ) : null}
              <Problem error={scheduling.error ?? opening.error} />
              <Group justify="flex-end">
                <Button variant="default" onClick={() => setSeen(undefined)}>
                  Not now
                </Button>
                {isStale(scheduling.error) ? (
                  <Button loading={opening.busy} onClick={again}>
                    Look again
                  </Button>
                ) : (
                  <Button type="submit" loading={scheduling.busy} disabled={!ready}>
                    Schedule
                  </Button>
                )}
              </Group>
            </Stack>
          </form>
        ) : null}
      </Modal>
    </>
  );
}
