import type { Context } from 'hono';
import { type Locale, localeOf } from '../../core/base/locale';
import type { Purpose } from '../../core/base/token';
import type { Fields } from '../guard';
import { languageOf, switchName } from '../pages/language';
import { type Look, lookIn } from '../pages/layout';
import type { PublicFlows } from './ports';

/** The language a form was switched to with the button of its page; undefined when the form itself was sent. */
export const switchedTo = ({ [switchName]: chosen }: Fields): Locale | undefined => localeOf(chosen);

/** In which language a caller reads, and the look of the pages in it. */
export function readers({ localeOf: known }: Pick<PublicFlows, 'localeOf'>, base: Pick<Look, 'practice' | 'stamp'>) {
  const kept = (c: Context, of?: Locale, chosen?: Locale): Look => {
    const { pathname, search } = new URL(c.req.url);
    // A path that begins with two slashes would lead to another host.
    const here = `${pathname.replace(/^\/+/, '/')}${search}`;
    const look = lookIn(base, languageOf(c, of, chosen), here);
    c.set('look', look);
    return look;
  };
  return {
    /** Of a page for everybody. */
    look: (c: Context, chosen?: Locale): Look => kept(c, undefined, chosen),

    /** Of a page that a link of a person opens. A link that nobody made is refused by the page itself. */
    async personal(c: Context, purpose: Purpose, chosen?: Locale): Promise<Look> {
      const token = c.req.param('token') ?? '';
      return kept(c, await known(purpose, token).catch(() => undefined), chosen);
    },

    /** Of a page that has found its reader by itself. */
    of: (c: Context, of: Locale | undefined): Look => kept(c, of),

    /** Of a refusal: the language of the page that was refused, as far as it was known. */
    refused: (c: Context): Look => (c.get('look') as Look | undefined) ?? kept(c),
  };
}

export type Readers = ReturnType<typeof readers>;
