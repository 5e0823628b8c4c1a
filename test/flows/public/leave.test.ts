import { day, hour, minute, second } from '../../../functions/core/base/time';
import { type LinkKeys, signToken } from '../../../functions/core/base/token';
import type { OutgoingEmail } from '../../../functions/core/sending/outgoing';
import { eraseUnproven } from '../../../functions/flows/public/erase';
import { leaveByAddress, leaveByLink } from '../../../functions/flows/public/leave';
import { aPerson, aRun, aSignup, keys, memory, monday, publicUrl, type World } from '../../support/memory';

const id = 'sub_0000000000000001';
const both = () => aPerson({ enrollments: [aRun(), aRun({ id: 'enr_sms', channel: 'sms' })] });
const marketing = (world: World) => world.state.requests.filter(({ message }) => message.stream === 'marketing');

describe('leaving', () => {
  it('stops the channel, its runs and the address, and leaves the other channel', async () => {
    const world = memory({ people: [both()] });
    expect(await world.act.leave(id, 'email', { means: 'one-click' })).toEqual({
      channel: 'email',
      found: true,
      drained: true,
    });
    const { channels, enrollments } = world.see.person();
    expect(channels.email?.status).toBe('unsubscribed');
    expect(channels.sms?.status).toBe('active');
    expect(enrollments.map(({ status }) => status)).toEqual(['stopped', 'active']);
    // Newer than the consent of the same millisecond.
    const at = monday + 1;
    expect((await world.see.guard('robin@example.com')).suppressed).toEqual({ reason: 'unsubscribed', at });
    expect(world.kept.evidence).toMatchObject([{ action: 'withdrawn', channel: 'email', page: 'one-click' }]);
  });

  it('twice is leaving once', async () => {
    const world = memory({ people: [both()] });
    await world.act.leave(id, 'email');
    const once = world.see.person();
    world.state.now += hour;
    await world.act.leave(id, 'email');
    expect(world.see.person()).toEqual(once);
    expect(world.kept.evidence).toHaveLength(1);
  });

  it('by the link of a mail five years old, under a key that signs no more, still ends the mails (16 CFR 316: 30 days)', async () => {
    const old: LinkKeys = [{ id: 'k0', secret: 'the secret of five years ago' }];
    const world = memory({ people: [both()] });
    const token = signToken(old, 'unsubscribe', ['0000000000000001', 'e', world.base.addressKey('robin@example.com')]);
    world.state.now += 5 * 365 * day;
    const renewed: LinkKeys = [keys[0], ...old];
    const base = { ...world.base, keys: renewed };
    expect(await leaveByLink(base, token, { means: 'one-click' })).toMatchObject({ channel: 'email', found: true });
    expect(world.see.person().channels.email?.status).toBe('unsubscribed');
  });

  it('by a link of which nothing is known any more is not acknowledged', async () => {
    const world = memory();
    const token = signToken(keys, 'unsubscribe', ['0000000000000009', 's']);
    const left = await leaveByLink(world.base, token, { means: 'one-click' });
    expect(left).toEqual({ channel: 'sms', found: false, drained: true });
  });

  it('by a link from before the person was erased stops whoever has its address by then', async () => {
    const world = memory();
    await world.act.signUp(aSignup());
    await world.act.settle();
    const { subscriber: gone } = await world.act.confirm((await world.see.wishOf('robin@example.com'))!);
    await world.act.settle();
    const mail = world.state.requests.at(-1)!.message as OutgoingEmail;
    await world.act.leave(gone, 'email', { means: 'erasure' });
    await eraseUnproven(world.base, world.see.person(gone));
    world.state.now += 2 * day;
    await world.act.signUp(aSignup({ firstName: 'Robin again' }));
    await world.act.settle();
    const { subscriber: anew } = await world.act.confirm((await world.see.wishOf('robin@example.com'))!);
    expect(anew).not.toBe(gone);

    const link = mail.headers.find(({ name }) => name === 'List-Unsubscribe')!.value;
    const token = link.slice(`<${publicUrl}/unsubscribe/`.length, -1);
    const left = await leaveByLink(world.base, token, { means: 'one-click' });
    expect(left).toEqual({ channel: 'email', found: true, drained: true });
    expect(world.see.person(anew).channels.email?.status).toBe('unsubscribed');
    expect((await world.see.guard('robin@example.com')).suppressed).toBeDefined();
  });

  it('by a link keeps the address silent when nobody is found but the address is known by its hash', async () => {
    const world = memory();
    const token = signToken(keys, 'unsubscribe', ['0000000000000009', 'e', world.base.addressKey('kim@example.com')]);
    expect(await leaveByLink(world.base, token, { means: 'one-click' })).toMatchObject({ found: true });
    expect((await world.see.guard('kim@example.com')).suppressed?.reason).toBe('unsubscribed');
  });

  it('ends a sign-up that waits for the address: its question is not put any more', async () => {
    const world = memory();
    await world.act.signUp(aSignup());
    const form = (await world.see.wishOf('robin@example.com'))!;
    await leaveByAddress(world.base, 'robin@example.com', { means: 'page' });
    await world.act.settle();
    expect(world.see.steps()).toEqual([]);
    await expect(world.act.confirm(form)).rejects.toMatchObject({ code: 'gone' });
  });

  it('by typing the address stops it, and answers the same for one that nobody has', async () => {
    const world = memory({ people: [both()] });
    await world.base.guardOf('robin@example.com', (guard) => ({ ...guard, owner: id }));
    const known = await leaveByAddress(world.base, 'robin@example.com', { means: 'page' });
    const unknown = await leaveByAddress(world.base, 'nobody@example.com', { means: 'page' });
    expect(known).toEqual(unknown);
    expect(world.see.person().channels.email?.status).toBe('unsubscribed');
  });

  it('by an old link takes along whoever has the address by now: the address wants no more', async () => {
    const other = 'sub_0000000000000002';
    const before = aPerson();
    before.channels.email = { ...before.channels.email!, status: 'unsubscribed' };
    const anew = aPerson({ id: other, enrollments: [aRun()] });
    const world = memory({ people: [before, anew] });
    await world.base.guardOf('robin@example.com', (guard) => ({ ...guard, owner: other }));
    expect(await world.act.leave(id, 'email', { means: 'one-click' })).toEqual({
      channel: 'email',
      found: true,
      drained: true,
    });
    const { channels, enrollments } = world.see.person(other);
    expect([channels.email?.status, channels.sms?.status]).toEqual(['unsubscribed', 'active']);
    expect(enrollments[0]?.status).toBe('stopped');
    await world.act.tick();
    expect(marketing(world)).toEqual([]);
  });

  it('leaves an owner of the address alone who has moved on to another', async () => {
    const other = 'sub_0000000000000002';
    const moved = aPerson({ id: other });
    moved.channels.email = { ...moved.channels.email!, address: 'robin@elsewhere.example' };
    const world = memory({ people: [aPerson(), moved] });
    await world.base.guardOf('robin@example.com', (guard) => ({ ...guard, owner: other }));
    await world.act.leave(id, 'email');
    expect(world.see.person(other).channels.email?.status).toBe('active');
  });

  it('by a forged link is refused', async () => {
    const world = memory({ people: [both()] });
    const token = signToken(keys, 'preferences', ['0000000000000001', 'e']);
    await expect(leaveByLink(world.base, token, { means: 'one-click' })).rejects.toMatchObject({ code: 'not-found' });
    expect(world.see.person().channels.email?.status).toBe('active');
  });

  it('is finished by the next visit after a crash between the item and the guard', async () => {
    const world = memory({ people: [both()] });
    world.state.before = async (step) => {
      if (step === 'guard-save') throw new Error('crash');
    };
    await expect(world.act.leave(id, 'email')).rejects.toThrow('crash');
    expect(world.see.person().channels.email?.status).toBe('unsubscribed');
    world.state.before = async () => undefined;
    await world.act.leave(id, 'email');
    expect((await world.see.guard('robin@example.com')).suppressed?.reason).toBe('unsubscribed');
  });
});

describe('leaving while a message is being sent', () => {
  it('first means that the claim fails and nothing is asked of the provider', async () => {
    const world = memory({ people: [aPerson({ enrollments: [aRun()] })] });
    let left = false;
    world.state.before = async (step) => {
      if (step === 'save' && !left) {
        left = true;
        await world.act.leave(id, 'email');
      }
    };
    await world.act.wake(id);
    expect(world.state.requests).toEqual([]);
    expect(world.see.person().enrollments[0]).toMatchObject({ status: 'stopped', phase: 'waiting' });
  });

  it.each(['controls', 'send', 'merge'])(
    'answers only when the request under way is settled (told at "%s")',
    async (moment) => {
      const world = memory({ people: [aPerson({ enrollments: [aRun()] })] });
      let leaving: Promise<unknown> | undefined;
      let answeredAt = -1;
      world.state.before = async (step) => {
        if (step !== moment || leaving) return;
        leaving = world.act.leave(id, 'email').then((left) => {
          answeredAt = world.state.requests.length;
          expect(left.drained).toBe(true);
          expect(world.see.person().enrollments[0]?.phase).toBe('waiting');
        });
        for (let n = 0; n < 20; n += 1) await Promise.resolve();
      };
      await world.act.wake(id);
      await leaving;
      const requests = world.state.requests.length;
      expect(answeredAt).toBe(requests);
      world.state.now += 90 * day;
      await world.act.tick();
      expect(world.state.requests).toHaveLength(requests);
    },
  );

  it('waits at most 13 seconds for a worker that died, and says so', async () => {
    const world = memory({ people: [aPerson({ enrollments: [aRun()] })] });
    world.state.answer = () => ({ is: 'unknown', reason: 'TimeoutError' });
    await world.act.wake(id);
    expect(await world.act.leave(id, 'email')).toEqual({ channel: 'email', found: true, drained: false });
    await world.act.leave(id, 'email');
    expect([...world.kept.history.values()].map(({ happening }) => happening)).toEqual([
      { what: 'undrained', channel: 'email' },
    ]);
    expect(world.state.slept).toBeLessThanOrEqual(13 * second);
    expect(world.see.person().enrollments[0]).toMatchObject({ status: 'stopped', phase: 'sending' });
    world.state.now += 3 * day;
    await world.act.tick();
    await world.act.tick();
    expect(world.state.requests).toHaveLength(1);
    expect(world.see.person().enrollments[0]?.status).toBe('stopped');
  });
});

describe('invitations that still wait', () => {
  it('are dropped: nobody is welcomed after they have left', async () => {
    const world = memory();
    await world.act.signUp(
      aSignup({ email: undefined as never, emailConsent: false, phone: '770-555-0123', smsConsent: true }),
    );
    await world.act.settle();
    await world.act.text('+17705550123', 'YES');
    await world.act.text('+17705550123', 'STOP');
    await world.act.settle();
    expect(world.see.steps()).toEqual(['confirm-sms', 'sms-stop']);
    expect(marketing(world)).toEqual([]);
  });

  it('do not come up again when one was under way', async () => {
    const world = memory();
    await world.act.signUp(aSignup());
    const person = (await world.see.ownerOf('robin@example.com'))!;
    world.state.controls.kill = true;
    await world.act.settle();
    await world.act.leave(person, 'email');
    world.state.controls.kill = false;
    world.state.now += 16 * minute;
    await world.act.tick();
    expect(world.state.requests).toEqual([]);
  });
});

it('a crash before any read or write of leaving is made good by the next visit, and nothing follows', async () => {
  let crashes = 0;
  for (let n = 0; ; n += 1) {
    const world = memory({ people: [both()] });
    let left = n;
    world.state.before = async () => {
      left -= 1;
      if (left < 0) throw new Error('the process died');
    };
    const done = await world.act.leave(id, 'email', { means: 'one-click' }).then(
      () => true,
      () => false,
    );
    world.state.before = async () => undefined;
    world.state.now += minute;
    expect(await world.act.leave(id, 'email', { means: 'one-click' })).toEqual({
      channel: 'email',
      found: true,
      drained: true,
    });
    expect([n, world.see.person().channels.email?.status]).toEqual([n, 'unsubscribed']);
    expect((await world.see.guard('robin@example.com')).suppressed?.reason).toBe('unsubscribed');
    expect(world.kept.evidence.every(({ action }) => action === 'withdrawn')).toBe(true);
    await world.act.tick();
    expect(world.see.steps().length).toBe(1);
    if (done) break;
    crashes += 1;
  }
  expect(crashes).toBeGreaterThan(4);
});
