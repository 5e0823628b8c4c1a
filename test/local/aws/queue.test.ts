import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { LocalQueues, maxReceives } from '../../../lib/local/aws/queue';
import { md5OfAttributes } from '../../../lib/local/aws/queue-wire';

let timers: { ms: number; run: () => void }[];
let queues: LocalQueues;
let server: Server;
let client: SQSClient;
let QueueUrl: string;

beforeEach(async () => {
  timers = [];
  queues = new LocalQueues({
    names: ['send'],
    now: () => 1_764_600_000_000,
    schedule: (ms, run) => {
      const timer = { ms, run };
      timers.push(timer);
      return () => timers.splice(timers.indexOf(timer), 1);
    },
  });
  server = createServer((req, res) => {
    void queues.handle(req, res).then((own) => {
      if (!own) res.writeHead(404).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  QueueUrl = `${origin}/000000000000/send`;
  // No endpoint: the client must find its way from the QueueUrl alone, as the practice's own does.
  client = new SQSClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  });
});
afterEach(async () => {
  client.destroy();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await queues.close();
});

const fire = () => {
  for (const { run } of timers.splice(0)) run();
};
const bodies = (event: SQSEvent) => event.Records.map(({ body }) => body);
const entries = (...list: string[]) => list.map((MessageBody, n) => ({ Id: `e${n}`, MessageBody }));

test('the SDK accepts what it is answered, MD5s and all, and the consumer gets the messages as Lambda would', async () => {
  const seen: SQSEvent[] = [];
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'sub_1' }));
  const { Successful } = await client.send(
    new SendMessageBatchCommand({ QueueUrl, Entries: entries('sub_2', 'sub_ñ') }),
  );
  expect(Successful).toHaveLength(2);
  queues.consume('send', async (event) => {
    seen.push(event);
    return { batchItemFailures: [] };
  });
  await queues.idle();
  expect(seen.flatMap(bodies)).toEqual(['sub_1', 'sub_2', 'sub_ñ']);
  expect(seen[0]?.Records[0]).toMatchObject({
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:send',
    attributes: { ApproximateReceiveCount: '1', SentTimestamp: '1764600000000' },
  });
});

test('depth is told as SQS tells it, and a purge empties the queue', async () => {
  await client.send(new SendMessageBatchCommand({ QueueUrl, Entries: entries('a', 'b', 'c') }));
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'later', DelaySeconds: 60 }));
  const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
  expect(Attributes).toMatchObject({ ApproximateNumberOfMessages: '3', ApproximateNumberOfMessagesDelayed: '1' });
  expect(queues.depth('send')).toBe(4);
  await client.send(new PurgeQueueCommand({ QueueUrl }));
  expect(queues.depth('send')).toBe(0);
});

test('without a consumer a message can be received, comes back when not deleted, and is gone once deleted', async () => {
  const MessageAttributes = { kind: { DataType: 'String', StringValue: 'hint' } };
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'sub_1', MessageAttributes }));
  const receive = () =>
    client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] }));
  expect((await receive()).Messages?.[0]).toMatchObject({ Body: 'sub_1', MessageAttributes });
  expect((await receive()).Messages ?? []).toEqual([]);
  fire(); // the visibility timeout
  fire(); // and its way back
  const again = (await receive()).Messages?.[0];
  expect(again?.Body).toBe('sub_1');
  await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: again!.ReceiptHandle! }));
  fire();
  expect(queues.depth('send')).toBe(0);
});

test('a queue nobody made is refused by name, as is an eleventh entry', async () => {
  const other = QueueUrl.replace(/send$/, 'sned');
  await expect(client.send(new SendMessageCommand({ QueueUrl: other, MessageBody: 'x' }))).rejects.toMatchObject({
    name: 'QueueDoesNotExist',
  });
  const eleven = entries(...Array.from({ length: 11 }, (_, n) => String(n)));
  await expect(client.send(new SendMessageBatchCommand({ QueueUrl, Entries: eleven }))).rejects.toMatchObject({
    name: 'TooManyEntriesInBatchRequest',
  });
});

test('a request that is no SQS call is left to others', async () => {
  expect((await fetch(QueueUrl)).status).toBe(404);
});

test('only the records that failed come back, and after five receives they lie in the dead-letter queue', async () => {
  const seen: string[][] = [];
  queues.consume('send', async (event) => {
    seen.push(bodies(event));
    return {
      batchItemFailures: event.Records.filter(({ body }) => body === 'bad').map(({ messageId }) => ({
        itemIdentifier: messageId,
      })),
    };
  });
  for (const body of ['good', 'bad', 'fine']) queues.send('send', body);
  while (queues.dead('send').length === 0) {
    await new Promise((done) => setImmediate(done));
    fire();
  }
  await queues.idle();
  expect(seen).toEqual([['good', 'bad', 'fine'], ...Array.from({ length: maxReceives - 1 }, () => ['bad'])]);
  expect(queues.dead('send')).toEqual(['bad']);
});

test.each([
  ['throws', () => Promise.reject(new Error('boom'))],
  ['names a record that was not there', async () => ({ batchItemFailures: [{ itemIdentifier: 'who' }] })],
])('a handler that %s gets the whole batch again', async (_what, first) => {
  const seen: string[][] = [];
  queues.consume('send', async (event) => {
    seen.push(bodies(event));
    return seen.length === 1 ? first() : undefined;
  });
  queues.send('send', 'a');
  queues.send('send', 'b');
  while (seen.length < 2) {
    await new Promise((done) => setImmediate(done));
    fire();
  }
  expect(seen).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ]);
});

test('never more handlers than the concurrency, never more records than the batch', async () => {
  let running = 0;
  let most = 0;
  let largest = 0;
  queues.consume(
    'send',
    async (event) => {
      most = Math.max(most, ++running);
      largest = Math.max(largest, event.Records.length);
      await new Promise((done) => setImmediate(done));
      running--;
      return undefined;
    },
    { batchSize: 4, concurrency: 3 },
  );
  for (let n = 0; n < 50; n++) queues.send('send', String(n));
  await queues.idle();
  expect([most, largest, queues.depth('send')]).toEqual([3, 4, 0]);
});

test('a delayed message waits for its time, and idle waits for it', async () => {
  const seen: string[] = [];
  queues.consume('send', async (event) => {
    seen.push(...bodies(event));
    return undefined;
  });
  queues.send('send', 'later', {}, 90);
  let idle = false;
  const quiet = queues.idle().then(() => {
    idle = true;
  });
  await new Promise((done) => setImmediate(done));
  expect([idle, seen, timers.map(({ ms }) => ms)]).toEqual([false, [], [90_000]]);
  fire();
  await quiet;
  expect(seen).toEqual(['later']);
});

test('deliver resolves when the handler is through with it, not when it is queued', async () => {
  let open: () => void = () => {};
  const gate = new Promise<void>((done) => {
    open = done;
  });
  queues.consume('send', async () => {
    await gate;
    return undefined;
  });
  let settled: string | undefined;
  const delivered = queues.deliver('send', 'event').then((fate) => {
    settled = fate;
  });
  await new Promise((done) => setImmediate(done));
  expect(settled).toBeUndefined();
  open();
  await delivered;
  expect(settled).toBe('done');
});

test('the MD5 of attributes is the one AWS computes', () => {
  // Worked by hand from the guide: 4-byte lengths, name, type, transport byte, value.
  expect(md5OfAttributes({ a: { DataType: 'String', StringValue: 'b' } })).toBe('bef8bf215374a0a228d67533b1a488be');
});
