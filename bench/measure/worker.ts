import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { BatchWriteCommand, type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { composeSeed } from '../../functions/compose';
import { ground } from '../../functions/ground';
import { loadAllSeries } from '../../functions/providers/templates';
import { createTables } from '../../lib/local/aws/dynamo';
import { practiceFolder } from '../../lib/practice-folder';
import { temporaryFolder } from '../../lib/temporary-folder';
import type { Engine } from '../../test/support/tables';
import { bundle } from './bundle';
import { monday, runnerOf } from './runner';
import { openStand } from './stand';
import { type Line, median, micro } from './table';

const rounds = 15;
const perRound = 60;
/** A worker lives for hours; its first messages, which the engine has yet to compile for, are not what it costs. */
const warmUp = 1000;

/** Measured from one bundle, built as for the cloud: the worker, and its SDK clients alone. */
const measured = {
  composeSend: './functions/compose',
  logTo: './functions/log',
  oneRequest: './functions/providers/http-client',
  documentClient: './functions/store/client',
  DynamoDBDocumentClient: '@aws-sdk/lib-dynamodb',
  SESv2Client: '@aws-sdk/client-sesv2',
};
type Measured = Pick<typeof import('../../functions/compose'), 'composeSend'> &
  Pick<typeof import('../../functions/log'), 'logTo'> &
  Pick<typeof import('../../functions/providers/http-client'), 'oneRequest'> &
  Pick<typeof import('../../functions/store/client'), 'documentClient'> &
  Pick<typeof import('@aws-sdk/lib-dynamodb'), 'DynamoDBDocumentClient'> &
  Pick<typeof import('@aws-sdk/client-sesv2'), 'SESv2Client'>;

function bundled(root: string): Measured {
  const folder = temporaryFolder('worker');
  try {
    const source = Object.entries(measured).map(([name, from]) => `export { ${name} } from '${from}';`);
    return createRequire(import.meta.url)(bundle(root, folder.path, 'worker', { source: source.join('\n') }).file);
  } finally {
    folder.remove();
  }
}

/** Answers every SES call at once, in a process of its own so that its CPU time is not counted. */
const sesSource = `require('node:http').createServer((q,r)=>{q.resume().on('end',()=>{r.setHeader('content-type','application/json');
r.end(q.method==='GET'?'{"SendingEnabled":true,"ProductionAccessEnabled":true,"SendQuota":{"Max24HourSend":50000000,"MaxSendRate":100000,"SentLast24Hours":0}}':'{"MessageId":"0100018f-bench"}')})})
.listen(0,'127.0.0.1',function(){console.log(this.address().port)})`;

interface Call {
  to: 'table' | 'mail';
  make(): never;
}

/** CPU of one message through the whole worker, beside a bare loop of the very SDK calls it made. */
export async function worker(root: string, engine: Engine): Promise<Line[]> {
  const ses = spawn(process.execPath, ['-e', sesSource], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [port] = (await once(ses.stdout, 'data')) as [Buffer];
  const edges = { now: () => monday, bytes: (n: number) => randomBytes(n), sleep: async () => undefined };
  const stand = await openStand(root, engine, edges.now);
  const mail = `http://127.0.0.1:${String(port).trim()}`;
  const base = stand.config('none');
  // Past the meter, straight to the engine: the meter works in this process.
  const config = { ...base, endpoints: { ...base.endpoints!, dynamodb: engine.endpoint, ses: mail } };
  const { client, people } = ground(config, edges);
  const parts = bundled(root);
  const bare = {
    table: parts.documentClient({ endpoint: engine.endpoint }),
    mail: new parts.SESv2Client({ ...parts.oneRequest(), endpoint: mail }),
  };
  parts.logTo(() => undefined);
  try {
    await createTables(client, config.tables);
    await composeSeed(config, edges)(loadAllSeries(practiceFolder(root).series, config.practice));
    const wake = parts.composeSend(config, edges);
    const crowdAt = async (first: number, count = perRound) => {
      const crowd = Array.from({ length: count }, (_, i) => runnerOf(first + i, monday));
      for (const one of crowd) await people.save(one);
      return crowd.map(({ id }) => id);
    };
    const [ours, theirs]: [number[], number[]] = [[], []];
    let calls = 0;
    for (const id of await crowdAt(2 * (rounds + 1) * perRound, warmUp)) await wake(id);
    for (let round = 0; round <= rounds; round += 1) {
      const first = round * perRound;
      const ids = await crowdAt(first);
      const recorded: Call[] = [];
      const stop = record(parts, recorded);
      for (const id of ids) await wake(id);
      stop();
      const full = async () => {
        const others = await crowdAt((rounds + 1) * perRound + first);
        return cpuOf(async () => {
          for (const id of others) await wake(id);
        });
      };
      const loop = async () => {
        await reset(bare.table, config.tables, ids);
        await crowdAt(first);
        return cpuOf(async () => {
          for (const call of recorded)
            if (call.to === 'table') await bare.table.send(call.make());
            else await bare.mail.send(call.make());
        });
      };
      calls = recorded.length / perRound;
      // The second one inherits the garbage of the first, so they take turns. The first round opens connections.
      const theirsFirst = round % 2 ? await loop() : undefined;
      const [mine, theirsNow] = [await full(), theirsFirst ?? (await loop())];
      if (round === 0) continue;
      ours.push(mine);
      theirs.push(theirsNow);
    }
    const ratio = median(ours.map((one, i) => one / theirs[i]!));
    return [
      {
        what: 'CPU of the worker a message',
        measured: `${micro(median(ours))}, ${ratio.toFixed(2)} times the bare calls`,
        beside: `a bare loop of the same ${calls} SDK calls: ${micro(median(theirs))}`,
        goal: '≤ 1.25 times',
        met: ratio <= 1.25,
      },
    ];
  } finally {
    bare.table.destroy();
    bare.mail.destroy();
    client.destroy();
    await stand.close();
    await ended(ses);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  child.kill();
  await once(child, 'exit');
}

/** µs of CPU, user and system, for each message of a round. */
async function cpuOf(run: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / perRound;
}

/** Writes down every SDK call of the tables and of SES until it is called off; repeated commands are new objects. */
function record({ DynamoDBDocumentClient, SESv2Client }: Measured, calls: Call[]): () => void {
  const originals = [DynamoDBDocumentClient.prototype, SESv2Client.prototype].map((proto, i) => {
    const own = Object.getOwnPropertyDescriptor(proto, 'send');
    const { send } = proto as unknown as { send: (command: { input: object }, ...rest: unknown[]) => unknown };
    Object.assign(proto, {
      send(this: unknown, command: { input: object; constructor: unknown }, ...rest: unknown[]) {
        const Again = command.constructor as new (input: object) => never;
        const input = structuredClone(command.input);
        calls.push({ to: i === 0 ? 'table' : 'mail', make: () => new Again(input) });
        return send.call(this, command, ...rest);
      },
    });
    return () => {
      if (own) Object.defineProperty(proto, 'send', own);
      else delete (proto as { send?: unknown }).send;
    };
  });
  return () => {
    for (const undo of originals) undo();
  };
}

/** Takes away what a first pass left, so that the same conditional writes hold again. */
async function reset(
  client: DynamoDBDocumentClient,
  tables: { subscribers: string; ledger: string },
  ids: string[],
): Promise<void> {
  for (const id of ids) {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tables.ledger,
        KeyConditionExpression: 'subscriber = :s',
        ExpressionAttributeValues: { ':s': id },
      }),
    );
    await client.send(
      new BatchWriteCommand({
        RequestItems: {
          [tables.subscribers]: [{ DeleteRequest: { Key: { id } } }],
          ...(Items.length > 0 && {
            [tables.ledger]: Items.map(({ subscriber, key }) => ({ DeleteRequest: { Key: { subscriber, key } } })),
          }),
        },
      }),
    );
  }
}
