import { slipsBetween } from '../base/slips';

/** Mailboxes that many people have: a domain one slip away from one of these is most likely the slip. */
const providers =
  'gmail.com googlemail.com yahoo.com ymail.com rocketmail.com hotmail.com outlook.com live.com msn.com icloud.com me.com mac.com aol.com comcast.net verizon.net sbcglobal.net bellsouth.net att.net cox.net charter.net earthlink.net protonmail.com proton.me fastmail.com'.split(
    ' ',
  );

/** Other people's domains that look like a slip and are none. */
const others = new Set(
  'mail.com email.com gmx.com gmx.net gmx.de gmx.us usa.com zmail.com rmail.com vmail.com qmail.com fmail.com hushmail.com inmail.com outlook.co hey.com live.co.uk yahoo.co aim.com aon.com sol.com atos.net cfl.rr.com'.split(
    ' ',
  ),
);

/** Ends that no domain has, and the one that was meant. */
const ends: Readonly<Record<string, string>> = {
  con: 'com',
  comm: 'com',
  coom: 'com',
  ccom: 'com',
  cpm: 'com',
  xom: 'com',
  vom: 'com',
  cim: 'com',
  ocm: 'com',
  cmo: 'com',
  nett: 'net',
  ent: 'net',
  nte: 'net',
  ogr: 'org',
  orgg: 'org',
};

/** Shorter names are too like other people's. */
const shortest = 5;

/**
 * The address that was most likely meant, for one that is spelled rightly but ends in a slip of a big provider's name
 * (gmial.com, hotmail.con); undefined for all others. A guess: it is offered and never decides.
 */
export function meantAddress(email: string): string | undefined {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1);
  if (at < 1 || providers.includes(domain) || others.has(domain)) return undefined;
  const dot = domain.lastIndexOf('.');
  const end = ends[domain.slice(dot + 1)];
  const mended = end === undefined ? domain : `${domain.slice(0, dot + 1)}${end}`;
  const guess = end === undefined ? undefined : mended;
  const meant = providers.includes(mended) ? mended : (nearest(mended) ?? guess);
  return meant === undefined ? undefined : `${email.slice(0, at + 1)}${meant}`;
}

function nearest(domain: string): string | undefined {
  const one = (known: string) => {
    const [name = ''] = known.split('.');
    return name.length >= shortest && slipsBetween(domain, known) === 1;
  };
  // Two slips in a long name still leave no other name near.
  const two = (known: string) => {
    const [name = ''] = known.split('.');
    return name.length >= 7 && domain.split('.')[0] !== name && slipsBetween(domain, known) === 2;
  };
  return providers.find(one) ?? providers.find(two);
}
