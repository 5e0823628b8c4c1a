import { meaningOf } from '../replies/keyword';
import { gap } from './our-texts';

/**
 * Phones answer a heart with a text that quotes ours: "Liked “Pinnacle Ortho: …”". Read as the person's words, a quote
 * of our own "Call 911" would be an emergency and a quote of "Reply STOP" an opt-out. So what is ours is taken out, and
 * only the rest is read. Whether words are ours is decided by comparing them with every text we send, never by their
 * form: a quote of anything else is read like everything a person writes.
 */
export interface Quote {
  /** The person's own words, which may be none. */
  own: string;
  /** They say nothing but that one of our texts was liked, disliked, quoted. */
  isReaction: boolean;
}

/** Whether it is worth fetching what we have ever sent. */
export const mayQuote = (body: string): boolean => MARK.test(body) || /^\s*>|…|\.\.\.|\p{L}:\s/mu.test(body);

/** Splits a text into what is quoted of ours and what is not. `ours` comes from `ourTexts`. */
export function readQuote(body: string, ours: readonly string[]): Quote {
  const clean = body
    .slice(0, 8_000)
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{Variation_Selector}/gu, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\[test\] /gi, '');
  const picture = ABOUT_A_PICTURE.exec(bare(clean.trim()));
  if (picture?.slice(1).every(isNothingSaid)) return { own: '', isReaction: true };
  const tokens = tokensOf(clean);
  let own = '';
  let from = 0;
  let quoted = false;
  const texts = ours.map((text) => tokensOf(text).map(({ word }) => word));
  const drop = (start: number, end: number) => {
    quoted = true;
    own += ownLead(clean.slice(from, start));
    from = end + (/^\s*[.…]*\s*[”"»’']*[.…]*/.exec(clean.slice(end))?.[0].length ?? 0);
  };
  for (let at = 0; at < tokens.length; ) {
    const end = tokens[at]!.start < from ? undefined : quoteAt(clean, tokens, at, texts);
    if (end !== undefined) drop(tokens[at]!.start, tokens[end - 1]!.end);
    at = end ?? at + 1;
  }
  // Cut off before the first word.
  const [before] = /^.{1,60}["“„«]/su.exec(clean) ?? [];
  if (!quoted && before && isLead(before) && !/[\p{L}\p{N}]/u.test(clean.slice(before.length)))
    drop(before.length, before.length);
  if (!quoted) return { own: body, isReaction: false };
  own = `${own} ${clean.slice(from)}`.trim();
  const isReaction = !/[\p{L}\p{N}]/u.test(own) && !STOP_SIGN.test(own);
  return { own: isReaction ? '' : own, isReaction };
}

interface Token {
  word: string;
  start: number;
  end: number;
}

const MARK = /["“”„«»‘‹›]|(?<!\p{L})'/u;
const OPENS = /(?:["“„«‘‹']|(?:^|\n)\s*>)\s*$/u;
const ENDS = /["”»’›]|^'|\.\.|…|\n/u;
const ELLIPSIS = /^\s*(?:\.\.|…)/u;
const LINK = 'https?://[^\\s"”»]*[^\\s"”».,)…]';
const TOKEN = new RegExp(`${LINK}|${gap}(?:/[\\w/-]*)?|[\\p{L}\\p{N}\\p{M}]+(?:['’ʼ][\\p{L}\\p{N}\\p{M}]+)*`, 'giu');
const LINK_WORD = 'https:';

const PLAIN = /^[A-Za-z0-9]+$/;
const lettersOf = (word: string): string =>
  PLAIN.test(word) ? word : word.normalize('NFKD').replace(/[\p{M}'’ʼ]/gu, '');

/** Words with their places; case, accents, marks and the shape of an apostrophe are nobody's words. */
function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), (found) => ({
    word: found[0].startsWith(gap) ? gap : found[0].includes(':') ? LINK_WORD : lettersOf(found[0]).toLowerCase(),
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** A name, a date, an address: longer than this nothing stands in a gap. */
const gapAtMost = 10;
/** Fewer words than these without quotation marks are no quote: people may begin a sentence with our name. */
const plainAtLeast = 8;
const quotedAtLeast = 3;

/** Where a quote of ours that begins at this word ends, or undefined. */
function quoteAt(
  clean: string,
  tokens: Token[],
  at: number,
  texts: readonly (readonly string[])[],
): number | undefined {
  const before = clean.slice(tokens[at - 1]?.end ?? 0, tokens[at]!.start);
  const marked = OPENS.test(before);
  const isLed = marked && isLead(clean.slice(0, tokens[at]!.start));
  const after = (i: number) => clean.slice(tokens[i - 1]?.end ?? 0, tokens[i]?.start ?? clean.length);
  // A second half that a carrier sent apart ends a quotation that nobody opened.
  const isTail = at === 0 && /[”»]\s*$/u.test(clean) && !/[“«]/u.test(clean);

  /** The end of the longest match from this word of the body and this word of the text. */
  const follow = (i: number, text: readonly string[], t: number): { end: number; whole: boolean } | undefined => {
    if (t === text.length) return { end: i, whole: true };
    if (text[t] === gap && tokens[i]?.word === LINK_WORD) return follow(i + 1, text, t + 1);
    if (text[t] === gap && t + 1 === text.length) {
      // What ends a text is a link, of which a cut may leave a letter.
      const isRest = i < tokens.length && 'https'.startsWith(tokens[i]!.word) && ENDS.test(after(i + 1));
      return { end: isRest ? i + 1 : i, whole: true };
    }
    if (text[t] === gap) {
      for (let k = 0; k <= gapAtMost && i + k <= tokens.length; k += 1) {
        const found = follow(i + k, text, t + 1);
        if (!found) continue;
        return k === 0 || isHarmless(clean.slice(tokens[i]!.start, tokens[i + k - 1]!.end)) ? found : undefined;
      }
      return undefined;
    }
    const word = tokens[i]?.word;
    if (word === text[t]) return follow(i + 1, text, t + 1);
    if (i > at && (i === tokens.length || ENDS.test(after(i)))) return { end: i, whole: false };
    const isCut =
      word !== undefined && text[t]!.startsWith(word) && (i + 1 === tokens.length || ENDS.test(after(i + 1)));
    return isCut ? { end: i + 1, whole: false } : undefined;
  };

  let best: number | undefined;
  const first = tokens[at]!.word;
  for (const text of texts) {
    if (!isTail && !text[0]?.startsWith(first)) continue;
    const starts = isTail ? text.keys() : [0];
    for (const t of starts) {
      const found = follow(at, text, t);
      if (!found || found.end === at) continue;
      const count = found.end - at;
      const isEnough =
        t > 0
          ? found.whole && count > quotedAtLeast && found.end === tokens.length
          : found.whole ||
            isLed ||
            (marked && (count >= quotedAtLeast || ELLIPSIS.test(after(found.end)))) ||
            count >= plainAtLeast;
      if (isEnough && found.end > (best ?? at)) best = found.end;
    }
  }
  return best;
}

const STOP_SIGN = /[🛑⛔🚫]/u;
const PICTURE = '(?:\\p{Extended_Pictographic}[\\p{M}\\u{1f3fb}-\\u{1f3ff}]*)';
/** How phones say it in words, before the quotation: iOS and Android, English and Spanish. */
const LEADS = [
  '(?:on|el) (.{5,80}) (?:wrote|escribio)',
  'liked|loved|disliked|hearted|emphasi[sz]ed|questioned|laughed (?:at|with|about)|exclaimed|replied to|in reply to|re',
  '(?:has )?reacted(?: with)? (.{1,30}) (?:to|at)|(?:has )?removed (.{1,40}) (?:from|to)',
  `(${PICTURE}+|!!|!\\?|\\?+) ?(?:removed from|to|from|a|de|en|quitado de|eliminado de)`,
  '(?:no )?(?:le|me) (?:gusta|gusto|encanta|encanto)|(?:ha (?:indicado|dicho) que )?(?:no )?(?:le|me) (?:gusta|encanta)',
  'ha (?:indicado|dicho) que (?:no )?le (?:gusta|encanta)|(?:le ha|te ha) (?:gustado|encantado)|no le ha gustado',
  '(?:se )?(?:rio|ha reido|reido|rie) (?:de|con|por)|le (?:dio|causo|hizo) (?:risa|gracia)',
  '(?:ha )?(?:destaco|destacado|enfatizo|enfatizado|resalto|resaltado|exclamo|exclamado|subrayo|cuestiono|cuestionado)(?: (?:por|sobre|ante|a))?',
  '(?:ha )?(?:pregunto|preguntado|puso en duda)(?: (?:por|sobre|acerca de|de))?|(?:respondio|en respuesta) a',
  '(?:ha )?(?:reacciono|reaccionado)(?: con)?(?: (.{1,30}))? (?:a|ante)',
  '(?:ha )?(?:quito|quitado|elimino|eliminado|retiro|retirado|borro|borrado) (.{1,40}) (?:de|del|a|en)',
].join('|');
const LEAD = new RegExp(`(?:^\\s*|[\\n.!?]\\s*)(?:${LEADS})\\s*:?\\s*["“„«‘‹'>]?\\s*$`, 'iu');
const ABOUT_A_PICTURE = new RegExp(
  `^(?:${LEADS})\\s+(?:an?|un|una)\\s+(?:image|picture|photo|video|movie|sticker|attachment|link|contact|location|message|audio message|voice message|imagen|foto|video|adjunto|enlace|mensaje)$`,
  'iu',
);

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');

/** What stands between a verb of a reaction and its quotation may be anything but something that has to be heard. */
function isLead(text: string): boolean {
  const found = LEAD.exec(bare(text));
  return found?.slice(1).every(isNothingSaid) ?? false;
}

const isNothingSaid = (between: string | undefined): boolean =>
  between === undefined || !/[\p{L}\p{N}]/u.test(between) || isHarmless(between);

/** What is said before a quotation, without the way a phone puts it. A sign that says stop stays. */
function ownLead(before: string): string {
  const text = bare(before);
  const found = isLead(before) ? LEAD.exec(text) : null;
  const kept = found ? text.slice(0, found.index) + (/^[.!?]/.exec(found[0])?.[0] ?? '') : before.replace(OPENS, '');
  return found && STOP_SIGN.test(found[0]) ? `${kept} 🛑 ` : kept;
}

/** Not a word in it that somebody has to hear. */
const isHarmless = (text: string): boolean => !['crisis', 'emergency', 'stop'].includes(meaningOf(text).kind);
