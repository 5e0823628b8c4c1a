import { Link } from 'react-router';
import type { SeriesRow } from '../../../functions/http/staff/app';
import { api } from '../api';
import { useLoad } from '../load';
import { Chip } from '../ui/chip';
import { Empty, Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { dayText, localDay } from '../when';
import { count, plural, stepName } from '../words';

export function SeriesListPage() {
  const series = useLoad((signal) => api.seriesList(signal), 'series');
  return (
    <Page title="Series" lead="What people read, step by step. Open one to see it as they do, and to change its words.">
      <Loaded load={series}>
        {({ items }) => (
          <section className="card flush" aria-label="All series">
            {items.length === 0 ? (
              <Empty icon="series" title="No series yet">
                Series come with the templates of the practice. See the README there for how to add one.
              </Empty>
            ) : (
              <ul className="rows">
                {items.map((row) => (
                  <li key={row.seriesId}>
                    <Link className="row" to={`/series/${row.seriesId}`}>
                      <div className="grow">
                        <div className="strong">{row.name}</div>
                        <div className="small dim">
                          {row.kind === 'drip' ? `Series of ${plural(row.steps, 'step')}` : 'One message'} · version{' '}
                          {row.version} · review by {dayText(row.reviewBy)}
                        </div>
                      </div>
                      <div className="small">
                        {row.waitingExact ? '' : 'about '}
                        {count(row.waiting)} waiting for a step
                      </div>
                      {row.reviewBy < localDay() ? <Chip tone="warn">Review is due</Chip> : null}
                      <Languages languages={row.languages} />
                      <Approval approval={row.approval} />
                      <Chip tone={row.paused ? 'warn' : 'good'}>{row.paused ? 'Paused' : 'Running'}</Chip>
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </section>
        )}
      </Loaded>
    </Page>
  );
}

/** Whether people who read Spanish get all of it in Spanish. */
export function Languages({ languages }: { languages: SeriesRow['languages'] }) {
  return languages.map(({ locale, whole, missing }) => (
    <Chip key={locale} tone={whole ? 'calm' : 'warn'}>
      {whole ? 'Spanish, too' : `Not in Spanish: ${missing.map(stepName).join(', ')}`}
    </Chip>
  ));
}

export function Approval({ approval }: { approval: 'draft' | 'approved' }) {
  return approval === 'approved' ? <Chip tone="calm">Approved</Chip> : <Chip tone="warn">Not approved yet</Chip>;
}
