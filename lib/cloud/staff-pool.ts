import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
  type UserPoolDomain,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Stage } from '../settings';

/** Lowest first; the staff API reads them from the token. */
const roles = ['viewer', 'marketer', 'approver', 'admin'];

/** Who may sign in to the console: people an administrator invited, each with a second factor (45 CFR 164.312(d)). */
export class StaffPool extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly domain: UserPoolDomain;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool', {
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const [precedence, groupName] of [...roles].reverse().entries()) {
      this.pool.addGroup(groupName, { groupName, precedence });
    }
    // Without an address of its own a stage has no console; a developer's may still sign in.
    const site = stage.web?.publicUrl ?? 'http://localhost:3000';
    this.client = this.pool.addClient('Console', {
      // A browser keeps no secret: code flow with PKCE (RFC 9700 2.1.1).
      generateSecret: false,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
        callbackUrls: [`${site}/staff/callback`],
        logoutUrls: [`${site}/staff/signed-out`],
      },
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.hours(12),
    });
    this.domain = this.pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `stridewell-${stage.name}-${Aws.ACCOUNT_ID}` },
    });
  }
}
