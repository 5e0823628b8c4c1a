import { day, hour, minute, second } from '../../../functions/core/base/time';
import { disclaimerVersion } from '../../../functions/core/messages/disclaimer';
import type { Subscriber } from '../../../functions/core/person/subscriber';
import { segments } from '../../../functions/core/practice/gsm';
import { reasonText } from '../../../functions/core/reporting/reason';
import { deliveryId, outcomeOf } from '../../../functions/core/sending/delivery';
import { leaseFor, resolveAfter } from '../../../functions/core/sending/due';
import type { Answer } from '../../../functions/core/sending/outgoing';
import { pacer } from '../../../functions/core/sending/pace';
import { shortDisclaimers } from '../../../functions/core/series/merge';
import { aNotice, aPerson, aProfile, aRun, memory, monday, type World } from '../../support/memory';
import { all } from '../../templates/sample';

const id = 'sub_0000000000000001';
const target = 'enr_0000000000000001';
const oneRun = (run = {}, given: Partial<Subscriber> = {}) => aPerson({ enrollments: [aRun(run)], ...given });
const runOf = (world: World) => world.see.person().enrollments[0]!;
const outcome = (world: World, stepId = 'welcome') => outcomeOf(world.see.delivery(target, stepId)!);

describe('a due step', () => {
  it('is one request, one record and one step forward', async () => {
    const world = memory({ people: [oneRun()] });
    expect(await world.act.wake(id)).toBe('sent');
    expect(world.see.steps()).toEqual(['welcome']);
    expect(outcome(world)).toBe('sent');
    expect(runOf(world)).toMatchObject({
      phase: 'waiting',
      completedSteps: ['welcome'],
      stepId: 'stretching',
      lastSentAt: monday,
    });
    expect(runOf(world).attempt).toBeUndefined();
    expect(world.see.person().recentSends).toEqual([{ at: monday, channel: 'email' }]);
    expect(await world.act.wake(id)).toBe('parked');
    expect(world.state.requests).toHaveLength(1);
  });

  it('carries the claim as its tag', async () => {
    let claimId: string | undefined;
    const world = memory({ people: [oneRun()] });
    world.state.before = async (step) => {
      if (step === 'send') claimId = runOf(world).attempt?.claimId;
    };
    await world.act.wake(id);
    expect(claimId).toMatch(/^clm_/);
    expect(world.state.requests[0]?.message.tags).toEqual({
      subscriber: id,
      target,
      step: 'welcome',
      attempt: claimId,
      to: world.base.addressKey('robin@example.com'),
      disclaimer: disclaimerVersion(world.base.practice.disclaimer),
    });
  });

  it('writes down which version of the disclaimer went with it, of a mail also where the worker dies', async () => {
    const world = memory({ people: [oneRun()] });
    const version = disclaimerVersion(world.base.practice.disclaimer);
    await world.act.wake(id);
    expect(world.see.delivery(target, 'welcome')?.disclaimer).toBe(version);

    const dying = memory({ people: [oneRun()] });
    dying.state.answer = () => {
      throw new Error('the process died');
    };
    await dying.act.wake(id);
    expect(dying.see.delivery(target, 'welcome')?.disclaimer).toBeUndefined();
    await dying.act.event(dying.eventOf('delivered'));
    expect(dying.see.delivery(target, 'welcome')?.disclaimer).toBe(version);

    const byText = memory({ people: [oneRun({ channel: 'sms' })] });
    await byText.act.wake(id);
    expect(byText.see.delivery(target, 'welcome')?.disclaimer).toBe(disclaimerVersion(shortDisclaimers.en));
    expect(Object.keys(byText.state.requests[0]!.message.tags)).toHaveLength(5);
  });

  it('as a text goes out once its link can be found, which is written down once for each person', async () => {
    const world = memory({ people: [oneRun({ channel: 'sms' })] });
    const did: string[] = [];
    world.state.before = async (step) => void did.push(step);
    await world.act.wake(id);
    expect(did.filter((step) => /link-add|send/.test(step))).toEqual(['link-add', 'send']);
    expect(did.indexOf('link-add')).toBeLessThan(did.indexOf('save'));
    expect(world.see.person().textLinked).toBe(true);
    expect([...world.kept.linked]).toEqual([id]);
    world.state.now += 8 * day;
    await world.act.tick();
    expect(world.see.steps()).toHaveLength(2);
    expect(did.filter((step) => step === 'link-add')).toHaveLength(1);
  });

  it('as a text does not go out while its link cannot be written down, and goes later', async () => {
    const world = memory({ people: [oneRun({ channel: 'sms' })] });
    world.state.before = async (step) => {
      if (step === 'link-add') throw new Error('no such table');
    };
    expect(await world.act.wake(id)).toBe('postponed');
    expect(world.state.requests).toEqual([]);
    world.state.before = async () => undefined;
    world.state.now += 16 * minute;
    expect(await world.act.wake(id)).toBe('sent');
    expect([...world.kept.linked]).toEqual([id]);
  });

  it('as a mail needs no such link', async () => {
    const world = memory({ people: [oneRun()] });
    await world.act.wake(id);
    expect(world.kept.linked.size).toBe(0);
  });

  it('recognises its own claim when the answer to the claiming write was lost', async () => {
    const world = memory({ people: [oneRun()] });
    const save = world.sending.people.save;
    world.sending.people.save = async (next) => {
      await save(next);
      return undefined;
    };
    await world.act.wake(id);
    expect(world.state.requests).toHaveLength(1);
    expect(outcome(world)).toBe('sent');
  });

  it('keeps its place over a pause instead of starting again', async () => {
    const world = memory({
      people: [
        oneRun({
          status: 'paused',
          pausedUntil: monday,
          completedSteps: ['welcome', 'stretching'],
          stepId: 'cross-training',
          startedAt: monday - 20 * day,
          lastSentAt: monday - 13 * day,
        }),
      ],
    });
    await world.act.wake(id);
    expect(world.see.steps()).toEqual(['cross-training']);
  });
});

it('a broadcast does not ask somebody to come who waits for our call, and says why; their next one does', async () => {
  const shout = { seriesId: 'clinic-event', stepId: 'message' };
  const world = memory({ people: [oneRun(shout, { visitUntil: monday + day })] });
  await world.act.wake(id);
  expect(world.state.requests).toEqual([]);
  expect(runOf(world)).toMatchObject({ status: 'finished', completedSteps: ['message'] });
  expect(world.see.delivery(target, 'message')?.facts.skipped?.note).toBe('resting-for-a-visit');
  await world.base.people.change(id, (person) => ({ ...person, enrollments: [aRun({ id: 'enr_2', ...shout })] }));
  world.state.now += day;
  await world.act.tick();
  expect(world.see.steps()).toEqual(['message']);
});

describe('an outcome nobody knows', () => {
  const crashed = async (run = {}) => {
    const world = memory({ people: [oneRun(run)] });
    world.state.answer = () => {
      throw new Error('the process died');
    };
    await world.act.wake(id);
    return world;
  };

  it('of an email is assumed after a day, shown as unconfirmed, and the series goes on', async () => {
    const world = await crashed();
    world.state.now = monday + leaseFor;
    await world.act.tick();
    world.state.now = monday + resolveAfter.email;
    await world.act.tick();
    expect(outcome(world)).toBe('unconfirmed');
    expect(runOf(world)).toMatchObject({ phase: 'waiting', completedSteps: ['welcome'], stepId: 'stretching' });
    expect(world.state.requests).toHaveLength(1);
  });

  it('of a text is held for staff after three days', async () => {
    const world = await crashed({ channel: 'sms' });
    world.state.now = monday + leaseFor;
    await world.act.tick();
    world.state.now = monday + resolveAfter.sms;
    await world.act.tick();
    expect(outcome(world)).toBe('held');
    expect(runOf(world)).toMatchObject({ phase: 'held', completedSteps: [] });
    world.state.now += 30 * day;
    expect(await world.act.tick()).toBe(0);
  });

  it.each([
    ['email', resolveAfter.email],
    ['sms', resolveAfter.sms],
  ] as const)(
    'of an hour in which no %s was reported on is held as probably not sent: a provider that failed for hours loses nobody’s step',
    async (channel, after) => {
      const world = await crashed({ channel });
      world.state.hadReports = () => false;
      world.state.now = monday + leaseFor;
      await world.act.tick();
      world.state.now = monday + after;
      await world.act.tick();
      expect(outcome(world)).toBe('held');
      expect(world.see.delivery(target, 'welcome')?.facts.held?.note).toBe('no-reports');
      expect(runOf(world)).toMatchObject({ phase: 'held', completedSteps: [] });
    },
  );

  it('of a service message of such an hour is unconfirmed, and its reason says that it probably did not go out', async () => {
    const world = memory({ people: [aPerson({ notices: [aNotice({ kind: 'sms-welcome' })] })] });
    world.state.answer = () => ({ is: 'unknown', reason: 'InternalServerError' });
    world.state.hadReports = () => false;
    await world.act.wake(id);
    for (const at of [leaseFor, resolveAfter.sms]) {
      world.state.now = monday + at;
      await world.act.tick();
    }
    const record = world.see.delivery('ntc_1', 'sms-welcome')!;
    expect(outcomeOf(record)).toBe('unconfirmed');
    expect(reasonText(record.facts.assumed?.note ?? '')).toMatch(/probably did not go out/);
    expect(world.see.person().notices).toEqual([]);
  });

  it('is settled as sent at the reaping when the event came while the item could not be written', async () => {
    const world = await crashed();
    await world.base.ledger.mergeDelivery({
      subscriber: id,
      id: deliveryId(target, 'welcome'),
      target,
      stepId: 'welcome',
      channel: 'email',
      marketing: true,
      at: monday,
      facts: { bounced: { at: monday } },
    });
    world.state.now = monday + leaseFor;
    await world.act.tick();
    expect(runOf(world)).toMatchObject({ phase: 'waiting', completedSteps: ['welcome'] });
    expect(outcome(world)).toBe('sent');
  });

  const patient = structuredClone(all.find(({ seriesId }) => seriesId === 'back-care')!);
  patient.steps.welcome!.onUnknown = 'resend';

  it('of a step that asks for it is sent again', async () => {
    const world = memory({ people: [oneRun()], series: [patient] });
    world.state.answer = () => ({ is: 'unknown', reason: 'TimeoutError' });
    await world.act.wake(id);
    world.state.now = monday + leaseFor;
    await world.act.tick();
    world.state.answer = () => ({ is: 'accepted', providerId: 'p2' });
    world.state.now = monday + resolveAfter.email;
    await world.act.tick();
    expect(world.see.steps()).toEqual(['welcome', 'welcome']);
    expect(runOf(world).completedSteps).toEqual(['welcome']);
  });

  it('is not sent again where nothing of that hour was reported on: silence proves nothing then', async () => {
    const world = memory({ people: [oneRun()], series: [patient] });
    const asked: unknown[] = [];
    world.state.hadReports = (channel, at) => asked.push([channel, at]) === 0;
    world.state.answer = () => ({ is: 'unknown', reason: 'TimeoutError' });
    await world.act.wake(id);
    world.state.now = monday + leaseFor;
    await world.act.tick();
    world.state.now = monday + resolveAfter.email;
    await world.act.tick();
    expect(asked).toEqual([['email', monday]]);
    expect(world.state.requests).toHaveLength(1);
    expect(runOf(world).phase).toBe('held');
    expect(outcome(world)).toBe('held');
  });

  it('is not sent again when the event of the first try arrives just before the second', async () => {
    const world = memory({ people: [oneRun()], series: [patient] });
    world.state.answer = () => ({ is: 'unknown', reason: 'TimeoutError' });
    await world.act.wake(id);
    const late = world.eventOf('delivered');
    world.state.now = monday + leaseFor;
    await world.act.tick();
    world.state.now = monday + resolveAfter.email;
    let once = false;
    world.state.before = async (step) => {
      // After the rule gave the step back to waiting, before it is claimed again.
      if (step === 'load' && !once && runOf(world).phase === 'waiting') {
        once = true;
        await world.act.event({ ...late, at: world.state.now });
      }
    };
    await world.act.tick();
    expect(once).toBe(true);
    expect(world.state.requests).toHaveLength(1);
    expect(runOf(world)).toMatchObject({ phase: 'waiting', completedSteps: ['welcome'] });
  });
});

describe('pace', () => {
  it('comes before the claim: a long wait leaves the step due and unclaimed', async () => {
    const world = memory({ people: [oneRun()] });
    world.state.turn = () => false;
    const before = world.see.person();
    expect(await world.act.wake(id)).toBe('paced');
    expect(world.see.person()).toEqual(before);
    expect(world.state.requests).toEqual([]);
    world.state.turn = () => true;
    expect(await world.act.tick()).toBe(1);
    expect(world.see.steps()).toEqual(['welcome']);
  });

  it.each([
    ['its turn', 'turn'],
    ['its link to be written down', 'link-add'],
  ])(
    'a text that waited more than a minute for %s is written anew: its expiry counts from its writing',
    async (_, slow) => {
      const world = memory({ people: [oneRun({ channel: 'sms' })] });
      const before = world.see.person();
      const hang = () => {
        world.state.now += minute + 1;
        return true;
      };
      if (slow === 'link-add') world.state.before = async (step) => void (step === slow && hang());
      else world.state.turn = hang;
      expect(await world.act.wake(id)).toBe('paced');
      expect(world.see.person()).toEqual(before);
      expect(world.state.requests).toEqual([]);
    },
  );

  it('is paid by the parts of a text, once a message', async () => {
    const world = memory({ people: [oneRun({ channel: 'sms' })] });
    const paid: [string, number][] = [];
    world.state.turn = (channel, cost) => paid.push([channel, cost]) > 0;
    await world.act.wake(id);
    const [{ message } = { message: undefined }] = world.state.requests;
    expect(paid).toEqual([['sms', message?.channel === 'sms' ? segments(message.body).parts : 0]]);
  });

  it('spreads a crowd that shares an hour: at the rate of the number, inside the window, the rest on the next day', async () => {
    const opens = monday - hour;
    const closes = opens + 8 * hour;
    const crowd = Array.from({ length: 300 }, (_, n) => {
      const tail = String(n).padStart(16, '0');
      return aPerson({
        id: `sub_${tail}`,
        enrollments: [aRun({ id: `enr_${tail}`, channel: 'sms', dueAt: opens, wakeAt: opens })],
      });
    });
    const world = memory({ now: closes - 4 * minute, people: crowd });
    const paid: { at: number; cost: number }[] = [];
    const oneASecond = pacer({ ...world.base, limit: async () => 1 });
    world.state.turn = async (channel, cost) => {
      const turn = await oneASecond.take(channel, cost);
      if (turn) paid.push({ at: world.state.now, cost });
      return turn;
    };
    const ticks = async (until: number) => {
      while (world.state.now < until) {
        await world.act.tick();
        world.state.now = Math.ceil((world.state.now + 1) / minute) * minute;
      }
    };
    await ticks(closes + hour);
    const today = world.state.requests.length;
    expect(today).toBeGreaterThan(40);
    expect(today).toBeLessThan(200);
    await ticks(opens + day + hour);
    const local = world.state.requests.map(({ at }) => (at - opens) % day);
    expect(Math.max(...local)).toBeLessThan(8 * hour);
    expect(new Set(world.state.requests.map(({ message }) => message.to + message.tags.subscriber)).size).toBe(300);
    expect(world.state.requests).toHaveLength(300);
    for (const { at } of paid) {
      const within = paid.filter((one) => one.at > at - minute && one.at <= at);
      const parts = within.reduce((sum, { cost }) => sum + cost, 0);
      expect(parts).toBeLessThanOrEqual(60 + 1 + Math.max(...within.map(({ cost }) => cost)));
    }
  });

  it('hears of a throttle, and of no other refusal', async () => {
    const world = memory({ people: [oneRun()] });
    world.state.answer = () => ({ is: 'never-sent', reason: 'ECONNREFUSED' });
    await world.act.wake(id);
    expect(world.state.throttled).toEqual([]);
    world.state.now += hour;
    world.state.answer = () => ({ is: 'later', reason: 'TooManyRequestsException' });
    await world.act.wake(id);
    expect(world.state.throttled).toEqual(['email']);
  });

  it('is not waited for by somebody who left meanwhile', async () => {
    const world = memory({ people: [oneRun()] });
    world.state.turn = async () => {
      await world.base.people.change(id, (person) => ({ ...person, enrollments: [] }));
      return true;
    };
    await world.act.wake(id);
    expect(world.state.requests).toEqual([]);
  });
});

describe('what the end of a request proves', () => {
  const answered = async (answer: Answer, run = {}) => {
    const world = memory({ people: [oneRun(run)] });
    world.state.answer = () => answer;
    await world.act.wake(id);
    return world;
  };

  it('a refusal for good ends the step with its reason', async () => {
    const world = await answered({ is: 'refused', reason: 'MessageRejected' });
    expect(outcome(world)).toBe('blocked');
    expect(world.see.delivery(target, 'welcome')?.facts.blocked?.note).toBe('MessageRejected');
    expect(runOf(world).completedSteps).toEqual(['welcome']);
    expect(world.see.person().recentSends).toEqual([]);
  });

  it('a throttle is tried again later and apart from others, never at once', async () => {
    const world = await answered({ is: 'later', reason: 'TooManyRequestsException' });
    expect(world.state.requests).toHaveLength(1);
    expect(runOf(world)).toMatchObject({ phase: 'waiting', tries: 1, completedSteps: [] });
    expect(runOf(world).wakeAt).toBeGreaterThanOrEqual(monday + 15 * second);
    expect(runOf(world).wakeAt).toBeLessThanOrEqual(monday + 30 * second);
  });

  it('two days of refusals that would have passed end in "blocked" with the reason', async () => {
    const world = await answered({ is: 'never-sent', reason: 'ENOTFOUND' });
    for (let n = 0; n < 40; n += 1) {
      world.state.now = runOf(world).wakeAt!;
      if (runOf(world).stepId === 'welcome') await world.act.tick();
    }
    expect(world.see.steps().filter((step) => step === 'welcome')).toHaveLength(24);
    expect(outcome(world)).toBe('blocked');
  });

  it('trouble of the account stops everything and blames nobody', async () => {
    const world = await answered({ is: 'account', reason: 'SendingPausedException' });
    expect(world.state.controls).toMatchObject({ kill: true, killReason: 'SendingPausedException' });
    expect(runOf(world)).toMatchObject({ phase: 'waiting', completedSteps: [] });
    expect(runOf(world).tries ?? 0).toBe(0);
  });

  const phone = '+17705550123';

  it('a number that opted out at the carrier is left alone from then on, also when the person is gone', async () => {
    const world = await answered({ is: 'opted-out' }, { channel: 'sms' });
    expect(outcome(world)).toBe('blocked');
    expect(world.see.person().channels.sms?.status).toBe('suppressed');
    expect(runOf(world)).toMatchObject({ status: 'stopped', reason: 'provider-opt-out' });
    expect(runOf(world).attempt).toBeUndefined();
    expect((await world.see.guard(phone)).suppressed?.reason).toBe('provider-opt-out');
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7])(
    'a crash at read or write %i after that answer is made good when the attempt is reaped',
    async (n) => {
      const world = memory({ people: [oneRun({ channel: 'sms' })] });
      world.state.answer = () => {
        let left = n;
        world.state.before = async (step) => {
          left -= 1;
          // The ledger is told first; a worker that dies before that knows nothing.
          if (left < 0 && step !== 'merge') throw new Error('the process died');
        };
        return { is: 'opted-out' };
      };
      await world.act.wake(id).catch(() => undefined);
      world.state.before = async () => undefined;
      world.state.now = monday + leaseFor;
      await world.act.tick();
      expect(outcome(world)).toBe('blocked');
      expect(world.see.person().channels.sms?.status).toBe('suppressed');
      expect(runOf(world)).toMatchObject({ status: 'stopped', phase: 'waiting' });
      expect((await world.see.guard(phone)).suppressed?.reason).toBe('provider-opt-out');
      expect(world.state.requests).toHaveLength(1);
    },
  );

  it('a refusal the worker could not write down on the person is read in the ledger, not held as unknown', async () => {
    const world = memory({ people: [oneRun({ channel: 'sms' })] });
    world.state.answer = () => {
      world.state.before = async (step) => {
        if (step === 'save') throw new Error('the process died');
      };
      return { is: 'refused', reason: 'MessageRejected' };
    };
    await world.act.wake(id).catch(() => undefined);
    expect(runOf(world).phase).toBe('sending');
    world.state.before = async () => undefined;
    world.state.now = monday + leaseFor;
    await world.act.tick();
    expect(outcome(world)).toBe('blocked');
    expect(runOf(world)).toMatchObject({ status: 'active', phase: 'waiting', completedSteps: ['welcome'] });
  });

  it('a refusal of an earlier try says nothing of a later one that nobody answered', async () => {
    const world = memory({ people: [aPerson({ notices: [aNotice()] })] });
    world.state.answer = () => ({ is: 'refused', reason: 'ValidationException' });
    await world.act.wake(id);
    world.state.now += hour;
    await world.base.people.change(id, (person) => ({ ...person, notices: [aNotice()] }));
    world.state.answer = () => ({ is: 'unknown', reason: 'TimeoutError' });
    await world.act.wake(id);
    world.state.now += leaseFor;
    await world.act.tick();
    expect(world.see.person().notices).toMatchObject([{ phase: 'unknown' }]);
  });

  it('consent given after the carrier was asked is newer than its answer', async () => {
    const world = memory({ people: [oneRun({ channel: 'sms' })] });
    world.state.answer = async () => {
      await world.base.people.change(id, (person) => ({
        ...person,
        channels: { ...person.channels, sms: { ...person.channels.sms!, since: monday + hour } },
      }));
      return { is: 'opted-out' };
    };
    await world.act.wake(id);
    expect(world.see.person().channels.sms?.status).toBe('active');
    expect((await world.see.guard(phone)).suppressed).toBeUndefined();
  });
});

describe('the gate', () => {
  it('sends nothing while the kill switch is on, and goes on after it without being late', async () => {
    const world = memory({ people: [oneRun({ channel: 'sms' })] });
    world.state.controls.kill = true;
    for (let n = 0; n < 20 * 24 * 4; n += 1) {
      await world.act.tick();
      world.state.now += 15 * minute;
    }
    expect(world.state.requests).toHaveLength(0);
    world.state.controls.kill = false;
    for (let n = 0; n < 4 * 24 * 4 && world.state.requests.length === 0; n += 1) {
      await world.act.tick();
      world.state.now += 15 * minute;
    }
    expect(world.see.steps()).toEqual(['welcome']);
  });

  it.each([
    ['the kill switch', { kill: true }],
    ['a paused series', { pausedSeries: ['back-care'] }],
    ['a paused campaign', { campaigns: { cmp_1: 'paused' as const } }],
  ])('lifting %s reaches everybody within a quarter of an hour, and nobody twice', async (_what, flag) => {
    const folk = Array.from({ length: 20 }, (_, n) => {
      const tail = String(n).padStart(16, '0');
      return aPerson({ id: `sub_${tail}`, enrollments: [aRun({ id: `enr_${tail}`, campaignId: 'cmp_1' })] });
    });
    const world = memory({ people: folk });
    const open = world.state.controls;
    world.state.controls = { ...open, ...flag };
    for (let passed = 0; passed < 60; passed += 1) {
      await world.act.tick();
      world.state.now += minute;
    }
    expect(world.state.requests).toEqual([]);
    world.state.controls = open;
    for (let passed = 0; passed <= 15; passed += 1) {
      await world.act.tick();
      world.state.now += minute;
    }
    expect(new Set(world.state.requests.map(({ message }) => message.tags.subscriber)).size).toBe(20);
    expect(world.state.requests).toHaveLength(20);
  });

  it('is asked after the claim, so a pause that comes in between still holds', async () => {
    const world = memory({ people: [oneRun()] });
    world.state.before = async (step) => {
      if (step === 'controls') world.state.controls.pausedSeries = ['back-care'];
    };
    expect(await world.act.wake(id)).toBe('not-sent');
    expect(world.state.requests).toHaveLength(0);
    expect(runOf(world)).toMatchObject({ phase: 'waiting', stepId: 'welcome' });
  });

  it('ends the run of a cancelled campaign with a reason', async () => {
    const world = memory({ people: [oneRun({ campaignId: 'cmp_1' })] });
    world.state.controls.campaigns = { cmp_1: 'cancelled' };
    await world.act.wake(id);
    expect(world.state.requests).toHaveLength(0);
    expect(runOf(world)).toMatchObject({ status: 'stopped', reason: 'campaign-cancelled' });
    expect(outcome(world)).toBe('stopped');
  });

  it('refuses a claim the worker slept on', async () => {
    const world = memory({ people: [oneRun()] });
    let slept = false;
    world.state.before = async (step) => {
      if (step === 'controls' && !slept) {
        slept = true;
        world.state.now += minute;
      }
    };
    await world.act.wake(id);
    expect(world.state.requests).toHaveLength(1);
    expect(world.state.requests[0]!.at).toBe(monday + minute);
  });

  it('lets go of the claim when the controls cannot be read: nothing was sent, and that is known', async () => {
    const world = memory({ people: [oneRun()] });
    let broken = true;
    world.state.before = async (step) => {
      if (step === 'controls' && broken) throw new Error('no answer');
    };
    await world.act.wake(id);
    expect(runOf(world)).toMatchObject({ phase: 'waiting', stepId: 'welcome' });
    expect(world.state.reports).toHaveLength(1);
    broken = false;
    world.state.now += 15 * minute;
    await world.act.tick();
    expect(outcome(world)).toBe('sent');
  });

  it('sends nothing to an address that is not on the allow-list, nor when the list cannot be read', async () => {
    const world = memory({ people: [oneRun({}, { notices: [aNotice()] })] });
    world.state.allowed = () => false;
    await world.act.wake(id);
    world.state.allowed = () => {
      throw new Error('the list is broken');
    };
    world.state.now += 2 * hour;
    await world.act.tick();
    expect(world.state.requests).toHaveLength(0);
    expect(runOf(world)).toMatchObject({ phase: 'waiting', completedSteps: [] });
  });

  it('in production sends no version that no clinician approved', async () => {
    const world = memory({
      people: [oneRun()],
      production: true,
      series: all.map((one) => ({ ...one, approval: 'draft' as const })),
    });
    await world.act.wake(id);
    expect(world.state.requests).toHaveLength(0);
    expect(runOf(world)).toMatchObject({ phase: 'waiting', completedSteps: [] });
  });
});

describe('service messages', () => {
  it('go at any hour, over caps, pauses and paused series', async () => {
    const night = Date.parse('2026-11-29T08:00:00Z');
    const world = memory({
      now: night,
      people: [
        aPerson({
          notices: [aNotice({ dueAt: night, expiresAt: night + day })],
          pausedUntil: night + day,
          recentSends: Array.from({ length: 6 }, () => ({ at: night - hour, channel: 'sms' as const })),
        }),
      ],
    });
    world.state.controls.pausedSeries = ['back-care'];
    await world.act.wake(id);
    expect(world.see.steps()).toEqual(['sms-help']);
    expect(world.see.person()).toMatchObject({ notices: [] });
    expect(world.see.person().recentSends).toHaveLength(6);
  });

  it('obey the kill switch, unless they answer somebody', async () => {
    const world = memory({ people: [aPerson({ notices: [aNotice({ kind: 'sms-welcome' })] })] });
    world.state.controls.kill = true;
    await world.act.wake(id);
    expect(world.state.requests).toHaveLength(0);
    expect(world.see.person().notices).toHaveLength(1);
  });

  it('that are of no use any more are skipped with a reason', async () => {
    const world = memory({ now: monday + 2 * day, people: [aPerson({ notices: [aNotice()] })] });
    await world.act.wake(id);
    expect(world.state.requests).toHaveLength(0);
    expect(world.see.delivery('ntc_1', 'sms-help')?.facts.skipped?.note).toBe('expired');
  });

  it('put back by a repeated request are not sent twice', async () => {
    const world = memory({ people: [aPerson({ notices: [aNotice()] })] });
    await world.act.wake(id);
    await world.base.people.change(id, (person) => ({ ...person, notices: [aNotice()] }));
    await world.act.wake(id);
    expect(world.state.requests).toHaveLength(1);
    expect(world.see.person().notices).toEqual([]);
  });

  it('taken as sent after a day of silence are not sent again when the same request comes once more', async () => {
    const received = aNotice({ kind: 'booking-received', channel: 'email' });
    const world = memory({ people: [aPerson({ notices: [received] })] });
    world.state.answer = () => ({ is: 'unknown', reason: 'timeout' });
    await world.act.wake(id);
    for (const passed of [hour, 25 * hour]) {
      world.state.now = monday + passed;
      await world.act.wake(id);
    }
    expect(world.see.delivery('ntc_1', 'booking-received')?.facts.assumed).toBeDefined();
    const again = { ...received, dueAt: world.state.now, expiresAt: world.state.now + day };
    await world.base.people.change(id, (person) => ({ ...person, notices: [again] }));
    await world.act.wake(id);
    expect(world.state.requests).toHaveLength(1);
    expect(world.see.person().notices).toEqual([]);
  });
});

describe('somebody who cannot be planned', () => {
  const poison = aPerson({
    id: 'sub_poison0000000000',
    profile: aProfile({ zones: ['Mars/Phobos'] }),
    enrollments: [aRun({ id: 'enr_poison', channel: 'sms', dueAt: monday - day, wakeAt: monday - day })],
  });

  it('with an invalid time zone is postponed for a quarter of an hour, and reported', async () => {
    const world = memory({ people: [poison, oneRun()] });
    for (let n = 0; n < 5; n += 1) {
      await world.act.tick();
      world.state.now += minute;
    }
    expect(world.see.steps()).toEqual(['welcome']);
    expect(world.state.reports).toHaveLength(1);
    expect(world.see.person('sub_poison0000000000').enrollments[0]!.wakeAt).toBe(monday + 15 * minute);
  });

  it.each([
    [
      'an unknown outcome',
      {
        phase: 'unknown',
        attempt: { n: 1, claimId: 'clm_1', channel: 'email', claimedAt: monday - 5 * day, startBy: 0, leaseUntil: 0 },
      },
    ],
    ['a pause that ends', { status: 'paused', pausedUntil: monday }],
    [
      'a lease that ends',
      {
        phase: 'sending',
        attempt: {
          n: 1,
          claimId: 'clm_1',
          channel: 'email',
          claimedAt: monday - day,
          startBy: 0,
          leaseUntil: monday - 1,
        },
      },
    ],
  ])('is postponed with %s too', async (_what, run) => {
    const world = memory({ people: [oneRun({ ...(run as object), seriesId: 'gone' })] });
    await world.act.tick();
    const reports = world.state.reports.length;
    world.state.now += minute;
    await world.act.tick();
    expect(world.state.reports.length).toBeLessThanOrEqual(Math.max(reports, 1));
  });

  it('still gets what can be planned', async () => {
    const world = memory({ people: [aPerson({ enrollments: [aRun({ id: 'enr_gone', seriesId: 'gone' }), aRun()] })] });
    for (let n = 0; n < 60; n += 1) {
      await world.act.tick();
      world.state.now += minute;
    }
    expect(world.see.steps()).toEqual(['welcome']);
  });

  it('because a message will not render gets no half of one', async () => {
    const world = memory({ people: [oneRun()] });
    world.sending.compose = () => {
      throw new Error('a strict template');
    };
    expect(await world.act.wake(id)).toBe('postponed');
    expect(world.state.requests).toHaveLength(0);
    expect(runOf(world)).toMatchObject({ phase: 'waiting', completedSteps: [] });
  });
});

it('forgets a number that never signed up when its time is over', async () => {
  const world = memory({ people: [aPerson({ kind: 'unknown', expiresAt: monday })] });
  expect(await world.act.wake(id)).toBe('gone');
  expect(world.see.everyone()).toEqual([]);
});
