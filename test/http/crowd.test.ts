import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { composePublic } from '../../functions/compose-public';
import type { Config } from '../../functions/config';
import { defaultPolicy } from '../../functions/core/policy';
import { documentClient } from '../../functions/store/client';
import { createTables, startDynamo } from '../../lib/local/dynamo';
import { practice } from './public-site';

/** The composed pages over HTTP, on the store of `npm start`: what a crowd that presses at once really meets. */
let close: () => Promise<void>;
let url: string;

beforeAll(async () => {
  Object.assign(process.env, { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' });
  const dynamo = await startDynamo({ dataDir: ':memory:' });
  const tables = await listening(createServer(dynamo.handle));
  const names = ['subscribers', 'guards', 'ledger', 'records', 'departures', 'audit'] as const;
  const config: Config = {
    stage: 'local',
    practice,
    policy: defaultPolicy,
    publicUrl: 'https://tips.practice.example',
    tables: Object.fromEntries(names.map((name) => [name, name])) as Config['tables'],
    shards: 1,
    queues: { email: `${tables.url}/email`, sms: `${tables.url}/sms` },
    linkKeys: [{ id: '1', secret: 'a secret of thirty-two letters or more' }],
    guardSecret: 'another secret of thirty-two letters or more',
    configurationSets: { marketing: 'marketing', transactional: 'transactional', sms: 'texts' },
    smsOrigination: practice.sender.smsNumber,
    oidc: { issuer: tables.url, clientId: 'crowd' },
    allowList: ['*'],
    evergreen: 'back-care',
    signupsPerMinute: 2000,
    answersEvery: 0,
    pace: { workers: { email: 1, sms: 1 }, textParts: 100 },
    drawings: '.',
    endpoints: { dynamodb: `${tables.url}/dynamo`, sqs: tables.url, ses: tables.url, sms: tables.url },
  };
  const client = documentClient({ endpoint: `${tables.url}/dynamo` });
  await createTables(client, config.tables);
  client.destroy();
  const app = composePublic(config, {
    now: Date.now,
    bytes: (n) => randomBytes(n),
    sleep: (ms) => setTimeout(ms),
    ipOf: () => '192.0.2.1',
  });
  const pages = await listening(createServer(getRequestListener(app.fetch)));
  url = pages.url;
  close = async () => {
    await pages.close();
    await tables.close();
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

const signUp = (over: object) =>
  fetch(`${url}/subscribe`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      firstName: 'Maya',
      emailConsent: 'email' in over,
      smsConsent: 'phone' in over,
      experience: 'regular',
      pain: 'mechanical',
      crossTraining: true,
      adult: true,
      ...over,
    }),
  });

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
