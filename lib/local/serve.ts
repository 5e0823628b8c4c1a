import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { StridewellError } from '../../functions/core/base/error';
import type { Practice } from '../../functions/core/practice/practice';
import { errorBody, problemOf, statusOf } from '../../functions/http/answer';
import type { LocalDynamo } from './aws/dynamo';
import type { LocalQueues } from './aws/queue';
import { serveConsole } from './console';
import type { Identity } from './identity/identity';
import { BodyTooLarge, readBody } from './world/exchange';
import { startPage } from './world/start-page';
import type { World } from './world/world';

export const dynamoMount = '/local/aws/dynamodb';

interface Rooms {
  root: string;
  practice: Pick<Practice, 'name' | 'logo'>;
  issuer: string;
  dynamo: LocalDynamo;
  queues: LocalQueues;
  world: World;
  identity: Identity;
  publicApp: { fetch: (request: Request) => Response | Promise<Response> };
  staffApp: { fetch: (request: Request) => Response | Promise<Response> };
  /** Moves the clock; resolves with virtual time once all is quiet. */
  moveClock(request: unknown): Promise<string>;
}

/** Everything on one port: who answers what, from the outside world's wire to the runner's page. */
export function serve(rooms: Rooms): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  const publicSide = getRequestListener(rooms.publicApp.fetch);
  const staffSide = getRequestListener(rooms.staffApp.fetch);
  return async (req, res) => {
    const { pathname } = new URL(req.url ?? '/', 'http://localhost');
    if (pathname.startsWith(dynamoMount)) return rooms.dynamo.handle(req, res);
    if (await rooms.queues.handle(req, res)) return;
    if (pathname === '/local/api/clock')
      return control(req, res, async (body) => ({ now: await rooms.moveClock(body) }));
    if (pathname === '/local/api/token') return control(req, res, (body) => token(rooms.identity, body));
    if (await rooms.world.handle(req, res)) return;
    if (await rooms.identity.handle(req, res)) return;
    if (pathname === '/staff/config.json') return json(res, 200, consoleConfig(rooms));
    if (pathname.startsWith('/staff/api/')) return void (await staffSide(req, res));
    if (pathname === '/staff' || pathname.startsWith('/staff/')) return serveConsole(rooms.root, pathname, res);
    if (pathname === '/' && req.method === 'GET') return page(res, startPage(rooms.practice.name));
    return void (await publicSide(req, res));
  };
}

const consoleConfig = ({ issuer, identity, practice: { name, logo } }: Rooms) => ({
  issuer,
  clientId: identity.clientId,
  scope: 'openid profile',
  practiceName: name,
  ...(logo ? { logo } : {}),
  demo: true,
});

async function token(identity: Identity, body: unknown): Promise<{ token: string }> {
  const { role, as } = (body ?? {}) as { role?: string; as?: string };
  if (typeof role !== 'string')
    throw new StridewellError('invalid', 'Name a role: viewer, marketer, approver or admin.', 'role');
  return { token: await identity.mint(role as Parameters<Identity['mint']>[0], as) };
}

async function control(
  req: IncomingMessage,
  res: ServerResponse,
  run: (body: unknown) => Promise<object>,
): Promise<void> {
  try {
    if (req.method !== 'POST') throw new StridewellError('invalid', 'Send a POST with a JSON body.');
    json(res, 200, await run(await jsonBody(req)));
  } catch (thrown) {
    const problem = problemOf(thrown, (name) => process.stderr.write(`${name} at ${req.url}\n`));
    json(res, statusOf[problem.code], errorBody(problem));
  }
}

async function jsonBody(req: IncomingMessage): Promise<unknown> {
  const text = await readBody(req, 10_000).catch((error) => {
    throw error instanceof BodyTooLarge ? new StridewellError('too-large', 'That body is too long.') : error;
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new StridewellError('invalid', 'The body is not JSON.');
  }
}

function json(res: ServerResponse, status: number, body: object): void {
  res.writeHead(status, { 'Content-Type': 'application/json' });
  res.end(JSON.stringify(body));
}

function page(res: ServerResponse, html: string): void {
  res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
  res.end(html);
}
