/** Invisible characters (Unicode's Default_Ignorable_Code_Point). People copy them along without meaning to. */
const unseen = /[\p{Cf}\p{DI}]/gu;
/** RFC 8265 3.3.1: keyboards for Chinese, Japanese and Korean type letters and digits as wide as their own. */
const wide = /[\uff01-\uff5e]/g;
const ideographicStop = /[\u3002\uff61]/g;

/** What somebody typed into a field for an address, a number or a code, without what nobody sees or means. */
export const typed = (given: string): string =>
  given
    .replace(unseen, '')
    .replace(wide, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(ideographicStop, '.')
    .trim();

/**
 * Two joiners are spelling, not decoration: Persian parts words with one, Indic scripts shape letters with both (UAX 31
 * 2.3). They stay between letters and after a vowel sign; every other unseen character goes.
 */
const joined = /(?<=[\p{L}\p{M}])[\u200c\u200d](?=[\p{L}\p{M}])|(?<=\p{M})[\u200c\u200d]/gu;
const kept: Record<string, string> = { '\u200c': '\ue000', '\u200d': '\ue001' };
const back: Record<string, string> = { '\ue000': '\u200c', '\ue001': '\u200d' };

/** A name as its owner sees it. */
export const typedName = (given: string): string =>
  given
    .replace(/[\ue000\ue001]/g, '')
    .replace(joined, (joiner) => kept[joiner] ?? '')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\ue000\ue001]/g, (mark) => back[mark] ?? '')
    .trim();

/** "30309", "303 09", "30309 1234" and "303091234" as 30309 or 30309-1234; anything else as it was typed. */
export function typedZip(given: string): string {
  const digits = typed(given).replace(/[\s-]/g, '');
  const [, five, four] = /^(\d{5})(\d{4})?$/.exec(digits) ?? [];
  if (five === undefined) return typed(given);
  return four === undefined ? five : `${five}-${four}`;
}

/** Browsers that do not know their zone say Etc/Unknown (ECMA-402), and some an empty word. */
export const typedZone = (given: string): string | undefined => {
  const zone = typed(given);
  return zone === '' || /^etc\/unknown$/i.test(zone) ? undefined : zone;
};
