import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { StridewellError } from '../functions/core/base/error';
import { planDeploy, refuseOldTools } from '../lib/deploy';
import { adviceOn } from '../lib/deploy-advice';

/** `npm run deploy -- --stage prod [--dry-run]`: checks everything that can be checked here, then lets the CDK deploy. */
async function main(): Promise<number> {
  const root = join(import.meta.dirname, '..');
  const { values } = parseArgs({ options: { stage: { type: 'string' }, 'dry-run': { type: 'boolean' } } });
  const { args, sentence } = planDeploy(root, values.stage);
  refuseOldTools(root);
  console.log(sentence);
  if (values['dry-run']) {
    console.log(`cdk ${args.join(' ')}`);
    return 0;
  }
  const { code, said } = await cdk(root, args);
  const todo = code === 0 ? undefined : adviceOn(said);
  if (todo) console.error(`\n${todo}`);
  return code;
}

/** Shows what the CDK says as it says it, and keeps the end of it, where the reason stands. */
function cdk(root: string, args: string[]): Promise<{ code: number; said: string }> {
  const bin = join(root, 'node_modules/aws-cdk/bin/cdk');
  const child = spawn(process.execPath, [bin, ...args], { cwd: root, stdio: ['inherit', 'inherit', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    process.stderr.write(chunk);
    said = (said + chunk.toString()).slice(-20_000);
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ code: code ?? 1, said }));
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  const wrongOption = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!(error instanceof StridewellError) && !wrongOption) throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
}
