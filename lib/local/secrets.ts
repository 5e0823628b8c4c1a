import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { damaged, textIn } from './data-folder';
import { saveWhole } from './save-whole';

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
  const file = join(dataDir, 'secrets.json');
  const text = textIn(file);
  if (text === undefined) {
    const made = fresh();
    saveWhole(file, JSON.stringify(made), 0o600);
    return made;
  }
  try {
    return secretsSchema.parse(JSON.parse(text));
  } catch {
    throw damaged(file);
  }
}
