import type { Context } from 'hono';
import { StridewellError } from '../../core/base/error';
import { networkOf } from '../../core/membership/budget';
import { tipPage } from '../pages/tip';
import type { PublicFlows, PublicSite } from './ports';
import type { Readers } from './reading';

/** The tip behind a long link, and behind the short one of a text, of which guesses are counted. */
export function tipRoutes(flows: PublicFlows, site: PublicSite, read: Readers) {
  return {
    async long(c: Context) {
      const look = await read.personal(c, 'tips');
      return c.html(tipPage(look, await flows.tip(c.req.param('token') ?? '')));
    },

    // Links that led nowhere count, tips that were shown do not: many phones of one carrier share an address.
    async short(c: Context) {
      const network = `guesses#${networkOf(site.ipOf(c) ?? 'unknown')}`;
      const perMinute = site.perMinute.guesses;
      if (!(await site.limit(network, perMinute, 'ask')))
        throw new StridewellError('too-many-requests', 'That was a lot at once. Please wait a minute and try again.');
      try {
        const tip = await flows.textTip(c.req.param('token') ?? '');
        return c.html(tipPage(read.of(c, tip.locale), tip));
      } catch (thrown) {
        if (thrown instanceof StridewellError && thrown.code === 'not-found') await site.limit(network, perMinute);
        throw thrown;
      }
    },
  };
}
