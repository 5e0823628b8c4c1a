import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import '../lib/sdk-notice';
import { StridewellError } from '../functions/core/base/error';

// The SDK wants a region and credentials even where the local world answers.
process.env.AWS_REGION ??= 'us-east-1';
process.env.AWS_ACCESS_KEY_ID = 'local';
process.env.AWS_SECRET_ACCESS_KEY = 'local';

const { start } = await import('../lib/local/start');
const root = join(import.meta.dirname, '..');
const port = Number(process.env.PORT ?? 3000);

try {
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StridewellError('invalid', `PORT must be a number from 0 to 65535, not "${process.env.PORT}".`);
  const house = await start({
    root,
    port,
    dataDir: process.env.DATA_DIR ?? join(root, '.data'),
    seed: process.env.SEED !== 'none',
  });
  process.stdout.write(`ready ${house.url}\n`);
  let closing = false;
  const stop = () => {
    if (closing) return;
    closing = true;
    void house.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // Stop rather than go on half-saved: nothing that is missing on the disk was ever promised.
  void house.unsaved.then(async (problem) => {
    process.stderr.write(`${problem.message}\n`);
    await Promise.race([house.close(), setTimeout(3_000)]).catch(() => undefined);
    process.exit(1);
  });
} catch (error) {
  process.stderr.write(
    `${error instanceof StridewellError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
}
