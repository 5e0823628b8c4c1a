import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { BackupVault } from 'aws-cdk-lib/aws-backup';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Stage } from '../settings';
import { copiesVaultName, lockOf } from './backup';

/** A second region's vault, for the day the first is gone. Its key is its own: a key never leaves its region. */
export class CopiesStack extends Stack {
  constructor(scope: Construct, id: string, { stage, ...props }: StackProps & { stage: Stage }) {
    super(scope, id, { ...props, terminationProtection: stage.production });
    const encryptionKey = new Key(this, 'Key', {
      description: 'Copies of people and proofs',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    new BackupVault(this, 'Vault', {
      backupVaultName: copiesVaultName(stage),
      encryptionKey,
      removalPolicy: RemovalPolicy.RETAIN,
      blockRecoveryPointDeletion: true,
      ...lockOf(stage),
    });
  }
}
