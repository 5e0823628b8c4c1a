import { createServer, type IncomingHttpHeaders, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Json } from '../lib/cloud/synth';

/** One call of a deployed function, as its policy would name it. */
export interface Call {
  /** Logical id of the function. */
  by: string;
  /** `dynamodb:GetItem`. */
  action: string;
  /** Physical name of the table or queue, the ARN of the secret, the address a mail is from. */
  on?: string;
  /** Whether an index is read rather than the table. */
  index: boolean;
  /** What its partition key begins with, up to a `#`: the kind, in the table of records. */
  kind?: string;
}

/** Where calls go on to. */
export interface Targets {
  emulator: string;
  ses: string;
  sms: string;
}

/**
 * Stands between the functions and what answers them, which enforces no policy: each function talks to a path of its
 * own, so every call has a name. `/<function>/…` is the emulated cloud, `/<function>~ses/…` and `~sms` the providers.
 */
export async function startRecorder(targets: Targets) {
  const calls = new Map<string, Call>();
  const server = createServer(async (req, res) => {
    const [, by = '', provider, rest = ''] = /^\/([^/~]*)(?:~(ses|sms))?(.*)$/.exec(req.url ?? '') ?? [];
    const to = new URL(targets[(provider ?? 'emulator') as keyof Targets]);
    const base = to.pathname.replace(/\/$/, '');
    const body = named(await buffer(req), `${url}/${by}/`, to);
    const call = callOf(`${req.method} ${rest}`, String(req.headers['x-amz-target'] ?? ''), body);
    if (call) calls.set(JSON.stringify({ by, ...call }), { by, ...call });
    const headers: IncomingHttpHeaders = { ...req.headers, host: to.host, 'content-length': String(body.length) };
    const onward = request(
      { hostname: to.hostname, port: to.port, method: req.method, path: `${base}${rest || '/'}`, headers },
      (answer) => {
        res.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(res);
      },
    );
    onward.once('error', () => res.destroy());
    onward.end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    calls: (): Call[] => [...calls.values()],
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A queue's address leads here; the emulator knows its queues by its own. */
function named(body: Buffer, mine: string, { port }: URL): Buffer {
  const text = body.toString('utf8');
  return text.includes(mine) ? Buffer.from(text.replaceAll(mine, `http://localhost:${port}/`)) : body;
}

const services: Record<string, string> = {
  DynamoDB_20120810: 'dynamodb',
  secretsmanager: 'secretsmanager',
  AmazonSQS: 'sqs',
  PinpointSMSVoiceV2: 'sms-voice',
};
const mail: Record<string, string> = {
  'POST /v2/email/outbound-emails': 'ses:SendEmail',
  'GET /v2/email/account': 'ses:GetAccount',
};

function callOf(request: string, target: string, body: Buffer): Omit<Call, 'by'> | undefined {
  const [start = '', operation = ''] = target.split('.');
  // Objects are the only thing that is put.
  const object = /^PUT \/([^/]+)\/./.exec(request)?.[1];
  if (object) return { action: 's3:PutObject', on: object, index: false };
  const action = services[start] ? `${services[start]}:${operation}` : mail[request.split('?')[0]!];
  if (!action) return undefined;
  const asked = JSON.parse(body.toString('utf8') || '{}');
  const { TableName, IndexName, SecretId, QueueUrl, FromEmailAddress } = asked;
  const from: string | undefined = FromEmailAddress && (/<([^>]+)>/.exec(FromEmailAddress)?.[1] ?? FromEmailAddress);
  const on: string | undefined = TableName ?? SecretId ?? QueueUrl?.split('/').at(-1) ?? from;
  const kind = kindIn(asked);
  return {
    // A batch is many messages under one right.
    action: action.replace('MessageBatch', 'Message'),
    index: IndexName !== undefined,
    ...(on ? { on } : {}),
    ...(kind ? { kind } : {}),
  };
}

/**
 * Records name their kind in `kind`, and in `:kind` where they are queried, the table or its index. A guard's key is a
 * hash, and what else stands beside the guards has a word before it. (A person has a kind too, but no `key`; in the
 * ledger `key` is the sort key, which no right is cut by.)
 */
function kindIn({ Key, Item, ExpressionAttributeValues: values }: Json): string | undefined {
  const { kind, key, subscriber } = Key ?? Item ?? {};
  if (!key?.S) return values?.[':kind']?.S?.split('#')[0];
  if (kind?.S) return kind.S.split('#')[0];
  return !subscriber && key.S.includes('#') ? key.S.split('#')[0] : undefined;
}
