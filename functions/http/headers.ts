/** A year: what browsers remember of "only over TLS" (RFC 6797 6.1.1). */
export const httpsForSeconds = 365 * 24 * 3600;

/** Nothing from elsewhere: no tracker, font or frame of a third party (45 CFR 164.502, FTC on health sign-ups). */
export const contentPolicy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** What no page here asks of a browser. */
const permissionsPolicy =
  'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()';

/**
 * On every answer that says nothing else of the same name. The functions, `npm start` and CloudFront all read this one
 * page. Names of other hosts under the practice's domain are not ours to bind, so HSTS leaves subdomains out; where the
 * public address is plain http no browser would heed it (RFC 6797 8.1), so it is not said.
 */
export const headersOf = (publicUrl: string): Record<string, string> => ({
  ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': `max-age=${httpsForSeconds}` } : {}),
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  // Addresses of pages hold tokens: no page tells another where its reader was.
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'permissions-policy': permissionsPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
});
