import type { Locale } from '../base/locale';
import type { Practice } from './practice';

// Apart from the schema, which whoever only sends messages does not need.

/** The practice with its words in one language, as far as it has them. */
export const practiceIn = <P extends Pick<Practice, 'es'>>(practice: P, locale: Locale): P =>
  locale === 'en' || !practice.es ? practice : { ...practice, ...practice.es };

/** The language its disclaimer is in for such a reader, which decides how a screen reader says it. */
export const disclaimerLocale = (practice: Pick<Practice, 'es'>, locale: Locale): Locale =>
  practice.es ? locale : 'en';
