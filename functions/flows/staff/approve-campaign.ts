import { StridewellError } from '../../core/base/error';
import { atRev, revise } from '../../core/base/revise';
import { authorsOf, contentOf, isApproved, mayApproveCampaign, withAuthors } from '../../core/campaigns/approval';
import { type Campaign, checkStart, type Segment } from '../../core/campaigns/campaign';
import type { Asked } from '../../core/campaigns/eligible';
import { type Approving, checkCount, checkRule } from '../../core/campaigns/scheduling';
import type { Staff } from '../../core/practice/staff';
import type { Campaigns, Clock, OfPractice, Segments } from '../ports';

type ApproveCampaignPorts = Clock & OfPractice<'timeZone'> & Segments & Campaigns;

interface ApprovePorts extends ApproveCampaignPorts {
  /** How many people an audience means: of everyone, or estimated from as many as can be read in time. */
  audience(asked: Asked): Promise<{ people: number }>;
}

const noCampaign = () => new StridewellError('not-found', 'There is no such campaign.');

/** A draft has the rule of its segment, and so its authors, until it is scheduled; from then on its rule is its own. */
export const meantBy = (campaign: Campaign, segment: Segment | undefined): Campaign =>
  campaign.status === 'draft' && segment
    ? { ...campaign, who: segment.who, authors: withAuthors(campaign, ...authorsOf(segment)) }
    : campaign;

/** A draft as it would go out if it were scheduled now: its segment's rule is the one of today. */
export async function asMeant<P extends Pick<ApproveCampaignPorts, 'segments'>>(
  { segments }: P,
  campaign: Campaign,
): Promise<Campaign> {
  if (campaign.status !== 'draft' || campaign.segmentId === '') return campaign;
  return meantBy(campaign, await segments.get(campaign.segmentId));
}

/** Puts a draft in front of approvers. From then on it waits for one of them, on every stage. */
export async function askForApproval(
  ports: ApproveCampaignPorts,
  id: string,
  rev: number,
  staff: Staff,
): Promise<Campaign> {
  const asked = { at: ports.now(), by: staff.name };
  return changed(ports, id, (campaign) => {
    if (campaign.status !== 'draft') throw new StridewellError('conflict', 'Only a draft can be put up for approval.');
    atRev(campaign, rev);
    checkStart(ports.practice.timeZone, campaign, ports.now());
    return { ...campaign, asked };
  });
}

/**
 * Somebody else's word that exactly this may go out: these words, these people and as many, these channels, this time.
 * Idempotent, except that the newest call sets the number of people.
 */
export async function approveCampaign(
  ports: ApprovePorts,
  id: string,
  seen: Approving,
  staff: Staff,
): Promise<Campaign> {
  const found = await ports.campaigns.get(id);
  if (!found) throw noCampaign();
  const meant = await asMeant(ports, found);
  mayApproveCampaign(meant, staff);
  if (found.status === 'cancelled' || found.status === 'finished')
    throw new StridewellError('conflict', 'This campaign is over.');
  atRev(found, seen.rev);
  if (found.status !== 'draft' && isApproved(found)) return found;
  if (found.status === 'draft') checkStart(ports.practice.timeZone, found, ports.now());
  checkRule(meant.who, seen);
  const { who, channels } = meant;
  const { people } = await ports.audience({ who, channels });
  checkCount(seen, people);
  const approval = { by: staff.sub, name: staff.name, at: ports.now(), people, covers: contentOf(meant) };
  return changed(ports, id, (current) => {
    atRev(current, seen.rev);
    return { ...current, approval };
  });
}

async function changed(
  { campaigns }: ApproveCampaignPorts,
  id: string,
  edit: (campaign: Campaign) => Campaign,
): Promise<Campaign> {
  const saved = await revise(campaigns, id, edit);
  if (!saved) throw noCampaign();
  return saved;
}
