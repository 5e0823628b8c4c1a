import type { ChannelName } from '../../core/base/channel';
import { StridewellError } from '../../core/base/error';
import { derivedId } from '../../core/base/id';
import type { Instant } from '../../core/base/time';
import { asking, countedFor, withQuestion } from '../../core/membership/question';
import { namedIn, profileOf, type SignupRequest } from '../../core/membership/signup';
import { countedAs } from '../../core/person/address';
import { newPerson, unprovenLives, withChannel } from '../../core/person/contact';
import { type Guard, mayAsk, withAsk } from '../../core/person/guard';
import type { Channel, ConsentRef, Profile, Subscriber } from '../../core/person/subscriber';
import { isSamePair, isUnanswered, isWaiting, type Named, sameTry, takenBy } from '../../core/person/wish';
import { evidenceOf, shownByPage, type Wording } from '../../core/practice/consent';
import type { Clock, Guards, Ledger, OfPractice, People, Wake } from '../ports';

type SignupPorts = Clock &
  OfPractice &
  People<'load' | 'create' | 'change'> &
  Guards &
  Ledger<'addEvidence' | 'delivery'> &
  Wake;

/** Where consent was given, as the evidence keeps it. */
interface SignupContext {
  page: string;
  ip?: string;
  userAgent?: string;
  /** Version of the labels that the page showed; absent where nobody said what was shown. */
  wording?: Wording;
}

interface Wanted extends Named {
  guard: Guard;
}

/**
 * Someone asks to sign up. Anyone can type anyone's address, so a sign-up touches nobody's record: it is an item of its
 * own that waits until its addresses answer (docs/adr/0010). New, known and suppressed addresses look the same from
 * outside. The newest sign-up owns an unproven address, whether or not it may be asked again. Evidence is written before
 * the state it stands for and the item before the guard: a crash in between leaves a sign-up nobody can confirm, which is
 * erased after 30 days.
 */
export async function signUp(ports: SignupPorts, request: SignupRequest, context: SignupContext): Promise<void> {
  const now = ports.now();
  const profile = profileOf(request, ports.practice);
  const wanted: Wanted[] = [];
  for (const { channel, address } of namedIn(request)) wanted.push(await look(ports, channel, address));
  if (wanted.length === 0) return;

  const said = { profile, ...(request.tipsBy ? { tipsBy: request.tipsBy } : {}) };
  const id = await formFor(ports, wanted, said, now);
  const consents = new Map<ChannelName, ConsentRef>();
  for (const one of wanted) consents.set(one.channel, await evidence(ports, id, one, context, now));
  await ports.people.change(id, (form) =>
    wanted.reduce((next, { channel, address }) => {
      if (isWaiting(next, { channel, address }, now)) return next;
      return withChannel(next, channel, asking(pending(address, now), consents.get(channel)!));
    }, form),
  );
  for (const one of wanted) await ask(ports, id, one, wanted, consents.get(one.channel)!, now);
}

const pending = (address: string, since: Instant): Channel => ({ address, status: 'pending', since });

async function look(ports: SignupPorts, channel: ChannelName, address: string): Promise<Wanted> {
  return { channel, address, guard: await ports.guardOf(address, (current) => current) };
}

/** What a sign-up says of the person: their answers, and where they want each tip. */
type Said = Pick<Subscriber, 'tipsBy'> & { profile: Profile };

/** How often the very same sign-up may come while the ones before it are half answered. */
const formsAtMost = 20;

/** The item of this sign-up. One that is sent again word for word is the same item, also when both come at once. */
async function formFor(ports: SignupPorts, wanted: Wanted[], given: Said, now: Instant): Promise<string> {
  const words = given.tipsBy ? [JSON.stringify(given.profile), given.tipsBy] : [JSON.stringify(given.profile)];
  const said = [...wanted.map(({ guard: { key, turns = 0 } }) => `${key}#${turns}`), ...words];
  for (let n = 0; n < formsAtMost; n += 1) {
    const id = derivedId('sub', 'sign-up', ...said, String(n));
    const form = (await ports.people.load(id)) ?? (await created(ports, id, wanted, given, now));
    if (!form || !isUnanswered(form, wanted)) continue;
    // The question stays open for a week, so the item stays at least as long.
    await ports.people.change(id, (current) => ({ ...current, expiresAt: now + unprovenLives }));
    return id;
  }
  throw new StridewellError('too-many-requests', 'This sign-up came many times. Please call us, and we help you.');
}

/** Undefined when this id was proven, or erased and made anew, in the meantime. */
async function created(
  ports: SignupPorts,
  id: string,
  wanted: Wanted[],
  given: Said,
  now: Instant,
): Promise<Subscriber | undefined> {
  const blank = { ...newPerson(id, 'runner', now), ...given, expiresAt: now + unprovenLives };
  const form = wanted.reduce<Subscriber>(
    (next, { channel, address }) => withChannel(next, channel, pending(address, now)),
    blank,
  );
  try {
    return await ports.people.create(form);
  } catch (error) {
    if (error instanceof StridewellError && error.code === 'conflict') return ports.people.load(id);
    throw error;
  }
}

/**
 * The moment of the last question if it was counted and never put, because the process died between the two: nobody has
 * to wait for a question that never came.
 */
async function neverPut(ports: SignupPorts, { channel, guard }: Wanted, now: Instant): Promise<Instant | undefined> {
  const { askedFor, asked } = guard;
  if (askedFor === undefined || now - (asked.at(-1) ?? now) < sameTry) return undefined;
  const form = await ports.people.load(askedFor);
  const counted = form && countedFor(form, channel, asked);
  return counted && !(await ports.ledger.delivery(askedFor, counted.record)) ? counted.at : undefined;
}

/**
 * Takes the address for this sign-up, and asks it to confirm as often as its guard allows. That is counted before the
 * question is put: two at once must not both ask. A crash between the two leaves a count without a question, so the same
 * sign-up sent again soon gives it the id it would have had; one that did go out is known by that id and is not sent
 * twice.
 */
async function ask(
  ports: SignupPorts,
  id: string,
  { channel, address, ...seen }: Wanted,
  pair: Wanted[],
  consent: ConsentRef,
  now: Instant,
): Promise<void> {
  // Plus-tags and dots do not make a second mailbox to bomb, so the limit stands on what the address counts as.
  const counted = countedAs(address);
  const shared = counted === address ? undefined : await ports.guardOf(counted, (guard) => guard);
  const rival = await isRivalled(ports, id, { channel, address, ...seen }, pair, now);
  const unput = await neverPut(ports, { channel, address, ...seen }, now);
  let askedAt: Instant | undefined;
  await ports.guardOf(address, (guard) => {
    const mayAskShared = !shared || mayAsk(shared.asked, now);
    const taken = takenBy(guard, { form: id, channel, seen: seen.guard.wish, rival, unput, mayAskShared }, now);
    askedAt = taken.askedAt;
    return taken.guard;
  });
  if (askedAt === undefined || (shared && !(await countShared(ports, counted, channel, askedAt)))) return;
  const put = { askedAt, consent };
  await ports.people.change(id, (form) => withQuestion(form, channel, put, now));
  await ports.wake(id, channel);
}

/** Whether another sign-up that pairs this address otherwise waits for its answer. */
async function isRivalled(
  ports: SignupPorts,
  id: string,
  { channel, address, guard }: Wanted,
  pair: Wanted[],
  now: Instant,
): Promise<boolean> {
  if (guard.wish === undefined || guard.wish === id) return false;
  const other = await ports.people.load(guard.wish);
  return other !== undefined && isWaiting(other, { channel, address }, now) && !isSamePair(other, pair);
}

/** Counts a question once; false when somebody has asked another spelling of the same mailbox meanwhile. */
async function countShared(
  ports: SignupPorts,
  counted: string,
  channel: ChannelName,
  askedAt: Instant,
): Promise<boolean> {
  const { asked } = await ports.guardOf(counted, (guard) =>
    guard.asked.includes(askedAt) || !mayAsk(guard.asked, askedAt)
      ? undefined
      : { ...guard, channel, asked: withAsk(guard.asked, askedAt) },
  );
  return asked.includes(askedAt);
}

async function evidence(
  ports: SignupPorts,
  subscriber: string,
  { channel, address, guard }: Wanted,
  context: SignupContext,
  now: Instant,
): Promise<ConsentRef> {
  const shown = shownByPage(ports.practice, channel, context.wording);
  // Newer than the goodbye it is to end, also where two clocks differ.
  const at = Math.max(now, (guard.suppressed?.at ?? 0) + 1);
  const act = { subscriber, channel, action: 'asked' as const, at, address, ...shown };
  const ref = await ports.ledger.addEvidence(evidenceOf(ports.practice, act, context));
  return { at, wording: shown.wording, ref };
}
