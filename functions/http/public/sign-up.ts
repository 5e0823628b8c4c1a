import type { Context } from 'hono';
import { localeOf } from '../../core/base/locale';
import { profileSchema, signupSchema } from '../../core/membership/signup';
import { meantAddress } from '../../core/person/meant';
import { bodyOf, type Fields, parsed, wantsPage } from '../guard';
import { fromForm } from '../pages/answers-form';
import { empty } from '../pages/field';
import { adviceIn, adviceSaid, honeypotFilled, problemsOf } from '../pages/form-values';
import { askedAgain, checkInboxPage, profilePage, profileSavedPage, subscribePage } from '../pages/subscribe';
import type { Asked, PublicFlows } from './ports';
import { type Readers, switchedTo } from './reading';

interface Callers {
  limited(c: Context, what: 'signUps' | 'forms'): Promise<void>;
  asked(c: Context, page: string): Asked;
}

/** Signing up, and the answers of people who began by text. */
export function signUpRoutes(
  flows: Pick<PublicFlows, 'read' | 'signUp' | 'completeProfile'>,
  read: Readers,
  { limited, asked }: Callers,
) {
  /** The form in another language, with all that was typed; a question about the address is asked again. */
  const switched = (c: Context, fields: Fields) => {
    const { email, spelled } = fields;
    const meant = typeof email === 'string' && spelled === email ? meantAddress(email) : undefined;
    const spelling = meant === undefined ? undefined : { typed: String(email), meant };
    return c.html(subscribePage(read.look(c, switchedTo(fields)), { ...empty, values: fields, spelling }));
  };

  return {
    show: (c: Context) => {
      const source = c.req.query('source') ?? '';
      const values = /^[A-Za-z0-9_-]{1,40}$/.test(source) ? { source } : {};
      return c.html(subscribePage(read.look(c), { ...empty, values }));
    },

    take: async (c: Context) => {
      const { form, fields } = await bodyOf(c);
      const isSwitched = form && switchedTo(fields) !== undefined;
      await limited(c, isSwitched ? 'forms' : 'signUps');
      const look = read.look(c, switchedTo(fields) ?? localeOf(fields.locale));
      if (isSwitched && fields[askedAgain] !== undefined) {
        const said = fields[askedAgain];
        const where = { email: said !== 'phone', sms: said !== 'inbox' };
        return c.html(checkInboxPage(look, where, adviceIn(fields.advice)));
      }
      if (isSwitched) return switched(c, fields);
      const { questions } = look.practice;
      const given = form ? fromForm(fields, questions, 'sign-up') : fields;
      const schema = signupSchema(questions, look.locale);
      const checked = schema.safeParse(given);
      if (!checked.success && form && wantsPage(c))
        return c.html(subscribePage(look, { values: fields, problems: problemsOf(look, checked.error.issues) }), 400);
      const request = parsed(schema, given);
      const { email: typed } = request;
      const meant = typed && request.emailConsent ? meantAddress(typed) : undefined;
      if (typed && meant && form && wantsPage(c)) {
        // Asked once: a person who answers, or sends the same address again, has seen it.
        if (fields.spelling === undefined && fields.spelled !== typed)
          return c.html(subscribePage(look, { ...empty, values: fields, spelling: { typed, meant } }));
        if (fields.spelling === 'meant') request.email = meant;
      }
      // A filled trap is a program: it gets the same answer, and nothing happens.
      const trapped = form && honeypotFilled(fields);
      if (!trapped)
        await flows.signUp(request, {
          ...asked(c, form ? '/subscribe' : 'api'),
          ...(request.wording ? { wording: request.wording } : {}),
        });
      const advice = request.safety;
      if (wantsPage(c))
        return c.html(checkInboxPage(look, { email: request.emailConsent, sms: request.smsConsent }, advice), 202);
      const answer = { status: 'accepted', message: look.copy.joining.accepted, ...adviceSaid(look, advice) };
      return c.json({ ...answer, ...(meant ? { didYouMean: meant } : {}) }, 202);
    },

    showProfile: async (c: Context) => {
      flows.read('profile', c.req.param('token') ?? '');
      return c.html(profilePage(await read.personal(c, 'profile'), empty));
    },

    takeProfile: async (c: Context) => {
      await limited(c, 'forms');
      const token = c.req.param('token') ?? '';
      const { form, fields } = await bodyOf(c);
      const chosen = form ? switchedTo(fields) : undefined;
      const look = await read.personal(c, 'profile', chosen ?? localeOf(fields.locale));
      if (chosen !== undefined) {
        flows.read('profile', token);
        if (fields[askedAgain] !== undefined) return c.html(profileSavedPage(look, adviceIn(fields.advice)));
        return c.html(profilePage(look, { ...empty, values: fields }));
      }
      const { questions } = look.practice;
      const given = form ? fromForm(fields, questions, 'profile') : fields;
      const schema = profileSchema(questions, look.locale);
      const checked = schema.safeParse(given);
      if (!checked.success && form && wantsPage(c))
        return c.html(profilePage(look, { values: fields, problems: problemsOf(look, checked.error.issues) }), 400);
      const answers = parsed(schema, given);
      await flows.completeProfile(token, answers, asked(c, '/profile'));
      const advice = answers.safety;
      return wantsPage(c)
        ? c.html(profileSavedPage(look, advice))
        : c.json({ status: 'saved', ...adviceSaid(look, advice) });
    },
  };
}
