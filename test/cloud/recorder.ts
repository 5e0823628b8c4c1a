import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** One call of a deployed function, as its policy would name it. */
export interface Call {
  /** Logical id of the function. */
  by: string;
  /** `dynamodb:GetItem`. */
  action: string;
  /** Physical name of the table, or the ARN of the secret. */
  on?: string;
  /** Whether an index is read rather than the table. */
  index: boolean;
}

const services: Record<string, string> = { DynamoDB_20120810: 'dynamodb', secretsmanager: 'secretsmanager' };

/**
 * Stands between the functions and the emulated cloud, which enforces no policy: each function talks to a path of its
 * own, so every call has a name. Queue calls go by their queue's own address and are not seen.
 */
export async function startRecorder(target: string) {
  const calls = new Map<string, Call>();
  const { hostname, port } = new URL(target);
  const server = createServer(async (req, res) => {
    const [, by = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(req.url ?? '') ?? [];
    const body = await buffer(req);
    note(calls, by, String(req.headers['x-amz-target'] ?? ''), body);
    const onward = request(
      {
        hostname,
        port,
        method: req.method,
        path: rest || '/',
        headers: { ...req.headers, host: `${hostname}:${port}` },
      },
      (answer) => {
        res.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(res);
      },
    );
    onward.once('error', () => res.destroy());
    onward.end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: (): Call[] => [...calls.values()],
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function note(calls: Map<string, Call>, by: string, target: string, body: Buffer): void {
  const [start = '', operation] = target.split('.');
  const service = services[start];
  if (!service || !operation) return;
  const { TableName, IndexName, SecretId } = JSON.parse(body.toString('utf8'));
  const on: string | undefined = TableName ?? SecretId;
  const call: Call = { by, action: `${service}:${operation}`, index: IndexName !== undefined, ...(on ? { on } : {}) };
  calls.set(JSON.stringify(call), call);
}
