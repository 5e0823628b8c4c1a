import { createHmac, timingSafeEqual } from 'node:crypto';
import { StridewellError } from './error';
import type { Instant } from './time';

/**
 * Signed links. A token is `keyId.field.….mac`: the fields are opaque ids, never an address or an answer, and the
 * purpose is inside the MAC, so a link for one page opens no other. 132 bits of HMAC-SHA256 (RFC 8058 3.1 asks for
 * a component that is hard to forge).
 */
export const purposes = [
  'confirm',
  'unsubscribe',
  'preferences',
  'click',
  'check-in',
  'book',
  'tips',
  'data',
  'profile',
] as const;
export type Purpose = (typeof purposes)[number];

export interface LinkKey {
  /** One to eight letters or digits. */
  id: string;
  secret: string;
}

/** Newest first: the first signs, all verify (links in old mail must work for years). */
export type LinkKeys = readonly [LinkKey, ...LinkKey[]];

const macLength = 22;

function mac(key: LinkKey, purpose: Purpose, payload: string): string {
  return createHmac('sha256', key.secret).update(`${purpose}\n${payload}`).digest('base64url').slice(0, macLength);
}

/** Fields are joined by dots, so each is letters, digits, `_` and `-` only. */
export function signToken(keys: LinkKeys, purpose: Purpose, fields: string[]): string {
  for (const field of fields) {
    if (!/^[A-Za-z0-9_-]{0,64}$/.test(field))
      throw new StridewellError('internal', 'A link field has a character a link cannot hold.');
  }
  const payload = [keys[0].id, ...fields].join('.');
  return `${payload}.${mac(keys[0], purpose, payload)}`;
}

/** The fields of a genuine token; anything else is one and the same `not-found`, which tells a guesser nothing. */
export function readToken(keys: LinkKeys, purpose: Purpose, token: string): string[] {
  const refuse = () =>
    new StridewellError('not-found', 'This link is not complete. Please open it again from the message.');
  if (token.length > 400) throw refuse();
  const cut = token.lastIndexOf('.');
  const payload = token.slice(0, Math.max(cut, 0));
  const given = token.slice(cut + 1);
  const key = keys.find((candidate) => candidate.id === payload.split('.', 1)[0]);
  if (!key || given.length !== macLength || !/^[A-Za-z0-9_-]+$/.test(given)) throw refuse();
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(mac(key, purpose, payload)))) throw refuse();
  return payload.split('.').slice(1);
}

/** Times travel in tokens as base-36 seconds. */
export const packTime = (at: Instant): string => Math.floor(at / 1000).toString(36);
export const unpackTime = (packed: string): Instant => Number.parseInt(packed, 36) * 1000;
