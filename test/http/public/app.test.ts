import fc from 'fast-check';
import { StridewellError } from '../../../functions/core/base/error';
import { limiter } from '../../../functions/core/membership/limiter';
import { now, practice, serve, textLink, token } from '../public-site';

const asJson = { 'content-type': 'application/json' };
const asForm = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
const good = {
  firstName: 'Ana',
  email: 'ana@example.com',
  emailConsent: true,
  smsConsent: false,
  experience: 'new',
  pain: 'none',
  crossTraining: true,
  adult: true,
};
/** The same as it is handed on: the answers under their own name. */
const { experience, pain, crossTraining, ...about } = good;
const kept = { ...about, answers: { experience, pain, crossTraining } };
const post = (body: unknown, headers: Record<string, string> = asJson) => ({
  method: 'POST',
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const filled = (over: Record<string, string> = {}) =>
  new URLSearchParams({
    firstName: 'Ana',
    email: 'ana@example.com',
    emailConsent: 'true',
    experience: 'new',
    where: 'low-back',
    brings: 'running',
    leg: 'no',
    crossTraining: 'true',
    adult: 'true',
    phone: '',
    timeZone: '',
    postalCode: '',
    website: '',
    wording: '2026-11-a',
    ...over,
  }).toString();

describe('signing up', () => {
  test('JSON is accepted with 202 and handed on as it was given', async () => {
    const { app, calls } = serve();
    const answer = await app.request('/subscribe', post(good));
    expect(answer.status).toBe(202);
    expect(await answer.json()).toEqual({ status: 'accepted', message: 'Check your inbox / phone.' });
    expect(calls).toEqual([['signUp', kept, { page: 'api', ip: '192.0.2.1' }]]);
  });

  test('a form maps plain words to pain and keeps the wording shown', async () => {
    const { app, calls } = serve();
    const answer = await app.request('/subscribe', post(filled({ source: 'qr-7' }), asForm));
    expect(answer.status).toBe(202);
    expect(await answer.text()).toContain('Check your inbox');
    expect(calls[0]?.[1]).toMatchObject({
      answers: { pain: 'mechanical', crossTraining: true },
      source: 'qr-7',
    });
    expect(calls[0]?.[2]).toMatchObject({ page: '/subscribe', wording: '2026-11-a' });
  });

  test.each(['1999-01-z', '', 'api', 'constructor'])(
    'a wording that no page has shown is refused: "%s"',
    async (wording) => {
      const { app, calls } = serve();
      const answer = await app.request('/subscribe', post({ ...good, wording }));
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({
        error: { code: 'invalid', message: expect.stringContaining('2026-11-a') },
      });
      expect(calls).toEqual([]);
    },
  );

  test('a form may also name pain itself, as the contract spells it', async () => {
    const { app, calls } = serve();
    const body = new URLSearchParams(
      Object.entries(good).map(([name, value]): [string, string] => [name, String(value)]),
    ).toString();
    expect(
      (await app.request('/subscribe', post(body, { 'content-type': 'application/x-www-form-urlencoded' }))).status,
    ).toBe(202);
    expect(calls[0]?.[1]).toEqual(kept);
  });

  test.each([
    ['firstName', { firstName: 'Ana\r\nBcc: x' }],
    ['firstName', { firstName: 'x'.repeat(10_000) }],
    ['timeZone', { timeZone: 'Mars/Base' }],
    ['phone', { phone: '1-2-3' }],
    ['admin', { admin: true }],
    ['adult', { adult: false }],
    ['emailConsent', { emailConsent: false }],
  ])('a wrong %s is refused with 400 and named', async (field, wrong) => {
    const { app, calls } = serve();
    const answer = await app.request('/subscribe', post({ ...good, ...wrong }));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: 'invalid', field } });
    expect(calls).toEqual([]);
  });

  test.each([
    ['no JSON', '{', asJson, 400],
    ['a list', '[]', asJson, 400],
    ['null', 'null', asJson, 400],
    ['another content type', '<a/>', { 'content-type': 'text/xml' }, 400],
    ['nothing at all', '', {}, 400],
    ['far too much', `"${'x'.repeat(70_000)}"`, asJson, 413],
    ['a prototype', '{"__proto__":{"adult":true}}', asJson, 400],
  ])('a body that is %s is refused, never a crash', async (_what, body, headers, status) => {
    const { app } = serve();
    expect((await app.request('/subscribe', post(body, headers as Record<string, string>))).status).toBe(status);
  });

  test('whatever is posted, the answer is never 500', async () => {
    const { app } = serve();
    await fc.assert(
      fc.asyncProperty(fc.json(), fc.boolean(), async (body, json) => {
        const answer = await app.request('/subscribe', post(body, json ? asJson : asForm));
        expect(answer.status).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
  });

  test('a form shown again keeps what was typed and puts the reason beside the field', async () => {
    const { app } = serve();
    const answer = await app.request('/subscribe', post(filled({ email: 'ana@', firstName: '"><script>' }), asForm));
    const page = await answer.text();
    expect(answer.status).toBe(400);
    expect(page).toContain('value="ana@"');
    expect(page).toContain('aria-describedby="email-wrong"');
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;"');
    expect(page).not.toContain('"><script>');
  });

  test('a filled trap gets the same answer and signs nobody up', async () => {
    const { app, calls } = serve();
    const trapped = await app.request('/subscribe', post(filled({ website: 'http://x' }), asForm));
    const honest = await app.request('/subscribe', post(filled(), asForm));
    expect([trapped.status, await trapped.text()]).toEqual([honest.status, await honest.text()]);
    expect(calls).toHaveLength(1);
  });

  test('whoever is quick is taken: a browser fills in a whole page at a touch', async () => {
    for (const when of [{}, { started: now.toString(36) }, { started: (now - 100).toString(36) }]) {
      const { app, calls } = serve();
      expect((await app.request('/subscribe', post(filled(when), asForm))).status).toBe(202);
      expect(calls).toHaveLength(1);
    }
  });

  test('addresses, ZIP and zone are cleaned of what is harmless before anybody sees them', async () => {
    const { app, calls } = serve();
    const typed = {
      firstName: ' علی\u200cرضا\u200b',
      email: 'Ana <ANA@Example.com>',
      phone: '001 (770) 555-0123',
      smsConsent: 'true',
      timeZone: 'Etc/Unknown',
      postalCode: '30309 1234',
    };
    expect((await app.request('/subscribe', post(filled(typed), asForm))).status).toBe(202);
    expect(calls[0]?.[1]).toMatchObject({
      firstName: 'علی\u200cرضا',
      email: 'ana@example.com',
      phone: '+17705550123',
      postalCode: '30309-1234',
    });
    expect(calls[0]?.[1]).toHaveProperty('timeZone', undefined);
  });

  test('a form in Latin-1 is read as such, whether it says so or not', async () => {
    const body = (firstName: string) => filled({ firstName: 'X' }).replace('firstName=X', `firstName=${firstName}`);
    const sent: [string | Uint8Array<ArrayBuffer>, string][] = [
      [body('Jos%E9'), ''],
      [body('Jos%E9'), '; charset=iso-8859-1'],
      [Uint8Array.from(Buffer.from(body('José'), 'latin1')), ''],
      [body('Jos%C3%A9'), ''],
      [body('Jos%C3%A9'), '; charset=UTF-8'],
      [Uint8Array.from(Buffer.from(body('José'), 'utf8')), ''],
    ];
    for (const [bytes, charset] of sent) {
      const { app, calls } = serve();
      const headers = { ...asForm, 'content-type': `application/x-www-form-urlencoded${charset}` };
      expect((await app.request('/subscribe', { method: 'POST', headers, body: bytes })).status).toBe(202);
      expect(calls[0]?.[1]).toMatchObject({ firstName: 'José', email: 'ana@example.com' });
    }
  });

  describe('a likely slip of a big provider', () => {
    const slip = { email: 'ana@gmial.com' };
    const pressed = (over: Record<string, string>) => filled({ ...slip, spelled: 'ana@gmial.com', ...over });

    test('is asked about, the form kept, and nobody is signed up yet', async () => {
      const { app, calls } = serve();
      const answer = await app.request('/subscribe', post(filled(slip), asForm));
      const page = await answer.text();
      expect(answer.status).toBe(200);
      expect(page).toContain('Did you mean ana@gmail.com?');
      expect(page).toContain('value="ana@gmial.com"');
      expect(page).toContain('name="experience" value="new" checked');
      expect(page).toContain('name="emailConsent" value="true" checked');
      expect(calls).toEqual([]);
    });

    test.each([
      ['yes', { spelling: 'meant' }, 'ana@gmail.com'],
      ['no', { spelling: 'typed' }, 'ana@gmial.com'],
      ['nothing, and the form is sent again as it is', {}, 'ana@gmial.com'],
    ])('is settled with one tap: %s', async (_what, answer, email) => {
      const { app, calls } = serve();
      expect((await app.request('/subscribe', post(pressed(answer as Record<string, string>), asForm))).status).toBe(
        202,
      );
      expect(calls[0]?.[1]).toMatchObject({ email });
    });

    test('is never refused to a program, which is told of it', async () => {
      const { app, calls } = serve();
      const answer = await app.request('/subscribe', post({ ...good, ...slip }));
      expect(answer.status).toBe(202);
      expect(await answer.json()).toMatchObject({ status: 'accepted', didYouMean: 'ana@gmail.com' });
      expect(calls[0]?.[1]).toMatchObject(slip);
    });

    test('does not leave the right address on the list of whoever wants to go', async () => {
      const { app, calls } = serve();
      const answer = await app.request('/unsubscribe', post('address=ana%40gmial.com', asForm));
      expect(answer.status).toBe(200);
      expect(await answer.text()).toMatch(/Did you mean ana@gmail\.com\?[\s\S]*name="address" value="ana@gmail\.com"/);
      expect(calls[0]?.[1]).toBe('ana@gmial.com');
    });
  });

  describe('a form with much to mend', () => {
    const names = (page: string) => [...page.matchAll(/<li><a href="#(\w+)">/g)].map(([, name]) => name);

    test.each([
      [
        '/subscribe',
        'firstName=&email=ana%40&emailConsent=true&smsConsent=true&postalCode=1&timeZone=Mars',
        ['experience', 'crossTraining', 'where', 'firstName', 'timeZone', 'postalCode', 'email', 'phone', 'adult'],
      ],
      ['/subscribe', '', ['experience', 'crossTraining', 'where', 'firstName', 'emailConsent', 'adult']],
      [
        `/profile/${token.profile}`,
        'postalCode=1',
        ['experience', 'crossTraining', 'where', 'firstName', 'postalCode', 'adult'],
      ],
      ['/book', 'phone=7&days=9', ['location', 'days', 'firstName', 'phone']],
      ['/book', 'location=north', ['firstName', 'phone']],
    ])(
      '%s names all of it at once, in the order of the page, in the title, and the keyboard starts there',
      async (path, body, fields) => {
        const { app, calls } = serve();
        const answer = await app.request(path, post(body, asForm));
        const page = await answer.text();
        expect(answer.status).toBe(400);
        expect(names(page)).toEqual(fields);
        const inputs = fields.map((name) => page.indexOf(` id="${name}"`));
        expect(inputs).toEqual([...inputs].sort((a, b) => a - b));
        for (const name of fields) expect(page).toContain(`id="${name}-wrong"`);
        expect(page).toContain(`<title>${fields.length} answers to check: `);
        expect(page).toContain('role="alert" tabindex="-1" autofocus');
        expect(page.match(/autofocus/g)).toHaveLength(1);
        expect(calls).toEqual([]);
      },
    );
  });

  test('an emergency sign is answered with 911 and no walk-in, a structural answer with a doctor first', async () => {
    const { app } = serve();
    const emergency = await (
      await app.request('/subscribe', post(`${filled({ leg: 'yes' })}&redFlags=fever`, asForm))
    ).text();
    expect(emergency).toContain('Call 911 or go to the ER. Do not wait for our reply.');
    expect(emergency).not.toContain('Book a visit');
    const structural = await (await app.request('/subscribe', post(filled({ leg: 'yes' }), asForm))).text();
    expect(structural).toContain('a spine doctor should make the diagnosis and the plan');
    expect(structural).toContain('href="/book"');
  });

  test('too many at once get 429 and are told when to come back', async () => {
    const { app } = serve({}, { limit: async (key, most) => !(key === 'signUps#192.0.2.1' && most === 20) });
    const answer = await app.request('/subscribe', post(good));
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('60');
  });

  test('no box is ticked before the person does it, and both channels have their own', async () => {
    const { app } = serve();
    const page = await (await app.request('/subscribe?source=qr-7')).text();
    expect(page).not.toMatch(/ checked/);
    expect(page).toContain('name="emailConsent"');
    expect(page).toContain('Consent is not a condition of buying any goods or services');
    expect(page).toContain('name="source" value="qr-7"');
    expect(page).toContain(practice.disclaimer.slice(0, 60));
    expect(await (await app.request('/subscribe?source=%22%3E')).text()).not.toContain('name="source"');
  });
});

describe('leaving', () => {
  const url = `/unsubscribe/${token.unsubscribe}`;
  const multipart = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
  test.each([
    ['urlencoded', 'List-Unsubscribe=One-Click', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['multipart', multipart, { 'content-type': 'multipart/form-data; boundary=x' }],
    ['JSON', '{}', asJson],
    ['malformed JSON', '{"', asJson],
    ['a broken multipart', '--', { 'content-type': 'multipart/form-data' }],
    ['empty', '', {}],
    ['huge', 'x'.repeat(100_000), { 'content-type': 'application/x-www-form-urlencoded' }],
  ])('a bare POST with a body that is %s is one-click: 200, no redirect, no cookie', async (_what, body, headers) => {
    const { app, calls } = serve();
    const answer = await app.request(url, { method: 'POST', headers: headers as Record<string, string>, body });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('location')).toBeNull();
    expect(calls).toEqual([['leave', { page: 'one-click', ip: '192.0.2.1', means: 'one-click' }]]);
  });

  test('the button of the page gets a page', async () => {
    const { app, calls } = serve();
    const form = await (await app.request(url)).text();
    expect(form.match(/<button/g)).toHaveLength(1);
    const body = 'from=page';
    const answer = await app.request(url, {
      method: 'POST',
      headers: { ...asForm, 'content-length': String(body.length) },
      body,
    });
    expect(await answer.text()).toContain('You are unsubscribed');
    expect(calls[0]?.[1]).toMatchObject({ means: 'page' });
  });

  test('it says done only when nothing is under way any more', async () => {
    const { app } = serve({ leave: async () => ({ found: true, drained: false, channel: 'email' }) });
    const answer = await app.request(url, { method: 'POST' });
    expect(await answer.json()).toMatchObject({ status: 'unsubscribing' });
  });

  test('short links that lead nowhere are counted for a whole network, tips that are shown are not', async () => {
    const { app } = serve({}, { limit: limiter(() => now), ipOf: () => '192.0.2.77' });
    const open = async (token: string) => (await app.request(`/t/${token}`)).status;
    for (let n = 0; n < 40; n += 1) expect(await open(textLink)).toBe(200);
    for (let n = 0; n < 20; n += 1) expect(await open(`abc12mm000000${n % 10}`)).toBe(404);
    expect([await open('abc12mm0000000'), await open(textLink)]).toEqual([429, 429]);
    const elsewhere = serve({}, { limit: limiter(() => now), ipOf: () => '192.0.3.77' });
    expect((await elsewhere.app.request(`/t/${textLink}`)).status).toBe(200);
  });

  test('leaving is never limited', async () => {
    const { app } = serve({}, { limit: async () => false });
    expect((await app.request(url, { method: 'POST' })).status).toBe(200);
  });
});

describe('links', () => {
  const paths = Object.entries({ ...token, data: undefined, click: undefined })
    .filter(([, value]) => value)
    .map(([purpose, value]) => `/${purpose}/${value}`);
  const all = [
    ...paths,
    `/c/${token.click}`,
    `/preferences/data/${token.data}`,
    '/subscribe',
    '/book',
    '/privacy',
    '/legal',
    '/terms',
    '/health-data-privacy',
    '/language-help',
    '/healthz',
    '/assets/site.css',
  ];

  test('looking changes nothing, whoever looks and however often', async () => {
    const { app, calls } = serve();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...all),
        fc.constantFrom('GET', 'HEAD', 'OPTIONS'),
        fc.constantFrom('Mozilla/5.0', 'GoogleImageProxy', 'Proofpoint URL Defense', 'curl/8', ''),
        async (path, method, agent) => {
          const answer = await app.request(path, { method, headers: { 'user-agent': agent } });
          expect([200, 204, 302]).toContain(answer.status);
          expect(answer.headers.get('set-cookie')).toBeNull();
          expect(calls).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });

  test('a link with any one character changed opens nothing', async () => {
    const { app, calls } = serve();
    for (const path of [...paths, `/c/${token.click}`]) {
      const at = path.length - 3;
      const forged = `${path.slice(0, at)}${path[at] === 'A' ? 'B' : 'A'}${path.slice(at + 1)}`;
      for (const method of ['GET', 'POST']) {
        const answer = await app.request(forged, method === 'GET' ? {} : post(bodyFor(path)));
        expect([path, method, answer.status]).toEqual([path, method, 404]);
      }
    }
    expect(calls).toEqual([]);
  });

  test.each([...paths, `/c/${token.click}`, `/preferences/data/${token.data}`])(
    '%s opens whatever a mail program left at its end, but not with a letter more',
    async (path) => {
      const { app } = serve();
      const ends = [
        '.',
        ',',
        ')',
        '%29.',
        '>',
        '%3E',
        '/',
        '/%3E',
        '%22%3EClick%3C/a%3E',
        '=',
        '=3D',
        '3D',
        '%20',
        '%2520',
      ];
      for (const end of [
        ...ends,
        '&amp;utm=x',
        '?utm=x&amp;y',
        '%E2%80%8B',
        '\u200b',
        '%E2%80%9D',
        '%C2%AD',
        '%',
        '=%0D%0A',
      ]) {
        const looked = await app.request(`${path}${end}`);
        expect([end, looked.status]).toEqual([end, path.startsWith('/c/') ? 302 : 200]);
        const said = path.startsWith('/c/') ? undefined : await app.request(`${path}${end}`, post(bodyFor(path)));
        if (said && !/^\/(tips|dates)\//.test(path)) expect([end, said.status]).toEqual([end, 200]);
      }
      for (const end of ['A', '0', '_', '-', '.A', '3DA'])
        expect([end, (await app.request(`${path}${end}`)).status]).toEqual([end, 404]);
    },
  );

  test('an answer tapped in a mail stands alone on its page, whatever a mail program made of it', async () => {
    const { app, calls } = serve();
    const at = `/check-in/${token['check-in']}`;
    const shown = async (end: string) => (await app.request(`${at}?answer=${end}`)).text();
    const offered = (page: string) => [...page.matchAll(/name="answer" value="(\w+)"/g)].map(([, answer]) => answer);
    for (const end of ['worse', '3Dworse', 'worse.', 'worse%3E', 'worse&amp;x=y']) {
      const page = await shown(end);
      expect(offered(page)).toEqual(['worse']);
      expect(page).toContain('<strong>Worse</strong>');
      expect(page).not.toMatch(/About the same|seen by a doctor/);
      expect(page).toContain(`<a href="${at}">I meant another answer</a>`);
    }
    for (const end of ['', 'worst', 'great', '3D'])
      expect(offered(await shown(end))).toEqual(['better', 'same', 'worse', 'seen']);
    expect(offered(await (await app.request(at)).text())).toEqual(['better', 'same', 'worse', 'seen']);
    expect(calls).toEqual([]);
  });

  test('the dates are a calendar file that names the practice and nothing of what a tip is about', async () => {
    const { app, calls } = serve();
    const confirmed = await (await app.request(`/confirm/${token.confirm}`, { method: 'POST' })).text();
    const [, path = ''] = /href="(\/dates\/[^"]+)" download/.exec(confirmed)!;
    const before = calls.length;
    const answer = await app.request(path);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="dates.ics"');
    const file = await answer.text();
    expect(file.match(/^SUMMARY:.*$/gm)).toEqual(Array(2).fill(`SUMMARY:A tip from ${practice.name}`));
    expect(file).not.toMatch(/back|pain|stretch|welcome|Ana/i);
    expect(await (await app.request(`${path}?read=es`)).text()).toContain(`SUMMARY:Un consejo de ${practice.name}`);
    expect((await app.request('/dates/forged')).status).toBe(404);
    expect(calls).toHaveLength(before);
  });

  const bodyFor = (path: string): unknown => {
    if (path.startsWith('/check-in')) return { answer: 'better' };
    if (path.startsWith('/book')) return { location: 'north', phone: '7705550123', firstName: 'Ana' };
    if (path.startsWith('/profile')) {
      const { email: _e, emailConsent: _c, smsConsent: _s, ...answers } = good;
      return answers;
    }
    return path.startsWith('/preferences') ? { set: 'pause', on: true } : {};
  };

  test('a forged link is a page for people and JSON for programs', async () => {
    const { app } = serve();
    const page = await app.request('/unsubscribe/forged', { method: 'POST', headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8']);
    const json = await app.request('/unsubscribe/forged', { method: 'POST', headers: { accept: 'application/json' } });
    expect(await json.json()).toMatchObject({ error: { code: 'not-found' } });
  });

  test('confirming needs the button and shows the dates in the zone of the person', async () => {
    const { app, calls } = serve();
    expect(await (await app.request(`/confirm/${token.confirm}`)).text()).toContain('<button');
    expect(calls).toEqual([]);
    const done = await (await app.request(`/confirm/${token.confirm}`, { method: 'POST' })).text();
    expect(done).toContain('Monday, November 23, 10:00 AM');
    expect(calls).toHaveLength(1);
  });

  test('an old confirmation link says so with 410', async () => {
    const { app } = serve({ confirmation: async () => ({ state: 'expired', channel: 'email' }) });
    expect((await app.request(`/confirm/${token.confirm}`)).status).toBe(410);
  });

  test('a check-in answer other than the four is refused', async () => {
    const { app, calls } = serve();
    const url = `/check-in/${token['check-in']}`;
    expect((await app.request(url, post({ answer: 'great' }))).status).toBe(400);
    expect((await app.request(url, post({ answer: 'worse' }))).status).toBe(200);
    expect(await (await app.request(url, post('answer=worse', asForm))).text()).toContain('spine doctor');
    expect(calls.map(([name, reply]) => [name, reply])).toEqual([
      ['checkIn', 'worse'],
      ['checkIn', 'worse'],
    ]);
  });

  test('a booking says by when the practice calls, in its own time', async () => {
    const { app, calls } = serve();
    const answer = await app.request(
      `/book/${token.book}`,
      post('location=north&part=any&days=1&days=3&phone=', asForm),
    );
    expect(await answer.text()).toContain('We will call you back by Monday, November 23, 2:00 PM.');
    expect(calls).toEqual([['book', { location: 'north', part: 'any', days: [1, 3] }]]);
  });

  const asked = (over: Record<string, string> = {}) =>
    new URLSearchParams({
      location: 'north',
      part: 'any',
      firstName: 'Ana',
      phone: '404-555-0123',
      website: '',
      ...over,
    }).toString();

  test('the booking page hides a field from people', async () => {
    const { app } = serve();
    for (const path of ['/book', `/book/${token.book}`]) {
      const page = await (await app.request(path)).text();
      expect(page).toContain('name="website" tabindex="-1" autocomplete="off" ');
    }
  });

  test.each([
    ['with the hidden field filled in', '/book', { website: 'http://x' }],
    ['by link with the hidden field filled in', `/book/${token.book}`, { website: 'http://x' }],
  ])('a request sent %s is asked for once more, and taken at the next press', async (_how, path, odd) => {
    const { app, calls } = serve();
    const answer = await app.request(path, post(asked(odd), asForm));
    const page = await answer.text();
    expect(answer.status).toBe(400);
    expect(page).toContain('press the button once more');
    expect(page).toContain('value="404-555-0123"');
    expect(page).not.toContain('http://x');
    expect(calls).toEqual([]);
    expect((await app.request(path, post(asked(), asForm))).status).toBe(200);
    expect(calls).toHaveLength(1);
  });

  test.each([
    ['a browser that fills in the page at a touch', '/book', 100],
    ['one tap on a page that is filled in already', `/book/${token.book}`, 300],
  ])('%s is taken at once', async (_who, path, after) => {
    const { app, calls } = serve();
    // Pages opened before a deployment still say when they were shown.
    const answer = await app.request(path, post(asked({ started: (now - after).toString(36) }), asForm));
    expect(answer.status).toBe(200);
    expect(calls).toEqual([
      ['book', { location: 'north', part: 'any', days: [], firstName: 'Ana', phone: '+14045550123' }],
    ]);
  });

  test('a booking form with a wrong number is shown again with the reason', async () => {
    const { app } = serve({
      book: async () => {
        throw new StridewellError('invalid', 'That is not a US phone number.', 'phone');
      },
    });
    const answer = await app.request('/book', post('location=north&firstName=Ana&phone=7', asForm));
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('id="phone-wrong"');
  });

  test('of a record with two addresses a data page names the one it is about, and says that the other goes on', async () => {
    const about = async (action: 'download' | 'delete', method = 'GET') => {
      const { app } = serve({ dataPage: async () => ({ action, channel: 'email', also: 'sms' }) });
      return (await app.request(`/preferences/data/${token.data}`, { method, headers: asForm })).text();
    };
    expect(await about('download')).toContain('Your texts are not in this file.');
    expect(await about('download')).not.toContain('all we keep about you');
    expect(await about('delete')).toContain('Delete your email data?');
    expect(await about('delete')).toContain('Your texts go on, and we keep the answers they need.');
    expect(await about('delete', 'POST')).toContain('Your email data is deleted');
  });

  test('data leaves as a file, by the button only', async () => {
    const { app, calls } = serve();
    const url = `/preferences/data/${token.data}`;
    await app.request(url);
    expect(calls).toEqual([]);
    const file = await app.request(url, { method: 'POST', headers: asForm });
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(file.headers.get('cache-control')).toBe('no-store');
  });
});

describe('every answer', () => {
  test.each([
    '/subscribe',
    `/unsubscribe/${token.unsubscribe}`,
    `/tips/${token.tips}`,
    '/nothing-here',
    '/assets/site.css',
  ])('%s carries the headers that keep a reader private', async (path) => {
    const { app } = serve();
    const { headers } = await app.request(path);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'self'; .*frame-ancestors 'none'$/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    if (!path.startsWith('/assets')) expect(headers.get('cache-control')).toBe('no-store');
  });

  test('an error nobody foresaw is 500, tells nothing, and its class alone is noted', async () => {
    const noted: string[] = [];
    const boom = async () => {
      throw new TypeError('ana@example.com broke it');
    };
    const { app } = serve({ signUp: boom }, { unexpected: (name) => void noted.push(name) });
    const answer = await app.request('/subscribe', post(good));
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('ana@');
    expect(noted).toEqual(['TypeError']);
  });
});
