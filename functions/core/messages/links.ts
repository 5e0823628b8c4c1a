import { type ChannelName, channelByLetter, traits } from '../base/channel';
import { bare } from '../base/id';
import type { Instant } from '../base/time';
import { type LinkKeys, packTime, signToken } from '../base/token';
import { checkInAnswers } from '../person/subscriber';
import type { Practice } from '../practice/practice';
import { type LinkKey, linkKeys } from '../series/series';
import type { Links } from './message';
import { textToken } from './text-link';

/** How a link names the channel it was sent on. */
export const letterOf = (channel: ChannelName): string => traits[channel].letter;
export const channelOf = (letter: string | undefined): ChannelName => channelByLetter(letter) ?? 'email';

export interface LinkMaker {
  keys: LinkKeys;
  /** Public base address without a slash at the end. */
  publicUrl: string;
  practice: Practice;
  /** The key of an address's guard: a keyed hash, 43 letters of base64url. */
  addressKey(address: string): string;
}

const pages = (publicUrl: string) => ({
  languageHelp: `${publicUrl}/language-help`,
  privacy: `${publicUrl}/privacy`,
  healthPrivacy: `${publicUrl}/health-data-privacy`,
  terms: `${publicUrl}/terms`,
  asset: (name: string) => `${publicUrl}/assets/${name}`,
});

/**
 * Every link one mail may carry. No address in any of them; ids only, signed per purpose. The goodbye also names its
 * address by keyed hash, so that it works for as long as links live: after erasing, a change of address, a restore.
 */
export function linksFor(
  { keys, publicUrl, practice, addressKey }: LinkMaker,
  subscriber: string,
  message: string,
  address: string,
): Links {
  const sub = bare(subscriber);
  const msg = bare(message);
  const sign = (path: string, purpose: Parameters<typeof signToken>[1], ...fields: string[]) =>
    `${publicUrl}/${path}/${signToken(keys, purpose, [sub, ...fields])}`;
  const click = (key: LinkKey) => sign('c', 'click', msg, key);
  const unsubscribe = sign('unsubscribe', 'unsubscribe', 'e', addressKey(address));
  const targets = Object.fromEntries(linkKeys.map((key) => [key, click(key)])) as Record<LinkKey, string>;
  const checkIn = sign('check-in', 'check-in', msg);
  return {
    ...pages(publicUrl),
    unsubscribe,
    oneClick: unsubscribe,
    preferences: sign('preferences', 'preferences', 'e'),
    targets: { ...targets, call: `tel:${practice.phone}` },
    checkIn: Object.fromEntries(
      checkInAnswers.map((answer) => [answer, `${checkIn}?answer=${answer}`]),
    ) as Links['checkIn'],
  };
}

/** The one link of a text: the tip as a page, with the whole disclaimer. Texts of before December 2026 lead to `/tips`. */
export const tipLink = ({ keys, publicUrl }: LinkMaker, owner: string, message: string): string =>
  `${publicUrl}/t/${textToken(keys, owner, message)}`;

/** Names the sign-up, when its mail was asked for, and by keyed hash the mailbox it was sent to: it proves no other. */
export const confirmLink = (
  { keys, publicUrl, addressKey }: LinkMaker,
  subscriber: string,
  at: Instant,
  address: string,
): string =>
  `${publicUrl}/confirm/${signToken(keys, 'confirm', [bare(subscriber), 'e', packTime(at), addressKey(address)])}`;

export const profileLink = ({ keys, publicUrl }: LinkMaker, subscriber: string, expires: Instant): string =>
  `${publicUrl}/profile/${signToken(keys, 'profile', [bare(subscriber), packTime(expires)])}`;

export const dataLink = (
  { keys, publicUrl }: LinkMaker,
  subscriber: string,
  action: 'download' | 'delete',
  expires: Instant,
  channel: ChannelName,
): string =>
  `${publicUrl}/preferences/data/${signToken(keys, 'data', [bare(subscriber), action, packTime(expires), letterOf(channel)])}`;

/** Where the dates to come are had as a calendar file; on the page that names them. */
export const datesPath = (keys: LinkKeys, subscriber: string, channel: ChannelName): string =>
  `/dates/${signToken(keys, 'dates', [bare(subscriber), letterOf(channel)])}`;
