import type { IncomingMessage, ServerResponse } from 'node:http';
import { freshRequestId, type Speech, type Taking, take } from './accept';
import { BodyTooLarge, parseJson, readBody } from './exchange';
import { describeNumbers, optedOut, optOutAnswer, readOptOut, readSendText, smsNamespace, smsTarget } from './sms-wire';
import { answerJson10, refuseJson10, WireError } from './wire-error';

const refuse: Speech['refuse'] = (res, error, requestId) => refuseJson10(res, smsNamespace, error, requestId);
const speech: Speech = {
  channel: 'sms',
  throttled: new WireError(400, 'ThrottlingException', 'Rate exceeded.'),
  broken: new WireError(500, 'InternalServerException', 'The service is not well.'),
  refused: new WireError(400, 'ConflictException', 'The destination is blocked.', {
    Reason: 'DESTINATION_PHONE_NUMBER_BLOCKED_BY_PROTECT_NUMBER_OVERRIDE',
  }),
  refuse,
  accepted: (res, id, requestId) => answerJson10(res, { MessageId: id }, requestId),
};

/** SMS v2 over JSON 1.0: the four operations a practice needs. */
export async function answerSms(
  world: Taking,
  ownNumber: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const target = String(req.headers['x-amz-target'] ?? '');
  const operation = target.startsWith(smsTarget) ? target.slice(smsTarget.length) : '';
  const requestId = freshRequestId();
  try {
    const body = parseJson(await readBody(req, 256 * 1024));
    if (operation === 'SendTextMessage') {
      const wanted = readSendText(body, ownNumber);
      if (world.state.optedOut.has(wanted.message.to)) throw optedOut();
      if (wanted.dryRun) return await answerJson10(res, { MessageId: world.state.freshId() }, requestId);
      return await take(world, speech, wanted, req, res);
    }
    if (operation === 'PutOptedOutNumber' || operation === 'DeleteOptedOutNumber') {
      const { list, number } = readOptOut(body);
      await world.state.optOut(number, operation === 'PutOptedOutNumber');
      return await answerJson10(res, optOutAnswer(list, number, world.now()), requestId);
    }
    if (operation === 'DescribePhoneNumbers') return await answerJson10(res, describeNumbers(ownNumber), requestId);
    throw new WireError(400, 'ValidationException', 'This world does not know that operation.', {
      Reason: 'UNKNOWN_OPERATION',
    });
  } catch (error) {
    if (error instanceof WireError) return refuse(res, error, requestId);
    if (!(error instanceof BodyTooLarge)) throw error;
    await refuse(
      res,
      new WireError(400, 'ValidationException', 'The request is too large.', { Reason: 'INVALID_REQUEST' }),
      requestId,
    );
  }
}
