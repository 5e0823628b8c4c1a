import { day, hour, minute } from '../../../functions/core/base/time';
import { currentWording, disclosure, wordingHash } from '../../../functions/core/practice/consent';
import { signUp } from '../../../functions/flows/public/signup';
import { aPerson, aSignup, memory, monday, type World } from '../../support/memory';

const email = 'robin@example.com';
const phone = '+17705550123';
const byPhone = () => ({
  ...aSignup({ phone: '(770) 555-0123', smsConsent: true, emailConsent: false }),
  email: undefined as never,
});
const asked = (world: World) => world.see.steps().filter((step) => step.startsWith('confirm-'));
const again = async (world: World, request = aSignup()) => {
  await world.act.signUp(request);
  await world.act.settle();
};

describe('a sign-up', () => {
  it('sends one confirmation and nothing else until it is answered', async () => {
    const world = memory();
    await again(world);
    const person = world.see.person(await world.see.ownerOf(email));
    expect(person).toMatchObject({ kind: 'runner', channels: { email: { status: 'pending' } }, enrollments: [] });
    expect(world.see.steps()).toEqual(['confirm-email']);
    for (let n = 0; n < 20; n += 1) {
      world.state.now += day;
      await world.act.tick();
    }
    expect(world.see.steps()).toEqual(['confirm-email']);
    expect(world.kept.evidence).toMatchObject([
      { action: 'asked', channel: 'email', wording: '2026-11-a', page: '/subscribe' },
    ]);
  });

  it('asks each address that was given, and only with its own consent', async () => {
    const world = memory();
    await again(world, aSignup({ phone: '(770) 555-0123', smsConsent: false }));
    expect(asked(world)).toEqual(['confirm-email']);
    const other = memory();
    await again(other, aSignup({ phone: '(770) 555-0123', smsConsent: true }));
    expect(asked(other).sort()).toEqual(['confirm-email', 'confirm-sms']);
    expect(other.see.everyone()).toHaveLength(1);
  });

  it('counts any emergency sign as a structural hint', async () => {
    const world = memory();
    await again(world, aSignup({ pain: 'none', redFlags: ['fever'] }));
    expect(world.see.person(await world.see.ownerOf(email)).profile).toMatchObject({
      answers: { pain: 'none', redFlags: ['fever'] },
      safety: 'structural',
    });
  });

  it('pressed twice asks once, and the first link stays valid', async () => {
    const world = memory();
    await Promise.all([world.act.signUp(aSignup()), world.act.signUp(aSignup())]);
    await again(world);
    expect(asked(world)).toHaveLength(1);
    const owner = (await world.see.ownerOf(email))!;
    expect(world.state.requests[0]?.message.tags.subscriber).toBe(owner);
    await expect(world.act.confirm(owner)).resolves.toMatchObject({ channel: 'email' });
  });

  it('pressed twice keeps the first link valid even where the address waits with somebody proven otherwise', async () => {
    const consent = { at: monday, wording: '2026-11-a', ref: 'con#1' };
    const asking = { consent, by: monday + 7 * day };
    const first = 'sub_0000000000000001';
    const world = memory({
      people: [
        aPerson({
          channels: {
            sms: { address: phone, status: 'active', since: monday, consent },
            email: { address: email, status: 'pending', since: monday, asked: asking },
          },
        }),
      ],
    });
    await world.base.guardOf(email, (guard) => ({ ...guard, owner: first, asked: [monday] }));
    await again(world, aSignup({ pain: 'none' }));
    expect(asked(world)).toHaveLength(0);
    await expect(world.act.confirm(first)).resolves.toMatchObject({ channel: 'email' });
  });

  it('with other answers is a sign-up of its own, and takes the unproven address even when asking again must wait', async () => {
    const world = memory();
    await again(world);
    const first = await world.see.wishOf(email);
    await again(world, aSignup({ firstName: 'Kim', pain: 'structural' }));
    const newest = (await world.see.wishOf(email))!;
    expect(newest).not.toBe(first);
    expect(world.see.person(newest).profile).toMatchObject({ firstName: 'Kim', safety: 'structural' });
    expect(asked(world)).toHaveLength(1);
  });

  it('sent again word for word is the same sign-up', async () => {
    const world = memory();
    for (let n = 0; n < 5; n += 1) await again(world);
    await Promise.all(Array.from({ length: 10 }, () => world.act.signUp(aSignup())));
    expect(world.see.everyone()).toHaveLength(1);
  });

  it('asks an address at most once in 24 hours and three times in any 30 days, whoever keeps trying', async () => {
    const world = memory();
    for (let n = 0; n < 120; n += 1) {
      await again(world, aSignup({ firstName: `Rival ${n}` }));
      world.state.now += 12 * hour;
    }
    const times = world.state.requests.map(({ at }) => at - monday);
    expect(times).toEqual([0, day, 2 * day, 30 * day, 31 * day, 32 * day]);
  });

  it('cannot bomb one mailbox through plus-tags and dots', async () => {
    const world = memory();
    for (const one of ['jo.doe@gmail.com', 'jodoe+a@gmail.com', 'j.o.d.o.e+b@gmail.com', 'jodoe+c@gmail.com'])
      await again(world, aSignup({ email: one }));
    expect(asked(world)).toHaveLength(1);
  });

  it('lets people with a dot in their address come back as often as they confirm', async () => {
    const world = memory();
    for (let n = 0; n < 5; n += 1) {
      await again(world, aSignup({ email: 'jo.doe@gmail.com' }));
      expect(asked(world)).toHaveLength(n + 1);
      const { subscriber } = await world.act.confirm((await world.see.wishOf('jo.doe@gmail.com'))!);
      await world.act.leave(subscriber, 'email');
      world.state.now += 2 * day;
    }
  });

  it('outlives the link it brings: who signs up again late is not erased before it ends', async () => {
    const world = memory();
    await again(world);
    world.state.now = monday + 29 * day;
    await again(world);
    world.state.now = monday + 31 * day;
    await world.act.tick();
    await expect(world.act.confirm((await world.see.ownerOf(email))!)).resolves.toMatchObject({ channel: 'email' });
  });

  it('never confirmed is forgotten after 30 days', async () => {
    const world = memory();
    await again(world);
    world.state.now = monday + 30 * day;
    await world.act.tick();
    expect(world.see.everyone()).toEqual([]);
    expect(await world.see.ownerOf(email)).toBeUndefined();
  });
});

describe('an address that is known', () => {
  const known = () => memory({ people: [aPerson()] });
  const owned = async (world: World) => {
    await world.base.guardOf(email, (guard) => ({ ...guard, owner: 'sub_0000000000000001' }));
    await world.base.guardOf(phone, (guard) => ({ ...guard, owner: 'sub_0000000000000001' }));
    return world;
  };

  it('answers like a new one, and its owner keeps their answers until they confirm', async () => {
    const world = await owned(known());
    await expect(world.act.signUp(aSignup({ firstName: 'Mallory', pain: 'none' }))).resolves.toBeUndefined();
    await world.act.settle();
    expect(world.see.person()).toEqual({ ...aPerson(), rev: 1 });
    expect(asked(world)).toEqual(['confirm-email']);
    const wish = (await world.see.wishOf(email))!;
    expect(world.see.person(wish)).toMatchObject({ profile: { firstName: 'Mallory' } });
    expect(world.state.requests[0]?.message.tags.subscriber).toBe(wish);
  });

  it('is not tied to the phone that somebody else types beside it', async () => {
    const world = await owned(known());
    await again(world, aSignup({ phone: '770-555-0199', smsConsent: true }));
    expect(world.see.person().channels.sms?.address).toBe(phone);
    expect(await world.see.ownerOf('+17705550199')).not.toBe('sub_0000000000000001');
  });

  it('unsubscribed is asked again and stays silent until it confirms', async () => {
    const world = await owned(known());
    await world.act.leave('sub_0000000000000001', 'email');
    await again(world);
    expect(asked(world)).toEqual(['confirm-email']);
    expect(world.see.person().channels.email?.status).toBe('unsubscribed');
    expect((await world.see.guard(email)).suppressed).toBeDefined();
  });

  it.each(['bounce', 'complaint', 'provider-opt-out'] as const)(
    'suppressed by %s answers the same and gets nothing',
    async (reason) => {
      const world = await owned(known());
      await world.base.guardOf(email, (guard) => ({ ...guard, suppressed: { reason, at: monday } }));
      await expect(world.act.signUp(aSignup())).resolves.toBeUndefined();
      await world.act.settle();
      expect(world.state.requests).toEqual([]);
      expect((await world.see.guard(email)).suppressed?.reason).toBe(reason);
    },
  );
});

it('writes the evidence before the consent it stands for', async () => {
  const world = memory();
  const order: string[] = [];
  world.state.before = async (step) => void order.push(step);
  await signUp(world.base, byPhone(), { page: '/subscribe' });
  expect(order.indexOf('evidence')).toBeLessThan(order.lastIndexOf('save'));
  expect(world.kept.evidence[0]).toMatchObject({ channel: 'sms', wording: 'api', address: phone });
});

it('keeps as evidence what was shown to whom: seller, number, words, version, moment, page, address and browser', async () => {
  const world = memory();
  const browser = { page: '/subscribe', ip: '192.0.2.7', userAgent: 'Mozilla/5.0 (test)' };
  await signUp(world.base, byPhone(), { ...browser, wording: currentWording.en });
  const { practice } = world.base;
  const { sms, health } = disclosure(practice, 'en');
  expect(world.kept.evidence).toEqual([
    {
      subscriber: expect.stringMatching(/^sub_/),
      channel: 'sms',
      action: 'asked',
      at: monday,
      seller: practice.legalName,
      address: '+17705550123',
      wording: currentWording.en,
      language: 'en',
      text: `${sms}\n${health}`,
      textHash: wordingHash(`${sms}\n${health}`),
      ...browser,
    },
  ]);
});

describe('a sign-up that crashes and is sent again', () => {
  it.each([
    ['an address', email],
    ['an address with a tag', 'robin+runs@example.com'],
  ])('brings %s its one confirmation, whichever read or write the crash came before', async (_what, to) => {
    let crashes = 0;
    for (let n = 0; ; n += 1) {
      const world = memory();
      let left = n;
      world.state.before = async () => {
        left -= 1;
        if (left < 0) throw new Error('the process died');
      };
      const done = await world.act.signUp(aSignup({ email: to })).then(
        () => true,
        () => false,
      );
      world.state.before = async () => undefined;
      for (let presses = 0; presses < 3; presses += 1) {
        world.state.now += minute;
        await world.act.signUp(aSignup({ email: to }));
        await world.act.settle();
        await world.act.tick();
      }
      expect([n, asked(world)]).toEqual([n, ['confirm-email']]);
      expect((await world.see.guard(to)).asked).toHaveLength(1);
      if (done) break;
      crashes += 1;
    }
    expect(crashes).toBeGreaterThan(5);
  });

  it('is no second question to a number that asked by text a moment ago', async () => {
    const world = memory();
    await world.act.text(phone, 'TIPS');
    await world.act.settle();
    world.state.now += minute;
    await world.act.signUp(byPhone());
    await world.act.settle();
    expect(world.see.steps()).toEqual(['sms-tips-disclosure']);
  });

  it('is mended by the next try of that day: only a question that was put makes the next one wait', async () => {
    const world = memory();
    const { change } = world.base.people;
    let saves = 0;
    world.base.people.change = async (...given) => {
      saves += 1;
      if (saves === 3) throw new Error('the process died');
      return change(...given);
    };
    await expect(signUp(world.base, aSignup(), { page: '/subscribe' })).rejects.toThrow('died');
    expect((await world.see.guard(email)).asked).toHaveLength(1);
    world.state.now += 20 * hour;
    await signUp(world.base, aSignup(), { page: '/subscribe' });
    await world.act.settle();
    expect(asked(world)).toEqual(['confirm-email']);
    world.state.now += hour;
    await signUp(world.base, aSignup(), { page: '/subscribe' });
    await world.act.settle();
    expect(asked(world)).toEqual(['confirm-email']);
  });
});
