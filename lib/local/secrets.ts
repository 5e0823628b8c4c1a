import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { StridewellError } from '../../functions/core/error';

const secretsSchema = z.strictObject({
  linkKeys: z.tuple([z.strictObject({ id: z.string(), secret: z.string().min(32) })]),
  guardSecret: z.string().min(32),
});
export type Secrets = z.infer<typeof secretsSchema>;

const fresh = (): Secrets => ({
  linkKeys: [{ id: '1', secret: randomBytes(32).toString('base64url') }],
  guardSecret: randomBytes(32).toString('base64url'),
});

/** Made at the first start and kept beside the data, so that links in old messages go on working. */
export function localSecrets(dataDir: string): Secrets {
  if (dataDir === ':memory:') return fresh();
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'secrets.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    const made = fresh();
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
    return made;
  }
  try {
    return secretsSchema.parse(JSON.parse(text));
  } catch {
    throw new StridewellError(
      'unavailable',
      `${file} is damaged. Delete the data folder, or choose another with DATA_DIR.`,
    );
  }
}
