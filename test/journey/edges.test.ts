import { request } from 'node:http';
import { headersOf } from '../../functions/http/headers';
import { openTown, type Town } from './world';

jest.setTimeout(60_000);

let town: Town;
let port: number;
beforeAll(async () => {
  town = await openTown();
  port = Number(new URL(town.url).port);
});
afterAll(() => town.close());

interface Raw {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** As a program without a browser's manners: every header as given, `Host` included. */
const raw = (method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Raw> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method, path, headers }, (res) => {
      let text = '';
      res.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body: text }));
    });
    asked.on('error', reject).end(body);
  });
const asJson = { 'content-type': 'application/json' };
const stop = JSON.stringify({ from: '+14045550123', body: 'HELP' });
const heard = async () => JSON.parse((await raw('GET', '/outside/state.json')).body).texts.length as number;

describe('headers', () => {
  const paths = [
    ...['/', '/subscribe', '/healthz', '/privacy', '/nothing', '/confirm/forged', '/c/forged', '/assets/mark.svg'],
    ...['/staff', '/staff/', '/staff/people', '/staff/assets/none.js', '/staff/config.json'],
    ...['/staff/api/me', '/staff/api/openapi.json', '/staff/api/nothing'],
    ...['/oidc/.well-known/openid-configuration', '/oidc/jwks', '/oidc/auth', '/oidc/token', '/oidc/sign-in/none'],
    ...['/oidc/session/end', '/oidc/nothing', '/oidc'],
    ...['/outside', '/outside/local.css', '/outside/dom.js', '/outside/state.json', '/outside/mail/none'],
    ...['/local/api/outbox', '/local/api/clock', '/local/api/token', '/local/api/none', '/local/api/outbox/none.eml'],
    ...['/local/none', '/local/aws/sms', '/local/aws/ses/v2/none', '/local/aws/dynamodb'],
  ];
  const { 'content-security-policy': _own, ...fixed } = headersOf('http://localhost');

  test.each(paths)('%s answers with all of them, whatever it is asked', async (path) => {
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS']) {
      const { status, headers } = await raw(method, path);
      const kept = headers['cache-control']?.includes('public') ? { 'cache-control': headers['cache-control'] } : {};
      expect({ method, status, headers }).toMatchObject({ headers: { ...fixed, ...kept } });
      expect(headers['content-security-policy']).toMatch(/default-src '(self|none)'.*frame-ancestors '(none|self)'/);
      expect(headers['strict-transport-security']).toBeUndefined();
    }
  });

  test('a mail may be framed by the page beside it, and nothing else may', async () => {
    await town.post('/subscribe', {
      firstName: 'Ana',
      email: 'ana@example.com',
      emailConsent: true,
      smsConsent: false,
      experience: 'new',
      pain: 'none',
      crossTraining: false,
      adult: true,
    });
    await town.settle();
    const [mail] = await town.outbox('ana@example.com');
    const { headers } = await raw('GET', `/outside/mail/${mail!.id}`);
    expect(headers['x-frame-options']).toBe('SAMEORIGIN');
    expect(headers['content-security-policy']).toMatch(/frame-ancestors 'self'$/);
  });
});

describe('a page elsewhere', () => {
  const foreign: [string, Record<string, string>, number][] = [
    ['that rebinds its name to this desk', { ...asJson, host: 'evil.example' }, 403],
    ['that rebinds its name, with the port', { ...asJson, host: `evil.example:0` }, 403],
    ['that asks for another port', { ...asJson, host: 'localhost:1' }, 403],
    ['that asks for no host by name', { ...asJson, host: '.' }, 403],
    ['of another site', { ...asJson, origin: 'https://evil.example' }, 403],
    ['of another port of this desk', { ...asJson, origin: 'http://localhost:1' }, 403],
    ['in a sandbox', { ...asJson, origin: 'null' }, 403],
    ['that a browser calls cross-site', { ...asJson, 'sec-fetch-site': 'cross-site' }, 403],
    ['that a browser calls same-site', { ...asJson, 'sec-fetch-site': 'same-site' }, 403],
    ['that posts a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['that posts plain text', { 'content-type': 'text/plain;charset=UTF-8' }, 415],
    ['that says nothing of what it posts', {}, 415],
    ['that calls it nearly JSON', { 'content-type': 'application/jsonp' }, 415],
  ];
  test.each(foreign)('%s does not move the world', async (_who, headers, status) => {
    const before = await heard();
    const answer = await raw('POST', '/local/api/sms', headers, stop);
    expect({ status: answer.status, ...JSON.parse(answer.body) }).toMatchObject({
      status,
      error: { code: status === 403 ? 'forbidden' : 'invalid' },
    });
    expect(await heard()).toBe(before);
  });

  test.each(['clock', 'token', 'events', 'faults', 'one-click', 'sms'])(
    'reaches /local/api/%s no more',
    async (name) => {
      expect(
        (await raw('POST', `/local/api/${name}`, { ...asJson, origin: 'https://evil.example' }, '{}')).status,
      ).toBe(403);
      expect((await raw('POST', `/local/api/${name}`, { 'content-type': 'text/plain' }, '{}')).status).toBe(415);
    },
  );

  test.each(['/', '/subscribe', '/staff/api/me', '/outside/state.json', '/oidc/jwks', '/local/aws/dynamodb'])(
    'reads nothing of %s under a name of its own',
    async (path) => {
      expect((await raw('GET', path, { host: `evil.example:${port}` })).status).toBe(403);
    },
  );

  test('does not speak for the practice to the providers either', async () => {
    const { status } = await raw('POST', '/local/aws/sms', { origin: 'https://evil.example' }, '{}');
    expect(status).toBe(403);
  });
});

describe('a script on this desk', () => {
  test.each(['localhost', '127.0.0.1', 'LOCALHOST', '[::1]'])('may call it %s', async (name) => {
    const answer = await raw('POST', '/local/api/sms', { ...asJson, host: `${name}:${port}` }, stop);
    expect(answer.status).toBe(200);
  });

  test.each([
    ['JSON with a charset', { 'content-type': 'application/json; charset=utf-8' }],
    ['JSON from the page itself', { ...asJson, 'sec-fetch-site': 'same-origin' }],
    ['JSON of a kind', { 'content-type': 'application/merge-patch+json' }],
  ])('may send %s', async (_what, headers) => {
    expect((await raw('POST', '/local/api/sms', headers, stop)).status).toBe(200);
  });

  test('that is the page itself names its own origin', async () => {
    const origin = `http://localhost:${port}`;
    expect((await raw('POST', '/local/api/sms', { ...asJson, host: `localhost:${port}`, origin }, stop)).status).toBe(
      200,
    );
  });

  test('and sends nothing needs no type, and is told what is missing', async () => {
    const { status, body } = await raw('POST', '/local/api/clock');
    expect({ status, ...JSON.parse(body) }).toMatchObject({ status: 400, error: { code: 'invalid' } });
  });
});
