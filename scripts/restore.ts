import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { composeReconcile } from '../functions/compose-reconcile';
import { configFrom } from '../functions/config';
import { StridewellError } from '../functions/core/error';
import { env } from '../functions/environment';
import { documentClient } from '../functions/store/client';
import { copyTable, momentFrom, secretsOf, sourcesFrom, tablesOf } from '../lib/restore';
import { loadPractice, loadStage } from '../lib/settings';

const usage =
  'npm run restore -- --stage prod --since 2026-11-30T15:04:05Z [--until …] [--copy subscribers=RESTORED …]';

/** Runbook, "Restore from backup": stops sending, copies restored tables over, and makes what they hold fit to go on. */
async function main(): Promise<void> {
  process.env.AWS_REGION ??= 'us-east-1';
  const root = join(import.meta.dirname, '..');
  const { values } = parseArgs({
    options: {
      stage: { type: 'string' },
      since: { type: 'string' },
      until: { type: 'string' },
      copy: { type: 'string', multiple: true, default: [] },
    },
  });
  if (!values.stage) throw new StridewellError('invalid', `Say which stage: ${usage}`, 'stage');
  const stage = loadStage(values.stage, join(root, 'stages.yaml'));
  const sources = sourcesFrom(values.copy);
  const from = momentFrom(values.since, 'since');
  const to = values.until === undefined ? undefined : momentFrom(values.until, 'until');

  const tables = await tablesOf(documentClient(), stage.name);
  const secretsArn = await secretsOf(new SecretsManagerClient(), stage.name);
  const folder = mkdtempSync(join(tmpdir(), 'stridewell-restore-'));
  try {
    const file = (name: string, content: unknown): string => {
      writeFileSync(join(folder, name), JSON.stringify(content));
      return join(folder, name);
    };
    const config = await configFrom({
      [env.stage]: stage.name,
      [env.publicUrl]: stage.web?.publicUrl ?? 'https://none.invalid',
      [env.subscribersTable]: tables.subscribers,
      [env.guardsTable]: tables.guards,
      [env.ledgerTable]: tables.ledger,
      [env.recordsTable]: tables.records,
      [env.departuresTable]: tables.departures,
      [env.shards]: String(stage.shards),
      [env.secretsArn]: secretsArn,
      [env.practiceFile]: file('practice.json', loadPractice(join(root, 'practice.yaml'))),
      [env.policyFile]: file('policy.json', stage.testPolicy ?? stage.policy),
      [env.evergreenSeries]: stage.evergreen,
    });
    const { client, stop, reconcile } = composeReconcile(config);
    await stop();
    console.log('All sending is stopped.');
    for (const [table, name] of sources)
      console.log(`${table}: ${await copyTable(client, table, name, tables[table])} items copied from ${name}.`);
    const sum = await reconcile({ from, to: to ?? Date.now() });
    console.log(
      [
        `${sum.people} people looked at.`,
        `${sum.left} channels had been left since the backup, ${sum.erased} people had been forgotten: both hold again.`,
        `${sum.proven} messages proven by the ledger; ${sum.assumed} taken as sent without proof; ${sum.held} wait for staff.`,
        `Campaigns paused, for staff to cancel or let go on: ${sum.campaigns.join(', ') || 'none'}.`,
        `People whose series is not there, who get nothing: ${sum.unreadable.join(', ') || 'none'}.`,
        'Sending is still stopped: look at ten people in the console, then follow the runbook, "Resume".',
      ].join('\n'),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  const said = error instanceof Error && ('code' in error || '$metadata' in error || error instanceof StridewellError);
  if (!said) throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
}
