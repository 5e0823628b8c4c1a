import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { en } from 'zod/locales';
import * as z from 'zod/mini';
import { StridewellError } from '../core/base/error';
import { headersOf } from './headers';

// Refusals without words of their own are spoken in English; the small zod brings no language.
z.config(en());

/**
 * Counts one more for `key` in the running minute; false when that is more than `perMinute`. With `only` set to `ask`
 * nothing is counted, and the answer is whether one more would be let through.
 */
export type Limit = (key: string, perMinute: number, only?: 'ask') => Promise<boolean>;

/** On every answer, errors and redirects too; what a route says itself stands. */
export const guarded = (publicUrl: string): MiddlewareHandler => {
  const headers = Object.entries(headersOf(publicUrl));
  return async (c, next) => {
    await next();
    for (const [name, value] of headers) if (!c.res.headers.has(name)) c.header(name, value);
  };
};

/** Whatever follows the page's name, slashes too: where the token in it ends is `readToken`'s to say. */
export const link = ':token{[\\s\\S]+}';

/** A person with a browser, or a program: pages unless JSON was asked for or sent. */
export function wantsPage(c: Context): boolean {
  const accept = c.req.header('accept') ?? '';
  if (accept.includes('text/html')) return true;
  return !accept.includes('json') && !isJson(c);
}

const isJson = (c: Context): boolean => /^application\/([\w.+-]+\+)?json\b/i.test(c.req.header('content-type') ?? '');

const largest = 64 * 1024;
export const small = bodyLimit({
  maxSize: largest,
  onError: () => {
    throw new StridewellError('too-large', 'That is more than we can take. Please shorten it.');
  },
});

export type Fields = Record<string, unknown>;

/** A body of the two kinds we take; `form` tells which, since a form has only strings. */
export async function bodyOf(c: Context): Promise<{ form: boolean; fields: Fields }> {
  const type = c.req.header('content-type') ?? '';
  if (isJson(c)) return { form: false, fields: object(await c.req.text()) };
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) {
    throw new StridewellError(
      'invalid',
      'Please send JSON or a form (application/json or application/x-www-form-urlencoded).',
    );
  }
  const fields: Fields = Object.create(null);
  for (const [key, value] of pairsOf(new Uint8Array(await c.req.arrayBuffer()), type)) {
    const known = fields[key];
    fields[key] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value];
  }
  return { form: true, fields };
}

const latin1 = 'windows-1252';

/**
 * The pairs of a form in the letters it was written in. UTF-8 unless it says otherwise or cannot be: a page saved to
 * disk, or an old program, sends the bytes of Latin-1, which browsers read as windows-1252 (WHATWG Encoding 4.2).
 */
function pairsOf(body: Uint8Array, type: string): [string, string][] {
  const pieces = Buffer.from(body)
    .toString('latin1')
    .split('&')
    .filter((piece) => piece !== '');
  const pairs = pieces.map((piece) => {
    const at = piece.indexOf('=');
    return (at < 0 ? [piece, ''] : [piece.slice(0, at), piece.slice(at + 1)]).map(unescaped) as [Buffer, Buffer];
  });
  const said = /;\s*charset="?([\w-]+)/i.exec(type)?.[1] ?? 'utf-8';
  const isLatin1 = /^(iso-?8859-1|latin-?1|windows-1252|us-ascii)$/i.test(said);
  return decoded(pairs, isLatin1 ? latin1 : 'utf-8') ?? decoded(pairs, latin1) ?? [];
}

function decoded(pairs: [Buffer, Buffer][], charset: string): [string, string][] | undefined {
  const decoder = new TextDecoder(charset, { fatal: charset !== latin1 });
  try {
    return pairs.map(([name, value]) => [decoder.decode(name), decoder.decode(value)]);
  } catch {
    return undefined;
  }
}

/** The bytes that a piece of a form stands for (WHATWG URL 1.3): a plus is a space, %E9 is the byte E9. */
const unescaped = (piece: string): Buffer =>
  Buffer.from(
    piece
      .replace(/\+/g, ' ')
      .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

function object(text: string): Fields {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new StridewellError('invalid', 'The body is not JSON.');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new StridewellError('invalid', 'The body must be a JSON object.');
  }
  return parsed as Fields;
}

/** The first reason of a refusal, with the field as the caller spelled it. */
export function refusal(error: z.core.$ZodError): StridewellError {
  const [issue] = error.issues;
  if (issue?.code === 'unrecognized_keys') {
    const field = (issue.keys[0] ?? '').slice(0, 60);
    return new StridewellError('invalid', 'We do not know this field.', field);
  }
  return new StridewellError('invalid', issue?.message ?? 'Please check your answers.', issue?.path.map(String).at(0));
}

export function parsed<T>(schema: z.core.$ZodType<T>, given: unknown): T {
  const result = z.safeParse(schema, given);
  if (!result.success) throw refusal(result.error);
  return result.data;
}
