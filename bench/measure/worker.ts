import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { BatchWriteCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { composeSeed, composeSend } from '../../functions/compose';
import { ground } from '../../functions/ground';
import { logTo } from '../../functions/log';
import { oneRequest } from '../../functions/providers/http-client';
import { loadAllSeries } from '../../functions/providers/templates';
import { documentClient } from '../../functions/store/client';
import { createTables } from '../../lib/local/dynamo';
import type { Engine } from '../../test/support/tables';
import { monday, runnerOf } from './runner';
import { openStand } from './stand';
import { type Line, median, micro } from './table';

const rounds = 11;
const perRound = 60;

/** Answers every SES call at once, in a process of its own so that its CPU is nobody's here. */
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
  const bare = {
    table: documentClient({ endpoint: engine.endpoint }),
    mail: new SESv2Client({ ...oneRequest(), endpoint: mail }),
  };
  logTo(() => undefined);
  try {
    await createTables(client, config.tables);
    await composeSeed(config, edges)(loadAllSeries(`${root}/templates`, config.practice));
    const wake = composeSend(config, edges);
    const measure = meterOf(perRound);
    const [ours, theirs]: [number[], number[]] = [[], []];
    let calls = 0;
    for (let round = 0; round <= rounds; round += 1) {
      const crowd = Array.from({ length: perRound }, (_, i) => runnerOf(round * perRound + i, monday));
      for (const one of crowd) await people.save(one);
      const recorded: Call[] = [];
      const stop = record(recorded);
      for (const { id } of crowd) await wake(id);
      stop();
      const again = crowd.map((one, i) => runnerOf((rounds + 1 + round) * perRound + i, one.enrollments[0]!.dueAt!));
      for (const one of again) await people.save(one);
      const full = await measure(async () => {
        for (const { id } of again) await wake(id);
      });
      await reset(
        bare.table,
        config.tables,
        crowd.map(({ id }) => id),
      );
      for (const one of crowd) await people.save(one);
      const loop = await measure(async () => {
        for (const call of recorded)
          if (call.to === 'table') await bare.table.send(call.make());
          else await bare.mail.send(call.make());
      });
      calls = recorded.length / perRound;
      // The first round only warms up.
      if (round > 0) {
        ours.push(full);
        theirs.push(loop);
      }
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

/** µs of CPU, user and system, for each of `count` messages. */
function meterOf(count: number) {
  return async (run: () => Promise<void>): Promise<number> => {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / count;
  };
}

/** Writes down every SDK call of the tables and of SES until it is called off; commands are made anew when repeated. */
function record(calls: Call[]): () => void {
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
