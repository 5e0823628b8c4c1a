/** A flag such as England's is a black flag and tags, spelled out; tags stand for nothing anywhere else. */
const flag = /\u{1f3f4}[\u{e0061}-\u{e007a}]+\u{e007f}/u;
/** Format and control characters, but for tab, line end and the two joiners, which emoji and scripts are written with. */
const unseen = /(?![\t\n\u200c\u200d])[\p{Cf}\p{Cc}\u2028\u2029]/u;
const flagOrUnseen = new RegExp(`(${flag.source})|${unseen.source}`, 'gu');

/**
 * What staff typed, without characters that nobody sees: marks that turn the direction of a line can make words read as
 * others (Unicode TR36 2.5), and a lone carriage return can hide a line. Lines end in a line feed.
 */
export const cleaned = (text: string): string =>
  text.replace(/\r\n/g, '\n').replace(flagOrUnseen, (_, kept?: string) => kept ?? '');

/** Ends no sentence's missing space can lead to, in any case of letters. */
const plainEnd = 'com|org|net|edu|gov|mil|biz|xyz|example|test|invalid';
/** Words too, but no sentence begins with a small letter. */
const smallEnd =
  'info|io|co|ly|app|dev|top|link|links|click|page|site|website|online|shop|store|tech|cloud|health|healthcare|clinic|' +
  'care|doctor|dental|physio|fitness|fit|run|club|news|blog|email|live|life|world|today|team|group|pro|name|mobi|' +
  'us|uk|ca|mx|de|fr|eu|nl|ch|au|nz|jp|cn|ru|in|br|gl|gd|gg|cc|tv|ai|tk|ml|ga|cf|gq|ws|sh|st|pw|vip|icu|cyou|buzz';
const label = String.raw`(?<![\p{L}\p{N}_.-])[\p{L}\p{N}][\p{L}\p{N}-]{0,62}`;
const next = String.raw`\.[\p{L}\p{N}][\p{L}\p{N}-]{0,62}`;
const after = String.raw`(?![\p{L}\p{N}-])`;

const kinds: readonly RegExp[] = [
  /\b[a-z][a-z0-9+-]{1,20}:\/\/\S*/iu,
  /\bmailto:\S*/iu,
  /\bwww\d?\.[\p{L}\p{N}]\S*/iu,
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])\S*/u,
  new RegExp(`${label}(?:${next}){0,6}?\\.(?:${plainEnd})${after}`, 'iu'),
  new RegExp(`${label}(?:${next}){0,6}?\\.(?:${smallEnd})${after}`, 'u'),
  // Any end, when a path follows, or when it is the third part of something in small letters.
  new RegExp(
    String.raw`(?<![\p{L}\p{N}_.-])[\p{L}\p{N}][\p{L}\p{N}-]{1,62}(?:${next}){0,6}?\.[a-z]{2,18}[/?#]\S*`,
    'u',
  ),
  /(?<![\p{L}\p{N}_.-])[a-z0-9][a-z0-9-]{1,62}\.[a-z0-9][a-z0-9-]{1,62}\.[a-z]{2,18}(?![\p{L}\p{N}-])/u,
];

/**
 * The first address typed as text, such as `example.com/path`, or undefined. Mail programs and phones turn such text
 * into a link that nobody signed, counted or checked. Merge fields are not part of one; the characters beside them are.
 */
export function typedAddress(text: string): string | undefined {
  const plain = text
    .replace(/\{\{[^{}]*\}\}/g, 'x')
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    // Browsers read an ideographic full stop as a dot (UTS 46).
    .replace(/\u3002/g, '.');
  for (const kind of kinds) {
    const found = kind.exec(plain);
    if (found) return Array.from(found[0]).slice(0, 40).join('');
  }
  return undefined;
}
