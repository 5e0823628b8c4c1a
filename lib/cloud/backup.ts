import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  BackupPlan,
  BackupPlanRule,
  BackupResource,
  BackupVault,
  type LockConfiguration,
} from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Stage } from '../settings';

/** A name of its own, since a stack does not refer to what stands in another region. */
export const copiesVaultName = (stage: Stage): string => `stridewell-${stage.name}-copies`;

const kept = Duration.days(400);

/**
 * A locked vault gives nothing away before its time, not to an administrator either. `governance` can be lifted by whoever
 * may; `compliance` by nobody, AWS included, once three days have passed.
 */
export function lockOf({ backup }: Stage): { lockConfiguration?: LockConfiguration } {
  if (!backup.lock) return {};
  const changeableFor = backup.lock === 'compliance' ? { changeableFor: Duration.days(3) } : {};
  return { lockConfiguration: { minRetention: Duration.days(365), maxRetention: kept, ...changeableFor } };
}

/**
 * Copies that outlive a mistake nobody noticed for five weeks, which is how far point-in-time recovery reaches back
 * (45 CFR 164.308(a)(7)(ii)(A)). They stand in a vault of their own, where deleting a table does not reach them.
 */
export class MonthlyBackup extends Construct {
  /** `tables` by ARN. */
  constructor(scope: Construct, id: string, { stage, tables, key }: { stage: Stage; tables: string[]; key: IKey }) {
    super(scope, id);
    const vault = new BackupVault(this, 'Vault', {
      encryptionKey: key,
      removalPolicy: RemovalPolicy.RETAIN,
      blockRecoveryPointDeletion: true,
      ...lockOf(stage),
    });
    const { copyTo } = stage.backup;
    const { partition, account } = Stack.of(this);
    const copies = copyTo && `arn:${partition}:backup:${copyTo}:${account}:backup-vault:${copiesVaultName(stage)}`;
    const plan = new BackupPlan(this, 'Plan', { backupVault: vault });
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'monthly',
        scheduleExpression: Schedule.cron({ minute: '0', hour: '8', day: '1' }),
        deleteAfter: kept,
        ...(copies
          ? {
              copyActions: [
                { destinationBackupVault: BackupVault.fromBackupVaultArn(this, 'Copies', copies), deleteAfter: kept },
              ],
            }
          : {}),
      }),
    );
    plan.addSelection('Tables', { resources: tables.map((arn) => BackupResource.fromArn(arn)) });
  }
}
