import type { ChannelName } from '../../core/base/channel';
import { type Instant, iso } from '../../core/base/time';
import { isWrittenBy, needsApproval } from '../../core/campaigns/approval';
import type { Campaign, Segment } from '../../core/campaigns/campaign';
import { approvalState, standingOf, undoableUntil } from '../../core/campaigns/campaign-standing';
import type { Staff } from '../../core/practice/staff';
import { reasonText } from '../../core/reporting/reason';
import type { Audience } from '../../flows/staff/edit-segment';
import type { CampaignRow, SegmentRow } from './shapes/audience';
import { moment } from './view';

/** Audiences and campaigns, as the console hears of them. */

export const segmentRow = ({ id, rev, name, who, createdAt, createdBy }: Segment): SegmentRow => ({
  id,
  rev,
  name,
  who,
  createdAt: iso(createdAt),
  createdBy,
});

interface Viewing {
  now: Instant;
  stage: string;
  home: string;
  staff: Pick<Staff, 'sub' | 'name'> | undefined;
}

export const campaignRow = (campaign: Campaign, { now, stage, home, staff }: Viewing): CampaignRow => ({
  id: campaign.id,
  rev: campaign.rev,
  name: campaign.name,
  seriesId: campaign.seriesId,
  version: campaign.version,
  segmentId: campaign.segmentId || undefined,
  who: campaign.who,
  channels: [...campaign.channels] as ChannelName[],
  startDate: campaign.startDate,
  startTime: campaign.startTime,
  restartAfterDays: campaign.restartAfterDays,
  status: campaign.status,
  standing: standingOf(campaign, home, now),
  approval: {
    state: approvalState(campaign),
    needed: needsApproval(campaign, stage),
    askedAt: moment(campaign.asked?.at),
    askedBy: campaign.asked?.by,
    at: moment(campaign.approval?.at),
    by: campaign.approval?.name,
    people: campaign.approval?.people,
    yours: staff !== undefined && isWrittenBy(campaign, staff),
  },
  reached: campaign.status === 'finished' ? campaign.reached?.people : undefined,
  undoUntil: moment(undoableUntil(campaign, now)),
  createdAt: iso(campaign.createdAt),
  createdBy: campaign.createdBy,
});

/** Reasons in the one table's words, the commonest first. */
const counted = (by: Partial<Record<string, number>>) =>
  Object.entries(by)
    .map(([code, count = 0]) => ({ code, reason: reasonText(code), count }))
    .sort((a, b) => b.count - a.count);

export const audienceView = ({ leftOut, delayed, meets, ...rest }: Audience, names: ReadonlyMap<string, string>) => ({
  ...rest,
  leftOut: counted(leftOut),
  delayed: counted(delayed),
  meets: meetsView(meets, names),
});

export const meetsView = (meets: Audience['meets'], names: ReadonlyMap<string, string>) =>
  Object.entries(meets).map(([id, people]) => ({ id, name: names.get(id) ?? id, people }));

export const sweepView = ({ seen, enrolled, skipped, people, done }: NonNullable<Campaign['sweep']>) => ({
  seen,
  enrolled,
  skipped: counted(skipped).map(({ reason, count }) => ({ reason, count })),
  ...(people ? { people: { meant: people.meant, joined: people.joined, left: counted(people.left) } } : {}),
  done,
});
