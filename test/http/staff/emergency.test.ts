import { day, hour, minute } from '../../../functions/core/base/time';
import { hoursOf } from '../../../functions/core/reporting/hour';
import { answerId, answerTo } from '../../../functions/core/sending/answer-state';
import { type Delivery, deliveryId, type Facts } from '../../../functions/core/sending/delivery';
import type { HistoryEntry } from '../../../functions/core/sending/journal';
import { staffApp } from '../../../functions/http/staff/app';
import { id, runner, staffWorld, start } from '../../support/staff';

const robin = id('sub', 1);

function stand() {
  const world = staffWorld([runner(robin)]);
  const app = staffApp(world.ports);
  const ask = async (method: string, path: string, body?: unknown, token = 'admin') => {
    const answer = await app.request(`/staff/api${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: whatever the server says, every test looks at it
    return { status: answer.status, json: (await answer.json()) as Record<string, any> };
  };
  /** A text that spoke of an emergency, so long ago, and what is known of its answer. */
  const cried = (ago: number, facts?: Facts, n = 1): void => {
    const entry: HistoryEntry = {
      subscriber: robin,
      id: id('aud', n),
      at: start - ago,
      happening: { what: 'reply', body: "I can't pee", meaning: 'emergency', forStaff: true, providerId: `in-${n}` },
    };
    world.kept.ledger.push({ kind: 'history', entry });
    const target = answerId('sms-emergency', robin, `in-${n}`);
    const delivery: Delivery = {
      subscriber: robin,
      id: deliveryId(target, 'sms-emergency'),
      target,
      stepId: 'sms-emergency',
      channel: 'sms',
      marketing: false,
      at: start - ago,
      facts: facts ?? {},
    };
    expect(answerTo(entry)).toBe(delivery.id);
    if (facts) world.kept.ledger.push({ kind: 'message', delivery });
    world.kept.hours = hoursOf(world.kept.ledger);
    world.kept.watched = { at: start, countedTo: start, stuck: { count: 0, more: false, ids: [] }, warnings: [] };
  };
  return { ...world, ask, cried };
}

const at = (ago: number) => ({ at: start - ago });

it.each<[string, number, Facts | undefined, object]>([
  ['nothing yet', minute, undefined, { state: 'queued', red: false, text: 'Our answer is not out yet.' }],
  [
    'a provider that took it',
    hour,
    { accepted: at(hour) },
    { state: 'sent', red: false, text: 'Our answer was sent.' },
  ],
  ['a provider that refused it', hour, { blocked: at(hour) }, { state: 'not-sent', red: true }],
  ['silence', hour, { unknown: at(hour), assumed: at(minute) }, { state: 'unconfirmed', red: true }],
])('replies say of the answer what its delivery says: %s', async (_what, ago, facts, answer) => {
  const { ask, cried } = stand();
  cried(ago, facts);
  const { json } = await ask('GET', '/replies');
  expect(json.items).toEqual([
    expect.objectContaining({ meaning: 'emergency', answer: expect.objectContaining(answer) }),
  ]);
});

it.each<[string, Facts | undefined, string]>([
  ['taken', { accepted: at(hour) }, 'Our answer was sent.'],
  ['refused', { blocked: at(hour) }, 'Our answer was not sent.'],
  ['in nobody’s hands', undefined, 'Our answer is not out yet.'],
])(
  'the timeline says of an answer that is %s what the ledger says, and never that guidance was sent',
  async (_what, facts, reason) => {
    const { ask, cried } = stand();
    cried(hour, facts);
    const { json } = await ask('GET', `/subscribers/${robin}`);
    const line = json.timeline.find((one: { title: string }) => one.title.startsWith('Texted us'));
    expect(line).toMatchObject({ title: 'Texted us, read as an emergency', reason });
    expect(JSON.stringify(json)).not.toMatch(/guidance was sent/i);
  },
);

it('the home page shows in red whoever was not answered, of the last seven days, and nobody else', async () => {
  const { ask, cried } = stand();
  cried(minute, undefined, 1);
  cried(3 * minute, undefined, 2);
  cried(hour, { accepted: at(hour) }, 3);
  cried(3 * day, { blocked: at(3 * day) }, 4);
  cried(8 * day, { blocked: at(8 * day) }, 5);
  const { json } = await ask('GET', '/home');
  expect(json.unanswered.map((one: { id: string; answer: object }) => [one.id, one.answer])).toEqual([
    [id('aud', 2), { state: 'queued', red: true, text: 'Our answer is not out yet.' }],
    [id('aud', 4), { state: 'not-sent', red: true, text: 'Our answer was not sent.' }],
  ]);
  expect(json.unanswered[0].firstName).toBe('Robin');
});

it('an entry of an hour that no look has added up yet is found all the same', async () => {
  const { ask, cried, kept } = stand();
  cried(5 * minute);
  kept.hours = new Map();
  kept.watched = { ...kept.watched!, countedTo: start - hour };
  expect((await ask('GET', '/home')).json.unanswered).toHaveLength(1);
});

describe('the second switch', () => {
  it('stops everything on its own and leaves the first as it is; an approver may not turn it', async () => {
    const { ask, kept } = stand();
    expect((await ask('POST', '/controls/total', { on: true }, 'approver')).status).toBe(403);
    const { json } = await ask('POST', '/controls/total', { on: true, reason: 'somebody else holds our number' });
    expect(json).toMatchObject({ kill: false, total: true, totalReason: 'somebody else holds our number' });
    expect(kept.slept).toBeGreaterThan(0);
    await ask('POST', '/controls/kill', { on: true });
    expect((await ask('POST', '/controls/total', { on: false, rev: 2 })).json).toMatchObject({
      kill: true,
      total: false,
    });
    expect(kept.controls).not.toHaveProperty('total');
  });
});
