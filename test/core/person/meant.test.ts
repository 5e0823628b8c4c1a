import fc from 'fast-check';
import { meantAddress } from '../../../functions/core/person/meant';

it.each([
  ['gmial.com', 'gmail.com'],
  ['gnail.com', 'gmail.com'],
  ['gamil.com', 'gmail.com'],
  ['gmai.com', 'gmail.com'],
  ['gmaill.com', 'gmail.com'],
  ['gmail.con', 'gmail.com'],
  ['gmail.co', 'gmail.com'],
  ['gmail.cmo', 'gmail.com'],
  ['gnail.con', 'gmail.com'],
  ['hotmial.com', 'hotmail.com'],
  ['hotmal.com', 'hotmail.com'],
  ['homtial.com', 'hotmail.com'],
  ['yaho.com', 'yahoo.com'],
  ['yhaoo.com', 'yahoo.com'],
  ['outlok.com', 'outlook.com'],
  ['iclod.com', 'icloud.com'],
  ['icloud.con', 'icloud.com'],
  ['aol.con', 'aol.com'],
  ['comcast.met', 'comcast.net'],
  ['my-own-firm.con', 'my-own-firm.com'],
  ['club.ogr', 'club.org'],
])('robin@%s was most likely meant for %s', (typed, meant) => {
  expect(meantAddress(`robin@${typed}`)).toBe(`robin@${meant}`);
});

// Each is a domain where people have mail; a question about it would be an insult at best.
it.each(
  'gmail.com googlemail.com mail.com email.com gmx.com gmx.net gmx.de zmail.com rmail.com usa.com q.com qq.com mac.com me.com aim.com hey.com pm.me proton.me duck.com fastmail.com hotmail.es hotmail.co.uk yahoo.fr yahoo.co.uk yahoo.com.mx yahoo.co.jp outlook.es live.com live.com.mx msn.com cox.net att.net uga.edu gatech.edu emory.edu ga.gov example.com practice.example xn--mller-kva.de tiaa.org rr.com cs.com'.split(
    ' ',
  ),
)('nobody at %s is asked', (domain) => expect(meantAddress(`robin@${domain}`)).toBeUndefined());

it('offers nothing about its own offer, whatever is typed', () => {
  const near = fc
    .tuple(
      fc.constantFrom('gmail.com', 'hotmail.com', 'yahoo.com', 'comcast.net'),
      fc.nat(10),
      fc.constantFrom(...'abcxyz'),
    )
    .map(([domain, at, letter]) => `robin@${domain.slice(0, at)}${letter}${domain.slice(at + 1)}`);
  fc.assert(
    fc.property(near, (typed) => {
      const meant = meantAddress(typed);
      expect(meant).not.toBe(typed);
      if (meant !== undefined) expect(meantAddress(meant)).toBeUndefined();
    }),
  );
});
