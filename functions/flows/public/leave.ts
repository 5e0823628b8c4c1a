import type { ChannelName } from '../../core/base/channel';
import { type Instant, second } from '../../core/base/time';
import { readToken } from '../../core/base/token';
import { answeredNow, type StopAnswer, withStopAnswer } from '../../core/membership/stop-answer';
import { channelOf } from '../../core/messages/links';
import { channelOfAddress } from '../../core/person/address';
import { after, withChannel } from '../../core/person/contact';
import type { Guard, SuppressionReason } from '../../core/person/guard';
import type { Subscriber } from '../../core/person/subscriber';
import { evidenceOf } from '../../core/practice/consent';
import { drainMargin } from '../../core/sending/due';
import { leftChannel, underWayUntil } from '../../core/sending/leave-channel';
import { refuseSample } from '../../core/series/sample';
import type { AddressKey, Clock, Guards, GuardsByKey, Keys, Ledger, OfPractice, People, Sleep } from '../ports';

export type LeavePorts = Clock &
  Sleep &
  Keys &
  OfPractice &
  People<'load' | 'change'> &
  AddressKey &
  Guards &
  GuardsByKey &
  Ledger<'addEvidence' | 'addHistory'>;

export interface LeaveContext {
  /** By which of the ways out; staff record what they were told by voice, mail or letter. */
  means: 'one-click' | 'page' | 'preferences' | 'text' | 'staff' | 'erasure';
  ip?: string;
  userAgent?: string;
  /** What the person wrote, where words were the way out. */
  said?: string;
  /** How a goodbye by text is answered. The words of somebody in need ask for another answer, and bring none here. */
  answer?: StopAnswer | undefined;
}

export interface Left {
  channel: ChannelName;
  /** False if neither a record nor an address was found: then nothing was stopped, and nobody may be told so. */
  found: boolean;
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

/**
 * The unsubscribe link. It stops the record it was sent to, and its address whoever has it by now: the person may have
 * been erased and signed up anew, changed their address, or come back with a backup. The guard outlives all of that.
 */
export async function leaveByLink(ports: LeavePorts, token: string, context: LeaveContext): Promise<Left> {
  const [sub = '', letter, key] = readToken(ports.keys, 'unsubscribe', token);
  refuseSample(`sub_${sub}`);
  const channel = channelOf(letter);
  const left = await leaveChannel(ports, `sub_${sub}`, channel, context);
  return key === undefined ? left : both(left, await leaveByKey(ports, key, channel, context));
}

/** Someone types the address that is to be left alone. It is, known or not, and the answer is the same. */
export const leaveByAddress = (ports: LeavePorts, address: string, context: LeaveContext): Promise<Left> =>
  leaveByKey(ports, ports.addressKey(address), channelOfAddress(address), context);

const both = (one: Left, other: Left): Left => ({
  channel: one.channel,
  found: one.found || other.found,
  drained: one.drained && other.drained,
});

/** Whoever has this address leaves; then its guard says so, for whoever has it next. */
async function leaveByKey(ports: LeavePorts, key: string, channel: ChannelName, context: LeaveContext): Promise<Left> {
  const { owner } = await ports.guardAt(key, channel, (guard) => guard);
  const address = owner === undefined ? undefined : (await ports.people.load(owner))?.channels[channel]?.address;
  const theirs = address !== undefined && ports.addressKey(address) === key;
  const left = owner !== undefined && theirs ? await leaveChannel(ports, owner, channel, context) : undefined;
  const at = ports.now();
  const guard = await ports.guardAt(key, channel, (current) =>
    current.suppressed ? undefined : { ...current, suppressed: { reason: reasons[context.means], at } },
  );
  await endWishes(ports, guard, channel);
  if (guard.owner !== undefined && guard.owner !== owner) return leaveByKey(ports, key, channel, context);
  return left ?? { channel, found: true, drained: true };
}

/** A sign-up that waits for this address waits no more: its question goes with the goodbye. */
async function endWishes(
  ports: LeavePorts,
  { wish, askedFor, joining, owner }: Guard,
  channel: ChannelName,
): Promise<void> {
  const now = ports.now();
  for (const id of new Set([wish, askedFor, joining]))
    if (id !== undefined && id !== owner)
      await ports.people.change(id, (form) =>
        form.channels[channel]?.asked || (id === joining && form.channels[channel]?.status === 'active')
          ? leftChannel(form, channel, 'unsubscribed', 'unsubscribed', now)
          : undefined,
      );
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
  if (!person || !reached) return { channel, found: false, drained: true };

  // A goodbye that crosses an open question has to be newer than it, also of somebody who had left before.
  const { wish, joining, owner: proven } = await ports.guardOf(reached.address, (current) => current);
  const crossing = wish !== undefined || joining !== undefined;
  const { answer } = context;
  let left: Subscriber | undefined = person;
  if (reached.status !== 'unsubscribed' || reached.asked) {
    await withdraw(ports, id, channel, reached.address, context, now);
    left = await ports.people.change(id, (current) => {
      const gone = leftChannel(current, channel, 'unsubscribed', reasons[context.means], now);
      // A second STOP gets no answer: that would be a text after a stop.
      const first = current.channels[channel]?.status !== 'unsubscribed';
      return first && answer ? withStopAnswer(gone, answer, now) : gone;
    });
  } else {
    left = await ports.people.change(id, (current) => {
      const is = current.channels[channel];
      if (!is || (is.status === 'unsubscribed' && !crossing)) return undefined;
      const gone = leftChannel(current, channel, 'unsubscribed', reasons[context.means], now);
      return withChannel(gone, channel, { ...gone.channels[channel]!, since: after(is, now) });
    });
  }
  // Forgetting a record says nothing for an address that it only names.
  if (context.means === 'erasure' && reached.consent === undefined && proven !== id)
    return { channel, found: true, drained: await drain(ports, id, channel) };
  const at = left?.channels[channel]?.since ?? now;
  const guard = await ports.guardOf(reached.address, (current) =>
    current.suppressed ? undefined : { ...current, suppressed: { reason: reasons[context.means], at } },
  );
  await endWishes(ports, guard, channel);
  const { owner = id } = guard;
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
  return { channel, found: true, drained };
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
  const act = { subscriber, channel, action: 'withdrawn' as const, at, address, wording: context.means, text };
  await ports.ledger.addEvidence(evidenceOf(ports.practice, act, { ...context, page: context.means }));
}
