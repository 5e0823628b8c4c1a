import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PutOptedOutNumberCommand, SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { openJournal } from '../../../lib/local/world/journal';
import { credentials, type Json, mail, stand } from './stand';

let dataDir: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'world-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

/** Starts the child and resolves with its address and the lines it prints from then on. */
async function start(
  health: 'stuck' | 'well',
): Promise<{ child: ChildProcess; url: string; lines: AsyncIterator<string> }> {
  const script = join(process.cwd(), 'test/local/world/world-child.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, health], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  const { url } = JSON.parse((await lines.next()).value);
  return { child, url, lines };
}

test('what was answered before SIGKILL is there once after it, and what was owed is handed over then', async () => {
  const before = await start('stuck');
  const ses = new SESv2Client({
    region: 'us-east-1',
    credentials,
    endpoint: `${before.url}/local/aws/ses`,
    maxAttempts: 1,
  });
  const sent = await Promise.all(Array.from({ length: 20 }, () => ses.send(new SendEmailCommand(mail()))));
  const heard = fetch(`${before.url}/local/api/sms`, {
    method: 'POST',
    body: JSON.stringify({ from: '+14045550123', body: 'STOP' }),
  });
  await heard;
  before.child.kill('SIGKILL');
  await new Promise((done) => before.child.once('exit', done));
  ses.destroy();
  // The kill tore the line that was being written.
  appendFileSync(join(dataDir, 'outside-world.jsonl'), '{"t":"accepted","entry":{"id":"torn"');

  const after = await start('well');
  const outbox = (await (await fetch(`${after.url}/local/api/outbox`)).json()) as Json[];
  expect(outbox.map(({ id }) => id).sort()).toEqual(sent.map(({ MessageId }) => MessageId).sort());
  const told: Json[] = [];
  while (told.length < 41) told.push(JSON.parse((await after.lines.next()).value));
  for (const { MessageId } of sent) {
    const about = told.filter((event) => event.mail?.messageId === MessageId).map(({ eventType }) => eventType);
    expect(about).toEqual(['Send', 'Delivery']);
  }
  expect(told.filter(({ messageBody }) => messageBody === 'STOP')).toHaveLength(1);
}, 30_000);

test('accept-then-drop is durable too', async () => {
  const { child, url } = await start('well');
  await fetch(`${url}/local/api/faults`, {
    method: 'POST',
    body: JSON.stringify({ channel: 'email', mode: 'acceptThenDrop', rate: 1 }),
  });
  const ses = new SESv2Client({ region: 'us-east-1', credentials, endpoint: `${url}/local/aws/ses`, maxAttempts: 1 });
  await expect(ses.send(new SendEmailCommand(mail()))).rejects.toThrow();
  child.kill('SIGKILL');
  await new Promise((done) => child.once('exit', done));
  ses.destroy();
  const again = await stand({ dataDir });
  expect(again.world.outbox()).toHaveLength(1);
  await again.close();
}, 30_000);

test('a clean restart keeps messages, opt-outs and what was reported, and hands nothing over twice', async () => {
  const first = await stand({ dataDir });
  await first.ses().send(new SendEmailCommand(mail()));
  await first.sms().send(new PutOptedOutNumberCommand({ OptOutListName: 'Default', OptedOutNumber: '+14045550123' }));
  await first.post('/local/api/events', { id: 'm-1', type: 'complaint' });
  await first.close();

  const second = await stand({ dataDir });
  await second.world.quiet();
  expect(second.emitted.ses).toEqual([]);
  expect(second.world.outbox()).toEqual(first.world.outbox());
  const text = new SendTextMessageCommand({ DestinationPhoneNumber: '+14045550123', MessageBody: 'Hello' });
  await expect(second.sms({ maxAttempts: 1 }).send(text)).rejects.toMatchObject({ name: 'ConflictException' });
  // The ids start over at m-1 here; a message's id is never used again.
  const { MessageId } = await second.ses().send(new SendEmailCommand(mail()));
  expect(MessageId).not.toBe('m-1');
  await second.close();
});

test('in memory nothing touches the disk', async () => {
  const here = await stand({ dataDir: ':memory:' });
  await here.ses().send(new SendEmailCommand(mail()));
  await here.close();
  expect(readdirSync('.')).not.toContain(':memory:');
});

test('a line is in the file when `append` resolves, and after `close` nothing is taken', async () => {
  const file = join(dataDir, 'log.jsonl');
  const log = openJournal(file, () => {});
  await log.append({ n: 1 });
  expect(readFileSync(file, 'utf8')).toContain('{"n":1}');
  await log.close();
  await expect(log.append({ n: 2 })).rejects.toThrow('closed');
});

test('a journal reads back across its piece size, skips a torn line, and can be rewritten as a whole', async () => {
  const file = join(dataDir, 'log.jsonl');
  const records = Array.from({ length: 300 }, (_, n) => ({ n, text: 'ñ'.repeat(n * 20) }));
  const log = openJournal(file, () => {});
  await Promise.all(records.map((record) => log.append(record)));
  await log.close();
  expect(statSync(file).size).toBeGreaterThan(1 << 20);
  appendFileSync(file, '{"n":30');
  const read: unknown[] = [];
  const again = openJournal(file, (record) => read.push(record));
  expect(read).toEqual(records);
  again.rewrite([{ n: 1 }]);
  await again.append({ n: 2 });
  await again.close();
  expect(readFileSync(file, 'utf8').split('\n').filter(Boolean)).toEqual(['{"t":"begin"}', '{"n":1}', '{"n":2}']);
});
