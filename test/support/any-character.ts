import fc from 'fast-check';

/**
 * Any code point, halves of pairs among them: a unit for `fc.string`. Its own `binary` makes a table of all 1.1 million
 * characters first, which takes most of a second.
 */
export const anyCharacter = fc.nat(0x10ffff).map(
  (code) => String.fromCodePoint(code),
  (character) => {
    const [only, ...more] = [...String(character)];
    if (only === undefined || more.length > 0) throw new Error('This is not one character.');
    return only.codePointAt(0)!;
  },
);
