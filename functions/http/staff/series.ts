import { iso } from '../../core/base/time';
import { reasonText } from '../../core/reporting/reason';
import { languagesOf, warningsOf } from '../../core/series/lint-series';
import { sampleOf } from '../../core/series/sample';
import type { SeriesVersion } from '../../core/series/series';
import { variantFor } from '../../core/series/step';
import { previewPath, previewStep } from '../../flows/reports/preview';
import { pauseSeries, resumeSeries } from '../../flows/staff/edit-controls';
import { countWaiting } from '../../flows/staff/edit-segment';
import { approveSeries, editSeries } from '../../flows/staff/edit-series';
import { mayAct } from './auth';
import { type Current, done, missing, type Plain, type StaffPorts, type WithBody, type WithQuery } from './ports';
import type * as shape from './shapes/api';
import * as view from './view';

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

export const version = ({ ports, params, query }: WithQuery<typeof shape.versionQuery>) =>
  detail(ports, params.id, query.version);

async function detail(ports: StaffPorts, id: string, n?: number) {
  const found: SeriesVersion | undefined =
    n === undefined ? await ports.series.latest(id) : await ports.series.version(id, n);
  if (!found) throw missing();
  const { author, approvedBy: _approvedBy, accepted = [], ...version } = found;
  const [{ versions }, controls] = await Promise.all([ports.series.versions(id, 100), ports.controls.read()]);
  return {
    rev: version.version,
    controlsRev: controls.rev,
    version,
    author,
    languages: languagesOf(version),
    warnings: warningsOf(version).map(({ name, message }) => ({ name, message })),
    accepted,
    versions: versions.map((one) => one.version),
    paused: controls.pausedSeries.includes(id),
    reads: Object.fromEntries(ports.practice.questions.samples.map((one) => [one.id, readsOf(ports, found, one.id)])),
  };
}

/** The steps at which a sample person reads a variant, and which. */
function readsOf({ practice, now }: StaffPorts, version: SeriesVersion, sample: string): Record<string, number> {
  const { profile } = sampleOf(practice, sample, now());
  const places = Object.keys(version.steps).map((id) => [id, variantFor(version, id, profile)] as const);
  return Object.fromEntries(places.filter((one): one is readonly [string, number] => one[1] !== undefined));
}

/** The newest version, as a conflict shows it. */
export const newest = ({ ports, params }: Current) => detail(ports, params.id);

export const edit = async ({ ports, params, body, staff }: WithBody<typeof shape.editSeriesSchema>) => {
  const version = await editSeries(ports, params.id, body.rev, body, staff);
  return { version, rev: version };
};

export const approve = async ({ ports, params, body, staff }: WithBody<typeof shape.approveWordsSchema>) => {
  await approveSeries(ports, params.id, params.version, staff, body.accepted);
  return done;
};

export const pause = async ({ ports, params }: Plain) => {
  const { rev } = await pauseSeries(ports, params.id);
  return { paused: true, acknowledged: true as const, rev };
};

/** A marketer may stop; what the service itself stopped goes on when an approver says so. */
export const resume = async ({ ports, params, body, staff }: WithBody<typeof shape.seenSchema>) => {
  const { rev } = await resumeSeries(ports, params.id, body.rev, mayAct(staff, 'approver'));
  return { paused: false, acknowledged: true as const, rev };
};

export const listSamples = ({ ports }: Plain) =>
  view.list(ports.practice.questions.samples.map(({ id, name, what }) => ({ id, name, what })));

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
