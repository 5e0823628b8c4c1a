import type { ServerResponse } from 'node:http';
import { answer } from './exchange';

/** What a provider refuses with: `name` is what the SDK shows as the error's name. */
export class WireError extends Error {
  constructor(
    readonly status: number,
    override readonly name: string,
    message: string,
    /** Members beside the message, such as `Reason`. */
    readonly detail: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

/** REST JSON protocol (SES v2): the name travels in a header, the message in lower case. */
export const refuseRest = (res: ServerResponse, error: WireError, requestId: string) =>
  answer(res, error.status, 'application/json', JSON.stringify({ message: error.message, ...error.detail }), {
    'x-amzn-errortype': error.name,
    'x-amzn-requestid': requestId,
  });

/** JSON 1.0 protocol (SMS v2, SQS): the name travels in `__type`. */
export const refuseJson10 = (res: ServerResponse, namespace: string, error: WireError, requestId: string) =>
  answer(
    res,
    error.status,
    'application/x-amz-json-1.0',
    JSON.stringify({
      __type: `${namespace}#${error.name}`,
      message: error.message,
      Message: error.message,
      ...error.detail,
    }),
    { 'x-amzn-requestid': requestId },
  );

export const answerJson10 = (res: ServerResponse, value: unknown, requestId: string) =>
  answer(res, 200, 'application/x-amz-json-1.0', JSON.stringify(value), { 'x-amzn-requestid': requestId });
