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

/**
 * Whoever had their data deleted leaves the copies too, within the six months that RCW 19.373.040(1)(c)(iii) allows. The
 * shortest six months have 181 days, and AWS Backup may take days to delete what has ended.
 */
const keptOfPeople = Duration.days(170);
/** The journal of departures and the audit trail hold keyed hashes and ids, no names or addresses. */
const keptOfJournals = Duration.days(400);

/**
 * A locked vault gives nothing away before its time, not to an administrator either. `governance` can be lifted by whoever
 * may; `compliance` by nobody, AWS included, once three days have passed.
 */
export function lockOf({ backup }: Stage): { lockConfiguration?: LockConfiguration } {
  if (!backup.lock) return {};
  const changeableFor = backup.lock === 'compliance' ? { changeableFor: Duration.days(3) } : {};
  return { lockConfiguration: { minRetention: keptOfPeople, maxRetention: keptOfJournals, ...changeableFor } };
}

interface Props {
  stage: Stage;
  /** ARNs of the tables that hold people. */
  people: string[];
  /** ARNs of the tables that outlive them. */
  journals: string[];
  key: IKey;
}

/**
 * Copies that outlive a mistake nobody noticed for five weeks, which is how far point-in-time recovery reaches back
 * (45 CFR 164.308(a)(7)(ii)(A)). They stand in a vault of their own, where deleting a table does not reach them.
 */
export class MonthlyBackup extends Construct {
  constructor(scope: Construct, id: string, { stage, people, journals, key }: Props) {
    super(scope, id);
    const vault = new BackupVault(this, 'Vault', {
      encryptionKey: key,
      removalPolicy: RemovalPolicy.RETAIN,
      blockRecoveryPointDeletion: true,
      ...lockOf(stage),
    });
    this.plan('Plan', vault, stage, people, keptOfPeople);
    this.plan('Journals', vault, stage, journals, keptOfJournals);
  }

  private plan(id: string, backupVault: BackupVault, stage: Stage, tables: string[], deleteAfter: Duration): void {
    const { copyTo } = stage.backup;
    const { partition, account } = Stack.of(this);
    const copies = copyTo && `arn:${partition}:backup:${copyTo}:${account}:backup-vault:${copiesVaultName(stage)}`;
    const plan = new BackupPlan(this, id, { backupVault });
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'monthly',
        scheduleExpression: Schedule.cron({ minute: '0', hour: '8', day: '1' }),
        deleteAfter,
        ...(copies
          ? {
              copyActions: [
                { destinationBackupVault: BackupVault.fromBackupVaultArn(this, `${id}Copies`, copies), deleteAfter },
              ],
            }
          : {}),
      }),
    );
    plan.addSelection('Tables', { resources: tables.map((arn) => BackupResource.fromArn(arn)) });
  }
}
