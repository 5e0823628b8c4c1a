import type { Reading } from './lexicon';
import type { Match } from './pattern';

/** So many words may stand between a "no" and what it denies. */
const REACH = 7;

/** For each word the place of the "no" that covers it. */
export type Denials = ReadonlyArray<number | undefined>;

/**
 * What denials cover: "no fever, chills or numbness" all three, "no fever but numb" the first, and the "no" of "no, I
 * can't pee" nothing.
 */
export function denialsIn(reading: Reading): Denials {
  const { words, at } = reading;
  const denied: Array<number | undefined> = words.map(() => undefined);
  const inside = new Set<number>();
  at.forEach((here, i) => {
    for (const end of here.get('CANNOT') ?? []) for (let k = i + 1; k < end; k += 1) inside.add(k);
  });
  for (let i = 0; i < words.length; i += 1) {
    const ends = at[i]!.get('NOT');
    if (!ends || at[i]!.has('NOT_DENIAL') || inside.has(i)) continue;
    const from = Math.max(...ends);
    const next = words[from];
    if (next === undefined || next === ',' || next === '.') continue;
    if (ends.length === 1 && from === i + 1 && isCry(words[i]!) && at[from]!.has('INTERJECTION')) continue;
    for (let k = from, left = REACH; k < words.length && left > 0; k += 1, left -= 1) {
      if (words[k] === '.') break;
      if (words[k] === ',') {
        if (!listGoesOn(reading, k)) break;
        left = REACH;
        continue;
      }
      if (k > from && at[k]!.has('DENIAL_ENDS') && !belongs(words, k)) break;
      if (at[k]!.has('CARRIES_ON')) left = REACH;
      denied[k] = i;
    }
  }
  return denied;
}

/** "No problem with my bladder": what follows a small word of this kind belongs to what is denied. */
const belongs = (words: readonly string[], k: number): boolean =>
  /^(?:my|the|mi|mis)$/.test(words[k]!) && /^(?:of|with|in|from|on|de|con|en|para)$/.test(words[k - 1] ?? '');

const isCry = (word: string): boolean => word === 'no' || word === 'nope' || word === 'nah';

/** Whether a list after a comma ends in "or x", before anything else is said. */
function listGoesOn({ words, at }: Reading, comma: number): boolean {
  for (let k = comma + 1; k < Math.min(words.length, comma + 8); k += 1) {
    if (words[k] === '.' || at[k]!.has('DENIAL_ENDS')) return false;
    if (at[k]!.has('CARRIES_ON')) return true;
  }
  return false;
}

/** These name a part, an act or a thing; only what is said to be wrong with it can be denied. */
const PARTS = new Set(
  (
    'BACK LEG JOINT TOE WAIST_DOWN SADDLE BLADDER BOWEL PEE POOP URGE WIPE CHEST ARM FACE BREATH ONESELF HEIGHT LENGTH VEHICLE INJURED ' +
    'SELF LIVE IT_ALL PILLS MEANS PRECIPICE NEEDLE TEMPERATURE NOW'
  ).split(' '),
);

/** Themselves made of a "no": "cannot", "no feeling". A "no" before them is a cry or another thought. */
const MADE_OF_NO = /^(?:no|not|cant|without|dont|zero|never|barely|hardly|unable|sin|isnt|ya|wont)$/;

/** Whether what the match says is wrong is denied, before it ("no fever") or after it ("fever: none"). */
export function isDenied(match: Match, reading: Reading, denials: Denials): boolean {
  const named = match.parts.filter(({ concept }) => concept === undefined || !PARTS.has(concept));
  const concepts = named.filter(({ concept }) => concept !== undefined);
  // Words that a pattern names itself are what is wrong only where it names no concept that is.
  const all = concepts.length > 0 ? concepts : named;
  const wrong = all.filter(({ at }) => !MADE_OF_NO.test(reading.words[at]!));
  const isOwn = (no: number): boolean => match.parts.some(({ at, end }) => at <= no && no < end);
  if (wrong.some(({ at }) => denials[at] !== undefined && !isOwn(denials[at]))) return true;
  return wrong.length > 0 && wrong.length === all.length && deniedAfter(reading, match.end);
}

/** "Fever? no." and "numbness, fever, bladder. None of those." */
function deniedAfter({ words }: Reading, end: number): boolean {
  const [stop, answer, after] = [words[end], words[end + 1], words[end + 2]];
  if ((stop === '.' || stop === ',') && /^(?:no|none|nope|negative|nunca|nada)$/.test(answer ?? '')) {
    if (after === undefined || after === '.' || after === ',') return true;
  }
  for (let k = end; k < words.length - 1; k += 1) {
    if (
      words[k] === '.' &&
      /^(?:none|ninguno|ninguna|nada)$/.test(words[k + 1]!) &&
      /^(?:of|de)$/.test(words[k + 2] ?? '')
    ) {
      return true;
    }
  }
  return false;
}
