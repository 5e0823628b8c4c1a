import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { StridewellError } from '../../../functions/core/base/error';
import { createIdentity, type Identity } from '../../../lib/local/identity/identity';

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
};

/** The part of a browser that matters here: cookies by path, redirects one at a time. */
class Browser {
  readonly cookies = new Map<string, { value: string; path: string }>();

  async visit(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const { pathname } = new URL(url);
    const cookie = [...this.cookies]
      .filter(([, { path }]) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`))
      .map(([name, { value }]) => `${name.split('@')[0]}=${value}`)
      .join('; ');
    const headers = { accept: 'text/html', ...(init.headers as Record<string, string>), cookie };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.#keep(line, pathname);
    return response;
  }

  #keep(line: string, pathname: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const path = /; *path=([^;]+)/i.exec(line)?.[1] ?? pathname;
    const gone = /max-age=0/i.test(line) || Date.parse(/expires=([^;]+)/i.exec(line)?.[1] ?? '9999-01-01') < Date.now();
    if (gone) this.cookies.delete(`${name}@${path}`);
    else this.cookies.set(`${name}@${path}`, { value, path });
  }

  /** Follows redirects until a page answers or the way leads out of the identity provider. */
  async follow(url: string | URL, init?: RequestInit): Promise<{ url: URL; page?: Response }> {
    let next = new URL(url);
    let request = init;
    for (let hops = 0; hops < 10; hops++) {
      const page = await this.visit(next, request);
      const location = page.headers.get('location');
      if (location === null) return { url: next, page };
      next = new URL(location, next);
      request = undefined;
      if (!next.pathname.startsWith('/oidc')) return { url: next };
    }
    throw new Error('it goes round in circles');
  }
}

const form = (fields: Record<string, string>): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
});

interface Tokens {
  access_token: string;
  refresh_token: string;
  id_token: string;
}

let server: Server;
let identity: Identity;
let origin: string;
let issuer: string;
let browser: Browser;
let faults: Error[];

const open = async (dataDir: string): Promise<Identity> =>
  createIdentity({ issuer, consoleUrl: `${origin}/staff/`, dataDir, report: (error) => faults.push(error) });

beforeAll(async () => {
  faults = [];
  server = createServer(async (req, res) => {
    if (!(await identity.handle(req, res))) res.writeHead(404).end('not for the identity provider');
  });
  origin = `http://127.0.0.1:${await listening(server)}`;
  issuer = `${origin}/oidc`;
  identity = await open(':memory:');
});

beforeEach(() => {
  browser = new Browser();
});

afterAll(async () => {
  await identity.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  expect(faults).toEqual([]);
});

const verifier = randomBytes(32).toString('base64url');

function request(changes: Record<string, string | undefined> = {}): URL {
  const url = new URL(`${issuer}/auth`);
  const fields = {
    client_id: identity.clientId,
    redirect_uri: `${origin}/staff/callback`,
    response_type: 'code',
    scope: 'openid profile',
    state: 'where-i-was',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  };
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) url.searchParams.set(name, value);
  return url;
}

function redeem(code: string, proof = verifier, headers: Record<string, string> = {}): Promise<Response> {
  const asked = form({
    grant_type: 'authorization_code',
    client_id: identity.clientId,
    redirect_uri: `${origin}/staff/callback`,
    code,
    code_verifier: proof,
  });
  return fetch(`${issuer}/token`, { ...asked, headers: { ...(asked.headers as Record<string, string>), ...headers } });
}

async function tokensFrom(back: URL): Promise<Tokens> {
  const response = await redeem(back.searchParams.get('code') ?? '');
  expect(response.status).toBe(200);
  return (await response.json()) as Tokens;
}

const verified = async (token: string) =>
  jwtVerify(token, createRemoteJWKSet(new URL(identity.jwksUri)), { issuer, audience: identity.audience });

/** Chooses a person on the page that was shown. */
const choose = (shown: { url: URL }, as: string) => browser.follow(shown.url, form({ as }));

describe('signing in', () => {
  it('takes a newcomer to the console as Kim without a page in between', async () => {
    const { url, page } = await browser.follow(request());
    expect(page).toBeUndefined();
    expect(url.origin + url.pathname).toBe(`${origin}/staff/callback`);
    expect(url.searchParams.get('state')).toBe('where-i-was');
    const { payload, protectedHeader } = await verified((await tokensFrom(url)).access_token);
    expect(payload).toMatchObject({
      sub: 'kim',
      username: 'kim',
      name: 'Kim Park',
      'cognito:groups': ['marketer'],
      client_id: 'stridewell-console',
      token_use: 'access',
    });
    expect(payload.exp! - payload.iat!).toBe(3600);
    expect(protectedHeader).toMatchObject({ alg: 'RS256', typ: 'at+jwt' });
  });

  it('names the person in the id token', async () => {
    const { id_token } = await tokensFrom((await browser.follow(request())).url);
    const { payload } = await jwtVerify(id_token, createRemoteJWKSet(new URL(identity.jwksUri)), {
      issuer,
      audience: identity.clientId,
    });
    expect(payload).toMatchObject({ sub: 'kim', name: 'Kim Park' });
  });

  it('stays with the same person while the session lasts', async () => {
    await choose(await browser.follow(request({ prompt: 'login' })), 'sam');
    const again = await tokensFrom((await browser.follow(request())).url);
    expect((await verified(again.access_token)).payload.sub).toBe('sam');
  });

  it('renews a token of the same shape, and takes a refresh token only once', async () => {
    const { refresh_token } = await tokensFrom((await browser.follow(request())).url);
    const renew = () =>
      fetch(`${issuer}/token`, form({ grant_type: 'refresh_token', client_id: identity.clientId, refresh_token }));
    const renewed = (await (await renew()).json()) as Tokens;
    expect((await verified(renewed.access_token)).payload).toMatchObject({
      sub: 'kim',
      'cognito:groups': ['marketer'],
    });
    expect(renewed.refresh_token).not.toBe(refresh_token);
    expect((await renew()).status).toBe(400);
  });

  it('sets its cookies below its own path only, out of reach of scripts', async () => {
    const lines: string[] = [];
    let next: URL | undefined = request();
    while (next?.pathname.startsWith('/oidc')) {
      const response = await browser.visit(next);
      lines.push(...response.headers.getSetCookie());
      const location = response.headers.get('location');
      next = location === null ? undefined : new URL(location, next);
    }
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line).toMatch(/path=\/oidc/i);
    for (const line of lines) expect(line).toMatch(/httponly/i);
    for (const line of lines) expect(line).toMatch(/samesite=lax/i);
  });
});

describe('choosing who you are', () => {
  it('shows four people as plain buttons when asked to log in', async () => {
    const { page } = await browser.follow(request({ prompt: 'login' }));
    expect(page?.status).toBe(200);
    const html = (await page?.text()) ?? '';
    expect(html).toContain('<h1>Who are you today?</h1>');
    expect([...html.matchAll(/<button [^>]*name="as" value="([^"]+)"/g)].map(([, id]) => id)).toEqual([
      'kim',
      'ana',
      'sam',
      'dr-lee',
    ]);
    expect(html).not.toMatch(/<script|https?:/);
    expect(page?.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('allows its own style sheet by hash, so that the page is not bare', async () => {
    const { page } = await browser.follow(request({ prompt: 'login' }));
    const style = /<style>([\s\S]*?)<\/style>/.exec((await page?.text()) ?? '')?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page?.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`);
  });

  it.each([
    ['kim', 'marketer', 'Kim Park'],
    ['ana', 'approver', 'Ana Ruiz'],
    ['sam', 'viewer', 'Sam Osei'],
    ['dr-lee', 'admin', 'Dr. Lee'],
  ])('%s signs in as %s', async (id, role, name) => {
    const { url } = await choose(await browser.follow(request({ prompt: 'login' })), id);
    const { payload } = await verified((await tokensFrom(url)).access_token);
    expect(payload).toMatchObject({ sub: id, name, 'cognito:groups': [role] });
  });

  it('changes from one person to another in one step', async () => {
    await browser.follow(request());
    const { url, page } = await choose(await browser.follow(request({ prompt: 'login' })), 'ana');
    expect(page).toBeUndefined();
    expect((await verified((await tokensFrom(url)).access_token)).payload.sub).toBe('ana');
  });

  it('shows the page again for anybody else', async () => {
    const { page } = await choose(await browser.follow(request({ prompt: 'login' })), 'root');
    expect(page?.status).toBe(400);
    expect(await page?.text()).toContain('Please choose one of these four people.');
  });

  it('does not read a body of any length', async () => {
    const { page } = await choose(await browser.follow(request({ prompt: 'login' })), 'k'.repeat(100_000));
    expect(page?.status).toBe(400);
  });

  it('lets no other browser answer for this one', async () => {
    const shown = await browser.follow(request({ prompt: 'login' }));
    const stranger = await new Browser().visit(shown.url, form({ as: 'dr-lee' }));
    expect(stranger.status).toBe(400);
    expect(await stranger.text()).toContain('Signing in did not work');
  });
});

describe('signing out', () => {
  it('asks who comes next after the provider was told to end the session', async () => {
    const { id_token } = await tokensFrom((await browser.follow(request())).url);
    const end = new URL(`${issuer}/session/end`);
    end.searchParams.set('id_token_hint', id_token);
    end.searchParams.set('post_logout_redirect_uri', `${origin}/staff/`);
    const asked = await browser.visit(end);
    const html = await asked.text();
    expect(html).toContain('<h1>Sign out?</h1>');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const left = await browser.follow(`${issuer}/session/end/confirm`, form({ xsrf, logout: 'yes' }));
    expect(left.url.href).toBe(`${origin}/staff/`);
    const next = await browser.follow(request());
    expect(await next.page?.text()).toContain('Who are you today?');
    expect((await choose(next, 'ana')).url.pathname).toBe('/staff/callback');
  });

  it('asks who comes next after the console gave its tokens back, once', async () => {
    const { refresh_token } = await tokensFrom((await browser.follow(request())).url);
    const given = await browser.visit(
      `${issuer}/token/revocation`,
      form({ client_id: identity.clientId, token: refresh_token, token_type_hint: 'refresh_token' }),
    );
    expect(given.status).toBe(200);
    const next = await browser.follow(request());
    expect(await next.page?.text()).toContain('Who are you today?');
    await choose(next, 'ana');
    const { access_token } = await tokensFrom((await browser.follow(request())).url);
    expect((await verified(access_token)).payload.sub).toBe('ana');
  });

  it('keeps the session of someone who changes their mind', async () => {
    await browser.follow(request());
    const html = await (await browser.visit(`${issuer}/session/end`)).text();
    expect(html).toContain(`href="${origin}/staff/">Stay signed in</a>`);
    expect((await browser.follow(request())).url.pathname).toBe('/staff/callback');
  });
});

describe('what it refuses', () => {
  it('a request without PKCE', async () => {
    const { url } = await browser.follow(request({ code_challenge: undefined, code_challenge_method: undefined }));
    expect(url.searchParams.get('error')).toBe('invalid_request');
    expect(url.searchParams.get('code')).toBeNull();
  });

  it('PKCE in the clear', async () => {
    const { url } = await browser.follow(request({ code_challenge: verifier, code_challenge_method: 'plain' }));
    expect(url.searchParams.get('error')).toBe('invalid_request');
  });

  it('a code with another verifier, and a code used twice', async () => {
    const code = async () => (await browser.follow(request())).url.searchParams.get('code') ?? '';
    expect((await redeem(await code(), randomBytes(32).toString('base64url'))).status).toBe(400);
    const once = await code();
    expect((await redeem(once)).status).toBe(200);
    expect((await redeem(once)).status).toBe(400);
  });

  it.each(['https://elsewhere.example/callback', 'http://localhost/staff/callback', 'javascript:alert(1)'])(
    'to send anyone to %p',
    async (redirect_uri) => {
      const { url, page } = await browser.follow(request({ redirect_uri }));
      expect(page?.status).toBe(400);
      expect(url.origin).toBe(origin);
      expect(await page?.text()).toContain('Signing in did not work');
    },
  );

  it('an unknown client and an implicit answer', async () => {
    expect((await browser.follow(request({ client_id: 'someone' }))).page?.status).toBe(400);
    const { url } = await browser.follow(request({ response_type: 'id_token', nonce: 'n' }));
    expect(`${url.search}${url.hash}`).toContain('error=');
  });

  it('tokens without a signature, in what it offers and in what it gives', async () => {
    const found = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as Record<
      string,
      string[]
    >;
    expect(found.id_token_signing_alg_values_supported).not.toContain('none');
    const { access_token, id_token } = await tokensFrom((await browser.follow(request())).url);
    for (const token of [access_token, id_token]) expect(decodeProtectedHeader(token).alg).toBe('RS256');
    const [, payload = ''] = access_token.split('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    await expect(verified(unsigned)).rejects.toThrow();
  });

  it('to let a page of another origin read a token', async () => {
    const code = (await browser.follow(request())).url.searchParams.get('code') ?? '';
    const response = await redeem(code, verifier, { origin: 'https://elsewhere.example' });
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('access_token');
  });
});

describe('where it lives', () => {
  it('describes itself below its own path', async () => {
    const found = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as Record<string, unknown>;
    expect(found).toMatchObject({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      end_session_endpoint: `${issuer}/session/end`,
      revocation_endpoint: `${issuer}/token/revocation`,
      jwks_uri: identity.jwksUri,
      code_challenge_methods_supported: ['S256'],
      response_types_supported: ['code'],
    });
  });

  it('hands out the same addresses whatever host the caller names', async () => {
    const text = await new Promise<string>((done, failed) => {
      const headers = { host: 'elsewhere.example' };
      get(`${issuer}/.well-known/openid-configuration`, { headers }, (res) => {
        let body = '';
        res.on('data', (chunk) => {
          body += chunk;
        });
        res.on('end', () => done(body));
      }).on('error', failed);
    });
    expect(text).toContain(`${issuer}/token`);
    expect(text).not.toContain('elsewhere');
  });

  it('leaves every other path to its neighbours', async () => {
    for (const path of ['/', '/staff/', '/oidcx', '/auth', '//', '/?/oidc/']) {
      expect(await (await fetch(origin + path)).text()).toBe('not for the identity provider');
    }
  });

  it('answers what it does not know with a plain refusal', async () => {
    for (const path of ['/oidc', '/oidc?x=1', '/oidc//elsewhere.example', '/oidc/sign-in/', '/oidc/interaction/x']) {
      expect((await fetch(origin + path, { redirect: 'manual' })).status).toBe(404);
    }
    expect((await fetch(`${issuer}/sign-in/made-up`)).status).toBe(400);
  });

  it('shows public keys only', async () => {
    const { keys } = (await (await fetch(identity.jwksUri)).json()) as { keys: Record<string, string>[] };
    expect(keys.map((key) => Object.keys(key).sort())).toEqual([['alg', 'e', 'kid', 'kty', 'n', 'use']]);
  });

  it('says nothing on the console', async () => {
    const spies = (['log', 'info', 'warn', 'error'] as const).map((name) => jest.spyOn(console, name));
    const out = jest.spyOn(process.stdout, 'write');
    const other = await open(':memory:');
    await tokensFrom((await browser.follow(request())).url);
    const said = [...spies, out].flatMap((spy) => spy.mock.calls);
    jest.restoreAllMocks();
    await other.close();
    expect(said).toEqual([]);
  });
});

describe('tokens for scripts', () => {
  it('have the shape of those people get', async () => {
    const { access_token } = await tokensFrom((await browser.follow(request())).url);
    const given = await verified(access_token);
    const minted = await verified(await identity.mint('marketer'));
    const moment = { iat: 0, exp: 0, jti: '' };
    expect({ ...minted.payload, ...moment }).toEqual({ ...given.payload, ...moment });
    expect(minted.protectedHeader).toEqual(given.protectedHeader);
    expect(minted.payload.exp! - minted.payload.iat!).toBe(3600);
  });

  it('speak for another person where asked', async () => {
    const second = await verified(await identity.mint('approver', 'ben'));
    expect(second.payload).toMatchObject({ sub: 'ben', username: 'ben', name: 'ben', 'cognito:groups': ['approver'] });
    const raised = await verified(await identity.mint('admin', 'kim'));
    expect(raised.payload).toMatchObject({ sub: 'kim', name: 'Kim Park', 'cognito:groups': ['admin'] });
  });

  it.each(['owner', '', 'toString', 'Admin'])('are refused for the role %p', async (role) => {
    await expect(identity.mint(role as 'admin')).rejects.toMatchObject({ code: 'invalid', field: 'role' });
  });

  it.each(['', 'a b', '<b>', 'x'.repeat(41)])('are refused for the person %p', async (as) => {
    await expect(identity.mint('viewer', as)).rejects.toMatchObject({ code: 'invalid', field: 'as' });
  });
});

describe('the keys', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'identity-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it('survive a restart, so that a token does too', async () => {
    const first = await open(join(dataDir, 'new'));
    const token = await first.mint('viewer');
    await first.close();
    const before = identity;
    identity = await open(join(dataDir, 'new'));
    try {
      expect((await verified(token)).payload.sub).toBe('sam');
      await expect(verified(await before.mint('viewer'))).rejects.toThrow();
    } finally {
      await identity.close();
      identity = before;
    }
  });

  it('are for their owner only', async () => {
    await (await open(dataDir)).close();
    expect((await stat(join(dataDir, 'identity.json'))).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, 200)],
    ['empty', () => ''],
    ['without keys', () => '{"keys":[]}'],
    ['with a public key', (text: string) => text.replace(/"d":"[^"]+",?/, '')],
    ['with a key that is none', (text: string) => text.replace(/"n":"[^"]+"/, '"n":"AA"')],
  ])('are never silently replaced when the file is %s', async (_, damage) => {
    const file = join(dataDir, 'identity.json');
    await (await open(dataDir)).close();
    const damaged = damage(await readFile(file, 'utf8'));
    await writeFile(file, damaged);
    const error = await open(dataDir).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StridewellError);
    expect(error).toMatchObject({ code: 'unavailable', message: expect.stringContaining(file) });
    expect(await readFile(file, 'utf8')).toBe(damaged);
  });
});
