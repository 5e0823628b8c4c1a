import { Group, Select, Title } from '@mantine/core';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { SeriesDetail } from '../../../functions/http/staff/app';
import { api } from '../api';
import { useLoad } from '../load';
import { ConfirmButton } from '../ui/act';
import { Chip } from '../ui/chip';
import { useConsole } from '../ui/console';
import { Icon } from '../ui/icons';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { dayText, localDay } from '../when';
import { firstChannel, plural } from '../words';
import { ApproveWords } from './approve-words';
import { type DeskView, SeriesDesk } from './series-desk';
import { Approval, Languages } from './series-list';
import { SeriesPaths } from './series-paths';

export function SeriesPage() {
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('version')) || undefined;
  const [turn, setTurn] = useState(0);
  const [view, setView] = useState<DeskView>(() => ({ channel: firstChannel(), startDay: localDay() }));
  const series = useLoad((signal) => api.series(id, asked, signal), `${id} ${asked ?? 'latest'}`);
  const row = useLoad(
    (signal) => api.seriesList(signal).then(({ items }) => items.find((one) => one.seriesId === id)),
    `waiting ${id}`,
  );
  const { data } = series;
  const saved = () => {
    setSearch({}, { replace: true });
    series.reload();
    setTurn((n) => n + 1);
  };
  return (
    <Page
      title={data?.version.name ?? 'Series'}
      back={{ to: '/series', label: 'All series' }}
      lead={
        data ? (
          <Group gap={8} mt={6}>
            <Chip tone={data.paused ? 'warn' : 'good'}>{data.paused ? 'Paused' : 'Running'}</Chip>
            <Approval approval={data.version.approval} />
            <Languages languages={data.languages} />
            {data.version.reviewBy < localDay() ? <Chip tone="warn">Review is due</Chip> : null}
            <span className="small">
              Version {data.version.version}
              {data.author && !/^[0-9a-f-]{36}$/.test(data.author) ? `, written by ${data.author}` : ''} · review by{' '}
              {dayText(data.version.reviewBy)}
              {row.data
                ? ` · ${row.data.waitingExact ? '' : 'about '}${plural(row.data.waiting, 'person', 'people')} waiting for a step`
                : ''}
            </span>
          </Group>
        ) : undefined
      }
      actions={
        data ? (
          <Actions
            series={data}
            reload={series.reload}
            onVersion={(version) =>
              setSearch(version === Math.max(...data.versions) ? {} : { version: String(version) })
            }
          />
        ) : undefined
      }
    >
      <Loaded load={series} rows={3}>
        {(known) => (
          <>
            <SeriesDesk
              key={`${known.version.version} ${turn}`}
              series={known}
              view={view}
              setView={setView}
              onSaved={saved}
            />
            <section className="card" aria-labelledby="paths">
              <Title order={2} id="paths">
                Who walks which path
              </Title>
              <SeriesPaths version={known.version} />
            </section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Actions({
  series,
  reload,
  onVersion,
}: {
  series: SeriesDetail;
  reload: () => void;
  onVersion: (version: number) => void;
}) {
  const { can, reloadControls } = useConsole();
  const { version, versions, paused } = series;
  const id = version.seriesId;
  const latest = Math.max(...versions);
  const after = () => {
    reload();
    reloadControls();
  };
  return (
    <>
      <Select
        aria-label="Version"
        w={165}
        data={[...versions]
          .sort((a, b) => b - a)
          .map((n) => ({ value: String(n), label: n === latest ? `Version ${n} (now)` : `Version ${n}` }))}
        value={String(version.version)}
        onChange={(value) => value && onVersion(Number(value))}
      />
      {version.approval === 'draft' && can('approver') ? <ApproveWords series={series} after={after} /> : null}
      {can('marketer') ? (
        paused ? (
          <ConfirmButton<SeriesDetail>
            label="Resume"
            leftSection={<Icon name="play" size={18} />}
            title="Resume this series?"
            yes="Resume"
            done="The series goes on."
            act={(now = series) => api.resumeSeries(id, now.controlsRev)}
            after={after}
          >
            Messages that became due meanwhile go out in their usual hours. Those whose time has passed are skipped with
            a reason.
          </ConfirmButton>
        ) : (
          <ConfirmButton
            label="Pause"
            leftSection={<Icon name="pause" size={18} />}
            title="Pause this series?"
            yes="Pause it"
            done="The series is paused. No further message of it starts."
            act={() => api.pauseSeries(id)}
            after={after}
          >
            Nobody gets a message of it until you resume. People keep their place.
          </ConfirmButton>
        )
      ) : null}
    </>
  );
}
