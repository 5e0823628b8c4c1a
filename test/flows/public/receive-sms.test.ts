import { day, hour, minute, second } from '../../../functions/core/base/time';
import { packTime, signToken } from '../../../functions/core/base/token';
import type { OutgoingText } from '../../../functions/core/sending/outgoing';
import { completeProfile } from '../../../functions/flows/public/complete-profile';
import { aPerson, aRun, aSignup, keys, memory, monday, type World } from '../../support/memory';
import { all, practice } from '../../templates/sample';

const id = 'sub_0000000000000001';
const phone = '+17705550123';
const replies = (world: World) => world.see.steps().filter((step) => step.startsWith('sms-'));

/** A confirmed runner whose number is theirs. */
async function runner(given: Parameters<typeof memory>[0] = {}): Promise<World> {
  const world = memory({
    people: [aPerson({ enrollments: [aRun({ channel: 'sms', wakeAt: monday + day })] })],
    ...given,
  });
  await world.base.guardOf(phone, (guard) => ({ ...guard, owner: id }));
  return world;
}
const say = async (world: World, body: string, key?: string) => {
  const kind = await world.act.text(phone, body, key);
  await world.act.settle();
  return kind;
};

describe('STOP', () => {
  it('ends the texts and is answered once', async () => {
    const world = await runner();
    await say(world, 'STOP');
    expect(world.see.person().channels.sms?.status).toBe('unsubscribed');
    expect(world.see.person().enrollments[0]?.status).toBe('stopped');
    expect((await world.see.guard(phone)).suppressed?.reason).toBe('stop');
    expect(replies(world)).toEqual(['sms-stop']);
  });

  it('said twice gets no second answer, which would be a text after a stop', async () => {
    const world = await runner();
    await say(world, 'STOP');
    await say(world, 'stop');
    expect(replies(world)).toEqual(['sms-stop']);
  });

  it('delivered twice is one text', async () => {
    const world = await runner();
    await say(world, 'STOP', 'same');
    await say(world, 'STOP', 'same');
    expect(replies(world)).toEqual(['sms-stop']);
    expect(world.kept.history.size).toBe(1);
  });

  it('on a toll-free number is answered by the network, so not by us', async () => {
    const world = await runner({
      practice: { ...practice, sender: { ...practice.sender, smsNumber: '+18885550100' } },
    });
    await say(world, 'STOP');
    expect(replies(world)).toEqual([]);
    expect(world.see.person().channels.sms?.status).toBe('unsubscribed');
    const other = await runner({
      practice: { ...practice, sender: { ...practice.sender, smsNumber: '+18885550100' } },
    });
    await say(other, 'please stop texting me');
    expect(replies(other)).toEqual(['sms-stop']);
  });

  it.each([
    ['STOP', 'Pinnacle Ortho: You are unsubscribed and will get no more texts from us.'],
    ['quit texting', 'Pinnacle Ortho: You are unsubscribed and will get no more texts from us.'],
    ['not interested', 'Pinnacle Ortho: You are unsubscribed. If you did not mean that, reply START.'],
    ['🛑', 'Pinnacle Ortho: You are unsubscribed. If you did not mean that, reply START.'],
  ])('is honoured, and a doubt asks in the same one answer (%s)', async (body, answer) => {
    const world = await runner();
    await say(world, body);
    await say(world, 'no thanks');
    expect(world.state.requests.map(({ message }) => (message as { body?: string }).body)).toEqual([answer]);
    expect(world.see.person().channels.sms?.status).toBe('unsubscribed');
  });

  it.each(['cancel my appointment', 'stop by the office?', 'remove my stitches', 'basta con 10 minutos'])(
    'is not what names something else: %s',
    async (body) => {
      const world = await runner();
      await say(world, body);
      expect(world.see.person().channels.sms?.status).toBe('active');
      expect([...world.kept.history.values()][0]?.happening).toMatchObject({ meaning: 'other', forStaff: true });
    },
  );

  it('from a number nobody knows is kept, and outlives the person', async () => {
    const world = memory();
    await say(world, 'STOP');
    world.state.now += 31 * day;
    await world.act.tick();
    expect(world.see.everyone()).toEqual([]);
    expect((await world.see.guard(phone)).suppressed?.reason).toBe('stop');
    await say(world, 'STOP');
    expect(replies(world)).toEqual(['sms-stop']);
  });
});

describe('the answer to STOP', () => {
  /** A runner whose next text is due now. */
  const due = () => runner({ people: [aPerson({ enrollments: [aRun({ channel: 'sms' })] })] });
  const crashAt = (world: World, n: number) => {
    let left = n;
    world.state.before = async () => {
      left -= 1;
      if (left < 0) throw new Error('the process died');
    };
  };
  const mended = (world: World) => {
    world.state.before = async () => undefined;
  };

  it('is lost by no crash, whichever read or write it comes before, and is said once', async () => {
    let crashes = 0;
    for (let n = 0; ; n += 1) {
      const world = await runner();
      crashAt(world, n);
      const done = await world.act.text(phone, 'STOP', 'same').then(
        () => true,
        () => false,
      );
      mended(world);
      await say(world, 'STOP', 'same');
      await world.act.tick();
      expect([n, replies(world)]).toEqual([n, ['sms-stop']]);
      expect(world.see.person().channels.sms?.status).toBe('unsubscribed');
      expect((await world.see.guard(phone)).suppressed?.reason).toBe('stop');
      if (done) break;
      crashes += 1;
    }
    expect(crashes).toBeGreaterThan(8);
  });

  it('needs no repeat of the text once the person has left: the clockwork finds it', async () => {
    let left = 0;
    for (let n = 0; n < 20; n += 1) {
      const world = await runner();
      crashAt(world, n);
      await world.act.text(phone, 'STOP').catch(() => undefined);
      mended(world);
      await world.act.tick();
      const gone = world.see.person().channels.sms?.status === 'unsubscribed';
      if (gone) left += 1;
      expect([n, replies(world)]).toEqual([n, gone ? ['sms-stop'] : []]);
    }
    expect(left).toBeGreaterThan(10);
  });

  it.each(['controls', 'send', 'merge'])(
    'comes after a request under way (said at "%s"), also when the one who heard STOP dies waiting',
    async (moment) => {
      const world = await due();
      let heard = false;
      const early: string[] = [];
      world.state.before = async (step) => {
        if (heard && step === 'sleep') throw new Error('the process died');
        if (step !== moment || heard) return;
        heard = true;
        await world.act.text(phone, 'STOP').catch(() => undefined);
        // Another worker comes by before the request has ended.
        const asked = world.state.requests.length;
        await world.act.tick();
        early.push(...world.see.steps().slice(asked));
      };
      await world.act.wake(id);
      mended(world);
      world.state.now += 14 * second;
      await world.act.tick();
      expect([heard, early]).toEqual([true, []]);
      expect(world.see.steps().at(-1)).toBe('sms-stop');
      expect(world.see.steps().filter((step) => step === 'sms-stop')).toHaveLength(1);
      world.state.now += 90 * day;
      await world.act.tick();
      expect(world.see.steps().at(-1)).toBe('sms-stop');
    },
  );

  it('does not wait longer than the request does', async () => {
    const world = await due();
    let leaving: Promise<unknown> | undefined;
    world.state.before = async (step) => {
      if (step !== 'send' || leaving) return;
      leaving = world.act.text(phone, 'STOP');
      for (let n = 0; n < 20; n += 1) await Promise.resolve();
    };
    await world.act.wake(id);
    await leaving;
    await world.act.settle();
    expect(world.see.steps()).toEqual(['welcome', 'sms-stop']);
    expect(world.state.now - monday).toBeLessThan(13 * second);
  });

  it('is not given to somebody who had left by a page before, asked again and thought better of it', async () => {
    const world = await runner();
    await world.act.leave(id, 'sms');
    await say(world, 'START');
    await say(world, 'STOP');
    expect(replies(world)).toEqual(['sms-tips-disclosure']);
    expect(world.see.person().channels.sms).not.toHaveProperty('asked');
  });

  it('is given once to two workers who hear it at once', async () => {
    const world = await runner();
    await Promise.all([world.act.text(phone, 'STOP', 'a'), world.act.text(phone, 'stop', 'b')]);
    await world.act.settle();
    expect(replies(world)).toEqual(['sms-stop']);
  });

  it.each([
    ['goes when it is lifted', 5 * hour, ['sms-stop']],
    ['is not given any more after a day; leaving counts all the same', day + minute, []],
  ])('that waited while everything was stopped %s', async (_what, held, said) => {
    const world = await runner();
    world.state.controls.total = true;
    await say(world, 'STOP');
    world.state.now += held;
    await world.act.tick();
    world.state.controls.total = false;
    world.state.now += 15 * minute;
    await world.act.tick();
    expect(replies(world)).toEqual(said);
    expect(world.see.person()).toMatchObject({ notices: [], channels: { sms: { status: 'unsubscribed' } } });
    const [record] = [...world.kept.deliveries.values()];
    expect(record?.facts.skipped?.note).toBe(said.length === 0 ? 'expired' : undefined);
  });
});

describe('an emergency', () => {
  it('waits for no request under way before it is answered, also when the same text says stop', async () => {
    const world = await runner({ people: [aPerson({ enrollments: [aRun({ channel: 'sms' })] })] });
    world.state.answer = () => ({ is: 'unknown', reason: 'TimeoutError' });
    await world.act.wake(id);
    let askedAt = 0;
    world.state.before = async (step) => {
      if (step === 'sleep' && askedAt === 0) {
        askedAt = world.state.now;
        expect(world.see.person().notices.map(({ kind }) => kind)).toEqual(['sms-emergency']);
      }
    };
    await say(world, "STOP I can't pee");
    expect(askedAt).toBeGreaterThan(0);
    expect(replies(world)).toEqual(['sms-emergency']);
  });

  it('is answered late rather than never when everything was stopped, and the text says that it is late', async () => {
    const world = await runner();
    world.state.controls.total = true;
    await say(world, "I can't pee");
    world.state.now += 5 * hour;
    await world.act.tick();
    expect(replies(world)).toEqual([]);
    world.state.controls.total = false;
    world.state.now += 15 * minute;
    await world.act.tick();
    expect(replies(world)).toEqual(['sms-emergency']);
    const [{ message } = { message: undefined }] = world.state.requests;
    expect(message).toMatchObject({ body: expect.stringMatching(/About your earlier text: this may be an emergency/) });
  });

  it('that also says stop is answered as an emergency, and the texts end', async () => {
    const world = await runner();
    expect(await say(world, "STOP I can't pee")).toBe('emergency');
    expect(replies(world)).toEqual(['sms-emergency']);
    expect(world.see.person().channels.sms?.status).toBe('unsubscribed');
    expect([...world.kept.history.values()][0]?.happening).toMatchObject({ forStaff: true });
  });

  it('is answered even after STOP, and even when many answers wait', async () => {
    const world = await runner();
    world.state.controls.total = true;
    for (let n = 0; n < 30; n += 1) await say(world, 'HELP');
    await say(world, 'STOP');
    await say(world, 'I want to kill myself');
    world.state.controls.total = false;
    world.state.now += hour;
    await world.act.tick();
    expect(replies(world)).toEqual(expect.arrayContaining(['sms-stop', 'sms-crisis']));
  });
});

describe('TIPS, YES and the answers', () => {
  it('lead from a number nobody knows to a series that fits', async () => {
    const world = memory();
    await say(world, 'TIPS');
    const person = (await world.see.ownerOf(phone))!;
    expect(world.see.person(person)).toMatchObject({ channels: { sms: { status: 'pending' } }, enrollments: [] });
    expect(replies(world)).toEqual(['sms-tips-disclosure']);

    world.state.now += hour;
    await say(world, 'YES');
    expect(world.see.person(person)).toMatchObject({
      kind: 'runner',
      channels: { sms: { status: 'active', consent: { wording: 'text-2026-11-b' } } },
    });
    expect(world.see.person(person).expiresAt).toBeUndefined();
    expect(replies(world)).toEqual(['sms-tips-disclosure', 'sms-welcome', 'sms-profile-link']);
    // The evidence holds what was said and, to the letter, what was sent in answer.
    const asked = world.state.requests.find(({ message }) => message.tags.step === 'sms-tips-disclosure')!.message;
    expect(world.kept.evidence[0]).toMatchObject({ language: 'en', text: `TIPS\n${(asked as OutgoingText).body}` });
    expect(world.kept.evidence.map(({ action, page }) => `${action} ${page}`)).toEqual([
      'asked text',
      'confirmed text',
    ]);

    const token = signToken(keys, 'profile', [person.slice(4), packTime(world.state.now + day)]);
    const told = await completeProfile(world.base, token, {
      firstName: 'Kim',
      answers: { experience: 'new', pain: 'structural', crossTraining: false },
      safety: 'structural',
      adult: true,
    });
    expect(told).toEqual({ structural: true });
    expect(world.see.person(person)).toMatchObject({ profile: { firstName: 'Kim', safety: 'structural' } });
    expect(world.see.person(person).enrollments[0]?.stepId).toBe('spine-doctor-first');
  });

  it('YES without a question, or a week too late, begins nothing', async () => {
    const world = memory();
    await say(world, 'YES');
    expect((await world.see.ownerOf(phone)) && world.see.everyone()[0]?.channels.sms?.status).toBe('pending');
    await say(world, 'TIPS');
    world.state.now += 8 * day;
    await say(world, 'YES');
    expect(world.see.everyone()[0]?.channels.sms?.status).toBe('pending');
    expect(world.see.everyone()[0]?.enrollments).toEqual([]);
  });

  it('TIPS is answered whenever its phone asks: with the whole disclosure once, then with the question in short', async () => {
    const world = memory();
    for (const body of ['TIPS', 'START', 'UNSTOP', 'tips']) {
      await say(world, body);
      world.state.now += 12 * hour;
    }
    expect(replies(world)).toEqual(['sms-tips-disclosure', 'sms-ask-again', 'sms-ask-again', 'sms-ask-again']);
    // Each is a question of its own, open for a week, and its evidence holds the words that were shown.
    world.state.now += 6 * day;
    expect(world.kept.evidence.at(-1)?.text).toContain('on the terms we sent before');
    await say(world, 'YES');
    expect(world.see.everyone()[0]?.channels.sms?.status).toBe('active');
  });

  it('TIPS in a flood is answered within the budget, and no further', async () => {
    const world = memory();
    world.state.answersLeft = 5;
    for (let n = 0; n < 60; n += 1) {
      await say(world, 'TIPS');
      world.state.now += minute / 2;
    }
    expect(replies(world)).toHaveLength(5);
  });

  it.each([
    ['STOP', 'START', 'TIPS'],
    ['STOP', 'UNSTOP', 'UNSTOP'],
    ['STOP', 'TIPS', 'START', 'STOP', 'START', 'TIPS'],
    ['TIPS', 'STOP', 'TIPS', 'START'],
    ['TIPS', 'YES', 'STOP', 'START', 'STOP', 'UNSTOP', 'STOP', 'TIPS'],
  ])('%s, %s, %s …: never silence, never the whole disclosure twice', async (...said) => {
    const world = said[0] === 'TIPS' ? memory() : await runner();
    let stopped = false;
    for (const body of said) {
      const before = world.see.steps().length;
      await say(world, body);
      const answers = world.see.steps().slice(before);
      // A second STOP is the one thing that is rightly met with silence.
      if (body !== 'STOP' || !stopped) expect([body, answers.length > 0]).toEqual([body, true]);
      stopped ||= body === 'STOP';
      world.state.now += minute;
    }
    expect(replies(world).filter((step) => step === 'sms-tips-disclosure').length).toBeLessThanOrEqual(1);
  });

  it('nobody can be locked out: strangers’ sign-ups use up no answer that the phone itself asks for', async () => {
    const world = memory();
    for (let n = 0; n < 3; n += 1) {
      await world.act.signUp({ ...aSignup({ phone, smsConsent: true, emailConsent: false }), firstName: `Rival ${n}` });
      await world.act.settle();
      world.state.now += day + minute;
    }
    expect(world.see.steps()).toEqual(['confirm-sms', 'confirm-sms', 'confirm-sms']);
    await say(world, 'TIPS');
    await say(world, 'YES');
    expect(replies(world)).toEqual(['sms-tips-disclosure', 'sms-welcome', 'sms-profile-link']);
    expect(world.see.person(await world.see.ownerOf(phone)).profile?.firstName).toBe('');
  });

  it('TIPS late in the life of an unknown number does not end with it before YES', async () => {
    const world = memory();
    await say(world, 'hello there');
    world.state.now += 29 * day;
    await say(world, 'TIPS');
    world.state.now += 2 * day;
    await world.act.tick();
    await say(world, 'YES');
    expect(world.see.everyone()[0]?.channels.sms?.status).toBe('active');
  });

  it('START after STOP asks anew and waits for YES', async () => {
    const world = await runner();
    await say(world, 'STOP');
    await say(world, 'START');
    expect(world.see.person().channels.sms?.status).toBe('unsubscribed');
    expect(replies(world)).toEqual(['sms-stop', 'sms-tips-disclosure']);
    await say(world, 'YES');
    expect(world.see.person().channels.sms?.status).toBe('active');
    expect((await world.see.guard(phone)).suppressed).toBeUndefined();
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16])(
    'a crash at read or write %i is made good by the repeat',
    async (n) => {
      const world = memory();
      const crashing = async (body: string, key: string) => {
        let left = n;
        world.state.before = async () => {
          left -= 1;
          if (left === -1) throw new Error('crash');
        };
        await world.act.text(phone, body, key).catch(() => undefined);
        world.state.before = async () => undefined;
        await say(world, body, key);
      };
      await crashing('TIPS', 'a');
      await crashing('YES', 'b');
      // A hint that was lost is made good by the clockwork.
      await world.act.tick();
      expect(replies(world).sort()).toEqual(['sms-profile-link', 'sms-tips-disclosure', 'sms-welcome']);
      expect(world.see.person(await world.see.ownerOf(phone)).channels.sms?.status).toBe('active');
    },
  );
});

describe('whoever signs up by text', () => {
  const joined = async () => {
    const world = memory();
    await say(world, 'TIPS');
    await say(world, 'YES');
    return { world, id: (await world.see.ownerOf(phone))! };
  };
  const lastBody = (world: World) => (world.state.requests.at(-1)!.message as { body?: string }).body;

  it('is asked for the signs of an emergency in the text after YES, and a 1 is one', async () => {
    const { world, id: who } = await joined();
    expect(lastBody(world)).toMatch(/Reply 1 if you have new bladder or bowel trouble/);
    expect(await say(world, '1')).toBe('emergency');
    expect(lastBody(world)).toMatch(/Call 911 or go to the ER/);
    expect(world.see.person(who).profile).toMatchObject({ safety: 'structural', answers: {} });
    expect(world.see.person(who).profile).not.toHaveProperty('checkIn');
    expect(world.see.person(who).enrollments[0]?.stepId).toBe('spine-doctor-first');
    const { happening } = [...world.kept.history.values()].at(-1)!;
    expect(happening).toMatchObject({ body: '1', meaning: 'emergency', forStaff: true });
  });

  it.each(['better', '2', 'no', '10 miles'])('does not say so with "%s"', async (body) => {
    const { world } = await joined();
    expect(await say(world, body)).not.toBe('emergency');
  });

  it('says "better" with a 1 once the questions are answered, or a check-in has come', async () => {
    const { world, id: who } = await joined();
    await world.base.people.change(who, (person) => ({
      ...person,
      enrollments: person.enrollments.map((run) => ({ ...run, completedSteps: ['welcome', 'check-in'] })),
    }));
    expect(await say(world, '1')).toBe('check-in');
    const known = await runner();
    expect(await say(known, '1')).toBe('check-in');
  });

  it('gets no exercise in all the weeks of the series, until the form is filled in', async () => {
    const { world, id: who } = await joined();
    for (let n = 0; n < 60 * 24; n += 1) {
      world.state.now += hour;
      await world.act.tick();
    }
    const sent = world.see.steps().filter((step) => !step.startsWith('sms-'));
    expect(sent).toEqual(['welcome', 'rest', 'spine-doctor', 'check-in']);
    expect(world.see.person(who).enrollments[0]?.status).toBe('finished');
    const token = signToken(keys, 'profile', [who.slice(4), packTime(world.state.now + day)]);
    const answers = { experience: 'regular', pain: 'mechanical', crossTraining: true };
    await completeProfile(world.base, token, { firstName: 'Kim', answers, adult: true });
    for (let n = 0; n < 30 * 24; n += 1) {
      world.state.now += hour;
      await world.act.tick();
    }
    expect(world.see.steps().slice(-2)).toEqual(['stretching', 'cross-training']);
  });
});

describe('our own words, quoted back', () => {
  const lastText = (world: World) => {
    const { message } = world.state.requests.at(-1)!;
    return message.channel === 'sms' ? message.body : '';
  };

  it.each([
    ['the guidance for an emergency', "I can't pee"],
    ['the guidance for a crisis', 'I want to die'],
    ['the answer to HELP, which names STOP', 'HELP'],
    ['“this number is not watched”', 'hello there'],
  ])('are a reaction: no answer, nothing for staff, nobody opted out (%s)', async (_what, first) => {
    const world = await runner();
    await say(world, first);
    const [before, theirs] = [world.see.steps(), lastText(world)];
    for (const body of [
      `Liked “${theirs}”`,
      ` 👍 to “ ${theirs} ” `,
      `Le gustó “${theirs}”`,
      `Removed a heart from “${theirs}”`,
      `Emphasized “${theirs.slice(0, 30)}…”`,
      `> ${theirs}`,
    ]) {
      world.state.now += 2 * day;
      expect([body, await say(world, body)]).toEqual([body, 'reaction']);
      const { happening } = [...world.kept.history.values()].at(-1)!;
      expect(happening).toMatchObject({ what: 'reply', body, meaning: 'reaction', forStaff: false });
    }
    expect(world.see.steps()).toEqual(before);
    expect(world.see.person().channels.sms?.status).toBe('active');
  });

  it('are known in every text of every version of every series', async () => {
    const world = await runner();
    const [series] = all;
    const words = {
      ...series!.steps.welcome!.words,
      text: '{{practice.shortName}}: Reply STOP or go to the ER {{link}}',
    };
    world.publish({
      ...series!,
      version: 7,
      steps: { ...series!.steps, welcome: { ...series!.steps.welcome!, words } },
    });
    expect(await say(world, 'Loved “Pinnacle Ortho: Reply STOP or go to the ER https://x.example/t/1”')).toBe(
      'reaction',
    );
    expect(replies(world)).toEqual([]);
  });

  it('hide no word of the person’s own: a STOP below a quotation stops, and stands in the evidence as they said it', async () => {
    const world = await runner();
    await say(world, 'HELP');
    expect(await say(world, `> ${lastText(world)}\nStop`)).toBe('stop');
    expect(world.see.person().channels.sms?.status).toBe('unsubscribed');
    expect(world.kept.evidence.at(-1)).toMatchObject({ action: 'withdrawn', text: 'Stop' });
  });

  it('are read as theirs where nothing can be compared, so a text in quotation marks still stops', async () => {
    const world = await runner();
    world.texting.everyVersion = () => Promise.reject(new Error('no table'));
    expect(await say(world, '“STOP”')).toBe('stop');
    expect(world.see.person().channels.sms?.status).toBe('unsubscribed');
  });
});

describe('other words', () => {
  it('"seen" unlocks what a doctor should allow first, and "worse" goes to staff', async () => {
    const world = await runner();
    await say(world, 'worse');
    expect(world.see.person().profile?.checkIn).toBe('worse');
    await say(world, 'seen');
    expect(world.see.person().profile?.seen).toBe(true);
    expect([...world.kept.history.values()].map(({ happening }) => happening)).toMatchObject([
      { meaning: 'check-in', forStaff: true },
      { meaning: 'seen' },
    ]);
    expect(replies(world)).toEqual(['sms-check-in', 'sms-check-in']);
  });

  it('we do not understand are answered at most once a day', async () => {
    const world = await runner();
    for (let n = 0; n < 5; n += 1) await say(world, 'the weather is nice');
    expect(replies(world)).toEqual(['sms-not-understood']);
  });

  it.each([
    'my knee clicks when I run',
    'is it normal that my toes go funny',
    'me molesta la rodilla al correr',
    'something popped',
  ])(
    'we do not understand are answered each time where they speak of the body, also past the budget: %s',
    async (body) => {
      const world = await runner();
      await say(world, 'the weather is nice');
      world.state.answersLeft = 0;
      for (let n = 0; n < 3; n += 1) await say(world, body);
      expect(replies(world)).toEqual(Array.from({ length: 4 }, () => 'sms-not-understood'));
      const { message } = world.state.requests.at(-1)!;
      expect(message).toMatchObject({
        body: expect.stringMatching(/^Pinnacle Ortho: .*(Emergency: call|Emergencia: llame al) 911/),
      });
    },
  );

  it('of the body are answered a day later, too, when everything was stopped meanwhile', async () => {
    const world = await runner();
    world.state.controls.kill = true;
    await say(world, 'my knee clicks when I run');
    world.state.controls.kill = false;
    world.state.now += 20 * hour;
    await world.act.tick();
    expect(replies(world)).toEqual(['sms-not-understood']);
  });

  it('"worse" is thanked for and told of 911 even when the budget is spent', async () => {
    const world = await runner();
    world.state.answersLeft = 0;
    await say(world, 'worse');
    expect(replies(world)).toEqual(['sms-check-in']);
  });

  it('we do not understand are not answered once their hour has passed behind the kill switch', async () => {
    const world = await runner();
    world.state.controls.kill = true;
    await say(world, 'the weather is nice');
    world.state.controls.kill = false;
    world.state.now += hour + minute;
    await world.act.tick();
    expect(replies(world)).toEqual([]);
    expect(world.see.person().notices).toEqual([]);
  });

  it('from the number of a sign-up that waits confirm it with YES; what was agreed to is read before the first tip', async () => {
    const world = memory();
    await world.act.signUp({ ...aSignup({ phone, smsConsent: true, emailConsent: false }), email: undefined as never });
    await world.act.settle();
    await say(world, 'Yes');
    expect(world.see.steps()).toEqual(['confirm-sms', 'sms-welcome']);
    expect(world.see.person(await world.see.ownerOf(phone)).enrollments).toMatchObject([
      { channel: 'sms', status: 'active', stepId: 'welcome' },
    ]);
    world.state.now += 10 * minute;
    await world.act.tick();
    expect(replies(world).at(-1)).toBe('sms-welcome');
    // The YES itself counts as a moment after the question.
    world.state.now += 1;
    await world.act.tick();
    expect(world.see.steps()).toEqual(['confirm-sms', 'sms-welcome', 'welcome']);
  });

  it('of somebody who comes back leave the same pause before the tip that was next', async () => {
    const world = await runner();
    world.state.now += 3 * day;
    await say(world, 'STOP');
    await say(world, 'START');
    await say(world, 'YES');
    expect(world.see.steps().at(-1)).toBe('sms-welcome');
    world.state.now += 9 * minute;
    await world.act.tick();
    expect(world.see.steps().at(-1)).toBe('sms-welcome');
    world.state.now += 2 * minute;
    await world.act.tick();
    expect(world.see.steps().at(-1)).toBe('welcome');
  });
});

describe('when the budgets of the hour are used up', () => {
  const spent = async () => {
    const world = await runner();
    world.state.answersLeft = 0;
    return world;
  };

  it.each([
    ['STOP', 'sms-stop'],
    ['help', 'sms-help'],
    ['I cannot feel my legs', 'sms-emergency'],
    ['i have to push really hard to get any pee out, started yesterday', 'sms-emergency'],
    ['crotch and inner thighs feel like they are not there', 'sms-emergency'],
    ['me orino sin darme cuenta', 'sms-emergency'],
    ['do i need an ambulance??', 'sms-emergency'],
    ['im thinking about kms', 'sms-crisis'],
    ['I want to end my life', 'sms-crisis'],
  ])('%s is answered like at any other time', async (body, kind) => {
    const world = await spent();
    await say(world, body);
    expect(replies(world)).toEqual([kind]);
  });

  it.each(['hello there', 'better'])(
    'small talk (%s) gets no answer and is kept for staff all the same',
    async (body) => {
      const world = await spent();
      await say(world, body);
      expect(replies(world)).toEqual([]);
      expect(world.kept.history.size).toBe(1);
    },
  );

  it('what a runner reports counts, though nobody thanks them', async () => {
    const world = await spent();
    await say(world, 'better');
    expect(world.see.person().profile?.checkIn).toBe('better');
  });

  it('TIPS asks nothing that it cannot say, so that a YES cannot agree to what was never read', async () => {
    const world = memory();
    world.state.answersLeft = 0;
    await say(world, 'TIPS');
    const asked = world.see.person(await world.see.ownerOf(phone)).channels.sms?.asked;
    expect([replies(world), asked]).toEqual([[], undefined]);
    world.state.answersLeft = 1;
    await say(world, 'TIPS');
    expect(replies(world)).toEqual(['sms-tips-disclosure']);
  });

  it('a number that was answered once today spends nothing by going on', async () => {
    const world = await runner();
    world.state.answersLeft = 5;
    for (let i = 0; i < 3; i += 1) await say(world, 'hello there', `hello-${i}`);
    expect(world.state.answersLeft).toBe(4);
  });
});

describe('the language of an answer', () => {
  const bodies = (world: World) => world.state.requests.map(({ message }) => (message as OutgoingText).body);
  const spanish = () =>
    runner({ people: [aPerson({ profile: { ...aPerson().profile!, locale: 'es' }, enrollments: [] })] });

  it.each([
    ['alto', 'Pinnacle Ortho: Listo, usted se dio de baja. No le mandamos otro texto.'],
    ['parar', 'Pinnacle Ortho: Listo, usted se dio de baja. No le mandamos otro texto.'],
    ['no puedo orinar', expect.stringMatching(/emergencia. Llame al 911/)],
    ['quiero morir', expect.stringMatching(/988 ahora y oprima 2/)],
    ['ayuda', expect.stringMatching(/Si necesita ayuda, llame al \(770\) 555-0100/)],
    ['mejor', expect.stringMatching(/Gracias por contarnos/)],
    ['¿cuándo abren mañana?', expect.stringMatching(/Nadie revisa estos textos/)],
  ])('is that of the words, whatever the person reads: %s', async (body, answer) => {
    const world = await runner({ people: [aPerson({ enrollments: [] })] });
    await say(world, body);
    expect(bodies(world)).toEqual([answer]);
    expect(world.see.person().profile?.locale).toBe('en');
  });

  it.each([
    ['STOP', /Listo, usted se dio de baja/],
    ['HELP', /Si necesita ayuda/],
    ['🛑', /Si no quiso eso, responda START/],
    ['xyzzy', /Nadie revisa estos textos/],
  ])('is the person’s where a word is of every language: %s', async (body, answer) => {
    const world = await spanish();
    await say(world, body);
    expect(bodies(world)).toEqual([expect.stringMatching(answer)]);
  });

  it('is English for English words of somebody who reads Spanish', async () => {
    const world = await spanish();
    await say(world, 'please unsubscribe me');
    expect(bodies(world)).toEqual([expect.stringMatching(/You are unsubscribed/)]);
  });
});

describe('ESPAÑOL and ENGLISH', () => {
  const bodies = (world: World) => world.state.requests.map(({ message }) => (message as OutgoingText).body);

  it.each(['ESPAÑOL', 'espanol', 'Spanish'])('%s changes what is read from then on, and nothing else', async (body) => {
    const world = await runner({ people: [aPerson({ enrollments: [] })] });
    const before = world.see.person();
    expect(await say(world, body)).toBe('language');
    const after = world.see.person();
    expect(after.profile).toEqual({ ...before.profile, locale: 'es' });
    expect(after.channels).toEqual(before.channels);
    expect(after.enrollments).toEqual(before.enrollments);
    expect(bodies(world)).toEqual([
      'Pinnacle Ortho: Desde ahora le escribimos en español. For English, reply ENGLISH.',
    ]);
    expect([...world.kept.history.values()].map(({ happening }) => happening)).toEqual(
      expect.arrayContaining([
        { what: 'preferences', change: 'language es' },
        expect.objectContaining({ what: 'reply', meaning: 'language', forStaff: false }),
      ]),
    );
    await say(world, 'en inglés', 'back');
    expect(world.see.person().profile?.locale).toBe('en');
    expect(bodies(world)[1]).toBe('Pinnacle Ortho: We now write to you in English. Para español, responda ESPAÑOL.');
  });

  it('delivered twice is one answer and one entry', async () => {
    const world = await runner({ people: [aPerson({ enrollments: [] })] });
    await say(world, 'ESPAÑOL', 'same');
    await say(world, 'ESPAÑOL', 'same');
    expect(bodies(world)).toHaveLength(1);
    expect(world.kept.history.size).toBe(2);
  });

  it('is no consent: a number that left stays away, and one nobody knows gets no question', async () => {
    const world = memory();
    await say(world, 'ESPAÑOL');
    expect(replies(world)).toEqual(['sms-language']);
    expect(world.see.everyone()[0]).toMatchObject({ locale: 'es', channels: { sms: { status: 'pending' } } });
    await say(world, 'HELP', 'later');
    expect(bodies(world)[1]).toMatch(/Si necesita ayuda/);
  });
});

describe('CONSEJOS from a number that never signed up', () => {
  it('gets the whole disclosure in Spanish, kept as it was shown, and goes on in Spanish', async () => {
    const world = memory();
    await say(world, 'consejos');
    const [asked] = world.state.requests.map(({ message }) => (message as OutgoingText).body);
    expect(asked).toMatch(/Responda SI si tiene 18\+ y acepta textos de publicidad.*No es requisito.*AYUDA.*STOP/);
    const [proof] = [...world.kept.evidence.values()];
    expect(proof).toMatchObject({ language: 'es', wording: 'text-2026-11-b-es' });
    expect(proof!.text).toContain(asked!);
    await say(world, 'SÍ', 'yes');
    const texts = world.state.requests.map(({ message }) => (message as OutgoingText).body);
    expect(texts.find((body) => body.includes('Listo, usted recibe Consejos para Correr'))).toBeDefined();
    expect(texts.find((body) => body.includes('Responda 1 si tiene problemas nuevos'))).toBeDefined();
  });

  it('is asked in full again in another language, because those terms were never told', async () => {
    const world = memory();
    await say(world, 'TIPS');
    await say(world, 'consejos', 'b');
    await say(world, 'mas consejos', 'c');
    expect(replies(world)).toEqual(['sms-tips-disclosure', 'sms-tips-disclosure', 'sms-ask-again']);
    expect(world.state.requests.map(({ message }) => (message as OutgoingText).body)[2]).toMatch(
      /términos que le mandamos/,
    );
  });
});
