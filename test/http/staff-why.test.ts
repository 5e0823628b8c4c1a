import { type Delivery, deliveryId } from '../../functions/core/delivery';
import type { Subscriber } from '../../functions/core/subscriber';
import { staffApp } from '../../functions/http/staff-app';
import { id, runner, staffWorld, start } from '../support/staff';

const robin = id('sub', 1);
const run = id('enr', 1);
const message = deliveryId(run, 'welcome');

const heldRun: Subscriber['enrollments'][number] = {
  id: run,
  seriesId: 'back-care',
  version: 1,
  channel: 'email',
  status: 'active',
  phase: 'held',
  startedAt: start,
  stepId: 'welcome',
  dueAt: start,
  completedSteps: [],
  attempt: { n: 1, claimId: 'clm_1', channel: 'email', claimedAt: start, startBy: start, leaseUntil: start },
};
const delivery: Delivery = {
  subscriber: robin,
  id: message,
  target: run,
  stepId: 'welcome',
  channel: 'email',
  marketing: true,
  seriesId: 'back-care',
  version: 1,
  at: start,
  facts: { unknown: { at: start }, held: { at: start, note: 'no-event' } },
};

function stand() {
  const world = staffWorld([runner(robin, 'active', { enrollments: [heldRun] })]);
  world.kept.ledger.push({ kind: 'message', delivery });
  const app = staffApp(world.ports);
  const ask = async (method: string, path: string, role = 'viewer', body?: unknown) => {
    const answer = await app.request(`/staff/api${path}`, {
      method,
      headers: { authorization: `Bearer ${role}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> & { items: unknown[] } };
  };
  return { ...world, ask };
}

describe('why a step did not come', () => {
  const question = `/subscribers/${robin}/explain?seriesId=back-care&stepId=welcome&channel=email`;

  it('is answered in a sentence, and who asked about whom is written down', async () => {
    const { ask, kept } = stand();
    const { status, json } = await ask('GET', question);
    expect(status).toBe(200);
    expect(json.why).toMatch(
      /^The provider never said whether it took it on November 30, 2026 .* until staff decide\.$/,
    );
    expect(kept.audit).toMatchObject([{ target: robin, actor: 'sub-of-viewer' }]);
  });

  it('wants to know which step', async () => {
    const { ask } = stand();
    expect((await ask('GET', `/subscribers/${robin}/explain?seriesId=back-care`)).status).toBe(400);
    expect((await ask('GET', question.replace(robin, id('sub', 9)))).status).toBe(404);
  });
});

describe('what is held', () => {
  const path = `/messages/${robin}/${message}/decide`;

  it('is listed, decided once by a marketer, and recorded with a name', async () => {
    const { ask, kept } = stand();
    expect((await ask('GET', '/messages?outcome=held')).json.items).toHaveLength(1);
    expect((await ask('POST', path, 'viewer', { as: 'skip' })).status).toBe(403);
    expect((await ask('POST', path, 'marketer', { as: 'perhaps' })).status).toBe(400);
    expect((await ask('POST', path, 'marketer', { as: 'skip' })).status).toBe(200);
    expect((await ask('GET', '/messages?outcome=held')).json.items).toHaveLength(0);
    expect((await ask('GET', '/messages?outcome=skipped')).json.items).toMatchObject([{ reason: 'Staff decided so.' }]);
    expect(kept.people.get(robin)?.enrollments[0]).toMatchObject({ phase: 'waiting', completedSteps: ['welcome'] });
    expect(kept.ledger.filter((one) => one.kind === 'history')).toMatchObject([
      { entry: { happening: { actor: 'Kim marketer', action: 'decided to leave a held message out (welcome)' } } },
    ]);
    expect((await ask('POST', path, 'marketer', { as: 'sent' })).status).toBe(409);
  });
});

describe('home', () => {
  it('says who is stuck, what was noticed, and why a series paused by itself', async () => {
    const { ask, kept } = stand();
    const calm = (await ask('GET', '/home')).json;
    expect(calm).not.toHaveProperty('stuck');
    expect(calm).not.toHaveProperty('warnings');
    kept.watched = {
      at: start,
      countedTo: start,
      stuck: { count: 3, more: false, ids: [robin] },
      warnings: ['2.4 % of the mail came back'],
    };
    kept.controls = { ...kept.controls, pausedSeries: ['back-care'], pauseReasons: { 'back-care': 'a burst' } };
    expect((await ask('GET', '/home')).json).toMatchObject({
      stuck: 3,
      warnings: ['2.4 % of the mail came back'],
      controls: { pausedSeries: ['back-care'], pauseReasons: { 'back-care': 'a burst' } },
    });
    await ask('POST', '/series/back-care/resume', 'marketer');
    expect(kept.controls).toMatchObject({ pausedSeries: [], pauseReasons: {}, lifted: { 'back-care': start } });
    expect((await ask('GET', '/home')).json.controls).not.toHaveProperty('pauseReasons');
  });
});
