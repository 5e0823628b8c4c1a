import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { StridewellError } from '../../../functions/core/base/error';
import { eml } from './eml';
import { answer, answerJson, BodyTooLarge, parseJson, readBody } from './exchange';
import { type Faults, faultModes } from './faults';
import { oneClick } from './one-click';
import type { Kept } from './outbox';
import type { Schedule } from './reports';
import type { State } from './state';

interface LocalApi {
  state: State;
  faults: Faults;
  schedule: Schedule;
  publicUrl: string;
}

/** How long an answer waits until the practice has taken the report. The report is durable either way. */
const patience = 3000;

const channel = z.enum(['email', 'sms'], 'must be email or sms');
const filterSchema = z.object({ channel: channel.optional(), to: z.string().min(1).max(320).optional() });
const smsSchema = z.object({
  from: z.string('is missing').regex(/^(?:\+|00)[1-9]\d{6,14}$/, 'must be a number such as +14045550123'),
  body: z.string('is missing').min(1, 'must not be empty').max(1600, 'at most 1,600 characters'),
});
const eventSchema = z.object({
  id: z.string('is missing').min(1).max(256),
  type: z.enum(['delivery', 'bounce', 'complaint'], 'must be delivery, bounce or complaint'),
  bounceType: z.enum(['Permanent', 'Transient'], 'must be Permanent or Transient').optional(),
});
const faultSchema = z.object({
  channel,
  mode: z.enum(faultModes, `must be one of ${faultModes.join(', ')}`),
  rate: z.number('must be a number').min(0, 'from 0 to 1').max(1, 'from 0 to 1').default(1),
});
const idSchema = z.object({ id: z.string('is missing').min(1).max(256) });

/** Answers `/local/api/{outbox,sms,events,faults,one-click}`; false where the path is not one of these. */
export async function answerLocalApi(
  api: LocalApi,
  url: URL,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<boolean> {
  const path = url.pathname.slice('/local/api/'.length);
  const message = /^outbox\/(.+)\.eml$/.exec(path)?.[1];
  const route =
    message === undefined ? routes[path] : { GET: async () => sendEml(find(api, decodeURIComponent(message)), res) };
  if (route === undefined) return false;
  try {
    const run = route[req.method ?? ''];
    if (run === undefined) {
      await answerError(res, 405, 'invalid', `use ${Object.keys(route).join(' or ')}`, undefined, {
        allow: Object.keys(route).join(', '),
      });
      return true;
    }
    await run(api, url, req, res);
  } catch (error) {
    if (error instanceof BodyTooLarge) await answerError(res, 413, 'too-large', 'the body is too large');
    else if (error instanceof StridewellError)
      await answerError(res, statusOf[error.code] ?? 500, error.code, error.message, error.field);
    else throw error;
  }
  return true;
}

type Run = (api: LocalApi, url: URL, req: IncomingMessage, res: ServerResponse) => Promise<void>;

const routes: Record<string, Record<string, Run>> = {
  outbox: {
    async GET({ state }, url, _req, res) {
      const query = Object.fromEntries(url.searchParams);
      // An unescaped + of a phone number arrives as a space.
      if (query.to !== undefined) query.to = query.to.replace(/^ (?=\d)/, '+').trim();
      await answerJson(
        res,
        200,
        [...state.outbox.list(checked(filterSchema, query))].map(({ entry }) => entry),
      );
    },
  },
  sms: {
    async POST({ state, schedule }, _url, req, res) {
      const { from, body } = checked(smsSchema, await jsonOf(req));
      const { id, handedOver } = await state.hear(from, body);
      await answerJson(res, 200, { inboundMessageId: id, handled: await soon(schedule, handedOver) });
    },
  },
  events: {
    async POST(api, _url, req, res) {
      const { id, type, bounceType } = checked(eventSchema, await jsonOf(req));
      const kept = find(api, id);
      const { handedOver } = await api.state.report(kept, {
        type,
        ...(type === 'bounce' ? { bounceType: bounceType ?? 'Permanent' } : {}),
      });
      await answerJson(res, 200, { id, type, handled: await soon(api.schedule, handedOver) });
    },
  },
  faults: {
    async GET({ faults }, _url, _req, res) {
      await answerJson(res, 200, faults.all());
    },
    async POST({ faults }, _url, req, res) {
      const { channel, mode, rate } = checked(faultSchema, await jsonOf(req));
      faults.set(channel, { mode, rate });
      await answerJson(res, 200, faults.all());
    },
  },
  'one-click': {
    async POST(api, _url, req, res) {
      const { id } = checked(idSchema, await jsonOf(req));
      await answerJson(res, 200, { status: await oneClick(find(api, id).entry, api.publicUrl) });
    },
  },
};

const statusOf: Partial<Record<StridewellError['code'], number>> = {
  invalid: 400,
  'not-found': 404,
  unavailable: 502,
};

const answerError = (
  res: ServerResponse,
  status: number,
  code: StridewellError['code'],
  message: string,
  field?: string,
  headers?: Record<string, string>,
) => answerJson(res, status, { error: { code, message, ...(field === undefined ? {} : { field }) } }, headers);

function find({ state }: LocalApi, id: string): Kept {
  const kept = state.outbox.get(id);
  if (kept === undefined) throw new StridewellError('not-found', 'no message has this id', 'id');
  return kept;
}

async function sendEml(kept: Kept, res: ServerResponse): Promise<void> {
  if (kept.entry.channel !== 'email') throw new StridewellError('not-found', 'this message is a text', 'id');
  await answer(res, 200, 'message/rfc822', await eml(kept));
}

async function jsonOf(req: IncomingMessage): Promise<unknown> {
  const value = parseJson(await readBody(req, 64 * 1024));
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new StridewellError('invalid', 'the body must be a JSON object', 'body');
  return value;
}

function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const field = issue.path.join('.');
  throw new StridewellError('invalid', `${field} ${issue.message}`, field);
}

/** Whether it happened within the answer's patience. */
function soon(schedule: Schedule, happens: Promise<void>): Promise<boolean> {
  return new Promise((done) => {
    const cancel = schedule(patience, () => done(false));
    void happens.then(() => {
      cancel();
      done(true);
    });
  });
}
