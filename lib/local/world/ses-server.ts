import type { IncomingMessage, ServerResponse } from 'node:http';
import { freshRequestId, type Speech, type Taking, take } from './accept';
import { answer, BodyTooLarge, parseJson, readBody } from './exchange';
import { account, readSendEmail, sesBodyLimit } from './ses-wire';
import { refuseRest, WireError } from './wire-error';

const speech: Speech = {
  channel: 'email',
  throttled: new WireError(429, 'TooManyRequestsException', 'Maximum sending rate exceeded.'),
  broken: new WireError(500, 'InternalServiceErrorException', 'The service is not well.'),
  refused: new WireError(400, 'MessageRejected', 'The message was refused for good.'),
  refuse: refuseRest,
  accepted: (res, id, requestId) =>
    answer(res, 200, 'application/json', JSON.stringify({ MessageId: id }), { 'x-amzn-requestid': requestId }),
};

/** SES v2 over REST JSON: `SendEmail` and `GetAccount`. `path` is what follows the mount. */
export async function answerSes(world: Taking, path: string, req: IncomingMessage, res: ServerResponse): Promise<void> {
  try {
    if (path === '/v2/email/account' && req.method === 'GET') {
      const dayAgo = world.now() - 86_400_000;
      let sent = 0;
      for (const { entry } of world.state.outbox.list({ channel: 'email' }))
        if (Date.parse(entry.acceptedAt) > dayAgo) sent++;
      return await answer(res, 200, 'application/json', JSON.stringify(account(sent)), {
        'x-amzn-requestid': freshRequestId(),
      });
    }
    if (path !== '/v2/email/outbound-emails' || req.method !== 'POST') {
      throw new WireError(404, 'NotFoundException', 'This world does not know that operation.');
    }
    const wanted = readSendEmail(parseJson(await readBody(req, sesBodyLimit)));
    await take(world, speech, wanted, req, res);
  } catch (error) {
    if (error instanceof WireError) return refuseRest(res, error, freshRequestId());
    if (!(error instanceof BodyTooLarge)) throw error;
    await refuseRest(
      res,
      new WireError(400, 'BadRequestException', 'The message is larger than 40 MB.'),
      freshRequestId(),
    );
  }
}
