import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import engineRoom from 'dynalite/db/index.js';
import type { Subscriber } from '../../../functions/core/person/subscriber';
import { documentClient } from '../../../functions/store/client';
import { guardStore } from '../../../functions/store/guards';
import { subscriberStore } from '../../../functions/store/subscribers';
import { createTables, startDynamo } from '../../../lib/local/aws/dynamo';

const names = {
  subscribers: 'subscribers',
  guards: 'guards',
  ledger: 'ledger',
  records: 'records',
  departures: 'departures',
  audit: 'audit',
};

let dataDir: string;
const running: { stop(): Promise<void> }[] = [];
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'dynamo-'));
});
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function serve() {
  const dynamo = await startDynamo({ dataDir });
  const server = createServer(dynamo.handle);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const client = documentClient({
    endpoint: `http://127.0.0.1:${port}/local/dynamo`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  const served = {
    client,
    port,
    async stop() {
      client.destroy();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await dynamo.close();
    },
  };
  running.push(served);
  return served;
}

test('what was written is there after a restart, and making the tables again changes nothing', async () => {
  const first = await serve();
  await createTables(first.client, names);
  const saved = await guardStore(first.client, 'guards').save({ key: 'k', rev: 0, channel: 'email', asked: [] });
  await first.stop();
  const second = await serve();
  await createTables(second.client, names);
  expect(await guardStore(second.client, 'guards').load('k')).toEqual(saved);
});

test('a kill between an item and its index row is mended at the next start, either way round', async () => {
  const at = Date.UTC(2026, 10, 30);
  const people = ({ client }: Awaited<ReturnType<typeof serve>>) => subscriberStore(client, 'subscribers', 1);
  const waiting = (id: string): Subscriber => ({
    id,
    rev: 0,
    kind: 'unknown',
    createdAt: at,
    channels: {},
    enrollments: [],
    notices: [],
    recentSends: [],
    expiresAt: at,
  });
  const first = await serve();
  await createTables(first.client, names);
  for (const id of ['sub_kept', 'sub_lost', 'sub_gone']) await people(first).save(waiting(id));
  await first.stop();

  // As SIGKILL leaves it: dynalite had taken out one row and not yet written its item, and put in another too many.
  const { db, lifecycleManager } = engineRoom.create({ path: join(dataDir, 'dynamo') });
  await db.open();
  const keyOf = async (kind: string, id: string): Promise<string> => {
    for await (const [key, row] of db.iterator<object>({ gte: kind, lt: `${kind}\xff` }))
      if (JSON.stringify(row).includes(id)) return key;
    throw new Error(`no ${kind} of ${id}`);
  };
  await db.batch([
    { type: 'del', key: await keyOf('index-global~subscribers~due~', 'sub_lost') },
    { type: 'del', key: await keyOf('item-subscribers~', 'sub_gone') },
  ]);
  await lifecycleManager.gracefulClose();

  const { ids } = await people(await serve()).due('sms', 0, at, 10);
  expect(ids.sort()).toEqual(['sub_kept', 'sub_lost']);
});

test('a damaged folder is one clear sentence', async () => {
  const first = await serve();
  await createTables(first.client, names);
  await first.stop();
  const files = await readdir(join(dataDir, 'dynamo'));
  const damaged = files.filter((file) => file === 'CURRENT' || file.startsWith('MANIFEST'));
  expect(damaged.length).toBeGreaterThan(0);
  for (const file of damaged) await writeFile(join(dataDir, 'dynamo', file), 'garbage');
  await expect(startDynamo({ dataDir })).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(/^The data folder .* is damaged; .*\.$/),
  });
});

test('a folder in use by another run is told apart from a damaged one', async () => {
  await serve();
  await expect(startDynamo({ dataDir })).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('in use'),
  });
});

test('a caller who hangs up half-way harms nobody', async () => {
  const only = await serve();
  await createTables(only.client, names);
  await new Promise<void>((gone) => {
    const half = request({
      port: only.port,
      host: '127.0.0.1',
      method: 'POST',
      headers: { 'content-length': 1000 },
    });
    half.once('error', () => gone());
    half.write('{"half":', () => half.destroy(new Error('hung up')));
  });
  const guards = guardStore(only.client, 'guards');
  expect(await guards.save({ key: 'after', rev: 0, channel: 'sms', asked: [] })).toMatchObject({ rev: 1 });
});
