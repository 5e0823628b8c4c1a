import { routes, staffApp } from '../../../functions/http/staff/app';
import { outcomes } from '../../../functions/http/staff/shapes/api';
import { id, runner, staffWorld, start } from '../../support/staff';

const roles = ['viewer', 'marketer', 'approver', 'admin'] as const;
const robin = id('sub', 1);

function stand() {
  const world = staffWorld([runner(robin)]);
  const app = staffApp(world.ports);
  const ask = (method: string, path: string, token?: string, body?: unknown) =>
    app.request(`/staff/api${path}`, {
      method,
      headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  return { ...world, app, ask };
}

const error = async (
  answer: Response | Promise<Response>,
): Promise<{ status: number; code: string; field?: string }> => {
  const response = await answer;
  const { error: problem } = (await response.json()) as { error: { code: string; field?: string } };
  return { status: response.status, ...problem };
};

const concrete = (path: string) =>
  path
    .replace('{id}', path.startsWith('/subscribers') || path.startsWith('/messages') ? robin : 'back-care')
    .replace('{message}', id('msg', 1))
    .replace('{version}', '1');

describe('who may do what', () => {
  const { ask, kept } = stand();

  describe.each(routes.map((route) => [route.method, route.path, route.role] as const))(
    '%s %s',
    (method, path, needed) => {
      it('wants a token', async () => {
        expect(await error(ask(method, concrete(path)))).toMatchObject({ status: 401, code: 'unauthorized' });
        expect(await error(ask(method, concrete(path), 'forged'))).toMatchObject({ status: 401, code: 'unauthorized' });
      });

      it.each(roles)(`is ${needed} and above: %s`, async (role) => {
        const { status } = await ask(method, concrete(path), role, method === 'GET' ? undefined : {});
        if (roles.indexOf(role) < roles.indexOf(needed)) {
          expect(status).toBe(403);
        } else {
          expect([200, 201, 400, 404, 409]).toContain(status);
        }
        expect(kept.unexpected).toEqual([]);
      });
    },
  );

  it('wants a token even for a path that is not there', async () => {
    expect((await ask('GET', '/nothing')).status).toBe(401);
    expect((await ask('GET', '/nothing', 'viewer')).status).toBe(404);
    expect((await ask('DELETE', '/series/back-care', 'admin')).status).toBe(404);
  });

  it.each(['subscribers', 'segments', 'series', 'campaigns', 'bookings', 'messages'])(
    'answers a list for /%s',
    async (name) => {
      const answer = await ask('GET', `/${name}?limit=5`, 'viewer');
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect(await answer.json()).toHaveProperty('items');
    },
  );
});

describe('bad input', () => {
  const segment = { name: 'All', who: {} };
  const campaign = {
    name: 'C',
    seriesId: 'back-care',
    who: {},
    channels: ['email'],
    startDate: '2026-12-01',
    startTime: '10:00',
  };
  const edit = (words: object) => ({ rev: 1, steps: { stretching: words } });
  it.each([
    ['an unknown field', '/segments', { ...segment, colour: 'red' }, 'colour'],
    ['an unknown field inside', '/segments', { name: 'All', who: { age: 40 } }, 'who.age'],
    ['a name of 10 kB', '/segments', { ...segment, name: 'x'.repeat(10_000) }, 'name'],
    ['a name with a line break', '/segments', { ...segment, name: 'a\r\nb' }, 'name'],
    ['a date that is not in the calendar', '/campaigns', { ...campaign, startDate: '2026-02-30' }, 'startDate'],
    ['an hour that is not on the clock', '/campaigns', { ...campaign, startTime: '24:00' }, 'startTime'],
    ['neither a segment nor an audience', '/campaigns', { ...campaign, who: undefined }, 'segmentId'],
    ['a series nobody has', '/campaigns', { ...campaign, seriesId: 'nothing' }, 'seriesId'],
    [
      'a subject with a second header in it',
      '/series/back-care/versions',
      edit({ subject: 'Hi\r\nBcc: a@example.com' }),
      'steps.stretching.subject',
    ],
    [
      'a merge field nobody listed',
      '/series/back-care/versions',
      edit({ subject: 'Hi {{pain}}' }),
      'steps.stretching.subject',
    ],
    [
      'a template instead of words',
      '/series/back-care/versions',
      edit({ headline: '{{{firstName}}}' }),
      'steps.stretching.headline',
    ],
    [
      'a link of one’s own',
      '/series/back-care/versions',
      edit({ button: { label: 'Go', link: 'https://evil.example' } }),
      'steps.stretching.button.link',
    ],
    [
      'a step nobody has',
      '/series/back-care/versions',
      { rev: 1, steps: { nothing: { subject: 'Hi there' } } },
      'steps.nothing',
    ],
    [
      'a subject that names a condition',
      '/series/back-care/versions',
      edit({ subject: 'About your back pain' }),
      'steps.stretching.subject',
    ],
    [
      'an address typed as text',
      '/series/back-care/versions',
      edit({ paragraphs: ['Read more at https://example.com'] }),
      'steps.stretching.paragraphs.0',
    ],
    ['a version in the wrong type', '/series/back-care/versions', { rev: '1', steps: {} }, 'rev'],
  ])('refuses %s and names the field', async (_what, path, body, field) => {
    const { ask, kept } = stand();
    expect(await error(ask('POST', path, 'admin', body))).toMatchObject({ status: 400, code: 'invalid', field });
    expect(kept.unexpected).toEqual([]);
  });

  it.each(['{', '', 'null', '[]', '"x"'])('refuses the body %j', async (body) => {
    const { ask } = stand();
    expect((await error(ask('POST', '/segments', 'marketer', body))).status).toBe(400);
  });

  it('refuses more than 64 kB, an unknown filter, and one said twice', async () => {
    const { ask } = stand();
    expect((await error(ask('POST', '/segments', 'marketer', { name: 'x'.repeat(70_000), who: {} }))).status).toBe(413);
    expect(await error(ask('GET', '/messages?colour=red', 'viewer'))).toMatchObject({ status: 400, field: 'colour' });
    expect(await error(ask('GET', '/messages?limit=5&limit=6', 'viewer'))).toMatchObject({
      status: 400,
      field: 'limit',
    });
    expect(await error(ask('GET', '/messages?limit=101', 'viewer'))).toMatchObject({ status: 400, field: 'limit' });
  });

  it('takes no address in a URL', async () => {
    const { ask } = stand();
    expect(await error(ask('GET', '/subscribers?q=robin@example.com', 'viewer'))).toMatchObject({
      status: 400,
      field: 'q',
    });
  });
});

describe('what staff name', () => {
  it('is kept without characters that nobody sees', async () => {
    const { ask, kept } = stand();
    const made = await ask('POST', '/segments', 'marketer', { name: '\u202eNew\u200b runners\u2069', who: {} });
    expect(await made.json()).toMatchObject({ name: 'New runners' });
    expect(await error(ask('POST', '/segments', 'marketer', { name: '\u200b\u202e', who: {} }))).toMatchObject({
      status: 400,
      field: 'name',
    });
    await ask('POST', `/subscribers/${robin}/opt-out`, 'marketer', { channel: 'email', reason: 'called\u200b us' });
    expect(kept.left).toEqual([`${robin} email called us`]);
  });
});

describe('stopping and letting go on', () => {
  const stops = { on: true, reason: 'wrong words' };
  it('a marketer may stop everything, and only an approver may let it go on', async () => {
    const { ask, kept } = stand();
    expect((await ask('POST', '/controls/kill', 'viewer', stops)).status).toBe(403);
    expect((await ask('POST', '/controls/kill', 'marketer', stops)).status).toBe(200);
    expect(kept.controls.kill).toBe(true);
    const { rev } = kept.controls;
    expect(await error(ask('POST', '/controls/kill', 'marketer', { on: false, rev }))).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
    expect(kept.controls.kill).toBe(true);
    expect(kept.audit.at(-1)).toMatchObject({ act: 'POST /controls/kill', result: 'refused', reason: 'forbidden' });
    expect((await ask('POST', '/controls/kill', 'approver', { on: false, rev })).status).toBe(200);
    expect(kept.controls.kill).toBe(false);
  });

  it('a series that the circuit breaker paused goes on for an approver; one that staff paused, for a marketer', async () => {
    const { ask, kept } = stand();
    kept.controls = {
      ...kept.controls,
      rev: 3,
      pausedSeries: ['back-care'],
      pauseReasons: { 'back-care': 'too many' },
    };
    // A marketer who pauses it once more takes nothing from the circuit breaker.
    expect((await ask('POST', '/series/back-care/pause', 'marketer')).status).toBe(200);
    const go = (role: string) => ask('POST', '/series/back-care/resume', role, { rev: kept.controls.rev });
    expect(await error(go('marketer'))).toMatchObject({ status: 403, code: 'forbidden' });
    expect(kept.controls.pausedSeries).toEqual(['back-care']);
    expect((await go('approver')).status).toBe(200);
    expect((await ask('POST', '/series/back-care/pause', 'marketer')).status).toBe(200);
    expect((await go('marketer')).status).toBe(200);
    expect(kept.controls.pausedSeries).toEqual([]);
  });
});

describe('asking a waiting sign-up once more', () => {
  const waiting = id('sub', 2);
  const asked = { consent: { at: start, wording: '2026-11-a', ref: 'c' }, by: start };
  const channels = { email: { address: 'kim@example.com', status: 'pending' as const, since: start, asked } };

  it('is for a marketer, once an hour, and says why not; the audit trail has each try', async () => {
    const { ask, kept } = stand();
    kept.people.set(waiting, runner(waiting, 'pending', { channels }));
    const press = (role: string, who = waiting, channel = 'email') =>
      ask('POST', `/subscribers/${who}/ask`, role, { channel });
    expect((await press('viewer')).status).toBe(403);
    expect(kept.people.get(waiting)?.notices).toEqual([]);
    expect((await press('marketer')).status).toBe(200);
    expect(kept.people.get(waiting)?.notices).toMatchObject([{ kind: 'confirm-email', data: { firstName: 'Robin' } }]);
    expect(kept.woken).toEqual([`${waiting} email`]);
    expect(kept.audit.at(-1)).toMatchObject({
      act: 'POST /subscribers/{id}/ask',
      object: { kind: 'subscriber', id: waiting },
      result: 'done',
      changes: [{ kind: 'subscriber', id: waiting }],
    });
    expect(JSON.stringify(kept.audit)).not.toContain('example.com');
    expect(await error(press('marketer'))).toMatchObject({
      status: 409,
      code: 'conflict',
      message: expect.stringContaining('an hour ago or less'),
    });
    expect(await error(press('marketer', robin))).toMatchObject({ status: 409, code: 'conflict' });
    expect(await error(press('marketer', waiting, 'sms'))).toMatchObject({ status: 400, field: 'channel' });
    expect(await error(press('marketer', waiting, 'all'))).toMatchObject({ status: 400, field: 'channel' });
    expect(await error(press('marketer', id('sub', 9)))).toMatchObject({ status: 404 });
    expect(kept.woken).toHaveLength(1);
  });
});

describe('the audit trail', () => {
  it('has every person an answer shows, by id and never by address', async () => {
    const { ask, kept } = stand();
    await ask('GET', '/subscribers', 'viewer');
    await ask('GET', `/subscribers/${robin}`, 'viewer');
    await ask('POST', '/subscribers/find', 'viewer', { address: '0000000000000001@example.com' });
    expect(kept.audit.map(({ who, act, shown }) => [who?.sub, act, shown])).toEqual([
      ['sub-of-viewer', 'GET /subscribers', [robin]],
      ['sub-of-viewer', 'GET /subscribers/{id}', [robin]],
      ['sub-of-viewer', 'POST /subscribers/find', [robin]],
    ]);
    expect(JSON.stringify(kept.audit)).not.toContain('example.com');
  });

  it('has every change before it happens, so that nothing happens unrecorded', async () => {
    const { app, kept, ports } = stand();
    const broken = staffApp(
      new Proxy(ports, {
        get: (at, key) => (key === 'audit' ? () => Promise.reject(new Error('full')) : Reflect.get(at, key)),
      }),
    );
    const request = {
      method: 'POST',
      headers: { authorization: 'Bearer marketer' },
      body: JSON.stringify({ channel: 'email', reason: 'called us' }),
    };
    expect((await broken.request(`/staff/api/subscribers/${robin}/opt-out`, request)).status).toBe(500);
    expect(kept.left).toEqual([]);
    expect((await app.request(`/staff/api/subscribers/${robin}/opt-out`, request)).status).toBe(200);
    expect(kept.left).toEqual([`${robin} email called us`]);
    expect(kept.audit.at(-1)).toMatchObject({
      who: { sub: 'sub-of-marketer' },
      act: 'POST /subscribers/{id}/opt-out',
      object: { kind: 'subscriber', id: robin },
      result: 'done',
      at: start,
    });
  });

  it('has no way to lift an opt-out', () => {
    expect(routes.filter(({ path }) => /opt-in|resubscribe|import|consent/.test(path))).toEqual([]);
  });
});

describe('the answers', () => {
  it.each([
    '/me',
    '/options',
    '/home',
    '/controls',
    '/subscribers',
    `/subscribers/${robin}`,
    '/series',
    '/series/back-care',
    '/samples',
    '/segments',
    '/campaigns',
    '/bookings',
    '/bookings/by-step',
    '/messages',
    '/replies',
  ])('are what the description promises: %s', async (path) => {
    const { ask, kept } = stand();
    const { answer } = routes.find(
      (one) => one.method === 'GET' && one.path === path.replace(robin, '{id}').replace('back-care', '{id}'),
    )!;
    const response = await ask('GET', path, 'viewer');
    expect(kept.unexpected).toEqual([]);
    expect(response.status).toBe(200);
    expect(answer.safeParse(await response.json())).toMatchObject({ success: true });
  });

  it('say what the console calls every channel and when it is open, and name every code', async () => {
    const told = (await (await stand().ask('GET', '/options', 'viewer')).json()) as {
      channels: { name: string; many: string; open: Record<string, unknown> }[];
      labels: Record<string, Record<string, string>>;
    };
    expect(told.channels.map(({ name, many }) => [name, many])).toEqual([
      ['email', 'emails'],
      ['sms', 'texts'],
    ]);
    const texts = told.channels.find(({ name }) => name === 'sms')!;
    expect(texts.open['1']).toEqual({ from: '10:00', to: '18:00' });
    expect(texts.open['7']).toBeUndefined();
    expect(Object.keys(told.labels.outcomes!).sort()).toEqual([...outcomes].sort());
    expect(told.labels.standings).toMatchObject({ nobody: 'Finished, nobody reached' });
  });

  it('show what warns of new words, and keep what the approver accepted by name', async () => {
    const { ask, kept } = stand();
    const edited = { rev: 1, steps: { rest: { subject: 'REST this week' } } };
    expect((await ask('POST', '/series/back-care/versions', 'marketer', edited)).status).toBe(201);
    const { warnings } = (await (await ask('GET', '/series/back-care', 'viewer')).json()) as {
      warnings: { name: string }[];
    };
    expect(warnings).toEqual([
      { name: 'shouting in steps.rest.words.subject', message: expect.stringContaining('"REST" shouts') },
    ]);
    const approve = (accepted?: string[]) =>
      ask('POST', '/series/back-care/versions/2/approve', 'approver', accepted && { accepted });
    expect(await error(approve())).toMatchObject({ status: 400, field: 'accepted' });
    expect((await approve(warnings.map(({ name }) => name))).status).toBe(200);
    expect(kept.series.get('back-care#2')).toMatchObject({ approval: 'approved', accepted: [warnings[0]!.name] });
  });

  it('carry a whole editing round: edit, conflict, approve by someone else', async () => {
    const { ask, kept } = stand();
    const body = { rev: 1, steps: { rest: { headline: 'Rest is part of running' } } };
    const first = await ask('POST', '/series/back-care/versions', 'approver', body);
    expect([first.status, await first.json()]).toEqual([201, { version: 2, rev: 2 }]);
    expect((await error(ask('POST', '/series/back-care/versions', 'marketer', body))).status).toBe(409);
    expect((await error(ask('POST', '/series/back-care/versions/2/approve', 'approver'))).status).toBe(403);
    expect((await ask('POST', '/series/back-care/versions/2/approve', 'admin')).status).toBe(200);
    expect(kept.series.get('back-care#2')).toMatchObject({
      approval: 'approved',
      author: 'sub-of-approver',
      approvedBy: 'sub-of-admin',
    });
    expect(await (await ask('GET', '/series/back-care', 'viewer')).json()).toMatchObject({
      author: 'sub-of-approver',
      versions: [2, 1],
    });
  });
});

describe('the API description', () => {
  const load = async () => (await (await stand().app.request('/staff/api/openapi.json')).json()) as unknown;

  it('is there without a token and has every route, and no other', async () => {
    const { openapi, paths } = (await load()) as { openapi: string; paths: Record<string, Record<string, unknown>> };
    expect(openapi).toMatch(/^3\.1\./);
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('is whole: parameters are declared, names are unique, references lead somewhere, answers have shapes', async () => {
    interface Operation {
      operationId: string;
      'x-role': string;
      parameters: { name: string; in: string; required: boolean; schema: object }[];
      requestBody?: { content: Record<string, { schema: { type?: string } }> };
      responses: Record<string, { description: string; content: Record<string, { schema: { type?: string } }> }>;
    }
    const document = (await load()) as unknown as {
      paths: Record<string, Record<string, Operation>>;
      components: { schemas: object };
    };
    const names = new Set<string>();
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        names.add(operation.operationId);
        const wanted = Array.from(path.matchAll(/\{(\w+)\}/g), (match) => match[1]);
        expect(operation.parameters.filter((one) => one.in === 'path').map((one) => one.name)).toEqual(wanted);
        expect(operation.parameters.every((one) => Object.keys(one.schema).length > 0)).toBe(true);
        expect(roles).toContain(operation['x-role']);
        if (method === 'get') expect(operation.requestBody).toBeUndefined();
        const good = operation.responses['200'] ?? operation.responses['201'];
        expect(good?.content['application/json']?.schema.type).toBe('object');
        expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['400', '401', '403', '404', '409']));
      }
    }
    expect(names.size).toBe(routes.length);
    const references = JSON.stringify(document).match(/"\$ref":"[^"]+"/g) ?? [];
    expect(new Set(references)).toEqual(
      new Set(['"$ref":"#/components/schemas/Conflict"', '"$ref":"#/components/schemas/Error"']),
    );
    expect(document.components.schemas).toHaveProperty('Error');
  });
});
