import type { IncomingMessage, ServerResponse } from 'node:http';

/** The body is larger than the caller may send. */
export class BodyTooLarge extends Error {}

/** The whole body as text; refuses at `limit` bytes and leaves the rest, with a connection that can still be answered. */
export async function readBody(req: IncomingMessage, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new BodyTooLarge(`more than ${limit} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Answers and resolves once the bytes are handed over, or the peer is gone. */
export function answer(
  res: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Promise<void> {
  if (res.destroyed) return Promise.resolve();
  res.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    ...headers,
  });
  return new Promise((done) => {
    res.once('close', done);
    res.end(body, () => done());
  });
}

export const answerJson = (res: ServerResponse, status: number, value: unknown, headers?: Record<string, string>) =>
  answer(res, status, 'application/json; charset=utf-8', JSON.stringify(value), headers);

/** The JSON in a body, or undefined where it is none. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
