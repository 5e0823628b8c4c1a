import * as z from 'zod/mini';
import { type ChannelName, channelNames, traits } from '../base/channel';
import { StridewellError } from '../base/error';
import { type Locale, locales } from '../base/locale';
import { day, type Instant } from '../base/time';
import type { Hint } from '../person/hint';
import { awakened, carried } from '../person/once';
import type { Enrollment, Subscriber } from '../person/subscriber';
import { stopEnrollment } from '../sending/attempt';
import { type Book, goOn, replanned } from '../series/enrollment';
import type { SeriesVersion } from '../series/series';
import type { SignupRequest } from './signup';

const channel = z.enum(channelNames, 'Please choose email or texts.');
/** What a person may change about what reaches them. */
export const preferenceSchema = z.lazy(() =>
  z.discriminatedUnion(
    'set',
    [
      z.strictObject({ set: z.literal('channel'), channel, on: z.boolean() }),
      z.strictObject({
        set: z.literal('topic'),
        seriesId: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
        on: z.boolean(),
      }),
      z.strictObject({
        set: z.literal('tips-by'),
        by: z.enum([...channelNames, 'both'], 'Please choose email, texts or both.'),
      }),
      z.strictObject({ set: z.literal('pause'), on: z.boolean() }),
      z.strictObject({ set: z.literal('locale'), locale: z.enum(locales, 'Please choose English or Spanish.') }),
      z.strictObject({ set: z.literal('data'), action: z.enum(['download', 'delete']) }),
    ],
    'Please choose what to change.',
  ),
);
export type Preference = z.infer<typeof preferenceSchema>;

export interface PreferencesView {
  /** Addresses are shown in part only, since links get forwarded. */
  channels: { channel: ChannelName; state: 'on' | 'asked' | 'off'; address: Hint }[];
  /** `nameIn`: the language of the name. */
  topics: { seriesId: string; name: string; nameIn: Locale; on: boolean }[];
  /** Where each tip comes; absent for whom there is nothing to choose. */
  tipsBy?: ChannelName | 'both';
  pausedUntil?: Instant;
  zone: string;
  locale: Locale;
}

/** The reason a run stops for when its topic is turned off; only such a run may be turned on again. */
const left = 'preferences';
const goes = (run: Enrollment): boolean => run.status === 'active' || run.status === 'paused';
const isLeft = (run: Enrollment): boolean => run.status === 'stopped' && run.reason === left;

/** `asked` are the channels whose address has a question of ours before it. */
export function preferencesOf(
  person: Subscriber,
  book: Book,
  practiceZone: string,
  now: Instant,
  asked: ReadonlySet<ChannelName> = new Set(),
): PreferencesView {
  const topics = new Map<string, PreferencesView['topics'][number]>();
  for (const run of person.enrollments) {
    const { seriesId } = run;
    const version = book.version(seriesId, run.version);
    const { kind } = version;
    const off = person.topicsOff?.includes(seriesId) === true;
    // What was one message may come again with another campaign.
    const isReached = person.channels[run.channel]?.status === 'active';
    const mayCome = goes(run) || (kind === 'broadcast' && isReached && !isLeft(run));
    if (!(mayCome || isLeft(run) || off)) continue;
    topics.set(seriesId, {
      seriesId,
      ...nameFor(version, person),
      on: !off && (mayCome || topics.get(seriesId)?.on === true),
    });
  }
  const { pausedUntil, profile } = person;
  const active = channelNames.filter((name) => person.channels[name]?.status === 'active');
  const tipsBy = person.tipsBy === 'both' ? 'both' : (active.find((name) => name === person.tipsBy) ?? active[0]);
  return {
    channels: channelNames.flatMap((name) => {
      const reached = person.channels[name];
      if (!reached) return [];
      const waits = asked.has(name) || (reached.asked !== undefined && reached.asked.by > now);
      const state = reached.status === 'active' ? 'on' : waits ? 'asked' : 'off';
      return [{ channel: name, state, address: partOf(reached.address) } as const];
    }),
    topics: [...topics.values()],
    ...(active.length > 1 && tipsBy ? { tipsBy } : {}),
    ...(pausedUntil !== undefined && pausedUntil > now ? { pausedUntil } : {}),
    zone: profile?.zones[0] ?? practiceZone,
    locale: profile?.locale ?? 'en',
  };
}

/** The name of a series in the person's language, if it has one there. */
function nameFor({ name, es }: SeriesVersion, { profile }: Subscriber): { name: string; nameIn: Locale } {
  return profile?.locale === 'es' && es ? { name: es.name, nameIn: 'es' } : { name, nameIn: 'en' };
}

/** a…@example.com, or the last four digits. */
function partOf(address: string): Hint {
  const at = address.indexOf('@');
  return at < 0 ? { digits: address.slice(-4) } : { email: `${address.slice(0, 1)}…${address.slice(at)}` };
}

/** Whether a message of this series, or of any, may already be on its way. */
export const underWay = (person: Subscriber | undefined, seriesId?: string): boolean =>
  (person?.enrollments ?? []).some(
    (run) => run.phase === 'sending' && (seriesId === undefined || run.seriesId === seriesId),
  );

/** A topic turned off stays so for runs that begin later: a campaign with the same message, a series begun again. */
export function withTopic(person: Subscriber, seriesId: string, on: boolean, book: Book, now: Instant): Subscriber {
  const runs = person.enrollments.filter((one) => one.seriesId === seriesId);
  if (runs.length === 0) return person;
  const { topicsOff = [], ...rest } = person;
  const others = topicsOff.filter((one) => one !== seriesId);
  const off = on ? others : [...others, seriesId];
  let next: Subscriber = off.length > 0 ? { ...rest, topicsOff: off } : rest;
  for (const run of runs) {
    if (!on && goes(run)) next = stopEnrollment(next, run.id, left);
    // Only on a channel that is still wanted: a topic never brings a channel back.
    if (on && isLeft(run) && run.phase === 'waiting' && person.channels[run.channel]?.status === 'active') {
      next = withRun(next, goOn(next, run, book, now));
    }
  }
  return next;
}

/** Each tip comes here from now on, or on every channel, from where the person is. */
export function withTipsBy(person: Subscriber, tipsBy: ChannelName | 'both', now: Instant): Subscriber {
  return awakened(person, { ...(tipsBy === 'both' ? carried(person) : person), tipsBy }, now);
}

/** A break the person takes; every channel rests. */
const breakLasts = 30 * day;
export const withBreak = (person: Subscriber, now: Instant): Subscriber => ({
  ...person,
  pausedUntil: now + breakLasts,
});

/** Going on before the break ends: what waited for its end waits for its own day again. */
export function withoutBreak(person: Subscriber, book: Book, now: Instant): Subscriber {
  if (person.pausedUntil === undefined) return person;
  const { pausedUntil: _until, ...back } = person;
  return replanned(back, book, now);
}

const withRun = (person: Subscriber, changed: Enrollment): Subscriber => ({
  ...person,
  enrollments: person.enrollments.map((one) => (one.id === changed.id ? changed : one)),
});

/** The person's own answers, asked again for one channel; they were 18 when they first signed up. */
export function askAgain(person: Subscriber, name: ChannelName): SignupRequest {
  const address = person.channels[name]?.address;
  const { signUp } = traits[name];
  const { profile } = person;
  if (!address || !profile || !signUp)
    throw new StridewellError('conflict', 'We do not know that address yet. Please sign up with it.', 'channel');
  const { answers, safety, locale, location, postalCode, source, zoneSource, zones } = profile;
  const stated = zoneSource === 'stated' ? zones[0] : undefined;
  return {
    // Who has not said a name has not answered yet either, and goes on as such.
    firstName: profile.firstName,
    [signUp.address]: address,
    emailConsent: false,
    smsConsent: false,
    [signUp.consent]: true,
    answers,
    ...(safety ? { safety } : {}),
    locale,
    adult: true,
    ...(stated ? { timeZone: stated } : {}),
    ...(postalCode ? { postalCode } : {}),
    ...(location && profile.locationSource === 'stated' ? { location } : {}),
    ...(source ? { source } : {}),
  };
}
