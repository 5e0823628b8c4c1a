import { randomBytes } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { importJWK, SignJWT } from 'jose';
import { Provider } from 'oidc-provider/lib/provider.js';
import { audience, claimsOf, clientId, configuration } from './configuration';
import { signingKeys } from './keys';
import { memory } from './memory';
import { type Role, stand } from './people';
import { leftCookie, signIn } from './sign-in';

interface IdentityOptions {
  /** `http://localhost:PORT/oidc`: its path is where this is mounted. */
  issuer: string;
  /** `http://localhost:PORT/staff/`, with the slash: the only place people are sent back to. */
  consoleUrl: string;
  /** Keeps `identity.json`; `:memory:` keeps nothing. */
  dataDir: string | ':memory:';
  /** Hears of errors that are ours and not the caller's. */
  report?: (error: Error) => void;
}

export interface Identity {
  /** False, at once, for a path that is not below the issuer's; otherwise it answers the request. */
  handle(req: IncomingMessage, res: ServerResponse): boolean | Promise<boolean>;
  /** An access token for scripts, valid for an hour. Refuses an unknown role or an unlikely name with `invalid`. */
  mint(role: Role, as?: string): Promise<string>;
  clientId: string;
  audience: string;
  jwksUri: string;
  close(): Promise<void>;
}

/** The identity provider of `npm start`: the same flow as in the cloud, with four people and no passwords. */
export async function createIdentity(options: IdentityOptions): Promise<Identity> {
  const { pathname: mount, host } = new URL(options.issuer);
  const keys = await signingKeys(options.dataDir);
  const { adapter, clear } = memory();
  const provider = new Provider(options.issuer, {
    ...configuration(options.consoleUrl, mount),
    adapter,
    jwks: { keys },
  });
  const { report } = options;
  if (report) {
    provider.on('server_error', (_, error) => report(error));
    (provider as EventEmitter).on('error', report);
  }
  provider.use(async (ctx, next) => {
    // Where the provider learns the path it lives under.
    Object.assign(ctx, { mountPath: mount });
    await next();
    // The console revokes its tokens when someone signs out or their screen has stood still for too long.
    const { route, params } = ctx.oidc ?? {};
    const leaving = route === 'revocation' || (route === 'end_session_confirm' && params?.logout && ctx.status === 303);
    if (leaving) ctx.cookies.set(leftCookie, '1', { path: mount, httpOnly: true, sameSite: 'lax', signed: false });
  });
  const callback = provider.callback();
  const [key] = keys;
  if (!key) throw new Error('there is a first key');
  const signingKey = await importJWK(key, key.alg);

  return {
    clientId,
    audience,
    jwksUri: `${options.issuer}/jwks`,
    handle(req, res) {
      const [pathname = ''] = (req.url ?? '').split('?', 1);
      if (pathname !== mount && !pathname.startsWith(`${mount}/`)) return false;
      const uid = /^\/sign-in\/([\w-]+)$/.exec(pathname.slice(mount.length))?.[1];
      if (uid !== undefined)
        return signIn({ provider, mount, uid, consoleUrl: options.consoleUrl }, req, res).then(() => true);
      // The provider's routes start at its own root, and the addresses it hands out are the issuer's whatever the
      // caller says its host is.
      req.headers.host = host;
      req.url = `/${(req.url ?? '').slice(mount.length).replace(/^\/+/, '')}`;
      return callback(req, res).then(() => true);
    },
    async mint(role, as) {
      const person = stand(role, as);
      return new SignJWT({ ...claimsOf(person), jti: randomBytes(16).toString('base64url'), client_id: clientId })
        .setProtectedHeader({ alg: key.alg, typ: 'at+jwt', kid: key.kid })
        .setSubject(person.id)
        .setIssuer(options.issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(signingKey);
    },
    async close() {
      provider.removeAllListeners();
      clear();
    },
  };
}
