import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SegmentRow } from '../../../functions/http/staff/app';
import { api } from '../api';
import { useAct } from '../ui/act';
import type { Who } from '../words';

/** Saves an audience under a name, so that the next campaign can pick it. */
export function KeepAudience({ who, onSaved }: { who: Who; onSaved: (row: SegmentRow) => void }) {
  const [name, setName] = useState('');
  const { busy, error, run } = useAct();
  const keep = async () => {
    const saved = await run(() => api.saveSegment({ name: name.trim(), who }), 'The audience is saved.');
    if (!saved) return;
    onSaved(saved);
    setName('');
  };
  return (
    <Group align="flex-end" gap="xs">
      <TextInput
        label="Use it again? Give it a name"
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={error?.message}
        style={{ flex: '1 1 220px' }}
      />
      <Button variant="default" loading={busy} disabled={name.trim() === ''} onClick={keep}>
        Save audience
      </Button>
    </Group>
  );
}
