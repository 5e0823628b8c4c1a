import type { IncomingMessage, ServerResponse } from 'node:http';
import { StridewellError } from '../../functions/core/base/error';
import { errorBody } from '../../functions/http/answer';
import { headersOf } from '../../functions/http/headers';

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** Names this desk goes by, its port included; a browser leaves port 80 out. */
const ownNames = (port: number): string[] =>
  loopback.flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])]);

const isJson = (type: string): boolean => /^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(type);

/**
 * Why a request is refused, if it is. This port listens to the desk alone, but a browser on the desk shows pages from
 * anywhere. A page that rebinds its own name to 127.0.0.1 shows in `Host`, one that posts across in `Origin` and
 * `Sec-Fetch-Site` (`same-site` is another port of the desk), and one that hides its JSON behind a simple request in
 * `Content-Type` (Fetch standard, "CORS-safelisted request-header").
 */
export function refusedAt(
  port: number,
  { method = 'GET', url = '/', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
): { status: 403 | 415; problem: StridewellError } | undefined {
  const host = (headers.host ?? '').toLowerCase();
  if (!ownNames(port).includes(host)) return forbidden(`Ask for http://localhost:${port}; this is no other host.`);
  if (!url.startsWith('/local/')) return undefined;
  const { origin, 'sec-fetch-site': site = 'none' } = headers;
  if (origin !== undefined && origin.toLowerCase() !== `http://${host}`)
    return forbidden('A page of another site may not play with the world outside.');
  if (site !== 'none' && site !== 'same-origin')
    return forbidden('A page of another site may not play with the world outside.');
  if (['GET', 'HEAD', 'OPTIONS'].includes(method) || !url.startsWith('/local/api/')) return undefined;
  const type = headers['content-type'];
  if (type !== undefined ? isJson(type) : isEmpty(headers)) return undefined;
  const problem = new StridewellError('invalid', 'Send JSON, and say so: Content-Type: application/json.');
  return { status: 415, problem };
}

const forbidden = (message: string) => ({ status: 403 as const, problem: new StridewellError('forbidden', message) });

/** No type is needed for no body. */
const isEmpty = (headers: IncomingMessage['headers']): boolean =>
  headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;

export function refuse(res: ServerResponse, { status, problem }: NonNullable<ReturnType<typeof refusedAt>>): void {
  res.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
  res.end(JSON.stringify(errorBody(problem)));
}

/** From here on every answer carries these headers, unless it sets them itself. */
export function withHeaders(res: ServerResponse, publicUrl: string): void {
  const wanted = headersOf(publicUrl);
  const write = res.writeHead;
  res.writeHead = function (this: ServerResponse, ...given: unknown[]) {
    const written =
      typeof given.at(-1) === 'object' && given.at(-1) !== null ? Object.keys(given.at(-1) as object) : [];
    const named = new Set([...res.getHeaderNames(), ...written.map((name) => name.toLowerCase())]);
    for (const [name, value] of Object.entries(wanted)) if (!named.has(name)) res.setHeader(name, value);
    return write.apply(this, given as Parameters<typeof write>);
  } as typeof write;
}
