import { Alert, Button, Group, SegmentedControl, Select, Stack, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { PreviewRequest, SeriesDetail } from '../../../functions/http/staff/app';
import { api, type Sample } from '../api';
import { MailPreview } from '../inbox/mail-preview';
import { useLoad } from '../load';
import { useConsole } from '../ui/console';
import { Icon } from '../ui/icons';
import { Failed, Loaded, Problem, Waiting } from '../ui/loaded';
import { momentAt } from '../when';
import { channelChoices, channelOption, localeNames, stepName } from '../words';
import { usePreview, wrongFields } from './live-preview';
import { PathRail, type Stop } from './path-rail';
import { SaveBar, useGuard, useSave } from './save-version';
import { SeriesDiff, sidesOf } from './series-diff';
import { TestSendButton } from './test-send';
import {
  asEdit,
  changed,
  editOf,
  inLocale,
  isWritten,
  keyOf,
  type Locale,
  type Place,
  placeFor,
  placeOf,
  type Wording,
  wordingAt,
} from './wording';
import { WordsCard } from './words-card';

/** What somebody is looking at. The page keeps it, so that a new version opens where they were. */
export interface DeskView {
  sample?: string;
  channel: ChannelName;
  startDay: string;
  locale?: Locale;
  picked?: Place | undefined;
}

interface Shown {
  series: SeriesDetail;
  view: DeskView;
  setView: (change: (before: DeskView) => DeskView) => void;
  onSaved: () => void;
}

/** A series as one chosen person would live it, with the words of each step beside the preview. */
export function SeriesDesk(shown: Shown) {
  const samples = useLoad((signal) => api.samples(signal), 'samples');
  return (
    <Loaded load={samples} rows={3}>
      {({ items }) => <Desk {...shown} samples={items} />}
    </Loaded>
  );
}

type ChannelName = PreviewRequest['channel'];

function Desk({
  series: { version, versions, reads },
  view,
  setView,
  samples,
  onSaved,
}: Shown & { samples: Sample[] }) {
  const { can, config } = useConsole();
  const { channel, startDay, locale = 'en', sample = samples[0]?.id ?? '' } = view;
  const set = (change: Partial<DeskView>) => setView((before) => ({ ...before, ...change }));
  const [drafts, setDrafts] = useState<Record<string, Wording>>({});
  const seriesId = version.seriesId;

  const path = useLoad(
    (signal) =>
      api.path(
        {
          seriesId,
          version: version.version,
          sample,
          locale,
          channel,
          ...(startDay ? { startAt: momentAt(startDay, '09:00') } : {}),
        },
        signal,
      ),
    JSON.stringify([seriesId, version.version, sample, locale, channel, startDay]),
  );
  const onPath = path.data?.items ?? [];
  const first = onPath[0]?.stepId ?? Object.keys(version.steps)[0] ?? '';
  // Another version may lack the step.
  const picked = view.picked && wordingAt(version, view.picked) ? view.picked : undefined;
  const place = inLocale(picked ?? placeFor(reads, first, sample), locale);
  const { stepId } = place;
  const key = keyOf(place);
  const original = wordingAt(version, place);
  const edits = Object.keys(drafts).length;
  const latest = version.version === Math.max(...versions);
  const readOnly = !latest || !can('marketer');

  const written = isWritten(version, place);
  // An edit is shown, and the words of a variant that this person does not read.
  const isTheirs = keyOf(inLocale(placeFor(reads, stepId, sample), locale)) === key;
  const shown = drafts[key] ?? (isTheirs || !written ? undefined : original);
  const edited = shown && asEdit(shown, place);
  const preview = usePreview({ seriesId, version: version.version, stepId, sample, locale, channel }, edited);
  const save = useSave(seriesId, () => editOf(version, drafts), onSaved);
  const wrong = wrongFields(key, save.error, preview.error);
  useGuard(edits > 0 && !save.saved);

  const choose = (next: string) => set({ picked: placeFor(reads, next, sample) });
  const change = (next: Wording) => {
    const { [key]: _was, ...rest } = drafts;
    setDrafts(original && Object.keys(changed(original, next)).length === 0 ? rest : { ...rest, [key]: next });
  };
  const touched = (id: string) => Object.keys(drafts).some((one) => placeOf(one).stepId === id);
  const stops: Stop[] = onPath.map((stop) => ({ ...stop, changed: touched(stop.stepId) }));
  const others = Object.keys(version.steps).filter((id) => !onPath.some((stop) => stop.stepId === id));

  return (
    <Stack gap="lg">
      <section className="card" aria-labelledby="way">
        <Title
          order={2}
          id="way"
          style={{ position: 'absolute', clipPath: 'inset(50%)', width: 1, height: 1, overflow: 'hidden' }}
        >
          What this person would get, and when
        </Title>
        <Group align="flex-end" gap="sm" mb="md">
          <Select
            label="As it would reach"
            style={{ flex: '1 1 300px' }}
            data={samples.map(({ id, name, what }) => ({ value: id, label: `${name}: ${what}` }))}
            value={sample}
            onChange={(value) => value && set({ sample: value, picked: undefined })}
          />
          <SegmentedControl
            aria-label="Channel"
            value={channel}
            onChange={(value) => set({ channel: value as ChannelName })}
            data={channelChoices()}
          />
          <SegmentedControl
            aria-label="Language"
            value={locale}
            onChange={(value) => set({ locale: value as Locale })}
            data={localeNames}
          />
          <TextInput
            type="date"
            label="Confirmed on"
            value={startDay}
            onChange={(event) => set({ startDay: event.currentTarget.value })}
          />
        </Group>
        {path.error ? (
          <Failed error={path.error} retry={path.reload} />
        ) : path.data ? (
          <PathRail stops={stops} chosen={stepId} onChoose={choose} label="Steps with their days" />
        ) : (
          <Waiting rows={1} />
        )}
        {path.data && others.length > 0 ? (
          <Group gap={6} className="small">
            <span className="dim">Not on this person’s way:</span>
            {others.map((id) => (
              <Button
                key={id}
                size="compact-sm"
                variant={id === stepId ? 'filled' : 'default'}
                aria-pressed={id === stepId}
                onClick={() => choose(id)}
              >
                {stepName(id)}
                {touched(id) ? ' (changed)' : ''}
              </Button>
            ))}
          </Group>
        ) : null}
      </section>

      <div className="split half">
        <section className="card stay" aria-labelledby="preview">
          <Group justify="space-between" className="head">
            <Title order={2} id="preview">
              {stepName(stepId)}, as they see it
            </Title>
            <TestSendButton
              seriesId={seriesId}
              version={version.version}
              shown={{ stepId, sample, locale, channel, words: edited, edited: drafts[key] !== undefined }}
            />
          </Group>
          {preview.data?.skipped ? (
            <Alert
              color="yellow"
              variant="outline"
              icon={<Icon name="warn" />}
              mb="sm"
              styles={{ message: { color: 'var(--warn)' } }}
            >
              This person would not get it. {preview.data.skipped}
            </Alert>
          ) : null}
          {preview.data && preview.error ? (
            <p className="small dim">Shown with the last words that had no mistake.</p>
          ) : null}
          {preview.data ? (
            <MailPreview
              key={channel}
              mail={preview.data}
              sms={preview.data.sms}
              from={config.practiceName}
              busy={preview.busy}
              {...(channelOption(channel).form === 'text' ? { start: 'text' as const } : {})}
            />
          ) : preview.error ? (
            <Problem error={preview.error} />
          ) : (
            <Waiting rows={4} />
          )}
        </section>
        <WordsCard
          place={place}
          version={version}
          words={drafts[key] ?? original}
          wrong={wrong}
          latest={latest}
          readOnly={readOnly}
          onChange={change}
          onPick={(picked) => set({ picked })}
          {...(drafts[key] && original ? { undo: () => change(original) } : {})}
        />
      </div>
      {edits > 0 ? (
        <SaveBar
          edits={edits}
          save={save}
          diff={<SeriesDiff version={version} drafts={drafts} />}
          sides={(theirs) => sidesOf(version, theirs.version, drafts)}
          next={version.version + 1}
          drop={() => setDrafts({})}
          reload={onSaved}
        />
      ) : null}
    </Stack>
  );
}
