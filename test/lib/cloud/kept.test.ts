import { synth } from './synth';

/**
 * CloudFormation replaces a table when its logical id, its key or its name changes, and then people are gone from sight.
 * These lines are what the first deployment made. A change here is a migration, not an edit.
 */
const pinned = {
  subscribers6DA9B0AF: 'DynamoDB::GlobalTable | id HASH | due: dueShard, dueAt KEYS_ONLY',
  guardsE606F854: 'DynamoDB::GlobalTable | key HASH',
  ledger28D1CA40: 'DynamoDB::GlobalTable | subscriber HASH | key RANGE | day: day, at ALL',
  records86D700F3: 'DynamoDB::GlobalTable | kind HASH | key RANGE | newest: listed, listedAt ALL',
  departures8BFE3364: 'DynamoDB::GlobalTable | key HASH | entry RANGE',
  auditA48D740E: 'DynamoDB::GlobalTable | month HASH | entry RANGE',
  AuditArchive60EBC247: 'S3::Bucket',
  Key961B73FD: 'KMS::Key',
  FirstLinkKeyC1167154: 'SecretsManager::Secret',
  FirstGuardSecret7B3983A6: 'SecretsManager::Secret',
  SecretsA3BCC2E9: 'SecretsManager::Secret',
  StaffPool8CA90F24: 'Cognito::UserPool',
  BackupVaultADF21B19: 'Backup::BackupVault',
};

it.each(['prod', 'trial'])('a release of %s replaces nothing that is kept', (stage) => {
  const { templates } = synth(stage);
  const kept = Object.entries(templates.storage!.Resources).filter(([, { Type }]) =>
    /^AWS::(DynamoDB|Cognito::UserPool$|KMS::Key$|SecretsManager|Backup::BackupVault|S3::Bucket$)/.test(Type),
  );
  const found = Object.fromEntries(
    kept.map(([id, { Type, Properties, DeletionPolicy, UpdateReplacePolicy }]) => {
      expect({ id, DeletionPolicy, UpdateReplacePolicy }).toEqual({
        id,
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
      });
      // A name of our own would make a replacement fail half-way; without one none is needed.
      expect(
        Properties.TableName ?? Properties.BucketName ?? Properties.UserPoolName ?? Properties.Name,
      ).toBeUndefined();
      const keys = (Properties.KeySchema ?? []).map(
        ({ AttributeName, KeyType }: { AttributeName: string; KeyType: string }) => `${AttributeName} ${KeyType}`,
      );
      const indexes = (Properties.GlobalSecondaryIndexes ?? []).map(
        ({ IndexName, KeySchema, Projection }: Record<string, { AttributeName: string }[]> & { Projection: object }) =>
          `${IndexName}: ${KeySchema!.map((key) => key.AttributeName).join(', ')} ${Object.values(Projection).join()}`,
      );
      return [id, [Type.replace('AWS::', ''), ...keys, ...indexes].join(' | ')];
    }),
  );
  expect(found).toEqual(pinned);
});

it('a table can only be taken from its stack on purpose: protection and termination protection are on', () => {
  const { templates } = synth('prod');
  const tables = Object.values(templates.storage!.Resources).filter(
    ({ Type }) => Type === 'AWS::DynamoDB::GlobalTable',
  );
  expect(tables).toHaveLength(6);
  for (const { Properties } of tables)
    expect(Properties.Replicas.every((one: Record<string, unknown>) => one.DeletionProtectionEnabled === true)).toBe(
      true,
    );
});
