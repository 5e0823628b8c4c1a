/** GSM 03.38 basic table: one septet each. A single character outside it turns the whole text into UCS-2, 70 a part. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** The extension table: an escape and a character, so two septets. */
const extended = new Set('\f^{}\\[~]|€');

/** What word processors and phones put in place of plain characters. */
const plain: Record<string, string> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  ʼ: "'",
  '′': "'",
  '´': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '″': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '…': '...',
  '•': '-',
  '·': '-',
  '\t': ' ',
};

const isGsm = (character: string): boolean => basic.has(character) || extended.has(character);

/** Nearly every text: one septet a character, nothing to make plain. */
const allBasic = /^[\n\r !"#$%&'()*+,\-./0-9:;<=>?@A-Z_a-z]*$/;

/**
 * The same text in GSM-7 as far as that keeps its meaning: quotes, dashes and spaces made plain, accents GSM lacks
 * dropped. What has no plain form stays, for `foreign` to name.
 */
export function toGsm(text: string): string {
  if (allBasic.test(text)) return text;
  return Array.from(text.replace(/[\p{Cf}\p{Variation_Selector}]/gu, ''), (character) => {
    if (isGsm(character)) return character;
    if (/\p{Zs}/u.test(character)) return ' ';
    const swap = Object.hasOwn(plain, character) ? plain[character] : undefined;
    if (swap !== undefined) return swap;
    const bare = character.normalize('NFKD').replace(/\p{M}/gu, '');
    return bare !== '' && Array.from(bare).every(isGsm) ? bare : character;
  }).join('');
}

/** The characters that GSM-7 cannot carry, each once. */
export const foreign = (text: string): string[] =>
  allBasic.test(text) ? [] : [...new Set(Array.from(text).filter((c) => !isGsm(c)))];

/** How many parts a carrier bills: 160 septets or 153 a part in GSM-7, 70 or 67 units a part in UCS-2. */
export function segments(text: string): { encoding: 'GSM-7' | 'UCS-2'; parts: number } {
  if (allBasic.test(text))
    return { encoding: 'GSM-7', parts: text.length <= 160 ? Math.min(text.length, 1) : Math.ceil(text.length / 153) };
  const characters = Array.from(text);
  if (characters.every(isGsm)) {
    const widths = characters.map((c) => (extended.has(c) ? 2 : 1));
    return { encoding: 'GSM-7', parts: parts(widths, 160, 153) };
  }
  return {
    encoding: 'UCS-2',
    parts: parts(
      characters.map((c) => c.length),
      70,
      67,
    ),
  };
}

/** An escape pair or a surrogate pair never straddles two parts, so a part may end one unit short. */
function parts(widths: number[], single: number, each: number): number {
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total <= single) return total === 0 ? 0 : 1;
  let count = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > each) {
      count += 1;
      used = 0;
    }
    used += width;
  }
  return count;
}
