import { createHmac } from 'node:crypto';
import { type MetadataJson, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import { StridewellError } from './error';

/** Lower-case, trimmed. The part before the @ is kept as it is otherwise: two spellings may be two mailboxes. */
export function normaliseEmail(given: string): string {
  // RFC 5321 4.5.3.1: 64 before the @, 254 in all; at least one dot after it.
  const email = given.trim().toLowerCase();
  if (email.length > 254 || !/^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}$/.test(email)) {
    throw new StridewellError(
      'invalid',
      'The email address does not look right. Please check it, for example name@example.com.',
      'email',
    );
  }
  return email;
}

/** Area codes of +1 that are not the United States, or that cost the caller extra. */
const refusedPrefixes =
  /^\+1(900|976|700|242|246|264|268|284|345|441|473|649|658|664|721|758|767|784|809|829|849|868|869|876)/;

/** Canada shares +1, but not our rules of consent and hours. */
const canadian =
  /^\+1(204|226|236|249|250|257|263|289|306|343|354|365|367|368|382|403|416|418|428|431|437|438|450|460|468|474|506|514|519|548|579|581|584|587|604|613|639|647|672|683|705|709|742|753|778|780|782|807|819|825|867|873|879|902|905|942)/;

/** All that is to be known of numbers of +1; the rest of the world would be 80 KB in each function that reads a number. */
const plusOne: MetadataJson = {
  version: 4,
  country_calling_codes: { 1: ['US'] },
  countries: { US: ['1', '011', '[2-9]\\d{9}', [10], 0, '1'] },
  nonGeographic: {},
};

/** E.164. US numbers only, since consent, hours and price are US rules; the 555-01xx range is for demonstration. */
export function normalisePhone(given: string): string {
  const refuse = (why: string) => new StridewellError('invalid', why, 'phone');
  if (given.length > 40)
    throw refuse('The mobile number is too long. Please give 10 digits, for example 770-555-0123.');
  const abroad = /^\s*(\+|011)\s*[2-9]/.test(given);
  if (abroad) throw refuse('Texts can only go to a US mobile number.');
  const parsed = parsePhoneNumberFromString(given, 'US', plusOne);
  if (!parsed) throw refuse('The mobile number does not look right. Please give 10 digits, for example 770-555-0123.');
  const number = parsed.number as string;
  const demonstration = /^\+1[2-9]\d{2}55501\d{2}$/.test(number);
  if (refusedPrefixes.test(number) || canadian.test(number)) throw refuse('Texts can only go to a US mobile number.');
  if (!demonstration && !parsed.isPossible())
    throw refuse('The mobile number does not look right. Please give 10 digits, for example 770-555-0123.');
  if (!demonstration && !/^\+1[2-9]\d{2}[2-9]\d{6}$/.test(number))
    throw refuse('That is not a US phone number. Please check it.');
  return number;
}

/** One field for either: whatever has an @ is read as an email address, everything else as a number. */
export function addressIn(given: string): string {
  // Nobody who typed a name or half an email address should read that their number is wrong.
  if (!/[@\p{Nd}]/u.test(given))
    throw new StridewellError(
      'invalid',
      'Please give an email address, for example name@example.com, or a mobile number with 10 digits.',
      'address',
    );
  return given.includes('@') ? normaliseEmail(given) : normalisePhone(given);
}

/** What an address counts as: plus-tags and Gmail dots hide no second mailbox from the limits. */
export function countedAs(address: string): string {
  if (!address.includes('@')) return address;
  const [local = '', domain = ''] = address.split('@');
  const bare = local.split('+')[0] ?? local;
  return `${domain === 'gmail.com' ? bare.replaceAll('.', '') : bare}@${domain}`;
}

/** The guard's key: a keyed hash, so that suppression outlives the person without keeping the address. */
export const guardKey = (secret: string, address: string): string =>
  createHmac('sha256', secret).update(`guard\n${address}`).digest('base64url');

/** Where a request came from, in logs and in the audit: hashed, so that nobody without the key can try all of the internet's numbers. */
export const sourceKey = (secret: string, ip: string): string => guardKey(secret, `source ${ip}`).slice(0, 22);

/** The key of a count (core/budget): hashed likewise, so that nothing stored tells who asked or whom they named. */
export const budgetKey = (secret: string, of: string): string =>
  createHmac('sha256', secret).update(`budget\n${of}`).digest('base64url');
