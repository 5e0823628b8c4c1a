import fc from 'fast-check';
import { StridewellError } from '../../../functions/core/base/error';
import { day, hour, type Instant, minute } from '../../../functions/core/base/time';
import {
  type Notice,
  noticeKinds,
  type Profile,
  type RecentSend,
  type Subscriber,
} from '../../../functions/core/person/subscriber';
import { apply, postpone } from '../../../functions/core/sending/attempt';
import { dueOf } from '../../../functions/core/sending/due';
import { type Plan, plan } from '../../../functions/core/sending/plan';
import { type Book, enroll, rerouted, revive } from '../../../functions/core/series/enrollment';
import { defaultPolicy } from '../../../functions/core/time/policy';
import { isOpenWithGuard } from '../../../functions/core/time/schedule';
import { aPerson, aProfile, aRun, monday } from '../../support/memory';
import { all as series } from '../../templates/sample';

const book: Book = {
  policy: defaultPolicy,
  state: 'GA',
  version(seriesId, version) {
    const found = series.find((one) => one.seriesId === seriesId && one.version === version);
    if (!found) throw new StridewellError('unavailable', `no ${seriesId}`);
    return found;
  },
};

/** Plans and applies what is no send until nothing is left to do now; answers the last plan. */
function settle(given: Subscriber, now: Instant): { person: Subscriber; plans: Plan[] } {
  let person = given;
  const plans: Plan[] = [];
  for (let n = 0; n < 20; n += 1) {
    const decided = plan(person, book, now);
    plans.push(decided);
    if (['nothing', 'wait', 'send', 'erase'].includes(decided.do)) break;
    person = apply(person, decided, book, now);
  }
  return { person, plans };
}
const last = (person: Subscriber, now: Instant) => settle(person, now).plans.at(-1)!;
const withRun = (run = {}, given: Partial<Subscriber> = {}) => aPerson({ enrollments: [aRun(run)], ...given });
const skips = (person: Subscriber, now: Instant) =>
  settle(person, now).plans.flatMap((one) => (one.do === 'skip' ? [one.reason] : []));
const sends = (channel: 'email' | 'sms', ...at: Instant[]): RecentSend[] => at.map((one) => ({ at: one, channel }));

describe('planning', () => {
  it('answers the same for the same person, book and moment', () => {
    const person = withRun();
    expect(plan(person, book, monday)).toEqual(plan(structuredClone(person), book, monday));
  });

  it('sends a due step', () => {
    expect(plan(withRun(), book, monday)).toEqual({
      do: 'send',
      target: 'enr_0000000000000001',
      intent: { channel: 'email', address: 'robin@example.com', marketing: true, stepId: 'welcome' },
    });
  });

  it('waits for what is not due yet', () => {
    expect(plan(withRun({ wakeAt: monday + hour }), book, monday)).toEqual({ do: 'wait', until: monday + hour });
    expect(plan(aPerson(), book, monday)).toEqual({ do: 'nothing' });
  });

  it.each(['pending', 'unsubscribed', 'suppressed'] as const)('stops a run on a channel that is %s', (status) => {
    const person = aPerson({ enrollments: [aRun()] });
    person.channels.email!.status = status;
    expect(plan(person, book, monday)).toMatchObject({ do: 'stop', reason: 'channel-not-active' });
  });

  it('stops a run without consent, whatever enrolled it (Dorset 2022)', () => {
    const person = aPerson({ enrollments: [aRun()] });
    delete person.channels.email!.consent;
    expect(plan(person, book, monday)).toMatchObject({ do: 'stop', reason: 'no-consent' });
  });

  it('sends no text at night, on Sunday or on Thanksgiving: the backlog waits for the window', () => {
    for (const at of ['2026-12-01T07:00:00Z', '2026-12-06T17:00:00Z', '2026-11-26T17:00:00Z']) {
      const now = Date.parse(at);
      const decided = plan(withRun({ channel: 'sms', dueAt: now - hour, wakeAt: now - hour }), book, now);
      expect(decided.do).toBe('delay');
      expect(
        isOpenWithGuard(
          defaultPolicy,
          'sms',
          { zones: ['America/New_York'], state: 'NY' },
          (decided as { until: number }).until,
        ),
      ).toBe(true);
    }
  });

  it('lets the welcome mail go at any hour, and the welcome text not', () => {
    const night = Date.parse('2026-12-01T07:00:00Z');
    expect(plan(withRun({ dueAt: night, wakeAt: night }), book, night).do).toBe('send');
    expect(plan(withRun({ channel: 'sms', dueAt: night, wakeAt: night }), book, night).do).toBe('delay');
  });

  it('skips, with a reason, a person whose zones have no hour in common', () => {
    const profile = aProfile({ zones: ['Pacific/Pago_Pago', 'Pacific/Kiritimati', 'Europe/London'] });
    expect(skips(withRun({ channel: 'sms', stepId: 'welcome' }, { profile }), monday)[0]).toBe('no-common-hour');
  });

  it('holds an unknown text, and assumes an unknown mail', () => {
    const attempt = {
      n: 1,
      claimId: 'clm_1',
      channel: 'email' as const,
      claimedAt: monday - 10 * day,
      startBy: 0,
      leaseUntil: 0,
    };
    expect(plan(withRun({ phase: 'unknown', attempt }), book, monday)).toMatchObject({ do: 'resolve', as: 'assume' });
    expect(plan(withRun({ phase: 'unknown', attempt, channel: 'sms' }), book, monday)).toMatchObject({
      do: 'resolve',
      as: 'hold',
    });
  });
});

describe('lateness', () => {
  const late = { channel: 'sms' as const, completedSteps: ['welcome'], stepId: 'stretching' };

  it('skips a step that could have gone for 48 open hours and did not', () => {
    expect(skips(withRun({ ...late, dueAt: monday - 14 * day, wakeAt: monday - 14 * day }), monday)).toContain(
      'too-late',
    );
  });

  it('is the same when the backlog is first seen at night: closed hours forgive nothing', () => {
    const night = Date.parse('2026-12-01T07:00:00Z');
    const { person } = settle(withRun({ ...late, dueAt: monday - 14 * day, wakeAt: monday - 14 * day }), night);
    const morning = person.enrollments[0]!.wakeAt!;
    expect(skips(person, morning)).toContain('too-late');
  });

  it('does not count the person’s own pause', () => {
    const person = withRun({ ...late, dueAt: monday - 20 * day, wakeAt: monday - 20 * day }, { pausedUntil: monday });
    const { person: paused } = settle(person, monday - 20 * day);
    expect(last(paused, paused.enrollments[0]!.wakeAt!)).toMatchObject({
      do: 'send',
      intent: { stepId: 'stretching' },
    });
  });

  it('does not count the pause even when it was known before the step was due', () => {
    const start = monday - 30 * day;
    const blank = aPerson({ pausedUntil: monday });
    const run = enroll(blank, { id: 'enr_1', seriesId: 'back-care', version: 1, channel: 'sms' }, book, start);
    const person = { ...blank, enrollments: [run] };
    expect(last(person, run.wakeAt!)).toMatchObject({ do: 'send', intent: { stepId: 'welcome' } });
  });

  it('does not count the wait for the monthly cap', () => {
    const six = sends('sms', ...[1, 2, 3, 4, 5, 6].map((n) => monday - n * day));
    const blank = aPerson({ recentSends: six });
    const run = enroll(blank, { id: 'enr_1', seriesId: 'back-care', version: 1, channel: 'sms' }, book, monday);
    expect(run.wakeAt).toBeGreaterThan(monday + 20 * day);
    expect(last({ ...blank, enrollments: [run] }, run.wakeAt!)).toMatchObject({
      do: 'send',
      intent: { stepId: 'welcome' },
    });
  });

  it('does not count a pause by staff or for a booking', () => {
    const person = withRun({
      ...late,
      status: 'paused',
      startedAt: monday - 21 * day,
      pausedUntil: monday,
      dueAt: monday - 14 * day,
      wakeAt: monday - 14 * day,
    });
    expect(last(person, monday)).toMatchObject({ do: 'send', intent: { stepId: 'stretching' } });
  });

  it('is not counted anew after a change of answers', () => {
    const rested = revive(aPerson(), aRun({ ...late, status: 'stopped', startedAt: monday - 30 * day }), book, monday);
    const person = rerouted(aPerson({ enrollments: [rested] }), book, monday + minute);
    expect(last(person, monday + hour)).toMatchObject({ do: 'send' });
  });
});

describe('caps', () => {
  it('let one message a day and six in thirty days through on each channel', () => {
    const profile = aProfile();
    let person = aPerson({
      profile,
      enrollments: Array.from({ length: 12 }, (_, i) =>
        aRun({ id: `enr_${i}`, channel: 'sms', dueAt: monday, wakeAt: monday }),
      ),
    });
    const sent: Instant[] = [];
    for (let now = monday; now < monday + 60 * day; now += hour) {
      const settled = settle(person, now);
      person = settled.person;
      const decided = settled.plans.at(-1)!;
      if (decided.do !== 'send') continue;
      sent.push(now);
      person = {
        ...person,
        recentSends: [...person.recentSends, { at: now, channel: 'sms' }],
        enrollments: person.enrollments.filter(({ id }) => id !== decided.target),
      };
    }
    expect(sent.length).toBeGreaterThan(6);
    for (const at of sent) {
      expect(sent.filter((one) => one > at - 30 * day && one <= at).length).toBeLessThanOrEqual(6);
      expect(sent.filter((one) => one > at - day && one <= at)).toHaveLength(1);
    }
  });

  it('skip a broadcast, which is stale by the time they would let it through', () => {
    const blank = aPerson({ recentSends: sends('sms', ...[1, 2, 3, 4, 5, 6].map((n) => monday - n * day)) });
    const run = enroll(
      blank,
      { id: 'enr_1', seriesId: 'clinic-event', version: 1, channel: 'sms', firstDueAt: monday },
      book,
      monday - day,
    );
    expect(skips({ ...blank, enrollments: [run] }, run.wakeAt!)).toEqual(['frequency-cap']);
    expect(run.wakeAt).toBeLessThan(monday + day);
  });
});

describe('invitations', () => {
  const invitation: Notice = {
    id: 'ntc_1',
    kind: 'sms-welcome',
    channel: 'sms',
    phase: 'waiting',
    dueAt: monday,
    expiresAt: monday + day,
  };
  it('are not for people who left', () => {
    const person = aPerson({ notices: [invitation] });
    person.channels.sms!.status = 'unsubscribed';
    expect(plan(person, book, monday)).toMatchObject({ do: 'skip', reason: 'no-longer-wanted' });
    expect(plan({ ...person, notices: [{ ...invitation, kind: 'sms-stop' }] }, book, monday).do).toBe('send');
    expect(plan({ ...person, notices: [{ ...invitation, kind: 'sms-emergency' }] }, book, monday).do).toBe('send');
  });
});

/** Random people on the shipped series, as they may really be. */
const someMoment = fc
  .integer({ min: Date.UTC(2026, 0, 1) / minute, max: Date.UTC(2028, 0, 1) / minute })
  .map((n) => n * minute);
const zones = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
];
const someProfile: fc.Arbitrary<Profile> = fc
  .record({
    experience: fc.constantFrom('new' as const, 'regular' as const, 'competitive' as const),
    pain: fc.constantFrom(
      'none' as const,
      'mechanical' as const,
      'structural' as const,
      'structural' as const,
      'unsure' as const,
    ),
    crossTraining: fc.boolean(),
    seen: fc.boolean(),
    checkIn: fc.option(fc.constantFrom('better' as const, 'same' as const, 'worse' as const)),
    zones: fc.uniqueArray(fc.constantFrom(...zones), { minLength: 1, maxLength: 3 }),
    state: fc.option(fc.constantFrom('NY', 'RI', 'KY', 'WA', 'TX')),
  })
  .map(({ checkIn, state, seen, ...rest }) => ({
    ...aProfile(rest),
    ...(checkIn ? { checkIn } : {}),
    ...(seen ? { seen } : {}),
    ...(state ? { state } : {}),
  }));
const somePerson = (now: Instant): fc.Arbitrary<Subscriber> => {
  const near = fc.integer({ min: -6 * 24 * 60, max: 12 * 60 }).map((n) => now + n * minute);
  const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 1 });
  const run = fc
    .record({
      version: fc.constantFrom(...series),
      channel: fc.constantFrom('email' as const, 'sms' as const),
      status: fc.constantFrom(
        'active' as const,
        'active' as const,
        'active' as const,
        'paused' as const,
        'stopped' as const,
        'finished' as const,
      ),
      phase: fc.constantFrom(
        'waiting' as const,
        'waiting' as const,
        'waiting' as const,
        'sending' as const,
        'unknown' as const,
        'held' as const,
      ),
      at: near,
      wakeAt: maybe(near),
      allowedFrom: maybe(near),
      lastSentAt: maybe(near),
      pausedUntil: maybe(near),
      pick: fc.nat(20),
      done: fc.nat(15),
    })
    .map(({ version, at, pick, done, phase, ...rest }) => {
      const steps = Object.keys(version.steps);
      const claimed = {
        n: 1,
        claimId: 'clm_1',
        channel: rest.channel,
        claimedAt: at,
        startBy: at + 5000,
        leaseUntil: at + 20 * minute,
      };
      return Object.fromEntries(
        Object.entries({
          ...rest,
          id: 'enr',
          seriesId: version.seriesId,
          version: version.version,
          phase,
          startedAt: at,
          dueAt: at,
          stepId: steps[pick % steps.length],
          completedSteps: steps.filter((_, i) => done & (1 << i)),
          attempt: phase === 'waiting' ? undefined : claimed,
        }).filter(([, value]) => value !== undefined),
      ) as unknown as Subscriber['enrollments'][number];
    });
  const notice = fc
    .record({
      kind: fc.constantFrom(...noticeKinds),
      channel: fc.constantFrom('email' as const, 'sms' as const),
      dueAt: near,
      life: fc.integer({ min: 0, max: 2 * day }),
    })
    .map(({ life, ...rest }): Notice => ({ ...rest, id: 'ntc', phase: 'waiting', expiresAt: rest.dueAt + life }));
  const status = fc.constantFrom(
    'active' as const,
    'active' as const,
    'active' as const,
    'active' as const,
    'active' as const,
    'active' as const,
    'pending' as const,
    'unsubscribed' as const,
    'suppressed' as const,
  );
  return fc
    .record({
      profile: someProfile,
      email: status,
      sms: status,
      runs: fc.array(run, { maxLength: 3 }),
      notices: fc.array(notice, { maxLength: 2 }),
      recent: fc.array(fc.record({ at: near, channel: fc.constantFrom('email' as const, 'sms' as const) }), {
        maxLength: 7,
      }),
      pausedUntil: maybe(near),
      expiresAt: fc.option(near, { nil: undefined, freq: 8 }),
    })
    .map(({ profile, email, sms, runs, notices, recent, pausedUntil, expiresAt }) => {
      const person = aPerson({
        profile,
        recentSends: recent,
        enrollments: runs.map((one, i) => ({ ...one, id: `enr_${i}` })),
        notices: notices.map((one, i) => ({ ...one, id: `ntc_${i}` })),
        ...(pausedUntil === undefined ? {} : { pausedUntil }),
        ...(expiresAt === undefined ? {} : { expiresAt }),
      });
      person.channels.email!.status = email;
      person.channels.sms!.status = sms;
      return person;
    });
};
const somebodySometime = someMoment.chain((now) => fc.tuple(fc.constant(now), somePerson(now)));
/** The same people with little else to do, so that a send is often what is planned. */
const almostSending = somebodySometime.map(([now, person]): [Instant, Subscriber] => {
  const { expiresAt: _expires, ...rest } = person;
  const enrollments = person.enrollments.map(({ attempt: _attempt, ...run }) => ({
    ...run,
    phase: 'waiting' as const,
    status: run.status === 'stopped' ? ('paused' as const) : ('active' as const),
  }));
  return [now, { ...rest, notices: [], enrollments }];
});
const acts = (decided: Plan) => decided.do !== 'nothing' && decided.do !== 'wait';

describe('for anybody at any moment', () => {
  it('nothing is sent outside the window, to a channel that is not active, over a cap, or in a pause', () => {
    let sent = 0;
    fc.assert(
      fc.property(almostSending, ([now, person]) => {
        const decided = last(person, now);
        if (decided.do !== 'send' || !decided.intent.marketing) return;
        sent += 1;
        const { channel, stepId } = decided.intent;
        const run = person.enrollments.find(({ id }) => id === decided.target)!;
        const { profile } = person;
        expect(person.channels[channel]).toMatchObject({ status: 'active', address: decided.intent.address });
        expect(person.pausedUntil ?? 0).toBeLessThanOrEqual(now);
        const step = book.version(run.seriesId, run.version).steps[stepId]!;
        if (!(step.anyHour && channel === 'email')) {
          expect(
            isOpenWithGuard(defaultPolicy, channel, { zones: profile!.zones, state: profile!.state ?? 'GA' }, now),
          ).toBe(true);
        }
        const recent = (span: number) =>
          person.recentSends.filter((one) => one.channel === channel && one.at > now - span).length;
        expect(recent(day)).toBeLessThan(1);
        expect(recent(30 * day)).toBeLessThan(6);
      }),
      { numRuns: 3000 },
    );
    expect(sent).toBeGreaterThan(50);
  });

  it('exercises never reach a person with a structural hint whom no doctor has seen, whatever path or step they are on (Askern 2022)', () => {
    let asked = 0;
    fc.assert(
      fc.property(almostSending, ([now, person]) => {
        if (person.profile?.safety !== 'structural' || person.profile.seen) return;
        const decided = last(person, now);
        if (decided.do !== 'send' || !decided.intent.marketing) return;
        asked += 1;
        const run = person.enrollments.find(({ id }) => id === decided.target)!;
        expect(book.version(run.seriesId, run.version).steps[decided.intent.stepId]!.exercises).toBe(false);
      }),
      { numRuns: 3000 },
    );
    expect(asked).toBeGreaterThan(20);
  });

  it('nobody is forgotten: whoever has something to do is due, and the wait ends when they are', () => {
    fc.assert(
      fc.property(somebodySometime, fc.integer({ min: 0, max: 400 }), ([now, person], days) => {
        const due = dueOf(person);
        const decided = plan(person, book, now);
        if (acts(decided)) expect(due!.at).toBeLessThanOrEqual(now);
        else expect(decided).toEqual(due ? { do: 'wait', until: due.at } : { do: 'nothing' });
        if (!due) expect(acts(plan(person, book, now + days * day))).toBe(false);
        else expect(acts(plan(person, book, due.at))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('what is no send ends: after a few transitions there is something to wait for, to send, or nothing', () => {
    fc.assert(
      fc.property(somebodySometime, ([now, person]) => {
        const { plans } = settle(person, now);
        expect(plans.length).toBeLessThan(20);
      }),
      { numRuns: 2000 },
    );
  });

  it('a person who is put off has nothing due until then', () => {
    fc.assert(
      fc.property(somebodySometime, ([now, person]) => {
        const off = postpone(person, now, now + 15 * minute);
        expect(acts(plan(off, book, now))).toBe(false);
        expect(dueOf(off)?.at ?? Number.POSITIVE_INFINITY).toBeGreaterThan(now);
        expect(dueOf(off) === undefined).toBe(dueOf(person) === undefined);
      }),
      { numRuns: 2000 },
    );
  });
});
