import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { eachRecord } from './batch';
import { composeSend } from './compose';
import { composed } from './config';
import { log } from './log';

const hint = z.object({ subscriber: z.string().check(z.regex(/^sub_[a-z0-9]{16}$/)) });

/**
 * A queue of hints: plan these people now. SQS moves a hint that cannot be read to the dead-letter queue after its
 * retries, so this function needs no SQS client. The log has the reason under the message's id.
 */
export const sendDoor =
  (worker: ReturnType<typeof composeSend>) =>
  (event: SQSEvent): Promise<SQSBatchResponse> =>
    eachRecord(event, { log }, async (body) => {
      const { subscriber } = hint.parse(JSON.parse(body));
      log('woken', { subscriber, result: await worker(subscriber) });
    });

const start = composed((config) => sendDoor(composeSend(config)));
export const handler = async (event: SQSEvent) => (await start())(event);
