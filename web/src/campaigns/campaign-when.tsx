import { Checkbox, Group, Stack, TextInput, Title } from '@mantine/core';
import { Icon } from '../ui/icons';
import { lastDay, localDay, timeText } from '../when';
import { channelChoices } from '../words';
import type { Draft } from './campaign-check';

/** On which channels, from which hour of each person's own day. */
export function When({
  draft,
  set,
  wrong,
}: {
  draft: Draft;
  set: (part: Partial<Draft>) => void;
  wrong: (field: string) => string | undefined;
}) {
  return (
    <section className="card" aria-labelledby="when">
      <Title order={2} id="when">
        How and when
      </Title>
      <Stack>
        <Checkbox.Group
          label="Channels"
          value={draft.channels}
          onChange={(values) => set({ channels: values as Draft['channels'] })}
          error={wrong('channels')}
        >
          <Group mt={6}>
            {channelChoices().map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </Group>
        </Checkbox.Group>
        <Group align="flex-start">
          <TextInput
            type="date"
            label="Start date"
            required
            value={draft.startDate}
            min={localDay()}
            max={lastDay()}
            onChange={(event) => set({ startDate: event.currentTarget.value })}
            error={wrong('startDate')}
          />
          <TextInput
            type="time"
            label="Time of day"
            required
            value={draft.startTime}
            onChange={(event) => set({ startTime: event.currentTarget.value })}
            error={wrong('startTime')}
          />
        </Group>
        <div className="small dim">
          <Icon name="clock" size={14} /> Each person gets it at this hour of <b>their own</b> day:{' '}
          {draft.startTime ? timeText(draft.startTime) : '—'} in New York for one,{' '}
          {draft.startTime ? timeText(draft.startTime) : '—'} in Denver for another.
        </div>
      </Stack>
    </section>
  );
}
