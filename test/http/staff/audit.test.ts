import { StridewellError } from '../../../functions/core/base/error';
import { hour, iso } from '../../../functions/core/base/time';
import type { AuditEntry } from '../../../functions/core/reporting/audit';
import { routes, type StaffPorts, staffApp } from '../../../functions/http/staff/app';
import { auditListSchema } from '../../../functions/http/staff/audit';
import { id, runner, staffWorld, start } from '../../support/staff';

const robin = id('sub', 1);
const visit = id('bkg', 1);

function stand(change: (ports: StaffPorts) => Partial<StaffPorts> = () => ({})) {
  const world = staffWorld([runner(robin)]);
  world.kept.bookings.set(visit, {
    id: visit,
    rev: 1,
    subscriber: robin,
    firstName: 'Robin',
    phone: '+17705550123',
    location: 'north',
    days: [1],
    part: 'any',
    status: 'requested',
    createdAt: start,
    callBackBy: start + hour,
  });
  const app = staffApp({ ...world.ports, ...change(world.ports) });
  const ask = async (method: string, path: string, token = 'admin', body?: unknown) => {
    const answer = await app.request(`/staff/api${path}`, {
      method,
      headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, json: (await answer.json()) as Record<string, never> };
  };
  return { ...world, ask };
}

const segment = { name: 'Secret name of a segment', who: { experience: ['new'] } };
const campaign = {
  name: 'Name of a campaign',
  seriesId: 'walk-in-hours',
  who: {},
  channels: ['email'],
  startDate: '2026-12-08',
  startTime: '10:00',
};

describe('an act', () => {
  it('is written down before it is done and after, under one id, with what changed', async () => {
    const { ask, kept } = stand();
    expect((await ask('POST', `/bookings/${visit}`, 'marketer', { status: 'closed', rev: 1 })).status).toBe(200);
    const common = {
      who: { sub: 'sub-of-marketer', role: 'marketer' },
      act: 'POST /bookings/{id}',
      object: { kind: 'booking', id: visit },
      at: start,
    };
    expect(kept.audit).toMatchObject([
      { ...common, result: 'started' },
      {
        ...common,
        result: 'done',
        endedAt: start,
        changes: [
          {
            kind: 'booking',
            id: visit,
            rev: { from: 1, to: 2 },
            fields: ['status'],
            values: { status: { from: 'requested', to: 'closed' } },
          },
        ],
      },
    ]);
    expect(kept.audit[0]!.id).toBe(kept.audit[1]!.id);
  });

  it('that is refused or fails says so and why', async () => {
    const { ask, kept } = stand(({ segments }) => ({
      segments: { ...segments, save: () => Promise.reject(new Error('the disk of Robin is full')) },
    }));
    expect((await ask('POST', `/bookings/${visit}`, 'marketer', { status: 'visited', rev: 1 })).status).toBe(409);
    expect((await ask('POST', '/segments', 'marketer', segment)).status).toBe(500);
    expect(kept.audit.map(({ result, reason }) => [result, reason])).toEqual([
      ['started', undefined],
      ['refused', 'conflict'],
      ['started', undefined],
      ['failed', 'internal'],
    ]);
    expect(JSON.stringify(kept.audit)).not.toContain('disk');
  });

  it('whose beginning cannot be written is not done', async () => {
    const { ask, kept } = stand(() => ({ audit: () => Promise.reject(new Error('full')) }));
    expect((await ask('POST', `/bookings/${visit}`, 'marketer', { status: 'closed', rev: 1 })).status).toBe(500);
    expect(kept.bookings.get(visit)).toMatchObject({ status: 'requested', rev: 1 });
  });

  it('whose end cannot be written is done and answered, stays started in the trail, and is reported', async () => {
    const lines: AuditEntry[] = [];
    const { ask, kept } = stand(() => ({
      audit: async (line) => {
        if (line.result !== 'started') throw new Error('full');
        lines.push(line);
      },
    }));
    expect((await ask('POST', `/bookings/${visit}`, 'marketer', { status: 'closed', rev: 1 })).status).toBe(200);
    expect(kept.bookings.get(visit)).toMatchObject({ status: 'closed', rev: 2 });
    expect(lines.map(({ result }) => result)).toEqual(['started']);
    expect(kept.unexpected).toEqual(['EndNotWritten']);
  });

  it('that makes something names what it made', async () => {
    const { ask, kept } = stand();
    const { json } = await ask('POST', '/segments', 'marketer', segment);
    expect(kept.audit[0]!.object).toEqual({ kind: 'segment' });
    expect(kept.audit[1]).toMatchObject({ object: { kind: 'segment', id: json.id }, result: 'done' });
  });

  it('of any kind says what it changed, and never an address, a name, an answer or free text', async () => {
    const { ask, kept } = stand();
    const tell = async (path: string, body: unknown, token = 'admin', method = 'POST') => {
      const { status, json } = await ask(method, path, token, body);
      expect({ path, status: [200, 201].includes(status), json }).toEqual({ path, status: true, json });
      return json;
    };
    const made = await tell('/segments', segment);
    await tell(`/segments/${made.id}`, { ...segment, name: 'Another secret name', rev: 1 }, 'admin', 'PUT');
    const planned = await tell('/campaigns', campaign);
    await tell(`/campaigns/${planned.id}/cancel`, {});
    await tell(
      '/series/back-care/versions',
      { rev: 1, steps: { rest: { headline: 'Rest is part of running' } } },
      'approver',
    );
    await tell('/series/back-care/versions/2/approve', undefined);
    const paused = await tell('/series/back-care/pause', undefined);
    await tell('/series/back-care/resume', { rev: paused.rev });
    const stopped = await tell('/controls/kill', { on: true, reason: 'Robin called in anger' });
    await tell('/controls/kill', { on: false, rev: stopped.rev });
    await tell(`/bookings/${visit}`, { status: 'booked', visitAt: iso(start + hour), rev: 1 });
    await tell(`/subscribers/${robin}/opt-out`, { channel: 'email', reason: 'said so in anger' });
    const ends = kept.audit.filter(({ result }) => result === 'done');
    expect(ends).toHaveLength(12);
    expect(ends.filter(({ changes = [] }) => changes.every(({ fields }) => fields.length === 0))).toEqual([]);
    expect(ends.find(({ act }) => act.endsWith('approve'))).toMatchObject({
      object: { kind: 'series', id: 'back-care', version: 2 },
      changes: [{ values: { approval: { from: 'draft', to: 'approved' } } }],
    });
    expect(JSON.stringify(kept.audit)).not.toMatch(
      /Robin|example\.com|\+1770|secret name|Name of a campaign|anger|part of running|Kim/,
    );
  });
});

describe('who is turned away', () => {
  it('without a token that holds is counted, with nothing of the token', async () => {
    const { ask, kept } = stand();
    for (let n = 0; n < 12; n += 1) expect((await ask('GET', '/home', 'a-forged-token')).status).toBe(401);
    expect((await ask('GET', '/nothing-there', 'a-forged-token')).status).toBe(401);
    expect(kept.audit).toMatchObject([
      { act: 'sign-in', result: 'refused', reason: 'unauthorized', source: 'a-keyed-hash' },
      { act: 'sign-in', result: 'refused', count: 10 },
    ]);
    expect(JSON.stringify(kept.audit)).not.toContain('forged');
  });

  it('because of the role is named, with what was asked for', async () => {
    const { ask, kept } = stand();
    expect((await ask('POST', '/controls/kill', 'viewer', { on: true })).status).toBe(403);
    expect(kept.audit).toMatchObject([
      {
        act: 'POST /controls/kill',
        result: 'refused',
        reason: 'forbidden',
        who: { sub: 'sub-of-viewer', role: 'viewer' },
      },
    ]);
  });

  it('for want of a role is counted too', async () => {
    const { ask, kept } = stand(() => ({
      verify: () => Promise.reject(new StridewellError('forbidden', 'Your account has no role here.')),
    }));
    expect((await ask('GET', '/home', 'no-role')).status).toBe(403);
    expect(kept.audit).toMatchObject([{ act: 'sign-in', result: 'refused', reason: 'forbidden' }]);
  });

  it('is turned away also when it cannot be written down, and an issuer that is away is nobody’s refusal', async () => {
    const broken = stand(() => ({ audit: () => Promise.reject(new Error('full')) }));
    expect((await broken.ask('GET', '/home', 'forged')).status).toBe(401);
    expect(broken.kept.unexpected).toEqual(['RefusalNotWritten']);
    const away = stand(() => ({ verify: () => Promise.reject(new StridewellError('unavailable', 'Later.')) }));
    expect((await away.ask('GET', '/home', 'good')).status).toBe(503);
    expect(away.kept.audit).toEqual([]);
  });
});

describe('GET /audit', () => {
  it('shows admins what was done, newest first, as described', async () => {
    const { ask, kept } = stand();
    await ask('POST', `/bookings/${visit}`, 'marketer', { status: 'closed', rev: 1 });
    await ask('GET', `/subscribers/${robin}`, 'viewer');
    const { status, json } = await ask('GET', '/audit');
    expect(status).toBe(200);
    const { items } = auditListSchema.parse(json);
    expect(items[0]).toMatchObject({ act: 'GET /subscribers/{id}', who: { id: 'sub-of-viewer' }, shown: [robin] });
    // The look itself is a line too, without the ids it showed.
    expect(kept.audit.at(-1)).toMatchObject({ act: 'GET /audit', who: { sub: 'sub-of-admin' } });
    expect(kept.audit.at(-1)!.shown).toBeUndefined();
  });

  it('is for nobody else', async () => {
    const { ask } = stand();
    for (const role of ['viewer', 'marketer', 'approver']) expect((await ask('GET', '/audit', role)).status).toBe(403);
  });

  it('is filtered by who, kind, id, act, result and time, and goes on by its own cursor only', async () => {
    const { ask } = stand();
    await ask('POST', `/bookings/${visit}`, 'marketer', { status: 'closed', rev: 1 });
    await ask('POST', `/bookings/${visit}`, 'approver', { status: 'visited', rev: 2 });
    const found = async (query: string) =>
      auditListSchema.parse((await ask('GET', `/audit?${query}`)).json).items.length;
    expect(await found('who=sub-of-approver&result=refused')).toBe(1);
    expect(await found(`id=${visit}&result=done`)).toBe(1);
    expect(await found('kind=booking&act=bookings&result=started')).toBe(2);
    const first = await ask('GET', '/audit?limit=1&kind=booking');
    expect(first.json.next).toBeDefined();
    expect((await ask('GET', `/audit?limit=1&kind=booking&cursor=${first.json.next}`)).json.items).toHaveLength(1);
    for (const wrong of ['limit=101', 'cursor=eyJ4IjoxfQ', 'who=a@b.example', 'colour=red', 'result=perhaps'])
      expect({ wrong, status: (await ask('GET', `/audit?${wrong}`)).status }).toEqual({ wrong, status: 400 });
    const span = (from: string, to: string) => ask('GET', `/audit?from=${from}&to=${to}`);
    expect((await span('2026-12-02T00:00:00Z', '2026-12-01T00:00:00Z')).json.error).toMatchObject({ field: 'from' });
    expect((await span('2010-12-01T00:00:00Z', '2026-12-01T00:00:00Z')).json.error).toMatchObject({ field: 'from' });
  });

  it('has no sibling that could change or delete a line', () => {
    expect(routes.filter(({ path }) => path.startsWith('/audit')).map(({ method }) => method)).toEqual(['GET']);
  });
});
