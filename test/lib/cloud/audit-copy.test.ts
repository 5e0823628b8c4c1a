import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { DynamoDBRecord } from 'aws-lambda';
import { auditCopy, putter } from '../../../lib/cloud/audit-copy';

const record = (eventName: 'INSERT' | 'MODIFY' | 'REMOVE', n: number): DynamoDBRecord => ({
  eventName,
  eventID: `e${n}`,
  dynamodb: {
    ApproximateCreationDateTime: Date.parse('2026-12-01T15:00:00Z') / 1000 + n,
    SequenceNumber: `10000${n}`,
    Keys: { month: { S: '2026-12' }, entry: { S: `entry-${n}` } },
    ...(eventName === 'REMOVE' ? {} : { NewImage: { line: { M: { act: { S: `act ${n}` } } } } }),
    ...(eventName === 'INSERT' ? {} : { OldImage: { line: { M: { act: { S: 'what stood there' } } } } }),
  },
});

function stand() {
  const kept = new Map<string, string>();
  const said: unknown[] = [];
  const copy = auditCopy({
    put: async (key, body) => void kept.set(key, body),
    log: (event, fields) => void said.push({ event, ...fields }),
  });
  return { kept, said, copy };
}

it('copies a batch into one object under its day, a line each, as it was written down', async () => {
  const { kept, said, copy } = stand();
  await copy({ Records: [record('INSERT', 1), record('INSERT', 2)] });
  expect([...kept.keys()]).toEqual(['2026/12/01/100001.jsonl']);
  const lines = [...kept.values()][0]!
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toEqual([
    { change: 'INSERT', at: '2026-12-01T15:00:01.000Z', new: { line: { M: { act: { S: 'act 1' } } } } },
    { change: 'INSERT', at: '2026-12-01T15:00:02.000Z', new: { line: { M: { act: { S: 'act 2' } } } } },
  ]);
  expect(said).toEqual([]);
});

it.each(['MODIFY', 'REMOVE'] as const)(
  'keeps what stood there before a %s, and says so where an alarm hears it',
  async (what) => {
    const { kept, said, copy } = stand();
    await copy({ Records: [record('INSERT', 1), record(what, 2)] });
    expect([...kept.values()].join()).toContain('what stood there');
    expect(said).toEqual([{ event: 'audit-changed', change: what, entry: 'entry-2' }]);
  },
);

it('tried again writes the same object, so that nothing is lost and nothing goes astray', async () => {
  const { kept, copy } = stand();
  await copy({ Records: [record('INSERT', 1), record('INSERT', 2)] });
  await copy({ Records: [record('INSERT', 1)] });
  expect(kept.size).toBe(1);
});

it('fails when the object cannot be written, so that the stream gives the batch again', async () => {
  const copy = auditCopy({ put: () => Promise.reject(new Error('no')), log: () => undefined });
  await expect(copy({ Records: [record('INSERT', 1)] })).rejects.toThrow('no');
});

describe('over the wire', () => {
  let asked: { method: string; url: string; headers: IncomingHttpHeaders; body: string }[] = [];
  let status = 200;
  const server = createServer(async (req, res) => {
    asked.push({ method: req.method!, url: req.url!, headers: req.headers, body: await text(req) });
    res.writeHead(status).end('<Error><Code>AccessDenied</Code></Error>');
  });
  beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
  afterAll(() => new Promise((done) => server.close(done)));
  beforeEach(() => {
    asked = [];
    status = 200;
  });
  const own = () => ({ accessKeyId: 'AKID', secretAccessKey: 'secret', sessionToken: 'session' });
  const put = () =>
    putter('the-bucket', 'us-east-1', own, `http://127.0.0.1:${(server.address() as AddressInfo).port}/copy`);

  it('puts with the checksum that a locked bucket asks for, signed', async () => {
    await put()('2026/12/01/1.jsonl', 'a line\n');
    expect(asked).toMatchObject([
      {
        method: 'PUT',
        url: '/copy/the-bucket/2026/12/01/1.jsonl',
        body: 'a line\n',
        headers: {
          'x-amz-checksum-sha256': expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
          'x-amz-security-token': 'session',
          authorization: expect.stringContaining(
            'SignedHeaders=content-type;host;x-amz-checksum-sha256;x-amz-content-sha256;x-amz-date;x-amz-security-token',
          ),
        },
      },
    ]);
  });

  it('names a refusal by its code alone', async () => {
    status = 403;
    await expect(put()('k', 'b')).rejects.toThrow('S3 says AccessDenied.');
  });
});
