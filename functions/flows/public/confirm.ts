import { type ChannelName, traits } from '../../core/base/channel';
import { StridewellError } from '../../core/base/error';
import { derivedId } from '../../core/base/id';
import type { Instant } from '../../core/base/time';
import { readToken, unpackTime } from '../../core/base/token';
import {
  activated,
  begin,
  type Confirmed,
  followed,
  handedOver,
  isBesideProven,
  summary,
  withBeside,
} from '../../core/membership/confirmed';
import { proofWords, questionAt } from '../../core/membership/question';
import { channelOf, datesPath } from '../../core/messages/links';
import { countedAs } from '../../core/person/address';
import { newPerson, unprovenLives, withChannel } from '../../core/person/contact';
import { type Guard, released } from '../../core/person/guard';
import { type Hint, hintOf } from '../../core/person/hint';
import { notify } from '../../core/person/notice';
import type { Channel, Subscriber } from '../../core/person/subscriber';
import { besideOf, type Home, hasLeft, homeOf, isOpen, isVoid, mayBring } from '../../core/person/wish';
import { type ConsentEvidence, evidenceOf } from '../../core/practice/consent';
import { deliveryId, mayHaveGone } from '../../core/sending/delivery';
import { rerouted } from '../../core/series/enrollment';
import type { AddressKey, Books, Clock, Guards, Keys, Ledger, OfPractice, People, Random, Wake } from '../ports';
import { type Evergreen, evergreenOf } from './evergreen';

export type ConfirmPorts = Clock &
  Random &
  Keys &
  OfPractice &
  People<'load' | 'create' | 'change'> &
  AddressKey &
  Guards &
  Books &
  Ledger<'addEvidence' | 'ofPerson' | 'delivery'> &
  Wake &
  Evergreen;

interface ProofContext {
  page: string;
  ip?: string;
  userAgent?: string;
}

/** What the confirm page shows before anything is pressed. */
export interface Confirmation {
  state: 'ready' | 'done' | 'expired';
  channel: ChannelName;
  /** The other address of the same sign-up, in part, so that its reader can say that it is not theirs. */
  beside?: Hint;
}

/** Reading it changes nothing. */
export async function confirmation(ports: ConfirmPorts, token: string): Promise<Confirmation> {
  const { id, channel, askedAt, key } = answered(ports, token);
  const { form, reached } = await found(ports, id, channel, key);
  if (!form || !reached) return { state: 'expired', channel };
  if (reached.status === 'active') return { state: 'done', channel };
  if (!isOpen(form, channel, askedAt, ports.now())) return { state: 'expired', channel };
  const beside = besideOf(form, channel);
  return { state: 'ready', channel, ...(beside && !beside.home ? { beside: hintOf(beside.address) } : {}) };
}

/** The button on that page. `alone`: the other address of the sign-up is not theirs. */
export async function confirm(
  ports: ConfirmPorts,
  token: string,
  context: ProofContext,
  alone = false,
): Promise<Confirmed & { datesPath: string }> {
  const { id, channel, askedAt, key } = answered(ports, token);
  const done = await prove(ports, id, channel, context, { askedAt, key, alone });
  return { ...done, datesPath: datesPath(ports.keys, done.subscriber, channel) };
}

/** The same for an address that answered by its own means: YES from a phone. */
export async function confirmChannel(
  ports: ConfirmPorts,
  id: string,
  channel: ChannelName,
  context: ProofContext,
): Promise<Confirmed> {
  return prove(ports, id, channel, context, {});
}

/**
 * The address of a sign-up is verified: activates its channel on the record that the address belongs to, applies the
 * sign-up's answers and consent to that record, and begins the evergreen series. Idempotent. The writes go in one order
 * (evidence, owner on the guard, record, counts on the guard, sign-up), so that a repeat finishes what a crash left.
 */
async function prove(
  ports: ConfirmPorts,
  id: string,
  channel: ChannelName,
  context: ProofContext,
  how: { askedAt?: Instant; key?: string; alone?: boolean },
): Promise<Confirmed> {
  const { askedAt, key, alone = false } = how;
  const now = ports.now();
  const { form, reached } = await found(ports, id, channel, key);
  if (!form || !reached) throw expired();
  const { address } = reached;
  const series = await evergreenOf(ports);
  if (reached.status === 'active' && !reached.asked) {
    await release(ports, form.id, address, reached.since);
    return summary(form, channel, await ports.book(form, series), now, ports.evergreen);
  }
  const guard = await ports.guardOf(address, (current) => current);
  const { asked } = reached;
  if (!asked || !isOpen(form, channel, askedAt, now) || isVoid(form, guard, asked.consent))
    return refuse(ports, address, form.id);

  const { home, joins, brings } = await homeFor(ports, form, channel, guard, alone, now);
  const ref = await proof(ports, home.id, form, channel, context, now);
  // Before the record, so that a goodbye that comes between finds it.
  let taken = false;
  await ports.guardOf(address, (current) => {
    // Somebody was quicker (another press, a sign-up, a goodbye), so whose record this is has to be asked again.
    taken = current.rev !== guard.rev && current.owner !== home.id;
    // Also written where the owner stays: whoever has read the guard before then asks again.
    const isMarked = current.owner === home.id && current.joining === home.id;
    return taken || isMarked ? undefined : { ...current, owner: home.id, joining: home.id };
  });
  if (taken) return prove(ports, id, channel, context, how);
  const book = await ports.book(home, series);
  const { pairedWith: other, welcome } = traits[channel];
  let overtaken = false;
  const confirmed = await ports.people.change(home.id, (current) => {
    const before = current.channels[channel];
    // The other address has answered meanwhile, so whose record this is has to be asked again.
    overtaken = joins === 'form' && isBesideProven(current, channel) !== isBesideProven(form, channel);
    if (overtaken) return undefined;
    if (before?.status === 'active' && before.consent?.at === asked.consent.at) return undefined;
    if (hasLeft(before, asked.consent, home.id === form.id)) return undefined;
    const active = activated(current, form, channel, { ...asked.consent, ref }, now);
    const paired = withBeside(active, form, other, alone, brings, now);
    const begun = series.reduce((next, one) => begin(next, channel, one, book, now), rerouted(paired, book, now));
    return welcome ? notify(begun, { kind: welcome, channel, now }, ports.bytes) : begun;
  });
  if (overtaken) return prove(ports, id, channel, context, how);
  const active = confirmed?.channels[channel];
  if (!confirmed || active?.status !== 'active') return refuse(ports, address, home.id);
  await release(ports, home.id, address, active.since);
  await handOver(ports, form, confirmed, channel, alone, now);
  await ports.wake(home.id, channel);
  return summary(confirmed, channel, book, now, ports.evergreen);
}

/** The record this address joins, made if it becomes one of its own; the form itself in most cases. */
async function homeFor(
  ports: ConfirmPorts,
  form: Subscriber,
  channel: ChannelName,
  guard: Guard,
  alone: boolean,
  now: Instant,
): Promise<{ home: Subscriber; joins: Home; brings: boolean }> {
  const owner = guard.owner === undefined ? undefined : await ports.people.load(guard.owner);
  const beside = besideOf(form, channel);
  const besideGuard = beside && (await ports.guardOf(beside.address, (current) => current));
  const besideOwner = besideGuard?.owner === undefined ? undefined : await ports.people.load(besideGuard.owner);
  const apartId = derivedId('sub', 'apart', form.id, channel);
  // A crash may have come between the record and its guard; whatever has happened since, this proof stays where it went.
  const { address, asked } = form.channels[channel]!;
  for (const record of [besideOwner, beside && (await ports.people.load(apartId))]) {
    const there = record?.channels[channel];
    if (record && there?.address === address && there.consent?.at === asked?.consent.at)
      return { home: record, joins: 'beside', brings: false };
  }
  const { askedFor } = guard;
  const shown =
    beside && askedFor !== undefined && askedFor !== form.id ? await ports.people.load(askedFor) : undefined;
  const byReply = beside !== undefined && traits[channel].proof === 'reply';
  const unput = byReply && !(await wasPut(ports, shown ?? form, channel, guard.asked.at(-1)));
  const given = { form, channel, guard, owner, besideOwner, shown, unput, alone };
  const joins = homeOf(given, now);
  const brings = joins === 'owner' && mayBring(given, now);
  if (joins !== 'apart') return { home: { form, owner: owner!, beside: besideOwner! }[joins], joins, brings };
  // What a number has texted us stays with it.
  if (owner?.kind === 'unknown' && owner.channels[channel]?.address === address) return { home: owner, joins, brings };
  const blank = withChannel({ ...newPerson(apartId, 'runner', now), expiresAt: now + unprovenLives }, channel, {
    address,
    status: 'pending',
    since: now,
  });
  return { home: (await ports.people.load(apartId)) ?? (await ports.people.create(blank)), joins, brings };
}

/** Whether the last question of this sign-up has gone to its number, or may have: a YES before that answers another one. */
async function wasPut(
  { ledger }: ConfirmPorts,
  form: Subscriber,
  channel: ChannelName,
  at?: Instant,
): Promise<boolean> {
  if (at === undefined) return false;
  const { id, kind } = questionAt(channel, form.id, at);
  const waiting = form.notices.find((one) => one.id === id);
  const put = waiting ? undefined : await ledger.delivery(form.id, deliveryId(id, kind));
  return waiting?.attempt !== undefined || (put !== undefined && mayHaveGone(put));
}

/**
 * Clears a suppression that is older than this consent, and resets the count of confirmations sent to this address.
 * Written after the record and repeated by a retry, so that a crash between the two is repaired.
 */
async function release(ports: ConfirmPorts, id: string, address: string, since: Instant): Promise<void> {
  await ports.guardOf(address, (guard) => released(guard, id, since));
  const counted = countedAs(address);
  if (counted !== address)
    await ports.guardOf(counted, (guard) => (guard.asked.length > 0 ? { ...guard, asked: [] } : undefined));
}

/** The goodbye came first: nothing joins, and the guard no longer says so. */
async function refuse({ guardOf }: ConfirmPorts, address: string, id: string): Promise<never> {
  await guardOf(address, ({ joining, ...rest }) => (joining === id ? rest : undefined));
  throw expired();
}

/** What the sign-up still holds once its address has gone to a record: the other address, or nothing but a pointer. */
async function handOver(
  ports: ConfirmPorts,
  form: Subscriber,
  home: Subscriber,
  channel: ChannelName,
  alone: boolean,
  now: Instant,
): Promise<void> {
  const { pairedWith: other } = traits[channel];
  const beside = besideOf(form, channel);
  const follows = followed(form, home, other);
  if (beside?.asked && (follows || alone))
    await ports.guardOf(beside.address, ({ wish, ...guard }) =>
      wish === form.id ? { ...guard, ...(follows ? { wish: home.id } : {}) } : undefined,
    );
  if (home.id === form.id) return;
  const gone = other && follows ? [channel, other] : [channel];
  await ports.people.change(form.id, (current) => handedOver(current, gone, home.id, now));
}

const expired = () =>
  new StridewellError('gone', 'This confirmation is no longer valid. Please sign up again; it takes a minute.');

/** A link names the sign-up in whose mail it stands, when that mail was asked for, and the mailbox it went to. */
function answered(
  ports: ConfirmPorts,
  token: string,
): { id: string; channel: ChannelName; askedAt: Instant; key: string } {
  const [sub = '', letter, at = '', key = ''] = readToken(ports.keys, 'confirm', token);
  return { id: `sub_${sub}`, channel: channelOf(letter), askedAt: unpackTime(at), key };
}

/** The sign-up as it stands, or the record that its address has joined since. */
async function found(
  ports: ConfirmPorts,
  id: string,
  channel: ChannelName,
  key: string | undefined,
): Promise<{ form?: Subscriber; reached?: Channel }> {
  const form = await ports.people.load(id);
  const reached = form?.channels[channel];
  if (!form || !reached) return {};
  // A press in one mailbox proves no other, whatever address has come into this place since.
  if (key !== undefined && ports.addressKey(reached.address) !== key) return {};
  if (reached.home === undefined) return { form, reached };
  const home = await ports.people.load(reached.home);
  const there = home?.channels[channel];
  return home && there?.address === reached.address ? { form: home, reached: there } : {};
}

/** The act itself, and under a record other than the sign-up also what was asked there: a file is whole by itself. */
async function proof(
  ports: ConfirmPorts,
  home: string,
  form: Subscriber,
  channel: ChannelName,
  context: ProofContext,
  now: Instant,
): Promise<string> {
  const { address } = form.channels[channel]!;
  if (home !== form.id)
    for (const entry of (await ports.ledger.ofPerson(form.id, evidenceAtMost)).entries)
      if (entry.kind === 'consent' && isAskedNow(form, entry.evidence))
        await ports.ledger.addEvidence({ ...entry.evidence, subscriber: home });
  const said = { wording: 'confirmation', text: proofWords[traits[channel].proof] };
  const act = { subscriber: home, channel, action: 'confirmed', at: now, address, ...said } as const;
  return ports.ledger.addEvidence(evidenceOf(ports.practice, act, context));
}

/** A sign-up holds a few entries; one that was pressed for hours holds more, and the newest are enough. */
const evidenceAtMost = 50;

/** Whether this is what the sign-up still asks, of this address or of the one beside it, which may follow. */
const isAskedNow = ({ channels }: Subscriber, { action, channel, at }: ConsentEvidence): boolean =>
  action === 'asked' && channels[channel]?.asked?.consent.at === at;
