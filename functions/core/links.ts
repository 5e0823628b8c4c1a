import type { Links } from './message';
import type { Practice } from './practice';
import { type LinkKey, linkKeys } from './series';
import { checkInAnswers } from './subscriber';
import type { Instant } from './time';
import { type LinkKeys, packTime, signToken } from './token';

/** Ids travel without their prefix, which keeps the link in a text short. */
export const bare = (id: string): string => id.slice(id.indexOf('_') + 1);

export interface LinkMaker {
  keys: LinkKeys;
  /** Public base address without a slash at the end. */
  publicUrl: string;
  practice: Practice;
}

const pages = (publicUrl: string) => ({
  languageHelp: `${publicUrl}/language-help`,
  privacy: `${publicUrl}/privacy`,
  healthPrivacy: `${publicUrl}/health-data-privacy`,
  terms: `${publicUrl}/terms`,
  asset: (name: string) => `${publicUrl}/assets/${name}`,
});

/** Every link one message to one person may carry. No address in any of them; ids only, signed per purpose. */
export function linksFor({ keys, publicUrl, practice }: LinkMaker, subscriber: string, message: string): Links {
  const sub = bare(subscriber);
  const msg = bare(message);
  const sign = (path: string, purpose: Parameters<typeof signToken>[1], ...fields: string[]) =>
    `${publicUrl}/${path}/${signToken(keys, purpose, [sub, ...fields])}`;
  const click = (key: LinkKey) => sign('c', 'click', msg, key);
  const unsubscribe = sign('unsubscribe', 'unsubscribe', 'e');
  const targets = Object.fromEntries(linkKeys.map((key) => [key, click(key)])) as Record<LinkKey, string>;
  const checkIn = sign('check-in', 'check-in', msg);
  return {
    ...pages(publicUrl),
    unsubscribe,
    oneClick: unsubscribe,
    preferences: sign('preferences', 'preferences'),
    targets: { ...targets, call: `tel:${practice.phone}` },
    checkIn: Object.fromEntries(
      checkInAnswers.map((answer) => [answer, `${checkIn}?answer=${answer}`]),
    ) as Links['checkIn'],
  };
}

/** The one link of a text: the tip as a page, with the whole disclaimer. */
export const tipLink = ({ keys, publicUrl }: LinkMaker, subscriber: string, message: string): string =>
  `${publicUrl}/tips/${signToken(keys, 'tips', [bare(subscriber), bare(message)])}`;

export const confirmLink = ({ keys, publicUrl }: LinkMaker, subscriber: string, at: Instant): string =>
  `${publicUrl}/confirm/${signToken(keys, 'confirm', [bare(subscriber), 'e', packTime(at)])}`;

export const profileLink = ({ keys, publicUrl }: LinkMaker, subscriber: string, expires: Instant): string =>
  `${publicUrl}/profile/${signToken(keys, 'profile', [bare(subscriber), packTime(expires)])}`;

export const dataLink = (
  { keys, publicUrl }: LinkMaker,
  subscriber: string,
  action: 'download' | 'delete',
  expires: Instant,
): string => `${publicUrl}/preferences/data/${signToken(keys, 'data', [bare(subscriber), action, packTime(expires)])}`;
