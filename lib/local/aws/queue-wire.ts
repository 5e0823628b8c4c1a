import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { parseJson, readBody } from '../world/exchange';
import { answerJson10, refuseJson10, WireError } from '../world/wire-error';

export interface MessageAttribute {
  DataType: string;
  StringValue?: string | undefined;
  BinaryValue?: string | undefined;
}

/** What the wire asks of the queues. Names are the last part of the QueueUrl. */
interface QueueOperations {
  exists(name: string): boolean;
  send(name: string, body: string, attributes: Record<string, MessageAttribute>, delaySeconds: number): { id: string };
  receive(name: string, max: number, visibilitySeconds: number): Received[];
  remove(name: string, receiptHandle: string): void;
  purge(name: string): void;
  counts(name: string): { ready: number; inFlight: number; delayed: number };
}

export interface Received {
  id: string;
  body: string;
  receiptHandle: string;
  receives: number;
  sentAt: number;
  attributes: Record<string, MessageAttribute>;
}

export const sqsTarget = 'AmazonSQS.';
const namespace = 'com.amazonaws.sqs';
const limit = 1024 * 1024;

const attributeSchema = z.record(
  z.string(),
  z.object({ DataType: z.string(), StringValue: z.string().optional(), BinaryValue: z.string().optional() }),
);
const delay = z.int().min(0).max(900).optional();
const one = { MessageBody: z.string().min(1), DelaySeconds: delay, MessageAttributes: attributeSchema.optional() };
const sendSchema = z.object(one);
const batchSchema = z.object({
  Entries: z.array(z.object({ Id: z.string().regex(/^[A-Za-z0-9_-]{1,80}$/), ...one })).min(1),
});
const receiveSchema = z.object({
  MaxNumberOfMessages: z.int().min(1).max(10).optional(),
  VisibilityTimeout: z.int().min(0).max(43_200).optional(),
});

/** Answers one SQS call over JSON 1.0; the SDK checks the MD5s. */
export async function answerSqs(queues: QueueOperations, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const operation = String(req.headers['x-amz-target']).slice(sqsTarget.length);
  const requestId = randomUUID();
  try {
    const body = parseJson(await readBody(req, limit + 64 * 1024)) as { QueueUrl?: unknown } | undefined;
    const name = typeof body?.QueueUrl === 'string' ? (body.QueueUrl.split('/').at(-1) ?? '') : '';
    const run = operations[operation];
    if (run === undefined) throw new WireError(400, 'UnsupportedOperation', 'This queue does not know that operation.');
    if (!queues.exists(name)) throw new WireError(400, 'QueueDoesNotExist', 'The specified queue does not exist.');
    await answerJson10(res, run(queues, name, body), requestId);
  } catch (error) {
    const known = error instanceof WireError ? error : new WireError(500, 'InternalFailure', 'The queue is not well.');
    await refuseJson10(res, namespace, known, requestId);
  }
}

const operations: Record<string, (queues: QueueOperations, name: string, body: unknown) => unknown> = {
  SendMessage(queues, name, body) {
    const input = check(sendSchema, body);
    if (Buffer.byteLength(input.MessageBody) > limit)
      throw new WireError(400, 'InvalidParameterValue', 'The message is longer than 1 MiB.');
    return sendOne(queues, name, input);
  },
  SendMessageBatch(queues, name, body) {
    const { Entries: entries } = check(batchSchema, body);
    if (entries.length > 10) throw new WireError(400, 'TooManyEntriesInBatchRequest', 'At most 10 entries.');
    if (new Set(entries.map(({ Id }) => Id)).size < entries.length)
      throw new WireError(400, 'BatchEntryIdsNotDistinct', 'Two entries share an Id.');
    if (entries.reduce((sum, entry) => sum + Buffer.byteLength(entry.MessageBody), 0) > limit) {
      throw new WireError(400, 'BatchRequestTooLong', 'The batch is longer than 1 MiB.');
    }
    return { Successful: entries.map((entry) => ({ Id: entry.Id, ...sendOne(queues, name, entry) })), Failed: [] };
  },
  GetQueueAttributes(queues, name) {
    const { ready, inFlight, delayed } = queues.counts(name);
    return {
      Attributes: {
        QueueArn: queueArn(name),
        ApproximateNumberOfMessages: String(ready),
        ApproximateNumberOfMessagesNotVisible: String(inFlight),
        ApproximateNumberOfMessagesDelayed: String(delayed),
      },
    };
  },
  PurgeQueue(queues, name) {
    queues.purge(name);
    return {};
  },
  ReceiveMessage(queues, name, body) {
    const input = check(receiveSchema, body);
    const got = queues.receive(name, input.MaxNumberOfMessages ?? 1, input.VisibilityTimeout ?? 30);
    return {
      Messages: got.map((message) => ({
        MessageId: message.id,
        ReceiptHandle: message.receiptHandle,
        Body: message.body,
        MD5OfBody: md5(message.body),
        Attributes: { ApproximateReceiveCount: String(message.receives), SentTimestamp: String(message.sentAt) },
        ...(Object.keys(message.attributes).length === 0
          ? {}
          : { MessageAttributes: message.attributes, MD5OfMessageAttributes: md5OfAttributes(message.attributes) }),
      })),
    };
  },
  DeleteMessage(queues, name, body) {
    queues.remove(name, check(z.object({ ReceiptHandle: z.string() }), body).ReceiptHandle);
    return {};
  },
};

function sendOne(queues: QueueOperations, name: string, entry: z.infer<typeof sendSchema>): Record<string, unknown> {
  const attributes = entry.MessageAttributes ?? {};
  const { id } = queues.send(name, entry.MessageBody, attributes, entry.DelaySeconds ?? 0);
  return {
    MessageId: id,
    MD5OfMessageBody: md5(entry.MessageBody),
    ...(Object.keys(attributes).length === 0 ? {} : { MD5OfMessageAttributes: md5OfAttributes(attributes) }),
  };
}

export const queueArn = (name: string) => `arn:aws:sqs:us-east-1:000000000000:${name}`;

export const md5 = (data: string | Buffer): string => createHash('md5').update(data).digest('hex');

/** Name, type and value of each attribute by name, lengths first (SQS developer guide, "Calculating the MD5 digest"). */
export function md5OfAttributes(attributes: Record<string, MessageAttribute>): string {
  const parts: Buffer[] = [];
  const add = (data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    parts.push(length, data);
  };
  for (const name of Object.keys(attributes).sort()) {
    const { DataType, StringValue, BinaryValue } = attributes[name]!;
    add(Buffer.from(name));
    add(Buffer.from(DataType));
    parts.push(Buffer.from([DataType.startsWith('Binary') ? 2 : 1]));
    add(DataType.startsWith('Binary') ? Buffer.from(BinaryValue ?? '', 'base64') : Buffer.from(StringValue ?? ''));
  }
  return md5(Buffer.concat(parts));
}

function check<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new WireError(400, 'InvalidParameterValue', `${issue.path.join('.') || 'request'}: ${issue.message}`);
}
