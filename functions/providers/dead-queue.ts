import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

/** The queue for unreadable messages, each with its reason, for a person to look at. */
export function deadQueue(url: string, endpoint?: string) {
  const client = new SQSClient(endpoint ? { endpoint } : {});
  return async (body: string, reason: string): Promise<void> => {
    const MessageAttributes = { reason: { DataType: 'String', StringValue: reason.slice(0, 200) } };
    await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: body, MessageAttributes }));
  };
}
