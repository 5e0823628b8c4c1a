import type { ChannelName } from '../base/channel';
import type { Locale } from '../base/locale';
import { day, type Instant } from '../base/time';
import { hasReadByText, isIn } from '../practice/consent';
import type { Subscriber } from './subscriber';

/** Makes an address belong to one person, and carries suppression, because that outlives the person. */
export interface Guard {
  key: string;
  rev: number;
  channel: ChannelName;
  /** The record that proved this address; for a number, also the consentless record of what it texted us. */
  owner?: string;
  /** The newest sign-up that named this address and waits for its proof. */
  wish?: string;
  /** The sign-up whose question was the last one put to this address. */
  askedFor?: string;
  /** The record that this address is joining at this moment; a goodbye that comes between finds it here. */
  joining?: string;
  /** How often this address was proven or forgotten: a sign-up after that is another one, though it says the same. */
  turns?: number;
  /** When a sign-up that pairs this address otherwise last came while another one waited. */
  contested?: Instant;
  /** Set by leaving, bounce or complaint; lifted only by the person's own fresh consent, confirmed. */
  suppressed?: { reason: SuppressionReason; at: Instant };
  /** When confirmations were last asked for, oldest first, at most three; empty once one is answered. */
  asked: Instant[];
}

/**
 * The guard without fields that only a newer release knows. Other edits keep them; forgetting must not, because nobody
 * here can tell whether they say something of the person.
 */
export function knownGuard({ suppressed, ...guard }: Guard): Guard {
  const fields: Record<Exclude<keyof Guard, 'suppressed'>, true> = {
    key: true,
    rev: true,
    channel: true,
    owner: true,
    wish: true,
    askedFor: true,
    joining: true,
    turns: true,
    contested: true,
    asked: true,
  };
  const known = Object.fromEntries(
    Object.entries(guard).filter(([name]) => Object.hasOwn(fields, name)),
  ) as unknown as Guard;
  return suppressed ? { ...known, suppressed: { reason: suppressed.reason, at: suppressed.at } } : known;
}

export type SuppressionReason =
  | 'unsubscribed'
  | 'stop'
  | 'bounce'
  | 'complaint'
  | 'provider-opt-out'
  | 'erased'
  | 'staff';

/** Reasons that prove an address dead or unused. No question goes there, even if its owner had opted out before. */
const fromOutside: ReadonlySet<SuppressionReason> = new Set(['bounce', 'complaint']);

/** The guard once this has suppressed it. The older reason stays, but where a provider reports what forbids questions. */
export function suppressedBy(guard: Guard, reason: SuppressionReason, at: Instant): Guard {
  const { suppressed } = guard;
  if (!suppressed) return { ...guard, suppressed: { reason, at } };
  if (!fromOutside.has(reason) || forbidsQuestions(guard)) return guard;
  return { ...guard, suppressed: { ...suppressed, reason } };
}

/** No confirmation goes to an address that bounced, complained or was blocked by its carrier. */
export const forbidsQuestions = ({ suppressed }: Pick<Guard, 'suppressed'>): boolean =>
  suppressed !== undefined && (fromOutside.has(suppressed.reason) || suppressed.reason === 'provider-opt-out');

export const confirmationLives = 7 * day;

const asksAtMost = 3;
const asksWithin = 30 * day;

/**
 * At most one confirmation per address in 24 h and three in any 30 days: nobody's inbox can be bombed. Only questions
 * that were put count, so repeated attempts do not extend the wait, and nobody is locked out for good.
 */
export function mayAsk(asked: Instant[], now: Instant): boolean {
  const last = asked.at(-1);
  const counted = asked.filter((at) => now - at < asksWithin);
  return counted.length < asksAtMost && (last === undefined || now - last >= day);
}

export const withAsk = (asked: Instant[], now: Instant): Instant[] => [...asked, now].slice(-asksAtMost);

/**
 * Whether the whole disclosure has been texted to this record's phone, and was the last thing asked there or has been
 * agreed to. A question that a crash left unput was told to nobody.
 */
export function wasToldByText(
  { wish, askedFor, asked }: Guard,
  { id, channels }: Pick<Subscriber, 'id' | 'channels'>,
  now: Instant,
  locale: Locale,
): boolean {
  const { consent, asked: open } = channels.sms ?? {};
  if (consent && hasReadByText(consent, locale)) return true;
  // Terms in another language are none that the reader was told.
  if (open && !isIn(open.consent, locale)) return false;
  const last = asked.at(-1);
  return wish === id && askedFor === undefined && last !== undefined && now - last < asksWithin;
}

/** The guard once this record has proven its address: nothing else waits for it, and what is older than that is lifted. */
export function released(guard: Guard, id: string, since: Instant): Guard | undefined {
  const { suppressed, wish: _wish, askedFor: _for, joining: _joining, contested: _contested, ...rest } = guard;
  const stays = suppressed && suppressed.at > since;
  // What was asked for after this proof waits for an answer of its own.
  if (rest.owner === id && (stays || !suppressed) && (rest.asked.at(-1) ?? since + 1) > since) return undefined;
  return { ...rest, owner: id, asked: [], turns: (rest.turns ?? 0) + 1, ...(stays ? { suppressed } : {}) };
}

/** Whether two sign-ups have lately disputed this address. Then neither may bring a second address with it. */
export const isContested = ({ contested }: Pick<Guard, 'contested'>, now: Instant): boolean =>
  contested !== undefined && now - contested < confirmationLives;
