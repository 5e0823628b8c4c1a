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
  'dates',
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

/** One more field that says nothing; a last field of this shape never means anything else. */
const isFiller = (field: string | undefined): boolean => field !== undefined && /^-+$/.test(field);

/**
 * Fields are joined by dots, so each is letters, digits, `_` and `-` only. Programs that make links of plain text leave
 * out a `-` or `_` at the end, so a token that would end in one is signed with a filler that changes its end.
 */
export function signToken(keys: LinkKeys, purpose: Purpose, fields: string[]): string {
  for (const field of fields) {
    if (!/^[A-Za-z0-9_-]{0,64}$/.test(field))
      throw new StridewellError('internal', 'A link field has a character a link cannot hold.');
  }
  for (let filler = isFiller(fields.at(-1)) ? '-' : ''; ; filler += '-') {
    const payload = [keys[0].id, ...fields, ...(filler ? [filler] : [])].join('.');
    const signature = mac(keys[0], purpose, payload);
    if (/[A-Za-z0-9]$/.test(signature)) return `${payload}.${signature}`;
  }
}

/** The fields of a genuine token; anything else is one and the same `not-found`, which tells a guesser nothing. */
export function readToken(keys: LinkKeys, purpose: Purpose, text: string): string[] {
  for (const token of tokensIn(text)) {
    const cut = token.lastIndexOf('.');
    const payload = token.slice(0, Math.max(cut, 0));
    const [id, ...fields] = payload.split('.');
    const key = keys.find((candidate) => candidate.id === id);
    if (key && isSignature(token.slice(cut + 1), mac(key, purpose, payload)))
      return isFiller(fields.at(-1)) ? fields.slice(0, -1) : fields;
  }
  throw new StridewellError('not-found', 'This link is not complete. Please open it again from the message.');
}

/**
 * What the token may be in the end of a link as mail programs hand it over, four readings at most; the signature
 * decides. It ends before the first character that it cannot hold (the full stop of a sentence, a bracket, `&amp;`), or
 * before `3D`, which is an `=` in quoted-printable (RFC 2045 6.7). Soft line breaks, spaces and what nobody sees are no
 * part of it.
 */
function tokensIn(text: string): string[] {
  const readings = [text, text.slice(0, 1000).replace(/=|\s|\p{Cf}/gu, '')]
    .map((reading) => (/^[\w.-]*/.exec(reading)?.[0] ?? '').replace(/\.+$/, ''))
    .flatMap((token) => [token, token.replace(/3D$/, '')]);
  return [...new Set(readings)].filter((token) => token.length <= 400);
}

/** Before December 2026 one link in thirty ended in `-` or `_`; of those, an end that was left out is put back. */
function isSignature(given: string, right: string): boolean {
  const lost = right.slice(given.length);
  return given.length >= macLength - 2 && /^[-_]*$/.test(lost) && isMac(given + lost, right);
}

const lettersAndDigits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const shortMacLength = 7;
/** Not a purpose of the links above: what opens a text's link opens nothing else. */
const ofText = 'text';

/** Letters and digits alone, so that no program that finds links cuts it short. */
function shortened(key: LinkKey, payload: string): string {
  const digest = createHmac('sha256', key.secret).update(`${ofText}\n${payload}`).digest();
  let rest = digest.readBigUInt64BE();
  let out = '';
  for (let n = 0; n < shortMacLength; n += 1) {
    out += lettersAndDigits[Number(rest % 62n)];
    rest /= 62n;
  }
  return out;
}

/** A signature of 41 bits for the link in a text, which has no room for more: docs/adr/0029 says why it is enough. */
export const shortMac = (keys: LinkKeys, payload: string): string => shortened(keys[0], payload);

/** The signature names no key, so each is asked. */
export const isShortMac = (keys: LinkKeys, payload: string, given: string): boolean =>
  given.length === shortMacLength &&
  /^[A-Za-z0-9]+$/.test(given) &&
  keys.some((key) => timingSafeEqual(Buffer.from(given), Buffer.from(shortened(key, payload))));

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
