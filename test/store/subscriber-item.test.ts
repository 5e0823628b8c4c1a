import fc from 'fast-check';
import type { Enrollment, Subscriber } from '../../functions/core/person/subscriber';
import { parsed } from '../../functions/store/item';
import { fromItem, subscriberSchema, toItem } from '../../functions/store/subscriber-item';
import { aSubscriber } from '../support/arbitrary';
import { itemBytes } from '../support/item-bytes';

const at = Date.UTC(2026, 10, 22, 15, 0, 0, 123);

const enrollment = (channel: 'email' | 'sms'): Enrollment => ({
  id: `enr_0123456789abcde${channel[0]}`,
  seriesId: 'runners-back',
  version: 3,
  channel,
  status: 'active',
  phase: 'sending',
  startedAt: at,
  stepId: 'hip-hinge',
  dueAt: at,
  wakeAt: at,
  completedSteps: ['welcome', 'easy-week', 'hip-hinge', 'side-plank', 'check-in'],
  lastSentAt: at,
  attempt: {
    n: 1,
    claimId: 'clm_0123456789abcdef',
    channel,
    claimedAt: at,
    startBy: at + 5000,
    leaseUntil: at + 1_200_000,
    addressKey: '0123456789abcdef',
  },
});

const consent = { at, wording: '2026-11-a', ref: 'con#0123456789abcdef' };
const typical: Subscriber = {
  id: 'sub_0123456789abcdef',
  rev: 17,
  kind: 'runner',
  createdAt: at,
  channels: {
    email: { address: 'alexandra.runner@example.org', status: 'active', since: at, consent },
    sms: { address: '+12025550142', status: 'active', since: at, consent },
  },
  profile: {
    firstName: 'Alexandra',
    answers: { experience: 'regular', pain: 'mechanical', crossTraining: true },
    checkIn: 'better',
    locale: 'en',
    postalCode: '10001',
    state: 'NY',
    zones: ['America/New_York'],
    zoneSource: 'postal-code',
    zoneConfidence: 0.95,
    source: 'marathon-qr',
  },
  enrollments: [enrollment('email'), { ...enrollment('sms'), phase: 'waiting' }],
  notices: [],
  recentSends: Array.from({ length: 8 }, (_, i) => ({ at: at + i, channel: i % 2 ? 'sms' : 'email' })),
};
delete typical.enrollments[1]!.attempt;

test('spelling an item out undoes writing it down, for everybody the types allow', () => {
  fc.assert(
    fc.property(aSubscriber, (subscriber) => {
      expect(parsed(subscriberSchema, 'subscribers', subscriber.id, fromItem(toItem(subscriber)))).toStrictEqual(
        subscriber,
      );
    }),
    { numRuns: 1000 },
  );
});

test('a typical person with two runs, one being sent, fits one write unit', () => {
  const item = { ...toItem(typical), dueShard: 'due#email#3', dueAt: at };
  const bytes = itemBytes(item);
  expect(bytes).toBeLessThan(1024);
  expect(itemBytes(typical)).toBeGreaterThan(bytes * 1.3);
});

test.each([
  ['a status nobody knows', { kind: 'walker' }],
  ['sends without their channels', { sentOn: 'e', sentAt: [at, at] }],
])('%s is refused, naming table and key and nothing else', (_, damage) => {
  const item = { ...toItem(typical), ...damage };
  const attempt = () => parsed(subscriberSchema, 'subscribers', typical.id, fromItem(item));
  expect(attempt).toThrow(expect.objectContaining({ code: 'internal', message: expect.stringContaining(typical.id) }));
  expect(attempt).toThrow(expect.not.objectContaining({ message: expect.stringMatching(/alexandra|5550142/i) }));
});

describe('an item of a release that knew three questions by name', () => {
  const earlier = (profile: object) => {
    const { prof, ...rest } = toItem(typical) as { prof: Record<string, unknown> };
    const { a: _answers, zn, us, zp, chk, ...same } = prof;
    const before = { ...same, zones: zn, state: us, zsure: zp, checkIn: chk, locale: 'en', ...profile };
    const read = parsed(subscriberSchema, 'subscribers', typical.id, fromItem({ ...rest, prof: before }));
    return (read as Subscriber).profile;
  };

  test('is read with its answers by question', () => {
    expect(earlier({ exp: 'regular', pain: 'mechanical', cross: true })).toStrictEqual(typical.profile);
  });

  test('keeps its structural hint, also where it was only learned by text', () => {
    expect(earlier({ exp: 'new', pain: 'structural', cross: false })).toMatchObject({
      answers: { experience: 'new', pain: 'structural', crossTraining: false },
      safety: 'structural',
    });
    const byText = earlier({ name: '', exp: 'regular', pain: 'structural', cross: true });
    expect(byText).toMatchObject({ firstName: '', answers: {}, safety: 'structural' });
  });

  test('has no answers where they were only assumed', () => {
    expect(earlier({ name: '', exp: 'regular', pain: 'unsure', cross: true })?.answers).toEqual({});
  });
});
