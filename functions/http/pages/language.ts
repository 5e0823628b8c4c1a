import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { type Locale, localeOf, locales } from '../../core/base/locale';

/** What a reader chose with the switch of a page: in the address of the page, or in the form that was switched. */
export const switchName = 'read';
/** What a poster or a link suggests to people we do not know yet. */
const suggestion = 'lang';

export interface Language {
  locale: Locale;
  /** Neither the browser nor the link alone would lead to it, so links and forms carry it on. */
  carried: boolean;
}

/**
 * The language of an answer. What the reader chose on the page itself counts first; then the language the person told us,
 * then what the link suggests, then what the browser accepts.
 */
export function languageOf(c: Context, known?: Locale, switchedTo?: Locale): Language {
  const browser = browserLocale(c);
  const chosen = switchedTo ?? localeOf(c.req.query(switchName));
  const locale = chosen ?? known ?? localeOf(c.req.query(suggestion)) ?? browser;
  return { locale, carried: chosen !== undefined || locale !== browser };
}

/** RFC 9110 12.5.4; `es-MX` takes our Spanish. */
const browserLocale = (c: Context): Locale => {
  const [english] = locales;
  const found = accepts(c, {
    header: 'Accept-Language',
    supports: [...locales],
    default: english,
    match: (ranges) =>
      ranges
        .filter(({ q }) => q > 0)
        .sort((a, b) => b.q - a.q)
        .map(({ type }) => localeOf(type))
        .find((one) => one !== undefined) ?? english,
  });
  return localeOf(found) ?? english;
};

/** The address of a page of ours in a language. Other fields of its query stay. */
export function inLocale(address: string, locale: Locale): string {
  const [path = '', query] = address.split('?');
  const fields = new URLSearchParams(query);
  fields.set(switchName, locale);
  return `${path}?${fields}`;
}

/** A link from one page to another, which opens in the same language. */
export const linkIn = ({ locale, carried }: Language, address: string): string =>
  carried ? inLocale(address, locale) : address;
