import { second } from '../core/time';
import { campaignFunnel } from '../flows/campaign-funnel';
import * as flow from '../flows/edit-campaign';
import * as saved from '../flows/edit-segment';
import { subjectOf } from '../flows/show-messages';
import { missing, type Plain, type WithBody, type WithQuery } from './staff-ports';
import type * as shape from './staff-shapes';
import * as view from './staff-view';

export const segments = async ({ ports, query }: WithQuery<typeof shape.pageQuery>) => {
  const { segments, next } = await ports.segments.list(query.limit, query.cursor);
  return view.list(segments.map(view.segmentRow), next);
};

export const createSegment = async ({ ports, body, staff }: WithBody<typeof shape.editSegmentSchema>) =>
  view.segmentRow(await saved.createSegment(ports, body.name, body.who, staff));

export const count = ({ ports, body }: WithBody<typeof shape.countSchema>) =>
  saved.countAudience(ports, body, body.exact ? 20 * second : undefined);

export const segment = async ({ ports, params }: Plain) => {
  const found = await ports.segments.get(params.id);
  if (!found) throw missing();
  return view.segmentRow(found);
};

export const changeSegment = async ({ ports, params, body }: WithBody<typeof shape.editSegmentSchema>) =>
  view.segmentRow(await saved.changeSegment(ports, params.id, body.name, body.who));

export const campaigns = async ({ ports, query }: WithQuery<typeof shape.pageQuery>) => {
  const { campaigns, next } = await ports.campaigns.list(query.limit, query.cursor);
  return view.list(campaigns.map(view.campaignRow), next);
};

export const createCampaign = async ({ ports, body, staff }: WithBody<typeof shape.editCampaignSchema>) =>
  view.campaignRow(await flow.createCampaign(ports, body, staff));

export const campaign = async ({ ports, params }: Plain) => {
  const found = await ports.campaigns.get(params.id);
  if (!found) throw missing();
  const [{ outcomes, steps, exact }, version] = await Promise.all([
    campaignFunnel(ports, found),
    ports.series.version(found.seriesId, found.version),
  ]);
  return {
    ...view.campaignRow(found),
    ...(found.sweep ? { sweep: view.sweepView(found.sweep) } : {}),
    ...(found.again ? { again: { seen: found.again.seen } } : {}),
    steps: steps.map((step) => ({ ...step, subject: subjectOf(ports.practice, version, step.stepId) })),
    outcomes,
    outcomesExact: exact,
  };
};

export const changeCampaign = async ({ ports, params, body }: WithBody<typeof shape.editCampaignSchema>) =>
  view.campaignRow(await flow.changeCampaign(ports, params.id, body));

export const schedule = async ({ ports, params }: Plain) =>
  view.campaignRow(await flow.scheduleCampaign(ports, params.id));

export const pause = async ({ ports, params }: Plain) => view.campaignRow(await flow.pauseCampaign(ports, params.id));

export const resume = async ({ ports, params }: Plain) => view.campaignRow(await flow.resumeCampaign(ports, params.id));

export const cancel = async ({ ports, params }: Plain) => view.campaignRow(await flow.cancelCampaign(ports, params.id));
