import { type Context, Hono } from 'hono';
import { StridewellError } from '../../core/base/error';
import { localeOf } from '../../core/base/locale';
import { daysCalendar } from '../../core/bookings/calendar';
import { preferenceSchema } from '../../core/membership/preference';
import { channelOf } from '../../core/messages/links';
import { addressIn } from '../../core/person/address';
import { meantAddress } from '../../core/person/meant';
import { isCheckInReply, tappedIn } from '../../core/replies/check-in';
import { errorBody, problemOf, statusOf } from '../answer';
import { bodyOf, type Fields, guarded, link, parsed, small, wantsPage } from '../guard';
import { noted } from '../noted';
import { checkedInPage, checkInPage } from '../pages/check-in';
import { confirmedPage, confirmPage } from '../pages/confirm';
import { switched } from '../pages/form-values';
import { switchName } from '../pages/language';
import { ownAssets } from '../pages/layout';
import { languageHelpPage } from '../pages/legal/language-help';
import { agreementPage, healthDataPage, privacyPage, termsPage } from '../pages/legal/legal';
import { deletedIn, deletedPage, deletePage, downloadPage } from '../pages/my-data';
import { doneSentence, preferencesPage } from '../pages/preferences';
import { problemPage } from '../pages/problem';
import { leaveByAddressPage, leftPage, leftSentence, unsubscribePage } from '../pages/unsubscribe';
import { bookingRoutes } from './booking';
import { fromPage } from './goodbye-body';
import type { Asked, PublicFlows, PublicSite } from './ports';
import { readers, switchedTo } from './reading';
import { onTheBeat } from './same-time';
import { signUpRoutes } from './sign-up';
import { tipRoutes } from './tips';

/** Every public route on one page. GET, HEAD and OPTIONS change nothing: mail filters open links (RFC 8058, abstract). */
export function publicApp(flows: PublicFlows, site: PublicSite) {
  const app = new Hono({ strict: false });
  const own = ownAssets(site.practice);
  const read = readers(flows, { practice: site.practice, stamp: own.stamp });

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
      ? c.html(problemPage(read.refused(c), found), statusOf[found.code])
      : c.json(errorBody(found, read.refused(c).say), statusOf[found.code]);
  };

  app.use(noted(site.note, site.sourceOf), guarded(site.publicUrl));
  // Wherever an address is given, or what we know of one could be felt.
  for (const path of ['/subscribe', '/unsubscribe', '/book/*', '/preferences/*']) app.use(path, onTheBeat(site));
  app.onError((thrown, c) => problem(c, thrown));
  app.notFound((c) => problem(c, new StridewellError('not-found', 'There is no such page.')));
  app.options('*', (c) => c.body(null, 204, { Allow: 'GET, HEAD, POST, OPTIONS' }));

  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/', (c) => c.redirect(`/subscribe${new URL(c.req.url).search}`, 302));
  app.get('/assets/:name', (c) => {
    const file = own.files.get(c.req.param('name')) ?? site.assets(c.req.param('name'));
    if (!file) throw new StridewellError('not-found', 'There is no such file.');
    return c.body(file.body, 200, { 'Content-Type': file.type, 'Cache-Control': 'public, max-age=86400' });
  });
  app.get('/privacy', (c) => c.html(privacyPage(read.look(c))));
  app.get('/legal', (c) => c.html(agreementPage(read.look(c))));
  app.get('/terms', (c) => c.html(termsPage(read.look(c))));
  app.get('/health-data-privacy', (c) => c.html(healthDataPage(read.look(c))));
  app.get('/language-help', (c) => c.html(languageHelpPage(read.look(c))));

  const joining = signUpRoutes(flows, read, { limited, asked });
  app.get('/subscribe', joining.show);
  app.post('/subscribe', small, joining.take);
  app.get(`/profile/${link}`, joining.showProfile);
  app.post(`/profile/${link}`, small, joining.takeProfile);

  app.get(`/confirm/${link}`, async (c) => {
    const look = await read.personal(c, 'confirm');
    const found = await flows.confirmation(c.req.param('token'));
    return c.html(confirmPage(look, found), found.state === 'expired' ? 410 : 200);
  });
  app.post(`/confirm/${link}`, small, async (c) => {
    await limited(c, 'forms');
    // Clients that send no body say nothing about the other address, which then answers for itself.
    const { beside } = (await bodyOf(c).catch(() => ({ fields: {} as Fields }))).fields;
    const look = await read.personal(c, 'confirm');
    const done = await flows.confirm(c.req.param('token'), asked(c, '/confirm'), beside === 'not-mine');
    if (wantsPage(c)) return c.html(confirmedPage(look, done));
    return c.json({
      status: 'confirmed',
      channel: done.channel,
      dates: done.dates.map(({ at, zone, title }) => ({ at: new Date(at).toISOString(), zone, title })),
    });
  });

  app.get('/unsubscribe', (c) => c.html(leaveByAddressPage(read.look(c))));
  app.post('/unsubscribe', small, async (c) => {
    await limited(c, 'forms');
    const { form, fields } = await bodyOf(c);
    const given = typeof fields.address === 'string' ? fields.address : '';
    const chosen = form ? switchedTo(fields) : undefined;
    const look = read.look(c, chosen);
    // The page of a goodbye says it again with the address: the same goodbye, which changes nothing.
    if (chosen !== undefined && fields.left === undefined) return c.html(leaveByAddressPage(look, given.slice(0, 254)));
    try {
      const address = addressIn(given);
      const left = await flows.leaveByAddress(address, { ...asked(c, 'page'), means: 'page' });
      const meant = meantAddress(address);
      if (wantsPage(c)) return c.html(leftPage(look, left, { address, left: 'yes' }, meant));
      const status = left.drained ? 'unsubscribed' : 'unsubscribing';
      return c.json({ status, message: leftSentence(look, left), ...(meant ? { didYouMean: meant } : {}) });
    } catch (thrown) {
      if (!(form && wantsPage(c) && thrown instanceof StridewellError && thrown.code === 'invalid')) throw thrown;
      return c.html(leaveByAddressPage(look, given.slice(0, 254), look.say(thrown.message)), 400);
    }
  });
  app.get(`/unsubscribe/${link}`, async (c) => {
    const [, letter] = flows.read('unsubscribe', c.req.param('token'));
    return c.html(unsubscribePage(await read.personal(c, 'unsubscribe'), channelOf(letter)));
  });
  // RFC 8058 3.1-3.2: no cookie, no login, any body or none, never a redirect. The link alone is the request.
  app.post(`/unsubscribe/${link}`, async (c) => {
    const { isPage, chosen } = await fromPage(c, site.sleep);
    const means = isPage ? 'page' : 'one-click';
    const left = await flows.leave(c.req.param('token'), { ...asked(c, means), means });
    const page = means === 'page' || c.req.header('accept')?.includes('text/html');
    // A goodbye that found nobody is not acknowledged: that would be a promise nobody keeps.
    if (!left.found) {
      if (page) return c.html(leaveByAddressPage(read.look(c, chosen), '', undefined, true), 410);
      throw new StridewellError('gone', 'We do not find who this link was for. Open it in a browser, or call us.');
    }
    if (page) return c.html(leftPage(await read.personal(c, 'unsubscribe', chosen), left, { from: 'page' }));
    return c.json({
      status: left.drained ? 'unsubscribed' : 'unsubscribing',
      message: leftSentence(read.look(c), left),
    });
  });

  app.get(`/c/${link}`, async (c) => {
    const { to } = await flows.click(c.req.param('token'), {
      method: c.req.method,
      userAgent: c.req.header('user-agent'),
    });
    return c.redirect(to, 302);
  });

  app.get(`/check-in/${link}`, async (c) => {
    flows.read('check-in', c.req.param('token'));
    return c.html(checkInPage(await read.personal(c, 'check-in'), tappedIn(c.req.query('answer'))));
  });
  app.post(`/check-in/${link}`, small, async (c) => {
    await limited(c, 'forms');
    const { answer, [switchName]: chosen, ...more } = (await bodyOf(c)).fields;
    const look = await read.personal(c, 'check-in', localeOf(chosen));
    const [unknown] = Object.keys(more);
    if (unknown !== undefined) throw new StridewellError('invalid', 'We do not know this field.', unknown.slice(0, 60));
    if (!isCheckInReply(answer))
      throw new StridewellError('invalid', 'Please choose better, same, worse or seen.', 'answer');
    const { bookPath } = await flows.checkIn(c.req.param('token'), answer);
    return wantsPage(c)
      ? c.html(checkedInPage(look, answer, bookPath, site.now()))
      : c.json({ status: 'recorded', answer, message: look.copy.care.answered[answer] });
  });

  const booking = bookingRoutes(flows, site, read, {
    limited: (c) => limited(c, 'forms'),
    asked: (c) => asked(c, '/book'),
  });
  app.get('/book', booking.show);
  app.get(`/book/${link}`, booking.show);
  app.post('/book', small, booking.take);
  app.post(`/book/${link}`, small, booking.take);

  const tips = tipRoutes(flows, site, read);
  app.get(`/tips/${link}`, tips.long);
  app.get(`/t/${link}`, tips.short);

  app.get(`/dates/${link}`, async (c) => {
    const { copy } = await read.personal(c, 'dates');
    const { days, sequence } = await flows.dates(c.req.param('token'));
    const title = copy.joining.dateTitle({ practice: site.practice.name });
    return c.body(daysCalendar(days, { title, sequence, stamp: site.now() }), 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="dates.ics"',
    });
  });

  app.get(`/preferences/data/${link}`, async (c) => {
    const look = await read.personal(c, 'data');
    const opened = await flows.dataPage(c.req.param('token'));
    return c.html(opened.action === 'delete' ? deletePage(look, opened) : downloadPage(look, opened));
  });
  app.post(`/preferences/data/${link}`, small, async (c) => {
    await limited(c, 'forms');
    const token = c.req.param('token');
    const { fields } = await bodyOf(c).catch(() => ({ fields: {} as Fields }));
    const chosen = switchedTo(fields);
    const look = await read.personal(c, 'data', chosen);
    const gone = chosen === undefined ? undefined : deletedIn(fields);
    if (gone) return c.html(deletedPage(look, gone));
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
  app.get(`/preferences/${link}`, async (c) => {
    const look = await read.personal(c, 'preferences');
    return c.html(preferencesPage(look, await flows.preferences(c.req.param('token'))));
  });
  app.post(`/preferences/${link}`, small, async (c) => {
    await limited(c, 'forms');
    const token = c.req.param('token');
    const { form, fields } = await bodyOf(c);
    // A language chosen here is the one the page answers in.
    const chosen = fields.set === 'locale' ? localeOf(fields.locale) : undefined;
    const look = await read.personal(c, 'preferences', chosen);
    const wanted = parsed(preferenceSchema, form ? switched(fields) : fields);
    const done = await flows.prefer(token, wanted, asked(c, '/preferences'));
    if (wantsPage(c)) return c.html(preferencesPage(look, await flows.preferences(token), done));
    return c.json({ status: 'saved', ...done, message: doneSentence(look, done) });
  });
  return app;
}
