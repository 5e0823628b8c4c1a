/**
 * A text of ten parts is 1,600 characters. NFKC may make one character eighteen, so this raw cut stands far above that;
 * the caller bounds what is left.
 */
const rawLimit = 8_000;

/** "S U I C I D E", "k.i.l.l": three letters or more, each alone. */
const lettersApart = /(?<![\p{L}\p{N}])(?:\p{L}[ .\-_*]{1,3}){2,}\p{L}(?![\p{L}\p{N}])/gu;

/** "I k i l l" begins with a word of its own, "i n f o" and "i m p o t e n t" do not. */
const ownI = /^i (?=[^nm](?:[^\p{L}]+\p{L}){2})/u;

/**
 * Letters alone, so that two texts that look equal are equal: no case, accents, look-alikes of full width, invisible
 * characters, apostrophes or letters set apart, and one kind of space. Line ends and other marks stay for the reader.
 * Never throws.
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
    .replace(/['‘’‛ʼʹ`´′]/g, '')
    .replace(/[\t\f\v\p{Zs}]+/gu, ' ')
    .replace(lettersApart, joined);

function joined(run: string): string {
  const own = ownI.exec(run)?.[0] ?? '';
  return own + run.slice(own.length).replace(/[ .\-_*]/g, '');
}
