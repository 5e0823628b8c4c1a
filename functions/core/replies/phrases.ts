import { folded } from '../base/folded';
import { slipsBetween } from '../base/slips';

/**
 * Reading a text as words. Everything that could make two equal texts look different (case, full-width letters,
 * accents, zero-width characters, quotes, spaced letters, "can not" and "can't") is folded here, once, so that the
 * tables of phrases stay readable.
 */

/** Words between two full stops, question marks or line ends; `asked` when it ended in a question mark. */
type Sentence = { words: string[]; asked: boolean };

/** `line` holds all words, each with one space before and after: " i cant pee ". */
export type Text = { sentences: Sentence[]; line: string };

/** The cut that bounds the matching stands behind the folding: equal texts are cut at the same word. */
const FOLDED_LIMIT = 4_000;

/** Spellings that mean the same to every table. Left side: words as they stand after folding. */
const SAME: ReadonlyArray<readonly [RegExp, string]> = [
  [/ (can|couldn|don|didn|won|doesn|isn|wasn|haven|hasn|shouldn|aren) t(?= )/g, ' $1t'],
  [/ (?:can ?not|unable to|not able to|cnt|caint|canot|cannt)(?= )/g, ' cant'],
  [/ (could|do|did|does|is|was|have|has|should|are) not(?= )/g, ' $1nt'],
  [/ (?:will not|wont)(?= )/g, ' wont'],
  [/ i (?:am|m)(?= )/g, ' im'],
  [/ i (?:have|ve|v)(?= )/g, ' ive'],
  [/ want to(?= )/g, ' wanna'],
  [/ (?:going to|gona)(?= )/g, ' gonna'],
  [/ my ?se?lf(?= )/g, ' myself'],
  [/ any more(?= )/g, ' anymore'],
  [/ opt(?:ing|ed)? ?(?:\. )?out(?= )/g, ' optout'],
  [/ opt ?in(?= )/g, ' optin'],
  [/ stop all(?= )/g, ' stopall'],
  [/ un (?=su[a-z]*cri)/g, ' un'],
  [/ (?:por favor|porfa|please|pls|plz|plse|pleas|plese)(?= )/g, ' please'],
  [/ (?:thank you|thank u|thankyou|thnks|thx|thanx|tks|ty|gracias|muchas gracias)(?= )/g, ' thanks'],
  [/ u(?= )/g, ' you'],
  [/ ur(?= )/g, ' your'],
];

/**
 * Long words whose misspelling must not hide a danger or an opt-out. Short words ("fever", "stop") have too many honest
 * neighbours ("never", "step"); their misspellings are listed where they are used.
 */
const SPELLED = [
  ...['bladder', 'bowels', 'control', 'incontinence', 'incontinent', 'urinate', 'urinating', 'bathroom', 'numbness'],
  ...['genitals', 'weakness', 'weaker', 'paralyzed', 'paralysis', 'accident'],
  ...['collapsed', 'breathe', 'breathing', 'suicide', 'suicidal', 'myself', 'unsubscribe', 'subscription'],
  ...['messages', 'message', 'messaging', 'texting', 'sending', 'contacting', 'remove', 'cancel', 'mensajes'],
  ...['vejiga', 'orinar', 'pierna', 'piernas', 'caminar', 'respirar', 'incontinencia', 'fiebre'],
  ...['entumecido', 'entumecida', 'adormecido', 'adormecida', 'accidente', 'cancelar', 'information'],
];
const SPELLED_SET = new Set(SPELLED);

/** Honest words that lie one letter from a listed one. */
const OWN_WORDS = new Set([
  ...['weaken', 'wearer', 'massage', 'massages', 'massaging', 'testing', 'sanding', 'spending', 'sensing', 'cancer'],
  ...['remote', 'contracting', 'breather', 'respira', 'orina'],
]);

/** Reads any string; never throws. */
export function readText(body: string): Text {
  const letters = folded(body)
    .replace(/([a-z])\1{2,}/g, '$1')
    .replace(/\?/g, ' ? ')
    .replace(/[.!;:¡¿。\n\r\u0085\u2028\u2029]+/g, ' . ')
    .replace(/[^\p{L}\p{N}.?]+/gu, ' ');
  const cut = letters.length > FOLDED_LIMIT ? letters.slice(0, letters.lastIndexOf(' ', FOLDED_LIMIT) + 1) : letters;
  const spelled = ` ${cut.trim().split(' ').map(spell).join(' ')} `;
  const same = SAME.reduce((text, [from, to]) => text.replace(from, to), spelled);

  const sentences: Sentence[] = [];
  let words: string[] = [];
  for (const word of [...same.trim().split(' '), '.']) {
    if (word !== '.' && word !== '?') {
      words.push(word);
      continue;
    }
    if (words.some((w) => w !== '')) sentences.push({ words, asked: word === '?' });
    words = [];
  }
  return { sentences, line: ` ${sentences.flatMap((s) => s.words).join(' ')} ` };
}

function spell(word: string): string {
  if (word.length < 5 || SPELLED_SET.has(word) || OWN_WORDS.has(word)) return word;
  return SPELLED.find((right) => right.length > 5 && near(word, right)) ?? word;
}

/**
 * One slip of the thumb apart (left out, added, changed, swapped), two in words of ten letters; the first letter stays,
 * which keeps "towel", "never" and "subscribe" the words they are.
 */
function near(word: string, right: string): boolean {
  const allowed = right.length >= 10 ? 2 : 1;
  if (word[0] !== right[0] || Math.abs(word.length - right.length) > allowed) return false;
  // A plural or a past tense is another word, not a slip: "controls", "cancels".
  if (word === `${right}s` || word === `${right}d`) return right === 'unsubscribe';
  return slipsBetween(word, right) <= allowed;
}

/** Phrases to look for. They are parsed on first use, so that a function that only shows pages does not pay for it. */
export type Table = () => RegExp[];

/**
 * Phrases in a small notation, one a line: `a|b` either word, `a|b?` perhaps, `~2` up to two words of any kind,
 * `numb*` any ending, `between_my_legs` one unit of several words, `^` and `$` the ends of the text.
 * Gaps are bounded and words are split by single spaces, so matching is linear in the length of the text.
 */
export function phrases(table: string): Table {
  let read: RegExp[] | undefined;
  return () => {
    read ??= table
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => new RegExp(`${line.split(/\s+/).map(part).join('')}(?= )`, 'g'));
    return read;
  };
}

function part(source: string): string {
  if (source === '^') return '^';
  if (source === '$') return '(?= $)';
  if (source.startsWith('~')) return `(?: [^ #]+){0,${Number(source.slice(1))}}`;
  const optional = source.endsWith('?');
  const words = (optional ? source.slice(0, -1) : source).replaceAll('_', ' ').replaceAll('*', '[^ ]*');
  return `(?: (?:${words}))${optional ? '?' : ''}`;
}

/** Whether any phrase stands in the line. */
export function has(line: string, table: Table): boolean {
  return table().some((phrase) => line.search(phrase) >= 0);
}

/** The line with those phrases taken out; `#` stands in their place, and no gap reaches across it. */
export function without(line: string, table: Table): string {
  return table().reduce((rest, phrase) => rest.replace(phrase, ' #'), line);
}
