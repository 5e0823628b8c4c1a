import { cognito } from './deployment';
import type { Emulator } from './emulator';

/**
 * Invites somebody into the deployed pool and group, lets them choose a password and answers their access token. The
 * emulator asks nobody for the second factor that the pool demands; a test of the template holds that it does.
 */
export async function signIn(
  emulator: Emulator,
  { pool: UserPoolId, client: ClientId }: { pool: string; client: string },
  name: string,
  group: string,
): Promise<string> {
  const who = { UserPoolId, Username: `${name}@practice.example` };
  const password = 'Correct-Horse-Battery-9-Staple';
  // Only the console's code flow is switched on; a test has no browser.
  const flow = 'ADMIN_USER_PASSWORD_AUTH';
  await cognito(emulator, 'UpdateUserPoolClient', { UserPoolId, ClientId, ExplicitAuthFlows: [`ALLOW_${flow}`] });
  await cognito(emulator, 'AdminCreateUser', { ...who, MessageAction: 'SUPPRESS', TemporaryPassword: password });
  await cognito(emulator, 'AdminSetUserPassword', { ...who, Password: password, Permanent: true });
  await cognito(emulator, 'AdminAddUserToGroup', { ...who, GroupName: group });
  const { AuthenticationResult } = await cognito(emulator, 'AdminInitiateAuth', {
    UserPoolId,
    ClientId,
    AuthFlow: flow,
    AuthParameters: { USERNAME: who.Username, PASSWORD: password },
  });
  return AuthenticationResult.AccessToken;
}
