import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { composePublic } from '../../../functions/compose-public';
import type { Config } from '../../../functions/config';
import { perChannel } from '../../../functions/core/base/channel';
import { signToken } from '../../../functions/core/base/token';
import { atLeast, defaultBudgets } from '../../../functions/core/membership/budget';
import { defaultPolicy } from '../../../functions/core/time/policy';
import { documentClient } from '../../../functions/store/client';
import { tableNames } from '../../../functions/store/schema';
import { createTables, startDynamo } from '../../../lib/local/aws/dynamo';
import { practice } from '../public-site';

/** The composed pages over HTTP, on the store of `npm start`: what a crowd that presses at once really meets. */
let close: () => Promise<void>;
let url: string;
/** A process of the pages over the same tables, asked from this address on the internet. */
let another: (ip: string, over?: Partial<Config>) => ReturnType<typeof composePublic>;

const tables = Object.fromEntries(tableNames.map((name) => [name, name])) as Config['tables'];

beforeAll(async () => {
  Object.assign(process.env, { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' });
  const dynamo = await startDynamo({ dataDir: ':memory:' });
  const store = await listening(createServer(dynamo.handle));
  const config: Config = {
    stage: 'local',
    practice,
    policy: defaultPolicy,
    publicUrl: 'https://tips.practice.example',
    tables,
    shards: 1,
    queues: perChannel((name) => `${store.url}/${name}`),
    linkKeys: [{ id: '1', secret: 'a secret of thirty-two letters or more' }],
    guardSecret: 'another secret of thirty-two letters or more',
    configurationSets: { marketing: 'marketing', transactional: 'transactional', sms: 'texts' },
    smsOrigination: practice.sender.smsNumber,
    oidc: { issuer: store.url, clientId: 'crowd' },
    allowList: ['*'],
    evergreen: ['back-care'],
    signupsPerMinute: 2000,
    budgets: atLeast(defaultBudgets, 120),
    answersEvery: 0,
    pace: { workers: perChannel(() => 1), textParts: 100 },
    drawings: '.',
    endpoints: { dynamodb: `${store.url}/dynamo`, sqs: store.url, ses: store.url, sms: store.url },
  };
  const client = documentClient({ endpoint: `${store.url}/dynamo` });
  await createTables(client, config.tables);
  client.destroy();
  const edges = { now: Date.now, bytes: (n: number) => randomBytes(n), sleep: (ms: number) => setTimeout(ms) };
  another = (ip, over = {}) => composePublic({ ...config, ...over }, { ...edges, ipOf: () => ip });
  const app = another('192.0.2.1');
  const pages = await listening(createServer(getRequestListener(app.fetch)));
  url = pages.url;
  close = async () => {
    await pages.close();
    await store.close();
    await dynamo.close();
  };
});
afterAll(() => close());

async function listening(server: Server) {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const post = (body: object) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', accept: 'application/json' },
  body: JSON.stringify(body),
});
const given = (over: object) =>
  post({
    firstName: 'Maya',
    emailConsent: 'email' in over,
    smsConsent: 'phone' in over,
    experience: 'regular',
    pain: 'mechanical',
    crossTraining: true,
    adult: true,
    ...over,
  });
const signUp = (over: object) => fetch(`${url}/subscribe`, given(over));

test.each([
  ['by email', { email: 'crowd@example.com' }],
  ['by text', { phone: '+14045550142' }],
  ['by both, of which one is a second spelling', { email: 'crowd+two@example.com', phone: '+14045550142' }],
])('30 equal sign-ups at once %s are all accepted', async (_name, over) => {
  const answers = await Promise.all(Array.from({ length: 30 }, () => signUp(over)));
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  expect(counts).toEqual({ 202: 30 });
});

test('so are 30 that reach 30 processes at once', async () => {
  const apps = Array.from({ length: 30 }, () => another('192.0.2.1'));
  const answers = await Promise.all(apps.map((app) => app.request('/subscribe', given({ email: 'far@example.com' }))));
  expect(answers.map(({ status }) => status)).toEqual(apps.map(() => 202));
});

describe('budgets', () => {
  const budgets = {
    ...defaultBudgets,
    signUps: { ...defaultBudgets.signUps, network: 2 },
    bookings: { ...defaultBudgets.bookings, network: 2 },
  };
  const busy = {
    error: {
      code: 'too-many-requests',
      message:
        'We get more requests than we can take just now. Please try again in an hour, or call us at (770) 555-0100.',
    },
  };

  test('a network that has used up its sign-ups is told so, with a number to call, by every process alike', async () => {
    const [one, two] = [another('198.51.100.1', { budgets }), another('198.51.100.2', { budgets })];
    const first = await one.request('/subscribe', given({ email: 'a@example.com' }));
    const second = await two.request('/subscribe', given({ email: 'b@example.com' }));
    expect([first.status, second.status]).toEqual([202, 202]);
    for (const app of [one, two]) {
      const answer = await app.request('/subscribe', given({ email: 'c@example.com' }));
      expect([answer.status, await answer.json()]).toEqual([429, busy]);
    }
    const elsewhere = await another('203.0.113.1', { budgets }).request(
      '/subscribe',
      given({ email: 'c@example.com' }),
    );
    expect(elsewhere.status).toBe(202);
  });

  test('so is one that asks for too many visits', async () => {
    const app = another('198.51.100.1', { budgets });
    const visit = post({ firstName: 'Maya', phone: '404-555-0123', location: 'north' });
    const statuses = [];
    for (let i = 0; i < 3; i += 1) statuses.push((await app.request('/book', visit)).status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  test('what cannot be counted is refused as a fault, and whoever leaves is never counted', async () => {
    const unreadable = { ...tables, guards: 'no-such-table' };
    const app = another('198.51.100.9', { budgets, tables: unreadable });
    expect((await app.request('/subscribe', given({ email: 'd@example.com' }))).status).toBe(500);
    const link = signToken([{ id: '1', secret: 'a secret of thirty-two letters or more' }], 'unsubscribe', [
      'nobody',
      'e',
      'key-of-an-address',
    ]);
    const counting = another('198.51.100.9', { budgets });
    for (let n = 0; n < 4; n += 1)
      expect((await counting.request(`/unsubscribe/${link}`, { method: 'POST' })).status).toBe(200);
  });
});
