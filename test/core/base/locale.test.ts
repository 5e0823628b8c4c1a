import { listed, localeOf, numbered, plural } from '../../../functions/core/base/locale';

describe('languages', () => {
  test.each([
    ['es', 'es'],
    ['es-MX', 'es'],
    ['ES-us', 'es'],
    ['en-GB', 'en'],
    ['fr', undefined],
    ['est', undefined],
    ['', undefined],
    [undefined, undefined],
    [['es'], undefined],
  ])('%p asks for %p', (tag, locale) => {
    expect(localeOf(tag)).toBe(locale);
  });

  test('count, list and number as their readers do', () => {
    expect([0, 1, 2].map((n) => plural('en', n, { one: 'day', other: 'days' }))).toEqual(['days', 'day', 'days']);
    expect([0, 1, 1_000_000].map((n) => plural('es', n, { one: 'día', other: 'días' }))).toEqual([
      'días',
      'día',
      'días',
    ]);
    expect(listed('en', ['a', 'b', 'c'])).toBe('a, b, and c');
    expect(listed('es', ['a', 'b', 'c'])).toBe('a, b y c');
    expect([numbered('en', 12345.5), numbered('es', 12345.5)]).toEqual(['12,345.5', '12,345.5']);
  });
});
