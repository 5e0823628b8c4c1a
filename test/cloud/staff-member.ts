import { createHmac } from 'node:crypto';
import { cognito } from './deployment';
import type { Emulator } from './emulator';

/** Invites somebody, lets them choose a password, enrol their second factor and sign in; answers their access token. */
export async function signIn(
  emulator: Emulator,
  { pool, client }: { pool: string; client: string },
  name: string,
  group: string,
): Promise<string> {
  const who = { UserPoolId: pool, Username: `${name}@practice.example` };
  // Only the console's code flow is switched on; a test has no browser.
  await cognito(emulator, 'UpdateUserPoolClient', {
    UserPoolId: pool,
    ClientId: client,
    ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'],
  });
  const password = 'Correct-Horse-Battery-9-Staple';
  await cognito(emulator, 'AdminCreateUser', { ...who, MessageAction: 'SUPPRESS', TemporaryPassword: password });
  await cognito(emulator, 'AdminSetUserPassword', { ...who, Password: password, Permanent: true });
  await cognito(emulator, 'AdminAddUserToGroup', { ...who, GroupName: group });
  const started = await cognito(emulator, 'AdminInitiateAuth', {
    UserPoolId: pool,
    ClientId: client,
    AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: who.Username, PASSWORD: password },
  });
  if (started.AuthenticationResult) throw new Error('A password alone let somebody in.');
  const { SecretCode, Session } = await cognito(emulator, 'AssociateSoftwareToken', { Session: started.Session });
  const proven = await cognito(emulator, 'VerifySoftwareToken', { Session, UserCode: oneTimeCode(SecretCode) });
  const done = await cognito(emulator, 'AdminRespondToAuthChallenge', {
    UserPoolId: pool,
    ClientId: client,
    ChallengeName: started.ChallengeName,
    Session: proven.Session,
    ChallengeResponses: { USERNAME: who.Username },
  });
  return done.AuthenticationResult.AccessToken;
}

/** RFC 6238: six digits of the half minute. */
function oneTimeCode(secret: string): string {
  const bits = [...secret.replace(/=+$/, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const code = mac.readUInt32BE(mac.at(-1)! & 15) & 0x7fffffff;
  return String(code % 1_000_000).padStart(6, '0');
}
