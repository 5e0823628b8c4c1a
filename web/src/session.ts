import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { type Config, connectTokens } from './api';

/** Unattended screens close after this long (45 CFR 164.312(a)(2)(iii), automatic log-off). */
export const idleLimit = 15 * 60_000;
const seenKey = 'stridewell.seen';
const leftKey = 'stridewell.left';

/** Why the person has to sign in again. */
export type Left = 'idle' | 'signed-out' | 'expired';

/**
 * Authorization Code with PKCE. Tokens live in this tab's session storage and nowhere else: closing the tab
 * forgets them, another tab signs in by itself.
 */
export class Session {
  readonly #manager: UserManager;

  constructor(config: Config) {
    const store = new WebStorageStateStore({ store: window.sessionStorage });
    this.#manager = new UserManager({
      authority: config.issuer,
      client_id: config.clientId,
      redirect_uri: config.redirectUri ?? `${window.location.origin}/staff/callback`,
      scope: config.scope,
      response_type: 'code',
      userStore: store,
      stateStore: store,
      automaticSilentRenew: false,
      // Providers take back refresh tokens only; asked about an access token they answer 400, which the browser logs.
      revokeTokenTypes: ['refresh_token'],
      loadUserInfo: false,
    });
    connectTokens(
      () => this.token(),
      () => void this.leave('expired'),
    );
  }

  async signIn(): Promise<void> {
    const left = sessionStorage.getItem(leftKey);
    // After a deliberate or automatic sign-out the provider's own cookie must not let the next person straight in.
    const again = left !== null && left !== 'expired';
    await this.#manager.signinRedirect({
      state: { to: window.location.pathname + window.location.search },
      ...(again ? { prompt: 'login' } : {}),
    });
  }

  /** Finishes the redirect; answers where the person wanted to go. */
  async finish(): Promise<string> {
    const user = await this.#manager.signinRedirectCallback();
    sessionStorage.removeItem(leftKey);
    this.touch();
    const to = (user.state as { to?: unknown } | undefined)?.to;
    return typeof to === 'string' && /^\/staff(\/|$)/.test(to) && !/^\/staff\/(callback|signed-out)/.test(to)
      ? to.slice('/staff'.length) || '/'
      : '/';
  }

  /** A valid access token, renewed if the provider gave the means; undefined when the person must sign in. */
  async token(): Promise<string | undefined> {
    if (this.idleFor() >= idleLimit) return void (await this.leave('idle'));
    const user = await this.#manager.getUser();
    if (!user) return undefined;
    if (!user.expired && (user.expires_in ?? 60) > 20) return user.access_token;
    if (!user.refresh_token) return user.expired ? undefined : user.access_token;
    const renewed = await this.#manager.signinSilent().catch(() => undefined);
    return renewed?.access_token;
  }

  touch(): void {
    sessionStorage.setItem(seenKey, String(Date.now()));
  }

  /** Milliseconds since the last sign of life in this tab. */
  idleFor(): number {
    const seen = Number(sessionStorage.getItem(seenKey));
    return seen > 0 ? Date.now() - seen : 0;
  }

  left(): Left | undefined {
    return (sessionStorage.getItem(leftKey) as Left | null) ?? undefined;
  }

  #leaving = false;
  async leave(why: Left): Promise<void> {
    if (this.#leaving) return;
    this.#leaving = true;
    // Revoking is courtesy to the provider; forgetting the tokens is what counts.
    await this.#manager.revokeTokens().catch(() => undefined);
    await this.#manager.removeUser();
    sessionStorage.removeItem(seenKey);
    sessionStorage.setItem(leftKey, why);
    window.location.assign('/staff/signed-out');
  }
}
