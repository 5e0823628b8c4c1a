import { type Context, Hono } from 'hono';
import { StridewellError } from '../../core/base/error';
import { preferenceSchema } from '../../core/membership/preference';
import { adviceFor, answersSchema, signupSchema } from '../../core/membership/signup';
import { addressIn } from '../../core/person/address';
import { meantAddress } from '../../core/person/meant';
import { isCheckInReply, tappedIn } from '../../core/replies/check-in';
import { errorBody, problemOf, statusOf } from '../answer';
import { bodyOf, type Fields, guarded, link, parsed, small, wantsPage } from '../guard';
import { noted } from '../noted';
import { fromForm } from '../pages/answers-form';
import { checkedInPage, checkedInSentence, checkInPage } from '../pages/check-in';
import { confirmedPage, confirmPage } from '../pages/confirm';
import { empty } from '../pages/field';
import { adviceSaid, honeypotFilled, problemsOf, switched } from '../pages/form-values';
import { type Look, ownAssets } from '../pages/layout';
import { agreementPage } from '../pages/legal/agreement';
import { healthDataPage } from '../pages/legal/health-data';
import { languageHelpPage } from '../pages/legal/language-help';
import { privacyPage } from '../pages/legal/privacy';
import { termsPage } from '../pages/legal/terms';
import { deletedPage, deletePage, downloadPage } from '../pages/my-data';
import { doneSentence, preferencesPage } from '../pages/preferences';
import { problemPage } from '../pages/problem';
import { checkInboxPage, profilePage, profileSavedPage, subscribePage } from '../pages/subscribe';
import { tipPage } from '../pages/tip';
import { leaveByAddressPage, leftPage, leftSentence, unsubscribePage } from '../pages/unsubscribe';
import { bookingRoutes } from './booking';
import { fromPage } from './goodbye-body';
import type { Asked, PublicFlows, PublicSite } from './ports';
import { onTheBeat } from './same-time';

/** Every public route on one page. GET, HEAD and OPTIONS change nothing: mail filters open links (RFC 8058, abstract). */
export function publicApp(flows: PublicFlows, site: PublicSite) {
  const app = new Hono({ strict: false });
  const own = ownAssets(site.practice);
  const look: Look = { practice: site.practice, stamp: own.stamp };

  const asked = (c: Context, page: string): Asked => {
    const ip = site.ipOf(c);
    const userAgent = c.req.header('user-agent');
    return { page, ...(ip ? { ip } : {}), ...(userAgent ? { userAgent } : {}) };
  };
  const limited = async (c: Context, what: keyof PublicSite['perMinute']): Promise<void> => {
    const within = await site.limit(`${what}#${site.ipOf(c) ?? 'unknown'}`, site.perMinute[what]);
    if (!within)
      throw new StridewellError('too-many-requests', 'That was a lot at once. Please wait a minute and try again.');
  };
  const problem = (c: Context, thrown: unknown) => {
    const found = problemOf(thrown, site.unexpected);
    if (found.code === 'too-many-requests') c.header('Retry-After', '60');
    return wantsPage(c)
      ? c.html(problemPage(look, found), statusOf[found.code])
      : c.json(errorBody(found), statusOf[found.code]);
  };

  app.use(noted(site.note, site.sourceOf), guarded(site.publicUrl));
  // Wherever an address is given, or what we know of one could be felt.
  for (const path of ['/subscribe', '/unsubscribe', '/book/*', '/preferences/*']) app.use(path, onTheBeat(site));
  app.onError((thrown, c) => problem(c, thrown));
  app.notFound((c) => problem(c, new StridewellError('not-found', 'There is no such page.')));
  app.options('*', (c) => c.body(null, 204, { Allow: 'GET, HEAD, POST, OPTIONS' }));

  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/', (c) => c.redirect('/subscribe', 302));
  app.get('/assets/:name', (c) => {
    const file = own.files.get(c.req.param('name')) ?? site.assets(c.req.param('name'));
    if (!file) throw new StridewellError('not-found', 'There is no such file.');
    return c.body(file.body, 200, { 'Content-Type': file.type, 'Cache-Control': 'public, max-age=86400' });
  });
  app.get('/privacy', (c) => c.html(privacyPage(look)));
  app.get('/legal', (c) => c.html(agreementPage(look)));
  app.get('/terms', (c) => c.html(termsPage(look)));
  app.get('/health-data-privacy', (c) => c.html(healthDataPage(look)));
  app.get('/language-help', (c) => c.html(languageHelpPage(look)));

  app.get('/subscribe', (c) => {
    const source = c.req.query('source') ?? '';
    const values = /^[A-Za-z0-9_-]{1,40}$/.test(source) ? { source } : {};
    return c.html(subscribePage(look, { ...empty, values }));
  });
  app.post('/subscribe', small, async (c) => {
    await limited(c, 'signUps');
    const { form, fields } = await bodyOf(c);
    const given = form ? fromForm(fields) : fields;
    const checked = signupSchema.safeParse(given);
    if (!checked.success && form && wantsPage(c))
      return c.html(subscribePage(look, { values: fields, problems: problemsOf(checked.error.issues) }), 400);
    const request = parsed(signupSchema, given);
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
    const advice = adviceFor(request);
    if (wantsPage(c))
      return c.html(checkInboxPage(look, { email: request.emailConsent, sms: request.smsConsent }, advice), 202);
    const answer = { status: 'accepted', message: 'Check your inbox / phone.', ...adviceSaid(advice) };
    return c.json({ ...answer, ...(meant ? { didYouMean: meant } : {}) }, 202);
  });

  app.get(`/profile/${link}`, (c) => {
    flows.read('profile', c.req.param('token'));
    return c.html(profilePage(look, empty));
  });
  app.post(`/profile/${link}`, small, async (c) => {
    await limited(c, 'forms');
    const { form, fields } = await bodyOf(c);
    const given = form ? fromForm(fields) : fields;
    const checked = answersSchema.safeParse(given);
    if (!checked.success && form && wantsPage(c))
      return c.html(profilePage(look, { values: fields, problems: problemsOf(checked.error.issues) }), 400);
    const answers = parsed(answersSchema, given);
    await flows.completeProfile(c.req.param('token'), answers, asked(c, '/profile'));
    const advice = adviceFor(answers);
    return wantsPage(c) ? c.html(profileSavedPage(look, advice)) : c.json({ status: 'saved', ...adviceSaid(advice) });
  });

  app.get(`/confirm/${link}`, async (c) => {
    const found = await flows.confirmation(c.req.param('token'));
    return c.html(confirmPage(look, found), found.state === 'expired' ? 410 : 200);
  });
  app.post(`/confirm/${link}`, small, async (c) => {
    await limited(c, 'forms');
    // Clients that send no body say nothing about the other address, which then answers for itself.
    const { beside } = (await bodyOf(c).catch(() => ({ fields: {} as Fields }))).fields;
    const done = await flows.confirm(c.req.param('token'), asked(c, '/confirm'), beside === 'not-mine');
    if (wantsPage(c)) return c.html(confirmedPage(look, done));
    return c.json({
      status: 'confirmed',
      channel: done.channel,
      dates: done.dates.map(({ at, zone, title }) => ({ at: new Date(at).toISOString(), zone, title })),
    });
  });

  app.get('/unsubscribe', (c) => c.html(leaveByAddressPage(look)));
  app.post('/unsubscribe', small, async (c) => {
    await limited(c, 'forms');
    const { form, fields } = await bodyOf(c);
    const given = typeof fields.address === 'string' ? fields.address : '';
    try {
      const address = addressIn(given);
      const left = await flows.leaveByAddress(address, { ...asked(c, 'page'), means: 'page' });
      const meant = meantAddress(address);
      if (wantsPage(c)) return c.html(leftPage(look, left, meant));
      const status = left.drained ? 'unsubscribed' : 'unsubscribing';
      return c.json({ status, message: leftSentence(left), ...(meant ? { didYouMean: meant } : {}) });
    } catch (thrown) {
      if (!(form && wantsPage(c) && thrown instanceof StridewellError && thrown.code === 'invalid')) throw thrown;
      return c.html(leaveByAddressPage(look, given.slice(0, 254), thrown.message), 400);
    }
  });
  app.get(`/unsubscribe/${link}`, (c) => {
    const [, letter] = flows.read('unsubscribe', c.req.param('token'));
    return c.html(unsubscribePage(look, letter === 's' ? 'sms' : 'email'));
  });
  // RFC 8058 3.1-3.2: no cookie, no login, any body or none, never a redirect. The link alone is the request.
  app.post(`/unsubscribe/${link}`, async (c) => {
    const means = (await fromPage(c, site.sleep)) ? 'page' : 'one-click';
    const left = await flows.leave(c.req.param('token'), { ...asked(c, means), means });
    const page = means === 'page' || c.req.header('accept')?.includes('text/html');
    // A goodbye that found nobody is not acknowledged: that would be a promise nobody keeps.
    if (!left.found) {
      if (page) return c.html(leaveByAddressPage(look, '', undefined, true), 410);
      throw new StridewellError('gone', 'We do not find who this link was for. Open it in a browser, or call us.');
    }
    if (page) return c.html(leftPage(look, left));
    return c.json({ status: left.drained ? 'unsubscribed' : 'unsubscribing', message: leftSentence(left) });
  });

  app.get(`/c/${link}`, async (c) => {
    const { to } = await flows.click(c.req.param('token'), {
      method: c.req.method,
      userAgent: c.req.header('user-agent'),
    });
    return c.redirect(to, 302);
  });

  app.get(`/check-in/${link}`, (c) => {
    flows.read('check-in', c.req.param('token'));
    return c.html(checkInPage(look, tappedIn(c.req.query('answer'))));
  });
  app.post(`/check-in/${link}`, small, async (c) => {
    await limited(c, 'forms');
    const { answer, ...more } = (await bodyOf(c)).fields;
    const [unknown] = Object.keys(more);
    if (unknown !== undefined) throw new StridewellError('invalid', 'We do not know this field.', unknown.slice(0, 60));
    if (!isCheckInReply(answer))
      throw new StridewellError('invalid', 'Please choose better, same, worse or seen.', 'answer');
    const { bookPath } = await flows.checkIn(c.req.param('token'), answer);
    return wantsPage(c)
      ? c.html(checkedInPage(look, answer, bookPath, site.now()))
      : c.json({ status: 'recorded', answer, message: checkedInSentence[answer] });
  });

  const booking = bookingRoutes(flows, site, look, {
    limited: (c) => limited(c, 'forms'),
    asked: (c) => asked(c, '/book'),
  });
  app.get('/book', booking.show);
  app.get(`/book/${link}`, booking.show);
  app.post('/book', small, booking.take);
  app.post(`/book/${link}`, small, booking.take);

  app.get(`/tips/${link}`, async (c) => c.html(tipPage(look, await flows.tip(c.req.param('token')))));

  app.get(`/preferences/data/${link}`, async (c) => {
    const opened = await flows.dataPage(c.req.param('token'));
    return c.html(opened.action === 'delete' ? deletePage(look, opened) : downloadPage(look, opened));
  });
  app.post(`/preferences/data/${link}`, small, async (c) => {
    await limited(c, 'forms');
    const token = c.req.param('token');
    const opened = await flows.dataPage(token);
    if (opened.action === 'delete') {
      await flows.deleteMyData(token);
      return wantsPage(c) ? c.html(deletedPage(look, opened)) : c.json({ status: 'deleted' });
    }
    const file = JSON.stringify(await flows.myData(token), null, 2);
    return c.body(file, 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="my-data.json"',
    });
  });
  app.get(`/preferences/${link}`, async (c) =>
    c.html(preferencesPage(look, await flows.preferences(c.req.param('token')))),
  );
  app.post(`/preferences/${link}`, small, async (c) => {
    await limited(c, 'forms');
    const token = c.req.param('token');
    const { form, fields } = await bodyOf(c);
    const wanted = parsed(preferenceSchema, form ? switched(fields) : fields);
    const done = await flows.prefer(token, wanted, asked(c, '/preferences'));
    if (wantsPage(c)) return c.html(preferencesPage(look, await flows.preferences(token), done));
    return c.json({ status: 'saved', ...done, message: doneSentence(done) });
  });
  return app;
}
