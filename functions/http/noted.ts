import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';

/** One answered request, for the log: the route and never the path, since paths hold the tokens of people's links. */
export interface Noted {
  method: string;
  route: string;
  status: number;
  /** A keyed hash of where it came from. */
  source: string;
  /** The gateway's id, which its access log has too. */
  request?: string;
}

/**
 * Tells of each request once it is answered. API Gateway can log addresses but not hash them, so its access log has none;
 * these lines tell one caller's requests from another's, and only whoever holds the key could try an address on them.
 */
export const noted =
  (note: (line: Noted) => void, sourceOf: (c: Context) => string): MiddlewareHandler =>
  async (c, next) => {
    await next();
    const request = (c.env as { event?: { requestContext?: { requestId?: string } } } | undefined)?.event
      ?.requestContext?.requestId;
    note({
      method: c.req.method,
      route: routePath(c, -1).replace(/\{.*\}$/, ''),
      status: c.res.status,
      source: sourceOf(c),
      ...(request ? { request } : {}),
    });
  };
