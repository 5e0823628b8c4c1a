import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

/**
 * Copies that outlive a mistake nobody noticed for five weeks, which is how far point-in-time recovery reaches back
 * (45 CFR 164.308(a)(7)(ii)(A)). They stand in a vault of their own, where deleting a table does not reach them.
 */
export class MonthlyBackup extends Construct {
  /** `tables` by ARN. */
  constructor(scope: Construct, id: string, { tables, key }: { tables: string[]; key: IKey }) {
    super(scope, id);
    const vault = new BackupVault(this, 'Vault', {
      encryptionKey: key,
      removalPolicy: RemovalPolicy.RETAIN,
      blockRecoveryPointDeletion: true,
    });
    const plan = new BackupPlan(this, 'Plan', { backupVault: vault });
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'monthly',
        scheduleExpression: Schedule.cron({ minute: '0', hour: '8', day: '1' }),
        deleteAfter: Duration.days(400),
      }),
    );
    plan.addSelection('Tables', { resources: tables.map((arn) => BackupResource.fromArn(arn)) });
  }
}
