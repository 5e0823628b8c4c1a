import { StridewellError } from '../../core/base/error';
import type { Staff } from '../../core/practice/staff';
import { type Edits, editVersion, mayApprove } from '../../core/series/change';
import type { SeriesVersion } from '../../core/series/series';
import type { OfPractice, Series } from '../ports';

export type EditSeriesPorts = OfPractice & Series<'latest' | 'version' | 'publish' | 'approve'>;

const noSeries = () => new StridewellError('not-found', 'There is no such series.', 'seriesId');
const moved = () =>
  new StridewellError(
    'conflict',
    'Someone else has saved a newer version. Compare both, then save your change on top of it.',
    'rev',
  );

/**
 * Saves edited words as the next version, a draft. `rev` is the number of the version they were edited in. Two people who
 * edit the same version: the second is told.
 */
export async function editSeries(
  ports: EditSeriesPorts,
  seriesId: string,
  rev: number,
  edits: Edits,
  staff: Staff,
): Promise<number> {
  const latest = await ports.series.latest(seriesId);
  if (!latest) throw noSeries();
  if (latest.version !== rev) throw moved();
  const next = editVersion(latest, edits, staff.sub, ports.practice);
  if (!(await ports.series.publish(next))) throw moved();
  return next.version;
}

/** A clinician's word that this version may go out, in spite of the warnings they name. Idempotent. */
export async function approveSeries(
  ports: EditSeriesPorts,
  seriesId: string,
  version: number,
  staff: Staff,
  accepted: readonly string[] = [],
): Promise<void> {
  const found: SeriesVersion | undefined = await ports.series.version(seriesId, version);
  if (!found) throw noSeries();
  if (found.approval === 'approved') return;
  const warnings = mayApprove(found, staff.sub, accepted);
  await ports.series.approve(seriesId, version, staff.sub, warnings);
}
