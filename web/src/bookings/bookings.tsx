import { Button, Group, Modal, SegmentedControl, Stack, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { BookingRow } from '../../../functions/http/staff/app';
import { api } from '../api';
import { useLoad } from '../load';
import { ConfirmButton, useAct } from '../ui/act';
import { Bars } from '../ui/bars';
import { Conflict, isStale } from '../ui/conflict';
import { useConsole } from '../ui/console';
import { More, usePaged } from '../ui/listed';
import { Empty, Loaded, Problem } from '../ui/loaded';
import { Page } from '../ui/page';
import { dateTime, dayAfter, lastDay, localDay, momentAt } from '../when';
import { phoneText, stepName } from '../words';
import { BookingLine, wishText } from './booking-line';

const tabs = [
  { value: 'requested', label: 'To call back' },
  { value: 'booked', label: 'Booked' },
  { value: 'visited', label: 'Visited' },
  { value: 'closed', label: 'Closed' },
];

export function BookingsPage() {
  const { can } = useConsole();
  const [search, setSearch] = useSearchParams();
  const status = tabs.find(({ value }) => value === search.get('status'))?.value ?? 'requested';
  const bookings = usePaged((cursor, signal) => api.bookings({ status, cursor }, signal), status, 20_000);
  const clock = useLoad((signal) => api.home(signal).then(({ now }) => now), 'clock', 60_000);
  const bySteps = useLoad((signal) => api.bookingsByStep(signal), 'by-step');
  const now = clock.data ?? new Date().toISOString();
  const reload = () => {
    bookings.reload();
    bySteps.reload();
  };
  return (
    <Page title="Bookings" lead="Requests for a visit. Their series rests until the visit is settled.">
      <div style={{ overflowX: 'auto' }}>
        <SegmentedControl
          aria-label="Status"
          value={status}
          onChange={(value) => setSearch(value === 'requested' ? {} : { status: value })}
          data={tabs}
        />
      </div>
      <div className="split side">
        <Loaded load={bookings}>
          {({ items }) => (
            <section className="card flush" aria-label={tabs.find(({ value }) => value === status)?.label}>
              {items.length === 0 ? (
                <Empty icon="booking" title={status === 'requested' ? 'Nobody is waiting for a call' : 'Nothing here'}>
                  {status === 'requested'
                    ? 'New requests appear here by themselves, the most urgent first.'
                    : 'Bookings move here as you work on them.'}
                </Empty>
              ) : (
                <ul className="rows">
                  {[...items]
                    .sort((a, b) => order(status, a, b))
                    .map((row) => (
                      <li key={row.id}>
                        <BookingLine row={row} now={now}>
                          {can('marketer') ? <Turns row={row} reload={reload} /> : null}
                        </BookingLine>
                      </li>
                    ))}
                </ul>
              )}
              <More paged={bookings} />
            </section>
          )}
        </Loaded>
        <section className="card" aria-labelledby="by-step">
          <Title order={2} id="by-step">
            Which message brings visits
          </Title>
          <Loaded load={bySteps} rows={2}>
            {({ items }) =>
              items.length === 0 ? (
                <Empty icon="series" title="No bookings from messages yet">
                  Each request is counted for the message that led to it.
                </Empty>
              ) : (
                <Bars
                  bars={[...items]
                    .sort((a, b) => b.requests - a.requests)
                    .map(({ stepId, requests, booked }) => ({
                      key: stepId,
                      label: stepName(stepId),
                      value: requests,
                      of: booked,
                      note: `${requests} asked, ${booked} booked`,
                    }))}
                />
              )
            }
          </Loaded>
        </section>
      </div>
    </Page>
  );
}

/** Overdue requests first, then open ones; finished ones newest first. */
function order(status: string, a: BookingRow, b: BookingRow): number {
  if (status === 'requested') return a.callBackBy.localeCompare(b.callBackBy);
  if (status === 'booked') return (a.visitAt ?? '').localeCompare(b.visitAt ?? '');
  return b.createdAt.localeCompare(a.createdAt);
}

/** Where a request is now. */
const bookingText = ({ status, visitAt }: BookingRow): string => {
  const tab = tabs.find(({ value }) => value === status)?.label.toLowerCase() ?? status;
  return visitAt ? `${tab}, ${dateTime(visitAt)}` : tab;
};

function Turns({ row, reload }: { row: BookingRow; reload: () => void }) {
  if (row.status === 'closed' || row.status === 'visited') return null;
  return (
    <Group gap={6}>
      {row.status === 'requested' ? <Book row={row} reload={reload} /> : null}
      {row.status === 'booked' ? (
        <ConfirmButton
          label="Visited"
          size="xs"
          variant="filled"
          title={`${row.firstName} came to the visit?`}
          yes="Yes, visited"
          done="The visit is recorded."
          act={(now = row) => api.turnBooking(row.id, { status: 'visited', rev: now.rev })}
          tell={bookingText}
          after={reload}
        >
          The visit is done and leaves this list.
        </ConfirmButton>
      ) : null}
      <ConfirmButton
        label="Close"
        size="xs"
        title="Close this request?"
        yes="Close it"
        done="The request is closed."
        act={(now = row) => api.turnBooking(row.id, { status: 'closed', rev: now.rev })}
        tell={bookingText}
        after={reload}
      >
        Close it when no visit will come of it. The person’s series goes on.
      </ConfirmButton>
    </Group>
  );
}

function Book({ row, reload }: { row: BookingRow; reload: () => void }) {
  const [opened, setOpened] = useState(false);
  const [day, setDay] = useState(() => dayAfter(localDay(), 1));
  const [time, setTime] = useState(row.part === 'afternoon' ? '14:00' : '09:00');
  const { busy, error, run, clear } = useAct();
  const stale = isStale(error) && error.field === 'rev' ? (error.current as BookingRow) : undefined;
  const ready = /^\d{4}-\d{2}-\d{2}$/.test(day) && /^\d{2}:\d{2}$/.test(time);
  const leave = () => {
    setOpened(false);
    clear();
    if (stale) reload();
  };
  const book = async (seen = row) => {
    const worked = await run(async () => {
      await api.turnBooking(row.id, { status: 'booked', visitAt: momentAt(day, time), rev: seen.rev });
      return true;
    }, `${row.firstName} is booked.`);
    if (!worked) return;
    setOpened(false);
    reload();
  };
  return (
    <>
      <Button size="xs" onClick={() => setOpened(true)}>
        Mark booked
      </Button>
      <Modal opened={opened} onClose={leave} title={`Book ${row.firstName}`}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!stale) void book();
          }}
        >
          <Stack>
            <div>
              {phoneText(row.phone)}, {row.locationName}. Asked for {wishText(row)}.
            </div>
            <Group grow>
              <TextInput
                type="date"
                label="Day of the visit"
                required
                value={day}
                min={localDay()}
                max={lastDay()}
                onChange={(event) => setDay(event.currentTarget.value)}
                data-autofocus
              />
              <TextInput
                type="time"
                label="Time"
                required
                value={time}
                step={300}
                onChange={(event) => setTime(event.currentTarget.value)}
              />
            </Group>
            <div className="small dim">
              {row.subscriber
                ? 'Time at the practice. They are told by email, with a calendar file, or else by text; the list says what became of that message.'
                : 'Time at the practice. This request came without a link, so no message will be sent: tell them on the phone.'}
            </div>
            {stale ? (
              <Conflict
                error={error!}
                busy={busy}
                sides={[
                  { label: 'Status', theirs: bookingText(stale), mine: `booked, ${dateTime(momentAt(day, time))}` },
                  { label: 'Asked for', theirs: wishText(stale), mine: wishText(row) },
                ]}
                onTheirs={leave}
                onMine={() => void book(stale)}
              />
            ) : (
              <>
                <Problem error={error} />
                <Group justify="flex-end">
                  <Button variant="default" onClick={leave}>
                    Not now
                  </Button>
                  <Button type="submit" loading={busy} disabled={!ready}>
                    Book
                  </Button>
                </Group>
              </>
            )}
          </Stack>
        </form>
      </Modal>
    </>
  );
}
