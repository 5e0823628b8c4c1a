import type { BookingStatus } from '../bookings/booking';
import type { Standing } from '../campaigns/campaign-standing';
import type { ChannelStatus } from '../person/subscriber';
import { bookVisit } from '../practice/book-visit';
import type { Meaning } from '../replies/keyword';
import type { Outcome } from '../sending/delivery';
import type { LinkKey } from '../series/series';
import type { AuditResult } from './audit';
import type { StepState } from './way';

/** What the console writes for each code of the API. A code without a label does not compile. */

const outcomes: Record<Outcome, string> = {
  sent: 'Sent',
  unconfirmed: 'Unconfirmed',
  skipped: 'Skipped',
  blocked: 'Blocked',
  held: 'Held for you',
  stopped: 'Stopped',
  unknown: 'Not known yet',
  pending: 'Queued',
};

const standings: Record<Standing, string> = {
  draft: 'Draft',
  waiting: 'Waits for approval',
  approved: 'Approved, not scheduled',
  scheduled: 'Scheduled',
  sending: 'Sending',
  paused: 'Paused',
  cancelled: 'Cancelled',
  finished: 'Finished',
  nobody: 'Finished, nobody reached',
};

const bookings: Record<BookingStatus, string> = {
  requested: 'To call back',
  booked: 'Booked',
  visited: 'Visited',
  closed: 'Closed',
};

const statuses: Record<ChannelStatus, string> = {
  pending: 'not confirmed',
  active: 'active',
  unsubscribed: 'opted out',
  suppressed: 'suppressed',
};

/** What became of a step of one person's way, or will. */
const states: Record<StepState, string> = {
  ...outcomes,
  behind: 'Done',
  planned: 'Planned',
  waiting: 'Waiting',
  'not-coming': 'Not coming',
};

/** What the service understood of a text. */
const meanings: Record<Meaning['kind'], string> = {
  stop: 'Opted out',
  start: 'Wants to start again',
  yes: 'Said yes',
  help: 'Asked for help',
  emergency: 'Emergency',
  crisis: 'Crisis',
  tips: 'Wants tips',
  seen: 'Says a doctor has seen them',
  language: 'Changed the language',
  'check-in': 'Answered the check-in',
  reaction: 'Reacted to our text',
  other: 'Needs a person',
};

const links: Record<LinkKey, string> = {
  book: bookVisit.en,
  call: 'Call the practice',
  tip: 'The tip as a page',
  'check-in': 'Check-in page',
  seen: '“I have been seen by a doctor”',
  site: 'The practice’s site',
  preferences: 'Message preferences',
};

/** How an act in the audit trail ended. */
const results: Record<AuditResult, string> = {
  done: 'Done',
  refused: 'Refused',
  failed: 'Failed',
  started: 'Started, end unknown',
};

export const labels = { outcomes, standings, bookings, statuses, states, meanings, links, results };
