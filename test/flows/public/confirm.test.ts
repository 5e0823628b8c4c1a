import { day, minute } from '../../../functions/core/base/time';
import { packTime, signToken } from '../../../functions/core/base/token';
import { confirm, confirmation } from '../../../functions/flows/public/confirm';
import { aRun, aSignup, keys, memory, monday, type World } from '../../support/memory';

const email = 'robin@example.com';
const signedUp = async (request = aSignup()): Promise<{ world: World; id: string; token: string }> => {
  const world = memory();
  await world.act.signUp(request);
  await world.act.settle();
  const id = (await world.see.ownerOf(request.email ?? '+17705550123'))!;
  return {
    world,
    id,
    token: signToken(keys, 'confirm', [id.slice(4), 'e', packTime(monday), world.base.addressKey(email)]),
  };
};

describe('the confirm page', () => {
  it('read any number of times changes nothing: scanners confirm nobody by GET', async () => {
    const { world, id, token } = await signedUp();
    const before = world.see.person(id);
    for (let n = 0; n < 5; n += 1)
      expect(await confirmation(world.base, token)).toEqual({ state: 'ready', channel: 'email' });
    expect(world.see.person(id)).toEqual(before);
  });

  it('says when it is done and when it is too late', async () => {
    const { world, token } = await signedUp();
    world.state.now = monday + 8 * day;
    expect((await confirmation(world.base, token)).state).toBe('expired');
    world.state.now = monday;
    await confirm(world.base, token, { page: '/confirm' });
    expect((await confirmation(world.base, token)).state).toBe('done');
  });
});

describe('confirming', () => {
  it('makes the channel active, begins the series and shows the dates', async () => {
    const { world, id, token } = await signedUp();
    const told = await confirm(world.base, token, { page: '/confirm' });
    const person = world.see.person(id);
    expect(person.channels.email).toMatchObject({ status: 'active', since: monday + 1 });
    expect(person.channels.email?.asked).toBeUndefined();
    expect(person.expiresAt).toBeUndefined();
    expect(person.enrollments).toMatchObject([
      { seriesId: 'back-care', channel: 'email', stepId: 'welcome', status: 'active' },
    ]);
    expect(told).toMatchObject({ firstName: 'Robin', structural: false });
    expect(told.dates).toHaveLength(6);
    expect(told.datesPath).toMatch(/^\/dates\/[\w.-]+$/);
    expect(world.kept.evidence.map(({ action }) => action)).toEqual(['asked', 'confirmed']);
    await world.act.settle();
    expect(world.see.steps()).toEqual(['confirm-email', 'welcome']);
  });

  it('twice is confirming once', async () => {
    const { world, id, token } = await signedUp();
    await Promise.all([
      confirm(world.base, token, { page: '/confirm' }),
      confirm(world.base, token, { page: '/confirm' }),
    ]);
    await confirm(world.base, token, { page: '/confirm' });
    expect(world.see.person(id).enrollments).toHaveLength(1);
    await world.act.settle();
    expect(world.see.steps()).toEqual(['confirm-email', 'welcome']);
  });

  it('after seven days is refused', async () => {
    const { world, token } = await signedUp();
    world.state.now = monday + 7 * day + 1;
    await expect(confirm(world.base, token, { page: '/confirm' })).rejects.toMatchObject({ code: 'gone' });
  });

  it('answers the sign-up whose mail the link stands in, whatever somebody else has asked for since', async () => {
    const { world, id, token } = await signedUp();
    world.state.now += minute;
    await world.act.signUp(aSignup({ firstName: 'Mallory', pain: 'none' }));
    await world.act.settle();
    const told = await confirm(world.base, token, { page: '/confirm' });
    expect(told).toMatchObject({ subscriber: id, firstName: 'Robin' });
    expect(world.see.person(id).profile).toMatchObject({ firstName: 'Robin', answers: { pain: 'mechanical' } });
  });

  it('is refused with a link that no mail of this sign-up ever held: from before it, or a week old', async () => {
    const { world, id } = await signedUp();
    const early = signToken(keys, 'confirm', [
      id.slice(4),
      'e',
      packTime(monday - minute),
      world.base.addressKey(email),
    ]);
    expect((await confirmation(world.base, early)).state).toBe('expired');
    await expect(confirm(world.base, early, { page: '/confirm' })).rejects.toMatchObject({ code: 'gone' });
  });

  it('one channel proves one channel', async () => {
    const { world, id } = await signedUp(aSignup({ phone: '770-555-0123', smsConsent: true }));
    await world.act.confirm(id, 'email');
    expect(world.see.person(id).channels.sms?.status).toBe('pending');
    expect(world.see.person(id).enrollments.map(({ channel }) => channel)).toEqual(['email']);
  });

  it('by a link from before the person left is refused', async () => {
    const { world, id, token } = await signedUp();
    await world.act.leave(id, 'email');
    await expect(confirm(world.base, token, { page: '/confirm' })).rejects.toMatchObject({ code: 'gone' });
  });

  it('lifts suppression, as the person’s own fresh consent, even when the first try crashed before the guard', async () => {
    const { world, id, token } = await signedUp();
    await confirm(world.base, token, { page: '/confirm' });
    await world.act.leave(id, 'email');
    world.state.now += 2 * day;
    await world.act.signUp(aSignup());
    await world.act.settle();
    const again = (await world.see.wishOf(email))!;
    world.state.before = async (step) => {
      if (step === 'guard-save') throw new Error('crash');
    };
    await expect(world.act.confirm(again)).rejects.toThrow('crash');
    world.state.before = async () => undefined;
    await world.act.confirm(again);
    expect((await world.see.guard(email)).suppressed).toBeUndefined();
    expect(world.see.person(id).channels.email?.status).toBe('active');
  });

  it('goes on where a stopped run was, with nothing sent twice', async () => {
    const { world, id, token } = await signedUp();
    await confirm(world.base, token, { page: '/confirm' });
    await world.act.settle();
    await world.act.leave(id, 'email');
    world.state.now += 3 * day;
    await world.act.signUp(aSignup());
    await world.act.settle();
    await world.act.confirm((await world.see.wishOf(email))!);
    expect(world.see.person(id).enrollments).toMatchObject([
      { status: 'active', completedSteps: ['welcome'], stepId: 'stretching' },
    ]);
  });

  it('leaves an attempt nobody heard of with its own step, whatever the new answers are', async () => {
    const { world, id, token } = await signedUp();
    await confirm(world.base, token, { page: '/confirm' });
    world.state.answer = (message) =>
      message.stream === 'marketing' ? { is: 'unknown', reason: 'TimeoutError' } : { is: 'accepted', providerId: 'p' };
    await world.act.settle();
    const event = world.eventOf('delivered');
    world.state.now += minute;
    await world.act.leave(id, 'email');
    world.state.now += 2 * day;
    await world.base.people.change(id, (person) => ({
      ...person,
      enrollments: person.enrollments.map((run) => ({ ...run, phase: 'unknown' as const })),
    }));
    await world.act.signUp(aSignup({ pain: 'structural' }));
    await world.act.confirm((await world.see.wishOf(email))!);
    expect(world.see.person(id).enrollments[0]).toMatchObject({
      status: 'active',
      phase: 'unknown',
      stepId: 'welcome',
    });
    await world.act.event(event);
    expect(world.see.person(id).enrollments[0]).toMatchObject({
      phase: 'waiting',
      completedSteps: ['welcome'],
      stepId: 'spine-doctor-first',
    });
  });

  it('with new answers moves a run that waits, and keeps what it had', async () => {
    const { world, id, token } = await signedUp();
    await confirm(world.base, token, { page: '/confirm' });
    await world.base.people.change(id, (person) => ({
      ...person,
      enrollments: [
        aRun({
          id: person.enrollments[0]!.id,
          completedSteps: ['welcome'],
          stepId: 'stretching',
          dueAt: monday + 7 * day,
          wakeAt: monday + 7 * day,
          lastSentAt: monday,
        }),
      ],
    }));
    world.state.now += 2 * day;
    await world.act.signUp(aSignup({ pain: 'structural' }));
    await world.act.settle();
    const told = await world.act.confirm((await world.see.wishOf(email))!);
    expect(told).toMatchObject({ structural: true, subscriber: id });
    expect(world.see.person(id).enrollments[0]?.stepId).toBe('spine-doctor-first');
  });
});

it('a crash before any read or write of confirming is made good by pressing again, and nothing comes twice', async () => {
  let crashes = 0;
  for (let n = 0; ; n += 1) {
    const { world, token, id } = await signedUp();
    let left = n;
    world.state.before = async () => {
      left -= 1;
      if (left < 0) throw new Error('the process died');
    };
    const press = () => confirm(world.base, token, { page: '/confirm' });
    const done = await press().then(
      () => true,
      () => false,
    );
    world.state.before = async () => undefined;
    world.state.now += minute;
    expect((await press()).dates).toHaveLength(6);
    await world.act.settle();
    await world.act.tick();
    const { channels, enrollments } = world.see.person(id);
    expect([n, channels.email?.status, enrollments.length]).toEqual([n, 'active', 1]);
    expect((await world.see.guard('robin@example.com')).asked).toEqual([]);
    expect(world.see.steps()).toEqual(['confirm-email', 'welcome']);
    if (done) break;
    crashes += 1;
  }
  expect(crashes).toBeGreaterThan(5);
});
