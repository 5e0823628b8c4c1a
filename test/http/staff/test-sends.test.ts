import { hour, minute } from '../../../functions/core/base/time';
import { staffApp } from '../../../functions/http/staff/app';
import { testRecipientsSchema, testStateSchema } from '../../../functions/http/staff/test-sends';
import { staffWorld } from '../../support/staff';

function stand() {
  const world = staffWorld();
  const ask = async (method: string, path: string, body?: unknown, role = 'marketer', app = staffApp(world.ports)) => {
    const answer = await app.request(`/staff/api${path}`, {
      method,
      headers: { authorization: `Bearer ${role}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // biome-ignore lint/suspicious/noExplicitAny: what a client sees is untyped
    return { status: answer.status, json: (await answer.json()) as any };
  };
  return { ...world, ask };
}

const rest = {
  recipient: 'Front office',
  seriesId: 'back-care',
  stepId: 'rest',
  sample: 'new-runner',
  channel: 'email',
};

describe('test recipients', () => {
  it('are those of practice.yaml, with what the stage keeps back', async () => {
    const { ask, kept } = stand();
    const office = { name: 'Front office', email: 'office@practice.example', phone: '+17705550120' };
    const open = await ask('GET', '/test-recipients');
    expect(open.json).toEqual({ items: [{ ...office, notAllowed: [] }] });
    expect(testRecipientsSchema.safeParse(open.json).success).toBe(true);
    kept.allowed = (address) => address.startsWith('+');
    expect((await ask('GET', '/test-recipients')).json).toEqual({ items: [{ ...office, notAllowed: ['email'] }] });
    expect((await ask('GET', '/test-recipients', undefined, 'viewer')).status).toBe(403);
  });
});

describe('a test', () => {
  it('is put on its way once, answers what can be watched, and holds no address', async () => {
    const { ask, kept } = stand();
    const { status, json } = await ask('POST', '/test-sends', rest);
    expect(status).toBe(201);
    expect(testStateSchema.safeParse(json)).toMatchObject({ success: true });
    expect(json).toMatchObject({ recipient: 'Front office', version: 1, draft: false, outcome: 'pending' });
    expect(Date.parse(json.waitsUntil) - kept.now).toBe(hour);
    expect(JSON.stringify(json)).not.toMatch(/@|\+1770|sub_/);
    expect([...kept.people.values()]).toMatchObject([{ kind: 'desk', notices: [{ id: json.id, kind: 'test-send' }] }]);
    expect(kept.woken).toEqual([`${[...kept.people.keys()][0]} email`]);
    expect(kept.audit).toMatchObject(
      ['started', 'done'].map((result) => ({ result, who: { sub: 'sub-of-marketer' }, act: 'POST /test-sends' })),
    );
    expect(JSON.stringify(kept.audit)).not.toContain('practice.example');
    expect(kept.ledger).toMatchObject([
      { kind: 'history', entry: { happening: { what: 'test', actor: 'Kim marketer' } } },
    ]);
  });

  it('is not on its way when it cannot be written down', async () => {
    const { ports, kept, ask } = stand();
    const broken = staffApp(
      new Proxy(ports, {
        get: (at, key) => (key === 'audit' ? () => Promise.reject(new Error('full')) : Reflect.get(at, key)),
      }),
    );
    expect((await ask('POST', '/test-sends', rest, 'marketer', broken)).status).toBe(500);
    expect(kept.people.size).toBe(0);
  });

  it('is watched without a line in the audit trail for every look, since no runner is in it', async () => {
    const { ask, kept, mergeDelivery } = stand();
    const { id, message } = (await ask('POST', '/test-sends', { ...rest, words: { subject: 'Another subject' } })).json;
    const [item] = kept.people.values();
    expect((await ask('GET', `/test-sends/${id}`)).json).toMatchObject({ outcome: 'pending', draft: true });
    kept.controls = { ...kept.controls, kill: true };
    expect((await ask('GET', `/test-sends/${id}`)).json).toMatchObject({
      outcome: 'pending',
      reason: 'All sending is stopped.',
      waitsUntil: expect.any(String),
    });
    await mergeDelivery({
      subscriber: item!.id,
      id: message,
      target: id,
      stepId: 'test-send',
      channel: 'email',
      marketing: false,
      at: kept.now,
      facts: { blocked: { at: kept.now, note: 'MessageRejected' } },
    });
    const { status, json } = await ask('GET', `/test-sends/${id}`);
    expect([status, json.outcome, json.reason, json.waitsUntil]).toEqual([
      200,
      'blocked',
      expect.any(String),
      undefined,
    ]);
    expect(testStateSchema.safeParse(json).success).toBe(true);
    expect(kept.audit).toHaveLength(2);
    expect((await ask('GET', '/test-sends/ntc_0000000000000000')).status).toBe(404);
  });

  it('shows the words that went out when somebody looks at the message again', async () => {
    const { ask, kept, mergeDelivery } = stand();
    const { id, message } = (await ask('POST', '/test-sends', { ...rest, words: { headline: 'Only in the test' } }))
      .json;
    const [item] = kept.people.values();
    await mergeDelivery({
      subscriber: item!.id,
      id: message,
      target: id,
      stepId: 'test-send',
      channel: 'email',
      marketing: false,
      at: kept.now,
      facts: { accepted: { at: kept.now } },
    });
    kept.people.set(item!.id, { ...item!, notices: [] });
    const { status, json } = await ask('GET', `/messages/${item!.id}/${message}/rendered`);
    expect(status).toBe(200);
    expect(json.subject).toMatch(/^\[Test\] /);
    expect(json.html).toContain('Only in the test');
  });

  it.each<[string, object, number, string]>([
    ['nobody', { ...rest, recipient: undefined }, 400, 'recipient'],
    ['an address', { ...rest, recipient: 'a@example.com' }, 400, 'recipient'],
    ['a field nobody knows', { ...rest, to: 'a@example.com' }, 400, 'to'],
    ['a channel nobody knows', { ...rest, channel: 'fax' }, 400, 'channel'],
    ['a sample nobody knows', { ...rest, sample: 'robin' }, 400, 'sample'],
    ['figures, which staff do not word', { ...rest, words: { figures: [] } }, 400, 'words.figures'],
    ['a subject of two lines', { ...rest, words: { subject: 'a\r\nBcc: b@example.com' } }, 400, 'words.subject'],
    ['a merge field nobody listed', { ...rest, words: { text: '{{pain}}' } }, 400, 'words.text'],
    ['a step nobody has', { ...rest, stepId: 'nothing' }, 404, 'stepId'],
  ])('is refused for %s', async (_, body, status, field) => {
    const { ask, kept } = stand();
    const answer = await ask('POST', '/test-sends', body);
    expect([answer.status, answer.json.error.field]).toEqual([status, field]);
    expect([kept.people.size, kept.quotas.size, kept.unexpected]).toEqual([0, 0, []]);
  });

  it('is refused after the twentieth of an hour, which the description says', async () => {
    const { ask, kept, ports } = stand();
    for (let n = 0; n < 20; n += 1) {
      kept.now += minute;
      expect((await ask('POST', '/test-sends', rest)).status).toBe(201);
    }
    const { status, json } = await ask('POST', '/test-sends', rest);
    expect([status, json.error.code]).toEqual([429, 'too-many-requests']);
    const { paths } = (await (await staffApp(ports).request('/staff/api/openapi.json')).json()) as {
      paths: Record<string, { post?: { responses: object } }>;
    };
    expect(paths['/test-sends']?.post?.responses).toHaveProperty('429');
    expect(paths['/preview']?.post?.responses).not.toHaveProperty('429');
  });
});
