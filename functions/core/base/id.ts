import { hash } from 'node:crypto';

/** Ids say what they are. */
type IdPrefix = 'sub' | 'enr' | 'msg' | 'ntc' | 'clm' | 'cmp' | 'seg' | 'bkg' | 'aud';

/** Randomness comes in from outside: `bytes(n)` gives n random bytes. */
export type RandomBytes = (n: number) => Uint8Array;

/** Ids travel without their prefix in links, which keeps those short. */
export const bare = (id: string): string => id.slice(id.indexOf('_') + 1);

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

function base32(bytes: Uint8Array): string {
  let out = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += alphabet[(value >>> bits) & 31];
    }
  }
  return out;
}

/** A fresh id of 80 random bits, such as `sub_0h3k…` (16 characters after the prefix). */
export const newId = (prefix: IdPrefix, bytes: RandomBytes): string => `${prefix}_${base32(bytes(10))}`;

/** The same parts always give the same id, so that creating it can be repeated. */
export function derivedId(prefix: IdPrefix, ...parts: string[]): string {
  const digest = hash('sha256', parts.join('\u0000'), 'buffer');
  return `${prefix}_${base32(digest.subarray(0, 10))}`;
}
