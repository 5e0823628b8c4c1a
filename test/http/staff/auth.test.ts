import { createLocalJWKSet, exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT, UnsecuredJWT } from 'jose';
import { bearer, mayAct, staffVerifier } from '../../../functions/http/staff/auth';

const issuer = 'https://idp.practice.example/pool';
const audience = 'console';
const now = new Date('2026-11-30T15:00:00Z');
const seconds = Math.floor(now.getTime() / 1000);

describe('staff tokens', () => {
  let ours: Awaited<ReturnType<typeof generateKeyPair>>;
  let theirs: Awaited<ReturnType<typeof generateKeyPair>>;
  let jwk: JWK;
  let verify: ReturnType<typeof staffVerifier>;

  beforeAll(async () => {
    ours = await generateKeyPair('RS256', { extractable: true });
    theirs = await generateKeyPair('RS256');
    jwk = { ...(await exportJWK(ours.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
    verify = staffVerifier({ issuer, audience }, { now: () => now, keys: createLocalJWKSet({ keys: [jwk] }) });
  });

  const claims = {
    sub: 'u-1',
    client_id: audience,
    token_use: 'access',
    username: 'kim',
    'cognito:groups': ['marketer'],
  };
  const sign = (change: Record<string, unknown> = {}, key = ours.privateKey, iss = issuer) =>
    new SignJWT({ iss, iat: seconds - 10, exp: seconds + 3600, ...claims, ...change })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .sign(key);
  const code = (token: string | Promise<string>) =>
    Promise.resolve(token)
      .then(verify)
      .then(
        () => 'let in',
        (error: { code?: string }) => error.code,
      );

  it('lets in a Cognito access token, which carries its client as client_id', async () => {
    expect(await verify(await sign())).toEqual({ sub: 'u-1', name: 'kim', role: 'marketer' });
  });

  it('lets in a token of another provider, which carries its client as aud', async () => {
    const token = await sign({
      client_id: undefined,
      aud: ['other', audience],
      token_use: undefined,
      'cognito:groups': undefined,
      roles: 'viewer approver',
    });
    expect((await verify(token)).role).toBe('approver');
  });

  it.each([
    ['[marketer admin]', 'admin'],
    ['viewer,marketer', 'marketer'],
    [['approver', 'viewer'], 'approver'],
  ])('reads groups however they are spelled: %j', async (groups, role) => {
    expect((await verify(await sign({ 'cognito:groups': groups }))).role).toBe(role);
  });

  it('refuses another issuer, another client, and an aud that is not ours whatever client_id says', async () => {
    expect(await code(sign({}, ours.privateKey, 'https://evil.example'))).toBe('unauthorized');
    expect(await code(sign({ client_id: 'other' }))).toBe('unauthorized');
    expect(await code(sign({ client_id: undefined }))).toBe('unauthorized');
    expect(await code(sign({ aud: 'other' }))).toBe('unauthorized');
  });

  it('refuses an expired token and one without an end, but allows five seconds of clock error', async () => {
    expect(await code(sign({ exp: seconds - 6 }))).toBe('unauthorized');
    expect(await code(sign({ exp: undefined }))).toBe('unauthorized');
    expect(await code(sign({ exp: seconds - 4 }))).toBe('let in');
    expect(await code(sign({ nbf: seconds + 60 }))).toBe('unauthorized');
  });

  it('refuses a key of someone else, no signature, and a public key used as a shared secret', async () => {
    expect(await code(sign({}, theirs.privateKey))).toBe('unauthorized');
    const plain = new UnsecuredJWT({ ...claims, iss: issuer, exp: seconds + 60 }).encode();
    expect(await code(plain)).toBe('unauthorized');
    const secret = new TextEncoder().encode(await exportSPKI(ours.publicKey));
    const confused = new SignJWT({ iss: issuer, exp: seconds + 60, ...claims })
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .sign(secret);
    expect(await code(confused)).toBe('unauthorized');
  });

  it('refuses an id token: it says who somebody is, not what they may do', async () => {
    expect(await code(sign({ token_use: 'id', aud: audience }))).toBe('unauthorized');
  });

  it('tells someone without a role that they have none', async () => {
    expect(await code(sign({ 'cognito:groups': [] }))).toBe('forbidden');
    expect(await code(sign({ 'cognito:groups': ['administrators'] }))).toBe('forbidden');
  });

  it.each(['', 'x', 'a.b.c', '{}.{}.{}'])('refuses %j as a token', async (token) => {
    expect(await code(token)).toBe('unauthorized');
  });

  it('finds the keys through discovery, once, and says so when it cannot', async () => {
    let asked = 0;
    const down = staffVerifier(
      { issuer, audience },
      { now: () => now, fetch: async () => new Response('busy', { status: 503 }) },
    );
    await expect(down(await sign())).rejects.toMatchObject({ code: 'unavailable' });
    const stranger = staffVerifier(
      { issuer, audience },
      {
        now: () => now,
        fetch: async () => {
          asked += 1;
          return Response.json({ issuer: 'https://evil.example', jwks_uri: 'https://evil.example/jwks' });
        },
      },
    );
    await expect(stranger(await sign())).rejects.toMatchObject({ code: 'unavailable' });
    expect(asked).toBe(1);
  });

  it('takes a token from the Authorization header only', () => {
    expect(bearer('Bearer abc.def-_')).toBe('abc.def-_');
    for (const header of [undefined, '', 'abc', 'Basic abc', 'Bearer ', 'Bearer a b'])
      expect(() => bearer(header)).toThrow('Please sign in.');
  });

  it('orders the roles', () => {
    const kim = { sub: 'u', name: 'Kim', role: 'approver' as const };
    expect([mayAct(kim, 'viewer'), mayAct(kim, 'approver'), mayAct(kim, 'admin')]).toEqual([true, true, false]);
  });
});
