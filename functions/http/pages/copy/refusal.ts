import type { Locale } from '../../../core/base/locale';
import { refusals as spanish } from './es/refusals';

/** Refusals are written in English where they are thrown; these say them in other languages. */
const said: Record<Locale, Record<string, string>> = { en: {}, es: spanish };

/** A refusal in the language of its reader. One that is in no list is said as it is: a practice words its own questions. */
export function refusalIn(locale: Locale, message: string): string {
  const list = said[locale];
  if (Object.hasOwn(list, message)) return list[message]!;
  for (const [english, own] of Object.entries(list)) {
    const facts = english.includes('{') ? patternOf(english).exec(message)?.groups : undefined;
    if (facts) return own.replace(/\{(\w+)\}/g, (_, name: string) => refusalIn(locale, facts[name] ?? ''));
  }
  return message;
}

const patterns = new Map<string, RegExp>();

/** Matches the sentence whatever its facts are: "it has {count} digits". */
function patternOf(sentence: string): RegExp {
  const known = patterns.get(sentence);
  if (known) return known;
  const escaped = sentence.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{(\w+)\}/g, '(?<$1>.+)');
  const pattern = new RegExp(`^${escaped}$`, 's');
  patterns.set(sentence, pattern);
  return pattern;
}
