import { day, hour, minute } from '../../../functions/core/base/time';
import { readToken } from '../../../functions/core/base/token';
import { composeMessage } from '../../../functions/core/messages/compose-message';
import { guardKey } from '../../../functions/core/person/address';
import { segments } from '../../../functions/core/practice/gsm';
import type { Staff } from '../../../functions/core/practice/staff';
import type { OutgoingEmail, OutgoingText } from '../../../functions/core/sending/outgoing';
import { sendableOf } from '../../../functions/core/sending/sendable';
import { longestLink } from '../../../functions/core/series/merge';
import { type SendTestPorts, sendTest, type TestWanted, watchTest } from '../../../functions/flows/staff/send-test';
import { renderMail } from '../../../functions/providers/render';
import { itemBytes } from '../../support/item-bytes';
import { aPerson, aProfile, aRun, keys, memory, monday, publicUrl } from '../../support/memory';
import { all, practice as shipped } from '../../templates/sample';

const kim: Staff = { sub: 'sub-of-kim', name: 'Kim', role: 'marketer' };
const night = Date.parse('2026-11-29T08:00:00Z'); // Sunday, 3:00 in New York
const email = 'kim@practice.example';
const phone = '+17705550120';
const practice = {
  ...shipped,
  testRecipients: [
    { name: 'Kim', email, phone },
    { name: 'Desk', email: 'Desk@Practice.example' },
  ],
};
const rest: TestWanted = {
  recipient: 'Kim',
  channel: 'email',
  seriesId: 'back-care',
  stepId: 'rest',
  sample: 'new-runner',
};
const draft = { subject: 'A quiet day', headline: 'Rest, {{firstName}} <b>' };

/** The memory world with what the staff side has beside it. */
function stand(given: Parameters<typeof memory>[0] = {}) {
  const world = memory({ practice, ...given });
  const quotas = new Map<string, { id: string; rev: number; createdAt: number; times: number[] }>();
  const composer = {
    keys,
    publicUrl,
    practice,
    addressKey: (address: string) => guardKey('secret', address),
    render: renderMail,
  };
  const ports: SendTestPorts = {
    ...world.base,
    composer,
    stage: 'trial',
    series: {
      latest: world.base.latest,
      version: async (id, n) => all.find((one) => one.seriesId === id && one.version === n),
    },
    controls: { read: async () => world.state.controls },
    testQuotas: {
      get: async (sub) => structuredClone(quotas.get(sub)),
      save: async (next) => {
        if ((quotas.get(next.id)?.rev ?? 0) !== next.rev) return undefined;
        quotas.set(next.id, { ...next, rev: next.rev + 1 });
        return next;
      },
    },
    allowed: (address) => world.state.allowed(address),
  };
  const send = (more: Partial<TestWanted> = {}, staff = kim) => sendTest(ports, { ...rest, ...more }, staff);
  const sent = () => world.state.requests.map(({ message }) => message);
  return { ...world, ports, quotas, send, sent };
}

describe('a test mail', () => {
  it('is the step’s own message, marked, to the recipient and nobody else', async () => {
    const { send, act, sent } = stand({ now: monday });
    await send();
    await act.settle();
    const [mail, ...more] = sent() as OutgoingEmail[];
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ channel: 'email', to: email, stream: 'marketing', tags: { step: 'test-send' } });
    expect(mail!.subject).toBe('[Test] Rest is part of the plan');
    expect(mail!.headers.map(({ name }) => name)).toEqual(['List-Unsubscribe', 'List-Unsubscribe-Post', 'List-Id']);
  });

  it('says what the real one says, to the letter but for the mark and the links', async () => {
    const plain = (text: string) => text.replaceAll(/https?:\S+|\[Test\] /g, '');
    const world = stand({
      people: [
        aPerson({
          profile: aProfile({ firstName: 'Noah', experience: 'new', pain: 'none' }),
          enrollments: [aRun({ stepId: 'rest' })],
        }),
      ],
    });
    const { composer } = world.ports;
    const person = world.see.person();
    const real = composeMessage(
      composer,
      { person, sendable: person.enrollments[0]!, book: await world.base.book(person) },
      monday,
    ) as OutgoingEmail;
    const { id } = await world.send();
    const item = world.see.everyone().find(({ notices }) => notices.some((one) => one.id === id))!;
    const test = composeMessage(
      composer,
      { person: item, sendable: sendableOf(item, id), book: await world.base.book(item) },
      monday,
    ) as OutgoingEmail;
    expect(test.html).toContain('DOES NOT CONSTITUTE THE PROVIDING OF MEDICAL ADVICE');
    expect(plain(test.subject)).toBe(real.subject);
    expect(plain(test.text)).toBe(plain(real.text));
    expect(plain(test.html)).toBe(plain(real.html));
  });

  it('has links that are genuine and lead to nobody', async () => {
    const { send, act, sent, see } = stand();
    await send();
    await act.settle();
    const mail = sent()[0] as OutgoingEmail;
    const header = mail.headers.find(({ name }) => name === 'List-Unsubscribe')!.value;
    const [subscriber] = readToken(keys, 'unsubscribe', header.slice(`<${publicUrl}/unsubscribe/`.length, -1));
    expect(see.everyone().map(({ id }) => id)).not.toContain(`sub_${subscriber}`);
    const before = see.everyone();
    expect(await act.leave(`sub_${subscriber}`, 'email')).toMatchObject({ found: false });
    expect(see.everyone()).toEqual(before);
    expect((await see.guard(email)).suppressed).toBeUndefined();
  });

  it('shows words nobody has saved, and keeps none of them on the item', async () => {
    const { send, act, sent, see } = stand();
    const { id } = await send({ words: { ...draft, paragraphs: Array.from({ length: 8 }, () => 'x'.repeat(600)) } });
    const item = see.everyone()[0]!;
    expect(itemBytes(item)).toBeLessThan(1024);
    expect(JSON.stringify(item)).not.toContain('quiet');
    await act.settle();
    const [mail] = sent() as OutgoingEmail[];
    expect(mail).toMatchObject({ subject: '[Test] A quiet day', tags: { target: id } });
  });
});

describe('a test text', () => {
  it('opens with the mark and ends with the short disclaimer and a link, however late it is', async () => {
    const { send, act, sent } = stand({ now: night });
    await send({ channel: 'sms' });
    await act.settle();
    const [text] = sent() as OutgoingText[];
    expect(text).toMatchObject({ channel: 'sms', to: phone });
    expect(text!.body).toMatch(/^\[Test\] Pinnacle Ortho: .*Info only, not medical advice https:\S+\/t\/\w{14}$/s);
    expect(text!.timeToLive).toBe((4 * hour) / 1000);
  });

  it('may need a third part for the mark, and goes all the same', async () => {
    const { send, ports, see, base } = stand();
    const fixed = '{{practice.shortName}}: . Info only, not medical advice {{link}}';
    const room =
      306 - longestLink.length - fixed.length + '{{practice.shortName}}{{link}}'.length - practice.shortName.length;
    const words = { text: fixed.replace(': .', `: ${'x'.repeat(room)}.`) };
    const { id } = await send({ channel: 'sms', words });
    const [item] = see.everyone();
    const composer = { ...ports.composer, publicUrl: `https://${'w'.repeat(85)}` };
    const text = composeMessage(
      composer,
      { person: item!, sendable: sendableOf(item!, id), book: await base.book(item!) },
      monday,
    ) as OutgoingText;
    expect(/https:\S+/.exec(text.body)![0]).toHaveLength(longestLink.length);
    expect(segments(text.body.slice('[Test] '.length))).toEqual({ encoding: 'GSM-7', parts: 2 });
    expect(segments(text.body)).toEqual({ encoding: 'GSM-7', parts: 3 });
  });
});

describe('it takes the road of every message', () => {
  it('once, by night, while its series is paused, and past every cap', async () => {
    const { send, act, sent, state } = stand({ now: night });
    state.controls = { ...state.controls, pausedSeries: ['back-care'] };
    const { id } = await send();
    await act.settle();
    await act.tick();
    await act.tick();
    expect(sent()).toHaveLength(1);
    expect(sent()[0]!.tags).toMatchObject({ target: id, attempt: expect.stringMatching(/^clm_/) });
  });

  it('not while all sending is stopped; it waits for an hour and is dropped with a reason', async () => {
    const world = stand();
    world.state.controls = { ...world.state.controls, kill: true };
    const { id } = await world.send();
    await world.act.settle();
    expect(world.sent()).toEqual([]);
    expect(await watchTest(world.ports, id)).toMatchObject({
      waits: { because: 'sending-is-stopped', until: monday + hour },
    });
    world.state.now += 61 * minute;
    world.state.controls = { ...world.state.controls, kill: false };
    await world.act.tick();
    expect(world.sent()).toEqual([]);
    expect(await watchTest(world.ports, id)).toMatchObject({ delivery: { facts: { skipped: { note: 'expired' } } } });
  });

  it('and when sending starts again within the hour, it goes out once', async () => {
    const world = stand();
    world.state.controls = { ...world.state.controls, kill: true };
    await world.send();
    await world.act.settle();
    world.state.controls = { ...world.state.controls, kill: false };
    world.state.now += 16 * minute;
    await world.act.tick();
    await world.act.tick();
    expect(world.sent()).toHaveLength(1);
  });

  it('an answer nobody heard is not asked for again', async () => {
    const { send, act, sent, state, ports } = stand();
    state.answer = () => ({ is: 'unknown', reason: 'reset' });
    const { id } = await send();
    await act.settle();
    for (let n = 0; n < 4; n += 1) {
      state.now += 12 * hour;
      await act.tick();
    }
    expect(sent()).toHaveLength(1);
    expect((await watchTest(ports, id)).delivery?.facts).toMatchObject({ assumed: { note: 'no-event' } });
  });

  it('leaves nothing behind after 30 days', async () => {
    const { send, act, state, see, kept, ports } = stand();
    const { id } = await send({ words: draft });
    await act.settle();
    state.now += 30 * day;
    await act.tick();
    expect([see.everyone(), [...kept.history], [...kept.deliveries]]).toEqual([[], [], []]);
    await expect(watchTest(ports, id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is no person: no profile, no consent, no run', async () => {
    const { send, see } = stand();
    await send();
    expect(see.everyone()).toMatchObject([
      { kind: 'desk', enrollments: [], channels: { email: { status: 'active' } } },
    ]);
    expect(see.everyone()[0]).not.toHaveProperty('profile');
    expect(see.everyone()[0]!.channels.email).not.toHaveProperty('consent');
  });
});

describe('who may get one', () => {
  it.each<[string, Partial<TestWanted>, object]>([
    ['somebody practice.yaml does not name', { recipient: 'Robin' }, { code: 'invalid', field: 'recipient' }],
    ['an address instead of a name', { recipient: email }, { code: 'invalid', field: 'recipient' }],
    [
      'a text to somebody without a phone',
      { recipient: 'Desk', channel: 'sms' },
      { code: 'invalid', field: 'channel' },
    ],
    ['a series nobody has', { seriesId: 'nothing' }, { code: 'not-found', field: 'seriesId' }],
    ['a version nobody has', { version: 99 }, { code: 'not-found', field: 'seriesId' }],
    ['a step nobody has', { stepId: 'nothing' }, { code: 'not-found', field: 'stepId' }],
    ['words that may not be sent', { words: { headline: '{{name}}' } }, { code: 'invalid', field: 'words.headline' }],
  ])('not %s', async (_, wanted, problem) => {
    const { send, see, kept, quotas } = stand();
    await expect(send(wanted)).rejects.toMatchObject(problem);
    expect([see.everyone(), kept.history.size, quotas.size]).toEqual([[], 0, 0]);
  });

  it('nobody beside the allow-list of a stage that has one', async () => {
    const { send, state, see } = stand();
    state.allowed = (address) => address === 'desk@practice.example';
    await expect(send()).rejects.toMatchObject({
      code: 'conflict',
      field: 'recipient',
      message: expect.stringContaining('trial'),
    });
    expect(see.everyone()).toEqual([]);
    await send({ recipient: 'Desk' });
    expect(see.everyone()).toHaveLength(1);
  });

  it('no phone that said STOP, and no mailbox that bounced; leaving a series ends no test', async () => {
    const { send, base, state } = stand();
    const say = (address: string, reason: 'stop' | 'bounce' | 'unsubscribed') =>
      base.guardOf(address, (guard) => ({ ...guard, suppressed: { reason, at: state.now } }));
    await say(email, 'unsubscribed');
    await say(phone, 'stop');
    await expect(send()).resolves.toMatchObject({ channel: 'email' });
    await expect(send({ channel: 'sms' })).rejects.toMatchObject({ code: 'conflict', field: 'recipient' });
    await say(email, 'bounce');
    await expect(send()).rejects.toMatchObject({ code: 'conflict', field: 'recipient' });
  });
});

it('a mailbox that bounces a test gets no more of them; another one does', async () => {
  const { send, act, eventOf } = stand();
  await send();
  await act.settle();
  await act.event(eventOf('bounced', { lasting: true }));
  await expect(send()).rejects.toMatchObject({ code: 'conflict', field: 'recipient' });
  await expect(send({ recipient: 'Desk' })).resolves.toMatchObject({ channel: 'email' });
});

describe('how many', () => {
  it('twenty an hour for each member of staff', async () => {
    const { send, state } = stand();
    for (let n = 0; n < 20; n += 1) {
      state.now += minute;
      await send();
    }
    await expect(send()).rejects.toMatchObject({ code: 'too-many-requests' });
    await expect(send({}, { ...kim, sub: 'sub-of-lee' })).resolves.toMatchObject({
      message: expect.stringMatching(/^msg_/),
    });
    state.now += 41 * minute;
    await expect(send()).resolves.toMatchObject({});
    await expect(send()).rejects.toMatchObject({ code: 'too-many-requests' });
  });

  it('all at once is no way round', async () => {
    const { send, see } = stand();
    const asked = await Promise.allSettled(Array.from({ length: 60 }, () => send()));
    expect(see.everyone()).toHaveLength(asked.filter(({ status }) => status === 'fulfilled').length);
    expect(see.everyone().length).toBeLessThanOrEqual(20);
  });
});

it('a test whose words are gone is postponed, never half a message', async () => {
  const { send, act, sent, kept, state } = stand();
  await send();
  kept.history.clear();
  await act.settle();
  expect(sent()).toEqual([]);
  expect(state.reports).toMatchObject([{ code: 'unavailable' }]);
});
