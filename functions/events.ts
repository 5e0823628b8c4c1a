import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { eachRecord } from './batch';
import { composeEvents } from './compose';
import { composed } from './config';
import { log } from './log';

/** What the providers report about messages. */
export const eventsDoor =
  (receive: ReturnType<typeof composeEvents>) =>
  (event: SQSEvent): Promise<SQSBatchResponse> =>
    eachRecord(event, log, async (body) => log('provider-event', { kind: await receive(body) }));

const start = composed((config) => eventsDoor(composeEvents(config)));
export const handler = async (event: SQSEvent) => (await start())(event);
