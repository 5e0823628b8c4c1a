import type { Context } from 'hono';
import { StridewellError } from '../../core/base/error';
import type { Locale } from '../../core/base/locale';
import { lacks } from '../../core/bookings/booking';
import { bookRequestSchema } from '../../flows/public/book';
import { bodyOf, type Fields, parsed, wantsPage } from '../guard';
import { bookedAgain, bookedPage, bookPage, callBackSentence } from '../pages/book';
import { empty, type Filled } from '../pages/field';
import { bookingForm, honeypotFilled, problemsOf } from '../pages/form-values';
import type { Look } from '../pages/layout';
import type { Asked, PublicFlows, PublicSite } from './ports';
import { type Readers, switchedTo } from './reading';

/** What the whole app knows of a caller; `limited` throws when they ask too often. */
interface Callers {
  limited(c: Context): Promise<void>;
  asked(c: Context): Asked;
}

/** The page that asks for a visit, and what becomes of it. */
export function bookingRoutes(
  flows: Pick<PublicFlows, 'bookingView' | 'book'>,
  site: PublicSite,
  read: Readers,
  { limited, asked }: Callers,
) {
  const shown = async (look: Look, token: string | undefined, filled: Filled) =>
    bookPage(look, await flows.bookingView(token), filled);
  const lookOf = (c: Context, chosen?: Locale) =>
    c.req.param('token') === undefined ? read.look(c, chosen) : read.personal(c, 'book', chosen);
  /** All that is wrong at once: what no request may look like, and what this one lacks. */
  const wrongIn = async (look: Look, token: string | undefined, given: Fields) => {
    const read = bookRequestSchema.safeParse(given);
    const lacking = [...lacks(given, await flows.bookingView(token))].map(
      ([field, why]) => [field, look.say(why)] as const,
    );
    return new Map([...lacking, ...(read.success ? [] : problemsOf(look, read.error.issues))]);
  };

  return {
    show: async (c: Context) => c.html(await shown(await lookOf(c), c.req.param('token'), empty)),

    take: async (c: Context) => {
      await limited(c);
      const token = c.req.param('token');
      const { form, fields } = await bodyOf(c);
      const chosen = form ? switchedTo(fields) : undefined;
      const look = await lookOf(c, chosen);
      if (chosen !== undefined) {
        const promised = Number(fields[bookedAgain]);
        // Not past what a Date holds (ECMA-262 21.4.1.1): the page must not break on what somebody makes up.
        if (Math.abs(promised) < 8e15) return c.html(bookedPage(look, promised, token !== undefined, site.now()));
        return c.html(await shown(look, token, { ...empty, values: fields }));
      }
      // Whoever is asked once more passes at the second press, since the hidden field is empty again: a request for care
      // is never thrown away on a guess, as a sign-up for tips may be.
      if (form && honeypotFilled(fields))
        return c.html(
          await shown(look, token, { values: fields, problems: new Map([['location', look.copy.care.onceMore]]) }),
          400,
        );
      const given = form ? bookingForm(fields) : fields;
      if (form && wantsPage(c)) {
        const problems = await wrongIn(look, token, given);
        if (problems.size > 0) return c.html(await shown(look, token, { values: fields, problems }), 400);
      }
      try {
        const request = parsed(bookRequestSchema, given);
        const { callBackBy } = await flows.book(token, request, asked(c));
        if (wantsPage(c)) return c.html(bookedPage(look, callBackBy, token !== undefined, site.now()));
        return c.json({
          status: 'requested',
          callBackBy: new Date(callBackBy).toISOString(),
          message: callBackSentence(look, callBackBy),
        });
      } catch (thrown) {
        if (!(form && wantsPage(c) && thrown instanceof StridewellError && thrown.code === 'invalid' && thrown.field))
          throw thrown;
        const problems = new Map([[thrown.field, look.say(thrown.message)]]);
        return c.html(await shown(look, token, { values: fields, problems }), 400);
      }
    },
  };
}
