import type { ChannelName } from '../../../functions/core/base/channel';
import { hour, minute } from '../../../functions/core/base/time';
import { hoursOf } from '../../../functions/core/reporting/hour';
import { type Delivery, deliveryId } from '../../../functions/core/sending/delivery';
import { staffApp } from '../../../functions/http/staff/app';
import { id, runner, staffWorld, start } from '../../support/staff';

const claimedAt = start - 30 * hour;

/** So many people whose welcome mail is held, all for that reason. */
function stand(many: number, reason = 'no-reports', channel: ChannelName = 'email') {
  const people = Array.from({ length: many }, (_, n) => {
    const attempt = { n: 1, claimId: `clm_${n}`, channel, claimedAt, startBy: claimedAt, leaseUntil: claimedAt };
    const run = {
      id: id('enr', n + 1),
      seriesId: 'back-care',
      version: 1,
      channel,
      status: 'active' as const,
      phase: 'held' as const,
      startedAt: claimedAt,
      stepId: 'welcome',
      dueAt: claimedAt,
      completedSteps: [],
      attempt,
    };
    return runner(id('sub', n + 1), 'active', { enrollments: [run] });
  });
  const world = staffWorld(people);
  const deliveries = people.map(
    (person, n): Delivery => ({
      subscriber: person.id,
      id: deliveryId(id('enr', n + 1), 'welcome'),
      target: id('enr', n + 1),
      stepId: 'welcome',
      channel,
      marketing: true,
      seriesId: 'back-care',
      version: 1,
      at: claimedAt + n * 1000,
      facts: { unknown: { at: claimedAt + 20 * minute }, held: { at: start - hour, note: reason } },
    }),
  );
  world.kept.ledger.push(...deliveries.map((delivery) => ({ kind: 'message' as const, delivery })));
  world.kept.hours = hoursOf(world.kept.ledger);
  const none = { count: 0, more: false, ids: [] };
  world.kept.watched = { at: start, countedTo: start, stuck: none, warnings: [], held: { count: many, more: false } };
  const app = staffApp(world.ports);
  const ask = async (method: string, path: string, body?: unknown, token = 'marketer') => {
    const answer = await app.request(`/staff/api${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: whatever the server says, every test looks at it
    return { status: answer.status, json: (await answer.json()) as Record<string, any> };
  };
  /** Settles page after page; answers what each page did. */
  const all = async (as: 'skip' | 'resend', cursor?: string) => {
    const did: number[][] = [];
    let next = cursor;
    do {
      const path = next === undefined ? '/held/decide' : `/held/decide?cursor=${encodeURIComponent(next)}`;
      const { json } = await ask('POST', path, { as, channel, reason });
      did.push([json.decided, json.passed]);
      next = json.next;
    } while (next !== undefined);
    return did;
  };
  const phases = () => [...world.kept.people.values()].map((person) => person.enrollments[0]?.phase);
  return { ...world, ask, all, phases };
}

it('groups what waits by channel and reason, in words', async () => {
  const { ask, kept } = stand(3);
  const one = kept.ledger[0]!;
  if (one.kind === 'message') one.delivery.facts.held = { at: start - 2 * hour, note: 'no-event' };
  const { json } = await ask('GET', '/held', undefined, 'viewer');
  expect(json).toMatchObject({
    items: [
      {
        channel: 'email',
        reason: 'no-reports',
        count: 2,
        reasonText: expect.stringMatching(/probably did not go out/),
      },
      { channel: 'email', reason: 'no-event', count: 1 },
    ],
    more: false,
  });
});

it('one act sends all of a group again, a page a call, and the list and the count are empty after it', async () => {
  const { ask, all, phases, kept } = stand(60);
  expect(await all('resend')).toEqual([
    [25, 0],
    [25, 0],
    [10, 0],
  ]);
  expect(new Set(phases())).toEqual(new Set(['waiting']));
  expect(kept.woken).toHaveLength(60);
  expect(kept.watched?.held?.count).toBe(0);
  expect((await ask('GET', '/held')).json.items).toEqual([]);
  expect((await ask('GET', '/messages?outcome=held')).json.items).toEqual([]);
});

it('each of them is written down with who decided, and every call is on the trail', async () => {
  const { all, kept } = stand(3);
  await all('skip');
  const staff = kept.ledger.flatMap((one) =>
    one.kind === 'history' && one.entry.happening.what === 'staff' ? [one.entry.happening.action] : [],
  );
  expect(staff).toEqual(Array(3).fill('decided to leave a held message out (welcome)'));
  expect(JSON.stringify(kept.audit)).toContain('POST /held/decide');
});

it('goes on after a call that died half-way: nobody twice, nobody left out', async () => {
  const { ask, all, phases, ports, kept } = stand(30);
  const { change } = ports.people;
  let left = 10;
  ports.people.change = async (...given) => {
    left -= 1;
    if (left < 0) throw new Error('the process died');
    return change(...given);
  };
  const broken = await ask('POST', '/held/decide', { as: 'resend', channel: 'email', reason: 'no-reports' });
  expect(broken.status).toBe(500);
  ports.people.change = change;
  await all('resend');
  await all('resend');
  expect(new Set(phases())).toEqual(new Set(['waiting']));
  expect(new Set(kept.woken).size).toBe(30);
});

it('leaves other reasons and channels, whoever has left, and what others have settled', async () => {
  const other = stand(2, 'no-event');
  const asked = { as: 'resend', channel: 'email', reason: 'no-reports' };
  expect((await other.ask('POST', '/held/decide', asked)).json).toEqual({ decided: 0, passed: 0 });
  const { ask, kept, phases } = stand(2);
  const [first] = [...kept.people.values()];
  first!.channels.email!.status = 'unsubscribed';
  expect((await ask('POST', '/held/decide', asked)).json).toEqual({ decided: 1, passed: 1 });
  expect(phases()).toEqual(['held', 'waiting']);
});

it.each<[string, object, string]>([
  ['no such act', { as: 'sent', channel: 'email', reason: 'no-reports' }, 'as'],
  ['no such channel', { as: 'skip', channel: 'fax', reason: 'no-reports' }, 'channel'],
  ['no such reason', { as: 'skip', channel: 'sms', reason: 'boredom' }, 'reason'],
])('refuses %s by naming the field', async (_what, body, field) => {
  const { ask, phases } = stand(1);
  expect(await ask('POST', '/held/decide', body)).toMatchObject({ status: 400, json: { error: { field } } });
  expect(
    await ask('POST', '/held/decide?cursor=made-up', { ...body, as: 'skip', channel: 'sms', reason: 'no-event' }),
  ).toMatchObject({
    status: 400,
  });
  expect(phases()).toEqual(['held']);
});
