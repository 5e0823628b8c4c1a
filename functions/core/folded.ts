/**
 * A text of ten parts is 1,600 characters. NFKC may make one character eighteen, so this raw cut stands far above that;
 * whoever matches bounds what is left.
 */
const rawLimit = 8_000;

/**
 * Letters alone, so that two texts that look equal are equal: no case, accents, look-alikes of full width, invisible
 * characters or apostrophes. Spaces and marks stay for the reader. Never throws.
 */
export const folded = (body: string): string =>
  body
    .slice(0, rawLimit)
    .normalize('NFKC')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/['‘’‛ʼʹ`´′]/g, '');
