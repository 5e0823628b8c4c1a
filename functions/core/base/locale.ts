/** The languages in which people are written to. English comes first: it stands in where nothing else fits. */
export const locales = ['en', 'es'] as const;
export type Locale = (typeof locales)[number];

/** The same languages as the people of the United States write dates, times and numbers in them (BCP 47). */
export const tagOf: Record<Locale, string> = { en: 'en-US', es: 'es-US' };

/** The language of ours that a BCP 47 tag asks for: `es-MX` is `es`. Undefined for a language we do not have. */
export const localeOf = (tag: unknown): Locale | undefined => {
  const [primary] = typeof tag === 'string' ? tag.toLowerCase().split('-') : [];
  return locales.find((locale) => locale === primary);
};

/** The form of a word for this many, as CLDR counts: Spanish has `many` for millions, which reads like `other` here. */
export function plural(locale: Locale, count: number, forms: { one: string; other: string }): string {
  return new Intl.PluralRules(tagOf[locale]).select(count) === 'one' ? forms.one : forms.other;
}

/** "A, B and C" as the language says it. */
export const listed = (locale: Locale, items: readonly string[]): string =>
  new Intl.ListFormat(tagOf[locale], { type: 'conjunction' }).format(items);

/** "1,000.5" as the language writes it. */
export const numbered = (locale: Locale, value: number): string => new Intl.NumberFormat(tagOf[locale]).format(value);
