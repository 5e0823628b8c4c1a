import { GetQueueAttributesCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { ChannelName } from '../core/base/channel';

export interface QueueOptions {
  urls: Record<ChannelName, string>;
  endpoint?: string;
  region?: string;
}

/** The hint queues: "plan this person now". Losing or doubling a hint is harmless, so the SDK may retry here. */
export function wakeQueue({ urls, endpoint, region }: QueueOptions) {
  const client = new SQSClient({
    requestHandler: new NodeHttpHandler({ connectionTimeout: 2000, requestTimeout: 5000, throwOnRequestTimeout: true }),
    ...(endpoint ? { endpoint } : {}),
    ...(region ? { region } : {}),
  });
  return {
    /** At most ten people a request, as SQS allows. */
    async wakeAll(channel: ChannelName, subscribers: string[]): Promise<void> {
      for (let from = 0; from < subscribers.length; from += 10) {
        const Entries = subscribers
          .slice(from, from + 10)
          .map((subscriber, index) => ({ Id: String(index), MessageBody: JSON.stringify({ subscriber }) }));
        const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: urls[channel], Entries }));
        if (Failed.length > 0) throw new Error(`${Failed.length} hints were not queued: ${Failed[0]?.Code}`);
      }
    },
    /** Messages waiting, about. */
    async depth(channel: ChannelName): Promise<number> {
      const { Attributes } = await client.send(
        new GetQueueAttributesCommand({ QueueUrl: urls[channel], AttributeNames: ['ApproximateNumberOfMessages'] }),
      );
      return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
    },
  };
}
