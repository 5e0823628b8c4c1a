import { RemovalPolicy, SecretValue, Stack, type StackProps } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  type TablePropsV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { type KeyAttribute, tables as shapes, type TableName } from '../../functions/store/schema';
import type { Stage } from '../settings';
import { AuditArchive } from './archive';
import { MonthlyBackup } from './backup';
import { StaffPool } from './staff-pool';

/** What outlives every deployment: people, proofs, keys and staff. Nothing here is ever replaced or deleted by one. */
export class StorageStack extends Stack {
  readonly key: Key;
  readonly tables: Record<TableName, TableV2>;
  readonly secrets: Secret;
  readonly staff: StaffPool;
  readonly archive: AuditArchive;

  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { stage: Stage }) {
    super(scope, id, { ...props, terminationProtection: stage.production });
    this.key = this.makeKey();
    this.tables = {
      subscribers: this.table('subscribers'),
      guards: this.table('guards'),
      ledger: this.table('ledger'),
      records: this.table('records'),
      departures: this.table('departures'),
      // Every change of a line is told, with what stood there before, to whoever copies it to the archive.
      audit: this.table('audit', { dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES }),
    };
    const { departures, audit, ...people } = this.tables;
    const arns = (tables: Record<string, { tableArn: string }>) =>
      Object.values(tables).map(({ tableArn }) => tableArn);
    new MonthlyBackup(this, 'Backup', {
      stage,
      people: arns(people),
      journals: arns({ departures, audit }),
      key: this.key,
    });
    this.archive = new AuditArchive(this, 'AuditArchive', { stage, key: this.key });
    this.secrets = this.makeSecrets();
    this.staff = new StaffPool(this, 'Staff', stage);
  }

  /** One key for what holds people's data. The services that carry it into our topics may use it, for this account only. */
  private makeKey(): Key {
    const key = new Key(this, 'Key', {
      description: 'People, proofs and what is reported about them',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const couriers = ['ses', 'sms-voice', 'sns', 'cloudwatch'].map(
      (name) => new ServicePrincipal(`${name}.amazonaws.com`),
    );
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: couriers,
        actions: ['kms:GenerateDataKey*', 'kms:Decrypt'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    const { partition, region, account } = this;
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(`logs.${region}.amazonaws.com`)],
        actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: {
          ArnLike: { 'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*` },
        },
      }),
    );
    return key;
  }

  private table(name: TableName, more: Partial<TablePropsV2> = {}): TableV2 {
    const { partition, sort, ends, indexes } = shapes[name];
    return new TableV2(this, name, {
      partitionKey: attribute(partition),
      ...(sort ? { sortKey: attribute(sort) } : {}),
      ...(ends ? { timeToLiveAttribute: ends } : {}),
      globalSecondaryIndexes: indexes.map((index) => ({
        indexName: index.name,
        partitionKey: attribute(index.partition),
        sortKey: attribute(index.sort),
        projectionType: ProjectionType[index.projection],
      })),
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(this.key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      ...more,
    });
  }

  /**
   * Secrets Manager makes one random value a secret, and two are needed in one. So two secrets each make their value,
   * and the third is put together from them by CloudFormation's dynamic references: the values stand in no template,
   * no function has to make them, and nobody ever types one. CloudFormation writes the third again only if the text
   * below changes, so it must stay as it is: rotated link keys live in it (runbook, "Rotate the link keys").
   */
  private makeSecrets(): Secret {
    const made = (id: string, description: string) =>
      new Secret(this, id, {
        description,
        encryptionKey: this.key,
        removalPolicy: RemovalPolicy.RETAIN,
        generateSecretString: { passwordLength: 48, excludePunctuation: true },
      });
    const link = made('FirstLinkKey', 'Start value of the key that signs links');
    const guard = made('FirstGuardSecret', 'Start value of the key that hides addresses');
    const text = `{"linkKeys":[{"id":"k1","secret":"${placeOf(link)}"}],"guardSecret":"${placeOf(guard)}"}`;
    return new Secret(this, 'Secrets', {
      description: 'Keys of links and of hidden addresses',
      encryptionKey: this.key,
      removalPolicy: RemovalPolicy.RETAIN,
      secretStringValue: SecretValue.unsafePlainText(text),
    });
  }
}

/** A dynamic reference: the place of the value, not the value. */
const placeOf = (secret: Secret): string => secret.secretValue.unsafeUnwrap();

const attribute = ({ name, type }: KeyAttribute) => ({
  name,
  type: type === 'S' ? AttributeType.STRING : AttributeType.NUMBER,
});
