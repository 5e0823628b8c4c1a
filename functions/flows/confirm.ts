import { countedAs } from '../core/address';
import { type ConsentEvidence, wordingHash } from '../core/consent';
import { type Book, datesToCome, enroll, rerouted, revive } from '../core/enrollment';
import { StridewellError } from '../core/error';
import type { Guard } from '../core/guard';
import { derivedId, type RandomBytes } from '../core/id';
import { wordsFor } from '../core/message';
import { notify } from '../core/notice';
import { after, withChannel } from '../core/person';
import type { Practice } from '../core/practice';
import type { SeriesVersion } from '../core/series';
import type { ChannelName, Enrollment, Subscriber } from '../core/subscriber';
import type { Instant } from '../core/time';
import { type LinkKeys, readToken } from '../core/token';

export interface ConfirmPorts {
  now(): Instant;
  bytes: RandomBytes;
  keys: LinkKeys;
  practice: Practice;
  /** The series everyone who confirms begins. */
  evergreen: string;
  people: {
    load(id: string): Promise<Subscriber | undefined>;
    change(id: string, edit: (person: Subscriber) => Subscriber | undefined): Promise<Subscriber | undefined>;
  };
  guardOf(address: string, edit: (guard: Guard) => Guard | undefined): Promise<Guard>;
  latest(seriesId: string): Promise<SeriesVersion | undefined>;
  book(person: Subscriber, also?: { seriesId: string; version: number }[]): Promise<Book>;
  ledger: { addEvidence(evidence: ConsentEvidence): Promise<string> };
  wake(subscriber: string, channel: ChannelName): Promise<void>;
}

export interface ProofContext {
  page: string;
  ip?: string;
  userAgent?: string;
}

export interface Confirmed {
  channel: ChannelName;
  firstName: string;
  /** What will come and when, in the person's own zone. */
  dates: { at: Instant; zone: string; title: string }[];
  structural: boolean;
}

/** What the confirm page shows before anything is pressed; reading it changes nothing. */
export async function confirmation(
  ports: ConfirmPorts,
  token: string,
): Promise<{ state: 'ready' | 'done' | 'expired'; channel: ChannelName }> {
  const { person, channel } = await personOf(ports, token);
  const reached = person?.channels[channel];
  if (!person || !reached || !(await owns(ports, person, channel))) return { state: 'expired', channel };
  if (reached.asked && ports.now() <= reached.asked.by) return { state: 'ready', channel };
  return { state: reached.status === 'active' ? 'done' : 'expired', channel };
}

/** The button on that page. */
export async function confirm(ports: ConfirmPorts, token: string, context: ProofContext): Promise<Confirmed> {
  const { person, channel } = await personOf(ports, token);
  if (!person) throw expired();
  return confirmChannel(ports, person.id, channel, context);
}

/**
 * The address has proven itself: this channel is active, the wish that waited on it becomes the person's answers, and
 * the evergreen series begins. Doing it twice is doing it once.
 */
export async function confirmChannel(
  ports: ConfirmPorts,
  id: string,
  channel: ChannelName,
  context: ProofContext,
): Promise<Confirmed> {
  const now = ports.now();
  const person = await ports.people.load(id);
  const reached = person?.channels[channel];
  if (!person || !reached || !(await owns(ports, person, channel))) throw expired();
  const series = await ports.latest(ports.evergreen);
  if (!series)
    throw new StridewellError('unavailable', `The series ${ports.evergreen} is not there yet. Please try again later.`);
  const book = await ports.book(person, [series]);
  if (!reached.asked && reached.status === 'active') {
    await release(ports, id, reached.address, reached.since);
    return summary(person, channel, book, now, ports.evergreen);
  }
  if (!reached.asked || now > reached.asked.by) throw expired();

  const ref = await proof(ports, id, channel, reached.address, context, now);
  const confirmed = await ports.people.change(id, (current) => {
    const asked = current.channels[channel]?.asked;
    if (!asked) return undefined;
    const active = activated(current, channel, { ...asked.consent, ref }, now);
    const begun = begin(rerouted(active, book, now), channel, series, book, now);
    return channel === 'sms' ? notify(begun, { kind: 'sms-welcome', channel, now }, ports.bytes) : begun;
  });
  // A goodbye that came between took the question with it; then there is nothing to let go.
  const active = confirmed?.channels[channel];
  if (!confirmed || active?.status !== 'active') throw expired();
  await release(ports, id, reached.address, active.since);
  await ports.wake(id, channel);
  return summary(confirmed, channel, book, now, ports.evergreen);
}

/**
 * Lifts from the guard what is older than this consent, and counts confirmations anew. Done after the item, and again
 * by a repeat, so that a crash between the two is mended.
 */
async function release(ports: ConfirmPorts, id: string, address: string, since: Instant): Promise<void> {
  await ports.guardOf(address, (guard) => {
    const { suppressed, ...rest } = guard;
    const stays = suppressed && suppressed.at > since;
    if (rest.owner === id && rest.asked.length === 0 && (stays || !suppressed)) return undefined;
    return { ...rest, owner: id, asked: [], ...(stays ? { suppressed } : {}) };
  });
  const counted = countedAs(address);
  if (counted !== address)
    await ports.guardOf(counted, (guard) => (guard.asked.length > 0 ? { ...guard, asked: [] } : undefined));
}

const expired = () =>
  new StridewellError('gone', 'This confirmation is no longer valid. Please sign up again; it takes a minute.');

async function personOf(
  ports: ConfirmPorts,
  token: string,
): Promise<{ person: Subscriber | undefined; channel: ChannelName }> {
  const [sub = '', channel] = readToken(ports.keys, 'confirm', token);
  return { person: await ports.people.load(`sub_${sub}`), channel: channel === 's' ? 'sms' : 'email' };
}

/** An unproven address may have gone to a later sign-up. */
async function owns(ports: ConfirmPorts, person: Subscriber, channel: ChannelName): Promise<boolean> {
  const address = person.channels[channel]?.address;
  return address !== undefined && (await ports.guardOf(address, (guard) => guard)).owner === person.id;
}

async function proof(
  ports: ConfirmPorts,
  subscriber: string,
  channel: ChannelName,
  address: string,
  context: ProofContext,
  now: Instant,
): Promise<string> {
  const text =
    channel === 'email' ? 'Pressed the button of the confirmation page.' : 'Replied YES to the confirmation text.';
  const { page, ip, userAgent } = context;
  return ports.ledger.addEvidence({
    subscriber,
    channel,
    action: 'confirmed',
    at: now,
    seller: ports.practice.legalName,
    address,
    wording: 'confirmation',
    text,
    textHash: wordingHash(text),
    page,
    ...(ip ? { ip } : {}),
    ...(userAgent ? { userAgent: userAgent.slice(0, 300) } : {}),
  });
}

function activated(
  person: Subscriber,
  channel: ChannelName,
  consent: NonNullable<Subscriber['channels']['email']>['consent'] & object,
  now: Instant,
): Subscriber {
  const { expiresAt: _expires, pendingProfile, ...kept } = person;
  const reached = person.channels[channel]!;
  const { asked: _asked, ...rest } = reached;
  const profile = pendingProfile ?? person.profile;
  const proven: Subscriber = { ...kept, kind: 'runner', ...(profile ? { profile } : {}) };
  return withChannel(proven, channel, { ...rest, status: 'active', since: after(reached, now), consent });
}

/** One run per person, series and channel: a stopped one goes on where it was, a running or finished one stays. */
export function begin(
  person: Subscriber,
  channel: ChannelName,
  series: SeriesVersion,
  book: Book,
  now: Instant,
): Subscriber {
  const run = person.enrollments.find((one) => one.seriesId === series.seriesId && one.channel === channel);
  if (!run) {
    const id = derivedId('enr', series.seriesId, person.id, channel);
    const begun = enroll(person, { id, seriesId: series.seriesId, version: series.version, channel }, book, now);
    return { ...person, enrollments: [...person.enrollments, begun] };
  }
  if (run.status !== 'stopped') return person;
  const revived = revive(person, run, book, now);
  return { ...person, enrollments: person.enrollments.map((one) => (one.id === run.id ? revived : one)) };
}

function summary(person: Subscriber, channel: ChannelName, book: Book, now: Instant, seriesId: string): Confirmed {
  const { profile } = person;
  const run = person.enrollments.find((one: Enrollment) => one.seriesId === seriesId && one.channel === channel);
  if (!profile || !run) return { channel, firstName: profile?.firstName ?? '', dates: [], structural: false };
  const version = book.version(run.seriesId, run.version);
  const zone = profile.zones[0] ?? 'UTC';
  const dates = datesToCome(person, run, book, now).map(({ stepId, at }) => ({
    at,
    zone,
    title: wordsFor(version, stepId, profile).subject,
  }));
  return { channel, firstName: profile.firstName, dates, structural: profile.pain === 'structural' && !profile.seen };
}
