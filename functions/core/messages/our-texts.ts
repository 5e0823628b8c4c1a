import { locales } from '../base/locale';
import { asText } from '../practice/gsm';
import type { Practice } from '../practice/practice';
import { mergeValues } from '../series/merge';
import type { SeriesVersion } from '../series/series';
import { readingsOf } from '../series/step';
import { noticeTexts } from './notices';

/** Placeholder for the parts that differ by reader (a name, a date, a link). Nobody types it. */
export const gap = '¤';

/**
 * Every text that may have come from us, in all its variants, and so in every language that has words of its own.
 * Service texts in both of their forms, and the texts of those versions of series.
 */
export function ourTexts(practice: Practice, versions: Iterable<SeriesVersion>): string[] {
  const steps = [...versions].flatMap(({ steps }) => Object.values(steps));
  const words = steps.flatMap((step) => [step.words, ...step.variants.map((variant) => variant.words)]);
  const known = Object.fromEntries(
    locales.map((locale) => [locale, new Map<string, string>(Object.entries(mergeValues(practice, gap, locale, gap)))]),
  );
  // Nothing is refused here: what is wrong with a draft must not keep a text from being read.
  const said = words.flatMap(readingsOf).map(({ locale, words: { text } }) =>
    asText(
      text.replace(/\{\{([^{}]*)\}\}/g, (_, name: string) => known[locale]?.get(name.trim()) ?? gap),
      locale,
    ).trim(),
  );
  return [...new Set([...noticeTexts(practice, gap), ...said])];
}
