import { describe, expect, it } from '@jest/globals';
import type { Campaign } from '../../../functions/core/campaigns/campaign';
import { staffApp } from '../../../functions/http/staff/app';
import { id, runner, staffWorld } from '../../support/staff';

type Json = Record<string, unknown> & {
  error?: { code: string; message: string; field?: string };
  approval?: object;
  approvals?: { id: string }[];
};

const draft = {
  name: 'Open day',
  seriesId: 'clinic-event',
  who: { experience: ['regular'] },
  channels: ['email'],
  startDate: '2026-12-10',
  startTime: '10:00',
};

/** Kim markets, Lee approves, and both are who their token says. */
function stand(stage = 'prod') {
  const world = staffWorld([runner(id('sub', 1)), runner(id('sub', 2))]);
  for (const [key, one] of world.kept.series) world.kept.series.set(key, { ...one, approval: 'approved' });
  const app = staffApp(new Proxy(world.ports, { get: (at, key) => (key === 'stage' ? stage : Reflect.get(at, key)) }));
  const as = (role: string) => async (method: string, path: string, body?: unknown) => {
    const response = await app.request(`/staff/api${path}`, {
      method,
      headers: { authorization: `Bearer ${role}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: (await response.json()) as Json };
  };
  return { ...world, kim: as('marketer'), lee: as('approver'), eve: as('admin'), viewer: as('viewer') };
}

describe('a campaign that one person has made', () => {
  it('is refused with a code of its own until another has approved it, and every name of it is in the trail', async () => {
    const { kim, lee, kept } = stand();
    const made = (await kim('POST', '/campaigns', draft)).json;
    expect(made).toMatchObject({ standing: 'draft', approval: { state: 'not-asked', needed: true, yours: true } });
    const path = `/campaigns/${made.id}`;
    const early = await kim('POST', `${path}/schedule`, { rev: made.rev, count: 2 });
    expect([early.status, early.json.error]).toEqual([
      409,
      {
        code: 'not-approved',
        field: 'approval',
        message:
          'Nobody has approved this campaign yet. Have someone other than its author approve it, then schedule it.',
      },
    ]);
    const asked = (await kim('POST', `${path}/review`, { rev: made.rev })).json;
    expect(asked).toMatchObject({ standing: 'waiting', approval: { state: 'waiting', askedBy: 'Kim marketer' } });
    const approved = await lee('POST', `${path}/approve`, { rev: asked.rev, count: 2, who: draft.who });
    expect([approved.status, approved.json]).toMatchObject([
      200,
      { standing: 'approved', approval: { state: 'approved', by: 'Kim approver', people: 2, yours: false } },
    ]);
    const done = await kim('POST', `${path}/schedule`, { rev: approved.json.rev, count: 2 });
    expect([done.status, done.json]).toMatchObject([
      200,
      { standing: 'scheduled', undoUntil: '2026-11-30T15:05:00.000Z' },
    ]);
    const lines = kept.audit.filter(({ act, result }) => act.endsWith('/approve') && result === 'done');
    expect(lines).toMatchObject([{ who: { sub: 'sub-of-approver' }, object: { kind: 'campaign', id: made.id } }]);
    expect(lines[0]?.changes?.[0]?.fields).toContain('approval.by');
  });

  it('is approved by nobody below approver, and not by an approver or administrator who made or changed it', async () => {
    const { kim, lee, eve } = stand();
    const made = (await kim('POST', '/campaigns', draft)).json;
    const path = `/campaigns/${made.id}`;
    expect((await kim('POST', `${path}/approve`, { rev: made.rev })).status).toBe(403);
    const own = (await eve('POST', '/campaigns', draft)).json;
    const refused = await eve('POST', `/campaigns/${own.id}/approve`, { rev: own.rev });
    expect([refused.status, refused.json.error?.message]).toEqual([
      403,
      'You made or changed this campaign or its segment. Someone else has to approve it.',
    ]);
    const changed = (await lee('PUT', path, { ...draft, startTime: '11:00', rev: made.rev })).json;
    expect((await lee('POST', `${path}/approve`, { rev: changed.rev })).status).toBe(403);
    expect((await eve('POST', `${path}/approve`, { rev: changed.rev })).status).toBe(200);
  });

  it('is approved by nobody who made or changed the rule of its segment, but by one who only renamed it', async () => {
    const { kim, lee, eve } = stand();
    const segment = (await kim('POST', '/segments', { name: 'Regulars', who: draft.who })).json;
    const path = `/segments/${segment.id}`;
    const renamed = (await eve('PUT', path, { name: 'Regular runners', who: draft.who, rev: segment.rev })).json;
    const who = { experience: ['new', 'regular'] };
    expect((await lee('PUT', path, { name: 'Runners', who, rev: renamed.rev })).status).toBe(200);
    const made = (await kim('POST', '/campaigns', { ...draft, who: undefined, segmentId: segment.id })).json;
    const asked = (await kim('POST', `/campaigns/${made.id}/review`, { rev: made.rev })).json;
    const seen = await lee('GET', `/campaigns/${made.id}`);
    expect(seen.json.approval).toMatchObject({ state: 'waiting', yours: true });
    expect((await lee('GET', '/home')).json.approvals).toMatchObject([{ id: made.id, yours: true }]);
    const approve = { rev: asked.rev, count: 2, who };
    expect((await lee('POST', `/campaigns/${made.id}/approve`, approve)).status).toBe(403);
    expect((await eve('POST', `/campaigns/${made.id}/approve`, approve)).status).toBe(200);
  });

  it('is approved neither by its maker, known by name only, nor by a later editor when it is from an older release', async () => {
    const { kim, lee, eve, kept } = stand();
    const made = (await eve('POST', '/campaigns', draft)).json;
    const { authors: _since, ...older } = kept.campaigns.get(String(made.id)) ?? {};
    kept.campaigns.set(String(made.id), { ...older, createdBy: 'Kim admin' } as Campaign);
    const path = `/campaigns/${made.id}`;
    const changed = (await lee('PUT', path, { ...draft, startTime: '11:00', rev: made.rev })).json;
    const approve = { rev: changed.rev, count: 2, who: draft.who };
    expect((await lee('POST', `${path}/approve`, approve)).status).toBe(403);
    expect((await eve('POST', `${path}/approve`, approve)).status).toBe(403);
    expect(kept.campaigns.get(String(made.id))?.authors).toEqual(['name:Kim admin', 'sub-of-approver']);
    expect((await kim('GET', path)).json.approval).toMatchObject({ yours: false });
  });

  it('stands in the queue on Home while it waits, again after a change, the earliest start first', async () => {
    const { kim, lee } = stand();
    const queue = async () => (await lee('GET', '/home')).json.approvals;
    const never = (await kim('POST', '/campaigns', draft)).json;
    const [late, soon] = await Promise.all(
      ['2026-12-12', '2026-12-11'].map(async (startDate) => {
        const { json } = await kim('POST', '/campaigns', { ...draft, startDate });
        return (await kim('POST', `/campaigns/${json.id}/review`, { rev: json.rev })).json;
      }),
    );
    expect((await queue())?.map((one) => one.id)).toEqual([soon?.id, late?.id]);
    expect((await queue())?.map((one) => one.id)).not.toContain(never.id);
    const approved = (await lee('POST', `/campaigns/${soon?.id}/approve`, { rev: soon?.rev })).json;
    expect((await queue())?.map((one) => one.id)).toEqual([late?.id]);
    const change = { ...draft, startDate: '2026-12-11', startTime: '11:00', rev: approved.rev };
    expect((await kim('PUT', `/campaigns/${soon?.id}`, change)).json).toMatchObject({
      standing: 'waiting',
      approval: { state: 'changed' },
    });
    expect(await queue()).toMatchObject([{ id: soon?.id, changed: true, yours: false }, { id: late?.id }]);
    await kim('POST', `/campaigns/${late?.id}/cancel`);
    expect((await queue())?.map((one) => one.id)).toEqual([soon?.id]);
  });

  it('goes out under one pair of eyes outside production only, and says so', async () => {
    const { kim } = stand('staging');
    const made = (await kim('POST', '/campaigns', draft)).json;
    expect(made.approval).toMatchObject({ needed: false });
    expect((await kim('POST', `/campaigns/${made.id}/schedule`, { rev: made.rev, count: 2 })).status).toBe(200);
  });
});

it('a campaign’s page reads its segment once, and shows a draft by the rule of today', async () => {
  const { kim, ports, kept } = stand();
  const segment = (await kim('POST', '/segments', { name: 'Regulars', who: draft.who })).json;
  const made = (await kim('POST', '/campaigns', { ...draft, who: undefined, segmentId: segment.id })).json;
  const today = { experience: ['new' as const] };
  await kim('PUT', `/segments/${segment.id}`, { name: 'Regulars', who: today, rev: segment.rev });
  let reads = 0;
  const { get } = ports.segments;
  ports.segments.get = (which) => {
    reads += 1;
    return get(which);
  };
  const shown = (await kim('GET', `/campaigns/${made.id}`)).json;
  expect(shown).toMatchObject({ who: today, segment: { name: 'Regulars', who: today, changed: false } });
  expect(reads).toBe(1);
  expect(kept.campaigns.get(String(made.id))?.who).toEqual(draft.who);
});
