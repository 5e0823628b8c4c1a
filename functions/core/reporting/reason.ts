import type { NotEnrolled } from '../campaigns/eligible';
import type { Delay } from '../campaigns/headcount';
import type { SuppressionReason } from '../person/guard';
import type { SkipReason } from '../sending/plan';

/** Why a run ends, beside the ways of leaving a channel. */
type StopReason = 'no-step' | 'no-profile' | 'channel-not-active' | 'campaign-cancelled' | 'booked' | 'preferences';
/** Why the gate holds a step back for now. */
type GateReason =
  | 'claimed-too-long-ago'
  | 'sending-is-stopped'
  | 'everything-is-stopped'
  | 'series-paused'
  | 'campaign-paused'
  | 'not-approved'
  | 'outside-the-window'
  | 'resting'
  | 'not-on-the-allow-list'
  | 'not-to-be-asked';
/** What the ledger writes beside an outcome that nobody chose. */
type Silence =
  | 'no-answer'
  | 'no-event'
  | 'no-reports'
  | 'staff-decided'
  | 'no-message-id'
  | 'restored-from-backup'
  | 'restored';

export type Reason =
  | SkipReason
  | NotEnrolled
  | SuppressionReason
  | StopReason
  | GateReason
  | Silence
  | Delay
  | 'gone'
  | 'not-on-this-path';

/** Every reason of our own, as staff read it. A reason without words does not compile. */
export const reasons: Record<Reason, string> = {
  'answers-not-known': 'It holds exercises, and the person has not told us yet how they run and what hurts.',
  'not-seen-by-a-doctor': 'It holds exercises, and no doctor has seen the person yet.',
  'too-late': 'It could not go out in time.',
  'frequency-cap': 'The person already got as many messages as were promised.',
  'resting-for-a-visit': 'The person has asked us for a visit, so nothing invites them meanwhile.',
  'on-a-break': 'The person was taking a break.',
  'no-common-hour': 'The places the person may be in have no open hour in common.',
  expired: 'It was of no use any more.',
  'no-longer-wanted': 'It was no longer wanted.',

  'no-channel': 'The person is not reached this way.',
  'not-confirmed': 'The person has not confirmed yet.',
  'sign-up-not-confirmed': 'The sign-up is not confirmed, and may be of a person who is counted already.',
  'zone-is-a-guess': 'Where the person lives is a guess, so it waits for an hour that is open everywhere.',
  'no-consent': 'There is no consent for this channel.',
  suppressed: 'The person opted out, or the address bounced or complained.',
  'unknown-zone': 'Nobody knows where the person lives, so no hour is safe.',
  'already-in-series': 'The person had or has this already.',
  'too-many-runs': 'The person is in as many campaigns at once as one person may be.',
  gone: 'The person had their data deleted.',
  'not-on-this-path': 'This step is not on their path.',

  unsubscribed: 'The person unsubscribed.',
  stop: 'The person replied STOP.',
  bounce: 'A message came back as undeliverable.',
  complaint: 'The person reported a message as spam.',
  'provider-opt-out': 'The carrier says that the person opted out.',
  erased: 'The person had their data deleted.',
  staff: 'Staff recorded an opt-out.',

  'no-step': 'There was no step left.',
  'no-profile': 'The person has not answered the questions of the sign-up.',
  'channel-not-active': 'The person has left this channel.',
  'campaign-cancelled': 'The campaign was cancelled.',
  booked: 'A visit is booked.',
  preferences: 'The person turned this topic off.',

  'claimed-too-long-ago': 'The worker was too slow; it tries again.',
  'sending-is-stopped': 'All sending is stopped.',
  'everything-is-stopped': 'Everything is stopped, answers too.',
  'series-paused': 'The series is paused.',
  'campaign-paused': 'The campaign is paused.',
  'not-approved': 'Nobody has approved this version yet.',
  'outside-the-window': 'The hour is not open where the person is.',
  resting: 'The person takes a break, or waits for a visit.',
  'not-on-the-allow-list': 'Outside production only listed addresses get anything.',
  'not-to-be-asked': 'What is stopped could not be read, so only answers to emergencies went out.',

  'no-answer': 'The provider did not answer.',
  'no-event': 'The provider never reported what became of it.',
  'no-reports': 'It probably did not go out: no message of that hour was reported on.',
  'no-message-id': 'The provider answered without a message id.',
  'staff-decided': 'Staff decided so.',
  'restored-from-backup': 'Data was restored from a backup, and this may have gone out before.',
  restored: 'Data was restored from a backup, and the person is not reached this way any more.',
};

/** The account itself is in trouble: SES or the text service refuses everybody alike. */
const account: Record<string, string> = {
  AccountSuspendedException: 'Amazon has suspended sending for this account.',
  SendingPausedException: 'Amazon has paused sending for this account.',
  MailFromDomainNotVerifiedException: 'The sender’s domain is not verified any more.',
  AccessDeniedException: 'The service is not allowed to send: a permission is missing.',
  UnrecognizedClientException: 'Amazon does not know the service’s keys.',
  InvalidClientTokenId: 'Amazon does not know the service’s keys.',
  ServiceQuotaExceededException: 'The account’s sending quota is used up.',
  ExpiredTokenException: 'The service’s keys have expired.',
  ExpiredToken: 'The service’s keys have expired.',
  InvalidSignatureException: 'The service’s keys or its clock are wrong.',
  SignatureDoesNotMatch: 'The service’s keys or its clock are wrong.',
  MissingAuthenticationTokenException: 'The service sent its request without keys.',
  NotFoundException: 'A sender, number or configuration that the service names is not there.',
  ResourceNotFoundException: 'A sender, number or configuration that the service names is not there.',
};
export const isAccountTrouble = (reason: string): boolean => Object.hasOwn(account, reason);

/** What providers say of one message. Their lists are open, so these are the documented ones. */
const providers: Record<string, string> = {
  ...account,
  MessageRejected: 'The provider refused its content.',
  ValidationException: 'The provider refused the address or a field of it.',
  BadRequestException: 'The provider refused the address or a field of it.',
  ConflictException: 'The provider refused it because something else was under way.',
  TooManyRequestsException: 'The provider asked to send more slowly, again and again.',
  ThrottlingException: 'The provider asked to send more slowly, again and again.',
  LimitExceededException: 'The provider asked to send more slowly, again and again.',
  Throttling: 'The provider asked to send more slowly, again and again.',
  ENOTFOUND: 'The provider could not be reached.',
  EAI_AGAIN: 'The provider could not be reached.',
  ECONNREFUSED: 'The provider could not be reached.',
  EHOSTUNREACH: 'The provider could not be reached.',
  ENETUNREACH: 'The provider could not be reached.',

  // docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html#bounce-types
  'Undetermined-Undetermined': 'It came back, and the reason could not be read.',
  'Permanent-General': 'It came back: the address does not take mail.',
  'Permanent-NoEmail': 'It came back: there is no such address.',
  'Permanent-Suppressed': 'The provider keeps this address on its own list of bad addresses.',
  'Permanent-OnAccountSuppressionList': 'The address is on the account’s list of bounces and complaints.',
  'Complaint-OnAccountSuppressionList': 'The address is on the account’s list of complaints, so it did not go out.',
  'Permanent-UnsubscribedRecipient': 'The provider says that the person unsubscribed.',
  'Transient-General': 'It came back for now; the address may work again.',
  'Transient-MailboxFull': 'It came back: the mailbox was full.',
  'Transient-MessageTooLarge': 'It came back: it was too large for the mailbox.',
  'Transient-CustomTimeoutExceeded': 'It came back: the mailbox took too long.',
  'Transient-ContentRejected': 'It came back: the mailbox refused its content.',
  'Transient-AttachmentRejected': 'It came back: the mailbox refused its attachment.',
  'Bad content': 'The provider refused its content.',

  // docs.aws.amazon.com/sms-voice/latest/userguide/configuration-sets-event-types.html
  TEXT_BLOCKED: 'The phone or the carrier blocks our texts.',
  TEXT_CARRIER_BLOCKED: 'The carrier blocked the text.',
  TEXT_CARRIER_UNREACHABLE: 'The carrier could not be reached.',
  TEXT_INVALID: 'The number cannot take texts.',
  TEXT_INVALID_MESSAGE: 'The carrier could not read the text.',
  TEXT_PROTECT_BLOCKED: 'The account’s own protection blocked the number.',
  TEXT_SPAM: 'The carrier took the text for spam.',
  TEXT_TTL_EXPIRED: 'The phone could not be reached before the allowed hours ended.',
  TEXT_UNREACHABLE: 'The phone could not be reached.',
};

/** Codes of providers look like one of these; words of people do not. */
const code = /^(?:[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)*|[A-Z]+(?:_[A-Z0-9]+)+|E[A-Z]+)$/;

/** A reason in words. A provider's that nobody foresaw is quoted; what is said in words already stays. */
export function reasonText(reason: string): string {
  if (Object.hasOwn(reasons, reason)) return reasons[reason as Reason];
  if (Object.hasOwn(providers, reason)) return providers[reason] ?? reason;
  return code.test(reason) ? `The provider said: ${reason}.` : reason;
}
