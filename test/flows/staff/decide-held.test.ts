import type { StaffDecision } from '../../../functions/core/sending/attempt';
import { outcomeOf } from '../../../functions/core/sending/delivery';
import { leaseFor, resolveAfter } from '../../../functions/core/sending/due';
import type { HistoryEntry } from '../../../functions/core/sending/journal';
import { decideHeld } from '../../../functions/flows/staff/decide-held';
import { aPerson, aRun, memory, monday, type World } from '../../support/memory';

const id = 'sub_0000000000000001';
const target = 'enr_0000000000000001';
const staff = { sub: 's', name: 'Kim', role: 'marketer' } as const;
const runOf = (world: World) => world.see.person().enrollments[0]!;

/** A text nobody knows the end of, held after three days. */
async function held() {
  const world = memory({ people: [aPerson({ enrollments: [aRun({ channel: 'sms' })] })] });
  world.state.answer = () => ({ is: 'unknown', reason: 'TimeoutError' });
  await world.act.wake(id);
  world.state.now = monday + leaseFor;
  await world.act.tick();
  world.state.now = monday + resolveAfter.sms;
  await world.act.tick();
  expect(runOf(world).phase).toBe('held');
  world.state.answer = () => ({ is: 'accepted', providerId: 'p2' });
  const message = world.see.delivery(target, 'welcome')!.id;
  const decide = (as: StaffDecision) => decideHeld(world.base, id, message, as, staff);
  return { world, decide, message };
}
const notes = (world: World): string[] =>
  [...world.kept.history.values()].flatMap(({ happening }: HistoryEntry) =>
    happening.what === 'staff' ? [`${happening.actor} ${happening.action}`] : [],
  );
const outcome = (world: World) => outcomeOf(world.see.delivery(target, 'welcome')!);

describe('a held message', () => {
  test('that staff know was sent counts as sent, unconfirmed, and the series goes on', async () => {
    const { world, decide } = await held();
    await decide('sent');
    expect(outcome(world)).toBe('unconfirmed');
    expect(runOf(world)).toMatchObject({ phase: 'waiting', completedSteps: ['welcome'], lastSentAt: monday });
    expect(world.see.person().recentSends).toEqual([{ at: monday, channel: 'sms' }]);
    expect(notes(world)).toEqual(['Kim decided that a held message was sent (welcome)']);
    expect(world.state.requests).toHaveLength(1);
  });

  test('that staff leave out is skipped with that reason', async () => {
    const { world, decide } = await held();
    await decide('skip');
    expect(outcome(world)).toBe('skipped');
    expect(world.see.delivery(target, 'welcome')?.facts.skipped?.note).toBe('staff-decided');
    expect(runOf(world).completedSteps).toEqual(['welcome']);
    expect(world.see.person().recentSends).toEqual([]);
  });

  test('that staff send again is one more request, not late for the days it was held', async () => {
    const { world, decide } = await held();
    await decide('resend');
    await world.act.settle();
    expect(world.see.steps()).toEqual(['welcome', 'welcome']);
    expect(outcome(world)).toBe('sent');
    expect(runOf(world).completedSteps).toEqual(['welcome']);
  });

  test.each(['sent', 'skip', 'resend'] as const)(
    'that was to be settled as %s when the process died stays in the list or is settled, and deciding again ends it',
    async (as) => {
      for (let n = 0, done = false; !done; n += 1) {
        const { world, decide } = await held();
        let left = n;
        world.state.before = async (step) => {
          left -= 1;
          if (left < 0 && step !== 'load') throw new Error('the process died');
        };
        done = await decide(as).then(
          () => true,
          () => false,
        );
        world.state.before = async () => undefined;
        const isHeld = runOf(world).phase === 'held';
        expect([n, isHeld && outcome(world) !== 'held']).toEqual([n, false]);
        if (outcome(world) === 'held') await decide(as).catch(() => undefined);
        expect([n, runOf(world).phase]).toEqual([n, 'waiting']);
        if (as !== 'resend') expect([n, outcome(world)]).toEqual([n, as === 'sent' ? 'unconfirmed' : 'skipped']);
      }
    },
  );

  test('that staff send again waits for no staff any more, and does so anew if nobody knows its end again', async () => {
    const { world, decide } = await held();
    await decide('resend');
    expect(outcome(world)).toBe('pending');
    world.state.answer = () => ({ is: 'unknown', reason: 'TimeoutError' });
    const again = world.state.now;
    await world.act.settle();
    world.state.now = again + leaseFor;
    await world.act.tick();
    expect(outcome(world)).toBe('unknown');
    world.state.now = again + resolveAfter.sms;
    await world.act.tick();
    expect(outcome(world)).toBe('held');
    expect(runOf(world).phase).toBe('held');
  });

  test('is not sent again when its report came after all', async () => {
    const { world, decide } = await held();
    const late = world.eventOf('delivered');
    world.state.before = async (step) => {
      if (step !== 'merge' && step !== 'save') return;
      world.state.before = async () => undefined;
      await world.base.ledger.mergeDelivery({
        ...world.see.delivery(target, 'welcome')!,
        facts: { delivered: { at: late.at } },
      });
    };
    await decide('resend');
    await world.act.settle();
    expect(world.state.requests).toHaveLength(1);
    expect(runOf(world).completedSteps).toEqual(['welcome']);
  });

  test('is not sent again to somebody who left', async () => {
    const { world, decide } = await held();
    await world.act.leave(id, 'sms');
    await expect(decide('resend')).rejects.toMatchObject({ code: 'conflict' });
    await decide('skip');
    expect(runOf(world)).toMatchObject({ status: 'stopped', phase: 'waiting' });
  });

  test('is decided once; what is not held is nobody’s to decide', async () => {
    const { world, decide } = await held();
    await decide('skip');
    await expect(decide('sent')).rejects.toMatchObject({ code: 'conflict' });
    await expect(decideHeld(world.base, id, 'msg_none', 'skip', staff)).rejects.toMatchObject({ code: 'not-found' });
    expect(notes(world)).toHaveLength(1);
  });

  test('of two who decide at once the first is obeyed', async () => {
    const { world, decide } = await held();
    await Promise.allSettled([decide('skip'), decide('skip')]);
    expect(runOf(world).completedSteps).toEqual(['welcome']);
    expect(world.state.requests).toHaveLength(1);
  });
});
