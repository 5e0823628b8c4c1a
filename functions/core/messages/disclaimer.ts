import { wordingHash } from '../practice/consent';
import { shortDisclaimer } from '../series/merge';

/** A version is made from the words themselves, so no edit of them can keep the old one. */
export const disclaimerVersion = (words: string): string => wordingHash(words).slice(0, 12);

/** The version of the short disclaimer that program texts end with; service texts carry none. */
export const disclaimerOfText = (body: string): string | undefined =>
  body.includes(shortDisclaimer) ? disclaimerVersion(shortDisclaimer) : undefined;

/** The words of each version that is known today, as the export of somebody's data gives them. */
export const disclaimerWords = (practice: { disclaimer: string }): Record<string, string> =>
  Object.fromEntries([practice.disclaimer, shortDisclaimer].map((words) => [disclaimerVersion(words), words]));
