import { headersOf } from '../../functions/http/headers';
import { routes, staffApp } from '../../functions/http/staff/app';
import { id, runner, staffWorld } from '../support/staff';
import { serve, textLink, token } from './public-site';

const wanted = headersOf('https://tips.practice.example');
/** Of an answer, the headers that are not as the one page says; a route may let its own answer be kept. */
const wrong = ({ headers }: Response, but: string[] = []) =>
  Object.entries(wanted)
    .filter(([name, value]) => !but.includes(name) && headers.get(name) !== value)
    .map(([name]) => `${name}: ${headers.get(name)}`);

it('say: only over TLS, nothing from elsewhere, no frame, no referrer, no sensor, no cache', () => {
  expect(Object.keys(wanted)).toEqual([
    'strict-transport-security',
    'content-security-policy',
    'x-content-type-options',
    'referrer-policy',
    'x-frame-options',
    'permissions-policy',
    'cross-origin-opener-policy',
    'cache-control',
  ]);
  expect(wanted['content-security-policy']).toMatch(/^default-src 'self';.*frame-ancestors 'none'$/);
  expect(wanted['strict-transport-security']).toBe('max-age=31536000');
  expect(wanted['permissions-policy']).toContain('geolocation=()');
});

it('do not speak of TLS where the public address has none', () => {
  expect(headersOf('http://localhost:3000')).not.toHaveProperty('strict-transport-security');
});

describe('every public route', () => {
  const { app } = serve();
  const paths = [...new Set(app.routes.map(({ path }) => path.replace(/\{.*/, '')))].filter(
    (path) => !path.includes('*'),
  );
  const known = (path: string) =>
    path
      .replace('/preferences/data/:token', `/preferences/data/${token.data}`)
      .replace(/^\/(\w+|check-in)\/:token$/, (_, kind: string) => {
        const purpose = kind === 'c' ? 'click' : kind;
        return `/${kind}/${kind === 't' ? textLink : token[purpose as keyof typeof token]}`;
      })
      .replace(':name', 'mark.svg');

  it('is walked', () => {
    expect(paths.length).toBeGreaterThan(15);
  });

  it.each(paths)('%s: answers, redirects, refusals, HEAD and OPTIONS', async (path) => {
    const answers = await Promise.all(
      [known(path), path.replace(/:\w+$/, 'forged'), `${path}/nothing/here`].flatMap((to) =>
        ['GET', 'HEAD', 'POST', 'OPTIONS', 'DELETE'].map(
          async (method) => [`${method} ${to}`, await app.request(to, { method })] as const,
        ),
      ),
    );
    for (const [asked, answer] of answers) {
      const kept = answer.ok && path.startsWith('/assets') ? ['cache-control'] : [];
      expect({ asked, wrong: wrong(answer, kept) }).toEqual({ asked, wrong: [] });
    }
    expect(answers[0]![1].status).toBeLessThan(400);
  });

  it('and what is too large, too often or broken inside', async () => {
    const large = await app.request('/subscribe', { method: 'POST', body: 'x'.repeat(70_000) });
    const often = await serve({}, { limit: async () => false }).app.request('/subscribe', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    const broken = await serve(
      {
        tip: async () => {
          throw new TypeError('inside');
        },
      },
      { unexpected: () => undefined },
    ).app.request(`/tips/${token.tips}`);
    expect([large.status, often.status, broken.status]).toEqual([413, 429, 500]);
    for (const answer of [large, often, broken]) expect(wrong(answer)).toEqual([]);
  });
});

describe('every staff route', () => {
  const app = staffApp(staffWorld([runner(id('sub', 1))]).ports);
  const paths = [...new Set(routes.map(({ path }) => path))]
    .concat('/openapi.json', '/nothing')
    .map((path) => path.replace('{id}', id('sub', 1)).replace('{message}', id('msg', 1)).replace('{version}', '1'));

  it.each(paths)('%s: with a token and without, whatever the method', async (path) => {
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'DELETE'])
      for (const authorization of ['', 'Bearer forged', 'Bearer admin']) {
        const answer = await app.request(`/staff/api${path}`, { method, headers: { authorization } });
        expect({ method, authorization, wrong: wrong(answer) }).toEqual({ method, authorization, wrong: [] });
      }
  });
});
