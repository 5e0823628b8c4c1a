import { StridewellError } from '../base/error';
import { bare } from '../base/id';
import { isShortMac, type LinkKeys, shortMac } from '../base/token';

/**
 * The link in a text (docs/adr/0029). Two whole ids and a signature of 132 bits cost each text a second part, so the
 * token holds the first letters of both ids, which say where to look, and a signature over both as they are, which says
 * whose it is: `aaaaa` of the owner, `mm` of the message, seven letters and digits of HMAC.
 */
const ownerLetters = 5;
const messageLetters = 2;
const tokenLength = ownerLetters + messageLetters + 7;

export interface TextToken {
  shelf: string;
  /** How the message's id begins, without its prefix. */
  message: string;
  mac: string;
}

const beginning = (id: string, letters: number): string => bare(id).slice(0, letters).padEnd(letters, '0');

/** Where the owner of a link is written down: people whose ids begin alike share a shelf. */
export const shelfOf = (owner: string): string => beginning(owner, ownerLetters);

/** The owner is the person, or the item of a test. */
export const textToken = (keys: LinkKeys, owner: string, message: string): string =>
  `${shelfOf(owner)}${beginning(message, messageLetters)}${shortMac(keys, `${owner}\n${message}`)}`;

const notFound = () =>
  new StridewellError(
    'not-found',
    'We do not find this tip. It may be gone, or the link is not complete. Please open it again from the text.',
  );

/**
 * What a link's end says, as phones and people hand it on: it ends before the first character that is no letter or
 * digit, and spaces inside it are no part of it. Whether it is genuine only its message can tell.
 */
export function readTextToken(text: string): TextToken {
  const given = text.slice(0, 400);
  const token = [given, given.replace(/\s|\p{Cf}/gu, '')]
    .map((reading) => /^[A-Za-z0-9]*/.exec(reading)?.[0] ?? '')
    .find(({ length }) => length === tokenLength);
  if (token === undefined) throw notFound();
  const macAt = ownerLetters + messageLetters;
  return { shelf: token.slice(0, ownerLetters), message: token.slice(ownerLetters, macAt), mac: token.slice(macAt) };
}

/** Whether the token was signed for this very message of this owner. */
export const leadsTo = (keys: LinkKeys, { message, mac }: TextToken, owner: string, id: string): boolean =>
  beginning(id, messageLetters) === message && isShortMac(keys, `${owner}\n${id}`, mac);

/** One answer for a wrong link, a made-up one, and one whose person is gone: it tells a guesser nothing. */
export const refuseTextToken = (): never => {
  throw notFound();
};
