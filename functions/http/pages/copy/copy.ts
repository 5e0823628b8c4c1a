import type { Locale } from '../../../core/base/locale';
import type { Practice } from '../../../core/practice/practice';
import type { PracticeWords } from '../../../core/practice/words';
import { care as enCare } from './en/care';
import { channel as enChannel } from './en/channel';
import { choices as enChoices } from './en/choices';
import { frame as enFrame } from './en/frame';
import { joining as enJoining } from './en/joining';
import { legal as enLegal } from './en/legal';
import { care as esCare } from './es/care';
import { channel as esChannel } from './es/channel';
import { choices as esChoices } from './es/choices';
import { frame as esFrame } from './es/frame';
import { joining as esJoining } from './es/joining';
import { legal as esLegal } from './es/legal';

const english = (words: PracticeWords) => ({
  frame: enFrame,
  joining: enJoining(words),
  care: enCare(words),
  choices: enChoices,
  legal: enLegal(words),
  channel: enChannel,
});

/**
 * All that the pages say in one language, with the practice's own words in it. Each part is written in `en/` and typed by
 * it in `es/`, so what one language lacks does not compile. A sentence with facts in it is a function of named facts; a
 * plural comes from `plural`.
 */
export type Copy = ReturnType<typeof english>;

const spanish = (words: PracticeWords): Copy => ({
  frame: esFrame,
  joining: esJoining(words),
  care: esCare(words),
  choices: esChoices,
  legal: esLegal(words),
  channel: esChannel,
});

/** The copy of a practice, made when its pages are first asked for. */
export function copiesOf(words: Practice['words']): Record<Locale, Copy> {
  const known = made.get(words) ?? { en: english(words.en), es: spanish(words.es) };
  made.set(words, known);
  return known;
}

const made = new WeakMap<Practice['words'], Record<Locale, Copy>>();
