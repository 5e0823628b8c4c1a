import { outcomeOf } from './delivery';
import type { Happening, LedgerEntry } from './journal';
import { momentOf, reasonOf } from './report';
import type { ChannelName } from './subscriber';
import type { Instant } from './time';

/** One line of a person's history, in a sentence. */
export interface TimelineItem {
  at: Instant;
  kind: LedgerEntry['kind'];
  title: string;
  detail?: string;
  reason?: string;
  messageId?: string;
}

const means: Record<ChannelName, string> = { email: 'Email', sms: 'Text' };
const outcomes: Record<ReturnType<typeof outcomeOf>, string> = {
  sent: 'sent',
  unconfirmed: 'sent, but never confirmed by the provider',
  skipped: 'not sent',
  blocked: 'refused',
  held: 'held for staff to decide',
  stopped: 'stopped',
  unknown: 'without an answer from the provider yet',
  pending: 'on its way',
};

const reasons: Record<string, string> = {
  'not-seen-by-a-doctor': 'It holds exercises, and no doctor has seen the person yet.',
  'too-late': 'It could not go out in time.',
  'frequency-cap': 'The person already got as many messages as were promised.',
  expired: 'It was of no use any more.',
  'no-longer-wanted': 'It was no longer wanted.',
  'channel-not-active': 'The person has left this channel.',
  'no-consent': 'There is no consent for this channel.',
  'already-in-series': 'The person is or was in this series already.',
  'not-confirmed': 'The person has not confirmed yet.',
  suppressed: 'The address is suppressed.',
  'unknown-zone': 'Nobody knows where the person lives, so no hour is safe.',
  'campaign-cancelled': 'The campaign was cancelled.',
  'staff-decided': 'Staff decided so.',
  'no-answer': 'The provider did not answer.',
  'no-event': 'The provider never reported what became of it.',
  booked: 'A visit is booked.',
};

/** A reason in words; one that is not listed (a provider's) stands for itself. */
export const reasonText = (reason: string): string => reasons[reason] ?? reason;

export function timelineItem(entry: LedgerEntry): TimelineItem {
  const at = momentOf(entry);
  if (entry.kind === 'consent') {
    const { action, channel, page, wording } = entry.evidence;
    const said = { asked: 'asked for', confirmed: 'confirmed', withdrawn: 'left' }[action];
    const what = channel === 'email' ? 'emails' : 'texts';
    return { at, kind: 'consent', title: `The person ${said} ${what}`, detail: `By ${page}, wording ${wording}` };
  }
  if (entry.kind === 'history') return { at, kind: 'history', ...sentence(entry.entry.happening) };
  const { delivery } = entry;
  const reason = reasonOf(delivery);
  const facts = (['delivered', 'clicked', 'booked', 'bounced', 'complained', 'optedOut'] as const).filter(
    (name) => delivery.facts[name],
  );
  return {
    at,
    kind: 'message',
    title: `${means[delivery.channel]} "${delivery.stepId}" ${outcomes[outcomeOf(delivery)]}`,
    ...(facts.length > 0
      ? { detail: `Then: ${facts.map((name) => (name === 'optedOut' ? 'opted out' : name)).join(', ')}` }
      : {}),
    ...(reason ? { reason: reasonText(reason) } : {}),
    messageId: delivery.id,
  };
}

function sentence(happening: Happening): { title: string; detail?: string } {
  switch (happening.what) {
    case 'check-in':
      return {
        title: happening.answer === 'seen' ? 'Said that a doctor has seen them' : `Checked in: ${happening.answer}`,
      };
    case 'booking':
      return {
        title: 'Asked for a visit',
        ...(happening.stepId ? { detail: `From the message "${happening.stepId}"` } : {}),
      };
    case 'reply':
      return { title: `Texted us (read as ${happening.meaning})`, detail: happening.body };
    case 'click':
      return {
        title: `Opened the link "${happening.link}"`,
        ...(happening.human ? {} : { detail: 'Probably a mail scanner' }),
      };
    case 'preferences':
      return { title: 'Changed their choices', detail: happening.change };
    case 'provider-event':
      return {
        title: `The provider reported: ${happening.event}`,
        ...(happening.detail ? { detail: happening.detail } : {}),
      };
    case 'test':
      return { title: `A test of "${happening.test.stepId}"`, detail: `Asked for by ${happening.actor}` };
    case 'staff':
      return { title: `Staff: ${happening.action}`, detail: `By ${happening.actor}` };
  }
}
