import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type Config, configFrom } from '../functions/config';
import { env } from '../functions/environment';
import { documentClient } from '../functions/store/client';
import { practiceFolder } from './practice-folder';
import { secretsOf, tablesOf } from './restore';
import { loadPractice, loadStage } from './settings';
import { temporaryFolder } from './temporary-folder';

/**
 * A deployed stage as its functions see it, for a command that a person runs with rights of their own: settings from
 * the files it was deployed from, tables and keys as they are found in the account.
 */
export async function stageConfig(root: string, name: string): Promise<Config> {
  process.env.AWS_REGION ??= 'us-east-1';
  const folder = practiceFolder(root);
  const stage = loadStage(name, folder.stages);
  const practice = loadPractice(folder.settings);
  const tables = await tablesOf(documentClient(), stage.name);
  const secretsArn = await secretsOf(new SecretsManagerClient(), stage.name);
  const beside = temporaryFolder('stage');
  try {
    const file = (name: string, content: unknown): string => {
      writeFileSync(join(beside.path, name), JSON.stringify(content));
      return join(beside.path, name);
    };
    return await configFrom({
      [env.stage]: stage.name,
      // None of these commands writes a link.
      [env.publicUrl]: stage.web?.publicUrl ?? 'https://none.invalid',
      [env.subscribersTable]: tables.subscribers,
      [env.guardsTable]: tables.guards,
      [env.ledgerTable]: tables.ledger,
      [env.recordsTable]: tables.records,
      [env.departuresTable]: tables.departures,
      [env.auditTable]: tables.audit,
      [env.shards]: String(stage.shards),
      [env.secretsArn]: secretsArn,
      [env.practiceFile]: file('practice.json', practice),
      [env.policyFile]: file('policy.json', stage.testPolicy ?? stage.policy),
      [env.evergreenSeries]: stage.evergreen.join(','),
    });
  } finally {
    beside.remove();
  }
}
