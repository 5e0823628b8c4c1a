import { Button, Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { SubscriberRow } from '../../../functions/http/staff/app';
import { api } from '../api';
import { useAct } from '../ui/act';
import { Chip } from '../ui/chip';
import { Icon } from '../ui/icons';
import { More, usePaged } from '../ui/listed';
import { Empty, Loaded, Problem } from '../ui/loaded';
import { Page } from '../ui/page';
import { dateTime, shortDate } from '../when';
import { channelLabel, channelStatusWords, stepName } from '../words';

const statuses = [
  { value: '', label: 'Everyone' },
  { value: 'active', label: 'Active' },
  { value: 'pending', label: 'Not confirmed yet' },
  { value: 'unsubscribed', label: 'Opted out' },
  { value: 'suppressed', label: 'Suppressed' },
];

export function PeoplePage() {
  const [search, setSearch] = useSearchParams();
  const status = statuses.find(({ value }) => value === search.get('status'))?.value ?? '';
  const people = usePaged((cursor, signal) => api.subscribers({ status, cursor }, signal), `people ${status}`);
  const [address, setAddress] = useState('');
  const [found, setFound] = useState<SubscriberRow[]>();
  const { busy, error, run } = useAct();
  const find = async () => {
    const answer = await run(() => api.find(address.trim()));
    if (answer) setFound(answer.items);
  };
  return (
    <Page title="People" lead="Everyone who signed up, and what they have agreed to.">
      <search>
        <form
          className="card"
          onSubmit={(event) => {
            event.preventDefault();
            void find();
          }}
        >
          <Group align="flex-end" gap="sm">
            <TextInput
              style={{ flex: '1 1 240px' }}
              label="Find by email or phone"
              description="The whole address; it is not kept in your browser"
              autoComplete="off"
              value={address}
              onChange={(event) => setAddress(event.currentTarget.value)}
            />
            <Button
              type="submit"
              loading={busy}
              disabled={address.trim().length < 3}
              leftSection={<Icon name="search" size={18} />}
            >
              Find
            </Button>
            {found ? (
              <Button
                variant="default"
                onClick={() => {
                  setFound(undefined);
                  setAddress('');
                }}
              >
                Show everyone
              </Button>
            ) : null}
          </Group>
          <Problem error={error} />
        </form>
      </search>
      {found ? (
        <section className="card flush" aria-label="Found" aria-live="polite">
          <Rows items={found} none="Nobody has this address" />
        </section>
      ) : (
        <>
          <Select
            label="Show"
            w={220}
            data={statuses}
            value={status}
            onChange={(value) => setSearch(value ? { status: value } : {})}
          />
          <Loaded load={people}>
            {({ items }) => (
              <section className="card flush" aria-label="People">
                <Rows items={items} none={status ? 'Nobody has this status' : 'Nobody has signed up yet'} />
                <More paged={people} />
              </section>
            )}
          </Loaded>
        </>
      )}
    </Page>
  );
}

function Rows({ items, none }: { items: SubscriberRow[]; none: string }) {
  if (items.length === 0)
    return (
      <Empty icon="people" title={none}>
        People appear here as soon as they sign up, confirmed or not.
      </Empty>
    );
  return (
    <ul className="rows">
      {items.map((row) => (
        <li key={row.id}>
          <Link className="row" to={`/people/${row.id}`}>
            <div className="grow">
              <div className="strong">{row.firstName || 'Unknown number'}</div>
              <div className="small dim">
                {[
                  ...row.answers.slice(0, 2).map(({ text }) => text),
                  row.signUp
                    ? `a sign-up of ${shortDate(row.createdAt)} that is not confirmed; it may be of somebody who is here already`
                    : `joined ${shortDate(row.createdAt)}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </div>
            <div className="small" style={{ flex: '0 1 230px' }}>
              {row.nextAt && row.nextStep ? (
                <>
                  <span className="dim">Next:</span> {stepName(row.nextStep)}
                  <div className="dim">{dateTime(row.nextAt)}</div>
                </>
              ) : (
                <span className="dim">Nothing planned</span>
              )}
            </div>
            <Group gap={6}>
              {row.channels.map(({ channel, status }) => (
                <Chip key={channel} tone={channelStatusWords[status].tone}>
                  {channelLabel(channel)} {channelStatusWords[status].label}
                </Chip>
              ))}
            </Group>
          </Link>
        </li>
      ))}
    </ul>
  );
}
