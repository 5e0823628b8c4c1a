import { Stack, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import type { CampaignDetail } from '../../../functions/http/staff/app';
import { api } from '../api';
import { Reasons } from '../audience/head-count';
import { whoText } from '../audience/who-text';
import { useLoad } from '../load';
import { Bars, Shares } from '../ui/bars';
import { Chip } from '../ui/chip';
import { useConsole } from '../ui/console';
import { Empty, Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { dateTime, dayText, fromNow, timeText } from '../when';
import { channelLabel, count, outcomeWords, plural, standingWords, stepName } from '../words';
import { CampaignActions } from './campaign-actions';
import { againText } from './campaign-again';
import { CampaignNote } from './campaign-note';
import { Funnel } from './funnel';

export function CampaignPage() {
  const { id = '' } = useParams();
  const [joining, setJoining] = useState(false);
  const campaign = useLoad((signal) => api.campaign(id, signal), id, joining ? 4_000 : 30_000);
  const { data } = campaign;
  const moving =
    data !== undefined && (data.status === 'scheduled' || data.status === 'enrolling' || data.again !== undefined);
  useEffect(() => setJoining(moving), [moving]);
  return (
    <Page
      title={data?.name ?? 'Campaign'}
      back={{ to: '/campaigns', label: 'All campaigns' }}
      actions={data ? <CampaignActions campaign={data} reload={campaign.reload} /> : undefined}
    >
      <Loaded load={campaign}>{(row) => <Whole campaign={row} />}</Loaded>
    </Page>
  );
}

function approvalText({ approval, status }: CampaignDetail): string {
  const { state, needed, at, by = '', people = 0, askedBy, askedAt } = approval;
  const given = at ? `${by}, ${dateTime(at)}, for ${plural(people, 'person', 'people')}` : '';
  if (state === 'approved') return `Approved by ${given}`;
  if (state === 'changed') return `Changed since it was approved by ${given}. It has to be approved again.`;
  if (state === 'waiting' && askedAt) return `${askedBy} asked ${fromNow(askedAt)}. Nobody has approved it yet.`;
  if (status !== 'draft') return 'Scheduled without: none was needed.';
  return needed
    ? 'Needed before it can be scheduled. Nobody has asked for it yet.'
    : 'Not needed here, and not asked for.';
}

/** Where the rule came from, and what became of that since. */
function Segment({ campaign: { segment, status } }: { campaign: CampaignDetail }) {
  const { options } = useConsole();
  if (!segment) return null;
  if (status === 'draft')
    return <div className="small dim">The saved audience “{segment.name}”, as it is when you schedule.</div>;
  if (!segment.changed) return <div className="small dim">From the saved audience “{segment.name}”.</div>;
  return (
    <div className="small">
      Frozen when it was scheduled. The saved audience “{segment.name}” has changed since, to:{' '}
      {whoText(segment.who, options)}. This campaign does not follow it.
    </div>
  );
}

function Whole({ campaign }: { campaign: CampaignDetail }) {
  const { options } = useConsole();
  const { label, tone } = standingWords[campaign.standing];
  const outcomes = Object.entries(campaign.outcomes) as [keyof typeof outcomeWords, number][];
  return (
    <>
      <CampaignNote campaign={campaign} />
      <div className="split half">
        <Stack gap="lg">
          <section className="card" aria-labelledby="plan">
            <Title order={2} id="plan">
              The plan
            </Title>
            <dl className="facts">
              <dt>Status</dt>
              <dd>
                <Chip tone={tone}>{label}</Chip>
                {campaign.reached ? (
                  <div className="small">{plural(campaign.reached, 'person', 'people')} got it.</div>
                ) : null}
              </dd>
              <dt>Sends</dt>
              <dd>
                <Link to={`/series/${campaign.seriesId}`}>{stepName(campaign.seriesId)}</Link>, version{' '}
                {campaign.version}
              </dd>
              <dt>To</dt>
              <dd>
                {whoText(campaign.who, options)}
                <Segment campaign={campaign} />
              </dd>
              {campaign.restartAfterDays === undefined ? null : (
                <>
                  <dt>Again</dt>
                  <dd>People who had it before {againText(campaign.restartAfterDays)}</dd>
                </>
              )}
              <dt>By</dt>
              <dd>{campaign.channels.map((one) => channelLabel(one).toLowerCase()).join(' and ')}</dd>
              <dt>Starts</dt>
              <dd>
                {dayText(campaign.startDate)} at {timeText(campaign.startTime)}, in each person’s own time zone
              </dd>
              <dt>Approval</dt>
              <dd>{approvalText(campaign)}</dd>
              <dt>Made</dt>
              <dd>
                {dateTime(campaign.createdAt)} by {campaign.createdBy}
              </dd>
            </dl>
          </section>
          <section className="card" aria-labelledby="outcomes">
            <Title order={2} id="outcomes">
              What became of the messages
            </Title>
            {outcomes.length === 0 ? (
              <Empty icon="message" title={campaign.outcomesExact ? 'Nothing sent yet' : 'Not counted yet'}>
                Every message, sent or not, is counted here with its outcome.
              </Empty>
            ) : (
              <Shares
                shares={outcomes.map(([key, value]) => ({
                  key,
                  value,
                  label: (outcomeWords[key]?.label ?? key).toLowerCase(),
                  tone: outcomeWords[key]?.tone ?? 'quiet',
                }))}
              />
            )}
          </section>
        </Stack>
        <Stack gap="lg">
          <section className="card" aria-labelledby="joined" aria-live="polite">
            <Title order={2} id="joined">
              People joining
            </Title>
            <Sweep campaign={campaign} />
          </section>
          <Funnel campaign={campaign} />
        </Stack>
      </div>
    </>
  );
}

function Sweep({ campaign: { sweep, again, status, channels } }: { campaign: CampaignDetail }) {
  if (!sweep)
    return (
      <Empty icon="people" title={status === 'draft' ? 'Not scheduled yet' : 'Nobody has joined yet'}>
        Once scheduled, you can watch people join here.
      </Empty>
    );
  const { people } = sweep;
  return (
    <>
      <p style={{ marginTop: 0 }}>
        {sweep.done ? 'Everyone was looked at: ' : 'Looking through everyone, so far '}
        <b>{plural(sweep.seen, 'person', 'people')}</b>
        {sweep.done ? '.' : '…'}
        {again
          ? ` Looking through everyone once more as it starts, so far ${plural(again.seen, 'person', 'people')}…`
          : ''}
      </p>
      {people ? <People people={people} /> : <Channels sweep={sweep} each={channels.length > 1} />}
    </>
  );
}

type Pass = NonNullable<CampaignDetail['sweep']>;

/** Whom it means, who joins, and everybody else once; the same words as on the audience. */
function People({ people: { meant, joined, left } }: { people: NonNullable<Pass['people']> }) {
  return (
    <>
      <Bars
        bars={[
          { key: 'meant', label: 'People who match', value: meant, note: count(meant) },
          { key: 'joined', label: 'joined', value: joined, note: count(joined) },
          { key: 'left', label: 'left out', value: meant - joined, note: count(meant - joined) },
        ]}
      />
      <Reasons title="Left out, each once" rows={left} />
    </>
  );
}

/** One from before people were counted: somebody may join by email and be left out by text. */
function Channels({ sweep: { seen, enrolled, skipped }, each: isEach }: { sweep: Pass; each: boolean }) {
  const each = isEach ? ', each channel counted' : '';
  const left = skipped.reduce((sum, { count: n }) => sum + n, 0);
  return (
    <>
      <Bars
        bars={[
          { key: 'seen', label: 'People looked at', value: seen, note: count(seen) },
          { key: 'enrolled', label: `Joined${each}`, value: enrolled, note: count(enrolled) },
          { key: 'skipped', label: `Left out${each}`, value: left, note: count(left) },
        ]}
      />
      <Reasons title={`Left out${each}`} rows={skipped.map((one) => ({ ...one, code: one.reason }))} />
    </>
  );
}
