import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { hour } from '../../functions/core/base/time';
import { guardKey } from '../../functions/core/person/address';
import { auditStore } from '../../functions/store/audit';
import { controlStore } from '../../functions/store/controls';
import { departureWriter } from '../../functions/store/departures';
import { subscriberStore } from '../../functions/store/subscribers';
import { createTables } from '../../lib/local/aws/dynamo';
import { copyTable, sourcesFrom, tablesOf } from '../../lib/restore';
import { aPerson } from '../support/memory';
import { type Engine, engines, storesOn } from '../support/tables';

/** `npm run restore` and `npm run erase` as a person runs them, against tables named as CloudFormation names them. */

jest.setTimeout(60_000);

const names = {
  subscribers: 'Stridewell-trial-storage-subscribers6DA9B0AF-1AB2C3',
  guards: 'Stridewell-trial-storage-guardsE606F854-1AB2C3',
  ledger: 'Stridewell-trial-storage-ledger28D1CA40-1AB2C3',
  records: 'Stridewell-trial-storage-records86D700F3-1AB2C3',
  departures: 'Stridewell-trial-storage-departures8BFE3364-1AB2C3',
  audit: 'Stridewell-trial-storage-auditA48D740E-1AB2C3',
};
const guardSecret = 'a guard secret of the tests, long enough';
const keys = { linkKeys: [{ id: 'k1', secret: 'a link secret of the tests, long enough' }], guardSecret };
const person = aPerson();
const mail = person.channels.email!.address;

let engine: Engine;
let vault: ReturnType<typeof createServer>;
let client: Awaited<ReturnType<typeof storesOn>>['client'];
beforeAll(async () => {
  engine = await engines.dynalite!();
  ({ client } = await storesOn(engine));
  await createTables(client, names);
  // The older table of another stage and the copy lie beside them.
  await createTables(client, {
    ...names,
    subscribers: 'restored',
    guards: 'copy-g',
    ledger: 'copy-l',
    records: 'copy-r',
    departures: 'copy-d',
    audit: 'copy-a',
  });
  vault = createServer(async (req, res) => {
    await text(req);
    const asked = String(req.headers['x-amz-target']);
    const own = { ARN: 'arn:own', Name: 'own', Tags: [{ Key: 'stage', Value: 'trial' }] };
    const other = { ARN: 'arn:prod', Name: 'prod', Tags: [{ Key: 'stage', Value: 'prod' }] };
    const answer = asked.endsWith('ListSecrets')
      ? { SecretList: [other, own] }
      : { SecretString: JSON.stringify(keys) };
    res.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((ready) => vault.listen(0, '127.0.0.1', ready));
});
afterAll(async () => {
  client.destroy();
  vault?.closeAllConnections();
  await new Promise((done) => (vault ? vault.close(done) : done(undefined)));
  await engine.stop();
});

function run(script: string, ...args: string[]): Promise<{ status: number | null; said: string; wrong: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...args], {
    timeout: 40_000,
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${(vault.address() as AddressInfo).port}`,
    },
  });
  return Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((done) => child.once('exit', done)),
  ]).then(([said, wrong, status]) => ({ status, said, wrong }));
}

it('copies, stops all sending, and takes out who has left since', async () => {
  await subscriberStore(client, 'restored').save(person);
  await departureWriter(
    client,
    names.departures,
  )({
    key: guardKey(guardSecret, mail),
    at: Date.parse('2026-11-02T00:00:00Z'),
    what: 'left',
    channel: 'email',
    reason: 'unsubscribed',
  });
  const since = ['--stage', 'trial', '--since', '2026-11-01T00:00:00Z', '--until', '2026-11-03T00:00:00Z'];
  const { status, said, wrong } = await run('restore', ...since, '--copy', 'subscribers=restored');
  expect({ status, wrong }).toEqual({ status: 0, wrong: '' });
  expect(said).toContain('subscribers: 1 items copied from restored.');
  expect(said).toContain('1 channels had been left since the backup');
  expect(said).toContain('Sending is still stopped');
  expect(`${said}${wrong}`).not.toContain(mail);
  const found = await subscriberStore(client, names.subscribers).load(person.id);
  expect(found!.channels.email!.status).toBe('unsubscribed');
  expect((await controlStore(client, names.records).read()).kill).toBe(true);
});

it('forgets a person by id, and says so when there is none', async () => {
  const first = await run('erase', '--stage', 'trial', '--person', person.id);
  expect(first).toEqual({ status: 0, wrong: '', said: 'Forgotten, but for the sealed proofs.\n' });
  expect(await subscriberStore(client, names.subscribers).load(person.id)).toBeUndefined();
  expect((await run('erase', '--stage', 'trial', '--person', person.id)).said).toContain('no such person');
});

it('what is done from a terminal stands in the audit trail, by id alone', async () => {
  const now = Date.now();
  const { entries } = await auditStore(client, names.audit).list(100, { from: now - hour, to: now + hour });
  expect(entries.map(({ act, result, who, object }) => [act, result, who?.sub, object?.id])).toEqual([
    ['erase', 'done', 'by-hand', person.id],
    ['erase', 'done', 'by-hand', person.id],
    ['restore: reconcile', 'done', 'by-hand', undefined],
    ['restore: copy subscribers', 'done', 'by-hand', undefined],
    ['restore: stop', 'done', 'by-hand', 'controls'],
  ]);
  expect(JSON.stringify(entries)).not.toContain(mail);
});

it.each([
  ['restore', [], 'Say which stage'],
  ['restore', ['--stage', 'trial', '--since', 'yesterday'], 'Say --since with its zone'],
  [
    'restore',
    ['--stage', 'trial', '--since', '2026-11-01T00:00:00Z', '--copy', 'departures=x'],
    'is not like subscribers=RESTORED-TABLE',
  ],
  [
    'restore',
    ['--stage', 'trial', '--since', '2026-11-01T00:00:00Z', '--copy', 'audit=x'],
    'is not like subscribers=RESTORED-TABLE',
  ],
  ['restore', ['--stage', 'prod', '--since', '2026-11-01T00:00:00Z'], 'There should be one table each'],
  ['erase', ['--stage', 'trial', '--person', 'kim@example.com'], 'Say whom, by the id'],
])('%s with %j says one sentence', async (script, args, sentence) => {
  const { status, wrong } = await run(script, ...args);
  expect(status).toBe(1);
  expect(wrong).toContain(sentence);
  expect(wrong.trim().split('\n')).toHaveLength(1);
});

it('takes no table that is no copy of the one it is to replace', async () => {
  await expect(copyTable(client, 'subscribers', 'copy-l', names.subscribers)).rejects.toThrow(
    'copy-l is no copy of subscribers',
  );
});

it('leaves the controls of the day as they are, and whatever the backup has not heard of', async () => {
  const backup = controlStore(client, 'copy-r');
  await backup.save({ ...(await backup.read()), kill: false, pausedSeries: ['old'] });
  await subscriberStore(client, names.subscribers).save({ ...person, id: 'sub_0000000000000007' });
  await copyTable(client, 'records', 'copy-r', names.records);
  await copyTable(client, 'subscribers', 'restored', names.subscribers);
  expect((await controlStore(client, names.records).read()).kill).toBe(true);
  expect(await subscriberStore(client, names.subscribers).load('sub_0000000000000007')).toBeDefined();
});

it('refuses to guess between two tables of one name', async () => {
  await client.send(
    new CreateTableCommand({
      TableName: 'Stridewell-trial-storage-guardsE606F854-9ZZ',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'key', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'key', KeyType: 'HASH' }],
    }),
  );
  await expect(tablesOf(client, 'trial')).rejects.toThrow(/guards \(.*1AB2C3, .*9ZZ\)/);
});

it('reads which restored table is which', () => {
  expect(sourcesFrom(['ledger=a.b-c'])).toEqual([['ledger', 'a.b-c']]);
  for (const wrong of ['ledger', 'people=x-y', 'ledger=a/b']) expect(() => sourcesFrom([wrong])).toThrow('is not like');
});
