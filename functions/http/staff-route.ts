import type { Context } from 'hono';
import type * as z from 'zod';
import type { AuditEntry, Staff } from '../core/audit';
import { StridewellError } from '../core/error';
import { newId, type RandomBytes } from '../core/id';
import type { Instant } from '../core/time';
import type { LinkKeys } from '../core/token';
import { bearer, mayAct } from './staff-auth';
import { fromPlace, toPlace } from './staff-cursor';

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
  /** May be refused because there were too many. */
  limited: boolean;
  run(call: Call<P, unknown, unknown>): Promise<unknown>;
}

interface Shape<Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> {
  query?: Q;
  body?: B;
  answer: A;
  created?: true;
  reads?: true;
  limited?: true;
}

/** A table line whose handler must fit its shapes. */
export const routesOf =
  <P>() =>
  <A extends z.ZodType, Q extends z.ZodType = z.ZodUndefined, B extends z.ZodType = z.ZodUndefined>(
    method: Method,
    path: string,
    role: Staff['role'],
    what: string,
    shape: Shape<Q, B, A>,
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
    limited: shape.limited === true,
    run: async (call) => run(call as Call<P, z.output<Q>, z.output<B>>),
  });

export interface RoutePorts {
  now(): Instant;
  bytes: RandomBytes;
  /** Seal where a page of a list ended. */
  keys: LinkKeys;
  /** Whose token it is; throws `unauthorized`, or `forbidden` without a role. */
  verify(token: string): Promise<Staff>;
  audit(entry: AuditEntry): Promise<unknown>;
}

/**
 * Who, may they, is it well-formed; then the work. A change is in the audit trail before it happens, a read before its
 * answer leaves: what cannot be written down is neither done nor shown (45 CFR 164.312(b)).
 */
export async function serve<P extends RoutePorts>(ports: P, route: Route<P>, c: Context): Promise<Response> {
  const staff = await ports.verify(bearer(c.req.header('authorization')));
  if (!mayAct(staff, route.role)) throw new StridewellError('forbidden', `This needs the role ${route.role}.`);
  const params = paramsOf(c);
  const asked = route.query ? queryOf(c) : {};
  const query = route.query ? fromPlace(ports.keys, route.path, asked, check(route.query, asked)) : undefined;
  const body = route.body ? check(route.body, await jsonOf(c)) : undefined;
  const write = (subjects: string[]) => writeDown(ports, staff, route, subjects);

  const given = [c.req.param('id'), c.req.param('message')].filter((one) => one !== undefined);
  if (!route.reads) await write(given);
  const answer = await route.run({ ports, staff, params, query, body });
  const shown = route.reads ? peopleIn([given, answer]) : [];
  if (shown.length > 0) await write(shown);
  return c.json(toPlace(ports.keys, route.path, asked, answer as object), route.status);
}

/** Every person and booking an answer shows, found in the answer itself, so that no route can forget one. */
const peopleIn = (answer: unknown): string[] => [
  ...new Set(JSON.stringify(answer).match(/\b(?:sub|bkg)_[0-9a-z]{8,40}\b/g) ?? []),
];

async function writeDown<P extends RoutePorts>(
  ports: P,
  staff: Staff,
  route: Route<P>,
  subjects: string[],
): Promise<void> {
  const [target, ...others] = subjects;
  await ports.audit({
    id: newId('aud', ports.bytes),
    at: ports.now(),
    actor: staff.sub,
    action: `${route.method} ${route.path}`,
    ...(target ? { target } : {}),
    detail: { role: staff.role, ...(others.length > 0 ? { others: others.join(' ') } : {}) },
  });
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
    if (more.length > 0) throw new StridewellError('invalid', 'Say it once.', name.slice(0, 60));
    query[name] = value;
  }
  return { ...query };
}

async function jsonOf(c: Context): Promise<unknown> {
  try {
    return JSON.parse(await c.req.text());
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
