import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linkIn, openTown, steps, type Town } from './world';

jest.setTimeout(60_000);

const dataDir = mkdtempSync(join(tmpdir(), 'stridewell-restart-'));
let town: Town;
afterAll(async () => {
  await town.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const email = 'wilhelmina@example.com';
const phone = '+14045550171';

test('a data folder keeps people, messages, time, links and the work ahead across a restart', async () => {
  town = await openTown({ dataDir });
  await town.join({ firstName: 'Wilhelmina', email, phone });
  const before = await town.advance('P8D');
  const choices = linkIn((await town.outbox(email)).at(-1)!, 'preferences');
  const sent = [await town.outbox(email), await town.outbox(phone)];
  await town.close();

  town = await openTown({ dataDir });
  expect(await town.settle()).toBeGreaterThanOrEqual(before);
  expect((await town.outbox(email)).slice(0, sent[0]!.length)).toEqual(sent[0]);
  const row = (await (await town.staff('viewer')).post('/subscribers/find', { address: email })).json.items;
  expect(row).toHaveLength(1);
  expect((await town.get(new URL(choices).pathname)).status).toBe(200);
  await town.advance('P49D');
  const all = ['welcome', 'stretching', 'cross-training', 'rest', 'spine-doctor', 'check-in'];
  expect([steps(await town.outbox(email)), steps(await town.outbox(phone))]).toEqual([all, all]);
});

test('the log of all of it holds no address, number, name or token', async () => {
  await town.text(phone, 'Wilhelmina here, who is this?');
  await town.post('/subscribe', { firstName: 'Wilhelmina\r\n', email });
  await town.get(`/confirm/${email}`);
  await town.settle();
  const log = readFileSync(join(dataDir, 'log.jsonl'), 'utf8');
  expect(log.trim().split('\n').length).toBeGreaterThan(10);
  const mails = await town.outbox(email);
  const tokens = mails.flatMap(({ text }) =>
    [...text.matchAll(/\/(1\.[a-z0-9]{16}\.\S+)/g)].map(([, token]) => token!),
  );
  expect(tokens.length).toBeGreaterThan(20);
  for (const secret of [email, 'wilhelmina', phone, phone.slice(2), ...tokens])
    expect(log.toLowerCase()).not.toContain(secret.toLowerCase());
  for (const line of log.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
});
