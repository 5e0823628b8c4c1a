import { ruleText } from '../audience/audience';
import { StridewellError } from '../base/error';
import { type Instant, minute } from '../base/time';
import type { Staff } from '../practice/staff';
import { production } from '../series/change';
import type { Campaign } from './campaign';
import { mayDifferBy } from './scheduling';

/** Nobody is enrolled before this long has passed since it was scheduled: until then cancelling leaves no trace. */
export const undoTime = 5 * minute;

/**
 * What an approval is about, in one spelling. Bookkeeping is named and left out, so a field that a campaign gets later
 * is covered without anybody thinking of it. Its name is for staff only, and a segment matters by its rule.
 */
export function contentOf(campaign: Campaign): string {
  const {
    id: _id,
    rev: _rev,
    name: _name,
    segmentId: _segment,
    status: _status,
    createdAt: _createdAt,
    createdBy: _createdBy,
    authors: _authors,
    asked: _asked,
    approval: _approval,
    scheduledAt: _scheduledAt,
    sweep: _sweep,
    again: _again,
    sweptAt: _sweptAt,
    reached: _reached,
    ...content
  } = campaign;
  const spelled = { ...content, who: ruleText(content.who), channels: [...content.channels].sort() };
  return JSON.stringify(Object.entries(spelled).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const isApproved = (campaign: Campaign): boolean => campaign.approval?.covers === contentOf(campaign);

/** Whether somebody asked for approval, or gave it to what it said before. */
export const isPutUp = ({ asked, approval }: Campaign): boolean => asked !== undefined || approval !== undefined;

/** Production sends nothing that one person alone decided. Elsewhere a campaign needs approval only once somebody has asked for it. */
export const needsApproval = (campaign: Campaign, stage: string): boolean => stage === production || isPutUp(campaign);

/** Approved as it now is, or free to go without. */
const isCleared = (campaign: Campaign, stage: string): boolean =>
  !needsApproval(campaign, stage) || isApproved(campaign);

interface Written {
  createdBy: string;
  authors?: string[];
}
type Author = Pick<Staff, 'sub' | 'name'>;

/** Subjects of tokens. A record from before authors were kept knows its maker by name only. */
const byName = (name: string): string => `name:${name}`;
export const authorsOf = ({ authors, createdBy }: Written): string[] => authors ?? [byName(createdBy)];

/** The authors of a record once these have changed it too. */
export const withAuthors = (record: Written, ...more: string[]): string[] => [
  ...new Set([...authorsOf(record), ...more]),
];

export const isWrittenBy = (record: Written, staff: Author): boolean =>
  authorsOf(record).some((author) => author === staff.sub || author === byName(staff.name));

/** Four eyes: nobody who made or changed a campaign, or the rule of its segment, approves it. */
export function mayApproveCampaign(campaign: Campaign, staff: Author): void {
  if (isWrittenBy(campaign, staff))
    throw new StridewellError(
      'forbidden',
      'You made or changed this campaign or its segment. Someone else has to approve it.',
    );
}

/** Throws `not-approved` unless it may be scheduled as it is. */
export function checkApproved(campaign: Campaign, stage: string): void {
  if (!isCleared(campaign, stage))
    throw new StridewellError(
      'not-approved',
      campaign.approval
        ? 'This campaign has changed since it was approved. Have it approved again, then schedule it.'
        : 'Nobody has approved this campaign yet. Have someone other than its author approve it, then schedule it.',
      'approval',
    );
}

/** Throws `not-approved` when the audience is not as large as it was approved for. */
export function checkApprovedFor({ approval }: Campaign, people: number): void {
  if (approval && Math.abs(people - approval.people) > mayDifferBy(approval.people))
    throw new StridewellError(
      'not-approved',
      `It was approved for ${approval.people} people, and now it is ${people}. Have it approved again, then schedule it.`,
      'approval',
    );
}

/**
 * From when on the sweep may enroll anybody: past the time to think better of it, and never unless it is approved. One
 * that was scheduled before approvals were kept has no `scheduledAt` and goes on under the rule of its day.
 */
export const enrollsFrom = (campaign: Campaign, stage: string): Instant => {
  if (campaign.scheduledAt === undefined) return 0;
  return isCleared(campaign, stage) ? campaign.scheduledAt + undoTime : Infinity;
};
