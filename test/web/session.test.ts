interface Session {
  token(): Promise<string | undefined>;
  touch(): void;
  left(): string | undefined;
}

const removed: string[] = [];
let user: { access_token: string; expired: boolean; expires_in: number } | undefined;
jest.mock('oidc-client-ts', () => ({
  WebStorageStateStore: class {},
  UserManager: class {
    getUser = async () => user;
    revokeTokens = async () => void removed.push('revoked');
    removeUser = async () => {
      removed.push('removed');
      user = undefined;
    };
  },
}));

// Required, not imported: the console is typed against the browser, this folder is not.
const { idleLimit, Session } = require('../../web/src/session') as {
  idleLimit: number;
  Session: new (config: object) => Session;
};

const config = { issuer: 'https://sign-in.example', clientId: 'console', scope: 'openid' };
let now = 0;
const gone: string[] = [];

beforeEach(() => {
  const kept = new Map<string, string>();
  const sessionStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const location = { origin: 'https://tips.practice.example', assign: (to: string) => void gone.push(to) };
  Object.assign(globalThis, { sessionStorage, window: { sessionStorage, location } });
  now = Date.parse('2026-11-30T16:00:00Z');
  jest.spyOn(Date, 'now').mockImplementation(() => now);
  user = { access_token: 'a-token', expired: false, expires_in: 3600 };
  removed.length = 0;
  gone.length = 0;
});
afterEach(() => {
  jest.restoreAllMocks();
  Reflect.deleteProperty(globalThis, 'window');
  Reflect.deleteProperty(globalThis, 'sessionStorage');
});

it('an unattended screen loses its token after fifteen minutes, and says why (45 CFR 164.312(a)(2)(iii))', async () => {
  const session = new Session(config);
  session.touch();
  now += idleLimit - 1;
  expect(await session.token()).toBe('a-token');
  now += 1;
  expect(await session.token()).toBeUndefined();
  expect(removed).toEqual(['revoked', 'removed']);
  expect([session.left(), gone]).toEqual(['idle', ['/staff/signed-out']]);
  expect(idleLimit).toBeLessThanOrEqual(15 * 60_000);
});

it('a sign of life begins the fifteen minutes anew', async () => {
  const session = new Session(config);
  session.touch();
  now += idleLimit - 1;
  session.touch();
  now += idleLimit - 1;
  expect(await session.token()).toBe('a-token');
  expect(gone).toEqual([]);
});
