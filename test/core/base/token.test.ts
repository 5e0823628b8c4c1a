import fc from 'fast-check';
import {
  type LinkKeys,
  type Purpose,
  packTime,
  purposes,
  readToken,
  signToken,
  unpackTime,
} from '../../../functions/core/base/token';

const keys: LinkKeys = [
  { id: 'k2', secret: 'new' },
  { id: 'k1', secret: 'old' },
];
const field = fc.stringMatching(/^[A-Za-z0-9_-]{0,20}$/);
const fields = fc.array(field, { minLength: 1, maxLength: 4 });
const refused = (read: () => unknown) => expect(read).toThrow(expect.objectContaining({ code: 'not-found' }));

/** What mail programs and people leave at the end of a link. */
const afterLinks = [
  ...['.', '...', ',', ';', ':', '!', '?', ')', ').', ']', '}', '>', '/>', '"', "'", '”', '’', '»', '*', '|', '\\'],
  ...['=', '=3D', '3D', '=\r\n', '=20', '&', '&amp;', '&amp;utm_source=mail', '&gt;', '&#x3D;'],
  ...['\u200b', '\ufeff', '\u00ad', '\u00a0', ' ', '%20', '%', '/', '">Click</a>', ' and some words', '\r\n> quoted'],
];
const letters = Array.from('ABCXYZabcxyz0189-_');

describe('a signed link', () => {
  it('gives back its fields, under every purpose and with every key that ever signed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...purposes), fields, (purpose, given) => {
        expect(readToken(keys, purpose, signToken(keys, purpose, given))).toEqual(given);
        expect(readToken(keys, purpose, signToken([keys[1]!], purpose, given))).toEqual(given);
      }),
    );
  });
  it('is refused with any one character changed, added or left out', () => {
    fc.assert(
      fc.property(fields, fc.nat(), fc.string({ minLength: 0, maxLength: 1, unit: 'binary' }), (given, at, other) => {
        const token = signToken(keys, 'unsubscribe', given);
        const i = at % token.length;
        const changed = token.slice(0, i) + other + token.slice(i + 1);
        if (changed !== token) refused(() => readToken(keys, 'unsubscribe', changed));
      }),
      { numRuns: 2000 },
    );
  });
  it('never ends in what programs that find links leave out', () => {
    fc.assert(
      fc.property(fc.constantFrom(...purposes), fields, (purpose, given) => {
        expect(signToken(keys, purpose, given)).toMatch(/\.[\w-]{21}[A-Za-z0-9]$/);
      }),
      { numRuns: 2000 },
    );
  });
  it('is read as itself, whatever follows that no link holds', () => {
    const tail = fc.oneof(
      fc.constantFrom(...afterLinks),
      fc
        .tuple(fc.constantFrom('.', ',', ')', '>', '"', '=', '&', '%', ' ', '/', '\u200b'), fc.string())
        .map(([first, more]) => `${first === '.' ? '.)' : first}${more}`),
    );
    fc.assert(
      fc.property(fc.constantFrom(...purposes), fields, tail, (purpose, given, after) => {
        expect(readToken(keys, purpose, `${signToken(keys, purpose, given)}${after}`)).toEqual(given);
      }),
      { numRuns: 2000 },
    );
  });
  it('is read through the soft line breaks and unseen characters that mail programs put into long words', () => {
    fc.assert(
      fc.property(
        fields,
        fc.nat(),
        fc.constantFrom('=\r\n', '=\n', '=', '\r\n', ' ', '\u200b', '\u00ad', '\ufeff'),
        (given, at, joint) => {
          const token = signToken(keys, 'tips', given);
          const i = at % token.length;
          expect(readToken(keys, 'tips', `${token.slice(0, i)}${joint}${token.slice(i)}>`)).toEqual(given);
        },
      ),
    );
  });
  it('is refused with a letter, digit, `-` or `_` more, in other case, or with a part cut off', () => {
    fc.assert(
      fc.property(fields, fc.constantFrom(...letters), fc.nat(), (given, more, at) => {
        const token = signToken(keys, 'tips', given);
        refused(() => readToken(keys, 'tips', `${token}${more}`));
        refused(() => readToken(keys, 'tips', token.slice(0, at % token.length)));
        for (const other of [token.toUpperCase(), token.toLowerCase()])
          if (other !== token) refused(() => readToken(keys, 'tips', other));
      }),
    );
  });
  it('opens no page of another purpose', () => {
    for (const purpose of purposes.filter((one) => one !== 'data'))
      refused(() => readToken(keys, purpose, signToken(keys, 'data', ['a'])));
  });
  it('of another house is refused, and so is anything else', () => {
    refused(() => readToken(keys, 'data', signToken([{ id: 'k2', secret: 'other' }], 'data', ['a'])));
    for (const token of ['', '.', 'k2', 'k2.', 'k2.a.', '..', 'x'.repeat(500), 'k2.a.é'.padEnd(30, 'é')])
      refused(() => readToken(keys, 'data', token));
  });
  it('holds no address', () => {
    for (const given of ['a@b.example', '+17705550100', 'a b', 'a.b'])
      expect(() => signToken(keys, 'data', [given])).toThrow();
  });
  it('carries whole seconds', () => {
    expect(unpackTime(packTime(1_796_054_400_999))).toBe(1_796_054_400_000);
  });
});

/** Signed before every token ended in a letter or digit, with a `-`, a `_` or two of them at the end of all but the first. */
const earlier: Record<Exclude<Purpose, 'dates'>, string[]> = {
  confirm: [
    'k1.x0.e.tgql1z.q0Xb-9_wNq2o3XcP0m9m5Yv8p4r2t6u1w3e5r7t9yA_.ZNwdZDPR55NVAv6_RBm0Ah',
    'k1.x1g.e.tgql1z.q0Xb-9_wNq2o3XcP0m9m5Yv8p4r2t6u1w3e5r7t9yA_.GqVmcloen88DdjdZD8Rfr-',
    'k1.x3h.e.tgql1z.q0Xb-9_wNq2o3XcP0m9m5Yv8p4r2t6u1w3e5r7t9yA_.0CYyeU0_CFKBg4YHwURlC_',
    'k1.xxp.e.tgql1z.q0Xb-9_wNq2o3XcP0m9m5Yv8p4r2t6u1w3e5r7t9yA_.Y-DMORgS7ZKF-sFfWqRH_-',
  ],
  unsubscribe: [
    'k1.x0.e.q0Xb-9_wNq2o3XcP0m9m5Yv8p4r2t6u1w3e5r7t9yA-.60YbzDquwlAR9Hzi1Oo8Vg',
    'k1.xm.e.q0Xb-9_wNq2o3XcP0m9m5Yv8p4r2t6u1w3e5r7t9yA-.t1S_TjrgtYcqFzAlP607r-',
    'k1.x2m.e.q0Xb-9_wNq2o3XcP0m9m5Yv8p4r2t6u1w3e5r7t9yA-.6aQxFKj-JZaKbs5fcuHJZ_',
    'k1.x34p.e.q0Xb-9_wNq2o3XcP0m9m5Yv8p4r2t6u1w3e5r7t9yA-.ByNuI6-AklNYgDHuS_PF--',
  ],
  preferences: [
    'k1.x0.e.rU3GzeYusaXM9aL2XcQDBp',
    'k1.x1l.e.vamcixjHB4E0O70I8b4YB-',
    'k1.x1g.e.wsrNiyhkeaGRTd4gJqMsB_',
    'k1.xav.e.u-M-r6k-Q5h3AHSv2tT8-_',
  ],
  click: [
    'k1.x0.msgA.book.R2I7Hx4ZSECuq_OKjZiF0C',
    'k1.x1i.msgA.book.AdDl4ib7Agl1mF4fC0rPH-',
    'k1.x2.msgA.book.n8bLytRdCx8O8KJNkT1Iy_',
    'k1.x92.msgA.book.OUsjeMMy1b_MrZ5X6IeU_-',
  ],
  'check-in': [
    'k1.x0.msgA.PD8fglLVxtRbV6SrhK7GtO',
    'k1.x1h.msgA.3EB3roGdhuMvkDfGbvu7k-',
    'k1.x4g.msgA.9oWIvNanJTTdnIpow8eZC_',
    'k1.xcb.msgA.wKRiaaXy1ChFLFaaNiu2__',
  ],
  book: [
    'k1.x0.msgA.1VY6YsxiibHZ7evU2W726Q',
    'k1.x1k.msgA.J34Xb-nwfa4fcAAVZiHFh-',
    'k1.x21.msgA.0PB2nn4iwD2qLvhr1JzSg_',
    'k1.xzz.msgA.9pONMfqJ-g2s1Th8KL01_-',
  ],
  tips: [
    'k1.x0.msgA.Js1e4xtDA0IGd06evkVZZf',
    'k1.x87.msgA.Mt8LQ35zuYfwefBmO5nxq-',
    'k1.xk.msgA.B8p5muCTyry6sarhIPHPr_',
    'k1.xbn.msgA.u7iOjEZF4_GOSSP1FnYx_-',
  ],
  data: [
    'k1.x0.delete.tgql1z.e.xNayPofL1l02gH78ahm45J',
    'k1.x36.delete.tgql1z.e.9PcEC9al4qh60JiPZRH90-',
    'k1.x1t.delete.tgql1z.e.sP2xMwGazBUEPpv3EiVfa_',
    'k1.x2x6.delete.tgql1z.e.KKc2tfkvdJMrxDSFJLbN__',
  ],
  profile: [
    'k1.x0.tgql1z.8tTgLCc6C2qRz6zV2w1qb7',
    'k1.xk.tgql1z.QRIvODadprfgqoWoYhVgn-',
    'k1.x1.tgql1z.zbhp65z5vw3EcSvDvN2vc_',
    'k1.x8d.tgql1z.o55DobiUVAjshnkZSwXF--',
  ],
};

describe('a link from a mail of last year', () => {
  const then: LinkKeys = [keys[0], { id: 'k1', secret: 'the secret of 2026' }];
  const every = Object.entries(earlier).flatMap(([purpose, tokens]) =>
    tokens.map((token) => [purpose as Purpose, token] as const),
  );
  const fieldsOf = (token: string) => token.split('.').slice(1, -1);

  it.each(every)('%s works: %s', (purpose, token) => {
    for (const after of ['', ...afterLinks])
      expect(readToken(then, purpose, `${token}${after}`)).toEqual(fieldsOf(token));
  });
  it.each(every.filter(([, token]) => /[-_]$/.test(token)))(
    '%s works after a program left its end out: %s',
    (purpose, token) => {
      const lost = token.replace(/[-_]+$/, '');
      expect(readToken(then, purpose, lost)).toEqual(fieldsOf(token));
      expect(readToken(then, purpose, `${lost}).`)).toEqual(fieldsOf(token));
    },
  );
  it.each(every)('%s opens nothing else, and no other end does: %s', (purpose, token) => {
    for (const other of purposes) if (other !== purpose) refused(() => readToken(then, other, token));
    const body = token.replace(/[-_]*$/, '');
    for (const end of [...letters, '--', '__', 'A-'])
      if (!token.startsWith(`${body}${end}`)) refused(() => readToken(then, purpose, `${body}${end}`));
    refused(() => readToken(then, purpose, body.slice(0, -1)));
  });
});
