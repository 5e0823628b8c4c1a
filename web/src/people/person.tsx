import { Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { SubscriberDetail } from '../../../functions/http/staff/app';
import { api } from '../api';
import { RenderedDrawer } from '../inbox/rendered-drawer';
import { useLoad } from '../load';
import { ConfirmButton } from '../ui/act';
import { Chip } from '../ui/chip';
import { useConsole } from '../ui/console';
import { Icon } from '../ui/icons';
import { Empty, Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { clockTime, dateTime, shortDate } from '../when';
import { addressText, channelLabel, channelOption, channelStatusWords, plural } from '../words';
import { Answers, runText } from './answers';
import { OptOutButton } from './opt-out-button';
import { Way } from './way';

type Person = SubscriberDetail['subscriber'];

export function PersonPage() {
  const { id = '' } = useParams();
  const person = useLoad((signal) => api.subscriber(id, signal), id);
  const { data } = person;
  const name = data ? (data.subscriber.profile?.firstName ?? 'Unknown number') : 'Person';
  return (
    <Page
      title={name}
      lead={data ? nextText(data.next[0]) : undefined}
      back={{ to: '/people', label: 'All people' }}
      actions={data ? <Actions person={data.subscriber} reload={person.reload} /> : undefined}
    >
      <Loaded load={person}>{(detail) => <Whole detail={detail} reload={person.reload} />}</Loaded>
    </Page>
  );
}

function Actions({ person, reload }: { person: Person; reload: () => void }) {
  const { can } = useConsole();
  if (!can('marketer')) return null;
  const { profile } = person;
  const reachable = person.channels.filter(({ status }) => status === 'active' || status === 'pending');
  return (
    <>
      {profile && !profile.seen ? (
        <ConfirmButton<SubscriberDetail>
          label="Has been seen"
          leftSection={<Icon name="check" size={18} />}
          title={`Has a doctor seen ${profile.firstName}?`}
          yes="Yes, seen by a doctor"
          done="Recorded. Exercise tips may go out from now on."
          act={(now) => api.seen(person.id, (now?.subscriber ?? person).rev)}
          after={reload}
        >
          Record it when a spine doctor has made the diagnosis and the plan. Exercise tips are held back until then from
          people whose answers hint at a structural cause.
        </ConfirmButton>
      ) : null}
      {reachable.length > 0 ? <OptOutButton id={person.id} reload={reload} /> : null}
    </>
  );
}

function Whole({ detail: { subscriber, timeline, paths }, reload }: { detail: SubscriberDetail; reload: () => void }) {
  const { can } = useConsole();
  const [open, setOpen] = useState<string>();
  const sorted = inOrder(paths, subscriber);
  const goesOn = ({ enrollment }: SubscriberDetail['paths'][number]) => {
    const run = subscriber.enrollments.find(({ id }) => id === enrollment);
    return run?.phase === 'held' || run?.status === 'active' || run?.status === 'paused';
  };
  const current = sorted.filter(goesOn);
  const ended = sorted.filter((path) => !goesOn(path));
  const way = (path: SubscriberDetail['paths'][number]) => (
    <Way
      key={path.enrollment}
      path={path}
      run={runOf(subscriber, path.enrollment)}
      subscriber={subscriber.id}
      firstName={subscriber.profile?.firstName || 'Unknown number'}
      open={setOpen}
      reload={reload}
    />
  );
  return (
    <div className="split half">
      <Stack gap="lg">
        <section className="card" aria-labelledby="channels">
          <Title order={2} id="channels">
            How to reach them
          </Title>
          <ul className="rows">
            {subscriber.channels.map((one) => (
              <li
                key={one.channel}
                style={{ padding: '10px 0', display: 'flex', gap: 12, flexWrap: 'wrap', alignItems: 'center' }}
              >
                <div style={{ flex: '1 1 200px', minWidth: 0 }}>
                  <div style={{ overflowWrap: 'anywhere' }}>{addressText(one.channel, one.address)}</div>
                  <div className="small dim">
                    {one.consentAt
                      ? `Agreed ${dateTime(one.consentAt)}${one.wording ? `, ${wordingText(one.wording)}` : ''}`
                      : 'No consent on record'}
                  </div>
                </div>
                <Chip tone={channelStatusWords[one.status].tone}>
                  {channelLabel(one.channel)} {channelStatusWords[one.status].label}
                </Chip>
                {one.status === 'pending' && !one.consentAt && subscriber.profile && can('marketer') ? (
                  <ConfirmButton
                    label="Ask to confirm again"
                    size="xs"
                    title={`Ask to confirm this ${channelOption(one.channel).address === 'phone' ? 'number' : 'address'} again?`}
                    yes="Ask again"
                    done="The question is queued."
                    act={() => api.askAgain(subscriber.id, one.channel)}
                    after={reload}
                  >
                    Do this when they tell you that no question came. Nothing else is sent until they confirm.
                  </ConfirmButton>
                ) : null}
              </li>
            ))}
          </ul>
          {subscriber.pausedUntil ? (
            <p className="small">Asked for quiet until {dateTime(subscriber.pausedUntil)}.</p>
          ) : null}
        </section>
        {current.length === 0 ? (
          <section className="card" aria-labelledby="next">
            <Title order={2} id="next">
              What comes next
            </Title>
            <Empty icon="clock" title="Nothing is planned">
              {ended.length === 0 ? 'They are in no series now.' : 'Every series they were in has ended for them.'}
            </Empty>
          </section>
        ) : (
          current.map(way)
        )}
        {ended.length > 0 ? (
          <details className="earlier">
            <summary>{plural(ended.length, 'series that has ended', 'series that have ended')}</summary>
            <Stack gap="lg">{ended.map(way)}</Stack>
          </details>
        ) : null}
        <Answers person={subscriber} reload={reload} />
      </Stack>
      <section className="card" aria-labelledby="life">
        <Title order={2} id="life">
          What happened
        </Title>
        {timeline.length === 0 ? (
          <Empty icon="clock" title="Nothing yet">
            Every message, reply, click and consent is written down here.
          </Empty>
        ) : (
          <ol className="life">
            {timeline.map((entry) => (
              <li key={`${entry.at} ${entry.title} ${entry.messageId ?? ''}`} className={`event ${entry.kind}`}>
                <div className="small dim">
                  {shortDate(entry.at)}, {clockTime(entry.at)}
                </div>
                <div className="strong">{entry.title}</div>
                {entry.detail ? <div style={{ overflowWrap: 'anywhere' }}>{entry.detail}</div> : null}
                {entry.reason ? <div className="small dim">{entry.reason}</div> : null}
                {entry.disclaimer ? <div className="small dim">With disclaimer version {entry.disclaimer}</div> : null}
                {entry.messageId ? (
                  <button type="button" className="linklike small" onClick={() => setOpen(entry.messageId)}>
                    See the message
                  </button>
                ) : null}
              </li>
            ))}
          </ol>
        )}
      </section>
      <RenderedDrawer
        message={open ? { id: open, subscriber: subscriber.id } : undefined}
        close={() => setOpen(undefined)}
      />
    </div>
  );
}

function runOf(person: Person, id: string): string {
  const run = person.enrollments.find((one) => one.id === id);
  return run ? runText(run) : '';
}

/** What needs somebody first, then what is under way, then the rest; the newest before the older. */
function inOrder(paths: SubscriberDetail['paths'], { enrollments }: Person): SubscriberDetail['paths'] {
  const rank = ({ enrollment }: SubscriberDetail['paths'][number]): number => {
    const run = enrollments.find(({ id }) => id === enrollment);
    if (run?.phase === 'held') return 0;
    return run?.status === 'active' ? 1 : run?.status === 'paused' ? 2 : 3;
  };
  return [...paths].reverse().sort((a, b) => rank(a) - rank(b));
}

const wordingText = (wording: string): string =>
  wording === 'api' ? 'through the API' : wording === 'text' ? 'by text' : `having read disclosure ${wording}`;

const nextText = (next: SubscriberDetail['next'][number] | undefined): string =>
  next
    ? `Next: “${next.subject}” by ${channelLabel(next.channel).toLowerCase()}, ${dateTime(next.at)}`
    : 'Nothing is planned';
