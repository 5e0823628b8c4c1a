import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { type Locale, localeOf, locales } from '../../core/base/locale';

/** What a reader chose with the switch of a page. It counts before the language we know of them. */
export const switchName = 'read';
/** What a poster or a link suggests to somebody we do not know yet. */
const suggestion = 'lang';

export interface Language {
  locale: Locale;
  /** The reader's browser would not choose it by itself, so links and forms must carry it on. */
  carried: boolean;
}

/** The language of an answer: chosen on the page, known of the person, suggested by the link, accepted by the browser. */
export function languageOf(c: Context, known?: Locale): Language {
  const browser = browserLocale(c);
  const locale = localeOf(c.req.query(switchName)) ?? known ?? localeOf(c.req.query(suggestion)) ?? browser;
  return { locale, carried: locale !== browser };
}

/** RFC 9110 12.5.4; `es-MX` takes our Spanish. */
function browserLocale(c: Context): Locale {
  const [english] = locales;
  const found = accepts(c, {
    header: 'Accept-Language',
    supports: [...locales],
    default: english,
    match: (ranges) => {
      const wanted = ranges.filter(({ q }) => q > 0).sort((a, b) => b.q - a.q);
      return wanted.map(({ type }) => localeOf(type)).find((one) => one !== undefined) ?? english;
    },
  });
  return localeOf(found) ?? english;
}

/** The address of a page of ours, in the language it is reached from. */
export const inLanguage = (path: string, { locale, carried }: Language): string =>
  carried ? `${path}?${suggestion}=${locale}` : path;
