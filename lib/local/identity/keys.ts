import {
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type JsonWebKey,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { StridewellError } from '../../../functions/core/base/error';

const part = z.string().regex(/^[\w-]+$/);
const keySchema = z.strictObject({
  kty: z.literal('RSA'),
  use: z.literal('sig'),
  alg: z.literal('RS256'),
  kid: z.string().min(1),
  ...{ n: part, e: part, d: part, p: part, q: part, dp: part, dq: part, qi: part },
});
const fileSchema = z.strictObject({ keys: z.array(keySchema).min(1) });

/** A private RSA signing key as a JWK (RFC 7517). */
type SigningKey = z.infer<typeof keySchema>;

async function freshKey(): Promise<SigningKey> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const parts = privateKey.export({ format: 'jwk' });
  return keySchema.parse({ ...parts, use: 'sig', alg: 'RS256', kid: randomBytes(9).toString('base64url') });
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new StridewellError('unavailable', `The sign-in keys in ${file} cannot be read.`);
  }
}

/** Parts that belong to different keys still make a key; only a signature shows it. */
function signs({ kty, n, e, ...rest }: SigningKey): boolean {
  const word = randomBytes(16);
  const own = createPrivateKey({ key: { kty, n, e, ...rest } as JsonWebKey, format: 'jwk' });
  const shown = createPublicKey({ key: { kty, n, e }, format: 'jwk' });
  return verify('sha256', word, shown, sign('sha256', word, own));
}

/** Parsing says nothing of the reason: it would quote a private key. */
function keysIn(file: string, text: string): SigningKey[] {
  try {
    const { keys } = fileSchema.parse(JSON.parse(text));
    if (!keys.every(signs)) throw new Error();
    return keys;
  } catch {
    throw new StridewellError(
      'unavailable',
      `The sign-in keys in ${file} are damaged; delete that file and start again to get new ones.`,
    );
  }
}

/**
 * The keys tokens are signed with, first one first. Kept in `identity.json` for its owner's eyes only, so that people
 * stay signed in over a restart; `:memory:` makes new ones each time.
 */
export async function signingKeys(dataDir: string | ':memory:'): Promise<SigningKey[]> {
  if (dataDir === ':memory:') return [await freshKey()];
  const file = join(dataDir, 'identity.json');
  const text = await textOf(file);
  if (text !== undefined) {
    const kept = keysIn(file, text);
    await chmod(file, 0o600).catch(() => {}); // a read-only disk keeps the mode it has
    return kept;
  }
  const keys = [await freshKey()];
  const half = `${file}.${process.pid}.new`;
  try {
    await mkdir(dataDir, { recursive: true });
    await writeFile(half, `${JSON.stringify({ keys })}\n`, { mode: 0o600 });
    await rename(half, file);
  } catch {
    throw new StridewellError('unavailable', `The sign-in keys cannot be written to ${file}.`);
  }
  return keys;
}
