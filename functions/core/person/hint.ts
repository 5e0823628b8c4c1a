import type { Locale } from '../base/locale';

/** As much of an address as may be shown: the email address in part, or the last digits of the number. */
export type Hint = { email: string } | { digits: string };

/** An address as its prover's housemates may know it, in characters that a text can carry: `r***@example.com`. */
export function hintOf(address: string): Hint {
  const at = address.indexOf('@');
  if (at < 0) return { digits: address.slice(-4) };
  const domain = address.slice(at + 1);
  return { email: `${address.slice(0, 1)}***@${domain.length > 24 ? `${domain.slice(0, 21)}...` : domain}` };
}

/** The hint in words, as a message of that language says it after "the mobile". */
export function hinted(address: string, locale: Locale): string {
  const hint = hintOf(address);
  return 'digits' in hint ? endingIn[locale](hint.digits) : hint.email;
}

const endingIn: Record<Locale, (digits: string) => string> = {
  en: (digits) => `number ending in ${digits}`,
  es: (digits) => `que termina en ${digits}`,
};
