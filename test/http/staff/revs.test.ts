import { beforeEach, describe, expect, it } from '@jest/globals';
import { routes, staffApp } from '../../../functions/http/staff/app';
import { id, runner, staffWorld, start } from '../../support/staff';

const robin = id('sub', 1);
const visit = id('bkg', 1);

type Json = Record<string, unknown> & {
  error?: { code: string; message: string; field?: string };
  current?: Record<string, unknown>;
  yours?: Record<string, unknown>;
};

const folk = (n: number) => Array.from({ length: n }, (_, i) => runner(id('sub', i + 1)));

function stand(people = 1) {
  const world = staffWorld(folk(people));
  const { kept } = world;
  kept.bookings.set(visit, {
    id: visit,
    rev: 4,
    firstName: 'Robin',
    phone: '+12065550100',
    location: 'north',
    days: [1],
    part: 'any',
    status: 'requested',
    createdAt: start,
    callBackBy: start,
  });
  const app = staffApp(world.ports);
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await app.request(`/staff/api${path}`, {
      method,
      headers: { authorization: 'Bearer approver', 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, etag: response.headers.get('etag'), json: (await response.json()) as Json };
  };
  return { ...world, ask };
}

const draft = {
  name: 'Open day',
  seriesId: 'back-care',
  who: { experience: ['regular'] },
  channels: ['email'],
  startDate: '2026-12-10',
  startTime: '10:00',
};

/** Everything that may be edited, each as somebody finds it, and what they then send. */
const edits: [
  string,
  (at: ReturnType<typeof stand>) => Promise<{ method: string; path: string; body: object; rev: number }>,
][] = [
  [
    'a segment',
    async ({ ask }) => {
      const { json } = await ask('POST', '/segments', { name: 'All', who: {} });
      return { method: 'PUT', path: `/segments/${json.id}`, body: { name: 'Mine', who: {} }, rev: Number(json.rev) };
    },
  ],
  [
    'a campaign',
    async ({ ask }) => {
      const { json } = await ask('POST', '/campaigns', draft);
      return { method: 'PUT', path: `/campaigns/${json.id}`, body: { ...draft, name: 'Mine' }, rev: Number(json.rev) };
    },
  ],
  [
    'whether a campaign waits for approval',
    async ({ ask }) => {
      const { json } = await ask('POST', '/campaigns', draft);
      return { method: 'POST', path: `/campaigns/${json.id}/review`, body: {}, rev: Number(json.rev) };
    },
  ],
  [
    'the approval of a campaign',
    async ({ ask }) => {
      const { json } = await ask('POST', '/campaigns', draft, { authorization: 'Bearer marketer' });
      return { method: 'POST', path: `/campaigns/${json.id}/approve`, body: { count: 1 }, rev: Number(json.rev) };
    },
  ],
  [
    'the scheduling of a campaign',
    async ({ ask }) => {
      const { json } = await ask('POST', '/campaigns', draft);
      return { method: 'POST', path: `/campaigns/${json.id}/schedule`, body: { count: 1 }, rev: Number(json.rev) };
    },
  ],
  [
    'the resuming of a campaign',
    async ({ ask, kept }) => {
      const { json } = await ask('POST', '/campaigns', draft);
      kept.campaigns.set(String(json.id), { ...kept.campaigns.get(String(json.id))!, status: 'paused' });
      return { method: 'POST', path: `/campaigns/${json.id}/resume`, body: {}, rev: Number(json.rev) };
    },
  ],
  ['a booking', async () => ({ method: 'POST', path: `/bookings/${visit}`, body: { status: 'closed' }, rev: 4 })],
  [
    'the words of a series',
    async ({ ask }) => ({
      method: 'POST',
      path: '/series/back-care/versions',
      body: { steps: { rest: { headline: 'Rest is part of running' } } },
      rev: Number((await ask('GET', '/series/back-care')).json.rev),
    }),
  ],
  [
    'the resuming of a series',
    async ({ ask, kept }) => {
      kept.controls = { ...kept.controls, rev: 6, pausedSeries: ['back-care'] };
      const { json } = await ask('GET', '/series/back-care');
      return { method: 'POST', path: '/series/back-care/resume', body: {}, rev: Number(json.controlsRev) };
    },
  ],
  [
    'the end of a stop',
    async ({ ask, kept }) => {
      kept.controls = { ...kept.controls, rev: 6, kill: true };
      const { json } = await ask('GET', '/controls');
      return { method: 'POST', path: '/controls/kill', body: { on: false }, rev: Number(json.rev) };
    },
  ],
  [
    'a person',
    async ({ ask }) => {
      const { json } = await ask('GET', `/subscribers/${robin}`);
      const { rev } = json.subscriber as { rev: number };
      return { method: 'POST', path: `/subscribers/${robin}/seen`, body: {}, rev };
    },
  ],
];

describe.each(edits)('whoever edits %s', (_, open) => {
  let at: ReturnType<typeof stand>;
  beforeEach(() => {
    at = stand();
  });

  it('sends the rev they saw, in the body or as If-Match', async () => {
    const { method, path, body, rev } = await open(at);
    expect([200, 201]).toContain((await at.ask(method, path, { ...body, rev })).status);
    const other = stand();
    const again = await open(other);
    const match = { 'if-match': `"rev-${again.rev}"` };
    expect([200, 201]).toContain((await other.ask(again.method, again.path, again.body, match)).status);
  });

  it('is told that the rev is missing, and nothing changes', async () => {
    const { method, path, body } = await open(at);
    const before = JSON.stringify([...at.kept.campaigns.values(), ...at.kept.segments.values(), at.kept.controls]);
    const { status, json } = await at.ask(method, path, body);
    expect([status, json.error]).toMatchObject([400, { code: 'invalid', field: 'rev' }]);
    expect(json.error?.message).toMatch(/rev/);
    expect(JSON.stringify([...at.kept.campaigns.values(), ...at.kept.segments.values(), at.kept.controls])).toBe(
      before,
    );
  });

  it('is refused with both versions when somebody was quicker', async () => {
    const { method, path, body, rev } = await open(at);
    const { status, json, etag } = await at.ask(method, path, { ...body, rev: rev + 1 });
    expect([status, json.error]).toMatchObject([409, { code: 'conflict', field: 'rev' }]);
    expect(json.yours).toMatchObject({ ...body, rev: rev + 1 });
    expect(Object.keys(json.current ?? {}).length).toBeGreaterThan(2);
    expect(etag).toBeNull();
    // With the rev of what is there now the same edit goes through.
    expect([200, 201]).toContain((await at.ask(method, path, { ...body, rev })).status);
  });
});

describe('an answer', () => {
  it('has the rev in its body and as an ETag, which a browser need not revalidate', async () => {
    const { ask } = stand();
    const made = await ask('POST', '/segments', { name: 'All', who: {} });
    expect([made.json.rev, made.etag]).toEqual([1, '"rev-1"']);
    const path = `/segments/${made.json.id}`;
    const changed = await ask('PUT', path, { name: 'New', who: {} }, { 'if-match': made.etag ?? '' });
    expect([changed.json.rev, changed.etag]).toEqual([2, '"rev-2"']);
    expect((await ask('GET', path)).etag).toBe('"rev-2"');
    expect((await ask('GET', '/controls')).etag).toBe('"rev-0"');
    expect((await ask('GET', `/subscribers/${robin}`)).etag).toBe('"rev-1"');
    expect((await ask('GET', '/segments')).etag).toBeNull();
  });

  it('to an If-Match that is none of ours, or says something else than the body, names what is wrong', async () => {
    const { ask } = stand();
    const { json } = await ask('POST', '/segments', { name: 'All', who: {} });
    const put = (body: object, match: string) => ask('PUT', `/segments/${json.id}`, body, { 'if-match': match });
    for (const match of ['*', 'rev-1', '"x"', '"rev-1", "rev-2"', ''])
      expect((await put({ name: 'New', who: {} }, match)).json.error).toMatchObject({ code: 'invalid' });
    expect((await put({ name: 'New', who: {}, rev: 1 }, '"rev-2"')).json.error).toMatchObject({ field: 'rev' });
    expect((await put({ name: 'New', who: {}, rev: 1 }, 'W/"rev-1"')).status).toBe(200);
  });
});

describe('stopping', () => {
  it('is never refused for a rev, old or missing', async () => {
    const { ask, kept } = stand();
    const { json } = await ask('POST', '/campaigns', draft);
    const { rev } = json;
    expect((await ask('POST', `/campaigns/${json.id}/schedule`, { rev, count: 1 })).status).toBe(200);
    const old = { 'if-match': '"rev-0"' };
    for (const headers of [undefined, old]) {
      expect((await ask('POST', `/campaigns/${json.id}/pause`, undefined, headers)).status).toBe(200);
      expect((await ask('POST', `/campaigns/${json.id}/cancel`, undefined, headers)).status).toBe(200);
      kept.campaigns.set(String(json.id), { ...kept.campaigns.get(String(json.id))!, status: 'running' });
      expect((await ask('POST', '/series/back-care/pause', undefined, headers)).status).toBe(200);
      expect((await ask('POST', '/controls/kill', { on: true }, headers)).status).toBe(200);
      const leave = { channel: 'email', reason: 'called us' };
      expect((await ask('POST', `/subscribers/${robin}/opt-out`, leave, headers)).status).toBe(200);
    }
    expect((await ask('POST', '/controls/kill', { on: true, rev: 77 })).status).toBe(200);
  });
});

it('every route that changes what is there carries a rev, but for those that stop, make or state their own case', () => {
  const without = routes.filter(({ reads, current }) => !reads && !current).map(({ path }) => path);
  expect(without.sort()).toEqual(
    [
      // Make something new.
      '/segments',
      '/campaigns',
      '/test-sends',
      // Stop.
      '/campaigns/{id}/cancel',
      '/campaigns/{id}/pause',
      '/series/{id}/pause',
      '/subscribers/{id}/opt-out',
      // Asks a sign-up that waits, whatever it says by now; one that does not wait is a conflict of its own.
      '/subscribers/{id}/ask',
      // A version never changes, and its number is in the path; a message is settled once.
      '/series/{id}/versions/{version}/approve',
      '/messages/{id}/{message}/decide',
      '/held/decide',
    ].sort(),
  );
});

describe('a campaign is scheduled', () => {
  const made = async (at: ReturnType<typeof stand>, given: object = {}) => {
    const { json } = await at.ask('POST', '/campaigns', { ...draft, ...given });
    return (body: object) => at.ask('POST', `/campaigns/${json.id}/schedule`, { rev: json.rev, ...body });
  };

  it('with the count that was seen; without it, the field is named', async () => {
    const schedule = await made(stand());
    expect((await schedule({})).json.error).toMatchObject({ code: 'invalid', field: 'count' });
  });

  it('when the audience is still as many, give or take ten people or ten in a hundred', async () => {
    const at = stand(50);
    const refused = await (await made(at))({ count: 61 });
    expect([refused.status, refused.json.error]).toMatchObject([409, { code: 'conflict', field: 'count' }]);
    expect(refused.json.error?.message).toMatch(/\b61\b.*\b50\b/);
    expect(refused.json).toMatchObject({ current: { count: 50 }, yours: { count: 61 } });
    expect((await (await made(at))({ count: 60 })).status).toBe(200);
    expect((await (await made(at))({ count: 40 })).status).toBe(200);
    expect((await (await made(at))({ count: 39 })).status).toBe(409);
    const many = stand(180);
    expect((await (await made(many))({ count: 200, confirmCount: 200 })).status).toBe(200);
    expect((await (await made(many))({ count: 201, confirmCount: 201 })).status).toBe(409);
  });

  it('with the number typed by hand when it is over a hundred, or everybody', async () => {
    const many = await made(stand(101));
    expect((await many({ count: 101 })).json.error).toMatchObject({ code: 'invalid', field: 'confirmCount' });
    expect((await many({ count: 101, confirmCount: 100 })).json.error).toMatchObject({ field: 'confirmCount' });
    expect((await many({ count: 101, confirmCount: 101 })).status).toBe(200);
    expect((await (await made(stand(100)))({ count: 100 })).status).toBe(200);
    const everybody = await made(stand(3), { who: {} });
    expect((await everybody({ count: 3 })).json.error).toMatchObject({ code: 'invalid', field: 'confirmCount' });
    expect((await everybody({ count: 3, confirmCount: 3 })).status).toBe(200);
  });

  it('and its audience’s rule is frozen: it says so when the segment has changed since', async () => {
    const { ask } = stand(3);
    const who = { experience: ['regular'] };
    const segment = (await ask('POST', '/segments', { name: 'Regulars', who })).json;
    const { json } = await ask('POST', '/campaigns', { ...draft, who: undefined, segmentId: segment.id });
    const read = async () => (await ask('GET', `/campaigns/${json.id}`)).json;
    const edit = async (next: object) => {
      const { rev } = (await ask('GET', `/segments/${segment.id}`)).json;
      return ask('PUT', `/segments/${segment.id}`, { name: 'Regulars', who: next, rev });
    };
    // A draft shows whom it would reach if it were scheduled now.
    await edit({ experience: ['new'] });
    expect(await read()).toMatchObject({ who: { experience: ['new'] }, segment: { name: 'Regulars', changed: false } });
    await edit(who);
    const schedule = (body: object) =>
      ask('POST', `/campaigns/${json.id}/schedule`, { rev: json.rev, count: 3, ...body });
    const other = await schedule({ who: { experience: ['new'] } });
    expect([other.status, other.json.error?.field]).toEqual([409, 'who']);
    expect((await schedule({ who })).status).toBe(200);
    expect(await read()).toMatchObject({ who, segment: { changed: false } });
    await edit({ experience: ['new', 'competitive'] });
    expect(await read()).toMatchObject({
      who,
      segment: { name: 'Regulars', changed: true, who: { experience: ['new', 'competitive'] } },
    });
  });
});

describe('the description', () => {
  it('tells of If-Match, the ETag and both versions on exactly the routes that carry a rev', async () => {
    const { ask } = stand();
    const { paths } = (await ask('GET', '/openapi.json')).json as unknown as {
      paths: Record<
        string,
        Record<string, { parameters: { name: string; in: string }[]; responses: Record<string, { content: object }> }>
      >;
    };
    for (const { method, path, current } of routes) {
      const operation = paths[path]?.[method.toLowerCase()];
      const header = operation?.parameters.some((one) => one.in === 'header' && one.name === 'If-Match');
      expect([method, path, header]).toEqual([method, path, current !== undefined]);
      const conflict = JSON.stringify(operation?.responses['409']);
      expect([method, path, conflict.includes('#/components/schemas/Conflict')]).toEqual([
        method,
        path,
        current !== undefined,
      ]);
    }
  });
});
