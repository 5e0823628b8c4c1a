import { Button, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { SubscriberDetail } from '../../../functions/http/staff/app';
import { api } from '../api';
import { useAct } from '../ui/act';
import { useConsole } from '../ui/console';
import { Problem } from '../ui/loaded';

/** Which office is nearest to the person, as they told somebody on the phone. */
export function OfficeChoice({ person, reload }: { person: SubscriberDetail['subscriber']; reload: () => void }) {
  const { options } = useConsole();
  const known = person.profile?.location ?? '';
  const [chosen, setChosen] = useState(known);
  const { busy, error, run } = useAct();
  const save = async () => {
    const worked = await run(async () => {
      await api.office(person.id, { rev: person.rev, location: chosen });
      return true;
    }, 'The office is recorded.');
    if (worked || error) reload();
  };
  return (
    <>
      <Group align="flex-end" gap="sm" mt="md">
        <NativeSelect
          label="Nearest office"
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={[
            ...(known ? [] : [{ value: '', label: 'Not known' }]),
            ...options.locations.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Button
          variant="default"
          disabled={chosen === known || chosen === ''}
          loading={busy}
          onClick={() => void save()}
        >
          Save office
        </Button>
      </Group>
      {error ? <Problem error={error} /> : null}
    </>
  );
}
