import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { minute } from '../../functions/core/base/time';
import { emailQuota } from '../../functions/providers/email-quota';

/** SES as far as it tells how fast one may send. */
let server: Server;
let asked: string[] = [];
let answer: () => { status: number; rate?: number } = () => ({ status: 200, rate: 14 });
let now = 0;

const quota = () => {
  const { port } = server.address() as AddressInfo;
  return emailQuota({ now: () => now, endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1' });
};

beforeAll(async () => {
  process.env.AWS_ACCESS_KEY_ID = 'local';
  process.env.AWS_SECRET_ACCESS_KEY = 'local';
  server = createServer((req, res) => {
    asked.push(`${req.method} ${req.url}`);
    const { status, rate } = answer();
    res.writeHead(status, { 'content-type': 'application/json' });
    res.end(JSON.stringify(status === 200 ? { SendQuota: { MaxSendRate: rate } } : { message: 'no' }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
beforeEach(() => {
  asked = [];
  now = 0;
  answer = () => ({ status: 200, rate: 14 });
});
afterAll(() => new Promise((done) => server.close(done)));

describe('the mail quota', () => {
  test('is asked for once in five minutes, however many want to know', async () => {
    const rate = quota();
    expect(await Promise.all([rate(), rate(), rate()])).toEqual([14, 14, 14]);
    now += 5 * minute - 1;
    await rate();
    expect(asked).toEqual(['GET /v2/email/account']);
    now += 1;
    answer = () => ({ status: 200, rate: 50 });
    expect(await rate()).toBe(50);
    expect(asked).toHaveLength(2);
  });

  test('is the last known while SES cannot be asked, and SES is not asked on every message then', async () => {
    const rate = quota();
    await rate();
    answer = () => ({ status: 500 });
    now += 6 * minute;
    expect(await rate()).toBe(14);
    expect(await rate()).toBe(14);
    expect(asked).toHaveLength(2);
  });

  test('is one a second where nothing was ever known', async () => {
    answer = () => ({ status: 403 });
    expect(await quota()()).toBe(1);
    answer = () => ({ status: 200, rate: -1 });
    expect(await quota()()).toBe(1);
  });
});
