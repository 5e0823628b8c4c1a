import type { Locale } from '../base/locale';

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
 * Letters of a language that GSM-7 lacks and that stay: without its accent a Spanish word is another word, or none. One of
 * them makes the whole text UCS-2, which `segments` counts. é, ñ, ü, ¿ and ¡ are in GSM-7 and cost nothing.
 */
const kept: Record<Locale, ReadonlySet<string>> = { en: new Set(), es: new Set('áíóúÁÍÓÚ') };

/** The same text in GSM-7 as far as that keeps its meaning, whatever its language: for names and other values. */
export const toGsm = (text: string): string => asText(text, 'en');

/**
 * A text as it is sent: quotes, dashes and spaces made plain, accents that GSM lacks dropped unless the language needs
 * them. What has no plain form stays, for `foreign` to name.
 */
export function asText(text: string, locale: Locale): string {
  if (allBasic.test(text)) return text;
  const whole = text
    .replace(/[\p{Cf}\p{Variation_Selector}]/gu, '')
    // A letter and its accent may come as two characters.
    .replace(/\p{Script=Latin}\p{M}+/gu, (letter) => letter.normalize('NFC').replace(/\p{M}/gu, ''));
  return Array.from(whole, (character) => {
    if (isGsm(character) || kept[locale].has(character)) return character;
    if (/\p{Zs}/u.test(character)) return ' ';
    const swap = Object.hasOwn(plain, character) ? plain[character] : undefined;
    if (swap !== undefined) return swap;
    const bare = character.normalize('NFKD').replace(/\p{M}/gu, '');
    return bare !== '' && Array.from(bare).every(isGsm) ? bare : character;
  }).join('');
}

/** The characters that no text of this language may hold, each once. */
export const foreign = (text: string, locale: Locale = 'en'): string[] =>
  allBasic.test(text) ? [] : [...new Set(Array.from(text).filter((c) => !isGsm(c) && !kept[locale].has(c)))];

/** "á, ú": the letters for which a whole text costs UCS-2; empty when it costs none. */
export const costlyIn = (text: string): string => foreign(text).join(', ');

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
