import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { type Log, namedError } from './log';

/**
 * Record by record: one that fails is reported alone and comes back (in the end to the dead-letter queue), the rest of
 * its batch is done (docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html).
 */
export async function eachRecord(
  event: SQSEvent,
  log: Log,
  handle: (body: string) => Promise<void>,
): Promise<SQSBatchResponse> {
  const batchItemFailures: SQSBatchResponse['batchItemFailures'] = [];
  for (const { body, messageId } of event.Records) {
    try {
      await handle(body);
    } catch (error) {
      log('record-failed', { record: messageId, ...namedError(error) });
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}
