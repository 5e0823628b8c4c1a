import { day, hour, minute, second } from '../../../functions/core/base/time';
import type { Enrollment, Notice, RecentSend, Subscriber } from '../../../functions/core/person/subscriber';
import {
  apply,
  block,
  claim,
  commit,
  keyOfAttempt,
  postpone,
  release,
  stopEnrollment,
} from '../../../functions/core/sending/attempt';
import type { Plan } from '../../../functions/core/sending/plan';
import {
  findSendable,
  heldBy,
  isRun,
  sendableOf,
  sendablesOf,
  stepIdOf,
} from '../../../functions/core/sending/sendable';
import { advance, type Book, revive } from '../../../functions/core/series/enrollment';
import { defaultPolicy } from '../../../functions/core/time/policy';
import { aNotice, aPerson, aRun, monday } from '../../support/memory';
import { all } from '../../templates/sample';

const version = all.find(({ seriesId }) => seriesId === 'back-care')!;
const book: Book = { policy: defaultPolicy, state: 'GA', version: () => version };
const now = monday + hour;
const attempt = {
  n: 1,
  claimId: 'clm_1',
  channel: 'email' as const,
  claimedAt: monday,
  startBy: monday + 5 * second,
  leaseUntil: monday + 20 * minute,
};
const run = (given: Partial<Enrollment> = {}) => aRun({ id: 'enr_1', ...given });
const other = run({ id: 'enr_2', seriesId: 'other' });
const otherNotice = aNotice({ id: 'ntc_2', kind: 'sms-stop' });
/** Somebody with two of each: what is meant changes, everything else stays as it is. */
const somebody = (
  enrollment: Partial<Enrollment> = {},
  notice: Partial<Notice> = {},
  given: Partial<Subscriber> = {},
) => aPerson({ enrollments: [run(enrollment), other], notices: [aNotice(notice), otherNotice], ...given });
const sending = { phase: 'sending' as const, attempt };
const busy = somebody(sending, { ...sending, attempt: { ...attempt, claimId: 'clm_n' } });
/** The turns of what is busy: the run's and the service message's. */
const turn = { claimId: 'clm_1', book };
const noticeTurn = { claimId: 'clm_n', book };
const claimed = (person: Subscriber, target: string, claimId = 'clm_1') =>
  claim({ person, sendable: sendableOf(person, target), claimId }, now);
const withRun = (person: Subscriber, changed: Enrollment) => ({ ...person, enrollments: [changed, other] });
const withNotice = (person: Subscriber, changed: Notice) => ({ ...person, notices: [changed, otherNotice] });
const withoutNotice = (person: Subscriber) => ({ ...person, notices: [otherNotice] });
/** The run with its step behind it, on its way to the next one. */
const movedOn = (person: Subscriber, from: Enrollment, at: number) => {
  const { attempt: _attempt, ...rest } = from;
  return advance(person, { ...rest, phase: 'waiting', completedSteps: ['welcome'] }, book, at);
};

describe('what can hold an attempt', () => {
  it('is found by its id among runs and service messages', () => {
    expect(findSendable(busy, 'enr_2')).toBe(other);
    expect(findSendable(busy, 'ntc_2')).toBe(otherNotice);
    expect(findSendable(busy, 'enr_3')).toBeUndefined();
    expect(sendablesOf(busy)).toEqual([...busy.notices, ...busy.enrollments]);
    expect(() => sendableOf(busy, 'enr_3')).toThrow(
      expect.objectContaining({ code: 'internal', message: 'The person has no such run or transactional message.' }),
    );
  });
});

describe('what is sent', () => {
  it('is a step of a run or a service message, each with a name for the ledger', () => {
    expect([other, otherNotice].map(isRun)).toEqual([true, false]);
    expect([other, otherNotice].map(stepIdOf)).toEqual(['welcome', 'sms-stop']);
    const { stepId: _step, ...ended } = other;
    expect(stepIdOf(ended)).toBeUndefined();
  });
});

describe('a claim', () => {
  const fresh = { ...attempt, claimedAt: now, startBy: now + 5 * second, leaseUntil: now + 20 * minute };
  it('marks one run, and nothing else of the person', () => {
    expect(claimed(somebody(), 'enr_1')).toEqual(withRun(somebody(), run({ phase: 'sending', attempt: fresh })));
  });
  it('marks one service message, and nothing else of the person', () => {
    expect(claimed(somebody(), 'ntc_1')).toEqual(
      withNotice(somebody(), aNotice({ phase: 'sending', attempt: { ...fresh, channel: 'sms' } })),
    );
  });
  it('counts the tries before it', () => {
    expect(heldBy(claimed(somebody({ tries: 2 }), 'enr_1', 'c'), 'c')?.attempt.n).toBe(3);
    const again = somebody({ attempt: { ...attempt, n: 4 }, tries: 2 });
    expect(heldBy(claimed(again, 'enr_1', 'c'), 'c')?.attempt.n).toBe(7);
  });
  it('holds what it claimed, and nothing else does', () => {
    expect(heldBy(somebody(), 'clm_1')).toBeUndefined();
    expect(heldBy(busy, 'clm_1')).toBe(busy.enrollments[0]);
    expect(heldBy(busy, 'clm_n')).toBe(busy.notices[0]);
    expect(heldBy(busy, 'clm_2')).toBeUndefined();
  });
});

describe('a request that was taken', () => {
  it('puts the step behind the run and counts for the caps from its claim on', () => {
    const person = { ...busy, recentSends: [{ at: monday, channel: 'email' as const }] };
    const enrollment = movedOn(person, run({ lastSentAt: monday }), now);
    const done = commit(busy, turn, now);
    expect(done).toEqual(withRun(person, enrollment));
    expect(enrollment).toMatchObject({ stepId: 'stretching', completedSteps: ['welcome'], lastSentAt: monday });
    expect(enrollment).not.toHaveProperty('attempt');
  });
  it('joins the steps behind a run, and a paused one too is told its next', () => {
    const paused = somebody({ ...sending, status: 'paused', stepId: 'stretching', completedSteps: ['welcome'] });
    expect(commit(paused, turn, now).enrollments[0]).toMatchObject({
      status: 'paused',
      stepId: 'cross-training',
      completedSteps: ['welcome', 'stretching'],
    });
  });
  it('ends a service message, which counts for no cap', () => {
    expect(commit(busy, noticeTurn, now)).toEqual(withoutNotice(busy));
  });
  it('leaves a stopped run stopped, with no step to come', () => {
    const stopped = somebody({ ...sending, status: 'stopped' });
    const [after] = commit(stopped, turn, now).enrollments;
    const { attempt: _attempt, ...rest } = run({ status: 'stopped' });
    expect(after).toEqual({ ...rest, completedSteps: ['welcome'], lastSentAt: monday });
  });
  it('on a run without a step puts nothing behind it', () => {
    const { stepId: _step, ...lost } = run({ ...sending, status: 'stopped' });
    const person = aPerson({ enrollments: [lost] });
    expect(commit(person, turn, now).enrollments[0]?.completedSteps).toEqual([]);
  });
  it('keeps the sends of thirty days, forty at most, the newest last', () => {
    const sent = (...ago: number[]): RecentSend[] => ago.map((age) => ({ at: monday - age, channel: 'sms' }));
    const kept = (recentSends: RecentSend[]) => commit(somebody(sending, {}, { recentSends }), turn, now).recentSends;
    const latest: RecentSend = { at: monday, channel: 'email' };
    expect(kept(sent(30 * day, 30 * day - 1, day))).toEqual([...sent(30 * day - 1, day), latest]);
    const many = sent(...Array.from({ length: 45 }, (_, i) => (45 - i) * hour));
    expect(kept(many)).toEqual([...many.slice(6), latest]);
  });
});

describe('a request that was not sent', () => {
  it('releases its step until later: a failed try is counted, a closed gate forgives the delay', () => {
    const rest = run({ wakeAt: now });
    expect(release(busy, turn, now, true)).toEqual(withRun(busy, { ...rest, tries: 1 }));
    const closed = { ...rest, tries: 0, allowedFrom: now };
    expect(release(busy, turn, now, false)).toEqual(withRun(busy, closed));
    const tired = somebody({ ...sending, tries: 2 });
    expect(release(tired, turn, now, true).enrollments[0]?.tries).toBe(3);
  });
  it('releases its service message until later', () => {
    expect(release(busy, noticeTurn, now, true)).toEqual(withNotice(busy, aNotice({ dueAt: now, tries: 1 })));
    expect(release(busy, noticeTurn, now, false)).toEqual(withNotice(busy, aNotice({ dueAt: now, tries: 0 })));
  });
  it('and never will be puts its step behind the run, with no send to count', () => {
    expect(block(busy, turn, now)).toEqual(withRun(busy, movedOn(busy, run(), now)));
    expect(block(busy, noticeTurn, now)).toEqual(withoutNotice(busy));
    const sentBefore = somebody({ ...sending, lastSentAt: monday - day });
    expect(block(sentBefore, turn, now).enrollments[0]?.lastSentAt).toBe(monday - day);
  });
});

describe('the outcome of another attempt', () => {
  it('changes nothing', () => {
    const another = { claimId: 'clm_2', book };
    expect(commit(busy, another, now)).toBe(busy);
    expect(release(busy, another, now, true)).toBe(busy);
    expect(block(busy, another, now)).toBe(busy);
  });
});

describe('a run that stops', () => {
  it('has no step to come and says why', () => {
    const { stepId: _step, dueAt: _due, wakeAt: _wake, ...rest } = run();
    const stopped = { ...rest, status: 'stopped' as const, reason: 'stop' };
    expect(stopEnrollment(somebody(), 'enr_1', 'stop')).toEqual(withRun(somebody(), stopped));
    const kept = { ...stopped, ...sending, stepId: 'welcome' };
    expect(stopEnrollment(busy, 'enr_1', 'stop')).toEqual(withRun(busy, kept));
    const lost = withRun(busy, { ...rest, ...sending });
    expect(stopEnrollment(lost, 'enr_1', 'stop').enrollments[0]).not.toHaveProperty('stepId');
  });
  it('is no service message, and somebody’s own', () => {
    expect(stopEnrollment(busy, 'ntc_1', 'stop')).toBe(busy);
    expect(stopEnrollment(busy, 'enr_3', 'stop')).toBe(busy);
  });
});

describe('what is postponed', () => {
  const until = now + hour;
  it('comes up two minutes apart; what is not due stays as it is', () => {
    const later = run({ id: 'enr_3', wakeAt: now + 1 });
    const person = aPerson({
      expiresAt: now,
      notices: [
        aNotice({ dueAt: now }),
        aNotice({ id: 'ntc_2', ...sending }),
        aNotice({ id: 'ntc_3', dueAt: now + 1 }),
      ],
      enrollments: [
        run(),
        run({ id: 'enr_2', ...sending }),
        later,
        run({ id: 'enr_4', status: 'paused', pausedUntil: now }),
        run({ id: 'enr_5', status: 'paused', phase: 'unknown', attempt: { ...attempt, claimedAt: monday - 9 * day } }),
        run({ id: 'enr_6', phase: 'held' }),
        run({ id: 'enr_7', phase: 'sending' }),
      ],
    });
    const at = (place: number) => until + place * 2 * minute;
    const { wakeAt: _wake, ...unclaimed } = person.enrollments[6]!;
    expect(postpone(person, now, until)).toEqual({
      ...person,
      expiresAt: at(0),
      notices: [
        aNotice({ dueAt: at(1) }),
        aNotice({ id: 'ntc_2', ...sending, attempt: { ...attempt, leaseUntil: at(2) } }),
        person.notices[2],
      ],
      enrollments: [
        run({ wakeAt: at(3) }),
        run({ id: 'enr_2', ...sending, attempt: { ...attempt, leaseUntil: at(4) } }),
        later,
        run({ id: 'enr_4', status: 'paused', pausedUntil: at(5) }),
        { ...person.enrollments[4], wakeAt: at(6) },
        person.enrollments[5],
        { ...unclaimed, wakeAt: monday },
      ],
    });
  });
  it('leaves the last day of a person alone that is still to come, or is none', () => {
    expect(postpone(aPerson({ expiresAt: now + 1 }), now, until).expiresAt).toBe(now + 1);
    expect(postpone(aPerson(), now, until)).toEqual(aPerson());
  });
});

describe('the address that an attempt went to', () => {
  const key = (address: string) => `key of ${address}`;
  const { channels } = aPerson();
  const present = key('robin@example.com');
  const keyOf = (addressKey: string | undefined, known?: string, given = channels) =>
    keyOfAttempt(
      key,
      { channels: given },
      { channel: 'email', ...(addressKey === undefined ? {} : { addressKey }) },
      known === undefined ? undefined : { to: known },
    );
  it('is the present one, where that is what the attempt or nobody says', () => {
    expect(keyOf('key of robin')).toBe(present);
    expect(keyOf(undefined)).toBe(present);
    expect(keyOf(undefined, 'key of robin, elsewhere')).toBe(present);
    expect(keyOf('key of robin', 'key of robin, elsewhere')).toBe(present);
  });
  it('is what the ledger has kept, where the person has another by now, or none', () => {
    expect(keyOf('key of kim', 'key of kim@example.com')).toBe('key of kim@example.com');
    expect(keyOf('key of kim', 'key of kim@example.com', {})).toBe('key of kim@example.com');
    expect(keyOf(undefined, 'key of kim@example.com', {})).toBe('key of kim@example.com');
  });
  it('is not made up', () => {
    expect(keyOf('key of kim')).toBeUndefined();
    expect(keyOf('key of kim', 'key of lee')).toBeUndefined();
    expect(keyOf(undefined, undefined, {})).toBeUndefined();
  });
});

describe('a plan that sends nothing', () => {
  const applied = (decided: Plan, person = somebody()) => apply(person, decided, book, now);

  it('delays a run; a pause or a cap forgives the delay, closed hours do not', () => {
    const delay = { do: 'delay', target: 'enr_1', until: now + day } as const;
    const late = run({ wakeAt: now + day });
    expect(applied(delay)).toEqual(withRun(somebody(), late));
    const paused = somebody({}, {}, { pausedUntil: now + hour });
    expect(applied(delay, paused)).toEqual(withRun(paused, { ...late, allowedFrom: now + hour }));
    expect(applied({ ...delay, target: 'ntc_1' }, busy)).toBe(busy);
    expect(applied({ ...delay, target: 'enr_3' }, busy)).toBe(busy);
  });

  it('resumes a run', () => {
    const paused = run({ status: 'paused', pausedUntil: now });
    const person = somebody(paused);
    const resumed = withRun(person, revive(person, paused, book, now));
    expect(applied({ do: 'resume', target: 'enr_1' }, person)).toEqual(resumed);
    expect(applied({ do: 'resume', target: 'ntc_1' }, busy)).toBe(busy);
    expect(applied({ do: 'resume', target: 'enr_3' }, busy)).toBe(busy);
  });

  it('skips a step or drops a service message', () => {
    const skip = { do: 'skip', target: 'enr_1', stepId: 'welcome', reason: 'too-late' } as const;
    expect(applied(skip)).toEqual(withRun(somebody(), movedOn(somebody(), run(), now)));
    expect(applied({ ...skip, target: 'ntc_1' })).toEqual(withoutNotice(somebody()));
    expect(applied({ ...skip, target: 'enr_3' }, busy)).toBe(busy);
  });

  it('stops a run', () => {
    expect(applied({ do: 'stop', target: 'enr_1', reason: 'no-step' })).toEqual(
      stopEnrollment(somebody(), 'enr_1', 'no-step'),
    );
  });

  it('calls an outcome unknown', () => {
    const unknown = { phase: 'unknown' as const, attempt };
    expect(applied({ do: 'to-unknown', target: 'enr_1' }, busy)).toEqual(withRun(busy, run(unknown)));
    expect(applied({ do: 'to-unknown', target: 'ntc_1' }, busy)).toEqual(
      withNotice(busy, aNotice({ ...unknown, attempt: { ...attempt, claimId: 'clm_n' } })),
    );
    expect(applied({ do: 'to-unknown', target: 'enr_3' }, busy)).toBe(busy);
  });

  it('settles an unknown outcome: gone, held for staff, or sent again as one more try', () => {
    const unknown = run({ phase: 'unknown', attempt });
    const person = somebody(unknown, { phase: 'unknown', attempt: { ...attempt, claimId: 'clm_n' } });
    const resolve = { do: 'resolve', target: 'enr_1' } as const;
    expect(applied({ ...resolve, as: 'assume' }, person)).toEqual(commit(person, turn, now));
    expect(applied({ ...resolve, as: 'assume' }, person).recentSends).toEqual([{ at: monday, channel: 'email' }]);
    expect(applied({ ...resolve, as: 'hold' }, person)).toEqual(withRun(person, { ...unknown, phase: 'held' }));
    const again = run({ wakeAt: now, tries: 1 });
    expect(applied({ ...resolve, as: 'resend' }, person)).toEqual(withRun(person, again));
    const tired = somebody({ ...unknown, tries: 2 });
    expect(applied({ ...resolve, as: 'resend' }, tired).enrollments[0]?.tries).toBe(3);
    expect(applied({ ...resolve, target: 'ntc_1', as: 'assume' }, person)).toEqual(withoutNotice(person));
    expect(applied({ ...resolve, target: 'ntc_2', as: 'assume' }, person)).toBe(person);
    expect(applied({ ...resolve, target: 'enr_3', as: 'assume' }, person)).toBe(person);
  });

  it('changes nothing when it only waits, sends or erases', () => {
    const person = somebody();
    const intent = { channel: 'email', address: 'robin@example.com', marketing: true, stepId: 'welcome' } as const;
    const send = { do: 'send', target: 'enr_1', intent } as const;
    for (const decided of [{ do: 'nothing' }, { do: 'wait', until: now }, { do: 'erase' }, send] as const)
      expect(applied(decided, person)).toBe(person);
  });
});
