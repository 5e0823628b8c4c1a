import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { StridewellError } from './core/base/error';
import { type Log, namedError } from './log';

/** Lays a message down where a person finds it, with the reason. */
export type Bury = (body: string, reason: string) => Promise<void>;

/**
 * Record by record: one that fails is reported alone and comes back (in the end to the dead-letter queue), the rest of
 * its batch is done (docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html). One that cannot be read
 * would only fail four times more: it goes there at once, with the reason.
 */
export async function eachRecord(
  event: SQSEvent,
  { log, bury }: { log: Log; bury?: Bury | undefined },
  handle: (body: string) => Promise<void>,
): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { body, messageId } of event.Records) {
    try {
      await handle(body);
    } catch (error) {
      const reason = unreadable(error);
      log('record-failed', { record: messageId, ...namedError(error), ...(reason ? { reason } : {}) });
      const buried = reason !== undefined && bury !== undefined && (await isBuried(bury, body, reason, log));
      if (!buried) batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}

async function isBuried(bury: Bury, body: string, reason: string, log: Log): Promise<boolean> {
  try {
    await bury(body, reason);
    return true;
  } catch (error) {
    log('not-buried', namedError(error));
    return false;
  }
}

/**
 * Why a message can never be read, if that is what went wrong. Our own sentences hold nothing of what a person typed; a
 * parser's might, so of those only the kind is told.
 */
function unreadable(error: unknown): string | undefined {
  if (error instanceof StridewellError) return error.code === 'invalid' ? error.message : undefined;
  const { name } = (error ?? {}) as { name?: string };
  if (error instanceof SyntaxError) return 'The message is not JSON.';
  return name === 'ZodError' || name === '$ZodError' ? 'The message has not the shape it should have.' : undefined;
}
