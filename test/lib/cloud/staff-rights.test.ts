import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { composeSeed } from '../../../functions/compose';
import { composeStaff } from '../../../functions/compose-staff';
import type { Config } from '../../../functions/config';
import { perChannel } from '../../../functions/core/base/channel';
import { day, hour, iso } from '../../../functions/core/base/time';
import { atLeast, defaultBudgets } from '../../../functions/core/membership/budget';
import { defaultPolicy } from '../../../functions/core/time/policy';
import { documentClient } from '../../../functions/store/client';
import { tableNames } from '../../../functions/store/schema';
import { access } from '../../../lib/cloud/access';
import { createTables } from '../../../lib/local/aws/dynamo';
import { startRecorder } from '../../cloud/recorder';
import { id, runner } from '../../support/staff';
import { type Engine, engines, storesOn } from '../../support/tables';
import { all, practice } from '../../templates/sample';

/**
 * The console's calls, each held against the staff function's rights. The journey through the emulated cloud reads a few
 * pages only; here every kind of act is done once, on real tables, with what stands between writing down the calls.
 */
jest.setTimeout(60_000);

const robin = id('sub', 1);
const waiting = id('sub', 2);
const visit = id('bkg', 1);
const tables = Object.fromEntries(tableNames.map((name) => [name, name])) as Config['tables'];

let engine: Engine;
let recorder: Awaited<ReturnType<typeof startRecorder>>;
let keys: Server;
let ask: (method: string, path: string, body?: object, role?: string) => Promise<{ status: number; json: never }>;

beforeAll(async () => {
  Object.assign(process.env, { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' });
  engine = await engines.dynalite!();
  recorder = await startRecorder({ emulator: engine.endpoint, ses: engine.endpoint, sms: engine.endpoint });
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  keys = createServer(async (_req, res) => {
    res.setHeader('content-type', 'application/json');
    res.end(JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'k' }] }));
  });
  await new Promise<void>((ready) => keys.listen(0, '127.0.0.1', ready));
  const config = {
    stage: 'trial',
    practice,
    policy: defaultPolicy,
    publicUrl: 'https://tips.practice.example',
    tables,
    shards: 1,
    queues: perChannel((name) => `${recorder.url}/staff/${name}`),
    linkKeys: [{ id: '1', secret: 'a secret of thirty-two letters or more' }],
    guardSecret: 'another secret of thirty-two letters or more',
    configurationSets: { marketing: 'marketing', transactional: 'transactional', sms: 'texts' },
    smsOrigination: practice.sender.smsNumber,
    oidc: {
      issuer: 'https://issuer.example',
      clientId: 'console',
      jwksUri: `http://127.0.0.1:${(keys.address() as AddressInfo).port}/`,
    },
    allowList: ['*'],
    evergreen: ['back-care'],
    signupsPerMinute: 20,
    budgets: atLeast(defaultBudgets, 120),
    answersEvery: 0,
    pace: { workers: perChannel(() => 1), textParts: 1 },
    drawings: '.',
    endpoints: { dynamodb: `${recorder.url}/staff`, sqs: `${recorder.url}/staff`, ses: '', sms: '' },
  } as unknown as Config;
  const edges = { now: Date.now, bytes: (n: number) => randomBytes(n), sleep: async () => undefined };

  const client = documentClient({ endpoint: engine.endpoint });
  await createTables(client, tables);
  client.destroy();
  const direct = { ...config, endpoints: { ...config.endpoints!, dynamodb: engine.endpoint } };
  await composeSeed(direct, edges)(all);
  const { client: own, subscribers, bookings } = await storesOn(engine, undefined, tables);
  await subscribers.save({ ...runner(robin), rev: 0 });
  const asked = { consent: { at: Date.now(), wording: '2026-11-a', ref: 'c' }, by: Date.now() + day };
  const email = { address: 'kim@example.com', status: 'pending' as const, since: Date.now(), asked };
  await subscribers.save({ ...runner(waiting), rev: 0, channels: { email } });
  await bookings.create({
    id: visit,
    rev: 0,
    subscriber: robin,
    firstName: 'Robin',
    phone: '+17705550123',
    location: 'north',
    days: [1],
    part: 'any',
    status: 'requested',
    createdAt: Date.now(),
    callBackBy: Date.now() + hour,
  });
  own.destroy();

  const app = composeStaff(config, { ...edges, ipOf: () => '192.0.2.1' });
  ask = async (method, path, body, role = 'admin') => {
    const token = await new SignJWT({ 'cognito:groups': [role], client_id: 'console', token_use: 'access' })
      .setProtectedHeader({ alg: 'ES256', kid: 'k' })
      .setIssuer('https://issuer.example')
      .setSubject(`sub-of-${role}`)
      .setExpirationTime('5 minutes')
      .sign(privateKey);
    const answer = await app.request(`/staff/api${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
    });
    return { status: answer.status, json: (await answer.json()) as never };
  };
});
afterAll(async () => {
  recorder.close();
  keys.close();
  keys.closeAllConnections();
  await engine.stop();
});

/** Every right of `access.staff`, and every call, as one line each. */
function granted(): string[] {
  const { records, ...others } = access.staff;
  const line = (table: string, verb: string, kind?: string) =>
    [table, verb === 'index' ? 'Query by index' : verb, kind].filter(Boolean).join(' ');
  return [
    ...Object.entries(others).flatMap(([table, verbs]) => verbs.map((verb) => line(table, verb))),
    ...Object.entries(records).flatMap(([kind, verbs]) => verbs.map((verb) => line('records', verb, kind))),
  ];
}
const called = (): string[] =>
  recorder
    .calls()
    .filter(({ action }) => action.startsWith('dynamodb:'))
    .map(({ action, on, index, kind }) =>
      [on, `${action.replace('dynamodb:', '')}${index ? ' by index' : ''}`, on === 'records' ? kind : '']
        .filter(Boolean)
        .join(' '),
    );

/** Rights that the round below does not show in use, each with what uses it. */
const unseen: Record<string, string> = {
  'records PutItem watch':
    'Settling a held message takes it off the count of what waits (test/flows/staff/decide-held.test.ts).',
};

it('every act and every page stay within the rights of the staff function, and use every one of them', async () => {
  const well = async (method: string, path: string, body?: object, role?: string): Promise<Record<string, unknown>> => {
    const { status, json } = await ask(method, path, body, role);
    expect({ path, status, json: status < 300 ? '' : json }).toEqual({
      path,
      status: status < 300 ? status : 200,
      json: '',
    });
    return json;
  };
  for (const path of ['/home', '/controls', '/series', '/series/back-care', '/segments', '/campaigns', '/bookings'])
    await well('GET', path);
  for (const path of ['/bookings/by-step', '/messages', '/replies', '/audit', '/subscribers', `/subscribers/${robin}`])
    await well('GET', path);
  await well('POST', '/subscribers/find', { address: 'someone@example.com' });
  await well('GET', `/subscribers/${robin}/explain?seriesId=back-care&stepId=welcome&channel=email`);
  await well('POST', '/segments/count', { who: {}, channels: ['email'] });
  const segment = await well('POST', '/segments', { name: 'All', who: {} });
  await well('GET', `/segments/${segment.id}`);
  await well('PUT', `/segments/${segment.id}`, { name: 'Everybody', who: {}, rev: segment.rev });
  const startDate = iso(Date.now() + 30 * day).slice(0, 10);
  const plan = { name: 'C', seriesId: 'walk-in-hours', who: {}, channels: ['email'], startDate, startTime: '10:00' };
  const campaign = await well('POST', '/campaigns', plan);
  const { people } = await well('POST', '/segments/count', { who: {}, channels: ['email'], exact: true });
  const scheduling = { rev: campaign.rev, count: people, confirmCount: people };
  await well('POST', `/campaigns/${campaign.id}/schedule`, scheduling, 'approver');
  await well('GET', `/campaigns/${campaign.id}`);
  await well('POST', `/campaigns/${campaign.id}/cancel`, { rev: campaign.rev });
  await well('POST', '/series/back-care/versions', { rev: 1, steps: { rest: { headline: 'Rest well' } } }, 'approver');
  await well('POST', '/series/back-care/versions/2/approve');
  const paused = await well('POST', '/series/back-care/pause');
  await well('POST', '/series/back-care/resume', { rev: paused.rev });
  const stopped = await well('POST', '/controls/kill', { on: true, reason: 'a drill' });
  await well('POST', '/controls/kill', { on: false, rev: stopped.rev });
  const [request] = (await well('GET', '/bookings')).items as { rev: number }[];
  const visitAt = iso(Date.now() + day);
  await well('POST', `/bookings/${visit}`, { status: 'booked', visitAt, rev: request?.rev });
  const seen = (await well('GET', `/subscribers/${robin}`)).subscriber as { rev: number };
  await well('POST', `/subscribers/${robin}/seen`, { rev: seen.rev });
  await well('POST', `/subscribers/${robin}/opt-out`, { channel: 'email', reason: 'called' });
  await well('POST', `/subscribers/${waiting}/ask`, { channel: 'email' });
  const { items } = await well('GET', '/test-recipients');
  const [recipient] = (items as { name: string }[]).map(({ name }) => name);
  await well('POST', '/test-sends', {
    seriesId: 'back-care',
    stepId: 'rest',
    channel: 'email',
    sample: 'unsure',
    recipient,
  });

  const rights = granted();
  expect(called().filter((call) => !rights.includes(call))).toEqual([]);
  const calls = called();
  expect(rights.filter((right) => !calls.includes(right)).sort()).toEqual(Object.keys(unseen).sort());
});
