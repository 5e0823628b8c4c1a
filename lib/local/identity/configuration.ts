import { randomBytes } from 'node:crypto';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { base, Check } from 'oidc-provider/lib/helpers/interaction_policy/index.js';
import { pageHeaders, problemPage, signedOutPage, signOutPage } from './pages';
import { type Person, personOf } from './people';
import { leftCookie } from './sign-in';

export const clientId = 'stridewell-console';
export const audience = 'stridewell-staff';
/** RFC 8707 wants a URI; the console never names it, since there is nothing else to ask for. */
const resource = 'urn:stridewell:staff';
const hour = 3600;
const workday = 12 * hour;

/** Named as in a Cognito access token, so that the staff API reads one kind of token everywhere. */
export const claimsOf = ({ id, name, role }: Person) => ({
  'cognito:groups': [role],
  token_use: 'access',
  username: id,
  name,
});

function answer(ctx: KoaContextWithOIDC, html: string): void {
  ctx.set(pageHeaders);
  ctx.body = html;
}

/** Code with PKCE for one public client, tokens for one API, nothing else. `mount` is the path it lives under. */
export function configuration(consoleUrl: string, mount: string): Configuration {
  const policy = base();
  // After signing out, a person is asked again, even if another tab still has a session.
  policy.get('login')?.checks.add(
    new Check('left', 'the last person signed out', ({ oidc, cookies }) => {
      return oidc.result?.login === undefined && cookies.get(leftCookie, { signed: false }) !== undefined;
    }),
  );
  return {
    clients: [
      {
        client_id: clientId,
        client_name: 'Stridewell staff console',
        token_endpoint_auth_method: 'none',
        redirect_uris: [`${consoleUrl}callback`],
        post_logout_redirect_uris: [consoleUrl],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
    ],
    responseTypes: ['code'],
    clientAuthMethods: ['none'],
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    // A browser names its origin on every POST, also on one to its own site.
    clientBasedCORS: (_context: unknown, origin: string) => origin === new URL(consoleUrl).origin,
    cookies: {
      names: { session: 'stridewell_session', interaction: 'stridewell_sign_in', resume: 'stridewell_resume' },
      keys: [randomBytes(32).toString('base64url')],
      long: { httpOnly: true, sameSite: 'lax', path: mount },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      userinfo: { enabled: false },
      revocation: { enabled: true, allowedPolicy: (_, client, token) => token.clientId === client.clientId },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => answer(ctx, signOutPage(form, consoleUrl)),
        postLogoutSuccessSource: (ctx) => answer(ctx, signedOutPage(consoleUrl)),
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: '',
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: hour,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
    ttl: {
      ...{ AccessToken: hour, IdToken: hour, AuthorizationCode: 60, Interaction: hour },
      ...{ RefreshToken: workday, Session: workday, Grant: workday },
    },
    extraTokenClaims: (_, token) => {
      const person = 'accountId' in token ? personOf(token.accountId) : undefined;
      return person && claimsOf(person);
    },
    findAccount: (_, sub) => {
      const person = personOf(sub);
      return person && { accountId: sub, claims: () => ({ sub, name: person.name, preferred_username: sub }) };
    },
    // The console is the practice's own, so no consent screen is shown.
    async loadExistingGrant({ oidc: { provider, client, session } }) {
      if (!client || !session?.accountId) return undefined;
      const known = session.grantIdFor(client.clientId);
      const kept = known && (await provider.Grant.find(known));
      if (kept) return kept;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile offline_access');
      await grant.save();
      return grant;
    },
    interactions: { policy, url: (_, { uid }) => `${mount}/sign-in/${uid}` },
    renderError: (ctx, { error, error_description: detail }) =>
      answer(ctx, problemPage(consoleUrl, error === 'server_error' ? undefined : detail)),
  };
}
