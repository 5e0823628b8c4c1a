import { createHmac } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { type MetadataJson, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import { type ChannelName, channelNames, traits } from '../base/channel';
import { StridewellError } from '../base/error';
import { typed } from '../base/typed';

const example = 'Please check it, for example name@example.com.';
const wrongEmail = (what: string) =>
  new StridewellError('invalid', `The email address does not look right: ${what}. ${example}`, 'email');

/** RFC 6068: what a link to a mailbox names, without the words it brings along. */
function ofLink(link: string): string {
  const [address = ''] = link.split('?');
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The address alone, out of `mailto:` links (RFC 6068), `Name <address>` (RFC 5322 3.4) and the end of a sentence. */
function mailboxIn(given: string): string {
  const named = /<([^<>]*)>[.,;]?$/.exec(given)?.[1] ?? given;
  const link = /^\s*mailto:(.*)$/is.exec(named)?.[1];
  return typed(link === undefined ? named : ofLink(link))
    .replace(/\s*@\s*/g, '@')
    .replace(/[.,;]$/, '');
}

/** RFC 5321 4.1.2, Dot-string: what stands before the @ of a mailbox that every provider takes. */
function checkLocal(local: string): void {
  if (local === '') throw wrongEmail('nothing stands before the @');
  if (local.length > 64) throw wrongEmail('more than 64 characters stand before the @');
  if (/^\.|\.$/.test(local)) throw wrongEmail('a dot cannot stand first, or right before the @');
  const [strange] = /[^a-z0-9.!#$%&'*+/=?^_`{|}~-]/u.exec(local) ?? [];
  if (strange !== undefined) throw wrongEmail(`"${strange}" cannot stand before the @`);
}

/** RFC 5321 4.1.2 and RFC 1035 2.3.1, in the letters that mail travels in (RFC 5891). An address by number is nobody's mailbox. */
function asciiDomain(domain: string): string {
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  if (domain === '') throw wrongEmail('nothing stands after the @');
  if (/^\[|^(\d+|0x[0-9a-f]*)$/.test(last) || domain.startsWith('['))
    throw wrongEmail('a number stands where the name of a mail service belongs');
  if (labels.includes('')) throw wrongEmail('a dot cannot stand right after the @');
  const [strange] = /[\0-,/:-`{-\x7f]/.exec(domain) ?? [];
  if (strange !== undefined) throw wrongEmail(`"${strange}" cannot stand after the @`);
  if (labels.length < 2) throw wrongEmail('there is no dot after the @');
  if (labels.some((label) => /^-|-$/.test(label)))
    throw wrongEmail('no part after the @ can begin or end with a hyphen');
  if (last.length < 2) throw wrongEmail('too little stands after the last dot');
  const ascii = domainToASCII(domain);
  if (!/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/.test(ascii))
    throw wrongEmail('no mail service has such a name');
  return ascii;
}

/**
 * Lower-case, without what is typed along and means nothing, its domain in ASCII. The part before the @ is kept as it
 * is otherwise: two spellings may be two mailboxes. Addresses without any of this are spelled as they always were, so
 * that their keys (`guardKey`) stay what they are.
 */
export function normaliseEmail(given: string): string {
  const address = mailboxIn(typed(given)).toLowerCase();
  const parts = address.split('@');
  if (parts.length < 2) throw wrongEmail('it has no @');
  if (parts.length > 2) throw wrongEmail('it has more than one @');
  if (/\s/.test(address)) throw wrongEmail('it has a space in it');
  if (address.includes('..')) throw wrongEmail('it has two dots in a row');
  const [local = '', domain = ''] = parts;
  checkLocal(local);
  const email = `${local}@${asciiDomain(domain)}`;
  // RFC 5321 4.5.3.1.3: 256 for a path with its brackets.
  if (email.length > 254) throw wrongEmail('it is longer than 254 characters');
  return email;
}

/** Area codes of +1 that are not the United States. */
const abroadOfPlusOne =
  /^\+1(242|246|264|268|284|345|441|473|649|658|664|721|758|767|784|809|829|849|868|869|876|600|622|633|644|655|677|688)/;

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

/** Numbers of the plan that belong to no phone (NANPA): service codes, and 555 but for the range for demonstration. */
const nobodys: readonly (readonly [RegExp, string])[] = [
  [/^\+1.11/, 'it begins with a service code such as 911'],
  [/^\+1\d{3}.11/, 'the three digits after its area code are a service code such as 911'],
  [/^\+1\d{3}555(?!01)/, 'numbers with 555 belong to nobody'],
];

/** Toll free, in use or set aside for it (NANPA). */
const tollFree = /^\+18(00|22|33|44|55|66|77|8\d)/;
export const isTollFree = (number: string): boolean => tollFree.test(number);

/** Numbers that ring, and that no carrier brings a text to (NANPA): toll free, personal, paid, the government's own. */
const textless: readonly (readonly [RegExp, string])[] = [
  [tollFree, 'a toll-free number'],
  [/^\+15(00|2[1-9]|3[23]|44|66|77|88)/, 'a personal number that follows its owner (5xx)'],
  [/^\+1(900|976|700)/, 'a number that costs its caller extra'],
  [/^\+1710/, 'a number of the government'],
];

/** What a number is for: some can be called and get no texts, and what was taken under older rules is still found. */
export type NumberUse = 'texts' | 'calls' | 'finding';

const shape = 'for example 770-555-0123';

/** E.164. US numbers only, since consent, hours and price are US rules; the 555-01xx range is for demonstration. */
export function normalisePhone(given: string, use: NumberUse = 'texts'): string {
  const refuse = (why: string) => new StridewellError('invalid', why, 'phone');
  const wrong = (why: string) =>
    refuse(`The mobile number does not look right: ${why}. Please give 10 digits, ${shape}.`);
  const abroad = () =>
    refuse(use === 'calls' ? 'We can only call a US number.' : 'Texts can only go to a US mobile number.');
  // 001 is how +1 is dialled from abroad.
  const text = typed(given).replace(/^\(?00\s*1(?=\D*\d)/, '+1');
  if (text.length > 40) throw refuse(`The mobile number is too long. Please give 10 digits, ${shape}.`);
  if (/^(\+|011)\s*[2-9]/.test(text)) throw abroad();
  const parsed = parsePhoneNumberFromString(text, 'US', plusOne);
  if (!parsed) throw wrong('it is no phone number');
  const number = parsed.number as string;
  const digits = number.length - 2;
  if (digits !== 10) throw wrong(`it has ${digits} ${digits === 1 ? 'digit' : 'digits'}`);
  if (abroadOfPlusOne.test(number) || canadian.test(number)) throw abroad();
  if (use === 'finding') return number;
  if (parsed.ext !== undefined)
    throw refuse('We cannot reach an extension. Please give a number that rings you directly.');
  const [, unowned] = nobodys.find(([pattern]) => pattern.test(number)) ?? [];
  if (unowned !== undefined) throw wrong(unowned);
  if (!/^\+1[2-9]\d{2}[2-9]\d{6}$/.test(number))
    throw refuse('That is not a US phone number. Neither its area code nor the next three digits begin with 0 or 1.');
  const [, kind] = textless.find(([pattern]) => pattern.test(number)) ?? [];
  if (kind !== undefined && use === 'texts')
    throw refuse(`That is ${kind}, and it gets no texts. Please give a mobile number, ${shape}.`);
  return number;
}

/** Checks an address of this channel and spells it as it is kept. */
export const normalised = (channel: ChannelName, given: string): string => normalisers[traits[channel].address](given);
const normalisers = { mailbox: normaliseEmail, phone: (given: string) => normalisePhone(given) };

/** The channel of an address that stands alone: the first whose addresses look like it. */
export const channelOfAddress = (address: string): ChannelName => {
  const kind = address.includes('@') ? 'mailbox' : 'phone';
  return channelNames.find((name) => traits[name].address === kind)!;
};

/** Whom a text is from: one phone is one person, however its carrier writes the number. A short code stays what it is. */
export function senderNumber(given: string): string {
  try {
    return normalisePhone(given, 'finding');
  } catch {
    return given;
  }
}

/** How mail addresses were spelled before more was refused: kept ones are found by it, and can leave. */
const onceTaken = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}$/;

/**
 * The address of somebody who is to be found, or left alone: one field for either kind. Whatever has an @ is read as an
 * email address, everything else as a number. What was taken under older rules is found as it is kept.
 */
export function addressIn(given: string): string {
  // Nobody who typed a name or half an email address should read that their number is wrong.
  if (!/[@\p{Nd}\uff20]/u.test(given))
    throw new StridewellError(
      'invalid',
      'Please give an email address, for example name@example.com, or a mobile number with 10 digits.',
      'address',
    );
  if (!mailboxIn(typed(given)).includes('@')) return normalisePhone(given, 'finding');
  const asKept = given.trim().toLowerCase();
  try {
    return normaliseEmail(given);
  } catch (refused) {
    if (asKept.length <= 254 && onceTaken.test(asKept)) return asKept;
    throw refused;
  }
}

/**
 * What an address counts as, for limits and nothing else: plus-tags, Gmail dots and the two names of Gmail hide no second
 * mailbox from them. A guard keeps the spelling it was made with, so that no suppression moves.
 */
export function countedAs(address: string): string {
  if (!address.includes('@')) return address;
  const [local = '', domain = ''] = address.split('@');
  const bare = local.split('+')[0] ?? local;
  const isGmail = domain === 'gmail.com' || domain === 'googlemail.com';
  return isGmail ? `${bare.replaceAll('.', '')}@gmail.com` : `${bare}@${domain}`;
}

/** The guard's key: a keyed hash, so that suppression outlives the person without keeping the address. */
export const guardKey = (secret: string, address: string): string =>
  createHmac('sha256', secret).update(`guard\n${address}`).digest('base64url');

/** Where a request came from, in logs and in the audit: hashed, so that nobody without the key can try all of the internet's numbers. */
export const sourceKey = (secret: string, ip: string): string => guardKey(secret, `source ${ip}`).slice(0, 22);

/** The key of a count (core/membership/budget): hashed likewise, so that nothing stored tells who asked or whom they named. */
export const budgetKey = (secret: string, of: string): string =>
  createHmac('sha256', secret).update(`budget\n${of}`).digest('base64url');
