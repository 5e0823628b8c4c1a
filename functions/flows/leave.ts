import { type ConsentEvidence, wordingHash } from '../core/consent';
import { drainMargin } from '../core/due';
import type { Guard, SuppressionReason } from '../core/guard';
import { leftChannel, underWayUntil } from '../core/person';
import type { Practice } from '../core/practice';
import type { ChannelName, Subscriber } from '../core/subscriber';
import { type Instant, second } from '../core/time';
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
  ledger: { addEvidence(evidence: ConsentEvidence): Promise<string> };
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
    left = await ports.people.change(id, (current) =>
      leftChannel(current, channel, 'unsubscribed', reasons[context.means], now),
    );
  }
  const at = left?.channels[channel]?.since ?? now;
  await ports.guardOf(reached.address, (guard) =>
    guard.suppressed ? undefined : { ...guard, channel, suppressed: { reason: reasons[context.means], at } },
  );
  return { channel, drained: await drain(ports, id, channel) };
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
  const text = context.said ?? `Left by ${context.means}.`;
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
