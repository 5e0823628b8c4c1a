import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { composeReconcile } from '../functions/compose-reconcile';
import { StridewellError } from '../functions/core/base/error';
import '../lib/sdk-notice';
import { inOneSentence } from '../lib/one-sentence';
import { copyTable, momentFrom, sourcesFrom } from '../lib/restore';
import { stageConfig } from '../lib/stage-config';

const usage =
  'npm run restore -- --stage prod --since 2026-11-30T15:04:05Z [--until …] [--ledger-kept] [--copy subscribers=RESTORED … [--copy-only]]';

/** Runbook, "Restore from backup": stops sending, copies restored tables over, and makes what they hold fit to go on. */
async function main(): Promise<undefined> {
  const { values } = parseArgs({
    options: {
      stage: { type: 'string' },
      since: { type: 'string' },
      until: { type: 'string' },
      copy: { type: 'string', multiple: true, default: [] },
      'ledger-kept': { type: 'boolean', default: false },
      'copy-only': { type: 'boolean', default: false },
    },
  });
  if (!values.stage) throw new StridewellError('invalid', `Say which stage: ${usage}`, 'stage');
  const sources = sourcesFrom(values.copy);
  if (values['ledger-kept'] && sources.some(([table]) => table === 'ledger'))
    throw new StridewellError('invalid', 'A ledger that is copied over was not kept.', 'ledger-kept');
  const from = momentFrom(values.since, 'since');
  const to = values.until === undefined ? undefined : momentFrom(values.until, 'until');

  const config = await stageConfig(join(import.meta.dirname, '..'), values.stage);
  const { client, stop, reconcile, written } = composeReconcile(config);
  await stop();
  console.log('All sending is stopped.');
  for (const [table, name] of sources)
    await written(`restore: copy ${table}`, undefined, async () => {
      const copied = await copyTable(client, table, name, config.tables[table]);
      console.log(`${table}: ${copied} items copied from ${name}.`);
    });
  if (values['copy-only']) {
    console.log('Now let the function events read what waits, then run this again without --copy and --copy-only.');
    return;
  }
  const sum = await reconcile({ from, to: to ?? Date.now(), ledgerKept: values['ledger-kept'] });
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
}

await inOneSentence(main);
