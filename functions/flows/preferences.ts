import * as z from 'zod';
import { stopEnrollment } from '../core/attempt';
import { currentWording } from '../core/consent';
import { type Book, rerouted, revive } from '../core/enrollment';
import { StridewellError } from '../core/error';
import { derivedId } from '../core/id';
import type { HistoryEntry } from '../core/journal';
import { addNotice } from '../core/notice';
import type { Practice } from '../core/practice';
import type { SignupRequest } from '../core/signup';
import { type ChannelName, channelNames, type Enrollment, type Subscriber } from '../core/subscriber';
import { day, type Instant, minute } from '../core/time';
import { type LinkKeys, readToken } from '../core/token';

export interface PreferencePorts {
  now(): Instant;
  keys: LinkKeys;
  practice: Practice;
  people: {
    load(id: string): Promise<Subscriber | undefined>;
    change(id: string, edit: (person: Subscriber) => Subscriber | undefined): Promise<Subscriber | undefined>;
  };
  book(person: Subscriber): Promise<Book>;
  ledger: { addHistory(entry: HistoryEntry): Promise<boolean> };
  /** The same as the unsubscribe link of that channel. */
  leave(id: string, channel: ChannelName, context: PreferenceContext): Promise<{ drained: boolean }>;
  /** Coming back is a sign-up like any other: it counts once the address has confirmed it. */
  signUp(request: SignupRequest, context: PreferenceContext & { page: string; wording: string }): Promise<void>;
  wake(subscriberId: string, channel: ChannelName): Promise<void>;
}

export interface PreferenceContext {
  ip?: string;
  userAgent?: string;
}

const channel = z.enum(channelNames, 'Please choose email or texts.');
export const preferenceSchema = z.discriminatedUnion(
  'set',
  [
    z.strictObject({ set: z.literal('channel'), channel, on: z.boolean() }),
    z.strictObject({ set: z.literal('topic'), seriesId: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), on: z.boolean() }),
    z.strictObject({ set: z.literal('pause'), on: z.boolean() }),
    z.strictObject({ set: z.literal('locale'), locale: z.enum(['en', 'es'], 'Please choose English or Spanish.') }),
    z.strictObject({ set: z.literal('data'), action: z.enum(['download', 'delete']) }),
  ],
  'Please choose what to change.',
);
export type Preference = z.infer<typeof preferenceSchema>;

export interface PreferencesView {
  /** Addresses are shown in part only, since links get forwarded. */
  channels: { channel: ChannelName; state: 'on' | 'asked' | 'off'; address: string }[];
  topics: { seriesId: string; name: string; on: boolean }[];
  pausedUntil?: Instant;
  zone: string;
  locale: 'en' | 'es';
}

export type PreferenceResult =
  | { did: 'stopped'; channel: ChannelName; drained: boolean }
  | { did: 'asked'; channel: ChannelName }
  | { did: 'paused'; underWay: boolean }
  | { did: 'resumed' }
  | { did: 'language' }
  | { did: 'topic'; on: boolean; underWay: boolean }
  | { did: 'data-link'; channel: ChannelName };

/** A break the person takes; every channel rests. */
const breakLasts = 30 * day;
const linkLives = 30 * minute;

export async function preferences(ports: PreferencePorts, token: string): Promise<PreferencesView> {
  const person = await personOf(ports, token);
  const book = await ports.book(person);
  const now = ports.now();
  const topics = new Map<string, PreferencesView['topics'][number]>();
  for (const run of person.enrollments) {
    if (!(goes(run) || isLeft(run))) continue;
    const { seriesId } = run;
    const on = goes(run) || topics.get(seriesId)?.on === true;
    topics.set(seriesId, { seriesId, name: book.version(seriesId, run.version).name, on });
  }
  const { pausedUntil } = person;
  return {
    channels: channelNames.flatMap((name) => {
      const reached = person.channels[name];
      if (!reached) return [];
      const state = reached.status === 'active' ? 'on' : reached.asked && reached.asked.by > now ? 'asked' : 'off';
      return [{ channel: name, state: state as 'on' | 'asked' | 'off', address: masked(reached.address) }];
    }),
    topics: [...topics.values()],
    ...(pausedUntil !== undefined && pausedUntil > now ? { pausedUntil } : {}),
    zone: person.profile?.zones[0] ?? ports.practice.timeZone,
    locale: person.profile?.locale ?? 'en',
  };
}

export async function prefer(
  ports: PreferencePorts,
  token: string,
  wanted: Preference,
  context: PreferenceContext,
): Promise<PreferenceResult> {
  const person = await personOf(ports, token);
  const now = ports.now();
  const note = async (change: string) => {
    await ports.ledger.addHistory({
      subscriber: person.id,
      id: `preferences-${change}-${now}`,
      at: now,
      happening: { what: 'preferences', change },
    });
  };
  switch (wanted.set) {
    case 'channel': {
      await note(`${wanted.channel} ${wanted.on ? 'asked for' : 'off'}`);
      if (!wanted.on)
        return { did: 'stopped', channel: wanted.channel, ...(await ports.leave(person.id, wanted.channel, context)) };
      await ports.signUp(askAgain(person, wanted.channel), {
        ...context,
        page: '/preferences',
        wording: currentWording,
      });
      return { did: 'asked', channel: wanted.channel };
    }
    case 'topic': {
      await note(`topic ${wanted.seriesId} ${wanted.on ? 'on' : 'off'}`);
      return topic(ports, person, wanted.seriesId, wanted.on, now);
    }
    case 'pause': {
      await note(wanted.on ? 'paused for 30 days' : 'resumed');
      return wanted.on ? rest(ports, person, now) : goOn(ports, person, now);
    }
    case 'locale': {
      await note(`language ${wanted.locale}`);
      const book = await ports.book(person);
      await ports.people.change(person.id, (current) =>
        current.profile && current.profile.locale !== wanted.locale
          ? rerouted({ ...current, profile: { ...current.profile, locale: wanted.locale } }, book, now)
          : current,
      );
      return { did: 'language' };
    }
    case 'data': {
      await note(`asked to ${wanted.action} data`);
      return dataLink(ports, person, wanted.action, now);
    }
  }
}

async function personOf(ports: PreferencePorts, token: string): Promise<Subscriber> {
  const [sub = ''] = readToken(ports.keys, 'preferences', token);
  const person = await ports.people.load(`sub_${sub}`);
  if (!person) throw new StridewellError('gone', 'There is nothing here any more, because your data was deleted.');
  return person;
}

/** a…@example.com, or the last four digits. */
function masked(address: string): string {
  const at = address.indexOf('@');
  return at < 0 ? `number ending in ${address.slice(-4)}` : `${address.slice(0, 1)}…${address.slice(at)}`;
}

const left = 'preferences';
const goes = (run: Enrollment): boolean => run.status === 'active' || run.status === 'paused';
const isLeft = (run: Enrollment): boolean => run.status === 'stopped' && run.reason === left;
const underWay = (person: Subscriber | undefined, seriesId?: string): boolean =>
  (person?.enrollments ?? []).some(
    (run) => run.phase === 'sending' && (seriesId === undefined || run.seriesId === seriesId),
  );

/** The person's own answers, asked again for one channel; they were 18 when they first signed up. */
function askAgain(person: Subscriber, channel: ChannelName): SignupRequest {
  const address = person.channels[channel]?.address;
  const { profile } = person;
  if (!address || !profile)
    throw new StridewellError('conflict', 'We do not know that address yet. Please sign up with it.', 'channel');
  const { experience, pain, crossTraining, locale, postalCode, source, zoneSource, zones } = profile;
  const stated = zoneSource === 'stated' ? zones[0] : undefined;
  return {
    firstName: profile.firstName || 'Runner',
    ...(channel === 'email' ? { email: address } : { phone: address }),
    emailConsent: channel === 'email',
    smsConsent: channel === 'sms',
    experience,
    pain,
    crossTraining,
    locale,
    adult: true,
    ...(stated ? { timeZone: stated } : {}),
    ...(postalCode ? { postalCode } : {}),
    ...(source ? { source } : {}),
  };
}

async function topic(
  ports: PreferencePorts,
  person: Subscriber,
  seriesId: string,
  on: boolean,
  now: Instant,
): Promise<PreferenceResult> {
  const book = await ports.book(person);
  const changed = await ports.people.change(person.id, (current) => {
    let next = current;
    for (const run of current.enrollments.filter((one) => one.seriesId === seriesId)) {
      if (!on && goes(run)) next = stopEnrollment(next, run.id, left);
      // Only on a channel that is still wanted: a topic never brings a channel back.
      if (on && isLeft(run) && run.phase === 'waiting' && current.channels[run.channel]?.status === 'active') {
        const going = revive(next, run, book, now);
        next = { ...next, enrollments: next.enrollments.map((one) => (one.id === run.id ? going : one)) };
      }
    }
    return next;
  });
  if (on) await wakeAll(ports, changed);
  return { did: 'topic', on, underWay: underWay(changed, seriesId) };
}

async function rest(ports: PreferencePorts, person: Subscriber, now: Instant): Promise<PreferenceResult> {
  const changed = await ports.people.change(person.id, (current) => ({ ...current, pausedUntil: now + breakLasts }));
  return { did: 'paused', underWay: underWay(changed) };
}

async function goOn(ports: PreferencePorts, person: Subscriber, now: Instant): Promise<PreferenceResult> {
  const book = await ports.book(person);
  const changed = await ports.people.change(person.id, (current) => {
    if (current.pausedUntil === undefined) return current;
    const { pausedUntil: _until, ...back } = current;
    const runs = back.enrollments.map((run) =>
      run.status === 'active' && run.phase === 'waiting' ? revive(back, run, book, now) : run,
    );
    return { ...back, enrollments: runs };
  });
  await wakeAll(ports, changed);
  return { did: 'resumed' };
}

async function wakeAll(ports: PreferencePorts, person: Subscriber | undefined): Promise<void> {
  if (!person) return;
  const channels = new Set(person.enrollments.filter(({ status }) => status === 'active').map((run) => run.channel));
  for (const name of channels) await ports.wake(person.id, name);
}

/** A preferences link lives for years; what shows or deletes everything is asked for afresh, at the person's own address. */
async function dataLink(
  ports: PreferencePorts,
  person: Subscriber,
  action: 'download' | 'delete',
  now: Instant,
): Promise<PreferenceResult> {
  // Stopping email does not end the right to one's data, but a number that said STOP gets no text.
  const { email, sms } = person.channels;
  const reached = email && email.status !== 'suppressed' ? 'email' : sms?.status === 'active' ? 'sms' : undefined;
  if (!reached)
    throw new StridewellError('conflict', 'We have no address we may write to. Please call us, and we do it for you.');
  // One link in ten minutes, however often the button is pressed.
  const id = derivedId('ntc', person.id, 'data-link', action, String(Math.floor(now / (10 * minute))));
  await ports.people.change(person.id, (current) =>
    addNotice(current, {
      id,
      kind: 'data-link',
      channel: reached,
      dueAt: now,
      expiresAt: now + linkLives,
      data: { action },
    }),
  );
  await ports.wake(person.id, reached);
  return { did: 'data-link', channel: reached };
}
