import { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

interface WorkQueueProps {
  /** Of the function that empties it. A message stays hidden six times as long, as Lambda asks. */
  timeout: Duration;
  /** For messages that hold addresses; without it SQS encrypts with a key of its own. */
  key?: IKey;
}

/** A queue and where its unreadable messages end, kept 14 days for a person to look at. */
export class WorkQueue extends Queue {
  readonly dead: Queue;

  constructor(scope: Construct, id: string, { timeout, key }: WorkQueueProps) {
    const secured = {
      enforceSSL: true,
      ...(key
        ? { encryption: QueueEncryption.KMS, encryptionMasterKey: key }
        : { encryption: QueueEncryption.SQS_MANAGED }),
    };
    const dead = new Queue(scope, `${id}Dead`, { ...secured, retentionPeriod: Duration.days(14) });
    super(scope, id, {
      ...secured,
      visibilityTimeout: Duration.seconds(timeout.toSeconds() * 6),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: dead, maxReceiveCount: 5 },
    });
    this.dead = dead;
  }
}
