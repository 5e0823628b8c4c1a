import type { ChannelName } from '../base/channel';
import { derivedId } from '../base/id';
import type { Instant } from '../base/time';

/**
 * The ledger's record of one intended message. The worker and the provider's events write different facts, each only
 * once, so that merging is commutative, associative and idempotent: any order, any number of times.
 */
export interface Delivery {
  subscriber: string;
  /** `msg_…`, derived from enrollment (or notice) and step, so every attempt of a step is one record. */
  id: string;
  /** Enrollment or notice. */
  target: string;
  stepId: string;
  channel: ChannelName;
  marketing: boolean;
  /** When it was first intended. */
  at: Instant;
  seriesId?: string;
  version?: number;
  campaignId?: string;
  /** The guard's key of the address it went to; of two tries to different ones, either. */
  to?: string;
  /** Version of the disclaimer that went with it. */
  disclaimer?: string;
  facts: Facts;
}

/**
 * Every fact is the earliest moment it was learned of; more facts never take one back. A step is decided on in turns
 * (skipped, unknown, held, again), so of each of these the latest counts; of bounces and of complaints the worst.
 */
export interface Facts {
  accepted?: Fact;
  skipped?: Fact;
  blocked?: Fact;
  held?: Fact;
  /** Staff let a held message be sent again. */
  again?: Fact;
  assumed?: Fact;
  stopped?: Fact;
  unknown?: Fact;
  delivered?: Fact;
  bounced?: Fact;
  complained?: Fact;
  failed?: Fact;
  clicked?: Fact;
  booked?: Fact;
}
export interface Fact {
  at: Instant;
  /** Reason or provider id; of two at the same moment the smaller string wins, so that order never matters. */
  note?: string;
  /** Revision of the person that a turn was decided on. Facts of older releases have none. */
  rev?: number;
}
export type FactName = keyof Facts;

/** Facts that come in turns, each decided on one state of the person. */
const turns: ReadonlySet<FactName> = new Set(['skipped', 'unknown', 'held', 'again']);
export const factOn = (rev: number, name: FactName, at: Instant, note: string): Facts => ({
  [name]: { at, note, ...(turns.has(name) ? { rev } : {}) },
});

/** The highest revision that a turn of this message was decided on; 0 where none is known. */
export const lastRev = ({ facts }: Pick<Delivery, 'facts'>): number =>
  Object.values(facts).reduce((most, { rev = 0 }) => Math.max(most, rev), 0);

export const deliveryId = (target: string, stepId: string): string => derivedId('msg', target, stepId);

const earlier = (a: Fact, b: Fact): Fact => {
  if (a.at !== b.at) return a.at < b.at ? a : b;
  return (a.note ?? '') <= (b.note ?? '') ? a : b;
};

/**
 * What a provider says of a bounce, the hardest first: for good; for now; an answer to a mail that has arrived, such as
 * an out-of-office note, which SES calls general or undetermined. What it does not name is for good.
 */
const softness = ({ note = '' }: Fact): number =>
  /^(Undetermined|Transient-General)/.test(note) ? 2 : note.startsWith('Transient') ? 1 : 0;

/** SES did not even try: the address was on the account's own list. That counts in none of its rates. */
const isListed = ({ note = '' }: Fact): boolean => note.endsWith('OnAccountSuppressionList');

/** Of two reports the worse one counts, in either order. */
const worse = (a: Fact, b: Fact): Fact => {
  const [by, than] = [softness(a) * 2 + Number(isListed(a)), softness(b) * 2 + Number(isListed(b))];
  return by === than ? earlier(a, b) : by < than ? a : b;
};

/**
 * The order of two turns. A worker that hung writes late what it decided on an old state of the person, so the revision
 * counts before the clock.
 */
const turn = (a: Fact, b: Fact): number => (a.rev ?? 0) - (b.rev ?? 0) || a.at - b.at;
export const isLaterTurn = (a: Fact, than: Fact): boolean => turn(a, than) > 0;

const later = (a: Fact, b: Fact): Fact => {
  const order = turn(a, b);
  return order === 0 ? earlier(a, b) : order > 0 ? a : b;
};
const merging: Partial<Record<FactName, (a: Fact, b: Fact) => Fact>> = {
  skipped: later,
  unknown: later,
  held: later,
  again: later,
  bounced: worse,
  complained: worse,
};

function mergeFacts(a: Facts, b: Facts): Facts {
  const merged: Facts = { ...a };
  for (const [name, fact] of Object.entries(b) as [FactName, Fact][]) {
    const known = merged[name];
    merged[name] = known ? (merging[name] ?? earlier)(known, fact) : fact;
  }
  return merged;
}

/**
 * The same message seen twice: facts merge, the earliest moment stays, and of two words for the same thing (the
 * audience may change between two tries) the smaller one, so that neither order nor grouping ever matters.
 */
export function mergeDelivery(a: Delivery, b: Delivery): Delivery {
  const merged: Record<string, unknown> = { ...a };
  for (const [name, value] of Object.entries(b)) {
    const known = merged[name];
    if (known === undefined || (value as string | number) < (known as string | number)) merged[name] = value;
  }
  return { ...(merged as unknown as Delivery), facts: mergeFacts(a.facts, b.facts) };
}

/** Any report about a message proves that the provider had accepted it, even a report that it failed. */
export const wasTaken = ({ facts }: Pick<Delivery, 'facts'>): boolean =>
  Boolean(facts.accepted || facts.delivered || facts.bounced || facts.complained || facts.failed || facts.clicked);

/**
 * The bounce by which a message came back, if it did. An out-of-office note follows a delivery, so "delivered" outranks
 * one that may be that; of one that nobody could determine it is not said at all.
 */
export function cameBack({ facts: { bounced, delivered } }: Pick<Delivery, 'facts'>): Fact | undefined {
  if (!bounced || bounced.note?.startsWith('Undetermined')) return undefined;
  return softness(bounced) === 2 && delivered ? undefined : bounced;
}

/** Whether it reached nobody, for all that was reported. */
export const notDelivered = (delivery: Pick<Delivery, 'facts'>): boolean =>
  cameBack(delivery) !== undefined ||
  (delivery.facts.failed !== undefined && !delivery.facts.delivered) ||
  (delivery.facts.complained !== undefined && isListed(delivery.facts.complained));

/** What SES counts of a message in the rates of an account: addresses that are dead, people who complain. */
export const ratedAs = ({ bounced, complained }: Facts): { bounced: boolean; complained: boolean } => ({
  bounced: bounced !== undefined && softness(bounced) === 0 && !isListed(bounced),
  complained: complained !== undefined && !isListed(complained),
});

/** The facts as staff are shown them: a bounce by which nothing came back is none. */
export function shownFacts(facts: Facts): Facts {
  const { bounced, ...others } = facts;
  return bounced && !cameBack({ facts }) ? others : facts;
}

/** Whether a request of this attempt was refused for good: known, even if the worker died before it could release the claim. */
export const wasRefused = ({ facts }: Pick<Delivery, 'facts'>, claimedAt: Instant): boolean =>
  facts.blocked !== undefined && facts.blocked.at >= claimedAt;

export type Outcome = 'sent' | 'unconfirmed' | 'skipped' | 'blocked' | 'held' | 'stopped' | 'unknown' | 'pending';

/** One word for staff. Proof of acceptance outranks every guess. */
export function outcomeOf({ facts }: Pick<Delivery, 'facts'>): Outcome {
  if (facts.accepted || facts.delivered || facts.bounced || facts.complained || facts.clicked) return 'sent';
  if (facts.failed) return 'blocked';
  // A message tried again may have been refused once and left without an answer once: then nobody knows.
  if (facts.assumed) return 'unconfirmed';
  if (facts.blocked) return 'blocked';
  const since = (fact: Fact | undefined) => (fact && facts.again && !isLaterTurn(fact, facts.again) ? undefined : fact);
  const held = since(facts.held);
  const unknown = held ?? since(facts.unknown);
  // Staff may leave out what is held. A skip before an unknown outcome was overtaken: the step was tried after it.
  if (facts.skipped && !(unknown && isLaterTurn(unknown, facts.skipped))) return 'skipped';
  if (held) return 'held';
  if (facts.stopped) return 'stopped';
  return unknown ? 'unknown' : 'pending';
}

/** Whether the person may have it: it was taken, or nobody knows. */
export const mayHaveGone = (delivery: Pick<Delivery, 'facts'>): boolean =>
  ['sent', 'unconfirmed', 'unknown', 'held'].includes(outcomeOf(delivery));
