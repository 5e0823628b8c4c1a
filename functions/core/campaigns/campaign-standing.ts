import type { Instant } from '../base/time';
import { isApproved, isPutUp, undoTime } from './approval';
import { type Campaign, startsIn } from './campaign';

/** Where a campaign stands, as staff would say it. What the machine is busy with is another matter. */
export const standings = [
  'draft',
  'waiting',
  'approved',
  'scheduled',
  'sending',
  'paused',
  'cancelled',
  'finished',
  'nobody',
] as const;
export type Standing = (typeof standings)[number];

/** Scheduled until its hour has come where the practice is, even if people elsewhere are enrolled already. */
export function standingOf(campaign: Campaign, home: string, now: Instant): Standing {
  switch (campaign.status) {
    case 'draft':
      if (isApproved(campaign)) return 'approved';
      return isPutUp(campaign) ? 'waiting' : 'draft';
    case 'scheduled':
    case 'enrolling':
    case 'running':
      return now < startsIn(home, campaign) ? 'scheduled' : 'sending';
    case 'finished':
      // One that ended before this was counted knows only whom it enrolled.
      return (campaign.reached?.people ?? campaign.sweep?.enrolled) === 0 ? 'nobody' : 'finished';
    default:
      return campaign.status;
  }
}

/** What is known of its approval. */
export const approvalStates = ['not-asked', 'waiting', 'changed', 'approved'] as const;
type ApprovalState = (typeof approvalStates)[number];

export function approvalState(campaign: Campaign): ApprovalState {
  if (isApproved(campaign)) return 'approved';
  if (campaign.approval) return 'changed';
  return campaign.asked ? 'waiting' : 'not-asked';
}

/** Whether somebody has to look at it. */
export const awaitsApproval = (campaign: Campaign): boolean =>
  campaign.status === 'draft' && isPutUp(campaign) && !isApproved(campaign);

/** Until then cancelling a scheduled campaign leaves no trace. */
export const undoableUntil = ({ status, scheduledAt }: Campaign, now: Instant): Instant | undefined =>
  status === 'scheduled' && scheduledAt !== undefined && now < scheduledAt + undoTime
    ? scheduledAt + undoTime
    : undefined;
