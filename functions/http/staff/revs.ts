import type { Context } from 'hono';
import { StridewellError } from '../../core/base/error';
import { errorBody } from '../answer';

/** A body may name the rev that was seen, or `If-Match` may (RFC 9110 13.1.1): the ETag of the answer it was read in. */
export function withMatch(body: unknown, header: string | undefined): unknown {
  if (header === undefined || typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const found = /^(?:W\/)?"rev-(\d{1,9})"$/.exec(header.trim())?.[1];
  if (found === undefined)
    throw new StridewellError('invalid', 'Send one ETag of ours, such as "rev-7", or leave it out.', 'If-Match');
  const rev = Number(found);
  if ('rev' in body && body.rev !== rev)
    throw new StridewellError('invalid', 'rev and If-Match name different versions.', 'rev');
  return { ...body, rev };
}

/** The ETag of an answer that shows one thing; lists and answers without a rev have none. */
export function etagOf(answer: unknown): string | undefined {
  const { rev, subscriber } = answer as { rev?: unknown; subscriber?: { rev?: unknown } | string };
  const found = rev ?? (typeof subscriber === 'object' ? subscriber.rev : undefined);
  return typeof found === 'number' ? `"rev-${found}"` : undefined;
}

/** A refusal with what is there now beside what was sent, so that nothing typed is lost. */
export const bothVersions = (problem: StridewellError, current: object, yours: unknown) => ({
  ...errorBody(problem),
  current: { ...current, ...problem.now },
  yours,
});

/** What is there now, for a conflict; undefined when the refusal is another, or it cannot be shown. */
export async function conflictOf(
  thrown: unknown,
  current: (() => Promise<unknown>) | undefined,
): Promise<{ problem: StridewellError; current: object } | undefined> {
  if (!current || !(thrown instanceof StridewellError) || thrown.code !== 'conflict') return undefined;
  const now = await current().catch(() => undefined);
  return now === undefined ? undefined : { problem: thrown, current: now as object };
}

/** The text of a body; one that says all in its `If-Match` may be empty. */
export const bodyText = async (c: Context, mayBeEmpty: boolean): Promise<string> =>
  (await c.req.text()) || (mayBeEmpty ? '{}' : '');
