import { Group, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Home } from '../../../functions/http/staff/app';
import { api } from '../api';
import { BookingLine } from '../bookings/booking-line';
import { MessageLine } from '../inbox/message-line';
import { useLoad } from '../load';
import { Empty, Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { clockTime, fullDate, localDay } from '../when';
import { count } from '../words';
import { ApprovalQueue } from './approval-queue';
import { Health } from './health';
import { Standing } from './standing';

export function HomePage() {
  const home = useLoad((signal) => api.home(signal), 'home', 20_000);
  return (
    <Page
      title="Today"
      lead={
        home.data ? `${fullDate(home.data.now)}, ${clockTime(home.data.now)} at the practice` : 'How the day is going'
      }
    >
      <Loaded load={home} rows={5}>
        {(data) => <Day home={data} reload={home.reload} />}
      </Loaded>
    </Page>
  );
}

function Day({ home, reload }: { home: Home; reload: () => void }) {
  const { counts } = home;
  const day = localDay(new Date(home.now));
  const to = (outcome: string) => `/messages?day=${day}&outcome=${outcome}`;
  return (
    <>
      <Standing home={home} reload={reload} />
      <section aria-label="Counts of today">
        <div className="tiles">
          <Tile n={counts.signups} label="signed up" to="/people" />
          <Tile n={counts.confirmed} label="confirmed" to="/people?status=active" />
          <Tile n={counts.sent.email} label="emails sent" to={`${to('sent')}&channel=email`} />
          <Tile n={counts.sent.sms} label="texts sent" to={`${to('sent')}&channel=sms`} />
          <Tile n={counts.clicks} label="clicks" to={to('sent')} />
          <Tile n={counts.bookings} label="booking requests" to="/bookings" />
          <Tile n={counts.skipped} label="skipped, with a reason" to={to('skipped')} />
          <Tile n={counts.failed} label="failed" to={to('failed')} attention={counts.failed > 0} />
          <Tile n={counts.held} label="held for you" to="/messages?outcome=held" attention={counts.held > 0} />
          <Tile n={counts.unconfirmed} label="unconfirmed, 7 days" to="/messages?outcome=unconfirmed" />
          <Tile n={counts.optOuts} label="opted out" to="/people?status=unsubscribed" />
          <Tile n={home.stuck?.count ?? 0} label="stuck" to={stuckTo(home)} attention={(home.stuck?.count ?? 0) > 0} />
        </div>
        {counts.undrained ? (
          <p className="small dim">
            {counts.undrained === 1 ? 'One person' : `${counts.undrained} people`} left while a message could still be
            on its way, and was told so.
          </p>
        ) : null}
        {home.countedTo ? (
          <p className="small dim">Much is going on: these numbers go up to {clockTime(home.countedTo)}.</p>
        ) : null}
      </section>
      <ApprovalQueue rows={home.approvals} />
      <div className="split half">
        <section className="card flush" aria-labelledby="new-bookings">
          <Head id="new-bookings" title="People to call back" to="/bookings" all="All bookings" />
          {home.newBookings.length === 0 ? (
            <Empty icon="booking" title="Nobody is waiting for a call">
              New booking requests appear here by themselves.
            </Empty>
          ) : (
            <ul className="rows">
              {home.newBookings.map((row) => (
                <li key={row.id}>
                  <BookingLine row={row} now={home.now} />
                </li>
              ))}
            </ul>
          )}
        </section>
        <section className="card flush" aria-labelledby="recent">
          <Head id="recent" title="Latest messages" to={`/messages?day=${day}`} all="All of today" />
          {home.recentMessages.length === 0 ? (
            <Empty icon="message" title="No message yet today">
              Sent and skipped messages appear here.
            </Empty>
          ) : (
            <ul className="rows">
              {home.recentMessages.map((row) => (
                <li key={row.id}>
                  <MessageLine row={row} />
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
      {home.health ? <Health health={home.health} /> : null}
    </>
  );
}

/** The first of them; the others stand in the note above. */
const stuckTo = ({ stuck }: Home): string => (stuck?.people[0] ? `/people/${stuck.people[0].id}` : '/people');

function Tile({ n, label, to, attention = false }: { n: number; label: string; to: string; attention?: boolean }) {
  return (
    <Link className={`tile ${attention ? 'attention' : ''}`} to={to}>
      <b>{count(n)}</b>
      <span className="small">{label}</span>
    </Link>
  );
}

function Head({ id, title, to, all }: { id: string; title: string; to: string; all: string }) {
  return (
    <Group justify="space-between" px={18} pt={16} pb={8}>
      <Title order={2} id={id}>
        {title}
      </Title>
      <Link to={to} className="small">
        {all}
      </Link>
    </Group>
  );
}
