import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { type Bury, eachRecord } from './batch';
import { composeInbound, deadLetters } from './compose';
import { composed } from './config';
import { log } from './log';

/** Texts people send to the practice's number. */
export const inboundDoor =
  (receive: ReturnType<typeof composeInbound>, bury?: Bury) =>
  (event: SQSEvent): Promise<SQSBatchResponse> =>
    eachRecord(event, { log, bury }, async (body) => log('text-received', { meaning: await receive(body) }));

const start = composed((config) => inboundDoor(composeInbound(config), deadLetters(config)));
export const handler = async (event: SQSEvent) => (await start())(event);
