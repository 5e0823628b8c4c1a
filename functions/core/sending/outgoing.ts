import type { ChannelName, MailChannel, TextChannel } from '../base/channel';

/** What a provider is asked to carry: one recipient, one request. */
export interface OutgoingEmail {
  channel: MailChannel;
  to: string;
  /** Marketing and service mail leave from different addresses and configuration sets. */
  stream: 'marketing' | 'transactional';
  subject: string;
  html: string;
  text: string;
  headers: { name: string; value: string }[];
  /** Small text files, such as a visit for the calendar. */
  /** Version of the disclaimer it carries. */
  disclaimer?: string;
  attachments?: { name: string; type: string; body: string }[];
  tags: Tags;
}

export interface OutgoingText {
  channel: TextChannel;
  to: string;
  stream: 'marketing' | 'transactional';
  body: string;
  /** Seconds after which the carrier gives up; ends with the recipient's window. */
  timeToLive: number;
  /** It carries a link that is found by the item it is sent to. */
  linked?: boolean;
  /** Version of the short disclaimer, if it ends with that. */
  disclaimer?: string;
  tags: Tags;
}

export type Outgoing = OutgoingEmail | OutgoingText;

/** Provider events bring these back, and with them the attempt they settle. Values are `[A-Za-z0-9_-]{1,256}`. */
export interface Tags {
  subscriber: string;
  target: string;
  step: string;
  attempt: string;
  /** The guard's key of the address it goes to. A report is about that address, even if it has a new owner by then. */
  to: string;
  /** Of a mail; a text has no room for a sixth tag. */
  disclaimer?: string;
}

/**
 * What one request's end proves. Only `accepted` is a send, only `refused`, `later`, `never-sent` and `account` prove
 * that nothing went out; everything else is `unknown` and is never tried again.
 */
export type Answer =
  | { is: 'accepted'; providerId: string }
  | { is: 'refused'; reason: string }
  | { is: 'opted-out' }
  | { is: 'later'; reason: string }
  | { is: 'never-sent'; reason: string }
  | { is: 'account'; reason: string }
  | { is: 'unknown'; reason: string };

export type SendOne = (message: Outgoing) => Promise<Answer>;

/** A report about a message, from any provider. */
export interface ProviderEvent {
  channel: ChannelName;
  tags: Omit<Tags, 'to'> & Partial<Pick<Tags, 'to'>>;
  /** The address as the provider names it. */
  recipient?: string;
  providerId: string;
  at: number;
  /** not-spam: the reader took the message out of the spam folder. */
  kind: 'accepted' | 'delivered' | 'bounced' | 'complained' | 'not-spam' | 'failed' | 'delayed';
  /** A permanent bounce or refusal. */
  lasting: boolean;
  detail?: string;
}
