import { day, hour, minute, second } from '../../../functions/core/base/time';
import type { Notice } from '../../../functions/core/person/subscriber';
import { deliveryId, outcomeOf } from '../../../functions/core/sending/delivery';
import { leaseFor } from '../../../functions/core/sending/due';
import type { Answer } from '../../../functions/core/sending/outgoing';
import { aPerson, aRun, memory, monday, type World } from '../../support/memory';

const id = 'sub_0000000000000001';
const phone = '+17705550123';
const answer = (given: Partial<Notice> = {}): Notice => ({
  id: 'ntc_1',
  kind: 'sms-emergency',
  channel: 'sms',
  phase: 'waiting',
  dueAt: monday,
  expiresAt: monday + day,
  data: { saidAt: String(monday) },
  ...given,
});
const asked = (given: Partial<Notice> = {}) => memory({ people: [aPerson({ notices: [answer(given)] })] });
const minutesOf = (world: World) => world.state.requests.map(({ at }) => Math.round((at - monday) / minute));
const outcome = (world: World, kind = 'sms-emergency') => {
  const found = world.kept.deliveries.get(`${id}/${deliveryId('ntc_1', kind)}`);
  return found && outcomeOf(found);
};
/** The clockwork: a tick every half minute. */
async function pass(world: World, forLong: number): Promise<void> {
  const until = world.state.now + forLong;
  while (world.state.now < until) {
    await world.act.tick();
    world.state.now += 30 * second;
  }
}

describe.each(['sms-emergency', 'sms-crisis'] as const)('the answer %s', (kind) => {
  it.each<[string, Answer]>([
    ['times out', { is: 'unknown', reason: 'TimeoutError' }],
    ['is refused', { is: 'refused', reason: 'ValidationException' }],
    ['is refused because the carrier keeps a STOP', { is: 'opted-out' }],
    ['meets an account in trouble', { is: 'account', reason: 'SendingPausedException' }],
    ['finds no provider', { is: 'never-sent', reason: 'ECONNREFUSED' }],
    ['is throttled', { is: 'later', reason: 'TooManyRequestsException' }],
  ])('that %s is tried again until it is taken, and staff are told', async (_what, trouble) => {
    const world = asked({ kind });
    world.state.answer = () => (world.state.requests.length < 4 ? trouble : { is: 'accepted', providerId: 'p' });
    await pass(world, 40 * minute);
    expect(world.see.steps()).toEqual([kind, kind, kind, kind]);
    expect(outcome(world, kind)).toBe('sent');
    expect(world.see.person().notices).toEqual([]);
    expect(world.state.alarms.length).toBeGreaterThanOrEqual(3);
    expect(world.state.alarms[0]).toMatchObject({ kind });
  });

  it('whose worker died is tried again within two minutes', async () => {
    const world = asked({ kind });
    world.state.answer = () => {
      if (world.state.requests.length === 1) throw new Error('the process died');
      return { is: 'accepted', providerId: 'p' };
    };
    await pass(world, 3 * minute);
    expect(world.see.steps()).toEqual([kind, kind]);
    expect(world.state.requests[1]!.at - monday).toBeLessThanOrEqual(2 * minute);
    expect(leaseFor).toBeGreaterThan(2 * minute);
  });
});

describe('an answer to an emergency that never gets through', () => {
  it('is tried for half an hour at growing distances, and no longer', async () => {
    const world = asked();
    world.state.answer = () => ({ is: 'refused', reason: 'ValidationException' });
    await pass(world, 2 * hour);
    expect(minutesOf(world)).toEqual([0, 1, 2, 4, 8, 16, 24]);
    expect(world.see.person().notices).toEqual([]);
    expect(outcome(world)).toBe('blocked');
  });

  it('stands as unconfirmed once any request ended without an answer, even if a later one was refused', async () => {
    const world = asked();
    world.state.answer = () =>
      world.state.requests.length === 1
        ? { is: 'unknown', reason: 'TimeoutError' }
        : { is: 'refused', reason: 'ValidationException' };
    await pass(world, 2 * hour);
    expect(outcome(world)).toBe('unconfirmed');
  });

  it('stands as unconfirmed at the end of the half hour when nobody ever answered', async () => {
    const world = asked();
    world.state.answer = () => ({ is: 'unknown', reason: 'TimeoutError' });
    await pass(world, 32 * minute);
    expect(outcome(world)).toBe('unconfirmed');
    expect(world.see.person().notices).toEqual([]);
  });

  it('was refused and the worker died before it could write the next try down: it is tried again all the same', async () => {
    const world = asked();
    world.state.answer = () => {
      if (world.state.requests.length > 1) return { is: 'accepted', providerId: 'p' };
      world.state.before = async (step) => {
        if (step === 'save' && world.state.now === monday) throw new Error('the process died');
      };
      return { is: 'refused', reason: 'ValidationException' };
    };
    await world.act.tick().catch(() => undefined);
    world.state.before = async () => undefined;
    await pass(world, 5 * minute);
    expect(world.see.steps()).toEqual(['sms-emergency', 'sms-emergency']);
    expect(outcome(world)).toBe('sent');
  });
});

describe('nothing else stands in the way of an answer to an emergency', () => {
  it('not a message of the same person that cannot be rendered', async () => {
    const broken = aRun({ channel: 'sms', seriesId: 'no-such-series' });
    const world = memory({
      people: [aPerson({ enrollments: [broken], notices: [answer({ id: 'ntc_0', kind: 'test-send' }), answer()] })],
    });
    await world.act.wake(id);
    expect(world.see.steps()).toEqual(['sms-emergency']);
  });

  it('not the pace of the other texts', async () => {
    const world = asked();
    world.state.turn = () => false;
    await world.act.wake(id);
    expect(world.see.steps()).toEqual(['sms-emergency']);
  });

  it('not controls that cannot be read: it goes out, and staff are told; marketing stays back', async () => {
    const world = memory({
      people: [aPerson({ enrollments: [aRun({ channel: 'sms' })], notices: [answer()] })],
    });
    world.state.before = async (step) => {
      if (step === 'controls') throw new Error('the table does not answer');
    };
    await world.act.wake(id);
    expect(world.see.steps()).toEqual(['sms-emergency']);
    expect(world.state.alarms).toContainEqual({ kind: 'sms-emergency', reason: 'not-to-be-asked' });
  });
});

describe('stop all sending', () => {
  it.each(['sms-stop', 'sms-help', 'sms-emergency', 'sms-crisis'] as const)('lets %s through', async (kind) => {
    const world = asked({ kind });
    world.state.controls.kill = true;
    await world.act.wake(id);
    expect(world.see.steps()).toEqual([kind]);
  });

  it.each(['confirm-sms', 'sms-welcome', 'sms-not-understood', 'booking-confirmed'] as const)(
    'holds %s back',
    async (kind) => {
      const world = asked({ kind });
      world.state.controls.kill = true;
      await world.act.wake(id);
      expect(world.state.requests).toEqual([]);
    },
  );

  it('that the account’s trouble trips leaves the answer its further tries', async () => {
    const world = asked();
    world.state.answer = () =>
      world.state.requests.length === 1
        ? { is: 'account', reason: 'SendingPausedException' }
        : { is: 'accepted', providerId: 'p' };
    await pass(world, 3 * minute);
    expect(world.state.controls).toMatchObject({ kill: true, killReason: 'SendingPausedException' });
    expect(outcome(world)).toBe('sent');
  });
});

describe('stop everything', () => {
  it.each(['sms-stop', 'sms-help', 'sms-emergency', 'sms-crisis'] as const)(
    'holds %s back too, which goes within two minutes of its end',
    async (kind) => {
      const world = asked({ kind });
      world.state.controls.total = true;
      await pass(world, 5 * minute);
      expect(world.state.requests).toEqual([]);
      world.state.controls.total = false;
      await pass(world, kind.startsWith('sms-c') || kind.startsWith('sms-e') ? 2 * minute : 15 * minute);
      expect(world.see.steps()).toEqual([kind]);
    },
  );

  it('holds marketing back as well', async () => {
    const world = memory({ people: [aPerson({ enrollments: [aRun()] })] });
    world.state.controls.total = true;
    await world.act.wake(id);
    expect(world.state.requests).toEqual([]);
  });
});

it('a text of an emergency that a whole provider outage surrounds is answered when the provider is back', async () => {
  const world = memory({ people: [aPerson()] });
  world.state.answer = () =>
    world.state.now < monday + 10 * minute
      ? { is: 'unknown', reason: 'TimeoutError' }
      : { is: 'accepted', providerId: 'p' };
  await world.act.text(phone, "I can't pee");
  await world.act.settle();
  await pass(world, 20 * minute);
  const took = [...world.kept.deliveries.values()].filter(({ stepId }) => stepId === 'sms-emergency');
  expect(took.map((one) => outcomeOf(one))).toEqual(['sent']);
});
