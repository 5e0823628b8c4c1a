import { type ConsentEvidence, wordingHash } from '../core/consent';
import { drainMargin } from '../core/due';
import type { Guard, SuppressionReason } from '../core/guard';
import { derivedId } from '../core/id';
import type { HistoryEntry } from '../core/journal';
import { meaningOf } from '../core/keyword';
import { addNotice } from '../core/notice';
import { leftChannel, underWayUntil } from '../core/person';
import type { Practice } from '../core/practice';
import type { ChannelName, Notice, Subscriber } from '../core/subscriber';
import { day, type Instant, second } from '../core/time';
import { type LinkKeys, readToken } from '../core/token';

export interface LeavePorts {
  now(): Instant;
  sleep(ms: number): Promise<void>;
  keys: LinkKeys;
  practice: Practice;
  people: {
    load(id: string): Promise<Subscriber | undefined>;
    change(id: string, edit: (person: Subscriber) => Subscriber | undefined): Promise<Subscriber | undefined>;
  };
  guardOf(address: string, edit: (guard: Guard) => Guard | undefined): Promise<Guard>;
  ledger: {
    addEvidence(evidence: ConsentEvidence): Promise<string>;
    addHistory(entry: HistoryEntry): Promise<boolean>;
  };
}

export interface LeaveContext {
  /** By which of the ways out; staff record what they were told by voice, mail or letter. */
  means: 'one-click' | 'page' | 'preferences' | 'text' | 'staff' | 'erasure';
  ip?: string;
  userAgent?: string;
  /** What the person wrote, where words were the way out. */
  said?: string;
}

export interface Left {
  channel: ChannelName;
  /** False only if a request under way could not be waited out: then one more message may still arrive. */
  drained: boolean;
}

const reasons: Record<LeaveContext['means'], SuppressionReason> = {
  'one-click': 'unsubscribed',
  page: 'unsubscribed',
  preferences: 'unsubscribed',
  text: 'stop',
  staff: 'staff',
  erasure: 'erased',
};

/** The unsubscribe link. A genuine link of somebody already erased is answered like any other (RFC 8058 3.1). */
export async function leaveByLink(ports: LeavePorts, token: string, context: LeaveContext): Promise<Left> {
  const [sub = '', letter] = readToken(ports.keys, 'unsubscribe', token);
  return leaveChannel(ports, `sub_${sub}`, letter === 's' ? 'sms' : 'email', context);
}

const stopAnswer = 'sms-stop';
/**
 * After five minutes its lateness has to be justified (47 CFR 64.1200(a)(12)): by a kill switch, whose reason and hour
 * stand in the audit trail. After a day silence has said the same.
 */
const stopAnswerLives = day;
/** A toll-free STOP is answered by the network: no other number, and no other word. */
const tollFree = /^\+18(00|33|44|55|66|77|88)/;

/**
 * Whoever leaves by text is told so, once: 47 CFR 64.1200(a)(12). The words of somebody in need ask for another answer,
 * which goes out whether or not they leave.
 */
function isAnswered({ practice }: LeavePorts, { means, said = '' }: LeaveContext): boolean {
  if (means !== 'text' || meaningOf(said).kind !== 'stop') return false;
  return !(tollFree.test(practice.sender.smsNumber) && /^\s*stop\s*$/i.test(said));
}

/**
 * The answer to STOP stands in the very save that makes it true, so no crash comes between. It is due when nothing that
 * was claimed before can still start; the end of the drain calls it earlier.
 */
function withAnswer(person: Subscriber, now: Instant): Subscriber {
  const { since } = person.channels.sms!;
  return addNotice(person, {
    id: derivedId('ntc', stopAnswer, person.id, String(since)),
    kind: stopAnswer,
    channel: 'sms',
    dueAt: Math.max(now, underWayUntil(person, 'sms', drainMargin) ?? now),
    expiresAt: now + stopAnswerLives,
  });
}

/** Nothing more can start, so there is nothing left to wait for. */
function answeredNow(person: Subscriber, now: Instant): Subscriber | undefined {
  const waits = ({ kind, phase, tries, dueAt }: Notice) =>
    kind === stopAnswer && phase === 'waiting' && tries === undefined && dueAt > now;
  if (!person.notices.some(waits)) return undefined;
  return { ...person, notices: person.notices.map((one) => (waits(one) ? { ...one, dueAt: now } : one)) };
}

/**
 * Leaving is ordered against sending by the item itself: after this write no claim succeeds. If a request was claimed
 * before it, the answer waits until that request is settled or can no longer start. Item first, because the claim
 * reads it, then the guard, because it outlives the person; a crash between is repaired by the next visit to either.
 */
export async function leaveChannel(
  ports: LeavePorts,
  id: string,
  channel: ChannelName,
  context: LeaveContext,
): Promise<Left> {
  const now = ports.now();
  const person = await ports.people.load(id);
  const reached = person?.channels[channel];
  if (!person || !reached) return { channel, drained: true };

  let left: Subscriber | undefined = person;
  if (reached.status !== 'unsubscribed' || reached.asked) {
    await withdraw(ports, id, channel, reached.address, context, now);
    left = await ports.people.change(id, (current) => {
      const gone = leftChannel(current, channel, 'unsubscribed', reasons[context.means], now);
      // A second STOP gets no answer: that would be a text after a stop.
      const first = current.channels[channel]?.status !== 'unsubscribed';
      return first && isAnswered(ports, context) ? withAnswer(gone, now) : gone;
    });
  }
  const at = left?.channels[channel]?.since ?? now;
  const { owner = id } = await ports.guardOf(reached.address, (guard) =>
    guard.suppressed ? undefined : { ...guard, channel, suppressed: { reason: reasons[context.means], at } },
  );
  // An old link may be of somebody who has signed up anew since: it is the address that wants no more.
  const elsewhere = owner === id || (await leftElsewhere(ports, owner, channel, reached.address, context));
  const drained = (await drain(ports, id, channel)) && elsewhere;
  // Counted, since it is the one thing a person who left can still notice.
  if (!drained)
    await ports.ledger.addHistory({
      subscriber: id,
      id: `undrained-${channel}-${at}`,
      at: ports.now(),
      happening: { what: 'undrained', channel },
    });
  if (drained && context.means === 'text')
    await ports.people.change(id, (current) => answeredNow(current, ports.now()));
  return { channel, drained };
}

/** Whoever has the address now leaves with it; answers whether that has drained. */
async function leftElsewhere(
  ports: LeavePorts,
  owner: string,
  channel: ChannelName,
  address: string,
  context: LeaveContext,
): Promise<boolean> {
  const person = await ports.people.load(owner);
  if (person?.channels[channel]?.address !== address) return true;
  return (await leaveChannel(ports, owner, channel, context)).drained;
}

/** Waits, within the bound, until no marketing request of this channel can still start or be under way. */
async function drain(ports: LeavePorts, id: string, channel: ChannelName): Promise<boolean> {
  for (;;) {
    const person = await ports.people.load(id);
    const until = person && underWayUntil(person, channel, drainMargin);
    if (until === undefined) return true;
    const now = ports.now();
    if (now >= until) return false;
    await ports.sleep(Math.min(until - now, second / 4));
  }
}

async function withdraw(
  ports: LeavePorts,
  subscriber: string,
  channel: ChannelName,
  address: string,
  context: LeaveContext,
  at: Instant,
): Promise<void> {
  // A text of ten parts would not fit an entry of 1 KB; staff's own words are short.
  const text = context.said?.slice(0, context.means === 'text' ? 160 : undefined) ?? `Left by ${context.means}.`;
  await ports.ledger.addEvidence({
    subscriber,
    channel,
    action: 'withdrawn',
    at,
    seller: ports.practice.legalName,
    address,
    wording: context.means,
    text,
    textHash: wordingHash(text),
    page: context.means,
    ...(context.ip ? { ip: context.ip } : {}),
    ...(context.userAgent ? { userAgent: context.userAgent.slice(0, 300) } : {}),
  });
}
