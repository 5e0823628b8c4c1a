import { Button, Group, SegmentedControl, Select, Stack, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { CampaignDetail, CampaignRow, SegmentRow, SeriesRow } from '../../../functions/http/staff/app';
import { api } from '../api';
import { AudienceCard, useAudience } from '../audience/audience';
import { KeepAudience } from '../audience/keep-audience';
import { WhoBuilder } from '../audience/who-builder';
import { whoText } from '../audience/who-text';
import { useLoad } from '../load';
import { TestSendButton } from '../series/test-send';
import { useAct } from '../ui/act';
import { Checks } from '../ui/checks';
import { isStale } from '../ui/conflict';
import { useConsole } from '../ui/console';
import { Loaded, Problem } from '../ui/loaded';
import { Page } from '../ui/page';
import { dayText, localDay, timeText } from '../when';
import { firstChannel } from '../words';
import { Again } from './campaign-again';
import { begins, blank, bodyOf, checkCampaign, type Draft, draftOf, startOf } from './campaign-check';
import { CampaignConflict } from './campaign-conflict';
import { When } from './campaign-when';
import { ScheduleButton } from './schedule-button';

interface Known {
  series: SeriesRow[];
  segments: SegmentRow[];
  campaign?: CampaignDetail;
}

export function CampaignEditPage() {
  const { id } = useParams();
  const known = useLoad<Known>(async (signal) => {
    const [series, segments, campaign] = await Promise.all([
      api.seriesList(signal),
      api.segments(signal),
      id ? api.campaign(id, signal) : undefined,
    ]);
    return { series: series.items, segments: segments.items, ...(campaign ? { campaign } : {}) };
  }, id ?? 'new');
  return (
    <Page
      title={id ? 'Edit campaign' : 'New campaign'}
      back={{ to: id ? `/campaigns/${id}` : '/campaigns', label: id ? 'Back to the campaign' : 'All campaigns' }}
    >
      <Loaded load={known}>{(data) => <Form key={id ?? 'new'} known={data} />}</Loaded>
    </Page>
  );
}

function Form({ known }: { known: Known }) {
  const { options } = useConsole();
  const navigate = useNavigate();
  const { series, campaign } = known;
  const [draft, setDraft] = useState<Draft>(() => (campaign ? draftOf(campaign) : blank(series)));
  const [segments, setSegments] = useState(known.segments);
  const [kept, setKept] = useState<CampaignRow | undefined>(campaign);
  const saving = useAct();
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));

  const segment = segments.find(({ id }) => id === draft.segmentId);
  const who = segment?.who ?? draft.who;
  const chosen = series.find(({ seriesId }) => seriesId === draft.seriesId);
  const audience = useAudience({
    who,
    channels: draft.channels.length === 0 ? [firstChannel()] : draft.channels,
    ...(draft.seriesId ? { seriesId: draft.seriesId } : {}),
    ...begins(draft),
    ...startOf(draft),
  });
  const { errors, warnings } = checkCampaign(draft, chosen, audience.data, localDay());
  const wrong = (field: string) => (saving.error?.field === field ? saving.error.message : undefined);

  const stale = isStale(saving.error) ? (saving.error.current as CampaignDetail) : undefined;
  const save = async (on = kept): Promise<CampaignRow> => {
    const row = await api.saveCampaign(bodyOf(draft), on);
    setKept(row);
    return row;
  };
  const keep = async (on = kept) => {
    const row = await saving.run(() => save(on), 'The draft is saved.');
    if (row) navigate(`/campaigns/${row.id}`);
  };
  const again = (restartAfterDays: number | undefined) => {
    const { restartAfterDays: _before, ...rest } = draft;
    setDraft({ ...rest, ...begins({ restartAfterDays }) });
  };
  // Only a series can begin again.
  const choose = (seriesId: string) => {
    const { restartAfterDays, ...rest } = draft;
    const isDrip = series.find((one) => one.seriesId === seriesId)?.kind === 'drip';
    setDraft({ ...rest, seriesId, ...(isDrip ? begins({ restartAfterDays }) : {}) });
  };
  const approved = campaign?.approval.state === 'approved' ? ['It is approved as it was. A change asks again.'] : [];
  const needed = campaign?.approval.needed ?? options.approvalNeeded;
  const askForApproval = async () => {
    const row = await saving.run(async () => {
      const { id, rev } = await save();
      return api.askApproval(id, rev);
    }, 'It waits for approval now.');
    if (row) navigate(`/campaigns/${row.id}`);
  };
  const ofKind = (kind: SeriesRow['kind'], group: string) => ({
    group,
    items: series.filter((one) => one.kind === kind).map(({ seriesId, name }) => ({ value: seriesId, label: name })),
  });

  return (
    <div className="split side">
      <Stack gap="lg">
        <section className="card" aria-labelledby="what">
          <Title order={2} id="what">
            What
          </Title>
          <Stack>
            <TextInput
              label="Name"
              description="Only staff see it"
              required
              maxLength={80}
              value={draft.name}
              onChange={(event) => set({ name: event.currentTarget.value })}
              error={wrong('name')}
            />
            <Select
              label="Sends"
              required
              data={[ofKind('drip', 'A series over several weeks'), ofKind('broadcast', 'One message')].filter(
                ({ items }) => items.length > 0,
              )}
              value={draft.seriesId}
              onChange={(value) => value && choose(value)}
              error={wrong('seriesId')}
            />
            {chosen?.kind === 'drip' ? <Again draft={draft} set={again} error={wrong('restartAfterDays')} /> : null}
            <Group>
              <TestSendButton
                seriesId={draft.seriesId}
                version={campaign?.seriesId === draft.seriesId ? campaign.version : undefined}
              />
            </Group>
          </Stack>
        </section>

        <section className="card" aria-labelledby="who">
          <Title order={2} id="who">
            Who
          </Title>
          <Stack>
            <SegmentedControl
              aria-label="How to choose people"
              value={draft.segmentId ? 'saved' : 'build'}
              onChange={(value) => {
                const { segmentId: _was, ...rest } = draft;
                const [first] = segments;
                setDraft(value === 'saved' && first ? { ...rest, segmentId: first.id } : { ...rest, who });
              }}
              data={[
                { value: 'build', label: 'Put together' },
                { value: 'saved', label: `Saved audience (${segments.length})`, disabled: segments.length === 0 },
              ]}
            />
            {draft.segmentId ? (
              <>
                <Select
                  label="Audience"
                  data={segments.map(({ id, name }) => ({ value: id, label: name }))}
                  value={draft.segmentId}
                  onChange={(value) => value && set({ segmentId: value })}
                  error={wrong('segmentId')}
                />
                <div className="dim">{whoText(who, options)}</div>
              </>
            ) : (
              <>
                <WhoBuilder who={draft.who} onChange={(next) => set({ who: next })} />
                <KeepAudience who={draft.who} onSaved={(saved) => setSegments((before) => [...before, saved])} />
              </>
            )}
          </Stack>
        </section>

        <When draft={draft} set={set} wrong={wrong} />

        <section className="card" aria-labelledby="review">
          <Title order={2} id="review">
            Review
          </Title>
          <Stack>
            <div>
              <b>{chosen?.name ?? 'Nothing chosen'}</b> to <b>{whoText(who, options)}</b>
              {draft.startDate && draft.startTime
                ? `, from ${dayText(draft.startDate)} at ${timeText(draft.startTime)}`
                : ''}
              .
            </div>
            <Checks errors={errors} warnings={[...warnings, ...approved]} />
            {stale && saving.error ? (
              <CampaignConflict
                error={saving.error}
                busy={saving.busy}
                theirs={draftOf(stale)}
                mine={draft}
                segments={segments}
                onTheirs={() => {
                  setDraft(draftOf(stale));
                  setKept(stale);
                  saving.clear();
                }}
                onMine={() => void keep(stale)}
              />
            ) : (
              <Problem error={saving.error} />
            )}
            <Group justify="flex-end">
              <Button
                variant="default"
                loading={saving.busy}
                disabled={draft.name.trim() === ''}
                onClick={() => void keep()}
              >
                Save as draft
              </Button>
              {needed ? (
                <Button loading={saving.busy} disabled={errors.length > 0} onClick={() => void askForApproval()}>
                  {campaign?.approval.state === 'not-asked' || !campaign ? 'Ask for approval' : 'Save, and ask again'}
                </Button>
              ) : null}
              {needed ? null : (
                <ScheduleButton
                  label="Schedule…"
                  disabled={errors.length > 0}
                  prepare={() => saving.run(() => save())}
                  warnings={warnings}
                  after={({ id }) => navigate(`/campaigns/${id}`)}
                />
              )}
            </Group>
          </Stack>
        </section>
      </Stack>
      <div className="sum">
        <AudienceCard load={audience} channels={draft.channels} />
      </div>
    </div>
  );
}
