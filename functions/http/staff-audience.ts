import { sameWho } from '../core/audience';
import type { Campaign } from '../core/campaign';
import type { Asked } from '../core/eligible';
import { second } from '../core/time';
import { campaignFunnel } from '../flows/campaign-funnel';
import * as flow from '../flows/edit-campaign';
import * as saved from '../flows/edit-segment';
import { subjectOf } from '../flows/show-messages';
import type * as group from './staff-audience-shapes';
import { type Current, missing, type Plain, type StaffPorts, type WithBody, type WithQuery } from './staff-ports';
import type * as shape from './staff-shapes';
import * as view from './staff-view';

export const segments = async ({ ports, query }: WithQuery<typeof shape.pageQuery>) => {
  const { segments, next } = await ports.segments.list(query.limit, query.cursor);
  return view.list(segments.map(view.segmentRow), next);
};

export const createSegment = async ({ ports, body, staff }: WithBody<typeof group.editSegmentSchema>) =>
  view.segmentRow(await saved.createSegment(ports, body.name, body.who, staff));

export const count = ({ ports, body }: WithBody<typeof group.countSchema>) =>
  saved.countAudience(ports, body, body.exact ? 20 * second : undefined);

export const segment = async ({ ports, params }: Current) => {
  const found = await ports.segments.get(params.id);
  if (!found) throw missing();
  return view.segmentRow(found);
};

export const changeSegment = async ({ ports, params, body }: WithBody<typeof group.changeSegmentSchema>) =>
  view.segmentRow(await saved.changeSegment(ports, params.id, body));

export const campaigns = async ({ ports, query }: WithQuery<typeof shape.pageQuery>) => {
  const { campaigns, next } = await ports.campaigns.list(query.limit, query.cursor);
  return view.list(campaigns.map(view.campaignRow), next);
};

export const createCampaign = async ({ ports, body, staff }: WithBody<typeof group.editCampaignSchema>) =>
  view.campaignRow(await flow.createCampaign(ports, body, staff));

export const campaign = async ({ ports, params }: Plain) => {
  const found = await stored(ports, params.id);
  const [{ outcomes, steps, exact }, version] = await Promise.all([
    campaignFunnel(ports, found),
    ports.series.version(found.seriesId, found.version),
  ]);
  return {
    ...(await withSegment(ports, found)),
    ...(found.sweep ? { sweep: view.sweepView(found.sweep) } : {}),
    ...(found.again ? { again: { seen: found.again.seen } } : {}),
    steps: steps.map((step) => ({ ...step, subject: subjectOf(ports.practice, version, step.stepId) })),
    outcomes,
    outcomesExact: exact,
  };
};

export const campaignNow = async ({ ports, params }: Current) => withSegment(ports, await stored(ports, params.id));

async function stored({ campaigns }: StaffPorts, id: string): Promise<Campaign> {
  const found = await campaigns.get(id);
  if (!found) throw missing();
  return found;
}

/** A draft goes to whomever its segment means when it is scheduled; from then on its rule is its own. */
async function withSegment(ports: StaffPorts, campaign: Campaign) {
  const row = view.campaignRow(campaign);
  const found = campaign.segmentId === '' ? undefined : await ports.segments.get(campaign.segmentId);
  if (!found) return row;
  const isDraft = campaign.status === 'draft';
  const { name, who } = found;
  return {
    ...row,
    ...(isDraft ? { who } : {}),
    segment: { name, who, changed: !isDraft && !sameWho(who, campaign.who) },
  };
}

export const changeCampaign = async ({
  ports,
  params,
  body: { rev, ...draft },
}: WithBody<typeof group.changeCampaignSchema>) =>
  view.campaignRow(await flow.changeCampaign(ports, params.id, rev, draft));

export const schedule = async ({ ports, params, body }: WithBody<typeof group.scheduleSchema>) => {
  const audience = (asked: Asked) => saved.countAudience(ports, asked, 20 * second);
  return view.campaignRow(await flow.scheduleCampaign({ ...ports, audience }, params.id, body));
};

export const pause = async ({ ports, params }: Plain) => view.campaignRow(await flow.pauseCampaign(ports, params.id));

export const resume = async ({ ports, params, body }: WithBody<typeof shape.seenSchema>) =>
  view.campaignRow(await flow.resumeCampaign(ports, params.id, body.rev));

export const cancel = async ({ ports, params }: Plain) => view.campaignRow(await flow.cancelCampaign(ports, params.id));
