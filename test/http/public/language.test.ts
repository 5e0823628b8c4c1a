import type { Locale } from '../../../functions/core/base/locale';
import type { PublicFlows } from '../../../functions/http/public/ports';
import { serve, token } from '../public-site';

/** Every address a reader may open, each with a link of a person where it needs one. */
const everybodys = [
  '/subscribe',
  '/unsubscribe',
  '/book',
  '/privacy',
  '/terms',
  '/legal',
  '/health-data-privacy',
  '/language-help',
  '/no-such-page',
];
const personal = [
  `/confirm/${token.confirm}`,
  `/unsubscribe/${token.unsubscribe}`,
  `/preferences/${token.preferences}`,
  `/preferences/data/${token.data}`,
  `/check-in/${token['check-in']}`,
  `/book/${token.book}`,
  `/tips/${token.tips}`,
  `/profile/${token.profile}`,
];

const reads = (locale: Locale): Partial<PublicFlows> => ({ localeOf: async () => locale });
const get = async (path: string, accept?: string, over?: Partial<PublicFlows>): Promise<string> =>
  (
    await serve(over).app.request(path, {
      headers: { accept: 'text/html', ...(accept ? { 'accept-language': accept } : {}) },
    })
  ).text();
const langOf = (page: string): string | undefined => /<html lang="([^"]*)"/.exec(page)?.[1];

const form = (
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
  over?: Partial<PublicFlows>,
) => {
  const served = serve(over);
  const request = served.app.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
  return { calls: served.calls, page: Promise.resolve(request).then((answer) => answer.text()) };
};

describe.each([...everybodys, ...personal])('%s', (path) => {
  test('speaks English unless the browser, the link or the reader wants Spanish', async () => {
    expect(langOf(await get(path))).toBe('en');
    expect(langOf(await get(path, 'fr, de;q=0.5'))).toBe('en');
    expect(langOf(await get(path, 'es-MX,es;q=0.9,en;q=0.8'))).toBe('es');
    expect(langOf(await get(path, 'en;q=0.2, es;q=0'))).toBe('en');
    expect(langOf(await get(`${path}?lang=es`, 'en-US'))).toBe('es');
    expect(langOf(await get(`${path}?lang=en`, 'es'))).toBe('en');
    expect(langOf(await get(`${path}?lang=xx`, 'es'))).toBe('es');
    expect(langOf(await get(`${path}?read=es&lang=en`, 'en'))).toBe('es');
  });

  test('has a switch that leads to the same page in the other language, by its own name', async () => {
    const page = await get(path);
    const [, href, lang, name] = /<a class="language" href="([^"]*)" lang="(\w+)"[^>]*>([^<]*)</.exec(page) ?? [];
    if (href !== undefined) {
      expect([href, lang, name]).toEqual([`${path}?read=es`, 'es', 'Español']);
      expect(langOf(await get(href))).toBe('es');
      return;
    }
    expect(page).toMatch(
      /<button class="language" type="submit" form="[\w-]+" name="read" value="es" lang="es" formnovalidate>Español</,
    );
  });
});

describe.each(personal)('%s, opened by a person we know', (path) => {
  test('speaks their language, whatever link and browser say, until they switch', async () => {
    expect(langOf(await get(path, 'en-US', reads('es')))).toBe('es');
    expect(langOf(await get(`${path}?lang=en`, 'en-US', reads('es')))).toBe('es');
    expect(langOf(await get(path, 'es', reads('en')))).toBe('en');
    expect(langOf(await get(`${path}?read=en`, 'es', reads('es')))).toBe('en');
  });
});

test('a link that nobody made is refused in the language of the browser', async () => {
  const page = await get('/tips/forged', 'es');
  expect(langOf(page)).toBe('es');
});

test('links lead on in the language that was chosen, and stay short where the browser chooses it anyway', async () => {
  expect(await get('/subscribe?lang=es', 'en')).toContain('href="/privacy?read=es"');
  expect(await get('/subscribe', 'es')).toContain('href="/privacy"');
  expect(await get(`/tips/${token.tips}`, 'en', reads('es'))).toContain(`href="/book/${token.book}?read=es"`);
});

test('the first page keeps what the link says', async () => {
  const answer = await serve().app.request('/?lang=es&source=poster');
  expect(answer.headers.get('location')).toBe('/subscribe?lang=es&source=poster');
});

test('an address that begins with two slashes leads to no other host', async () => {
  expect(await get('//elsewhere.example/x')).not.toContain('href="//');
});

const typed = { firstName: 'Ana', email: 'ana@example.com', adult: 'true', where: 'low-back', website: '' };

test('the sign-up goes over to the other language with all that was typed, and nobody is signed up', async () => {
  const { page, calls } = form('/subscribe', { ...typed, locale: 'en', read: 'es' });
  const shown = await page;
  expect(langOf(shown)).toBe('es');
  expect(shown).toContain('value="Ana"');
  expect(shown).toContain('value="ana@example.com"');
  expect(shown).toMatch(/name="where" value="low-back" checked/);
  expect(shown).toContain('<form method="post" id="sign-up" action="/subscribe?read=es" novalidate>');
  expect(shown).toContain('name="locale" value="es"');
  expect(shown).toContain('name="wording" value="2026-11-a-es"');
  expect(calls).toEqual([]);
});

test('Enter in a field sends the form: the switch is not the first button of it', async () => {
  const page = await get('/subscribe');
  const first = /<button[^>]*form="sign-up"[^>]*>/.exec(page)?.[0] ?? '';
  expect(first).toContain('aria-hidden="true"');
  expect(first).not.toContain('name="read"');
});

test.each([
  ['/book', { firstName: 'Ana', phone: '770-555-0123' }, 'value="770-555-0123"'],
  [`/book/${token.book}`, { phone: '770-555-0123' }, 'value="770-555-0123"'],
  [`/profile/${token.profile}`, { firstName: 'Ana' }, 'value="Ana"'],
  ['/unsubscribe', { address: 'ana@example.com' }, 'value="ana@example.com"'],
])('%s is switched with what was typed, and nothing else happens', async (path, fields, kept) => {
  const { page, calls } = form(path, { ...fields, read: 'es' });
  const shown = await page;
  expect(langOf(shown)).toBe('es');
  expect(shown).toContain(kept);
  expect(shown).toContain('?read=es"');
  expect(calls).toEqual([]);
});

test.each([
  ['/subscribe', { asked: 'both', advice: 'structural' }, 'Revise su correo y su teléfono'],
  ['/book', { promised: '1796040000000' }, 'Recibimos su pedido'],
  [`/profile/${token.profile}`, { asked: 'saved' }, 'Guardamos sus respuestas'],
  [`/preferences/data/${token.data}`, { deleted: 'all' }, 'Borramos sus datos'],
])('the answer of %s is said again in the other language, and nothing is done twice', async (path, fields, says) => {
  const { page, calls } = form(path, { ...fields, read: 'es' });
  expect(await page).toContain(says);
  expect(calls).toEqual([]);
});

test.each([
  [`/check-in/${token['check-in']}`, { answer: 'same' }, 'Gracias por contarnos'],
  [`/unsubscribe/${token.unsubscribe}`, { from: 'page' }, 'Le dimos de baja'],
  ['/unsubscribe', { address: 'ana@example.com', left: 'yes' }, 'Le dimos de baja'],
])('%s, where the same request changes nothing, is sent again by the switch', async (path, fields, says) => {
  expect(await form(path, { ...fields, read: 'es' }).page).toContain(says);
});

test('what a form answers is in the language of the form', async () => {
  const { page } = form(`/check-in/${token['check-in']}`, { answer: 'better' }, {}, reads('es'));
  expect(langOf(await page)).toBe('es');
  const left = form('/unsubscribe?read=es', { address: 'ana@example.com' });
  expect(langOf(await left.page)).toBe('es');
});

test('a language saved on the page of choices is the one that page answers in', async () => {
  const { page } = form(
    `/preferences/${token.preferences}`,
    { set: 'locale', locale: 'es' },
    {},
    {
      ...reads('en'),
      prefer: async () => ({ did: 'language' }),
    },
  );
  const shown = await page;
  expect(langOf(shown)).toBe('es');
  expect(shown).toContain('Guardamos su idioma.');
});

test('what is wrong with a form is said in its language, beside each field and in the list', async () => {
  const { page, calls } = form('/subscribe', { ...typed, locale: 'es', email: 'ana', emailConsent: 'true' });
  const shown = await page;
  expect(shown).toContain('Revise sus respuestas');
  expect(shown).toContain('<span class="wrong" id="email-wrong">El correo no parece correcto: le falta la @.');
  expect(shown).toMatch(/<title>\d+ respuestas por revisar: /);
  expect(calls).toEqual([]);
  const visit = await form('/book?lang=es', { location: 'north', phone: '12' }).page;
  expect(visit).toContain('El celular no parece correcto: ');
  expect(visit).toContain('Díganos su nombre.');
  expect(await form('/unsubscribe?lang=es', { address: 'ana' }).page).toContain('Escriba un correo, por ejemplo');
});

test('a refusal is a page in the language of the reader, and JSON in the language of the program', async () => {
  expect(await get('/no-such-page', 'es')).toContain('Esa página no existe.');
  const answer = await serve().app.request('/subscribe', {
    method: 'POST',
    body: JSON.stringify({ firstName: 'Ana', locale: 'es' }),
    headers: { 'content-type': 'application/json' },
  });
  expect(await answer.json()).toMatchObject({
    error: { code: 'invalid', message: expect.stringMatching(/^(Díganos|Elija)/) },
  });
});

test('programs are told in their language too', async () => {
  const answer = await serve().app.request(`/check-in/${token['check-in']}`, {
    method: 'POST',
    body: JSON.stringify({ answer: 'better' }),
    headers: { 'content-type': 'application/json', accept: 'application/json', 'accept-language': 'es' },
  });
  expect(await answer.json()).toMatchObject({
    status: 'recorded',
    message: 'Nos alegra. Siga poco a poco y sin prisa.',
  });
});
