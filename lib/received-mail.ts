/** Headers of an RFC 5322 message, folded lines joined. */
function headersOf(mail: string): { name: string; value: string }[] {
  const head = mail.split(/\r?\n\r?\n/, 1)[0] ?? '';
  return head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line) => {
      const at = line.indexOf(':');
      return at > 0 ? [{ name: line.slice(0, at).toLowerCase(), value: line.slice(at + 1).trim() }] : [];
    });
}

/** Tags of a signature (RFC 6376 3.2). */
const tagsOf = (value: string): Record<string, string> =>
  Object.fromEntries(
    value.split(';').flatMap((part) => {
      const at = part.indexOf('=');
      return at > 0 ? [[part.slice(0, at).trim(), part.slice(at + 1).replace(/\s+/g, '')]] : [];
    }),
  );

/**
 * What keeps a mailbox provider from trusting the one-click button of a mail as it arrived: both headers must be there
 * and under a signature (RFC 8058 section 4), and that signature must be of the sender's own domain (RFC 7489 3.1.1).
 */
export function signatureFaults(mail: string, domain: string): string[] {
  const headers = headersOf(mail);
  const value = (name: string) => headers.find((one) => one.name === name)?.value;
  const faults: string[] = [];
  if (!/<https:[^>]+>/.test(value('list-unsubscribe') ?? ''))
    faults.push('The mail has no List-Unsubscribe with an https address');
  if (value('list-unsubscribe-post') !== 'List-Unsubscribe=One-Click')
    faults.push('The mail has no List-Unsubscribe-Post');
  const signatures = headers.filter(({ name }) => name === 'dkim-signature').map((one) => tagsOf(one.value));
  const own = signatures.filter(({ d }) => d?.toLowerCase() === domain);
  if (own.length === 0) return [...faults, `No signature of the mail is by ${domain}`];
  const covered = own.map(({ h = '' }) => h.toLowerCase().split(':'));
  for (const name of ['from', 'list-unsubscribe', 'list-unsubscribe-post']) {
    if (!covered.some((names) => names.includes(name))) faults.push(`The signature leaves out ${name}`);
  }
  if (/dkim=fail/i.test(value('authentication-results') ?? ''))
    faults.push('The mailbox says that the signature is wrong');
  return faults;
}
