import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect, createServer as createSocketServer } from 'node:net';
import { resolve } from 'node:path';
import { auditStore } from '../../functions/store/audit';
import { bookingStore } from '../../functions/store/bookings';
import { campaignStore } from '../../functions/store/campaigns';
import { type Capacity, documentClient } from '../../functions/store/client';
import { controlStore } from '../../functions/store/controls';
import { departurePages, departureWriter } from '../../functions/store/departures';
import { guardStore } from '../../functions/store/guards';
import { ledgerStore } from '../../functions/store/ledger';
import type { TableNames } from '../../functions/store/schema';
import { segmentStore } from '../../functions/store/segments';
import { seriesStore } from '../../functions/store/series';
import { subscriberStore } from '../../functions/store/subscribers';
import { createTables, startDynamo } from '../../lib/local/aws/dynamo';

export interface Engine {
  endpoint: string;
  stop(): Promise<void>;
}

const dynoxideBinary = resolve('node_modules/@dynoxide/linux-x64/dynoxide');

/** Every DynamoDB engine on this machine. dynalite is always there; dynoxide is an optional dependency. */
export const engines: Record<string, () => Promise<Engine>> = {
  dynalite: startDynalite,
  ...(existsSync(dynoxideBinary) && { dynoxide: startDynoxide }),
};

async function startDynalite(): Promise<Engine> {
  const dynamo = await startDynamo({ dataDir: ':memory:' });
  const server = createServer(dynamo.handle);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/dynamo`,
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await dynamo.close();
    },
  };
}

async function startDynoxide(): Promise<Engine> {
  const port = await freePort();
  const child = spawn(dynoxideBinary, ['--host', '127.0.0.1', '--port', String(port)], { stdio: 'ignore' });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  await answering(port, 200);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createSocketServer();
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}

async function answering(port: number, triesLeft: number): Promise<void> {
  const open = await new Promise<boolean>((answer) => {
    const socket = connect(port, '127.0.0.1', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('connect', () => socket.destroy());
  });
  if (open) return;
  if (triesLeft === 0) throw new Error('dynoxide did not start');
  await new Promise((later) => setTimeout(later, 20));
  return answering(port, triesLeft - 1);
}

/** A client and fresh tables on a running engine, with every store over them. */
export async function storesOn(engine: Engine, onCapacity?: (capacity: Capacity) => void, own?: TableNames) {
  const client = documentClient({
    endpoint: engine.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    ...(onCapacity && { onCapacity }),
  });
  const mark = randomUUID().slice(0, 8);
  const names: TableNames = own ?? {
    subscribers: `subscribers-${mark}`,
    guards: `guards-${mark}`,
    ledger: `ledger-${mark}`,
    records: `records-${mark}`,
    departures: `departures-${mark}`,
    audit: `audit-${mark}`,
  };
  await createTables(client, names);
  return {
    client,
    names,
    subscribers: subscriberStore(client, names.subscribers),
    guards: guardStore(client, names.guards),
    ledger: ledgerStore(client, names.ledger),
    series: seriesStore(client, names.records),
    segments: segmentStore(client, names.records),
    campaigns: campaignStore(client, names.records),
    bookings: bookingStore(client, names.records),
    controls: controlStore(client, names.records),
    audit: auditStore(client, names.audit),
    departures: { append: departureWriter(client, names.departures), page: departurePages(client, names.departures) },
  };
}

export type Stores = Awaited<ReturnType<typeof storesOn>>;

/** A DynamoDB in memory of one's own, with empty tables and every store; `close` ends it. */
export async function freshStore(): Promise<Stores & { close(): Promise<void> }> {
  const engine = await startDynalite();
  const stores = await storesOn(engine);
  return {
    ...stores,
    async close() {
      stores.client.destroy();
      await engine.stop();
    },
  };
}

/** Runs the same tests on every engine, with tables shared by the file; tests keep apart by their ids. */
export function onEveryEngine(tests: (stores: () => Stores) => void): void {
  for (const [name, startEngine] of Object.entries(engines)) {
    describe(`on ${name}`, () => {
      let engine: Engine;
      let stores: Stores;
      beforeAll(async () => {
        engine = await startEngine();
        stores = await storesOn(engine);
      });
      afterAll(async () => {
        stores?.client.destroy();
        await engine?.stop();
      });
      tests(() => stores);
    });
  }
}
