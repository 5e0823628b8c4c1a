import fc from 'fast-check';
import { slipsBetween } from '../../../functions/core/base/slips';

/** As the definition says it, without a short cut. */
function defined(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const ways = [
    defined(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
    defined(a.slice(1), b) + 1,
    defined(a, b.slice(1)) + 1,
  ];
  const isSwapped = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
  return Math.min(...ways, ...(isSwapped ? [defined(a.slice(2), b.slice(2)) + 1] : []));
}

it.each([
  ['bladder', 'bladder', 0],
  ['bladder', 'bladdr', 1],
  ['bladder', 'bladdeer', 1],
  ['bladder', 'bladdre', 1],
  ['bladder', 'blader', 1],
  ['ca', 'abc', 3],
  ['', 'ab', 2],
])('%s and %s', (a, b, slips) => {
  expect([slipsBetween(a, b), slipsBetween(b, a)]).toEqual([slips, slips]);
});

it('counts as the definition does, for any two words', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(fc.property(word, word, (a, b) => expect(slipsBetween(a, b)).toBe(defined(a, b))));
});
