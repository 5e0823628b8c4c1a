import * as z from 'zod/mini';
import { channelByLetter, channelNames, perChannel, traits, upkeep } from '../core/base/channel';
import { locales } from '../core/base/locale';
import { checkInAnswers, noticeKinds, type RecentSend, type Subscriber } from '../core/person/subscriber';
import type { Item } from './item';
import { itemSchema } from './item-schema';
import { inShort, spelledOut } from './profile-item';

/**
 * How a person is written down. DynamoDB bills attribute names with every write, and each further KB of an item is one
 * more unit on every save, so the names inside are short, lists that are empty are left out, and recent sends are a row
 * of letters and a row of times.
 */
const shortNames = new Map(
  Object.entries({
    createdAt: 'made',
    channels: 'to',
    profile: 'prof',
    enrollments: 'runs',
    notices: 'notes',
    pausedUntil: 'rest',
    visitUntil: 'visit',
    topicsOff: 'off',
    textLinked: 'tl',
    tipsBy: 'tby',
    expiresAt: 'ends',
    hintedAt: 'hint',
    address: 'addr',
    status: 'st',
    consent: 'ok',
    wording: 'w',
    asked: 'ask',
    firstName: 'name',
    answers: 'a',
    safety: 'safe',
    checkIn: 'chk',
    locale: 'lang',
    location: 'loc',
    locationSource: 'locby',
    postalCode: 'zip',
    state: 'us',
    zones: 'zn',
    zoneSource: 'zsrc',
    zoneConfidence: 'zp',
    source: 'src',
    seriesId: 'ser',
    version: 'v',
    channel: 'ch',
    phase: 'ph',
    startedAt: 'start',
    stepId: 'step',
    dueAt: 'due',
    wakeAt: 'wake',
    allowedFrom: 'from',
    completedSteps: 'done',
    lastSentAt: 'last',
    campaignId: 'camp',
    followed: 'past',
    attempt: 'try',
    claimId: 'claim',
    claimedAt: 'clat',
    startBy: 'clby',
    leaseUntil: 'lease',
    addressKey: 'ak',
  }),
);
const longNames = new Map(Array.from(shortNames, ([long, short]) => [short, long]));

/**
 * Short names never collide with full ones, so one map works at every level. A notice's free words and a person's answers
 * keep their names.
 */
function rename(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one) => rename(one, names));
  if (value === null || typeof value !== 'object') return value;
  const renamed: Item = {};
  for (const [name, part] of Object.entries(value))
    renamed[names.get(name) ?? name] = asTheyAre.has(name) ? part : rename(part, names);
  return renamed;
}

const asTheyAre = new Set(['data', 'answers', 'a']);

/** What most people are goes without saying. */
const usualKind = 'runner';
const usualRun = { st: 'active', ph: 'waiting' };

function unusual({ st, ph, ...run }: Item): Item {
  return { ...run, ...(st !== usualRun.st && { st }), ...(ph !== usualRun.ph && { ph }) };
}

/**
 * Notices of kinds that only a newer release knows, as they stand in the item: nobody here could word them, so they are
 * never due, and they go back as they came.
 */
interface Aside {
  laterNotices?: Item[];
}
const isKnown = ({ kind }: Item): boolean => (noticeKinds as readonly unknown[]).includes(kind);

export function toItem(subscriber: Subscriber): Item {
  const { kind, recentSends, enrollments, notices, laterNotices = [], ...rest }: Subscriber & Aside = subscriber;
  const notes = [...(rename(notices, shortNames) as Item[]), ...laterNotices];
  const { prof, ...person } = rename(rest, shortNames) as Item & { prof?: Item };
  return {
    ...person,
    ...(prof && { prof: inShort(prof) }),
    ...(kind !== usualKind && { kind }),
    ...(enrollments.length > 0 && { runs: (rename(enrollments, shortNames) as Item[]).map(unusual) }),
    ...(notes.length > 0 && { notes }),
    ...(recentSends.length > 0 && {
      sentOn: recentSends.map(({ channel }) => traits[channel].letter).join(''),
      sentAt: recentSends.map(({ at }) => at),
    }),
  };
}

/** The item spelled out again; `subscriberSchema` then says whether it is a subscriber. */
export function fromItem(item: Item): unknown {
  const { dueShard: _shard, dueAt: _at, sentOn = '', sentAt = [], runs = [], notes = [], ...rest } = item;
  const laterNotices = Array.isArray(notes) ? notes.filter((note: Item) => !isKnown(note)) : [];
  const allRuns = Array.isArray(runs) ? runs.map((run: Item) => ({ ...usualRun, ...run })) : runs;
  return {
    kind: usualKind,
    ...spelledOut(rename(rest, longNames) as Item),
    enrollments: rename(allRuns, longNames),
    notices: rename(Array.isArray(notes) ? notes.filter(isKnown) : notes, longNames),
    ...(laterNotices.length > 0 && { laterNotices }),
    recentSends: sends(sentOn, sentAt),
  };
}

function sends(on: unknown, at: unknown): RecentSend[] | undefined {
  if (typeof on !== 'string' || !Array.isArray(at) || on.length !== at.length) return undefined;
  // A letter of a newer release counts under the strictest rules.
  return at.map((moment, i) => ({ at: moment, channel: channelByLetter(on[i]) ?? upkeep }));
}

const instant = z.int();
const channelName = z.enum(channelNames);
const phase = z.enum(['waiting', 'sending', 'unknown', 'held']);

const channelSchema = z.lazy(() =>
  z.strictObject({
    address: z.string(),
    status: z.enum(['pending', 'active', 'unsubscribed', 'suppressed']),
    consent: z.exactOptional(z.strictObject({ at: instant, wording: z.string(), ref: z.string() })),
    since: instant,
    asked: z.exactOptional(
      z.strictObject({ consent: z.strictObject({ at: instant, wording: z.string(), ref: z.string() }), by: instant }),
    ),
    home: z.exactOptional(z.string()),
  }),
);

const answer = z.union([z.string(), z.array(z.string()), z.number(), z.boolean()]);

const profileSchema = z.lazy(() =>
  z.strictObject({
    firstName: z.string(),
    answers: z.record(z.string(), answer),
    safety: z.exactOptional(z.literal('structural')),
    seen: z.exactOptional(z.boolean()),
    checkIn: z.exactOptional(z.enum(checkInAnswers)),
    locale: z.enum(locales),
    location: z.exactOptional(z.string()),
    locationSource: z.exactOptional(z.enum(['stated', 'postal-code'])),
    postalCode: z.exactOptional(z.string()),
    state: z.exactOptional(z.string()),
    zones: z.array(z.string()),
    zoneSource: z.enum(['stated', 'postal-code', 'area-code', 'practice']),
    zoneConfidence: z.number(),
    source: z.exactOptional(z.string()),
  }),
);

const attemptSchema = z.lazy(() =>
  z.strictObject({
    n: z.int(),
    claimId: z.string(),
    channel: channelName,
    claimedAt: instant,
    startBy: instant,
    leaseUntil: instant,
    addressKey: z.exactOptional(z.string()),
  }),
);

const enrollmentSchema = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    seriesId: z.string(),
    version: z.int(),
    channel: channelName,
    status: z.enum(['active', 'paused', 'stopped', 'finished']),
    phase,
    startedAt: instant,
    stepId: z.exactOptional(z.string()),
    dueAt: z.exactOptional(instant),
    wakeAt: z.exactOptional(instant),
    allowedFrom: z.exactOptional(instant),
    tries: z.exactOptional(z.int()),
    completedSteps: z.array(z.string()),
    lastSentAt: z.exactOptional(instant),
    pausedUntil: z.exactOptional(instant),
    campaignId: z.exactOptional(z.string()),
    followed: z.exactOptional(z.array(z.string())),
    reason: z.exactOptional(z.string()),
    attempt: z.exactOptional(attemptSchema),
  }),
);

const noticeSchema = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    kind: z.enum(noticeKinds),
    channel: channelName,
    phase,
    dueAt: instant,
    expiresAt: instant,
    tries: z.exactOptional(z.int()),
    data: z.exactOptional(z.record(z.string(), z.string())),
    attempt: z.exactOptional(attemptSchema),
  }),
);

/** What it does not know, `parsed` keeps: see item-schema. */
const personSchema = z.lazy(() =>
  z.strictObject({
    id: z.string(),
    rev: z.int(),
    kind: z.enum(['runner', 'unknown', 'desk']),
    createdAt: instant,
    channels: z.strictObject(perChannel(() => z.exactOptional(channelSchema))),
    profile: z.exactOptional(profileSchema),
    enrollments: z.array(enrollmentSchema),
    notices: z.array(noticeSchema),
    recentSends: z.array(z.strictObject({ at: instant, channel: channelName })),
    pausedUntil: z.exactOptional(instant),
    visitUntil: z.exactOptional(instant),
    locale: z.exactOptional(z.enum(locales)),
    topicsOff: z.exactOptional(z.array(z.string()).check(z.maxLength(40))),
    hintedAt: z.exactOptional(instant),
    told: z.exactOptional(z.strictObject({ at: instant, bookings: z.array(z.string()) })),
    expiresAt: z.exactOptional(instant),
    tipsBy: z.exactOptional(z.enum([...channelNames, 'both'])),
    textLinked: z.exactOptional(z.boolean()),
  }),
);
export const subscriberSchema = itemSchema<Subscriber>()(personSchema);
