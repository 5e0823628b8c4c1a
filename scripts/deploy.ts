import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { StridewellError } from '../functions/core/error';
import { planDeploy } from '../lib/deploy';

/** `npm run deploy -- --stage prod [--dry-run]`: checks everything that can be checked here, then lets the CDK deploy. */
function main(): number {
  const root = join(import.meta.dirname, '..');
  const { values } = parseArgs({ options: { stage: { type: 'string' }, 'dry-run': { type: 'boolean' } } });
  const { args, sentence } = planDeploy(root, values.stage);
  console.log(sentence);
  if (values['dry-run']) {
    console.log(`cdk ${args.join(' ')}`);
    return 0;
  }
  const cdk = join(root, 'node_modules/aws-cdk/bin/cdk');
  return spawnSync(process.execPath, [cdk, ...args], { cwd: root, stdio: 'inherit' }).status ?? 1;
}

try {
  process.exitCode = main();
} catch (error) {
  const wrongOption = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!(error instanceof StridewellError) && !wrongOption) throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
}
