import { day, hour, minute } from '../../../functions/core/base/time';
import { packTime, signToken } from '../../../functions/core/base/token';
import { confirm, confirmation } from '../../../functions/flows/public/confirm';
import { eraseUnproven } from '../../../functions/flows/public/erase';
import { aPerson, aSignup, keys, memory, monday, type World } from '../../support/memory';

const own = 'robin@example.com';
const phone = '+17705550123';
const rivals = 'mallory@example.com';
const form = (email: string, name: string) =>
  aSignup({ email, phone: '(770) 555-0123', smsConsent: true, firstName: name });
const signsUp = async (world: World, request = form(own, 'Robin')) => {
  await world.act.signUp(request);
  await world.act.settle();
};
const linkTo = async (world: World, address: string) =>
  signToken(keys, 'confirm', [
    (await world.see.wishOf(address))!.slice(4),
    'e',
    packTime(monday),
    world.base.addressKey(address),
  ]);
const presses = async (world: World, address: string) => {
  const { subscriber } = await world.act.confirm((await world.see.wishOf(address))!);
  await world.act.settle();
  return subscriber;
};
const says = async (world: World, body: string) => {
  await world.act.text(phone, body);
  await world.act.settle();
};
const ownerOf = async (world: World, address: string) => {
  const id = (await world.see.guard(address)).owner;
  return id === undefined ? undefined : world.see.person(id);
};

describe('two addresses of one sign-up', () => {
  it.each([['the mail first'], ['the phone first']])('are one person once both have answered it, %s', async (order) => {
    const world = memory();
    await signsUp(world);
    if (order === 'the mail first') {
      await presses(world, own);
      await says(world, 'YES');
    } else {
      await says(world, 'YES');
      await presses(world, own);
    }
    const person = await ownerOf(world, own);
    expect(person).toMatchObject({ channels: { email: { status: 'active' }, sms: { status: 'active' } } });
    expect((await ownerOf(world, phone))?.id).toBe(person?.id);
  });

  it('are named to each other in part before they answer, so that each can see what it agrees to', async () => {
    const world = memory();
    await signsUp(world);
    const [mail, text] = ['email', 'sms'].map((channel) =>
      world.state.requests.find(({ message }) => message.channel === channel),
    );
    expect(text?.message).toMatchObject({ body: expect.stringContaining('r***@example.com') });
    expect(mail?.message.tags.step).toBe('confirm-email');
    const token = await linkTo(world, own);
    expect(await confirmation(world.base, token)).toMatchObject({ state: 'ready', beside: { digits: '0123' } });
  });

  it('are not joined when whoever answers says that the other is not theirs', async () => {
    const world = memory();
    await signsUp(world);
    const token = await linkTo(world, own);
    await confirm(world.base, token, { page: '/confirm' }, true);
    await says(world, 'YES');
    expect((await ownerOf(world, own))?.channels.sms).toBeUndefined();
    expect((await ownerOf(world, phone))?.channels.sms?.status).not.toBe('active');
  });

  it('sent twice with other answers still are one person, since both sign-ups name the same pair', async () => {
    const world = memory();
    await signsUp(world);
    const first = (await world.see.wishOf(own))!;
    await signsUp(world, form(own, 'Robin R.'));
    await world.act.confirm(first);
    await says(world, 'YES');
    expect(await ownerOf(world, phone)).toMatchObject({
      id: first,
      profile: { firstName: 'Robin R.' },
      channels: { email: { status: 'active' }, sms: { status: 'active' } },
    });
  });
});

describe('a rival who types somebody else’s number beside their own mail', () => {
  it.each([
    ['before the owner of the number signs up', ['rival', 'confirms', 'own'], 'Robin'],
    ['after the owner of the number signed up', ['own', 'rival', 'confirms'], 'Mallory'],
    ['after, and confirms only after the number did', ['own', 'rival'], 'Mallory'],
  ])('gets nothing of it: %s', async (_when, order, name) => {
    const world = memory();
    for (const step of order) {
      if (step === 'rival') await signsUp(world, form(rivals, 'Mallory'));
      if (step === 'own') await signsUp(world);
      if (step === 'confirms') await presses(world, rivals);
      world.state.now += minute;
    }
    await says(world, 'YES');
    const wish = await world.see.wishOf(rivals);
    if (wish) await world.act.confirm(wish);
    const theirs = await ownerOf(world, rivals);
    const owner = await ownerOf(world, phone);
    expect(owner).toMatchObject({ channels: { sms: { status: 'active' } }, profile: { firstName: name } });
    expect(owner?.id).not.toBe(theirs?.id);
    expect(theirs?.channels.sms?.status).not.toBe('active');
    expect(owner?.channels.email?.address).not.toBe(rivals);
  });

  it('gets nothing of a YES that answers another question: the number was never told of their mail', async () => {
    const world = memory();
    await signsUp(
      world,
      aSignup({ email: 'x' as never, emailConsent: false, phone: '(770) 555-0123', smsConsent: true }),
    );
    world.state.now += 8 * hour;
    await signsUp(world, form(rivals, 'Mallory'));
    const mallory = await presses(world, rivals);
    await world.base.guardOf(phone, (guard) => {
      const { contested: _long, ...rest } = guard;
      return rest;
    });
    await says(world, 'YES');
    expect((await ownerOf(world, phone))?.id).not.toBe(mallory);
    expect(world.see.person(mallory).channels.sms?.status).not.toBe('active');
  });

  it.each([
    ['was lost in a crash', []],
    ['still waits to be sent', ['confirm-sms']],
  ])('gets nothing of a YES when the question that names their mail %s', async (_why, left) => {
    const world = memory();
    await world.act.signUp(form(rivals, 'Mallory'));
    const wish = (await world.see.wishOf(rivals))!;
    await world.base.people.change(wish, (item) => ({
      ...item,
      notices: item.notices.filter(({ kind }) => kind !== 'confirm-sms' || left.includes(kind)),
    }));
    await world.act.text(phone, 'YES');
    await world.act.settle();
    const mallory = await presses(world, rivals);
    const owner = await ownerOf(world, phone);
    expect(owner?.channels.sms?.status).toBe('active');
    expect(owner?.id).not.toBe(mallory);
    expect(owner?.channels.email?.address).not.toBe(rivals);
  });

  it('takes no number from the record that has proven it since the answer was read', async () => {
    const world = memory();
    await says(world, 'HELP');
    await signsUp(world, form(own, 'Robin'));
    const { addEvidence } = world.base.ledger;
    let hung = true;
    world.base.ledger.addEvidence = async (evidence) => {
      if (hung) {
        hung = false;
        for (const body of ['TIPS', 'YES']) await says(world, body);
      }
      return addEvidence(evidence);
    };
    await says(world, 'YES');
    world.state.now += hour;
    await says(world, 'STOP');
    const active = [...world.kept.subscribers.values()].filter(({ channels }) => channels.sms?.status === 'active');
    expect(hung).toBe(false);
    expect(active).toEqual([]);
  });

  it('never sees what the number texts, not even before it has answered', async () => {
    const world = memory();
    await signsUp(world, form(rivals, 'Mallory'));
    const mallory = await presses(world, rivals);
    await says(world, "I can't feel my legs");
    expect(world.see.steps()).toContain('sms-emergency');
    expect([...world.kept.history.values()].map(({ subscriber }) => subscriber)).not.toContain(mallory);
    expect(world.see.person(mallory).notices).toEqual([]);
  });

  it('rests nothing on another person’s consent: the proof points at the sign-up it answers', async () => {
    const world = memory();
    await signsUp(world, form(rivals, 'Mallory'));
    await presses(world, rivals);
    world.state.now += minute;
    await signsUp(world);
    await says(world, 'YES');
    const owner = (await ownerOf(world, phone))!;
    const asked = world.kept.evidence.filter(
      ({ subscriber, channel, action }) => subscriber === owner.id && channel === 'sms' && action === 'asked',
    );
    expect(asked.map(({ at }) => at)).toEqual([owner.channels.sms!.consent!.at]);
    expect(asked[0]?.at).toBe(monday + minute);
  });
});

describe('the link of one mailbox', () => {
  it('proves no other, whatever address has come into its place since', async () => {
    const world = memory();
    await signsUp(world);
    const id = (await world.see.wishOf(own))!;
    const link = await linkTo(world, own);
    await world.base.people.change(id, (person) => ({
      ...person,
      channels: { ...person.channels, email: { ...person.channels.email!, address: 'kim@example.com' } },
    }));
    expect((await confirmation(world.base, link)).state).toBe('expired');
    await expect(confirm(world.base, link, { page: '/confirm' })).rejects.toMatchObject({ code: 'gone' });
    expect(world.see.person(id).channels.email?.status).toBe('pending');
  });

  it('keeps its place: a sign-up that its owner’s phone answers brings no other mail into it', async () => {
    const world = memory();
    await signsUp(world);
    await says(world, 'YES');
    world.state.now += 2 * day;
    await signsUp(world, form('kim@example.com', 'Robin'));
    await says(world, 'YES');
    expect((await ownerOf(world, phone))?.channels.email?.address).toBe(own);
  });
});

it('an answer that another one overtakes is thought over again: "not mine" stays not mine', async () => {
  const world = memory();
  await signsUp(world);
  const link = await linkTo(world, own);
  let answered = false;
  world.state.before = async (step) => {
    if (step !== 'guard-save' || answered) return;
    answered = true;
    await world.act.text(phone, 'YES');
  };
  await confirm(world.base, link, { page: '/confirm' }, true);
  world.state.before = async () => undefined;
  expect(answered).toBe(true);
  expect((await ownerOf(world, own))?.id).not.toBe((await ownerOf(world, phone))?.id);
});

describe('an address that was proven before', () => {
  const known = async () => {
    const world = memory({ people: [aPerson()] });
    for (const address of [own, phone])
      await world.base.guardOf(address, (guard) => ({ ...guard, owner: 'sub_0000000000000001' }));
    return world;
  };

  it('keeps its record: a sign-up that it answers changes answers and consent there, and what was learned stays', async () => {
    const world = await known();
    await world.base.people.change('sub_0000000000000001', (person) => ({
      ...person,
      profile: { ...person.profile!, seen: true, checkIn: 'worse' },
    }));
    world.state.now += minute;
    await signsUp(world, aSignup({ pain: 'none', firstName: 'Bobby' }));
    expect(await presses(world, own)).toBe('sub_0000000000000001');
    expect(world.see.person().profile).toMatchObject({
      firstName: 'Bobby',
      answers: { pain: 'none' },
      seen: true,
      checkIn: 'worse',
    });
    expect(
      world.kept.evidence.map(({ subscriber, action }) => [subscriber === 'sub_0000000000000001', action]),
    ).toEqual([
      [false, 'asked'],
      [true, 'asked'],
      [true, 'confirmed'],
    ]);
  });

  it('shares nothing with a new address beside it until that one has answered, too', async () => {
    const world = await known();
    await signsUp(world, aSignup({ phone: '770-555-0199', smsConsent: true }));
    await presses(world, own);
    expect(world.see.person().channels.sms?.address).toBe(phone);
  });
});

it('whoever was erased and signs up again, word for word, is somebody new: no old link opens their record', async () => {
  const world = memory();
  const lives: string[] = [];
  for (let life = 0; life < 3; life += 1) {
    await signsUp(world, aSignup());
    lives.push(await presses(world, own));
    await world.act.leave(lives[life]!, 'email', { means: 'erasure' });
    await eraseUnproven(world.base, world.see.person(lives[life]));
    world.state.now += 2 * day;
  }
  expect(new Set(lives).size).toBe(3);
});

describe('only what was proven', () => {
  it('a mail that bounced before anybody confirmed it proves nothing', async () => {
    const world = memory();
    await signsUp(world, aSignup());
    const id = (await world.see.wishOf(own))!;
    const [{ message }] = world.state.requests as [(typeof world.state.requests)[number]];
    await world.act.event({
      channel: 'email',
      tags: message.tags,
      providerId: 'p',
      at: world.state.now + hour,
      kind: 'bounced',
      lasting: true,
    });
    expect(world.see.person(id).channels.email).toMatchObject({ status: 'suppressed' });
    world.state.now += 31 * day;
    await world.act.tick();
    expect(world.see.everyone()).toEqual([]);
  });

  it.each([
    'data-link',
    'booking-received',
    'booking-confirmed',
    'sms-check-in',
    'sms-profile-link',
    'sms-welcome',
  ] as const)('an address that nobody confirmed gets no %s: it is written down as not confirmed', async (kind) => {
    const channel = kind.startsWith('sms') ? ('sms' as const) : ('email' as const);
    const pending = { address: channel === 'email' ? own : phone, status: 'pending' as const, since: monday };
    const notice = { id: 'ntc_1', kind, channel, phase: 'waiting' as const, dueAt: monday, expiresAt: monday + day };
    const world = memory({ people: [aPerson({ channels: { [channel]: pending }, notices: [notice] })] });
    await world.act.tick();
    expect(world.state.requests).toEqual([]);
    expect(world.see.delivery('ntc_1', kind)?.facts.skipped?.note).toBe('not-confirmed');
  });
});
