import type { Subscriber } from '../../../functions/core/person/subscriber';
import { type Delivery, deliveryId } from '../../../functions/core/sending/delivery';
import { staffApp } from '../../../functions/http/staff/app';
import { id, runner, staffWorld, start } from '../../support/staff';

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
    expect(kept.audit).toMatchObject([
      { object: { kind: 'subscriber', id: robin }, shown: [robin], who: { sub: 'sub-of-viewer' } },
    ]);
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
      stuck: { count: 3, more: false, ids: [robin], since: start - 3_600_000 },
      held: { count: 2, more: false, since: start - 86_400_000 },
      mail: { sent: 1000, bounced: 5, complained: 0 },
      unconfirmed: 4,
      warnings: ['2.4 % of the mail came back'],
    };
    kept.controls = { ...kept.controls, pausedSeries: ['back-care'], pauseReasons: { 'back-care': 'a burst' } };
    expect((await ask('GET', '/home')).json).toMatchObject({
      stuck: {
        count: 3,
        more: false,
        since: '2026-11-30T14:00:00.000Z',
        people: [{ id: robin, firstName: 'Robin' }],
      },
      heldSince: '2026-11-29T15:00:00.000Z',
      lookedAt: '2026-11-30T15:00:00.000Z',
      counts: { held: 2, unconfirmed: 4 },
      health: {
        sent: 1000,
        bounced: { count: 5, share: 0.005, warn: 0.02, stop: 0.04 },
        complained: { count: 0, share: 0, warn: 0.0005, stop: 0.0008 },
      },
      warnings: ['2.4 % of the mail came back'],
      controls: { pausedSeries: ['back-care'], pauseReasons: { 'back-care': 'a burst' } },
    });
    await ask('POST', '/series/back-care/resume', 'approver', { rev: kept.controls.rev });
    expect(kept.controls).toMatchObject({ pausedSeries: [], pauseReasons: {}, lifted: { 'back-care': start } });
    expect((await ask('GET', '/home')).json.controls).not.toHaveProperty('pauseReasons');
  });

  it.each([
    ['a drill', 'staff', 'a drill'],
    ['AccountSuspendedException', 'account', 'Amazon has suspended sending for this account.'],
    ['5 % of the mail of the last 7 days came back as undeliverable (5 of 100); sending stops at 4 %', 'rates', /^5 %/],
  ])('says who stopped everything and why: %s', async (killReason, killedBy, said) => {
    const { ask, kept } = stand();
    kept.controls = { ...kept.controls, kill: true, killReason };
    const { controls } = (await ask('GET', '/home')).json as never as { controls: Record<string, unknown> };
    expect(controls).toMatchObject({ kill: true, killedBy });
    expect(controls.killReason).toEqual(typeof said === 'string' ? said : expect.stringMatching(said));
  });

  it('names paused campaigns, and tells moments by the practice’s clock', async () => {
    const { ask, kept } = stand();
    const one = { id: id('cmp', 1), rev: 1, name: 'Spring', seriesId: 's', version: 1, segmentId: '', who: {} };
    const rest = { startDate: '2026-12-01', startTime: '10:00', createdAt: start, createdBy: 'Kim' };
    kept.campaigns.set(one.id, { ...one, ...rest, channels: ['email'], status: 'paused' });
    kept.controls = {
      ...kept.controls,
      campaigns: { [one.id]: 'paused', [id('cmp', 2)]: 'cancelled' },
      pausedSeries: ['back-care'],
      pauseReasons: { 'back-care': '300 messages in the hour from 2026-12-01T15:00:00.000Z' },
    };
    expect((await ask('GET', '/home')).json).toMatchObject({
      pausedSeries: [{ id: 'back-care', name: 'Back care for runners' }],
      pausedCampaigns: [{ id: one.id, name: 'Spring' }],
      controls: { pauseReasons: { 'back-care': '300 messages in the hour from Tuesday, December 1 at 10:00 AM' } },
    });
  });

  it('looks for what is held itself where the last look is long ago', async () => {
    const { ask, kept } = stand();
    const stuck = { count: 0, more: false, ids: [] };
    const held = { count: 7, more: false, since: start - 1 };
    kept.watched = { at: start - 3_600_000, countedTo: start - 3_600_000, stuck, held, warnings: [] };
    expect((await ask('GET', '/home')).json).toMatchObject({
      counts: { held: 1 },
      heldSince: '2026-11-30T15:00:00.000Z',
    });
    kept.watched = { ...kept.watched, at: start };
    expect((await ask('GET', '/home')).json).toMatchObject({ counts: { held: 7 } });
  });

  it('counts one less as soon as staff have settled a held message', async () => {
    const { ask, kept } = stand();
    const stuck = { count: 0, more: false, ids: [] };
    kept.watched = { at: start, countedTo: start, stuck, held: { count: 2, more: false, since: start }, warnings: [] };
    await ask('POST', `/messages/${robin}/${message}/decide`, 'marketer', { as: 'sent' });
    expect((await ask('GET', '/home')).json).toMatchObject({ counts: { held: 1 } });
  });
});

describe('one person', () => {
  it('is shown with the way through each series, held messages first to be decided', async () => {
    const { ask } = stand();
    const { paths, timeline, next } = (await ask('GET', `/subscribers/${robin}`)).json as never as {
      next: unknown[];
      paths: { seriesName: string; path: string; steps: Record<string, unknown>[] }[];
      timeline: Record<string, unknown>[];
    };
    expect(paths).toMatchObject([{ seriesName: 'Back care for runners', path: 'Everyone else' }]);
    expect(paths[0]?.steps[0]).toMatchObject({ stepId: 'welcome', day: 0, state: 'held', messageId: message });
    expect(paths[0]?.steps.slice(1).map(({ state }) => state)).toEqual([
      'waiting',
      'waiting',
      'waiting',
      'waiting',
      'waiting',
    ]);
    // What is held is not to come, and no date can be told for what waits behind it.
    expect(next).toEqual([]);
    expect(timeline[0]).toMatchObject({
      title: 'Email held for staff to decide: “Welcome! Small tips for your next run”',
      reason: 'The provider never reported what became of it.',
      held: true,
    });
  });
});
