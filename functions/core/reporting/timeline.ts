import { channelNames, traits } from '../base/channel';
import type { Instant } from '../base/time';
import { choiceIn, profileCompleted } from '../membership/choice';
import type { AnswerState } from '../sending/answer-state';
import { type Delivery, type FactName, outcomeOf, shownFacts } from '../sending/delivery';
import type { Happening, HistoryEntry, LedgerEntry } from '../sending/journal';
import { reasonText } from './reason';
import { momentOf, reasonOf } from './report';
import { answerWords, isNotice, laterFacts, linkNames, noticeNames, noWords, readAs, spoken, wayText } from './spoken';

/** One line of a person's history, in a sentence. */
export interface TimelineItem {
  at: Instant;
  kind: LedgerEntry['kind'];
  title: string;
  detail?: string;
  reason?: string;
  messageId?: string;
  /** Version of the disclaimer that went with it. */
  disclaimer?: string;
  /** The message is held: staff decide. */
  held?: true;
}

const outcomes: Record<ReturnType<typeof outcomeOf>, string> = {
  sent: 'sent',
  unconfirmed: 'unconfirmed',
  skipped: 'skipped',
  blocked: 'refused',
  held: 'held for staff to decide',
  stopped: 'not sent, because its series ended',
  unknown: 'without an answer from the provider yet',
  pending: 'queued',
};

/** The subject a message of a series had, if its version is known. */
export type Titled = (delivery: Delivery) => string | undefined;

/** What became of the answer to this text, if it spoke of an emergency. */
export type AnsweredBy = (text: HistoryEntry) => AnswerState | undefined;

export function timelineItem(
  entry: LedgerEntry,
  titled: Titled = () => undefined,
  answeredBy: AnsweredBy = () => undefined,
): TimelineItem {
  const at = momentOf(entry);
  if (entry.kind === 'consent') {
    const { action, channel, page, wording } = entry.evidence;
    const title = { asked: 'Asked for', confirmed: 'Confirmed', withdrawn: 'Stopped' }[action];
    const shown = /^(text-)?\d{4}-/.test(wording) ? `, having read disclosure ${wording}` : '';
    return { at, kind: 'consent', title: `${title} ${traits[channel].many}`, detail: `${wayText(page)}${shown}` };
  }
  if (entry.kind === 'history') {
    const answer = answeredBy(entry.entry);
    const said = sentence(entry.entry.happening);
    return { at, kind: 'history', ...said, ...(answer ? { reason: answerWords[answer] } : {}) };
  }
  const { delivery } = entry;
  const outcome = outcomeOf(delivery);
  const reason = reasonOf(delivery);
  const shown = shownFacts(delivery.facts);
  const later = (Object.keys(laterFacts) as FactName[]).filter((name) => shown[name]).map((name) => laterFacts[name]);
  return {
    at,
    kind: 'message',
    title: `${traits[delivery.channel].label} ${outcomes[outcome]}: ${nameOfMessage(delivery, titled)}`,
    ...(later.length > 0 ? { detail: `Then: ${later.join(', ')}` } : {}),
    ...(reason ? { reason: reasonText(reason) } : {}),
    messageId: delivery.id,
    ...(delivery.disclaimer ? { disclaimer: delivery.disclaimer } : {}),
    ...(outcome === 'held' ? { held: true as const } : {}),
  };
}

export function nameOfMessage(delivery: Delivery, titled: Titled = () => undefined): string {
  if (isNotice(delivery.stepId)) return noticeNames[delivery.stepId];
  const subject = titled(delivery);
  return subject === undefined ? spoken(delivery.stepId) : `“${subject}”`;
}

function sentence(happening: Happening): { title: string; detail?: string } {
  switch (happening.what) {
    case 'check-in':
      return { title: checkedIn[happening.answer] ?? 'Answered the check-in' };
    case 'booking':
      return {
        title: 'Asked for a visit',
        ...(happening.stepId ? { detail: `From the message “${spoken(happening.stepId)}”` } : {}),
      };
    case 'booking-changed':
      return { title: 'Changed their request for a visit' };
    case 'reply': {
      const known = Object.hasOwn(readAs, happening.meaning) ? readAs[happening.meaning as keyof typeof readAs] : '';
      return {
        title: `Texted us${known ? `, read as ${known}` : ''}`,
        detail: happening.body === '' ? noWords : `“${happening.body}”`,
      };
    }
    case 'click': {
      const link = Object.hasOwn(linkNames, happening.link)
        ? linkNames[happening.link as keyof typeof linkNames]
        : spoken(happening.link);
      return {
        title: `Opened a link: ${link}`,
        ...(happening.human ? {} : { detail: 'Probably a mail scanner, not a person' }),
      };
    }
    case 'preferences':
      return { title: 'Changed their choices', detail: chosen(happening.change) };
    case 'provider-event':
      return {
        title: `The provider reported: ${spoken(happening.event)}`,
        ...(happening.detail ? { detail: reasonText(happening.detail) } : {}),
      };
    case 'undrained':
      return { title: `Left while ${traits[happening.channel].withArticle} could still be on its way` };
    case 'test':
      return { title: `A test of “${spoken(happening.test.stepId)}”`, detail: `Asked for by ${happening.actor}` };
    case 'staff':
      return { title: `${happening.actor} ${act(happening.action)}` };
    // The ledger of a newer release, read after a rollback.
    default:
      return { title: 'Something that a newer release wrote down' };
  }
}

const checkedIn: Record<string, string> = {
  better: 'Checked in: feels better',
  same: 'Checked in: about the same',
  worse: 'Checked in: feels worse',
  seen: 'Said that a doctor has seen them',
};

const patterns = (table: [RegExp, string][]) => (said: string) => {
  const found = table.find(([pattern]) => pattern.test(said));
  return found ? said.replace(...found) : said;
};

/** A change on the page of choices, in whole words. */
function chosen(change: string): string {
  if (change === profileCompleted) return 'Completed their sign-up';
  const choice = choiceIn(change);
  switch (choice?.set) {
    case 'channel': {
      const what = traits[choice.channel].many;
      return choice.on ? `Asked for ${what} again` : `Turned ${what} off`;
    }
    case 'topic':
      return `Turned “${spoken(choice.seriesId)}” ${choice.on ? 'on' : 'off'}`;
    case 'pause':
      return choice.on ? 'Asked for quiet for 30 days' : 'Wants messages again';
    case 'locale':
      return choice.locale === 'es' ? 'Reads Spanish' : 'Reads English';
    case 'data':
      return choice.action === 'delete' ? 'Asked for their data to be deleted' : 'Asked for a copy of their data';
    default:
      return change;
  }
}

/** What staff did, as the words after their name. */
const act = (action: string): string =>
  acts(action).replace(/ \(([a-z][a-z0-9-]*)\)$/, (_, stepId: string) => `: “${spoken(stepId)}”`);
const acts = patterns([
  [/^booking booked$/, 'booked the visit'],
  [/^booking visited$/, 'noted that the visit took place'],
  [/^booking closed$/, 'closed the booking request'],
  [/^booking requested$/, 'opened the booking request again'],
  ...channelNames.map((name): [RegExp, string] => [
    new RegExp(`^recorded an opt-out from ${name}: `),
    `recorded an opt-out from ${traits[name].many}: `,
  ]),
]);
