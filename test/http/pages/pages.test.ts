import { bookVisit } from '../../../functions/core/practice/book-visit';
import { phoneText } from '../../../functions/core/practice/phone-text';
import { lookIn } from '../../../functions/http/pages/layout';
import { notices } from '../../../functions/http/pages/legal/language-help';
import { doneSentence } from '../../../functions/http/pages/preferences';
import { checkInboxPage } from '../../../functions/http/pages/subscribe';
import { practice, serve, token } from '../public-site';

const show = async (path: string) => (await serve().app.request(path)).text();

test.each(['/subscribe', '/book', `/book/${token.book}`, `/tips/${token.tips}`])(
  '%s carries the disclaimer word for word',
  async (path) => {
    expect(await show(path)).toContain(`<p id="disclaimer">${practice.disclaimer}</p>`);
  },
);

test('a Spanish page shows the Spanish notice of the practice, and its English one marked as English where it has none', async () => {
  const shown = async (of: typeof practice) =>
    (await serve({}, { practice: of }).app.request('/subscribe', { headers: { 'accept-language': 'es' } })).text();
  const { es, ...without } = practice;
  expect(await shown(without)).toContain(`<p id="disclaimer" lang="en">${practice.disclaimer}</p>`);
  const own = 'Esto no es un consejo médico. Hable siempre con su médico.';
  expect(await shown({ ...practice, es: { ...es!, disclaimer: own } })).toContain(`<p id="disclaimer">${own}</p>`);
});

test.each([
  '/subscribe',
  `/unsubscribe/${token.unsubscribe}`,
  `/preferences/${token.preferences}`,
  '/terms',
  '/legal',
  '/no-such-page',
])('%s links every page the law asks for', async (path) => {
  const page = await show(path);
  for (const href of [
    '/privacy',
    '/health-data-privacy',
    '/terms',
    '/language-help',
    practice.noticeOfPrivacyPractices,
  ])
    expect(page).toContain(`href="${href}"`);
});

test.each([
  ...Object.keys(token)
    .filter((purpose) => !['click', 'data', 'confirm'].includes(purpose))
    .map((purpose) => `/${purpose}/${token[purpose as 'book']}`),
  '/subscribe',
  '/book',
])('%s loads nothing from elsewhere and holds no script or style of its own', async (path) => {
  const page = await show(path);
  expect(page).not.toMatch(/(src|srcset)="(?!\/assets\/)|<link[^>]+href="(?!\/assets\/)|@import|url\(/);
  expect(page).not.toMatch(/<script(?! src="\/assets\/)|<style|\sstyle="|\son[a-z]+="/);
});

test('the emergency words stand on the sign-up before it is sent, on tips and on booking, without a walk-in', async () => {
  for (const path of ['/subscribe', `/tips/${token.tips}`, '/book']) {
    const page = await show(path);
    expect(page).toContain('Call 911 or go to the ER. Do not wait for our reply.');
    expect(page).not.toMatch(/walk.?in/i);
  }
});

test('a tip shows its numbered steps one below the other', async () => {
  expect(await show(`/tips/${token.tips}`)).toContain(
    '<p>1. Hold for 20 seconds.</p><p>2. Switch legs. Stop if it hurts.</p>',
  );
});

test('no page and no sentence claims that a message went out: it is only queued then', () => {
  const look = lookIn({ practice, stamp: '1' }, { locale: 'en', carried: false }, '/subscribe');
  const said = [
    String(checkInboxPage(look, { email: true, sms: true }, { structural: false, emergency: false } as never)),
    ...(['email', 'sms'] as const).flatMap((channel) => [
      doneSentence(look, { did: 'data-link', channel }),
      doneSentence(look, { did: 'asked', channel }),
    ]),
  ];
  for (const one of said) {
    expect(one).not.toMatch(/we(’ve| have)? (just )?(sent|mailed|texted)|is on its way/i);
    expect(one).toMatch(/look for|check your/i);
  }
});

test('language help speaks English and at least fifteen languages, each marked, each with the number', async () => {
  const page = await show('/language-help');
  expect(new Set(notices.map(({ lang }) => lang)).size).toBe(notices.length);
  expect(notices.length).toBeGreaterThanOrEqual(16);
  for (const { lang, says } of notices) {
    expect(page).toContain(`lang="${lang}"`);
    expect(says.split('{phone}')).toHaveLength(2);
  }
  expect(page.match(/dir="rtl"/g)).toHaveLength(3);
  expect(page).toContain(phoneText(practice.phone));
});

test('the privacy policy says what carriers ask, and the health policy what Washington asks', async () => {
  expect(await show('/privacy')).toContain('Mobile opt-in data is not shared with third parties.');
  const health = await show('/health-data-privacy');
  for (const part of [
    'Health data we collect',
    'Where it comes from',
    'What we share, and with whom',
    'Your rights',
    'withdraw consent',
    'We do not sell',
    'Appeal',
  ])
    expect(health).toContain(part);
});

test('the terms of the texts name frequency, rates, STOP, HELP and that consent is no condition', async () => {
  const page = await show('/terms');
  for (const part of [
    'up to 6 messages a month',
    'Message and data rates may apply',
    'reply STOP',
    'reply HELP',
    'Consent is not a condition',
    'Carriers',
  ])
    expect(page).toContain(part);
});

test('a name from a stranger stays text wherever it is shown', async () => {
  const { app } = serve({
    confirm: async () => ({
      channel: 'email',
      firstName: '<img src=x onerror=alert(1)>',
      dates: [],
      structural: false,
    }),
  });
  const page = await (await app.request(`/confirm/${token.confirm}`, { method: 'POST' })).text();
  expect(page).toContain('&lt;img src=x');
  expect(page).not.toContain('<img');
});

test('the style sheet and the script are served by the app itself and may be kept', async () => {
  const { app } = serve();
  const [, css = ''] = (await show('/subscribe')).match(/href="(\/assets\/site\.css\?v=[0-9a-f]+)"/) ?? [];
  const answer = await app.request(css);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
  expect((await app.request('/assets/time-zone.js')).headers.get('content-type')).toContain('text/javascript');
  expect((await app.request('/assets/..%2Fsecret')).status).toBe(404);
});

test.each([
  '/subscribe',
  '/book',
  '/unsubscribe',
  ...(['confirm', 'unsubscribe', 'preferences', 'check-in', 'book', 'profile'] as const).map(
    (purpose) => `/${purpose}/${token[purpose]}`,
  ),
])('%s, a form, names a number to call instead, and the one for TTY', async (path) => {
  const page = await show(path);
  expect(page).toContain('<form');
  expect(page).toContain(`href="tel:${practice.phone}"`);
  expect(page).toMatch(/TTY users can dial 711/);
});

test('the logo stands for the name in pages, light and dark, and is read aloud as the name', async () => {
  const logo = { light: 'logo.svg', dark: 'logo-dark.svg', width: 160 };
  const page = await (await serve({}, { practice: { ...practice, logo } }).app.request('/subscribe')).text();
  expect(page).toContain(
    `<source srcset="/assets/logo-dark.svg" media="(prefers-color-scheme: dark)"><img src="/assets/logo.svg" alt="${practice.name}" width="160">`,
  );
  expect(await show('/subscribe')).toContain(`<span class="type">${practice.name}</span>`);
});

test('the question for emergency signs is watched, and an empty place waits for what is said at once', async () => {
  const page = await show('/subscribe');
  const [, watched = ''] = /<div data-emergency>([\s\S]*?<\/template>)<\/div>/.exec(page)!;
  expect(watched).toContain('name="redFlags"');
  expect(watched).toMatch(/<div role="alert"><\/div>\s*<template>[\s\S]*Call 911 or go to the ER\./);
  expect(page).toMatch(/<script src="\/assets\/signs\.js\?v=\w+" defer>/);
});

test.each(['en', 'es'] as const)('asking for a visit is called the same on every page: %s', async (locale) => {
  const { app } = serve();
  const checkedIn = (answer: string) =>
    app.request(`/check-in/${token['check-in']}?read=${locale}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      body: `answer=${answer}`,
    });
  const of = async (answer: Response | Promise<Response>) => (await answer).text();
  const book = await of(app.request(`/book?read=${locale}`));
  expect(book).toContain(`<h1>${bookVisit[locale]}</h1>`);
  expect(book).toContain(`<button class="do" type="submit">${bookVisit[locale]}</button>`);
  for (const page of [
    await of(app.request(`/tips/${token.tips}?read=${locale}`)),
    await of(checkedIn('same')),
    await of(checkedIn('worse')),
  ]) {
    const links = [...page.matchAll(/href="\/book[^"]*">([^<]+)</g)].map(([, label]) => label);
    expect(links).toEqual([bookVisit[locale]]);
  }
});
