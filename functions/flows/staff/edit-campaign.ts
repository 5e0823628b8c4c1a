import type { Who } from '../../core/audience/who';
import { checkWho } from '../../core/audience/who-faults';
import type { ChannelName } from '../../core/base/channel';
import { StridewellError } from '../../core/base/error';
import { newId } from '../../core/base/id';
import { atRev, begin, revise } from '../../core/base/revise';
import { authorsOf, checkApproved, checkApprovedFor, withAuthors } from '../../core/campaigns/approval';
import { type Campaign, type CampaignStatus, checkStart, startsIn } from '../../core/campaigns/campaign';
import type { Asked } from '../../core/campaigns/eligible';
import { checkCount, checkSeen, type Scheduling } from '../../core/campaigns/scheduling';
import type { Staff } from '../../core/practice/staff';
import type { Controls } from '../../core/sending/controls';
import { stopTakes } from '../../core/sending/due';
import { mayGoOut } from '../../core/series/change';
import type { SeriesVersion } from '../../core/series/series';
import { checkAhead } from '../../core/time/ahead';
import type { Campaigns, Clock, ControlSwitches, OfPractice, Random, Segments, Series, Sleep } from '../ports';

export type EditCampaignPorts = Clock &
  Sleep &
  Random &
  OfPractice &
  Series &
  Segments &
  Campaigns &
  ControlSwitches & { stage: string };

/** What staff say of a campaign; an audience of its own or a saved one. */
interface CampaignDraft {
  name: string;
  seriesId: string;
  /** Absent: the newest that may go out. */
  version?: number | undefined;
  segmentId?: string | undefined;
  who?: Who | undefined;
  channels: ChannelName[];
  startDate: string;
  startTime: string;
  restartAfterDays?: number | undefined;
}

const noCampaign = () => new StridewellError('not-found', 'There is no such campaign.');
const wrongTime = (message: string) => new StridewellError('conflict', message);

export async function createCampaign(ports: EditCampaignPorts, draft: CampaignDraft, staff: Staff): Promise<Campaign> {
  const content = await checked(ports, draft);
  const id = newId('cmp', ports.bytes);
  return begin(ports.campaigns, {
    id,
    rev: 0,
    ...content,
    status: 'draft',
    createdAt: ports.now(),
    createdBy: staff.name,
    authors: [staff.sub],
  });
}

/**
 * Only a draft changes: what people were promised stays as it was. `rev` is that of the draft as it was seen. What was
 * approved of it is not what it says now, so approval is asked for again by itself.
 */
export async function changeCampaign(
  ports: EditCampaignPorts,
  id: string,
  rev: number,
  draft: CampaignDraft,
  staff: Pick<Staff, 'sub'>,
): Promise<Campaign> {
  const content = await checked(ports, draft);
  return move(ports, id, ['draft'], 'Only a draft can be changed. Cancel it and make a new one.', (campaign) => {
    atRev(campaign, rev);
    const { restartAfterDays: _before, ...rest } = campaign;
    return { ...rest, ...content, authors: withAuthors(campaign, staff.sub) };
  });
}

export interface SchedulePorts extends EditCampaignPorts {
  /** How many people an audience means: of everyone, or estimated from as many as can be read in time. */
  audience(asked: Asked): Promise<{ people: number }>;
}

/** Freezes the audience's rule and lets the sweep begin, if both are what staff saw and what was approved. */
export async function scheduleCampaign(ports: SchedulePorts, id: string, seen: Scheduling): Promise<Campaign> {
  const campaign = await ports.campaigns.get(id);
  if (!campaign) throw noCampaign();
  if (campaign.status !== 'draft') throw wrongTime('This campaign is scheduled already.');
  atRev(campaign, seen.rev);
  const version = await ports.series.version(campaign.seriesId, campaign.version);
  if (!version) throw new StridewellError('not-found', 'The version of this campaign is gone.', 'version');
  if (!mayGoOut(version, ports.stage))
    throw new StridewellError(
      'not-approved',
      'Nobody has approved these words yet. Have them approved first.',
      'version',
    );
  checkStart(ports.practice.timeZone, campaign, ports.now());
  const segment = campaign.segmentId === '' ? undefined : await ports.segments.get(campaign.segmentId);
  if (campaign.segmentId !== '' && !segment)
    throw new StridewellError('not-found', 'The segment of this campaign is gone.', 'segmentId');
  const who = segment?.who ?? campaign.who;
  checkApproved({ ...campaign, who }, ports.stage);
  checkSeen(who, seen);
  const { people } = await ports.audience({ who, channels: campaign.channels });
  checkCount(seen, people);
  checkApprovedFor(campaign, people);
  const scheduledAt = ports.now();
  return move(ports, id, ['draft'], 'This campaign is scheduled already.', (current) => {
    atRev(current, seen.rev);
    const authors = withAuthors(current, ...(segment ? authorsOf(segment) : []));
    return { ...current, who, authors, status: 'scheduled', scheduledAt };
  });
}

/** The flag first, because the gate reads it; answers when no request that began before can still be under way. */
export async function pauseCampaign(ports: EditCampaignPorts, id: string): Promise<Campaign> {
  await must(ports, id, ['scheduled', 'enrolling', 'running', 'paused'], 'Only a campaign under way can be paused.');
  await flag(ports, id, 'paused');
  const paused = await move(
    ports,
    id,
    ['scheduled', 'enrolling', 'running', 'paused'],
    'It has just ended.',
    (campaign) => ({ ...campaign, status: 'paused' }),
  );
  await ports.sleep(stopTakes);
  return paused;
}

/** The flag last: until it is gone nothing leaves, whatever the status says. `rev` is that of the campaign as it was seen. */
export async function resumeCampaign(ports: EditCampaignPorts, id: string, rev: number): Promise<Campaign> {
  const campaign = await ports.campaigns.get(id);
  if (!campaign) throw noCampaign();
  const { campaigns } = await ports.controls.read();
  if (campaign.status !== 'paused' && campaigns[id] !== 'paused') throw wrongTime('This campaign is not paused.');
  atRev(campaign, rev);
  const resumed = await move(
    ports,
    id,
    ['scheduled', 'enrolling', 'running', 'paused'],
    'This campaign is over.',
    (current) => {
      atRev(current, rev);
      const status = current.sweep === undefined ? 'scheduled' : current.sweep.done ? 'running' : 'enrolling';
      return { ...current, status };
    },
  );
  await flag(ports, id, undefined);
  return resumed;
}

/** For good: the planner stops everyone's run at its next step. The flag stays for ever. */
export async function cancelCampaign(ports: EditCampaignPorts, id: string): Promise<Campaign> {
  const open: CampaignStatus[] = ['draft', 'scheduled', 'enrolling', 'running', 'paused', 'cancelled'];
  await must(ports, id, open, 'This campaign has finished.');
  await flag(ports, id, 'cancelled');
  const cancelled = await move(ports, id, open, 'This campaign has finished.', (campaign) => ({
    ...campaign,
    status: 'cancelled',
  }));
  await ports.sleep(stopTakes);
  return cancelled;
}

async function flag(ports: EditCampaignPorts, id: string, as: 'paused' | 'cancelled' | undefined): Promise<void> {
  const place = { get: () => ports.controls.read(), save: (next: Controls) => ports.controls.save(next) };
  await revise(place, 'controls', (controls) => {
    const { [id]: before, ...others } = controls.campaigns;
    if (before === 'cancelled') return controls;
    return { ...controls, campaigns: as ? { ...others, [id]: as } : others };
  });
}

async function must(ports: EditCampaignPorts, id: string, from: CampaignStatus[], otherwise: string): Promise<void> {
  const campaign = await ports.campaigns.get(id);
  if (!campaign) throw noCampaign();
  if (!from.includes(campaign.status)) throw wrongTime(otherwise);
}

async function move(
  ports: EditCampaignPorts,
  id: string,
  from: CampaignStatus[],
  otherwise: string,
  edit: (campaign: Campaign) => Campaign,
): Promise<Campaign> {
  let refused = false;
  const saved = await revise(ports.campaigns, id, (campaign) => {
    refused = !from.includes(campaign.status);
    return refused ? undefined : edit(campaign);
  });
  if (!saved) throw noCampaign();
  if (refused) throw wrongTime(otherwise);
  return saved;
}

async function checked(ports: EditCampaignPorts, draft: CampaignDraft) {
  const version = await chosen(ports, draft);
  const segment = draft.segmentId ? await ports.segments.get(draft.segmentId) : undefined;
  if (draft.segmentId && !segment) throw new StridewellError('invalid', 'There is no such segment.', 'segmentId');
  const { name, seriesId, startDate, startTime, restartAfterDays } = draft;
  if (restartAfterDays !== undefined && version.kind === 'broadcast')
    throw new StridewellError('invalid', 'Only a series can begin again, not one message.', 'restartAfterDays');
  const { timeZone } = ports.practice;
  // Throws for a date or time that cannot be. A draft may start in the past; it is asked again when it is scheduled.
  checkAhead(startsIn(timeZone, draft), timeZone, ports.now(), 'startDate');
  const who = segment?.who ?? draft.who ?? {};
  checkWho(who, ports.practice);
  return {
    name,
    seriesId,
    version: version.version,
    segmentId: draft.segmentId ?? '',
    who,
    channels: [...new Set(draft.channels)],
    startDate,
    startTime,
    ...(restartAfterDays === undefined ? {} : { restartAfterDays }),
  };
}

/** The version asked for, or the newest one that may go out here; with none approved, the newest (scheduling refuses it). */
async function chosen(ports: EditCampaignPorts, { seriesId, version }: CampaignDraft): Promise<SeriesVersion> {
  const latest = await ports.series.latest(seriesId);
  if (!latest) throw new StridewellError('invalid', 'There is no such series.', 'seriesId');
  if (version !== undefined) {
    const wanted = await ports.series.version(seriesId, version);
    if (!wanted) throw new StridewellError('invalid', 'There is no such version.', 'version');
    return wanted;
  }
  for (let n = latest.version; n >= 1; n -= 1) {
    const one = n === latest.version ? latest : await ports.series.version(seriesId, n);
    if (one && mayGoOut(one, ports.stage)) return one;
  }
  return latest;
}
