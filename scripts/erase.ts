import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { composeErase } from '../functions/compose-reconcile';
import { StridewellError } from '../functions/core/base/error';
import '../lib/sdk-notice';
import { inOneSentence } from '../lib/one-sentence';
import { stageConfig } from '../lib/stage-config';

const usage = 'npm run erase -- --stage prod --person sub_…';

/** Runbook, "Erase a person": for somebody who cannot press the button of their own page. */
async function main(): Promise<undefined> {
  const { values } = parseArgs({ options: { stage: { type: 'string' }, person: { type: 'string' } } });
  if (!values.stage) throw new StridewellError('invalid', `Say which stage: ${usage}`, 'stage');
  if (!/^sub_[a-z0-9]{16}$/.test(values.person ?? ''))
    throw new StridewellError('invalid', `Say whom, by the id that the console shows: ${usage}`, 'person');
  const erase = composeErase(await stageConfig(join(import.meta.dirname, '..'), values.stage));
  const known = await erase(values.person!);
  console.log(known ? 'Forgotten, but for the sealed proofs.' : 'There is no such person: perhaps forgotten already.');
}

await inOneSentence(main);
