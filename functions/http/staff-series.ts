import type { EditedVersion } from '../core/change';
import { reasonText } from '../core/reason';
import { samples } from '../core/sample';
import { iso } from '../core/time';
import { pauseSeries } from '../flows/edit-controls';
import { countWaiting } from '../flows/edit-segment';
import { approveSeries, editSeries } from '../flows/edit-series';
import { previewPath, previewStep } from '../flows/preview';
import { done, missing, type Plain, type WithBody, type WithQuery } from './staff-ports';
import type * as shape from './staff-shapes';
import * as view from './staff-view';

export const series = async ({ ports, query }: WithQuery<typeof shape.pageQuery>) => {
  const [{ series, next }, controls, waiting] = await Promise.all([
    ports.series.list(query.limit, query.cursor),
    ports.controls.read(),
    countWaiting(ports),
  ]);
  return view.list(
    series.map((one) => view.seriesRow(one, controls, waiting.bySeries[one.seriesId] ?? 0, waiting.exact)),
    next,
  );
};

export const version = async ({ ports, params, query }: WithQuery<typeof shape.versionQuery>) => {
  const found: EditedVersion | undefined =
    query.version === undefined
      ? await ports.series.latest(params.id)
      : await ports.series.version(params.id, query.version);
  if (!found) throw missing();
  const { author, approvedBy: _approvedBy, ...version } = found;
  const [{ versions }, controls] = await Promise.all([ports.series.versions(params.id, 100), ports.controls.read()]);
  return {
    version,
    author,
    versions: versions.map((one) => one.version),
    paused: controls.pausedSeries.includes(params.id),
  };
};

export const edit = async ({ ports, params, body, staff }: WithBody<typeof shape.editSeriesSchema>) => ({
  version: await editSeries(ports, params.id, body.base, body, staff),
});

export const approve = async ({ ports, params, staff }: Plain) => {
  await approveSeries(ports, params.id, params.version, staff);
  return done;
};

export const pause = async ({ ports, params }: Plain) => {
  await pauseSeries(ports, params.id, true);
  return { paused: true, acknowledged: true as const };
};

export const resume = async ({ ports, params }: Plain) => {
  await pauseSeries(ports, params.id, false);
  return { paused: false, acknowledged: true as const };
};

export const listSamples = () => view.list(samples);

export const preview = async ({ ports, body }: WithBody<typeof shape.previewSchema>) => {
  const { skipped, ...shown } = await previewStep(ports, body);
  return { ...shown, ...(skipped ? { skipped: reasonText(skipped) } : {}) };
};

export const path = async ({ ports, body: { startAt, ...wanted } }: WithBody<typeof shape.pathRequestSchema>) => {
  const steps = await previewPath(ports, {
    ...wanted,
    startAt: startAt === undefined ? undefined : Date.parse(startAt),
  });
  return view.list(steps.map((step) => ({ ...step, at: iso(step.at) })));
};
