import { sameWho } from '../../core/audience/audience';
import type { Campaign } from '../../core/campaigns/campaign';
import type { Staff } from '../../core/practice/staff';
import { campaignFunnel } from '../../flows/reports/campaign-funnel';
import { subjectOf } from '../../flows/reports/show-messages';
import * as approving from '../../flows/staff/approve-campaign';
import * as flow from '../../flows/staff/edit-campaign';
import * as saved from '../../flows/staff/edit-segment';
import * as view from './audience-view';
import { audience, meeting } from './count';
import { type Current, missing, type Plain, type StaffPorts, type WithBody, type WithQuery } from './ports';
import type * as shape from './shapes/api';
import type * as group from './shapes/audience';
import { list } from './view';

export const segments = async ({ ports, query }: WithQuery<typeof shape.pageQuery>) => {
  const { segments, next } = await ports.segments.list(query.limit, query.cursor);
  return list(segments.map(view.segmentRow), next);
};

export const createSegment = async ({ ports, body, staff }: WithBody<typeof group.editSegmentSchema>) =>
  view.segmentRow(await saved.createSegment(ports, body.name, body.who, staff));

export const segment = async ({ ports, params }: Current) => {
  const found = await ports.segments.get(params.id);
  if (!found) throw missing();
  return view.segmentRow(found);
};

export const changeSegment = async ({ ports, params, body, staff }: WithBody<typeof group.changeSegmentSchema>) =>
  view.segmentRow(await saved.changeSegment(ports, params.id, body, staff));

const rowOf = async (ports: StaffPorts, campaign: Campaign, staff?: Staff) =>
  rowAsMeant(ports, await approving.asMeant(ports, campaign), staff);

const rowAsMeant = ({ now, stage, practice }: StaffPorts, meant: Campaign, staff: Staff | undefined) =>
  view.campaignRow(meant, { now: now(), stage, home: practice.timeZone, staff });

export const campaigns = async ({ ports, query, staff }: WithQuery<typeof shape.pageQuery>) => {
  const { campaigns, next } = await ports.campaigns.list(query.limit, query.cursor);
  return list(await Promise.all(campaigns.map((one) => rowOf(ports, one, staff))), next);
};

export const createCampaign = async ({ ports, body, staff }: WithBody<typeof group.editCampaignSchema>) =>
  rowOf(ports, await flow.createCampaign(ports, body, staff), staff);

export const campaign = async ({ ports, params, staff }: Plain) => {
  const found = await stored(ports, params.id);
  const [{ outcomes, steps, exact }, version] = await Promise.all([
    campaignFunnel(ports, found),
    ports.series.version(found.seriesId, found.version),
  ]);
  return {
    ...(await withSegment(ports, found, staff)),
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

async function withSegment(ports: StaffPorts, campaign: Campaign, staff?: Staff) {
  const found = campaign.segmentId === '' ? undefined : await ports.segments.get(campaign.segmentId);
  const row = rowAsMeant(ports, approving.meantBy(campaign, found), staff);
  if (!found) return row;
  const { name, who } = found;
  return { ...row, segment: { name, who, changed: campaign.status !== 'draft' && !sameWho(who, campaign.who) } };
}

export const changeCampaign = async ({
  ports,
  params,
  body: { rev, ...draft },
  staff,
}: WithBody<typeof group.changeCampaignSchema>) =>
  rowOf(ports, await flow.changeCampaign(ports, params.id, rev, draft, staff), staff);

export const askForApproval = async ({ ports, params, body, staff }: WithBody<typeof shape.seenSchema>) =>
  rowOf(ports, await approving.askForApproval(ports, params.id, body.rev, staff), staff);

export const approve = async ({ ports, params, body, staff }: WithBody<typeof group.approveSchema>) => {
  const counted = { ...ports, audience: audience(ports) };
  return rowOf(ports, await approving.approveCampaign(counted, params.id, body, staff), staff);
};

export const schedule = async ({ ports, params, body, staff }: WithBody<typeof group.scheduleSchema>) => {
  const { meets, ...counting } = meeting(ports, params.id);
  const saved = await flow.scheduleCampaign({ ...ports, ...counting }, params.id, body);
  return { ...(await rowOf(ports, saved, staff)), meets: meets() };
};

export const pause = async ({ ports, params, staff }: Plain) =>
  rowOf(ports, await flow.pauseCampaign(ports, params.id), staff);

export const resume = async ({ ports, params, body, staff }: WithBody<typeof shape.seenSchema>) =>
  rowOf(ports, await flow.resumeCampaign(ports, params.id, body.rev), staff);

export const cancel = async ({ ports, params, staff }: Plain) =>
  rowOf(ports, await flow.cancelCampaign(ports, params.id), staff);
