import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type ErrorCode, StridewellError } from '../core/base/error';

/** The only table from error code to status. */
export const statusOf: Record<ErrorCode, ContentfulStatusCode> = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'not-approved': 409,
  gone: 410,
  'too-large': 413,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
};

/** What JSON clients are told; `say` puts it in the language of the caller. */
export const errorBody = ({ code, message, field }: StridewellError, say = (words: string): string => words) => ({
  error: { code, message: say(message), ...(field === undefined ? {} : { field }) },
});

/** Told once per unexpected throw: the class of the error and nothing else, because a message may quote an address. */
export type Unexpected = (errorClass: string) => void;

/** Turns any thrown value into one of our own errors. An unexpected one reveals nothing about its cause. */
export function problemOf(thrown: unknown, unexpected: Unexpected): StridewellError {
  if (thrown instanceof StridewellError && thrown.code !== 'internal') return thrown;
  unexpected(thrown instanceof Error ? thrown.name : typeof thrown);
  return new StridewellError('internal', 'Something went wrong on our side. Please try again, or call us.');
}
