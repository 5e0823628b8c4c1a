import { countedAs, normaliseEmail, normalisePhone } from '../core/address';
import { type ConsentEvidence, disclosure, wordingHash } from '../core/consent';
import { confirmationLives, type Guard, mayAsk } from '../core/guard';
import { derivedId, newId, type RandomBytes } from '../core/id';
import { addNotice } from '../core/notice';
import { isProven, newPerson, unprovenLives, withChannel } from '../core/person';
import type { Practice } from '../core/practice';
import type { SignupRequest } from '../core/signup';
import type { ChannelName, ConsentRef, Profile, Subscriber } from '../core/subscriber';
import { day, hour, type Instant } from '../core/time';
import { placeOf } from '../core/zone';

export interface SignupPorts {
  now(): Instant;
  bytes: RandomBytes;
  practice: Practice;
  people: {
    load(id: string): Promise<Subscriber | undefined>;
    create(person: Subscriber): Promise<Subscriber>;
    change(id: string, edit: (person: Subscriber) => Subscriber | undefined): Promise<Subscriber | undefined>;
  };
  guardOf(address: string, edit: (guard: Guard) => Guard | undefined): Promise<Guard>;
  ledger: { addEvidence(evidence: ConsentEvidence): Promise<string> };
  wake(subscriber: string, channel: ChannelName): Promise<void>;
}

/** Where consent was given, as the evidence keeps it. */
export interface SignupContext {
  page: string;
  ip?: string;
  userAgent?: string;
  /** Version of the disclosure shown; `api` where none was. */
  wording?: string;
}

interface Wanted {
  channel: ChannelName;
  address: string;
  guard: Guard;
  owner: Subscriber | undefined;
}

/**
 * Someone asks to sign up. New, known and suppressed addresses look the same from outside: every wish waits for the
 * address itself to confirm it. An address proven before stays with its person and the wish waits there; an unproven
 * one yields to the newest sign-up. Evidence is written before the state it stands for, the person before the guard:
 * a crash in between leaves an unproven person nobody can confirm, who is erased after 30 days.
 */
export async function signUp(ports: SignupPorts, request: SignupRequest, context: SignupContext): Promise<void> {
  const now = ports.now();
  const profile = profileOf(request, ports.practice);
  const wanted: Wanted[] = [];
  if (request.email && request.emailConsent) wanted.push(await look(ports, 'email', normaliseEmail(request.email)));
  if (request.phone && request.smsConsent) wanted.push(await look(ports, 'sms', normalisePhone(request.phone)));

  const proven = wanted.filter(({ channel, owner }) => owner && owner.channels[channel]?.status !== 'pending');
  const free = wanted.filter((one) => !proven.includes(one));
  for (const one of proven) await wish(ports, one.owner!, [one], profile, context, now);
  if (free.length === 0) return;

  const reusable = free.map(({ owner }) => owner).find((owner) => owner && !isProven(owner));
  const person =
    reusable ??
    (await ports.people.create({
      ...newPerson(newId('sub', ports.bytes), 'runner', now),
      profile,
      expiresAt: now + unprovenLives,
    }));
  await wish(ports, person, free, profile, context, now);
}

async function look(ports: SignupPorts, channel: ChannelName, address: string): Promise<Wanted> {
  const guard = await ports.guardOf(address, (current) => current);
  const owner = guard.owner ? await ports.people.load(guard.owner) : undefined;
  const theirs = owner?.channels[channel]?.address === address;
  return { channel, address, guard, owner: theirs ? owner : undefined };
}

/** Puts the wish on the person and asks each address to confirm it, within the limits of its guard. */
async function wish(
  ports: SignupPorts,
  person: Subscriber,
  wanted: Wanted[],
  profile: Profile,
  context: SignupContext,
  now: Instant,
): Promise<void> {
  const consents = new Map<ChannelName, ConsentRef>();
  for (const { channel, address } of wanted)
    consents.set(channel, await evidence(ports, person.id, channel, address, context, now));

  await ports.people.change(person.id, (current) => {
    let next: Subscriber = isProven(current)
      ? { ...current, pendingProfile: profile }
      : { ...current, kind: 'runner', profile, expiresAt: now + unprovenLives };
    for (const { channel, address } of wanted) {
      const asked = { consent: consents.get(channel)!, by: now + confirmationLives };
      const known = current.channels[channel];
      const kept = known?.address === address ? known : { address, status: 'pending' as const, since: now };
      next = withChannel(next, channel, { ...kept, asked });
    }
    return next;
  });
  for (const one of wanted) await ask(ports, person.id, one, profile, now);
}

/** Complaints, bounces and carrier opt-outs are not ours to question: no confirmation goes there. */
const maybeAsked = (guard: Guard): boolean =>
  !guard.suppressed || !['bounce', 'complaint', 'provider-opt-out'].includes(guard.suppressed.reason);

/** How long a sign-up that is sent again counts as the same try. */
const sameTry = hour;

/**
 * Asks the address to confirm, as often as its guard allows, which counts before the question is put: two at once must
 * not both ask. A crash between the two leaves a count without a question, so whoever tries again soon gives it the id
 * it would have had; one that did go out is known by that id and is not sent twice.
 */
async function ask(
  ports: SignupPorts,
  id: string,
  { channel, address, ...seen }: Wanted,
  profile: Profile,
  now: Instant,
): Promise<void> {
  // Plus-tags and dots do not make a second mailbox to bomb, so the limit stands on what the address counts as.
  const counted = countedAs(address);
  const shared = counted === address ? undefined : await ports.guardOf(counted, (guard) => guard);
  const before = seen.owner?.id === id ? seen.owner.channels[channel]?.asked?.consent : undefined;
  let askedAt: Instant | undefined;
  await ports.guardOf(address, (guard) => {
    const last = guard.asked.at(-1);
    // Of a form, since what was asked by text has an id of its own.
    const mine = guard.owner === id && before?.at === last && before?.wording !== 'text';
    const again = mine && last !== undefined && now - last < sameTry ? last : undefined;
    const fresh = mayAsk(guard.asked, now) && (!shared || mayAsk(shared.asked, now)) ? now : undefined;
    askedAt = maybeAsked(guard) ? (again ?? fresh) : undefined;
    const asks = again === undefined && askedAt !== undefined;
    // Without a new confirmation the address stays where the last one leads, so that a double press breaks no link.
    const free = seen.owner === undefined && guard.owner === seen.guard.owner;
    const owner = asks || free ? id : (guard.owner ?? id);
    return { ...guard, channel, owner, asked: asks ? [...guard.asked, now] : guard.asked };
  });
  if (askedAt === undefined || (shared && !(await countShared(ports, counted, channel, askedAt)))) return;
  const kind = channel === 'email' ? 'confirm-email' : 'confirm-sms';
  const notice = derivedId('ntc', kind, id, String(askedAt));
  await ports.people.change(id, (person) =>
    addNotice(person, {
      id: notice,
      kind,
      channel,
      dueAt: now,
      expiresAt: now + day,
      data: { firstName: profile.firstName },
    }),
  );
  await ports.wake(id, channel);
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
      : { ...guard, channel, asked: [...guard.asked, askedAt] },
  );
  return asked.includes(askedAt);
}

async function evidence(
  ports: SignupPorts,
  subscriber: string,
  channel: ChannelName,
  address: string,
  context: SignupContext,
  now: Instant,
): Promise<ConsentRef> {
  const { wording = 'api', page, ip, userAgent } = context;
  const shown = disclosure(ports.practice);
  const text = `${shown[channel]}\n${shown.health}`;
  const ref = await ports.ledger.addEvidence({
    subscriber,
    channel,
    action: 'asked',
    at: now,
    seller: ports.practice.legalName,
    address,
    wording,
    text,
    textHash: wordingHash(text),
    page,
    ...(ip ? { ip } : {}),
    ...(userAgent ? { userAgent: userAgent.slice(0, 300) } : {}),
  });
  return { at: now, wording, ref };
}

/** The person as the sign-up describes them; any emergency sign counts as a structural hint. */
export function profileOf(request: SignupRequest, practice: Practice): Profile {
  const { timeZone, postalCode, phone, smsConsent } = request;
  const place = placeOf(
    {
      ...(timeZone ? { stated: timeZone } : {}),
      ...(postalCode ? { postalCode } : {}),
      ...(phone && smsConsent ? { phone: normalisePhone(phone) } : {}),
    },
    practice.timeZone,
    practice.state,
  );
  const { experience, crossTraining } = request;
  return {
    firstName: request.firstName,
    experience,
    pain: (request.redFlags ?? []).length > 0 ? 'structural' : request.pain,
    crossTraining,
    locale: request.locale ?? 'en',
    ...(postalCode ? { postalCode } : {}),
    ...(request.source ? { source: request.source } : {}),
    ...place,
  };
}
