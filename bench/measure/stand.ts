import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '../../functions/config';
import { channelNames, perChannel } from '../../functions/core/base/channel';
import { atLeast, defaultBudgets } from '../../functions/core/membership/budget';
import { defaultPolicy } from '../../functions/core/time/policy';
import { SHARDS } from '../../functions/store/schema';
import { LocalQueues } from '../../lib/local/aws/queue';
import { createWorld, sesMount, smsMount, type World } from '../../lib/local/world/world';
import { practiceFolder } from '../../lib/practice-folder';
import { loadPractice } from '../../lib/settings';
import type { Engine } from '../../test/support/tables';

export interface Used {
  role: string;
  command: string;
  table: string;
  units: number;
}

const writes = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem']);
export const isWrite = ({ command }: Used): boolean => writes.has(command);

/**
 * The whole cloud on loopback: a DynamoDB engine behind a meter that asks for the cost of every call, queues, and the
 * outside world. Each role gets a config of its own, so that the meter knows who asked.
 */
export async function openStand(root: string, engine: Engine, now: () => number) {
  const used: Used[] = [];
  const queues = new LocalQueues({ names: [...channelNames, 'events', 'inbound'], now });
  const folder = practiceFolder(root);
  const practice = loadPractice(folder.settings);
  let world: World | undefined;
  const server = createServer(async (req, res) => {
    const role = /^\/dynamo\/([a-z]+)/.exec(req.url ?? '')?.[1];
    if (role !== undefined) return void meter(role, engine.endpoint, req, res, used);
    if (await queues.handle(req, res)) return;
    if (!(await world?.handle(req, res))) res.writeHead(404).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const inside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const mark = randomUUID().slice(0, 8);
  const events: string[] = [];
  world = createWorld({
    dataDir: ':memory:',
    now,
    smsNumber: practice.sender.smsNumber,
    publicUrl: inside,
    ids: randomUUID,
    random: Math.random,
    emit: {
      sesEvent: async (event) => void events.push(JSON.stringify(event)),
      smsEvent: async (event) => void events.push(JSON.stringify(event)),
      inboundSms: async () => undefined,
    },
  });
  const config = (role: string): Config => ({
    stage: 'local',
    practice,
    policy: defaultPolicy,
    publicUrl: inside,
    tables: {
      subscribers: `subscribers-${mark}`,
      guards: `guards-${mark}`,
      ledger: `ledger-${mark}`,
      records: `records-${mark}`,
      departures: `departures-${mark}`,
      audit: `audit-${mark}`,
    },
    shards: SHARDS,
    queues: perChannel((name) => `${inside}/000000000000/${name}`),
    linkKeys: [{ id: '1', secret: randomBytes(32).toString('base64url') }],
    guardSecret: 'a secret of the bench, thirty-two letters or more',
    configurationSets: { marketing: 'marketing', transactional: 'transactional', sms: 'texts' },
    smsOrigination: practice.sender.smsNumber,
    oidc: { issuer: inside, clientId: 'bench' },
    allowList: ['*'],
    evergreen: ['back-care'],
    signupsPerMinute: 100_000,
    budgets: atLeast(defaultBudgets, 1_000_000),
    answersEvery: 0,
    pace: { workers: perChannel(() => 1), textParts: 10_000 },
    drawings: folder.drawings,
    endpoints: {
      dynamodb: `${inside}/dynamo/${role}`,
      sqs: inside,
      ses: `${inside}${sesMount}`,
      sms: `${inside}${smsMount}`,
    },
  });
  return {
    used,
    queues,
    world,
    config,
    /** What the providers have reported since the last call, as their JSON. */
    reports: async (): Promise<string[]> => {
      await world?.quiet();
      return events.splice(0);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await world?.close();
      await queues.close();
    },
  };
}

type Req = Parameters<Parameters<typeof createServer>[1] & object>[0];
type Res = Parameters<Parameters<typeof createServer>[1] & object>[1];

/** Passes one call on to the engine, asks for its cost and writes it down. */
async function meter(role: string, endpoint: string, req: Req, res: Res, used: Used[]): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk);
  const command = String(req.headers['x-amz-target']).split('.')[1] ?? '';
  const asked = { ...JSON.parse(Buffer.concat(chunks).toString()), ReturnConsumedCapacity: 'TOTAL' };
  const body = JSON.stringify(/Table/.test(command) ? JSON.parse(Buffer.concat(chunks).toString()) : asked);
  const headers = { ...req.headers, 'content-length': String(Buffer.byteLength(body)), host: new URL(endpoint).host };
  const on = request(endpoint, { method: 'POST', headers }, (answer) => {
    const got: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => got.push(chunk));
    answer.on('end', () => {
      const text = Buffer.concat(got);
      for (const one of costs(text)) used.push({ role, command, ...one });
      res.writeHead(answer.statusCode ?? 500, { 'content-type': 'application/x-amz-json-1.0' });
      res.end(text);
    });
  });
  on.on('error', () => res.destroy());
  on.end(body);
}

function costs(text: Buffer): { table: string; units: number }[] {
  const { ConsumedCapacity: cost } = JSON.parse(text.toString()) as {
    ConsumedCapacity?: Cost | Cost[];
  };
  const list = cost === undefined ? [] : Array.isArray(cost) ? cost : [cost];
  return list.map(({ TableName, CapacityUnits }) => ({
    table: TableName.replace(/-[^-]*$/, ''),
    units: CapacityUnits,
  }));
}

interface Cost {
  TableName: string;
  CapacityUnits: number;
}
