/** As much of an address as may be shown: the email address in part, or the last digits of the number. */
export type Hint = { email: string } | { digits: string };

/** An address as its prover's housemates may know it, in characters that a text can carry: `r***@example.com`. */
export function hintOf(address: string): Hint {
  const at = address.indexOf('@');
  if (at < 0) return { digits: address.slice(-4) };
  const domain = address.slice(at + 1);
  return { email: `${address.slice(0, 1)}***@${domain.length > 24 ? `${domain.slice(0, 21)}...` : domain}` };
}

/** The hint in English. */
export function hinted(address: string): string {
  const hint = hintOf(address);
  return 'digits' in hint ? `number ending in ${hint.digits}` : hint.email;
}
