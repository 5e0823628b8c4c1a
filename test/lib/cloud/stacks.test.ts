import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordKinds, tables } from '../../../functions/store/schema';
import { type Json, root, synth } from './synth';

const prod = synth('prod');
const text = (value: unknown): string => JSON.stringify(value);

/** Functions the CDK brings for its own work at deployment; ours are all the others. */
const ofTheCdk = /^(AWSCDKTrigger|CustomCDKBucketDeployment)/;
const functions = prod.of('AWS::Lambda::Function').filter(({ id }) => !ofTheCdk.test(id));

interface Statement {
  Action: string | string[];
  Effect: string;
  Resource: unknown;
  Condition?: unknown;
}
const listed = (action: string | string[]): string[] => [action].flat();
const statementsOf = (door: RegExp): Statement[] =>
  prod
    .of('AWS::IAM::Policy')
    .filter(({ id }) => door.test(id) && !ofTheCdk.test(id))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement as Statement[]);
const allowed = (door: RegExp): string[] => statementsOf(door).flatMap(({ Action }) => listed(Action));

describe('what is kept for ever', () => {
  const kept = prod.of('AWS::DynamoDB::GlobalTable');

  it('is six tables, shaped as the functions read them', () => {
    expect(kept).toHaveLength(6);
    const indexes = kept.flatMap(({ Properties }) =>
      (Properties.GlobalSecondaryIndexes ?? []).map(({ IndexName }: Json) => IndexName),
    );
    expect(indexes.sort()).toEqual(
      Object.values(tables)
        .flatMap(({ indexes: own }) => own.map(({ name }) => name))
        .sort(),
    );
  });

  it.each(['subscribers', 'guards', 'ledger', 'records', 'departures', 'audit'])('never loses the table %s', (name) => {
    const table = kept.find(({ id }) => id.startsWith(name))!;
    const [replica] = table.Properties.Replicas;
    expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(replica).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
    });
    expect(table.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
    });
  });

  it('is copied monthly into a vault that deletes nothing before its time', () => {
    for (const { Properties } of prod.of('AWS::Backup::BackupPlan'))
      expect(Properties.BackupPlan.BackupPlanRule).toEqual([
        expect.objectContaining({ ScheduleExpression: 'cron(0 8 1 * ? *)' }),
      ]);
    const [vault] = prod.of('AWS::Backup::BackupVault');
    expect(vault).toMatchObject({ DeletionPolicy: 'Retain', Properties: { EncryptionKeyArn: expect.anything() } });
    expect(text(vault!.Properties.AccessPolicy)).toContain('backup:DeleteRecoveryPoint');
  });

  it('lets go of people within six months of their erasure, and of the journals after them (RCW 19.373.040(1)(c)(iii))', () => {
    const planOf = (id: string) =>
      prod.of('AWS::Backup::BackupPlan').find((plan) => plan.id === id)!.Properties.BackupPlan;
    const days = Object.fromEntries(
      prod.of('AWS::Backup::BackupSelection').flatMap(({ Properties }) => {
        const [{ Lifecycle }] = planOf(Properties.BackupPlanId['Fn::GetAtt'][0]).BackupPlanRule;
        return (Properties.BackupSelection.Resources as Json[]).map((arn) => [
          /^[a-z]+/.exec(arn['Fn::GetAtt'][0])![0],
          Lifecycle.DeleteAfterDays,
        ]);
      }),
    );
    expect(days).toEqual({ subscribers: 170, guards: 170, ledger: 170, records: 170, departures: 400, audit: 400 });
  });

  const archiveOf = (stage: ReturnType<typeof synth>) =>
    Object.values(stage.templates.storage!.Resources).find(({ Type }) => Type === 'AWS::S3::Bucket')!;

  it('copies each line of the audit trail to where nobody can delete it for six years', () => {
    const archive = archiveOf(prod);
    expect(archive).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(archive.Properties).toMatchObject({
      ObjectLockEnabled: true,
      ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 2192 } } },
      VersioningConfiguration: { Status: 'Enabled' },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
      },
    });
    const [trail] = kept.filter(({ id }) => id.startsWith('audit'));
    expect(trail!.Properties.StreamSpecification).toEqual({ StreamViewType: 'NEW_AND_OLD_IMAGES' });
    expect(kept.filter(({ Properties }) => Properties.StreamSpecification)).toHaveLength(1);
    const [copy] = prod.of('AWS::Lambda::EventSourceMapping').filter(({ id }) => id.startsWith('Archive'));
    expect(copy!.Properties).toMatchObject({ StartingPosition: 'TRIM_HORIZON', BisectBatchOnFunctionError: true });
    // Until the stream forgets it.
    expect(copy!.Properties.MaximumRetryAttempts).toBeUndefined();
  });

  it('locks nothing for six years where things are only tried out', () => {
    for (const stage of ['trial', 'emulated'])
      expect(archiveOf(synth(stage)).Properties.ObjectLockConfiguration.Rule.DefaultRetention).toEqual({
        Mode: 'GOVERNANCE',
        Days: 1,
      });
  });

  it('keeps the key, the secrets and the staff as well', () => {
    const { Resources } = prod.templates.storage!;
    for (const { Type, DeletionPolicy } of Object.values(Resources)) {
      if (/KMS::Key|Secret$|UserPool$/.test(Type))
        expect({ Type, DeletionPolicy }).toEqual({ Type, DeletionPolicy: 'Retain' });
    }
  });

  it('puts the secret together without its values ever standing in a template', () => {
    const { SecretString } = prod
      .of('AWS::SecretsManager::Secret')
      .find(({ Properties }) => Properties.SecretString)!.Properties;
    const parts: unknown[] = SecretString['Fn::Join'][1];
    const whole = parts.map((part) => (typeof part === 'string' ? part : 'arn')).join('');
    expect(whole).toBe(
      '{"linkKeys":[{"id":"k1","secret":"{{resolve:secretsmanager:arn:SecretString:::}}"}],"guardSecret":"{{resolve:secretsmanager:arn:SecretString:::}}"}',
    );
    expect(JSON.parse(whole.replace(/\{\{.*?\}\}/g, 'x'.repeat(48)))).toEqual({
      linkKeys: [{ id: 'k1', secret: 'x'.repeat(48) }],
      guardSecret: 'x'.repeat(48),
    });
  });

  it('lets staff in by invitation and second factor only', () => {
    const [pool] = prod.of('AWS::Cognito::UserPool');
    expect(pool!.Properties).toMatchObject({
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      DeletionProtection: 'ACTIVE',
    });
    const groups = prod.of('AWS::Cognito::UserPoolGroup').map(({ Properties }) => Properties.GroupName);
    expect(groups.sort()).toEqual(['admin', 'approver', 'marketer', 'viewer']);
    const [client] = prod.of('AWS::Cognito::UserPoolClient');
    expect(client!.Properties).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://tips.practice.example/staff/callback'],
    });
  });
});

describe('what each function may do', () => {
  it('only the senders may send, as the practice and through its own sets and number', () => {
    const sends = /^(ses|sms-voice):/;
    const senders = prod
      .of('AWS::IAM::Policy')
      .filter(({ Properties }) =>
        (Properties.PolicyDocument.Statement as Statement[]).some(({ Action }) =>
          listed(Action).some((action) => sends.test(action)),
        ),
      );
    expect(senders.map(({ id }) => id.replace(/ServiceRole.*/, '')).sort()).toEqual(['sendemail', 'sendtext']);
    // Asking how fast the account may send is no sending, and knows no resources.
    for (const statement of statementsOf(/^send(email|text)/).filter(({ Action }) =>
      listed(Action).some((action) => sends.test(action) && action !== 'ses:GetAccount'),
    )) {
      expect(['ses:SendEmail', 'sms-voice:SendTextMessage']).toContain(statement.Action);
      expect(text(statement.Resource)).not.toContain('*');
      if (statement.Action === 'ses:SendEmail') {
        expect(statement.Condition).toEqual({
          StringEquals: { 'ses:FromAddress': ['tips@news.practice.example', 'hello@mail.practice.example'] },
        });
      }
    }
  });

  it('has no right to everything, tracing and the mail quota apart, which know no resources', () => {
    for (const { Action, Resource } of statementsOf(/./)) {
      const actions = listed(Action);
      expect(
        actions.filter((action) => action === '*' || /^(dynamodb|sqs|secretsmanager|ses):.*\*/.test(action)),
      ).toEqual([]);
      if ([Resource].flat().includes('*'))
        expect(actions.filter((action) => !/^(xray:.*|ses:GetAccount)$/.test(action))).toEqual([]);
    }
  });

  it('the tick reads who is due, by index, and nothing else of anybody', () => {
    const tables = statementsOf(/^dispatch/).filter(({ Action }) =>
      listed(Action).some((action) => action.startsWith('dynamodb:')),
    );
    expect(tables).toHaveLength(1);
    expect(tables[0]!.Action).toBe('dynamodb:Query');
    expect(text(tables[0]!.Resource)).toContain('/index/*');
  });

  it('only staff and the sweep read the list of people', () => {
    const scanners = prod.of('AWS::IAM::Policy').filter(({ Properties }) => text(Properties).includes('dynamodb:Scan'));
    expect(scanners.map(({ id }) => id.replace(/ServiceRole.*/, '')).sort()).toEqual(['staff', 'sweep']);
  });

  it('nobody reads, changes or deletes what the journal of departures holds', () => {
    const { Resources } = prod.templates.storage!;
    const [journal] = Object.keys(Resources).filter((id) => id.startsWith('departures'));
    const given = statementsOf(/./).filter(({ Resource }) => text(Resource).includes(journal!));
    expect(given.length).toBeGreaterThan(0);
    expect(new Set(given.flatMap(({ Action }) => listed(Action)))).toEqual(new Set(['dynamodb:PutItem']));
  });

  it('only staff write and read the audit trail, and nobody may change or delete a line', () => {
    const { Resources } = prod.templates.storage!;
    const [trail] = Object.keys(Resources).filter((id) => /^audit[0-9A-F]{8}$/.test(id));
    const given = prod
      .of('AWS::IAM::Policy')
      .flatMap(({ id, Properties }) =>
        (Properties.PolicyDocument.Statement as Statement[])
          .filter(({ Resource }) => text(Resource).includes(trail!))
          .flatMap(({ Action }) => listed(Action).map((action) => `${id.replace(/ServiceRole.*/, '')} ${action}`)),
      );
    const stream = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'];
    expect(given.sort()).toEqual([
      ...stream.map((action) => `ArchiveCopy dynamodb:${action}`),
      'staff dynamodb:PutItem',
      'staff dynamodb:Query',
    ]);
  });

  it('whoever copies the audit trail may add objects to its archive, read its stream, and nothing else', () => {
    const may = allowed(/^ArchiveCopy/).filter((action) => !/^(xray|kms):/.test(action));
    expect(may.filter((action) => !action.startsWith('dynamodb:'))).toEqual(['s3:PutObject']);
    const archiving = prod
      .of('AWS::IAM::Policy')
      .filter(({ Properties }) => text(Properties).includes('AuditArchive'))
      .map(({ id }) => id.replace(/ServiceRole.*/, ''));
    expect(archiving).toEqual(['ArchiveCopy']);
  });

  /** Rights on the table of records, one for each call, kind and index. */
  const ofRecords = (door: RegExp): string[] => {
    const [records] = Object.keys(prod.templates.storage!.Resources).filter((id) => id.startsWith('records'));
    return statementsOf(door)
      .filter(({ Resource }) => text(Resource).includes(records!))
      .flatMap(({ Action, Condition, Resource }) => {
        const by = text(Resource).includes('/index/') ? ' by index' : '';
        const keys: string[] = (Condition as Json)?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? ['*'];
        return listed(Action).flatMap((action) => keys.map((key) => `${action.replace('dynamodb:', '')} ${key}${by}`));
      });
  };

  it('every right on records names the kinds it is for, and a kind is one the stores know', () => {
    const keys = ofRecords(/./).map((right) => right.split(' ')[1]);
    expect(keys.length).toBeGreaterThan(20);
    expect([...new Set(keys)].sort()).toEqual(recordKinds.flatMap((kind) => [kind, `${kind}#*`]).sort());
  });

  it('who is asked from the internet only reads series and short links, and of all records writes bookings alone', () => {
    expect(new Set(ofRecords(/^public/))).toEqual(
      new Set([
        ...['GetItem booking', 'PutItem booking', 'DeleteItem booking', 'GetItem series', 'Query series'].flatMap(
          (right) => [right, `${right}#*`],
        ),
        // Whose text a short link is from, and its end with the person's.
        ...['Query link', 'DeleteItem link'].flatMap((right) => [right, `${right}#*`]),
      ]),
    );
  });

  it.each(['events', 'inbound', 'dispatch'])('%s writes no record', (door) => {
    expect(ofRecords(new RegExp(`^${door}`)).filter((right) => !/^(GetItem|Query) series/.test(right))).toEqual([]);
  });

  it('only staff approve, only staff and the circuit breaker touch the controls, only erasing deletes', () => {
    const who = (right: RegExp) =>
      ['dispatch', 'sweep', 'watch', 'sendemail', 'sendtext', 'events', 'inbound', 'public', 'staff', 'seed'].filter(
        (door) => ofRecords(new RegExp(`^${door}`)).some((one) => right.test(one)),
      );
    expect(who(/^UpdateItem/)).toEqual(['staff']);
    expect(who(/^PutItem series/)).toEqual(['staff', 'seed']);
    expect(who(/^PutItem controls/)).toEqual(['watch', 'sendemail', 'sendtext', 'staff']);
    expect(who(/^DeleteItem (?!link)/)).toEqual(['public']);
    // The senders erase numbers that never signed up.
    expect(who(/^DeleteItem link/)).toEqual(['sendemail', 'sendtext', 'public']);
    expect(ofRecords(/./).filter((one) => /^(Scan|Batch|Partiql|Transact)/.test(one))).toEqual([]);
  });

  it('what is asked from outside is counted under keys of counts alone', () => {
    const counting = statementsOf(/./).filter(
      ({ Action, Resource }) => listed(Action).includes('dynamodb:UpdateItem') && text(Resource).includes('guards'),
    );
    expect(counting).toHaveLength(2);
    for (const { Action, Condition } of counting)
      expect({ Action, Condition }).toEqual({
        Action: 'dynamodb:UpdateItem',
        Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['budget#*'] } },
      });
    for (const door of [/^public/, /^inbound/]) expect(allowed(door)).toContain('dynamodb:UpdateItem');
    const guards = prod.of('AWS::DynamoDB::GlobalTable').find(({ id }) => id.startsWith('guards'));
    expect(guards!.Properties.TimeToLiveSpecification).toEqual({ AttributeName: 'ends', Enabled: true });
  });

  it('the seed writes series and touches no person', () => {
    expect(
      allowed(/^seed/)
        .filter((action) => action.startsWith('dynamodb:'))
        .sort(),
    ).toEqual(['dynamodb:GetItem', 'dynamodb:PutItem']);
  });
});

describe('functions', () => {
  it('are the doors and the guard of the origin', () => {
    expect(functions.map(({ id }) => id.replace(/[0-9A-F]{8}$/, '')).sort()).toEqual(
      [
        'ArchiveCopy',
        'WebOriginGuard',
        'dispatch',
        'events',
        'inbound',
        'public',
        'seed',
        'sendemail',
        'sendtext',
        'staff',
        'sweep',
        'unsubscribe',
        'watch',
      ].sort(),
    );
  });

  it.each(functions.map((one) => [one.id, one] as const))('%s leaves nothing to defaults', (_id, { Properties }) => {
    expect(Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      TracingConfig: { Mode: 'Active' },
      LoggingConfig: { LogGroup: expect.anything() },
    });
    expect(Properties.MemorySize).toBeGreaterThanOrEqual(256);
    expect(Properties.Timeout).toBeGreaterThanOrEqual(10);
  });

  it('hold no secret in their environment, only where it is', () => {
    for (const { Properties } of functions) {
      const { Variables } = Properties.Environment;
      expect(text(Variables)).not.toMatch(/resolve:|SecretString/);
      expect(
        Object.keys(Variables).filter(
          (name) => /KEY|PASSWORD|TOKEN|SECRET/.test(name) && !name.endsWith('_ARN') && name !== 'SECRETS_ARN',
        ),
      ).toEqual([]);
    }
  });

  it('have every variable their config demands', () => {
    const demanded = [
      'STAGE',
      'PUBLIC_URL',
      'SUBSCRIBERS_TABLE',
      'GUARDS_TABLE',
      'LEDGER_TABLE',
      'RECORDS_TABLE',
      'DEPARTURES_TABLE',
      'AUDIT_TABLE',
      'SHARDS',
      'SECRETS_ARN',
      'PRACTICE_FILE',
      'EVERGREEN_SERIES',
    ];
    for (const { id, Properties } of functions.filter((one) => !/^(WebOriginGuard|ArchiveCopy)/.test(one.id))) {
      expect({ id, has: Object.keys(Properties.Environment.Variables) }).toEqual({
        id,
        has: expect.arrayContaining(demanded),
      });
    }
  });

  it('who send, and staff who ask for a test, know whom the stage may write to; nobody else has to', () => {
    const knowing = functions.filter(({ Properties }) => 'ALLOW_LIST' in Properties.Environment.Variables);
    expect(knowing.map(({ id }) => id.replace(/[0-9A-F]{8}$/, '')).sort()).toEqual(['sendemail', 'sendtext', 'staff']);
  });

  it('log for a year and then forget; who used the staff API and whom the firewall refused stays for six (45 CFR 164.316)', () => {
    const kept = prod.of('AWS::Logs::LogGroup').map(({ id, Properties }) => {
      expect(Properties.KmsKeyId).toBeDefined();
      return [id.replace(/[0-9A-F]{8}$/, ''), Properties.RetentionInDays] as const;
    });
    const sixYears = ['FirewallLog', 'WebAccessLog', 'staffLog'];
    const deploying = ['ConsoleLog', 'TriggerLog'];
    for (const [id, days] of kept)
      expect([id, days]).toEqual([id, sixYears.includes(id) ? 2192 : deploying.includes(id) ? 30 : 365]);
    expect(kept.map(([id]) => id)).toEqual(expect.arrayContaining([...sixYears, ...deploying]));
  });

  it("log into a group of their own, the CDK's included: one that Lambda makes is kept for ever", () => {
    for (const { id, Properties } of prod.of('AWS::Lambda::Function'))
      expect({ id, group: Properties.LoggingConfig?.LogGroup !== undefined }).toEqual({ id, group: true });
  });
});

describe('queues', () => {
  const queues = prod.of('AWS::SQS::Queue');

  it('each hands what it cannot read to one that keeps it 14 days', () => {
    const dead = queues.filter(({ Properties }) => !Properties.RedrivePolicy);
    expect(queues).toHaveLength(8);
    expect(dead).toHaveLength(4);
    for (const { Properties } of dead) expect(Properties.MessageRetentionPeriod).toBe(14 * 24 * 3600);
    for (const { Properties } of queues.filter((one) => one.Properties.RedrivePolicy))
      expect(Properties.RedrivePolicy.maxReceiveCount).toBe(5);
  });

  it('hide a message six times as long as its worker may run', () => {
    const live = queues.filter(({ Properties }) => Properties.RedrivePolicy);
    expect(live.map(({ Properties }) => Properties.VisibilityTimeout).sort()).toEqual([180, 180, 360, 360]);
  });

  it('feed workers record by record, held at the source', () => {
    const fed = prod.of('AWS::Lambda::EventSourceMapping').filter(({ id }) => !id.startsWith('Archive'));
    expect(fed).toHaveLength(4);
    for (const { Properties } of fed) {
      expect(Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
      expect(Properties.ScalingConfig.MaximumConcurrency).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('mail and texts', () => {
  it('go over TLS or not at all, and never twice to who bounced or complained', () => {
    const sets = prod.of('AWS::SES::ConfigurationSet');
    expect(sets).toHaveLength(2);
    for (const { Properties } of sets) {
      expect(Properties).toMatchObject({
        DeliveryOptions: { TlsPolicy: 'REQUIRE' },
        ReputationOptions: { ReputationMetricsEnabled: true },
        SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
      });
    }
  });

  it('report everything but opens and clicks', () => {
    for (const { Properties } of prod.of('AWS::SES::ConfigurationSetEventDestination')) {
      expect([...Properties.EventDestination.MatchingEventTypes].sort()).toEqual([
        'bounce',
        'complaint',
        'delivery',
        'deliveryDelay',
        'reject',
        'renderingFailure',
        'send',
      ]);
    }
  });

  it('are sent from the domains of practice.yaml, bounces under them', () => {
    expect(
      prod
        .of('AWS::SES::EmailIdentity')
        .map(({ Properties }) => [Properties.EmailIdentity, Properties.MailFromAttributes.MailFromDomain]),
    ).toEqual([
      ['news.practice.example', 'bounce.news.practice.example'],
      ['mail.practice.example', 'bounce.mail.practice.example'],
    ]);
  });

  it('go to the United States and its territories, and nowhere else', () => {
    const [countries] = prod.of('AWS::SMSVOICE::ProtectConfiguration');
    const rules: { CountryCode: string; ProtectStatus: string }[] = countries!.Properties.CountryRuleSet.SMS;
    const allowed = rules.filter(({ ProtectStatus }) => ProtectStatus !== 'BLOCK');
    expect(allowed.map(({ CountryCode }) => CountryCode).sort()).toEqual(['AS', 'GU', 'MP', 'PR', 'US', 'VI']);
    expect(allowed.every(({ ProtectStatus }) => ProtectStatus === 'ALLOW')).toBe(true);
    expect(new Set(rules.map(({ CountryCode }) => CountryCode)).size).toBe(rules.length);
    expect(rules.length).toBeGreaterThan(230);
    const [set] = prod.of('AWS::SMSVOICE::ConfigurationSet');
    expect(text(set!.Properties.ProtectConfigurationId)).toContain(countries!.id);
    for (const { Properties } of functions.filter(({ id }) => id.startsWith('send')))
      expect(Properties.Environment.Variables.SMS_CONFIGURATION_SET).not.toBe('');
  });

  it('answer STOP by ourselves and keep the number', () => {
    const [number] = prod.of('AWS::SMSVOICE::PhoneNumber');
    expect(number).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: { SelfManagedOptOutsEnabled: true, DeletionProtectionEnabled: true, TwoWay: { Enabled: true } },
    });
  });
});

describe('the web', () => {
  const routesOf = (stage: string) =>
    synth(stage)
      .of('AWS::ApiGatewayV2::Route')
      .map(({ Properties }) => [Properties.RouteKey, Properties.AuthorizationType])
      .sort();

  it('answers CloudFront alone, staff included: the origin key is asked for on every route', () => {
    expect(routesOf('prod')).toEqual([
      ['$default', 'CUSTOM'],
      ['ANY /staff/api/{proxy+}', 'CUSTOM'],
      ['ANY /unsubscribe', 'CUSTOM'],
      ['ANY /unsubscribe/{token}', 'CUSTOM'],
    ]);
    expect(prod.of('AWS::ApiGatewayV2::Authorizer')).toHaveLength(1);
  });

  it('asks for a staff token at the gateway where there is no CloudFront', () => {
    expect(routesOf('trial')).toEqual([
      ['$default', 'NONE'],
      ['ANY /staff/api/{proxy+}', 'JWT'],
      ['ANY /unsubscribe', 'NONE'],
      ['ANY /unsubscribe/{token}', 'NONE'],
    ]);
  });

  it('keeps the way out apart from the pages: a route, a bucket and a function of its own', () => {
    const [live] = prod.of('AWS::ApiGatewayV2::Stage');
    expect(live!.Properties.RouteSettings).toEqual({
      'ANY /unsubscribe': { ThrottlingBurstLimit: 400, ThrottlingRateLimit: 200 },
      'ANY /unsubscribe/{token}': { ThrottlingBurstLimit: 400, ThrottlingRateLimit: 200 },
    });
    const targets = prod
      .of('AWS::ApiGatewayV2::Route')
      .map(({ id, Properties }) => [Properties.RouteKey, id, text(Properties.Target)] as const);
    const ways = targets.filter(([key]) => key.includes('unsubscribe'));
    expect(ways).toHaveLength(2);
    // A stage that names a route before it is there is refused.
    const { DependsOn } = prod.templates.app!.Resources[live!.id] as Json;
    expect(DependsOn).toEqual(expect.arrayContaining(ways.map(([, id]) => id)));
    const others = targets.filter((one) => !ways.includes(one)).map(([, , target]) => target);
    for (const [, , target] of ways) expect(others).not.toContain(target);
    expect(new Set(allowed(/^unsubscribe/).filter((action) => action.startsWith('dynamodb:')))).toEqual(
      new Set(['dynamodb:GetItem', 'dynamodb:PutItem']),
    );
  });

  it('logs route keys, never paths or addresses', () => {
    const { Properties } = prod.of('AWS::ApiGatewayV2::Stage')[0]!;
    expect(Properties.AccessLogSettings.Format).toContain('$context.routeKey');
    expect(Properties.AccessLogSettings.Format).not.toMatch(/context\.(path|identity)|rawPath/);
    expect(Properties.DefaultRouteSettings).toEqual({ ThrottlingBurstLimit: 400, ThrottlingRateLimit: 200 });
    expect(text(prod.of('AWS::CloudFront::Distribution'))).not.toContain('Logging');
    expect(text(prod.of('AWS::WAFv2::WebACL'))).not.toContain('"SampledRequestsEnabled":true');
  });

  it('holds up a flood of goodbyes only past 20,000 from one address, and lets all others pass before any other rule', () => {
    const [firewall] = prod.of('AWS::WAFv2::WebACL');
    const rules: Json[] = [...firewall!.Properties.Rules].sort((one, other) => one.Priority - other.Priority);
    const leaving = { ByteMatchStatement: { SearchString: '/unsubscribe/' } };
    expect(rules[0]).toMatchObject({
      Action: { Block: { CustomResponse: { ResponseCode: 429 } } },
      Statement: { RateBasedStatement: { Limit: 20_000, EvaluationWindowSec: 300, ScopeDownStatement: leaving } },
    });
    expect(rules[1]).toMatchObject({ Action: { Allow: {} }, Statement: leaving });
    expect(rules[2]).toMatchObject({ Statement: { RateBasedStatement: { Limit: 1000 } } });
  });

  it('never redirects a post', () => {
    const [front] = prod.of('AWS::CloudFront::Distribution');
    expect(front!.Properties.DistributionConfig.DefaultCacheBehavior).toMatchObject({
      ViewerProtocolPolicy: 'https-only',
      AllowedMethods: expect.arrayContaining(['POST']),
    });
  });

  it('has private buckets only', () => {
    const buckets = prod.of('AWS::S3::Bucket');
    expect(buckets).toHaveLength(2);
    for (const { Properties } of buckets)
      expect(Properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
  });
});

describe('who watches', () => {
  const alarms = prod.of('AWS::CloudWatch::Alarm');
  const headings = readFileSync(join(root, 'docs/runbook.md'), 'utf8')
    .split('\n')
    .flatMap((line) => /^#+ (.*)$/.exec(line)?.[1] ?? [])
    .map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^a-z0-9 -]/g, '')
        .replace(/ /g, '-'),
    );

  it('every alarm tells somebody and names a page of the runbook that is there', () => {
    expect(alarms.length).toBeGreaterThan(30);
    for (const { id, Properties } of alarms) {
      const page = /docs\/runbook\.md#(\S+)$/.exec(Properties.AlarmDescription)?.[1];
      expect({ id, page, there: headings.includes(page ?? '') }).toEqual({ id, page, there: true });
      expect(Properties.AlarmActions).toHaveLength(1);
    }
  });

  it('rings when the clock falls silent', () => {
    const clock = alarms.find(({ id }) => id.startsWith('ClockStands'));
    expect(clock!.Properties).toMatchObject({ ComparisonOperator: 'LessThanThreshold', TreatMissingData: 'breaching' });
  });

  it('rings within a minute of an emergency’s answer that was not sent, whichever function noticed', () => {
    const filters = prod.of('AWS::Logs::MetricFilter').filter(({ id }) => id.startsWith('Countedanswernotsent'));
    expect(filters.map(({ id }) => id.replace(/[0-9A-F]{8}$/, '')).sort()).toEqual([
      'Countedanswernotsentsendemail',
      'Countedanswernotsentsendtext',
      'Countedanswernotsentwatch',
    ]);
    for (const { Properties } of filters) {
      expect(Properties.FilterPattern).toBe('{ $.event = "answer-not-sent" }');
      expect(Properties.MetricTransformations).toEqual([
        expect.objectContaining({
          MetricName: 'answer-not-sent',
          MetricNamespace: 'Stridewell/prod',
          MetricValue: '1',
        }),
      ]);
    }
    const alarm = alarms.find(({ id }) => id.startsWith('AnswerNotSent'));
    expect(alarm!.Properties).toMatchObject({
      MetricName: 'answer-not-sent',
      Namespace: 'Stridewell/prod',
      Statistic: 'Sum',
      Period: 60,
      Threshold: 1,
      EvaluationPeriods: 1,
    });
  });

  it.each([
    ['ClockStands', 300],
    ['SweepStands', 300],
    ['WatchStands', 900],
  ])('rings when nothing has run: %s', (name, seconds) => {
    const silent = alarms.find(({ id }) => id.startsWith(name));
    expect(silent!.Properties).toMatchObject({
      MetricName: 'Invocations',
      Period: seconds,
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
  });

  it('a first deployment raises no alarm: only the clocks ring by silence, and each has run before its alarm is there', () => {
    const byId = (a: string, b: string) => a.localeCompare(b);
    const silent = alarms.filter(({ Properties }) => Properties.TreatMissingData !== 'notBreaching');
    const names = silent.map(({ id }) => id.replace(/[0-9A-F]{8}$/, '')).sort(byId);
    expect(names).toEqual(['ClockStands', 'SweepStands', 'WatchStands']);
    const first = prod
      .of('Custom::Trigger')
      .filter(({ Properties }) => String(Properties.ExecuteOnHandlerChange) === 'false')
      .map(({ id, Properties }) => [
        /^First[A-Z][a-z]+/.exec(id)?.[0],
        Properties.InvocationType,
        text(Properties.HandlerArn),
      ]);
    expect(first.map(([name]) => name).sort()).toEqual(['FirstDispatch', 'FirstSweep', 'FirstWatch']);
    for (const [name = '', how, handler] of first) {
      expect(how).toBe('Event');
      const door = name.slice('First'.length).toLowerCase();
      expect(handler).toMatch(new RegExp(`"Ref":"${door}`));
      const rings = silent.filter(({ Properties }) => text(Properties.Dimensions).includes(door));
      expect([door, rings.length]).toEqual([door, 1]);
    }
    // What is imported is deployed before: the stack of the alarms waits for the one that ran the functions.
    for (const { Properties } of silent) expect(text(Properties.Dimensions)).toContain('Fn::ImportValue');
  });

  it('watches each dead-letter queue', () => {
    const dead = alarms.filter(({ id }) => id.startsWith('Dead'));
    expect(dead).toHaveLength(4);
  });
});

describe('as a whole', () => {
  it('uses only services that a practice may put people into (AWS HIPAA Eligible Services Reference)', () => {
    const services = new Set(prod.all.map(([, { Type }]) => Type.split('::').slice(0, 2).join('::')));
    const eligible = [
      'ApiGatewayV2',
      'Backup',
      'CloudFront',
      'CloudWatch',
      'Cognito',
      'DynamoDB',
      'IAM',
      'KMS',
      'Lambda',
      'Logs',
      'S3',
      'SES',
      'SMSVOICE',
      'SNS',
      'SQS',
      'Scheduler',
      'SecretsManager',
      'WAFv2',
    ].map((name) => `AWS::${name}`);
    expect([...services].filter((service) => !eligible.includes(service)).sort()).toEqual([
      'Custom::CDKBucketDeployment',
      'Custom::Trigger',
    ]);
  });

  it('keeps what an emulator lacks in stacks of their own: numbers and the edge', () => {
    const emulated = synth('emulated');
    expect(Object.keys(emulated.templates).sort()).toEqual(['app', 'messaging', 'ops', 'storage']);
    expect(emulated.all.map(([, { Type }]) => Type).filter((type) => /SMSVOICE|CloudFront|WAF/.test(type))).toEqual([]);
    expect(text(emulated.templates)).not.toContain('sms-voice:SendTextMessage');
    const [send] = emulated.of('AWS::Lambda::Function').filter(({ id }) => id.startsWith('sendemail'));
    expect(send!.Properties.Environment.Variables).toMatchObject({
      STAGE: 'emulated',
      ALLOW_LIST: '*',
      SMS_ORIGINATION: '',
    });
  });

  it('lets a rehearsal write to listed people only', () => {
    const [send] = synth('trial')
      .of('AWS::Lambda::Function')
      .filter(({ id }) => id.startsWith('sendemail'));
    expect(send!.Properties.Environment.Variables.ALLOW_LIST).toBe('it@practice.example');
  });

  it('refers between stacks by exports, which cannot be deleted while somebody uses them', () => {
    expect(text(prod.templates.app)).toContain('Fn::ImportValue');
    expect(text(prod.templates)).not.toContain('Fn::GetStackOutput');
  });
});
