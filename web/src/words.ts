import type {
  BookingRow,
  CampaignRow,
  EditCampaign,
  MessageRow,
  Reply,
  Role,
  SubscriberDetail,
} from '../../functions/http/staff/app';

/** Plain words for everything the server names by code. One place, so that no screen says it differently. */

export type Tone = 'good' | 'calm' | 'warn' | 'bad' | 'quiet';
interface Said {
  label: string;
  tone: Tone;
}

export const outcomeWords: Record<MessageRow['outcome'], Said> = {
  sent: { label: 'Sent', tone: 'good' },
  unconfirmed: { label: 'Unconfirmed', tone: 'warn' },
  skipped: { label: 'Skipped', tone: 'quiet' },
  blocked: { label: 'Blocked', tone: 'bad' },
  held: { label: 'Held for you', tone: 'warn' },
  stopped: { label: 'Stopped', tone: 'quiet' },
  unknown: { label: 'Not known yet', tone: 'warn' },
  pending: { label: 'Queued', tone: 'calm' },
};

/** Where a campaign stands. */
export const standingWords: Record<CampaignRow['standing'], Said> = {
  draft: { label: 'Draft', tone: 'quiet' },
  waiting: { label: 'Waits for approval', tone: 'warn' },
  approved: { label: 'Approved, not scheduled', tone: 'calm' },
  scheduled: { label: 'Scheduled', tone: 'calm' },
  sending: { label: 'Sending', tone: 'good' },
  paused: { label: 'Paused', tone: 'warn' },
  cancelled: { label: 'Cancelled', tone: 'bad' },
  finished: { label: 'Finished', tone: 'good' },
  nobody: { label: 'Finished, nobody reached', tone: 'bad' },
};

export const bookingWords: Record<BookingRow['status'], Said> = {
  requested: { label: 'To call back', tone: 'warn' },
  booked: { label: 'Booked', tone: 'good' },
  visited: { label: 'Visited', tone: 'quiet' },
  closed: { label: 'Closed', tone: 'quiet' },
};

export const channelStatusWords: Record<'pending' | 'active' | 'unsubscribed' | 'suppressed', Said> = {
  pending: { label: 'not confirmed', tone: 'warn' },
  active: { label: 'active', tone: 'good' },
  unsubscribed: { label: 'opted out', tone: 'quiet' },
  suppressed: { label: 'suppressed', tone: 'bad' },
};

/** What became of a step of one person's way, or will. */
export const stateWords: Record<SubscriberDetail['paths'][number]['steps'][number]['state'], Said> = {
  ...outcomeWords,
  behind: { label: 'Done', tone: 'quiet' },
  planned: { label: 'Planned', tone: 'calm' },
  waiting: { label: 'Waiting', tone: 'warn' },
  'not-coming': { label: 'Not coming', tone: 'quiet' },
};

/** What the service understood of a text, as staff would say it. */
export const meaningWords: Record<Reply['meaning'], Said> = {
  stop: { label: 'Opted out', tone: 'quiet' },
  start: { label: 'Wants to start again', tone: 'good' },
  yes: { label: 'Said yes', tone: 'good' },
  help: { label: 'Asked for help', tone: 'calm' },
  emergency: { label: 'Emergency', tone: 'bad' },
  crisis: { label: 'Crisis', tone: 'bad' },
  tips: { label: 'Wants tips', tone: 'good' },
  seen: { label: 'Says a doctor has seen them', tone: 'good' },
  'check-in': { label: 'Answered the check-in', tone: 'calm' },
  reaction: { label: 'Reacted to our text', tone: 'quiet' },
  other: { label: 'Needs a person', tone: 'warn' },
};

export const painWords = {
  none: 'No pain',
  mechanical: 'Mechanical (comes with movement)',
  structural: 'Structural hint (sees a doctor first)',
  unsure: 'Not sure',
} as const;
export const painShort = {
  none: 'no pain',
  mechanical: 'mechanical',
  structural: 'structural hint',
  unsure: 'unsure',
} as const;
export const experienceWords = {
  new: 'New runner',
  regular: 'Regular runner',
  competitive: 'Competitive runner',
} as const;
export const checkInWords = { better: 'Better', same: 'The same', worse: 'Worse' } as const;
export const channelWords = { email: 'Email', sms: 'Text' } as const;
export const linkWords: Record<string, string> = {
  book: 'Book a visit',
  call: 'Call the practice',
  tip: 'The tip as a page',
  'check-in': 'Check-in page',
  seen: '“I have been seen by a doctor”',
  site: 'The practice’s site',
  preferences: 'Message preferences',
};

/** "when-to-see-a-doctor" as people would say it. */
export const stepName = (stepId: string): string => {
  const words = stepId.replace(/^sms-/, 'text: ').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const count = (n: number): string => n.toLocaleString('en-US');
export const plural = (n: number, one: string, many = `${one}s`): string => `${count(n)} ${n === 1 ? one : many}`;

const ranks: readonly Role[] = ['viewer', 'marketer', 'approver', 'admin'];
export const atLeast = (role: Role, wanted: Role): boolean => ranks.indexOf(role) >= ranks.indexOf(wanted);

export type Who = NonNullable<EditCampaign['who']>;
const oneOf = (values: readonly string[]): string => values.join(' or ');

/** An audience in words, for lists and reviews. */
export function whoText(who: Who, locations: { id: string; name: string }[] = []): string {
  const parts = [
    who.pain && `pain: ${oneOf(who.pain.map((one) => painShort[one]))}`,
    who.experience && oneOf(who.experience.map((one) => experienceWords[one].toLowerCase())),
    who.crossTraining !== undefined && (who.crossTraining ? 'open to cross-training' : 'only running'),
    who.seen !== undefined && (who.seen ? 'seen by a doctor' : 'not yet seen by a doctor'),
    who.checkIn && `feels ${oneOf(who.checkIn.map((one) => checkInWords[one].toLowerCase()))}`,
    who.locale && oneOf(who.locale.map((one) => (one === 'es' ? 'reads Spanish' : 'reads English'))),
    who.location && `near ${oneOf(who.location.map((id) => locations.find((one) => one.id === id)?.name ?? id))}`,
    who.source && `signed up through ${oneOf(who.source)}`,
  ].filter((part): part is string => typeof part === 'string');
  return parts.length === 0 ? 'Everyone' : parts.join(' · ');
}
