import type { ChannelName } from '../base/channel';
import type { RandomBytes } from '../base/id';
import { newId } from '../base/id';
import { day, type Instant } from '../base/time';
import type { Notice, NoticeKind, Subscriber } from './subscriber';

export interface WantedNotice {
  /** A derived id makes a repeated request one notice. */
  id: string;
  kind: NoticeKind;
  channel: ChannelName;
  dueAt: Instant;
  expiresAt: Instant;
  data?: Record<string, string>;
}

/** What asks for something or greets: nobody who has left wants it any more. Answers to STOP, HELP and emergencies stay. */
const inviting: ReadonlySet<NoticeKind> = new Set([
  'confirm-email',
  'confirm-sms',
  'sms-welcome',
  'sms-tips-disclosure',
  'sms-ask-again',
  'sms-profile-link',
  'sms-check-in',
]);
export const invites = ({ kind }: Pick<Notice, 'kind'>): boolean => inviting.has(kind);

/**
 * All that an address gets before a person has confirmed it: the question itself, and by text the answers that its own
 * text asked for. A message about a record goes to a verified address only, since anyone can type anyone's address.
 */
const beforeProof: ReadonlySet<NoticeKind> = new Set([
  'confirm-email',
  'confirm-sms',
  'sms-tips-disclosure',
  'sms-ask-again',
  'sms-stop',
  'sms-help',
  'sms-emergency',
  'sms-crisis',
  'sms-not-understood',
  'sms-language',
]);
export const needsProof = ({ kind }: Pick<Notice, 'kind'>): boolean => !beforeProof.has(kind);

/** What nobody may miss, however many other answers wait. */
const urgent: ReadonlySet<NoticeKind> = new Set(['sms-crisis', 'sms-emergency', 'sms-stop']);

/** A person never waits for more service messages than this; older ones go first. */
const atMost = 12;

/** Puts a service message on the person; the send worker renders and sends it like everything else. */
export function addNotice(person: Subscriber, wanted: WantedNotice): Subscriber {
  if (person.notices.some((one) => one.id === wanted.id)) return person;
  const notice: Notice = { ...wanted, phase: 'waiting' };
  const oldest = person.notices.find((one) => one.phase === 'waiting' && !urgent.has(one.kind));
  const kept = person.notices.length >= atMost ? person.notices.filter((one) => one !== oldest) : person.notices;
  if (kept.length >= atMost && !urgent.has(wanted.kind)) return person;
  return { ...person, notices: [...kept, notice] };
}

/** The usual case: due now, worthless after a day. */
export function notify(
  person: Subscriber,
  what: { kind: NoticeKind; channel: ChannelName; now: Instant; data?: Record<string, string> },
  bytes: RandomBytes,
): Subscriber {
  const { now, ...rest } = what;
  return addNotice(person, { ...rest, id: newId('ntc', bytes), dueAt: now, expiresAt: now + day });
}
