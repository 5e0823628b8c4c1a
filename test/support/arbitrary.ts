import fc from 'fast-check';
import { channelNames } from '../../functions/core/base/channel';
import {
  type Attempt,
  type Channel,
  checkInAnswers,
  type Enrollment,
  type Notice,
  noticeKinds,
  type Profile,
  type Subscriber,
} from '../../functions/core/person/subscriber';
import type { Delivery, FactName, Facts } from '../../functions/core/sending/delivery';

/** Any moment of some years around the present, to the millisecond. */
export const anInstant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2030, 0, 1) });
const word = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz-0123456789'),
  minLength: 1,
  maxLength: 12,
});
const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const anId = (prefix: string) =>
  fc
    .string({ unit: fc.constantFrom(...'0123456789abcdefghjkmnpqrstvwxyz'), minLength: 16, maxLength: 16 })
    .map((s) => `${prefix}_${s}`);
export const aChannelName = fc.constantFrom(...channelNames);
const aPhase = fc.constantFrom('waiting', 'sending', 'unknown', 'held');

/** A record whose keys of the second argument may be missing (never undefined). */
function shape<T>(required: object, optional: object = {}): fc.Arbitrary<T> {
  return fc.record(
    { ...required, ...optional },
    { requiredKeys: Object.keys(required) as never[], noNullPrototype: true },
  ) as unknown as fc.Arbitrary<T>;
}

export const aChannel = shape<Channel>(
  { address: text, status: fc.constantFrom('pending', 'active', 'unsubscribed', 'suppressed'), since: anInstant },
  {
    consent: shape({ at: anInstant, wording: word, ref: word }),
    asked: shape({ consent: shape({ at: anInstant, wording: word, ref: word }), by: anInstant }),
  },
);

const anAnswer = fc.oneof(
  fc.constantFrom('new', 'regular', 'none', 'structural'),
  fc.boolean(),
  fc.integer({ min: 0, max: 90 }),
  fc.subarray(['fever', 'trauma']),
);

export const aProfile = shape<Profile>(
  {
    firstName: text,
    answers: fc.dictionary(fc.constantFrom('experience', 'pain', 'crossTraining', 'weeklyMiles'), anAnswer, {
      noNullPrototype: true,
    }),
    locale: fc.constantFrom('en', 'es'),
    zones: fc.array(fc.constantFrom('America/New_York', 'America/Chicago', 'America/Phoenix'), { maxLength: 3 }),
    zoneSource: fc.constantFrom('stated', 'postal-code', 'area-code', 'practice'),
    zoneConfidence: fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
  },
  {
    safety: fc.constant('structural'),
    seen: fc.boolean(),
    checkIn: fc.constantFrom(...checkInAnswers),
    location: word,
    locationSource: fc.constantFrom('stated', 'postal-code'),
    postalCode: word,
    state: fc.constantFrom('NY', 'WA'),
    source: word,
  },
);

export const anAttempt = shape<Attempt>(
  {
    n: fc.integer({ min: 1, max: 9 }),
    claimId: anId('clm'),
    channel: aChannelName,
    claimedAt: anInstant,
    startBy: anInstant,
    leaseUntil: anInstant,
  },
  { addressKey: word },
);

export const anEnrollment = shape<Enrollment>(
  {
    id: anId('enr'),
    seriesId: word,
    version: fc.integer({ min: 1, max: 99 }),
    channel: aChannelName,
    status: fc.constantFrom('active', 'paused', 'stopped', 'finished'),
    phase: aPhase,
    startedAt: anInstant,
    completedSteps: fc.array(word, { maxLength: 10 }),
  },
  {
    stepId: word,
    dueAt: anInstant,
    wakeAt: anInstant,
    allowedFrom: anInstant,
    tries: fc.nat(9),
    lastSentAt: anInstant,
    pausedUntil: anInstant,
    campaignId: anId('cmp'),
    reason: text,
    attempt: anAttempt,
  },
);

export const aNotice = shape<Notice>(
  {
    id: anId('ntc'),
    kind: fc.constantFrom(...noticeKinds),
    channel: aChannelName,
    phase: aPhase,
    dueAt: anInstant,
    expiresAt: anInstant,
  },
  {
    tries: fc.nat(9),
    // Includes names that the item shortens elsewhere: free words must keep theirs.
    data: fc.dictionary(fc.constantFrom('status', 'st', 'at', 'claimedAt', 'name', 'link', 'to'), text, {
      noNullPrototype: true,
    }),
    attempt: anAttempt,
  },
);

/** Anybody the types allow, as never saved (rev 0). */
export const aSubscriber = shape<Subscriber>(
  {
    id: anId('sub'),
    rev: fc.constant(0),
    kind: fc.constantFrom('runner', 'unknown', 'desk'),
    createdAt: anInstant,
    channels: shape({}, { email: aChannel, sms: aChannel }),
    enrollments: fc.array(anEnrollment, { maxLength: 3 }),
    notices: fc.array(aNotice, { maxLength: 3 }),
    recentSends: fc.array(shape({ at: anInstant, channel: aChannelName }), { maxLength: 40 }),
  },
  {
    profile: aProfile,
    pausedUntil: anInstant,
    visitUntil: anInstant,
    topicsOff: fc.array(word, { maxLength: 3 }),
    tipsBy: fc.constantFrom('email' as const, 'sms' as const, 'both' as const),
    textLinked: fc.constant(true),
    hintedAt: anInstant,
    told: shape({ at: anInstant, bookings: fc.array(fc.string(), { maxLength: 3 }) }),
    expiresAt: anInstant,
  },
);

const factNames: FactName[] = [
  'accepted',
  'skipped',
  'blocked',
  'held',
  'assumed',
  'again',
  'stopped',
  'unknown',
  'delivered',
  'bounced',
  'complained',
  'failed',
  'clicked',
  'booked',
];
const aFact = shape({ at: anInstant }, { note: word });
const aTurn = shape({ at: anInstant }, { note: word, rev: fc.integer({ min: 1, max: 9 }) });
const turns: ReadonlySet<FactName> = new Set(['skipped', 'held', 'again', 'unknown']);
export const someFacts = shape<Facts>(
  {},
  Object.fromEntries(factNames.map((name) => [name, turns.has(name) ? aTurn : aFact])),
);

/** Sightings of one message: each knows other facts, all agree on what it is. */
export const sightings = fc
  .tuple(
    shape<Omit<Delivery, 'facts' | 'at'>>(
      {
        subscriber: anId('sub'),
        id: anId('msg'),
        target: anId('enr'),
        stepId: word,
        channel: aChannelName,
        marketing: fc.boolean(),
      },
      {
        seriesId: word,
        version: fc.integer({ min: 1, max: 99 }),
        campaignId: anId('cmp'),
        to: word,
        disclaimer: word,
      },
    ),
    fc.array(fc.tuple(anInstant, someFacts), { minLength: 1, maxLength: 5 }),
  )
  .map(([message, seen]): Delivery[] => seen.map(([at, facts]) => ({ ...message, at, facts })));
