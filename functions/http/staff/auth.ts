import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { StridewellError } from '../../core/base/error';
import type { Staff } from '../../core/practice/staff';

interface StaffAuthConfig {
  /** Exactly as the provider spells it, without a slash at the end. */
  issuer: string;
  /** The client this API is for. Cognito access tokens carry it as `client_id`, others as `aud`. */
  audience: string;
  /** Where the keys are; absent, the issuer's discovery document says. */
  jwksUri?: string;
}

interface StaffAuthPorts {
  /** Real time: a token's life has nothing to do with the service's clock. */
  now(): Date;
  /** Instead of fetched keys. */
  keys?: JWTVerifyGetKey;
  fetch?: typeof fetch;
}

/** Lowest first; a person with several has the highest. */
const roles = ['viewer', 'marketer', 'approver', 'admin'] as const satisfies readonly Staff['role'][];

const refuse = () => new StridewellError('unauthorized', 'Please sign in.');
const cannotAsk = () => new StridewellError('unavailable', 'Nobody can be signed in at the moment. Please try again.');

/** Verifies staff tokens: signature by the issuer's key, issuer, audience, kind and life; then finds the role. */
export function staffVerifier(config: StaffAuthConfig, ports: StaffAuthPorts): (token: string) => Promise<Staff> {
  let found: Promise<JWTVerifyGetKey> | undefined;
  const keys = async (): Promise<JWTVerifyGetKey> => {
    if (ports.keys) return ports.keys;
    found ??= remoteKeys(config, ports.fetch ?? fetch);
    try {
      return await found;
    } catch {
      found = undefined;
      throw cannotAsk();
    }
  };
  return async (token) => {
    const claims = await verified(token, await keys(), config.issuer, ports.now());
    if (!isFor(claims, config.audience)) throw refuse();
    // Cognito signs id tokens with the same keys; they prove who somebody is, not that they may do anything here.
    if (claims.token_use !== undefined && claims.token_use !== 'access') throw refuse();
    const role = roleOf(claims);
    if (!role) throw new StridewellError('forbidden', 'Your account has no role here. Ask an administrator for one.');
    return { sub: String(claims.sub), name: nameOf(claims), role };
  };
}

async function verified(token: string, keys: JWTVerifyGetKey, issuer: string, now: Date): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      // Asymmetric only: with HS256 a public key would be a shared secret (RFC 8725 3.1).
      algorithms: ['RS256', 'ES256'],
      clockTolerance: 5,
      currentDate: now,
      requiredClaims: ['exp', 'sub'],
    });
    return payload;
  } catch (error) {
    // Not the token's fault: the keys could not be fetched or read.
    const keysFailed = error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid;
    const generic = error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC';
    if (keysFailed || generic || !(error instanceof errors.JOSEError)) throw cannotAsk();
    throw refuse();
  }
}

const isFor = ({ aud, client_id }: JWTPayload, audience: string): boolean =>
  aud === undefined ? client_id === audience : (Array.isArray(aud) ? aud : [aud]).includes(audience);

function roleOf(claims: JWTPayload): Staff['role'] | undefined {
  const given = [...listed(claims['cognito:groups']), ...listed(claims.roles)];
  return roles.findLast((role) => given.includes(role));
}

/** A list, or one string with commas, spaces or the brackets an API gateway puts around it. */
function listed(claim: unknown): string[] {
  if (Array.isArray(claim)) return claim.filter((one) => typeof one === 'string');
  return typeof claim === 'string' ? claim.split(/[\s,[\]]+/).filter(Boolean) : [];
}

function nameOf(claims: JWTPayload): string {
  for (const claim of [claims.name, claims.username, claims.preferred_username, claims.sub])
    if (typeof claim === 'string' && claim !== '') return claim.slice(0, 80);
  return 'staff';
}

/** OpenID Connect Discovery 1.0, 4.3: the document must name the issuer it was asked for. */
async function remoteKeys({ issuer, jwksUri }: StaffAuthConfig, ask: typeof fetch): Promise<JWTVerifyGetKey> {
  if (jwksUri) return createRemoteJWKSet(new URL(jwksUri));
  const answer = await ask(`${issuer}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(5000),
    redirect: 'error',
  });
  const document = (await answer.json()) as { issuer?: string; jwks_uri?: string };
  if (!answer.ok || document.issuer !== issuer || typeof document.jwks_uri !== 'string') throw cannotAsk();
  return createRemoteJWKSet(new URL(document.jwks_uri));
}

/** The token of `Authorization: Bearer …` (RFC 6750 2.1); never taken from a URL or a cookie. */
export function bearer(header: string | undefined): string {
  const token = /^Bearer ([A-Za-z0-9._~+/=-]{1,4096})$/i.exec(header ?? '')?.[1];
  if (!token) throw refuse();
  return token;
}

export const mayAct = (staff: Staff, needed: Staff['role']): boolean =>
  roles.indexOf(staff.role) >= roles.indexOf(needed);
