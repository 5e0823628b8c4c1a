import type { ChannelName } from '../base/channel';
import type { Locale } from '../base/locale';
import type { Instant } from '../base/time';
import type { Answers } from '../practice/questions';

/**
 * pending: asked to confirm · active: confirmed · unsubscribed: said stop · suppressed: bounced, complained or
 * refused by the provider. Only the person's own fresh consent leads back from the last two.
 */
export type ChannelStatus = 'pending' | 'active' | 'unsubscribed' | 'suppressed';

/** Points at the append-only evidence in the ledger; the wording itself never rides in the item. */
export interface ConsentRef {
  at: Instant;
  /** Version of the disclosure shown, or `api`. */
  wording: string;
  /** Ledger sort key of the evidence. */
  ref: string;
}

export interface Channel {
  /** Normalised: lower-case address, or E.164 number. */
  address: string;
  status: ChannelStatus;
  /** The consent that a person confirmed. Absent until then: nobody has proven this address. */
  consent?: ConsentRef;
  /** When the current status began. */
  since: Instant;
  /** A confirmation is asked for and counts until `by` (7 days); it brings this consent with it. */
  asked?: { consent: ConsentRef; by: Instant };
  /** This address was confirmed, and the record that it belongs to is this one. */
  home?: string;
}

export const checkInAnswers = ['better', 'same', 'worse'] as const;
export type CheckInAnswer = (typeof checkInAnswers)[number];

/** Where a time zone came from, strongest first. */
export type ZoneSource = 'stated' | 'postal-code' | 'area-code' | 'practice';

export interface Profile {
  firstName: string;
  /** By question. Which there are is the practice's to say: no code knows one by name. */
  answers: Answers;
  /** What the answers mean: a doctor should see the person before any exercise. Absent when nothing speaks for that. */
  safety?: 'structural';
  /** It ends its hold on exercises when a doctor has seen the person. */
  seen?: boolean;
  checkIn?: CheckInAnswer;
  locale: Locale;
  /** Their nearest office, by its id. */
  location?: string;
  /** Whether somebody named the office or the ZIP code told it. */
  locationSource?: 'stated' | 'postal-code';
  postalCode?: string;
  /** Two letters, when postal code or area code tells it. */
  state?: string;
  /** Every zone the person may plausibly be in; a text goes only at hours open in all of them. */
  zones: string[];
  zoneSource: ZoneSource;
  /** 0 to 1. */
  zoneConfidence: number;
  /** Campaign or QR code of the sign-up. */
  source?: string;
}

/** One request to a provider, from claim to outcome. */
export interface Attempt {
  /** 1 for the first try of this step. */
  n: number;
  claimId: string;
  channel: ChannelName;
  claimedAt: Instant;
  /** After this moment the request may no longer start. */
  startBy: Instant;
  /** After this moment silence means unknown, never "try again". */
  leaseUntil: Instant;
  /** The beginning of the guard's key of the address it goes to; absent where nobody knows that (a restored run). */
  addressKey?: string;
}

/** What people decide. */
type EnrollmentStatus = 'active' | 'paused' | 'stopped' | 'finished';
/** What the machine is doing. */
type Phase = 'waiting' | 'sending' | 'unknown' | 'held';

/** The machine's part of whatever is sent: the same for a run and for a transactional message. */
interface Sending {
  id: string;
  channel: ChannelName;
  phase: Phase;
  /** Failed tries of what comes next. */
  tries?: number;
  attempt?: Attempt;
}

/** One person's run through one version of one series on one channel. */
export interface Enrollment extends Sending {
  seriesId: string;
  version: number;
  status: EnrollmentStatus;
  /** Day 0 of the run. */
  startedAt: Instant;
  /** The step that comes next; absent once finished or stopped. */
  stepId?: string;
  /** When that step should go, before window and caps. */
  dueAt?: Instant;
  /** When to look again: `dueAt` moved to an open window, past the caps, or to the end of a back-off. */
  wakeAt?: Instant;
  /** Since when nothing but the window held the step back (pause, cap or kill switch ended); lateness counts from it. */
  allowedFrom?: Instant;
  /** Accepted, unconfirmed and skipped steps, oldest first; only grows. */
  completedSteps: string[];
  lastSentAt?: Instant;
  /** Paused until then (booking, "pause 30 days"); absent while paused means until staff say so. */
  pausedUntil?: Instant;
  campaignId?: string;
  /** Campaigns that reached the person by runs which this one took the place of, until they have counted their people. */
  followed?: string[];
  /** Why it stopped. */
  reason?: string;
}

/** A service message: exempt from window, caps and pause, but sent by the same claim, gate and single request. */
export interface Notice extends Sending {
  kind: NoticeKind;
  dueAt: Instant;
  /** No use after this moment. */
  expiresAt: Instant;
  /** Small facts the words need, never an address. */
  data?: Record<string, string>;
}

export const noticeKinds = [
  'confirm-email',
  'confirm-sms',
  'sms-welcome',
  'sms-stop',
  'sms-help',
  'sms-emergency',
  'sms-crisis',
  'sms-not-understood',
  'sms-tips-disclosure',
  'sms-ask-again',
  'sms-profile-link',
  'sms-check-in',
  'sms-language',
  'desk-booking',
  'booking-received',
  'booking-confirmed',
  'data-link',
  'test-send',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export interface RecentSend {
  at: Instant;
  channel: ChannelName;
}

/** One person is one item. Everything that decides whether they may get a message is in it, saved by one conditional write. */
export interface Subscriber {
  id: string;
  /** Every save is conditional on the rev that was read. */
  rev: number;
  /** runner: signed up · unknown: texted us unasked · desk: the practice's own mailbox, or its phone in a test. */
  kind: 'runner' | 'unknown' | 'desk';
  createdAt: Instant;
  channels: Partial<Record<ChannelName, Channel>>;
  profile?: Profile;
  enrollments: Enrollment[];
  notices: Notice[];
  /** Marketing sends of the last 30 days, at most 40, for the caps. */
  recentSends: RecentSend[];
  /** No marketing until then, by the person's own wish. */
  pausedUntil?: Instant;
  /** A visit was asked for or agreed: until then nothing of a series or campaign goes out. */
  visitUntil?: Instant;
  /** Series that the person wants no more of, also in runs that begin later. */
  topicsOff?: string[];
  /** The language that a number chose before it has a profile, which then knows. */
  locale?: Locale;
  /** When a text we did not understand was last answered; once a day is enough. */
  hintedAt?: Instant;
  /** Of a desk: when its last mail about bookings was due, and the ends of the ids it was told of. */
  told?: { at: Instant; bookings: string[] };
  /** Erase then (an unknown number after 30 days). */
  expiresAt?: Instant;
  /** Where a person with several channels wants each tip; without it on the first of them, once. */
  tipsBy?: ChannelName | 'both';
  /** Written down where the links of texts are looked up, which the first such text waits for. */
  textLinked?: boolean;
}

/** The language a person reads: as they said, by text or in their profile. */
export const languageOf = ({ profile, locale }: Pick<Subscriber, 'profile' | 'locale'>): Locale =>
  profile?.locale ?? locale ?? 'en';

const fields: Record<keyof Subscriber, true> = {
  id: true,
  rev: true,
  kind: true,
  createdAt: true,
  channels: true,
  profile: true,
  enrollments: true,
  notices: true,
  recentSends: true,
  pausedUntil: true,
  visitUntil: true,
  hintedAt: true,
  told: true,
  expiresAt: true,
  topicsOff: true,
  tipsBy: true,
  textLinked: true,
  locale: true,
};

/**
 * The person without fields that only a newer release knows. Other edits keep them; erasing a channel must not, because
 * nobody here can tell whether they say something of it.
 */
export const knownOf = (person: Subscriber): Subscriber =>
  Object.fromEntries(Object.entries(person).filter(([name]) => Object.hasOwn(fields, name))) as unknown as Subscriber;
