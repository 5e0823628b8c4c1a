import { type ChannelName, channelNames, traits } from '../base/channel';
import { hour, type Instant, second } from '../base/time';
import { confirmationLives, forbidsQuestions, type Guard, isContested, mayAsk, withAsk } from './guard';
import { isProven, isProvenChannel } from './proof';
import type { Channel, ConsentRef, Subscriber } from './subscriber';

/** An address that a sign-up names, as it wants to be reached there. */
export interface Named {
  channel: ChannelName;
  address: string;
}

/** The other address that the sign-up names, if a sign-up may name one beside this channel's. */
export const besideOf = ({ channels }: Pick<Subscriber, 'channels'>, channel: ChannelName): Channel | undefined => {
  const { pairedWith } = traits[channel];
  return pairedWith && channels[pairedWith];
};

/** The addresses that a sign-up names. */
export const namedBy = ({ channels }: Pick<Subscriber, 'channels'>): Named[] =>
  channelNames.flatMap((channel) => {
    const address = channels[channel]?.address;
    return address === undefined ? [] : [{ channel, address }];
  });

/** Whether this sign-up names these addresses and no others, so that it disputes none of them. */
export const isSamePair = (form: Pick<Subscriber, 'channels'>, wanted: readonly Named[]): boolean =>
  channelNames.every(
    (name) => form.channels[name]?.address === wanted.find(({ channel }) => channel === name)?.address,
  );

/** Whether this sign-up still waits for its first proof, so that the same one sent again is this one. */
export const isUnanswered = (form: Subscriber, wanted: readonly Named[]): boolean =>
  form.kind === 'runner' &&
  !isProven(form) &&
  isSamePair(form, wanted) &&
  wanted.every(({ channel }) => form.channels[channel]?.home === undefined);

/** Whether this sign-up still waits for that address to answer. */
export const isWaiting = (form: Subscriber | undefined, { channel, address }: Named, now: Instant): boolean => {
  const reached = form?.channels[channel];
  return reached?.address === address && reached.asked !== undefined && now <= reached.asked.by;
};

/** A question lives 7 days: the one on the item, and the mail that a link stands in. No link answers an older sign-up. */
export function isOpen(form: Subscriber, channel: ChannelName, askedAt: Instant | undefined, now: Instant): boolean {
  const { asked } = form.channels[channel] ?? {};
  if (!asked || now > asked.by) return false;
  return askedAt === undefined || (askedAt + second > form.createdAt && now <= askedAt + confirmationLives);
}

/** A sign-up from before its address said goodbye. On the address's own record the goodbye itself takes the question. */
export const isVoid = (form: Subscriber, { owner, suppressed }: Guard, consent: ConsentRef): boolean =>
  owner !== form.id && suppressed !== undefined && suppressed.at > consent.at;

/** Whether a goodbye came between the question and its answer. On the sign-up itself it takes the question with it. */
export const hasLeft = (reached: Channel | undefined, { at }: ConsentRef, isForm: boolean): boolean =>
  isForm
    ? reached?.asked === undefined
    : (reached?.status === 'unsubscribed' || reached?.status === 'suppressed') && reached.since > at;

/** Proven by the number, or nobody else's: what an unproven number texts never stands where a mail could read it. */
export const isNumbersOwn = ({ channels }: Pick<Subscriber, 'channels'>): boolean =>
  isProvenChannel(channels.sms) || channels.email === undefined;

/** How long a sign-up that is sent again counts as the same try. */
export const sameTry = hour;

/** A sign-up that names an address. */
export interface Taking {
  form: string;
  channel: ChannelName;
  /** Whose sign-up waited for the address when it was looked at. */
  seen: string | undefined;
  /** That one pairs it otherwise, and still waits. */
  rival: boolean;
  /** A question that was counted and never put. */
  unput: Instant | undefined;
  /** Other spellings of the same mailbox may be asked, too. */
  mayAskShared: boolean;
}

/**
 * The guard once this sign-up has taken its address, and the moment that names the question to put, if any. The newest
 * sign-up takes an address whether or not it may be asked again.
 */
export function takenBy(
  found: Guard,
  { form, channel, seen, rival, unput, mayAskShared }: Taking,
  now: Instant,
): { guard: Guard | undefined; askedAt: Instant | undefined } {
  const guard = { ...found, asked: found.asked.filter((at) => at !== unput) };
  const last = guard.asked.at(-1);
  const again = guard.askedFor === form && last !== undefined && now - last < sameTry ? last : undefined;
  const fresh = mayAsk(guard.asked, now) && mayAskShared ? now : undefined;
  const askedAt = forbidsQuestions(guard) ? undefined : (again ?? fresh);
  const asks = again === undefined && askedAt !== undefined;
  if (!asks && guard.wish === form) return { guard: undefined, askedAt };
  return {
    askedAt,
    guard: {
      ...guard,
      channel,
      wish: form,
      ...(isDisputed(guard, { form, seen, rival }) ? { contested: now } : {}),
      ...(asks ? { asked: withAsk(guard.asked, now), askedFor: form } : {}),
    },
  };
}

/** Somebody who came between has not been looked at, so they count as a rival. */
const isDisputed = ({ wish }: Guard, { form, seen, rival }: Pick<Taking, 'form' | 'seen' | 'rival'>): boolean =>
  wish !== undefined && wish !== form && (rival || wish !== seen);

/** The guard once staff have this sign-up asked at that moment: beyond the limits that hold strangers, and counted. */
export const askedOnceMore = (
  guard: Guard,
  { channel, ...taking }: Pick<Taking, 'form' | 'channel' | 'seen' | 'rival'>,
  askedAt: Instant,
): Guard => ({
  ...guard,
  channel,
  wish: taking.form,
  askedFor: taking.form,
  ...(isDisputed(guard, taking) ? { contested: askedAt } : {}),
  asked: guard.asked.includes(askedAt) ? guard.asked : withAsk(guard.asked, askedAt),
});

/** Why staff cannot have this sign-up asked once more, in words for them. `unput`: counted a moment ago and never put. */
export function whyNotAsked(
  reached: Channel,
  guard: Guard,
  asked: readonly Instant[],
  unput: Instant | undefined,
  now: Instant,
): string | undefined {
  if (isProvenChannel(reached) || reached.home !== undefined) return 'This address is confirmed already.';
  if (forbidsQuestions(guard))
    return 'This address bounced, complained or was blocked by its carrier. No question may go there.';
  if (reached.status !== 'pending' || !reached.asked || (guard.suppressed?.at ?? 0) > reached.asked.consent.at)
    return 'No sign-up waits here, or they have left since. Only a new sign-up of their own brings a question.';
  if (asked.some((at) => at !== unput && now - at <= hour))
    return 'We asked an hour ago or less. Please have them look for that message first.';
  return undefined;
}

/** What is known when an address answers a sign-up. */
export interface Proof {
  form: Subscriber;
  channel: ChannelName;
  /** Of the address that answered. */
  guard: Guard;
  /** The record that the guard names as owner. */
  owner?: Subscriber | undefined;
  /** The record that owns the other address of the same sign-up. */
  besideOwner?: Subscriber | undefined;
  /** The sign-up whose question was put to the address, where that is another one: it may name another pair. */
  shown?: Subscriber | undefined;
  /** The last question to a number was counted, and has not gone out for all that is known. */
  unput?: boolean;
  /** The person who answered says that the other address of the sign-up is not theirs. */
  alone?: boolean;
}

/**
 * Whose record an address joins once it is proven (docs/adr/0010).
 * owner: it was proven before, and its own record takes the answers · form: the sign-up becomes the record ·
 * beside: the record that the other address of this pair proved takes it in · apart: it becomes a record of its own.
 */
export type Home = 'owner' | 'form' | 'beside' | 'apart';

export function homeOf(proof: Proof, now: Instant): Home {
  const { form, channel, guard, owner, besideOwner, alone } = proof;
  const address = form.channels[channel]?.address;
  const proven = owner?.channels[channel];
  const provesByLink = traits[channel].proof === 'link';
  if (owner && proven?.address === address && isProvenChannel(proven)) return owner.id === form.id ? 'form' : 'owner';
  // Another press of this mailbox is under way there, or died there: two records must not both have it.
  if (owner && guard.joining === owner.id && owner.id !== form.id && proven?.address === address && provesByLink)
    return 'owner';
  const beside = besideOf(form, channel);
  if (!beside || beside.home !== undefined) return 'form';
  if (isContested(guard, now) || !wasTold(proof)) return 'apart';
  if (isProvenChannel(beside)) return alone ? 'apart' : 'form';
  return !alone && besideOwner && takesIn(besideOwner, form, channel) ? 'beside' : 'form';
}

/** Whether the other address of the sign-up may wait on the record that this one proved: it was asked about the pair, undisputed. */
export const mayBring = (proof: Proof, now: Instant): boolean => !isContested(proof.guard, now) && wasTold(proof);

/** Whether the address was asked about this very pair. A mail's link stands in its question; YES answers what came last. */
function wasTold({ form, channel, guard, shown, unput }: Proof): boolean {
  if (traits[channel].proof === 'link') return true;
  if (unput) return false;
  if (guard.askedFor === form.id) return true;
  return shown !== undefined && isSamePair(shown, namedBy(form));
}

/** Only a record that was told of this very pair: its own proof answered a sign-up that names both. */
function takesIn(record: Subscriber, form: Subscriber, channel: ChannelName): boolean {
  const theirs = besideOf(record, channel);
  const waits = record.channels[channel];
  return (
    record.id !== form.id &&
    theirs?.address === besideOf(form, channel)?.address &&
    isProvenChannel(theirs) &&
    waits?.address === form.channels[channel]?.address
  );
}
