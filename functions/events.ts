import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { type Bury, eachRecord } from './batch';
import { composeEvents, deadLetters } from './compose';
import { composed } from './config';
import { log } from './log';

/** What the providers report about messages. */
export const eventsDoor =
  (receive: ReturnType<typeof composeEvents>, bury?: Bury) =>
  (event: SQSEvent): Promise<SQSBatchResponse> =>
    eachRecord(event, { log, bury }, async (body) => log('provider-event', { kind: await receive(body) }));

const start = composed((config) => eventsDoor(composeEvents(config), deadLetters(config)));
export const handler = async (event: SQSEvent) => (await start())(event);
