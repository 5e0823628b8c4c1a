import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Stage } from '../settings';
import { archiveBucket } from './archive-names';
import { Door } from './lambda';

/** 45 CFR 164.316(b)(2)(i): six years, two leap days among them. */
const sixYears = Duration.days(6 * 365 + 2);

/**
 * Where lines of the audit trail stand that nobody can delete before their time, the account's owner included. On a stage
 * for trying things out the lock lasts a day and can be lifted, because its bucket must be able to end.
 */
export class AuditArchive extends Bucket {
  constructor(scope: Construct, id: string, { stage, key }: { stage: Stage; key: IKey }) {
    super(scope, id, {
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: stage.production
        ? ObjectLockRetention.compliance(sixYears)
        : ObjectLockRetention.governance(Duration.days(1)),
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}

interface AuditCopyProps {
  stage: Stage;
  key: IKey;
  audit: TableV2;
  archive: Bucket;
}

/** The function that copies the stream of the audit table into the archive. It may add objects there and nothing else. */
export class AuditCopy extends Construct {
  readonly door: Door;

  constructor(scope: Construct, id: string, { stage, key, audit, archive }: AuditCopyProps) {
    super(scope, id);
    const stream = audit.tableStreamArn!;
    this.door = new Door(this, 'Copy', {
      entry: 'lib/cloud/audit-copy.ts',
      description: `Stridewell ${stage.name}: copies the audit trail to where nobody can delete it`,
      memory: 256,
      timeout: Duration.seconds(30),
      environment: { [archiveBucket]: archive.bucketName },
      key,
    });
    key.grantEncryptDecrypt(this.door);
    this.door.addToRolePolicy(
      new PolicyStatement({ actions: ['s3:PutObject'], resources: [archive.arnForObjects('*')] }),
    );
    this.door.addToRolePolicy(
      new PolicyStatement({
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [stream],
      }),
    );
    // Lambda looks for the stream before it makes the mapping.
    this.door.addToRolePolicy(
      new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: [`${audit.tableArn}/stream/*`] }),
    );
    const mapping = new EventSourceMapping(this, 'Stream', {
      target: this.door,
      eventSourceArn: stream,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(10),
      // A batch is tried until it succeeds or the stream forgets it, after a day: the alarm is to come long before.
      bisectBatchOnError: true,
    });
    mapping.node.addDependency(this.door.role!);
  }
}
