import { expect, it } from '@jest/globals';
import { day, hour, minute } from '../../../functions/core/base/time';
import { askAgain } from '../../../functions/flows/staff/ask-again';
import { aPerson, aSignup, memory, type World } from '../../support/memory';

const email = 'robin@example.com';
const phone = '+17705550123';
const kim = { sub: 'sub-of-kim', name: 'Kim', role: 'marketer' as const };
const form = () => aSignup({ phone: '(770) 555-0123', smsConsent: true });
const ask = async (world: World, id: string, channel: 'email' | 'sms' = 'email') => {
  await askAgain(world.base, id, channel, kim);
  await world.act.settle();
};

/** Strangers used up the three questions of both addresses; then their owner signs up, and nobody asks them. */
async function usedUp() {
  const world = memory();
  for (let n = 0; n < 3; n += 1) {
    await world.act.signUp({ ...form(), firstName: `Rival ${n}` });
    await world.act.settle();
    world.state.now += day;
  }
  world.state.now += 5 * day;
  await world.act.signUp(form());
  await world.act.settle();
  expect(world.state.requests).toHaveLength(6);
  world.state.requests.length = 0;
  return { world, id: (await world.see.wishOf(email))! };
}

it('brings one question where strangers have used up all three, naming the other address, and is in the history', async () => {
  const { world, id } = await usedUp();
  await ask(world, id);
  await ask(world, id, 'sms');
  expect(world.see.steps()).toEqual(['confirm-email', 'confirm-sms']);
  expect(world.state.requests[1]?.message).toMatchObject({ body: expect.stringContaining('r***@example.com') });
  expect(await world.see.guard(email)).toMatchObject({ wish: id, askedFor: id });
  expect((await world.see.guard(email)).asked.at(-1)).toBe(world.state.now);
  expect([...world.kept.history.values()]).toContainEqual(
    expect.objectContaining({
      subscriber: id,
      happening: { what: 'staff', actor: 'Kim', action: 'asked to confirm once more' },
    }),
  );
});

it('lets the link and the YES confirm, also when the first question has run out', async () => {
  const { world, id } = await usedUp();
  const { consent } = world.see.person(id).channels.email!.asked!;
  world.state.now += 8 * day;
  await expect(world.act.confirm(id)).rejects.toMatchObject({ code: 'gone' });
  await ask(world, id);
  await ask(world, id, 'sms');
  expect(world.see.person(id).channels.email?.asked).toEqual({ consent, by: world.state.now + 7 * day });
  world.state.now += 6 * day;
  await expect(world.act.confirm(id)).resolves.toMatchObject({ subscriber: id });
  await world.act.text(phone, 'YES');
  expect(world.see.person(id).channels).toMatchObject({ email: { status: 'active' }, sms: { status: 'active' } });
});

it('keeps the item for as long as its question is open', async () => {
  const { world, id } = await usedUp();
  world.state.now += 29 * day;
  await ask(world, id);
  world.state.now += 6 * day;
  await world.act.tick();
  await expect(world.act.confirm(id)).resolves.toMatchObject({ subscriber: id });
});

it('asks nobody twice within an hour, nor two spellings of one mailbox, nor when two press at once', async () => {
  const { world, id } = await usedUp();
  const both = await Promise.allSettled([ask(world, id), ask(world, id)]);
  expect(both.map(({ status }) => status)).toContain('fulfilled');
  world.state.now += hour;
  await expect(ask(world, id)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('hour ago'),
  });
  expect(world.see.steps()).toEqual(['confirm-email']);
  world.state.now += minute;
  await ask(world, id);
  expect(world.see.steps()).toHaveLength(2);

  const other = memory();
  await other.act.signUp(aSignup({ email: 'jo.doe@gmail.com' }));
  await other.act.signUp(aSignup({ email: 'jodoe+a@gmail.com' }));
  await other.act.settle();
  const tagged = (await other.see.wishOf('jodoe+a@gmail.com'))!;
  await expect(ask(other, tagged)).rejects.toMatchObject({ code: 'conflict' });
  other.state.now += 2 * hour;
  await ask(other, tagged);
  const dotted = (await other.see.wishOf('jo.doe@gmail.com'))!;
  await expect(ask(other, dotted)).rejects.toMatchObject({ code: 'conflict' });
});

it('asks an address that left by its own word before it signed up again: it stays out until it confirms', async () => {
  const { world, id } = await usedUp();
  const suppressed = { reason: 'unsubscribed' as const, at: world.state.now - day };
  await world.base.guardOf(email, (guard) => ({ ...guard, suppressed }));
  await ask(world, id);
  expect(world.see.steps()).toEqual(['confirm-email']);
  expect((await world.see.guard(email)).suppressed).toEqual(suppressed);
});

it.each([
  ['bounce', 'before', 'bounced'],
  ['complaint', 'before', 'bounced'],
  ['provider-opt-out', 'before', 'bounced'],
  ['bounce', 'after', 'bounced'],
  ['unsubscribed', 'after', 'left since'],
] as const)(
  'asks no address that is suppressed (%s) %s it signed up, and changes nothing',
  async (reason, when, why) => {
    const { world, id } = await usedUp();
    const at = world.state.now + (when === 'before' ? -day : 1);
    await world.base.guardOf(email, (guard) => ({ ...guard, suppressed: { reason, at } }));
    const before = [world.see.person(id), await world.see.guard(email), world.kept.history.size];
    world.state.now += 2 * day;
    await expect(ask(world, id)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining(why) });
    expect([world.see.person(id), await world.see.guard(email), world.kept.history.size]).toEqual(before);
    expect(world.state.requests).toEqual([]);
  },
);

it('asks nobody who is confirmed, has left or names no such channel', async () => {
  const { world, id } = await usedUp();
  await world.act.confirm(id);
  await expect(ask(world, id)).rejects.toMatchObject({ code: 'conflict' });
  await world.act.leave(id, 'sms');
  await expect(ask(world, id, 'sms')).rejects.toMatchObject({ code: 'conflict' });
  const mailOnly = memory({ people: [aPerson({ channels: { email: aPerson().channels.email! } })] });
  await expect(ask(mailOnly, aPerson().id, 'sms')).rejects.toMatchObject({ code: 'invalid', field: 'channel' });
  await expect(ask(mailOnly, 'sub_nobody')).rejects.toMatchObject({ code: 'not-found' });
});

it('takes the address back from a rival’s sign-up, and joins no second address while the two dispute it', async () => {
  const { world, id } = await usedUp();
  await world.act.signUp(aSignup({ phone: '(770) 555-0199', smsConsent: true, firstName: 'Mallory' }));
  expect(await world.see.wishOf(email)).not.toBe(id);
  await world.base.guardOf(email, ({ contested: _contested, ...guard }) => guard);
  world.state.now += 2 * hour;
  await ask(world, id);
  expect(await world.see.guard(email)).toMatchObject({ wish: id, contested: world.state.now });
});

it('that crashed is mended by the same act: one question, whichever read or write the crash came before', async () => {
  for (let n = 0; ; n += 1) {
    const { world, id } = await usedUp();
    let left = n;
    world.state.before = async () => {
      left -= 1;
      if (left < 0) throw new Error('the process died');
    };
    const done = await askAgain(world.base, id, 'email', kim).then(
      () => true,
      () => false,
    );
    world.state.before = async () => undefined;
    world.state.now += minute;
    await ask(world, id).catch(() => undefined);
    await world.act.settle();
    await world.act.tick();
    expect([n, world.see.steps()]).toEqual([n, ['confirm-email']]);
    const counted = (await world.see.guard(email)).asked.filter((at) => world.state.now - at < day);
    expect([n, counted.length]).toEqual([n, 1]);
    if (!done) continue;
    expect(n).toBeGreaterThan(5);
    break;
  }
});
