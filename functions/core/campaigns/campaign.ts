import type { Who } from '../audience/who';
import type { ChannelName } from '../base/channel';
import { StridewellError } from '../base/error';
import type { Instant } from '../base/time';
import { checkAhead } from '../time/ahead';
import { localInstant } from '../time/schedule';

/** A saved audience: who, on which channels. */
export interface Segment {
  id: string;
  rev: number;
  name: string;
  who: Who;
  createdAt: Instant;
  createdBy: string;
  /** Everyone who made it or changed its rule; absent on one from before this was kept. */
  authors?: string[];
}

export type CampaignStatus = 'draft' | 'scheduled' | 'enrolling' | 'running' | 'paused' | 'cancelled' | 'finished';

/** Somebody's word that exactly this may go out, to so many people. */
export interface Approval {
  /** The token's subject; names change, subjects do not. */
  by: string;
  name: string;
  at: Instant;
  /** How many people the audience meant. */
  people: number;
  /** What was approved, in one spelling. Anything else is not approved. */
  covers: string;
}

/** Starts one version of a series or broadcast for a segment at a local date and hour. */
export interface Campaign {
  id: string;
  rev: number;
  name: string;
  seriesId: string;
  version: number;
  segmentId: string;
  /** The audience as it was when scheduled. */
  who: Who;
  channels: ChannelName[];
  /** Local calendar date and hour of each recipient, "2026-12-01" and "10:00". */
  startDate: string;
  startTime: string;
  /** For a drip: days after its last message before a person may begin it again. Absent: never. */
  restartAfterDays?: number;
  status: CampaignStatus;
  createdAt: Instant;
  createdBy: string;
  /** The subjects of everybody who made or changed it; absent on one made before they were kept. */
  authors?: string[];
  /** Somebody asked for approval. */
  asked?: { at: Instant; by: string };
  approval?: Approval;
  /** Absent on one scheduled before approvals were kept. */
  scheduledAt?: Instant;
  /** The enrolling sweep: a checkpoint, so that it can be repeated, and its progress. */
  sweep?: Sweep;
  /** A later pass under way; its numbers take the place of the first one's when it is done. */
  again?: Sweep;
  /** When the newest pass began. */
  sweptAt?: Instant;
  /** Once it is over: how many people got at least one message of it, counted page by page. */
  reached?: { cursor?: string; people: number };
}

export interface Sweep {
  cursor?: string;
  seen: number;
  enrolled: number;
  skipped: Record<string, number>;
  /**
   * The same by person: whom the audience means, who joins on at least one channel, and everybody else once. It adds up.
   * Absent on a pass that began before people were counted.
   */
  people?: { meant: number; joined: number; left: Record<string, number> };
  done: boolean;
}

/** When it starts for people in this zone. */
export const startsIn = (zone: string, { startDate, startTime }: Pick<Campaign, 'startDate' | 'startTime'>): Instant =>
  localInstant(zone, startDate, startTime);

/** Refuses a start that has passed, or that lies further ahead than anybody plans. */
export function checkStart(zone: string, campaign: Pick<Campaign, 'startDate' | 'startTime'>, now: Instant): void {
  const start = startsIn(zone, campaign);
  if (start <= now) throw new StridewellError('invalid', 'This start lies in the past.', 'startDate');
  checkAhead(start, zone, now, 'startDate');
}

/** The westernmost inhabited zone: once a campaign has started there, it has started everywhere. */
const westernmost = 'Pacific/Pago_Pago';
export const hasStartedEverywhere = (campaign: Campaign, at: Instant): boolean => at >= startsIn(westernmost, campaign);

/**
 * When everybody is to be looked at again: when it starts where the practice is, and once it has started everywhere, so
 * that whoever joins the audience up to their own hour is in. `Infinity` after both.
 */
export const sweepDueAt = (campaign: Campaign, home: string): Instant =>
  Math.min(
    ...[home, westernmost].map((zone) => startsIn(zone, campaign)).filter((at) => (campaign.sweptAt ?? 0) < at),
    Infinity,
  );

export const isSweepDue = (campaign: Campaign, home: string, now: Instant): boolean =>
  sweepDueAt(campaign, home) <= now;
