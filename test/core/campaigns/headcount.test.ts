import fc from 'fast-check';
import type { Who } from '../../../functions/core/audience/who';
import type { ChannelName } from '../../../functions/core/base/channel';
import { day, hour } from '../../../functions/core/base/time';
import { type Asked, isMeant, whyNotEnrolled } from '../../../functions/core/campaigns/eligible';
import {
  addedHeads,
  countHead,
  type Headcount,
  noHeads,
  whyLeftOut,
} from '../../../functions/core/campaigns/headcount';
import type { Subscriber } from '../../../functions/core/person/subscriber';
import { questionOf } from '../../../functions/core/practice/questions';
import { defaultPolicy } from '../../../functions/core/time/policy';
import { localInstant } from '../../../functions/core/time/schedule';
import { anInstant, aSubscriber } from '../../support/arbitrary';
import { practice } from '../../support/practice';
import { id, profile, runner, start } from '../../support/staff';

const sum = (numbers: Partial<Record<string, number>>) =>
  Object.values(numbers).reduce<number>((all, n = 0) => all + n, 0);

/** Wednesday at ten, where each person lives. */
const begins = {
  seriesId: 'clinic-event',
  kind: 'broadcast' as const,
  startsAt: (zone: string) => localInstant(zone, '2026-12-02', '10:00'),
};
const judged = (over: Partial<Asked> = {}): Asked => ({
  who: {},
  channels: ['email'],
  start: begins,
  at: { policy: defaultPolicy, state: 'NY', others: [] },
  ...over,
});
const choicesOf = (id: string): string[] => questionOf(practice.questions, id)!.answers.map((one) => one.id);

const counted = (people: Subscriber[], asked: Asked): Headcount => {
  const heads = noHeads();
  for (const person of people) countHead(heads, person, asked, { now: start, cancelled: new Set() });
  return heads;
};

const aWho: fc.Arbitrary<Who> = fc.record(
  {
    pain: fc.subarray(choicesOf('pain'), { minLength: 1 }),
    experience: fc.subarray(choicesOf('experience'), { minLength: 1 }),
    crossTraining: fc.boolean(),
  },
  { requiredKeys: [] },
);
const someChannels = fc.subarray<ChannelName>(['email', 'sms'], { minLength: 1 });

describe('the figures of an audience', () => {
  it('add up for any people, audience, channels and start, and nobody is counted twice', () => {
    fc.assert(
      fc.property(
        fc.array(aSubscriber, { maxLength: 12 }),
        aWho,
        someChannels,
        fc.option(anInstant, { nil: undefined }),
        (people, who, channels, at) => {
          const startsAt = () => at ?? start;
          const others = [{ id: 'cmp_1', who: {}, channels, start: { ...begins, startsAt } }];
          const asked = judged({
            who,
            channels,
            start: { ...begins, startsAt },
            at: { policy: defaultPolicy, state: 'NY', others },
          });
          const heads = counted(people, asked);
          const meant = people.filter((person) => isMeant(who, person));
          expect(heads.people).toBe(meant.length);
          expect(heads.reached + sum(heads.leftOut)).toBe(heads.people);
          expect(sum(heads.delayed)).toBeLessThanOrEqual(heads.reached);
          expect(sum(heads.meets)).toBeLessThanOrEqual(heads.reached);
          expect(Math.max(heads.eligible.email, heads.eligible.sms)).toBeLessThanOrEqual(heads.reached);
          expect(heads.eligible.email + heads.eligible.sms).toBeGreaterThanOrEqual(heads.reached);
          // One by one they say the same as together.
          const ones = meant.map((person) => counted([person], asked));
          for (const one of ones) expect(one.reached + sum(one.leftOut)).toBe(1);
          expect(addedHeads(ones)).toEqual(addedHeads([heads]));
        },
      ),
    );
  });

  it('still add up when they are estimated from a part', () => {
    const parts = fc.dictionary(fc.constantFrom('suppressed', 'not-confirmed', 'no-channel'), fc.nat(50));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(50), parts)), fc.integer({ min: 1, max: 32 }), (given, of) => {
        const sums = given.map(([reached, leftOut]) => ({ ...noHeads(), reached, leftOut }));
        const heads = addedHeads(sums, 32 / of);
        expect(heads.reached + sum(heads.leftOut)).toBe(heads.people);
      }),
    );
  });

  it('name the reason that says most when the channels differ, whatever their order', () => {
    expect(whyLeftOut(['no-channel', 'suppressed'])).toBe('suppressed');
    expect(whyLeftOut(['suppressed', 'no-channel'])).toBe('suppressed');
    expect(whyLeftOut(['already-in-series', 'not-confirmed'])).toBe('already-in-series');
    expect(whyLeftOut(['no-channel', undefined])).toBeUndefined();
  });
});

describe('somebody’s new sign-up', () => {
  const { consent: _consent, ...pending } = runner(id('sub', 1), 'pending').channels.email!;
  const signUp: Subscriber = { ...runner(id('sub', 1)), channels: { email: pending } };

  it('is counted as what it is, under a reason of its own, beside the person it may be of', () => {
    const heads = counted([runner(id('sub', 2)), signUp], judged());
    expect(heads).toMatchObject({ people: 2, reached: 1, leftOut: { 'sign-up-not-confirmed': 1 } });
  });

  it('is not counted once its addresses have gone to a record', () => {
    const gone: Subscriber = { ...signUp, channels: { email: { ...pending, home: id('sub', 2) } } };
    expect(counted([runner(id('sub', 2)), gone], judged())).toMatchObject({ people: 1, reached: 1, leftOut: {} });
  });

  it('is another thing than a further address of a person that is not confirmed', () => {
    const person = runner(id('sub', 3));
    const both: Subscriber = {
      ...person,
      channels: { ...person.channels, sms: { ...pending, address: '+12065550100' } },
    };
    expect(whyNotEnrolled(both, 'sms', undefined, { now: start, cancelled: new Set() })).toBe('not-confirmed');
    expect(counted([both], judged({ channels: ['sms'] })).leftOut).toEqual({ 'not-confirmed': 1 });
  });
});

describe('what may be delayed', () => {
  const at = begins.startsAt('America/New_York');
  const one = (given: Partial<Subscriber>) => counted([runner(id('sub', 1), 'active', given)], judged());

  it('is judged for the start, not for the moment of looking', () => {
    expect(one({ recentSends: [{ at: start - hour, channel: 'email' }] }).delayed).toEqual({});
    expect(one({ recentSends: [{ at: at - hour, channel: 'email' }] }).delayed).toEqual({ 'frequency-cap': 1 });
    expect(one({ pausedUntil: at - 1 }).delayed).toEqual({});
    expect(one({ pausedUntil: at + 1 }).delayed).toEqual({ resting: 1 });
  });

  it('includes what the person’s other series sends on that day', () => {
    const run = {
      ...{ id: id('enr', 1), seriesId: 'back-care', version: 1, channel: 'email' as const },
      startedAt: start,
    };
    const active = { ...run, status: 'active' as const, phase: 'waiting' as const, completedSteps: [] };
    expect(one({ enrollments: [{ ...active, wakeAt: at - hour }] }).delayed).toEqual({ 'frequency-cap': 1 });
    expect(one({ enrollments: [{ ...active, wakeAt: at - 2 * day }] }).delayed).toEqual({});
  });

  it('knows the hours where the person is', () => {
    const early = { ...begins, startsAt: (zone: string) => localInstant(zone, '2026-12-02', '06:00') };
    expect(counted([runner(id('sub', 1))], judged({ start: early })).delayed).toEqual({ 'outside-the-window': 1 });
  });

  it('is never among those left out', () => {
    const heads = one({
      recentSends: [{ at: at - hour, channel: 'email' }],
      profile: profile({ zoneSource: 'practice' }),
    });
    expect(heads).toMatchObject({ people: 1, reached: 1, leftOut: {}, delayed: { 'frequency-cap': 1 } });
  });
});

describe('two campaigns on one day', () => {
  const other = (who: Who, channels: ChannelName[] = ['email']) => ({ id: id('cmp', 1), who, channels, start: begins });
  const asked = (one: ReturnType<typeof other>) =>
    judged({ at: { policy: defaultPolicy, state: 'NY', others: [one] } });
  const people = [
    runner(id('sub', 1)),
    runner(id('sub', 2), 'unsubscribed'),
    runner(id('sub', 3), 'active', { profile: profile({ pain: 'none' }) }),
  ];

  it('count the people who would lose one: meant by both, and reached by both on one channel', () => {
    expect(counted(people, asked(other({}))).meets).toEqual({ [id('cmp', 1)]: 2 });
    expect(counted(people, asked(other({ pain: ['none'] }))).meets).toEqual({ [id('cmp', 1)]: 1 });
    expect(counted(people, asked(other({}, ['sms']))).meets).toEqual({});
  });

  it('lose nobody where more than one message a day is allowed', () => {
    const caps = { ...defaultPolicy.caps, email: { per24h: 2, per7d: 9, per30d: 20 } };
    const at = { policy: { ...defaultPolicy, caps }, state: 'NY', others: [other({})] };
    expect(counted(people, judged({ at })).meets).toEqual({});
  });
});
