import { csv } from '../../web/src/csv';

it('quotes every cell, and what it holds', () => {
  expect(
    csv([
      ['a', 'b "c", d'],
      ['two\r\nlines', ''],
    ]),
  ).toBe('"a","b ""c"", d"\r\n"two\r\nlines",""\r\n');
});

it.each(['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', '=HYPERLINK("https://evil.example")'])('makes %j inert', (text) => {
  expect(csv([[text]]).startsWith(`"'`)).toBe(true);
});

it('leaves alone what is no formula', () => {
  expect(csv([['a=b', '2026-12-01']])).toBe('"a=b","2026-12-01"\r\n');
});
