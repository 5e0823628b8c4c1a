/** The part of the library that is used; it brings no types of its own. */
declare module 'split-sms' {
  export function split(text: string): { characterSet: 'GSM' | 'Unicode'; parts: unknown[] };
}
