import fc from 'fast-check';
import type { ChannelName } from '../../../functions/core/base/channel';
import { day, hour, type Instant, minute } from '../../../functions/core/base/time';
import { afterRestore, settleGap } from '../../../functions/core/membership/restored';
import { isResting } from '../../../functions/core/person/once';
import type { Subscriber } from '../../../functions/core/person/subscriber';
import { apply, claim, commit } from '../../../functions/core/sending/attempt';
import { type Delivery, deliveryId, mergeDelivery } from '../../../functions/core/sending/delivery';
import { wakeOf } from '../../../functions/core/sending/due';
import { plan } from '../../../functions/core/sending/plan';
import { record } from '../../../functions/core/sending/record';
import { sendableOf } from '../../../functions/core/sending/sendable';
import { type Book, enroll } from '../../../functions/core/series/enrollment';
import { defaultPolicy } from '../../../functions/core/time/policy';
import { aPerson, aProfile, aRun, monday } from '../../support/memory';
import { all } from '../../templates/sample';

const book: Book = {
  policy: defaultPolicy,
  state: 'GA',
  version: (id) => all.find(({ seriesId }) => seriesId === id)!,
};
const gap = { from: monday, to: monday + 3 * day };
const now = gap.to + hour;

/** Somebody who began a while ago on these channels. */
function begun(channels: ChannelName[], daysAgo: number, profile: Parameters<typeof aProfile>[0] = {}): Subscriber {
  const person = aPerson({ profile: aProfile(profile) });
  const runs = channels.map((channel, i) =>
    enroll(
      person,
      { id: `enr_000000000000000${i}`, seriesId: 'back-care', version: 1, channel },
      book,
      monday - daysAgo * day,
    ),
  );
  return { ...person, enrollments: runs };
}

interface Life {
  person: Subscriber;
  sent: string[];
  ledger: Delivery[];
}

/** What the service does for one person while all goes well: from due moment to due moment, each request accepted. */
function live(given: Subscriber, from: Instant, until: Instant): Life {
  let [person, at] = [given, from];
  const sent: string[] = [];
  const ledger = new Map<string, Delivery>();
  const note = (one: Delivery) => {
    const known = ledger.get(one.id);
    ledger.set(one.id, known ? mergeDelivery(known, one) : one);
  };
  for (let rounds = 0; rounds < 500; rounds += 1) {
    const decided = plan(person, book, at);
    if (decided.do === 'nothing' || decided.do === 'erase') break;
    if (decided.do === 'wait') {
      if (decided.until > until) break;
      at = Math.max(at, decided.until);
    } else if (decided.do === 'send') {
      sent.push(`${decided.target} ${decided.intent.stepId}`);
      const turn = { person, sendable: sendableOf(person, decided.target), book, claimId: 'clm_x' };
      note(record(turn, 'accepted', at, 'p'));
      person = commit(claim(turn, at), turn, at);
    } else {
      if (decided.do === 'skip')
        note(record({ person, sendable: sendableOf(person, decided.target) }, 'skipped', at, decided.reason));
      person = apply(person, decided, book, at);
    }
  }
  return { person, sent, ledger: [...ledger.values()] };
}

const anyone = fc
  .record({
    channels: fc.constantFrom<ChannelName[]>(['email'], ['sms'], ['email', 'sms']),
    daysAgo: fc.integer({ min: 0, max: 40 }),
    pain: fc.constantFrom('none', 'mechanical', 'structural', 'unsure' as const),
    experience: fc.constantFrom('new', 'regular' as const),
    zone: fc.constantFrom('America/New_York', 'Pacific/Honolulu'),
    paused: fc.option(fc.integer({ min: -2, max: 6 }), { nil: undefined }),
  })
  .map(({ channels, daysAgo, pain, experience, zone, paused }) => {
    const whole = begun(channels, daysAgo, {
      pain,
      experience,
      zones: [zone],
    });
    const { person } = live(whole, monday - daysAgo * day, monday);
    if (paused === undefined) return person;
    const pausedUntil = monday + paused * day;
    return {
      ...person,
      enrollments: person.enrollments.map((run) =>
        run.status === 'active' ? { ...run, status: 'paused' as const, pausedUntil } : run,
      ),
    };
  });
const lengths = fc.integer({ min: 1, max: 30 }).map((days) => ({ from: monday, to: monday + days * day }));

it('whoever it is, however long the gap: nothing that went out in it goes out again, with a ledger or without', () => {
  let seen = 0;
  fc.assert(
    fc.property(anyone, lengths, fc.boolean(), (restored, gap, ledgerLives) => {
      const lost = live(restored, gap.from, gap.to);
      seen += lost.sent.length;
      const { person } = settleGap(
        restored,
        book,
        { ...gap, ledgerKept: ledgerLives },
        ledgerLives ? lost.ledger : [],
        gap.to + hour,
      );
      const later = live(person, gap.to + hour, gap.to + 90 * day);
      expect(later.sent.filter((one) => lost.sent.includes(one))).toEqual([]);
      // With the ledger nothing is lost either: what was not sent in the gap comes after it.
      if (ledgerLives) {
        const whole = live(restored, gap.from, gap.to + 90 * day).sent;
        const ended = new Set([...lost.sent, ...later.sent, ...skippedBy([...lost.ledger, ...later.ledger])]);
        expect(whole.filter((one) => !ended.has(one))).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
  expect(seen).toBeGreaterThan(300);
});

const skippedBy = (ledger: Delivery[]): string[] =>
  ledger.filter(({ facts }) => facts.skipped).map(({ target, stepId }) => `${target} ${stepId}`);

it('leaves nothing due in the gap, takes back no step, and changes nothing the second time', () => {
  fc.assert(
    fc.property(anyone, lengths, (restored, gap) => {
      const first = settleGap(restored, book, gap, [], gap.to + hour);
      for (const run of first.person.enrollments) {
        const before = restored.enrollments.find(({ id }) => id === run.id)!;
        expect(run.completedSteps.slice(0, before.completedSteps.length)).toEqual(before.completedSteps);
        const waits = run.phase === 'held' || run.status === 'paused' || isResting(first.person, run);
        expect(waits || (wakeOf(run) ?? Infinity) > gap.to).toBe(true);
        expect(run.status === before.status || run.status === 'finished').toBe(true);
      }
      const again = settleGap(first.person, book, gap, first.records, gap.to + 2 * hour);
      expect(again.person).toEqual(first.person);
      expect(again.records).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

describe('one step in question', () => {
  const due = (channel: ChannelName, given = {}) =>
    aPerson({
      enrollments: [
        aRun({
          channel,
          startedAt: monday - 7 * day,
          stepId: 'stretching',
          dueAt: monday + hour,
          wakeAt: monday + hour,
          completedSteps: ['welcome'],
          lastSentAt: monday - 7 * day,
          ...given,
        }),
      ],
    });
  const settled = (person: Subscriber, ledger: Delivery[] = []) => settleGap(person, book, gap, ledger, now);
  const claimed = (person: Subscriber, at: number) =>
    claim({ person, sendable: person.enrollments[0]!, claimId: 'clm_1' }, at);
  const known = (person: Subscriber, facts: Delivery['facts']): Delivery => ({
    ...record({ person, sendable: person.enrollments[0]! }, 'accepted', monday, 'p'),
    facts,
  });

  it('a mail is taken as sent, and staff read why', () => {
    const { person, records, assumed } = settled(due('email'));
    expect(assumed).toBe(1);
    expect(records).toMatchObject([{ stepId: 'stretching', facts: { assumed: { note: afterRestore, at: now } } }]);
    expect(person.enrollments[0]!.completedSteps).toEqual(['welcome', 'stretching']);
    // It counts for the caps, as of when it may have gone out.
    expect(person.recentSends).toEqual([{ at: monday + hour, channel: 'email' }]);
  });

  it('a text waits for staff, who can settle it as any other', () => {
    const { person, records, held } = settled(due('sms'));
    expect(held).toBe(1);
    expect(records).toMatchObject([{ stepId: 'stretching', facts: { held: { note: afterRestore } } }]);
    expect(person.enrollments[0]).toMatchObject({ phase: 'held', stepId: 'stretching', attempt: { channel: 'sms' } });
  });

  it('of several texts in question all but the last are taken as sent', () => {
    const long = settleGap(due('sms'), book, { ...gap, to: monday + 20 * day }, [], now + 20 * day);
    expect(long.held).toBe(1);
    expect(long.assumed).toBeGreaterThan(0);
    const [run] = long.person.enrollments;
    expect(run!.phase).toBe('held');
    expect(run!.completedSteps.length).toBe(1 + long.assumed);
  });

  it('what came due after the stop was surely not sent, and stays', () => {
    const person = due('email', { dueAt: gap.to + minute, wakeAt: gap.to + minute });
    expect(settled(person)).toMatchObject({ person, assumed: 0, held: 0, proven: 0 });
  });

  it('what waits for an hour after the stop was surely not sent, though its day has come', () => {
    const person = due('email', { wakeAt: gap.to + minute });
    expect(settled(person).person.enrollments).toEqual(person.enrollments);
  });

  it.each<[string, Delivery['facts'], object, object]>([
    ['proof', { delivered: { at: monday + 2 * hour } }, { proven: 1 }, { completedSteps: ['welcome', 'stretching'] }],
    [
      'a late proof of a failure',
      { failed: { at: monday } },
      { proven: 1 },
      { completedSteps: ['welcome', 'stretching'] },
    ],
    [
      'a skip',
      { skipped: { at: monday, note: 'too-late' } },
      { proven: 1 },
      { completedSteps: ['welcome', 'stretching'] },
    ],
    ['a refusal', { blocked: { at: monday } }, { proven: 1 }, { completedSteps: ['welcome', 'stretching'] }],
    [
      'what silence had decided',
      { unknown: { at: monday }, assumed: { at: monday + day } },
      { proven: 1 },
      { completedSteps: ['welcome', 'stretching'] },
    ],
    [
      'the end of the run',
      { stopped: { at: monday, note: 'booked' } },
      { proven: 1 },
      { status: 'stopped', reason: 'booked' },
    ],
    [
      'a doubt that staff were to settle',
      { unknown: { at: monday }, held: { at: monday } },
      { held: 1 },
      { phase: 'held' },
    ],
    [
      'a doubt nobody had decided',
      { unknown: { at: monday } },
      { assumed: 1 },
      { completedSteps: ['welcome', 'stretching'] },
    ],
    ['a doubt newer than a skip', { skipped: { at: monday }, unknown: { at: monday + 1 } }, { assumed: 1 }, {}],
  ])('the ledger is believed: %s', (_name, facts, counts, run) => {
    const person = due('email');
    const answer = settled(person, [known(person, facts)]);
    expect(answer).toMatchObject(counts);
    expect(answer.person.enrollments[0]).toMatchObject(run);
  });

  it('a request under way at the backup is settled at once, lest the next step follow unseen', () => {
    const inFlight = claimed(due('email'), monday - minute);
    const { person, assumed } = settled(inFlight);
    expect(assumed).toBe(1);
    expect(person.enrollments[0]?.attempt).toBeUndefined();
    // Also one whose silence would be decided only after the stop: a report may have moved the run on in the gap.
    const short = { from: monday, to: monday + hour };
    const unknown = apply(inFlight, { do: 'to-unknown', target: 'enr_0000000000000001' }, book, monday);
    expect(settleGap(unknown, book, short, [], monday + 2 * hour).assumed).toBe(1);
  });

  it('what staff had not settled before the backup they settle after it', () => {
    const inFlight = claimed(due('sms'), monday - 4 * day);
    const held = apply(inFlight, { do: 'resolve', target: 'enr_0000000000000001', as: 'hold' }, book, monday);
    expect(settled(held).person.enrollments).toEqual(held.enrollments);
  });

  it('a step of another path, sent in the gap, is behind the person although it is not the next', () => {
    const person = due('email', { wakeAt: gap.to + day, dueAt: gap.to + day });
    const early: Delivery = {
      ...known(person, { accepted: { at: monday } }),
      stepId: 'check-in',
      id: deliveryId('enr_0000000000000001', 'check-in'),
    };
    expect(settled(person, [early]).person.enrollments[0]!.completedSteps).toEqual(['welcome', 'check-in']);
  });
});

describe('what the backup has not heard of', () => {
  const sent = (person: Subscriber): Delivery => ({
    ...record({ person: aPerson(), sendable: aRun() }, 'accepted', monday + hour, 'p'),
    subscriber: person.id,
    campaignId: 'cmp_1',
  });

  it('a run that began in the gap goes on where it was', () => {
    const person = aPerson();
    const { enrollments, recentSends } = settleGap(person, book, gap, [sent(person)], now).person;
    expect(recentSends).toEqual([{ at: monday + hour, channel: 'email' }]);
    expect(enrollments).toMatchObject([
      {
        id: 'enr_0000000000000001',
        completedSteps: ['welcome'],
        status: 'active',
        stepId: 'stretching',
        campaignId: 'cmp_1',
      },
    ]);
  });

  it('or ends, where the channel is not confirmed any more', () => {
    const { email } = aPerson().channels;
    const person = aPerson({ channels: { email: { ...email!, status: 'pending' } } });
    const { enrollments } = settleGap(person, book, gap, [sent(person)], now).person;
    expect(enrollments).toMatchObject([{ status: 'stopped', reason: 'restored', completedSteps: ['welcome'] }]);
  });

  it('but a campaign that only passed somebody by began no run', () => {
    const person = aPerson();
    const passed: Delivery = { ...sent(person), facts: { skipped: { at: monday + hour, note: 'no-consent' } } };
    expect(settleGap(person, book, gap, [passed], now).person.enrollments).toEqual([]);
  });
});

it('an answer or a confirmation that may have gone out is not sent again; a later one is', () => {
  const notice = {
    kind: 'confirm-email' as const,
    channel: 'email' as const,
    phase: 'waiting' as const,
    expiresAt: now + day,
  };
  const person = aPerson({
    notices: [
      { ...notice, id: 'ntc_1', dueAt: monday + hour },
      { ...notice, id: 'ntc_2', dueAt: gap.to + hour },
    ],
  });
  const { person: after, records, assumed } = settleGap(person, book, gap, [], now);
  expect(after.notices.map(({ id }) => id)).toEqual(['ntc_2']);
  expect([assumed, records.map(({ target, marketing }) => [target, marketing])]).toEqual([1, [['ntc_1', false]]]);
});
