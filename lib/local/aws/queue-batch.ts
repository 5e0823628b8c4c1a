import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { type MessageAttribute, md5, queueArn } from './queue-wire';

export type Consumer = (event: SQSEvent) => Promise<SQSBatchResponse | undefined>;

/** A message on its way. */
export interface Message {
  id: string;
  body: string;
  attributes: Record<string, MessageAttribute>;
  sentAt: number;
  receives: number;
  settle?: (fate: 'done' | 'dead') => void;
}

/** One message as Lambda shows it to a handler. */
export function recordOf(queueName: string, message: Message): SQSRecord {
  const at = String(message.sentAt);
  const attributes = Object.entries(message.attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
    name,
    {
      dataType: DataType,
      ...(StringValue === undefined ? { binaryValue: BinaryValue } : { stringValue: StringValue }),
    },
  ]);
  return {
    messageId: message.id,
    receiptHandle: message.id,
    body: message.body,
    attributes: {
      ApproximateReceiveCount: String(message.receives),
      SentTimestamp: at,
      SenderId: 'local',
      ApproximateFirstReceiveTimestamp: at,
    },
    messageAttributes: Object.fromEntries(attributes) as SQSRecord['messageAttributes'],
    md5OfBody: md5(message.body),
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn(queueName),
    awsRegion: 'us-east-1',
  };
}

/** Which messages of a batch come back: those named, or all where the handler threw or named one that was not there. */
export async function failures(
  run: Consumer,
  event: SQSEvent,
  batch: ReadonlyMap<string, unknown>,
): Promise<ReadonlySet<string>> {
  try {
    const named = ((await run(event))?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
    return new Set(named.every((id) => batch.has(id)) ? named : batch.keys());
  } catch {
    return new Set(batch.keys());
  }
}
