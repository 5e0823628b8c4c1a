import { ActionIcon, Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { MessageRow } from '../../../functions/http/staff/app';
import { api } from '../api';
import { useLoad } from '../load';
import { Icon } from '../ui/icons';
import { More, usePaged } from '../ui/listed';
import { Empty, Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { dayAfter, dayText, localDay } from '../when';
import { channelChoices, outcomeWords, stepName } from '../words';
import { HeldRisk } from './held';
import { HeldGroups } from './held-groups';
import { MessageLine } from './message-line';
import { RenderedDrawer } from './rendered-drawer';

const outcomeChoices = () => [
  { value: '', label: 'Any outcome' },
  ...Object.entries(outcomeWords).map(([value, { label }]) => ({ value, label })),
  { value: 'failed', label: 'Failed or came back' },
];
/** Unconfirmed messages stay so for days, so they are listed for every day unless one is chosen. */
const inDoubt: ReadonlySet<string> = new Set(['held', 'unknown', 'unconfirmed']);

const nothingIn: Record<string, string> = {
  held: 'Nothing waits for you',
  unknown: 'Every message has its answer',
  unconfirmed: 'Every message is confirmed',
};

export function MessagesPage() {
  const [search, setSearch] = useSearchParams();
  const clock = useLoad((signal) => api.home(signal).then(({ now }) => localDay(new Date(now))), 'today');
  const outcome = search.get('outcome') ?? '';
  const anyDay = inDoubt.has(outcome) && search.get('day') === null;
  const day = anyDay ? '' : (search.get('day') ?? clock.data ?? '');
  const channel = search.get('channel') ?? '';
  const step = search.get('step') ?? '';
  const [open, setOpen] = useState<MessageRow>();
  const messages = usePaged(
    (cursor, signal) =>
      day || anyDay ? api.messages({ day, outcome, channel, step, cursor }, signal) : new Promise<never>(() => {}),
    JSON.stringify([day, outcome, channel, step]),
    30_000,
  );
  const steps = useLoad(async (signal) => {
    const { items } = await api.seriesList(signal);
    const all = await Promise.all(items.map(({ seriesId }) => api.series(seriesId, undefined, signal)));
    return [...new Set(all.flatMap(({ version }) => Object.keys(version.steps)))];
  }, 'steps');
  const set = (part: Record<string, string>) => {
    const next = { day, outcome, channel, step, ...part };
    setSearch(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== '')), { replace: true });
  };
  return (
    <Page title="Messages" lead="Every message of a day: sent, or not sent and why.">
      <Group gap="sm" align="flex-end">
        <Group gap={4} align="flex-end" wrap="nowrap">
          <Step icon="back" label="The day before" off={!day} act={() => set({ day: dayAfter(day, -1) })} />
          <TextInput
            type="date"
            label={anyDay ? 'Day (any, unless you choose one)' : 'Day'}
            value={day}
            onChange={(event) => event.currentTarget.value && set({ day: event.currentTarget.value })}
          />
          <Step icon="next" label="The day after" off={!day} act={() => set({ day: dayAfter(day, 1) })} />
        </Group>
        <Select
          label="Outcome"
          w={170}
          data={outcomeChoices()}
          value={outcome}
          onChange={(value) => set({ outcome: value ?? '', ...(inDoubt.has(value ?? '') ? { day: '' } : {}) })}
        />
        <Select
          label="Channel"
          w={160}
          data={[{ value: '', label: 'Every channel' }, ...channelChoices()]}
          value={channel}
          onChange={(value) => set({ channel: value ?? '' })}
        />
        <Select
          label="Step"
          w={200}
          searchable
          data={[
            { value: '', label: 'Any step' },
            ...[...new Set([...(steps.data ?? []), ...(step ? [step] : [])])].map((id) => ({
              value: id,
              label: stepName(id),
            })),
          ]}
          value={step}
          onChange={(value) => set({ step: value ?? '' })}
        />
      </Group>
      <Loaded load={messages}>
        {({ items }) => (
          <section className="card flush" aria-label={day ? `Messages of ${dayText(day)}` : 'Messages of any day'}>
            {items.some((row) => row.outcome === 'held') ? (
              <div className="risk">
                <HeldRisk many />
                {anyDay && !channel && !step ? <HeldGroups after={messages.reload} /> : null}
              </div>
            ) : null}
            {items.length === 0 ? (
              <Empty icon={anyDay ? 'check' : 'message'} title={(anyDay && nothingIn[outcome]) || 'No message matches'}>
                {day
                  ? `Nothing like this on ${dayText(day)}. Choose another day or fewer filters.`
                  : 'Messages of the last 30 days were looked at.'}
              </Empty>
            ) : (
              <ul className="rows">
                {items.map((row) => (
                  <li key={row.id}>
                    <MessageLine row={row} open={() => setOpen(row)} dated={anyDay} decided={messages.reload} />
                  </li>
                ))}
              </ul>
            )}
            <More paged={messages} />
          </section>
        )}
      </Loaded>
      <RenderedDrawer message={open && { id: open.id, subscriber: open.subscriber }} close={() => setOpen(undefined)} />
    </Page>
  );
}

function Step({ icon, label, off, act }: { icon: 'back' | 'next'; label: string; off: boolean; act: () => void }) {
  return (
    <ActionIcon variant="default" size={36} disabled={off} onClick={act} aria-label={label}>
      <Icon name={icon} size={18} />
    </ActionIcon>
  );
}
