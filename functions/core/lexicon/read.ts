import { folded } from '../base/folded';

/** One word of a text; `,` and `.` stand for a pause and the end of a sentence, `lol` for a laughing face. */
export type Token = { word: string; number?: number };

/** What is beyond is not read. */
const TOKEN_LIMIT = 600;

/** All that breaks a line on some phone. */
const LINE_ENDS = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;

const LAUGHS = /[😂🤣😆😅😹💀☠]/gu;

/** "10k" is a race and no number: no one measures a fever in it. */
const PIECE = /\d+(?:[.,]\d+)?(?:k(?!\p{L}))?|\p{L}+|[.!?\n,;:()"]/gu;

/** Written short or glued by so many people that no table should have to list them. */
const SAME = new Map<string, string[]>(
  Object.entries({
    w: ['with'],
    bc: ['because'],
    cuz: ['because'],
    cause: ['because'],
    u: ['you'],
    ur: ['your'],
    rn: ['right', 'now'],
    im: ['i', 'am'],
    ive: ['i', 'have'],
    wanna: ['want', 'to'],
    wana: ['want', 'to'],
    gonna: ['going', 'to'],
    gona: ['going', 'to'],
    cannot: ['cant'],
    canot: ['cant'],
    cannt: ['cant'],
    cnt: ['cant'],
    kant: ['cant'],
    carnt: ['cant'],
    caint: ['cant'],
    couldnt: ['cant'],
    couldn: ['cant'],
    r: ['are'],
    rt: ['right'],
    lt: ['left'],
    haha: ['lol'],
    lmao: ['lol'],
    lmfao: ['lol'],
    rofl: ['lol'],
    lolol: ['lol'],
    q: ['que'],
    k: ['que'],
    xq: ['porque'],
    pq: ['porque'],
    porq: ['porque'],
    toy: ['estoy'],
  }),
);

/** "can t", "don t": what is left of an apostrophe that became a space. */
const BEFORE_T = new Set('can couldn don doesn didn won wouldn isn aren wasn haven hasn hadn ain shouldn'.split(' '));

/** Whether the text has more than one line, so that its line ends may be read either way. */
export const hasLines = (body: string): boolean => body.search(LINE_ENDS) >= 0;

/**
 * Reads any string into words without case, accents, look-alikes and invisible characters; never throws. A line end is
 * the end of a sentence, or no more than a space.
 */
export function readTokens(body: string, lineEnd: '\n' | ' ' = '\n'): Token[] {
  const letters = folded(body.replace(LINE_ENDS, lineEnd))
    .replace(LAUGHS, ' lol ')
    .replace(/\.{2,}|…|[–—]| -+ /g, ' , ')
    .replace(/[&+]/g, ' and ')
    .replace(/\b(?:ja){2,}j?\b|\b(?:je){2,}j?\b|\b(?:ha){2,}h?\b|\b(?:jk|xd+|lo+l+)\b/g, ' lol ');
  const tokens: Token[] = [];
  for (const [piece] of letters.matchAll(PIECE)) {
    if (tokens.length >= TOKEN_LIMIT) break;
    push(tokens, piece);
  }
  return tokens;
}

function push(tokens: Token[], piece: string): void {
  const last = tokens.at(-1);
  if (/^\d/.test(piece)) {
    tokens.push(piece.endsWith('k') ? { word: piece } : { word: piece, number: Number(piece.replace(',', '.')) });
    return;
  }
  if (/^[.!?\n]/.test(piece)) {
    if (last?.word === ',') tokens.pop();
    if (tokens.length > 0 && tokens.at(-1)?.word !== '.') tokens.push({ word: '.' });
    return;
  }
  if (!/^\p{L}/u.test(piece)) {
    if (last && last.word !== ',' && last.word !== '.') tokens.push({ word: ',' });
    return;
  }
  const word = piece.replace(/(\p{L})\1{2,}/gu, '$1$1');
  if (word === 't' && last && BEFORE_T.has(last.word)) {
    last.word = last.word === 'couldn' ? 'cant' : `${last.word}t`;
    return;
  }
  if (word === 'not' && (last?.word === 'can' || last?.word === 'could')) {
    last.word = 'cant';
    return;
  }
  for (const same of SAME.get(word) ?? [word]) tokens.push({ word: same });
}
