import type { Context } from 'hono';
import type * as z from 'zod';
import { StridewellError } from '../../core/base/error';
import type { LinkKeys } from '../../core/base/token';
import type { Staff } from '../../core/practice/staff';
import type { AuditChange } from '../../core/reporting/audit';
import { statusOf } from '../answer';
import { fromPlace, toPlace } from './cursor';
import { bodyText, bothVersions, conflictOf, etagOf, withMatch } from './revs';
import { admitted, looked, onTrail, type TrailPorts } from './trail';

export type Method = 'GET' | 'POST' | 'PUT';

/** What a handler is given, all of it checked. */
export interface Call<P, Q, B> {
  ports: P;
  staff: Staff;
  /** Path parameters: letters, digits, `-` and `_`. */
  params: { id: string; version: number; message: string };
  query: Q;
  body: B;
}

/** One line of the routes table; the API description is made from the same lines. */
export interface Route<P> {
  method: Method;
  /** Below `/staff/api`, with `{id}`, `{version}` and `{message}`. */
  path: string;
  /** The lowest role that may. */
  role: Staff['role'];
  what: string;
  query?: z.ZodType;
  body?: z.ZodType;
  answer: z.ZodType;
  status: 200 | 201;
  /** Writes nothing although it is a POST. */
  reads: boolean;
  /** Shows ids alone: that somebody looked is written down, and not whom it names. */
  idsOnly: boolean;
  /** May be refused because there were too many. */
  limited: boolean;
  /** Shows what is there now to an edit that is refused. A route that has it carries a `rev`. */
  current?: (call: Pick<Call<P, undefined, undefined>, 'ports' | 'params'>) => Promise<unknown>;
  run(call: Call<P, unknown, unknown>): Promise<unknown>;
}

interface Shape<P, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> {
  query?: Q;
  body?: B;
  answer: A;
  created?: true;
  reads?: true;
  idsOnly?: true;
  limited?: true;
  current?: Route<P>['current'];
}

/** A table line whose handler must fit its shapes. */
export const routesOf =
  <P>() =>
  <A extends z.ZodType, Q extends z.ZodType = z.ZodUndefined, B extends z.ZodType = z.ZodUndefined>(
    method: Method,
    path: string,
    role: Staff['role'],
    what: string,
    shape: Shape<P, Q, B, A>,
    run: (call: Call<P, z.output<Q>, z.output<B>>) => Promise<z.input<A>> | z.input<A>,
  ): Route<P> => ({
    method,
    path,
    role,
    what,
    ...(shape.query ? { query: shape.query } : {}),
    ...(shape.body ? { body: shape.body } : {}),
    answer: shape.answer,
    status: shape.created ? 201 : 200,
    reads: method === 'GET' || shape.reads === true,
    idsOnly: shape.idsOnly === true,
    limited: shape.limited === true,
    ...(shape.current ? { current: shape.current } : {}),
    run: async (call) => run(call as Call<P, z.output<Q>, z.output<B>>),
  });

export interface RoutePorts extends TrailPorts {
  /** Seal where a page of a list ended. */
  keys: LinkKeys;
}

/** The ports of one call, and what was changed through them. */
type Witness<P> = (ports: P) => { ports: P; changes(): AuditChange[] };

/**
 * Who, may they, is it well-formed; then the work. A change is in the audit trail before it happens, a read before its
 * answer leaves: what cannot be written down is neither done nor shown (45 CFR 164.312(b)).
 */
export async function serve<P extends RoutePorts>(
  ports: P,
  route: Route<P>,
  c: Context,
  witness: Witness<P>,
): Promise<Response> {
  const act = `${route.method} ${route.path}`;
  const staff = await admitted(ports, c, act, route.role);
  const params = paramsOf(c);
  const asked = route.query ? queryOf(c) : {};
  const query = route.query ? fromPlace(ports.keys, route.path, asked, check(route.query, asked)) : undefined;
  const body = route.body ? check(route.body, await givenTo(route, c)) : undefined;
  const object = objectOf(route, c);

  const seen = witness(ports);
  const run = () => route.run({ ports: seen.ports, staff, params, query, body });
  const given = peopleIn([c.req.param('id')]);
  const { current } = route;
  let answer: unknown;
  try {
    answer = route.reads ? await run() : await onTrail(ports, staff, { act, object, shown: given }, seen.changes, run);
  } catch (thrown) {
    const conflict = await conflictOf(thrown, current && (() => current({ ports, params })));
    if (!conflict) throw thrown;
    return c.json(bothVersions(conflict.problem, conflict.current, body), statusOf.conflict);
  }
  const etag = etagOf(answer);
  if (etag) c.header('etag', etag);
  const shown = route.reads && !route.idsOnly ? peopleIn([given, answer]) : [];
  if (route.idsOnly || shown.length > 0) await looked(ports, staff, { act, object, shown });
  return c.json(toPlace(ports.keys, route.path, asked, answer as object), route.status);
}

/** Every person and booking an answer shows, found in the answer itself, so that no route can forget one. */
const peopleIn = (answer: unknown): string[] => [
  ...new Set(JSON.stringify(answer).match(/\b(?:sub|bkg)_[0-9a-z]{8,40}\b/g) ?? []),
];

/** What it is done to: the last id of the path, of the kind that the path begins with. */
function objectOf<P>({ path }: Route<P>, c: Context): { kind: string; id?: string; version?: number } {
  const [, kinds = ''] = path.split('/');
  const id = c.req.param('message') ?? c.req.param('id');
  const version = c.req.param('version');
  return {
    kind: kinds === 'series' || kinds === 'controls' ? kinds : kinds.replace(/s$/, ''),
    ...(id === undefined ? {} : { id }),
    ...(version === undefined ? {} : { version: Number(version) }),
  };
}

/** An id that could not be one is answered like one that is not there. */
function paramsOf(c: Context): { id: string; version: number; message: string } {
  const [id = '', message = '', version = '1'] = ['id', 'message', 'version'].map((name) => c.req.param(name));
  if (!/^[A-Za-z0-9_-]{0,80}$/.test(id) || !/^[A-Za-z0-9_-]{0,80}$/.test(message) || !/^[1-9]\d{0,5}$/.test(version))
    throw new StridewellError('not-found', 'There is nothing here.');
  return { id, message, version: Number(version) };
}

function queryOf(c: Context): Record<string, string> {
  const query: Record<string, string> = Object.create(null);
  for (const [name, [value = '', ...more]] of Object.entries(c.req.queries())) {
    if (more.length > 0) throw new StridewellError('invalid', 'Parameter given more than once.', name.slice(0, 60));
    query[name] = value;
  }
  return { ...query };
}

/** A body in which nothing has to be said may be left out. */
const givenTo = async <P>({ current, body }: Route<P>, c: Context): Promise<unknown> =>
  current
    ? withMatch(await jsonOf(c, true), c.req.header('if-match'))
    : jsonOf(c, body?.safeParse({}).success === true);

async function jsonOf(c: Context, mayBeEmpty: boolean): Promise<unknown> {
  try {
    return JSON.parse(await bodyText(c, mayBeEmpty));
  } catch (error) {
    if (error instanceof StridewellError) throw error;
    throw new StridewellError('invalid', 'The body is not JSON.');
  }
}

/** The first thing wrong, with the path of the field as the caller spelled it: `steps.rest.subject`. */
function check<T>(schema: z.ZodType<T>, given: unknown): T {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = (issue?.path ?? []).map((part) => String(part));
  if (issue?.code === 'unrecognized_keys') path.push(issue.keys[0] ?? '');
  const message =
    issue?.code === 'unrecognized_keys' ? 'There is no such field.' : (issue?.message ?? 'This is not right.');
  throw new StridewellError(
    'invalid',
    message.slice(0, 200),
    path.length > 0 ? path.join('.').slice(0, 120) : undefined,
  );
}
