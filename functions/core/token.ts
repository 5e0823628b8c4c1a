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
/** Not a purpose of links: no link ever opens a list, and no cursor a page. */
const placeOf = 'cursor';

function mac(key: LinkKey, purpose: Purpose | typeof placeOf, payload: string): string {
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
  if (!key || !isMac(given, mac(key, purpose, payload))) throw refuse();
  return payload.split('.').slice(1);
}

const isMac = (given: string, right: string): boolean =>
  given.length === macLength &&
  /^[A-Za-z0-9_-]+$/.test(given) &&
  timingSafeEqual(Buffer.from(given), Buffer.from(right));

/**
 * Where a page of a list ended, as `keyId.place.mac`. The list and its filters (`about`) are inside the MAC, so the store
 * only ever continues from a place that it named itself.
 */
export function sealPlace(keys: LinkKeys, about: string, place: string): string {
  const payload = `${keys[0].id}.${Buffer.from(place).toString('base64url')}`;
  return `${payload}.${mac(keys[0], placeOf, `${about}\n${payload}`)}`;
}

/** The place in a genuine cursor of this list; undefined for any other text. */
export function openPlace(keys: LinkKeys, about: string, mark: string): string | undefined {
  const [id, place, given, ...more] = mark.split('.');
  const key = keys.find((candidate) => candidate.id === id);
  if (!key || !place || !given || more.length > 0) return undefined;
  const right = mac(key, placeOf, `${about}\n${id}.${place}`);
  return isMac(given, right) ? Buffer.from(place, 'base64url').toString() : undefined;
}

/** Times travel in tokens as base-36 seconds. */
export const packTime = (at: Instant): string => Math.floor(at / 1000).toString(36);
export const unpackTime = (packed: string): Instant => Number.parseInt(packed, 36) * 1000;
