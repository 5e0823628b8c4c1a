import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { StridewellError } from '../functions/core/base/error';
import '../lib/sdk-notice';
import { examine } from '../lib/doctor';
import { doctorPorts } from '../lib/doctor-ports';
import { inOneSentence } from '../lib/one-sentence';
import { practiceFolder } from '../lib/practice-folder';
import { loadPractice, loadStage } from '../lib/settings';

/** `npm run doctor -- --stage prod [--mail received.eml]`: reads only; exit 1 while something is wrong. */
async function main(): Promise<number> {
  const folder = practiceFolder(join(import.meta.dirname, '..'));
  const { values } = parseArgs({ options: { stage: { type: 'string' }, mail: { type: 'string' } } });
  if (!values.stage) throw new StridewellError('invalid', 'Say which stage: npm run doctor -- --stage prod', 'stage');
  const findings = await examine(doctorPorts({ region: 'us-east-1' }), {
    stage: loadStage(values.stage, folder.stages),
    practice: loadPractice(folder.settings),
    ...(values.mail ? { mail: readFileSync(values.mail, 'utf8') } : {}),
  });
  const marks = { well: 'ok  ', ill: 'NOT ', look: 'look' };
  for (const { is, what, todo } of findings) console.log(`${marks[is]} ${what}${todo ? `\n       ${todo}` : ''}`);
  return findings.some(({ is }) => is === 'ill') ? 1 : 0;
}

await inOneSentence(main);
