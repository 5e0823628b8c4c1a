import { matches } from '../audience/audience';
import { StridewellError } from '../base/error';
import { type Locale, locales } from '../base/locale';
import type { Profile } from '../person/subscriber';
import type { SeriesVersion, Step, Words } from './series';

/** Words in one language, and which one. */
export interface Reading {
  locale: Locale;
  words: Omit<Words, 'es'>;
}

/** The step, or an error that names it. */
export function stepOf(version: SeriesVersion, stepId: string): Step {
  const step = Object.hasOwn(version.steps, stepId) ? version.steps[stepId] : undefined;
  if (!step) throw new StridewellError('not-found', `series ${version.seriesId} has no step ${stepId}`, 'stepId');
  return step;
}

/** The wording this person gets at this step, in all its languages: the first variant that fits, else the step's own. */
export function wordingFor(version: SeriesVersion, stepId: string, profile: Profile): Words {
  const step = stepOf(version, stepId);
  return step.variants.find(({ who }) => matches(who, profile))?.words ?? step.words;
}

/** A wording in the language that is asked for, or in English where nobody has written it in that one. */
export function readIn({ es, ...english }: Words, locale: Locale): Reading {
  if (locale === 'en' || !es) return { locale: 'en', words: english };
  const { figures = [], button, ...copy } = es;
  const drawn = english.figures?.map((figure, i) => ({ ...figure, ...figures[i] }));
  const words = { ...english, ...copy, button: { ...english.button, label: button } };
  return { locale, words: drawn ? { ...words, figures: drawn } : words };
}

/** A wording in each language that it is written in. */
export const readingsOf = (words: Words): Reading[] =>
  locales
    .map((locale) => ({ asked: locale, reading: readIn(words, locale) }))
    .flatMap(({ asked, reading }) => (reading.locale === asked ? [reading] : []));

/** What this person reads at this step. */
export const readingFor = (version: SeriesVersion, stepId: string, profile: Profile): Reading =>
  readIn(wordingFor(version, stepId, profile), profile.locale);

/** The same without its language, for whoever needs a title only. */
export const wordsFor = (version: SeriesVersion, stepId: string, profile: Profile): Reading['words'] =>
  readingFor(version, stepId, profile).words;

/** The place of that variant in the step's list; undefined for the step's own words. */
export function variantFor(version: SeriesVersion, stepId: string, profile: Profile): number | undefined {
  const place = stepOf(version, stepId).variants.findIndex(({ who }) => matches(who, profile));
  return place < 0 ? undefined : place;
}
