import fc from 'fast-check';
import { type LinkKeys, packTime, purposes, readToken, signToken, unpackTime } from '../../functions/core/token';

const keys: LinkKeys = [
  { id: 'k2', secret: 'new' },
  { id: 'k1', secret: 'old' },
];
const field = fc.stringMatching(/^[A-Za-z0-9_-]{0,20}$/);
const fields = fc.array(field, { minLength: 1, maxLength: 4 });
const refused = (read: () => unknown) => expect(read).toThrow(expect.objectContaining({ code: 'not-found' }));

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
