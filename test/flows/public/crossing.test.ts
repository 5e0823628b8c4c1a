import type { ChannelName } from '../../../functions/core/base/channel';
import { day, hour, minute } from '../../../functions/core/base/time';
import { packTime, signToken } from '../../../functions/core/base/token';
import type { Subscriber } from '../../../functions/core/person/subscriber';
import { confirm } from '../../../functions/flows/public/confirm';
import { eraseUnproven } from '../../../functions/flows/public/erase';
import { leaveByAddress, leaveByLink } from '../../../functions/flows/public/leave';
import { deleteMyData } from '../../../functions/flows/public/my-data';
import { aPerson, aSignup, keys, memory, monday, type World } from '../../support/memory';

const own = 'robin@example.com';
const phone = '+17705550123';
const rivals = 'mallory@example.com';
const rid = 'sub_0000000000000001';
const form = (email: string, name: string) =>
  aSignup({ email, phone: '(770) 555-0123', smsConsent: true, firstName: name });
const phoneOnly = (name: string) =>
  aSignup({ email: 'x' as never, emailConsent: false, phone: '(770) 555-0123', smsConsent: true, firstName: name });
const signsUp = async (world: World, request = form(own, 'Robin')) => {
  await world.act.signUp(request);
  await world.act.settle();
};
const link = (world: World, id: string, address: string, at: number) =>
  signToken(keys, 'confirm', [id.slice(4), 'e', packTime(at), world.base.addressKey(address)]);
const consent = { at: monday - day, wording: '2026-11-a', ref: 'con#1' };
const textOnly = (status: 'active' | 'unsubscribed' = 'active') =>
  aPerson({ channels: { sms: { address: phone, status, since: monday - hour, consent } } });
const knownPhone = async (person = textOnly()) => {
  const world = memory({ people: [person] });
  await world.base.guardOf(phone, (g) => ({
    ...g,
    owner: rid,
    ...(person.channels.sms!.status === 'unsubscribed'
      ? { suppressed: { reason: 'stop' as const, at: monday - hour } }
      : {}),
  }));
  return world;
};

it('a YES to a question that named no mail brings no mail onto the record of its number', async () => {
  const world = await knownPhone();
  await signsUp(world, phoneOnly('Robin')); // the question that reaches the phone: names no mail
  world.state.now += minute;
  await signsUp(world, form(rivals, 'Mallory')); // not put: one a day
  const f2 = (await world.see.wishOf(rivals))!;
  const at = world.state.now;
  const texts = world.state.requests
    .filter((r) => r.message.channel === 'sms')
    .map((r) => (r.message as { body?: string }).body);
  expect(texts).toHaveLength(1);
  expect(texts.join()).not.toContain('m***');
  world.state.now += minute;
  await world.act.text(phone, 'YES');
  await world.act.settle();
  await confirm(world.base, link(world, f2, rivals, at), { page: '/confirm' });
  expect(world.see.person(rid).channels.email).toBeUndefined();
  expect((await world.see.guard(rivals)).owner).not.toBe(rid);
});

it('two links of one mailbox pressed at once make one record, which one goodbye stops', async () => {
  const world = memory();
  await signsUp(world, aSignup({ firstName: 'A' }));
  const a = (await world.see.wishOf(own))!;
  const aAt = world.state.now;
  world.state.now += day + minute;
  await signsUp(world, aSignup({ firstName: 'B' }));
  const b = (await world.see.wishOf(own))!;
  const bAt = world.state.now;
  expect(a).not.toBe(b);
  let done = false;
  let guarded = false;
  world.state.before = async (step) => {
    if (step === 'guard-save') guarded = true;
    if (step !== 'save' || !guarded || done) return;
    done = true;
    await confirm(world.base, link(world, b, own, bAt), { page: '/confirm' });
  };
  await confirm(world.base, link(world, a, own, aAt), { page: '/confirm' });
  world.state.before = async () => undefined;
  expect(done).toBe(true);
  world.state.now += minute;
  const left = await leaveByAddress(world.base, own, { means: 'page' });
  expect(left).toMatchObject({ found: true, drained: true });
  world.state.requests.length = 0;
  for (let n = 0; n < 20; n += 1) {
    world.state.now += day;
    await world.act.tick();
  }
  expect(world.state.requests.map(({ message }) => [message.to, message.stream, message.tags.step])).toEqual([]);
});

it('a typed goodbye beside a press stops the record that the press makes', async () => {
  const world = memory();
  await signsUp(world, aSignup());
  const a = (await world.see.wishOf(own))!;
  const aAt = world.state.now;
  world.state.now += minute;
  let done = false;
  world.state.before = async (step) => {
    if (step !== 'guard-save' || done) return;
    done = true;
    await confirm(world.base, link(world, a, own, aAt), { page: '/confirm' });
    world.state.now += 5;
  };
  const left = await leaveByAddress(world.base, own, { means: 'page' });
  world.state.before = async () => undefined;
  expect(left).toMatchObject({ found: true, drained: true });
  expect(world.see.person(a).channels.email?.status).not.toBe('active');
});

it.each([5, 0])('a STOP behind a YES stops the record that the YES makes', async (ms) => {
  const world = memory();
  await signsUp(world);
  const f = (await world.see.wishOf(phone))!;
  world.state.now += minute;
  let phase = 0;
  // YES: guard written, then before its record is saved STOP asks who sent it; it goes on once the record is saved.
  let recordSaved!: () => void;
  const saved = new Promise<void>((r) => (recordSaved = r));
  let stole!: () => void;
  const stolen = new Promise<void>((r) => (stole = r));
  let stop: Promise<unknown> | undefined;
  let inStop = false;
  const orig = world.base.people.change;
  const yesPorts = {
    ...world.base,
    people: {
      ...world.base.people,
      change: async (id: string, edit: (person: Subscriber) => Subscriber | undefined) => {
        if (id === f && phase === 0) {
          phase = 1;
          stop = world.act.text(phone, 'STOP');
          await stolen;
          const r = await orig(id, edit);
          world.state.now += ms;
          recordSaved();
          await stop;
          return r;
        }
        return orig(id, edit);
      },
    },
  };
  world.state.before = async (step) => {
    if (phase === 1 && step === 'evidence' && !inStop) {
      inStop = true;
      stole();
      await saved;
    }
  };
  const { confirmChannel } = await import('../../../functions/flows/public/confirm');
  await confirmChannel(yesPorts as never, f, 'sms', { page: 'text' }).catch((e) => e);
  world.state.before = async () => undefined;
  await world.act.settle();
  expect(world.see.steps()).toContain('sms-stop');
  expect(world.see.person(f).channels.sms?.status).not.toBe('active');
});

it('somebody who left and comes back: a goodbye between the press and the record is the last word', async () => {
  const world = memory({
    people: [aPerson({ channels: { email: { address: own, status: 'unsubscribed', since: monday - hour, consent } } })],
  });
  await world.base.guardOf(own, (g) => ({
    ...g,
    owner: rid,
    suppressed: { reason: 'unsubscribed', at: monday - hour },
  }));
  await signsUp(world, aSignup());
  const f = (await world.see.wishOf(own))!;
  const at = world.state.now;
  world.state.now += minute;
  let left: unknown;
  world.state.before = async (step) => {
    if (step !== 'save' || left) return;
    left = 'under way';
    left = await leaveByLink(
      world.base,
      signToken(keys, 'unsubscribe', [rid.slice(4), 'e', world.base.addressKey(own)]),
      { means: 'one-click' },
    );
    world.state.now += 5;
  };
  await confirm(world.base, link(world, f, own, at), { page: '/confirm' }).catch((e) => e);
  world.state.before = async () => undefined;
  expect(left).toMatchObject({ found: true, drained: true });
  expect(world.see.person(rid).channels.email?.status).toBe('unsubscribed');
});

it("deleting one's own data stops nobody whose number one has only typed", async () => {
  const world = await knownPhone();
  await signsUp(world, form(rivals, 'Mallory'));
  const f = (await world.see.wishOf(rivals))!;
  await confirm(world.base, link(world, f, rivals, world.state.now), { page: '/confirm' });
  world.state.now += day;
  const ports = {
    ...world.base,
    bookings: { get: async () => undefined, remove: async () => undefined },
    leave: (id: string, channel: ChannelName) => world.act.leave(id, channel, { means: 'erasure' }),
    erase: (person: Subscriber) => eraseUnproven(world.base, person),
    eraseChannel: async () => undefined,
  };
  await deleteMyData(ports, signToken(keys, 'data', [f.slice(4), 'delete', packTime(world.state.now + hour), 'e']));
  expect(world.see.person(rid).channels.sms?.status).toBe('active');
});

it('a proven record outlives the sign-up that its other address answered elsewhere', async () => {
  const world = await knownPhone();
  await signsUp(world, form(rivals, 'Mallory'));
  const f = (await world.see.wishOf(rivals))!;
  await confirm(world.base, link(world, f, rivals, world.state.now), { page: '/confirm' });
  await world.act.settle();
  world.state.now += minute;
  await world.act.leave(f, 'email');
  await world.act.text(phone, 'YES');
  await world.act.settle();
  expect(world.see.person(f).expiresAt).toBeUndefined();
  world.state.now += 3 * day;
  await world.act.tick();
  expect(world.see.person(f).channels.email?.consent).toBeDefined();
});
