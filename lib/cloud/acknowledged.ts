/** A finding of the rule packs that stays, where it stays, and why: `docs/compliance-cloud.md` shows the same list. */
interface Acknowledged {
  /** Without the pack's prefix. */
  rules: string[];
  /** Construct paths below the stacks' stage, such as `app/dispatch/Resource`. */
  at: RegExp;
  reason: string;
}

const oursAndTheCdks = /^(app|edge)\//;
const siteOnly = /^edge\/Site\//;
const roles = /ServiceRole\/|^app\/SchedulerRole/;
const archive = /^storage\/AuditArchive\//;
const uploader = /^edge\/Custom::CDKBucketDeployment/;

export const acknowledged: Acknowledged[] = [
  {
    rules: ['AwsSolutions-SMG4', 'HIPAA.Security-SecretsManagerRotationEnabled'],
    at: /^(storage\/(FirstLinkKey|FirstGuardSecret|Secrets)|app\/Web\/OriginKey)\//,
    reason:
      'Rotated by hand (runbook, "Rotate the link keys"): links in old mail must verify for five years, and a changed guard secret would forget who left. The two start values are read once; the origin key opens no data.',
  },
  {
    rules: ['AwsSolutions-COG8'],
    at: /^storage\/Staff\/Pool\//,
    reason:
      'The Plus plan scores risky sign-ins of open pools. Here staff are invited one by one, each with a second factor, and tokens live 15 minutes.',
  },
  {
    rules: ['AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]'],
    at: roles,
    reason: 'The policy lets a function write its own log, and nothing else.',
  },
  {
    rules: [
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]',
    ],
    at: /^storage\/Backup\//,
    reason: 'The policy AWS Backup documents for its own role; the plans name the six tables and nothing else.',
  },
  {
    rules: ['AwsSolutions-IAM5[Resource::*]'],
    at: roles,
    reason: 'Only the X-Ray calls, which know no resources; a test of the templates holds this.',
  },
  {
    rules: ['AwsSolutions-IAM5[Resource::{table}/index/*]'],
    at: /^app\/.*ServiceRole\//,
    reason: 'All indexes of that one table, for Query alone.',
  },
  {
    rules: ['AwsSolutions-IAM5[Action::kms:GenerateDataKey*]', 'AwsSolutions-IAM5[Action::kms:ReEncrypt*]'],
    at: /^app\/.*ServiceRole\//,
    reason: 'The two spellings of each call, on the one key of this stage: what AWS documents for a key user.',
  },
  {
    rules: ['AwsSolutions-IAM5[Resource::<{function}.Arn>:*]'],
    at: /^app\/SchedulerRole/,
    reason: 'Versions of the one function that this schedule starts.',
  },
  {
    rules: [
      'AwsSolutions-IAM5[Action::s3:GetBucket*]',
      'AwsSolutions-IAM5[Action::s3:GetObject*]',
      'AwsSolutions-IAM5[Action::s3:List*]',
      'AwsSolutions-IAM5[Action::s3:Abort*]',
      'AwsSolutions-IAM5[Action::s3:DeleteObject*]',
      'AwsSolutions-IAM5[Resource::arn:aws:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-us-east-1/*]',
      'AwsSolutions-IAM5[Resource::<{bucket}.Arn>/*]',
      'AwsSolutions-L1',
    ],
    at: uploader,
    reason:
      "The CDK's own function that lays the console into its bucket during a deployment: it reads build assets and writes that bucket, neither of which holds people. Its runtime is the library's to raise.",
  },
  {
    rules: ['AwsSolutions-S1', 'HIPAA.Security-S3BucketLoggingEnabled'],
    at: siteOnly,
    reason:
      'The bucket holds the built console and no data; only CloudFront reads it, only deployments write it, and CloudTrail records those.',
  },
  {
    rules: ['HIPAA.Security-S3BucketReplicationEnabled', 'HIPAA.Security-S3DefaultEncryptionKMS'],
    at: siteOnly,
    reason:
      'What is in it is public code, built again from the repository at any time; it is encrypted with a key of S3.',
  },
  {
    rules: ['AwsSolutions-S1', 'HIPAA.Security-S3BucketLoggingEnabled', 'HIPAA.Security-S3BucketReplicationEnabled'],
    at: archive,
    reason:
      'It is the second copy of the audit table, which has backups of its own; one function adds to it, nobody can take from it, and CloudTrail records changes of the bucket. A log of a log would need a lock of its own.',
  },
  {
    rules: ['AwsSolutions-IAM5[Resource::{bucket}/*]', 'AwsSolutions-IAM5[Resource::{table}/stream/*]'],
    at: /^app\/Archive\/Copy\/ServiceRole\//,
    reason:
      'Keys of objects are made of time, and the only call is PutObject; Lambda lists the streams of the one table before it reads the one it is given.',
  },
  {
    rules: ['AwsSolutions-CFR1'],
    at: /^edge\/Front\//,
    reason: 'People must be able to leave from wherever they travel (16 CFR 316.5, 47 CFR 64.1200(a)(10)).',
  },
  {
    rules: ['AwsSolutions-CFR3'],
    at: /^edge\/Front\//,
    reason:
      "CloudFront's logs keep whole paths and cannot redact them, and paths hold the tokens of people's links. The API logs each request by route instead, and the firewall what it turned away, its path redacted.",
  },
  {
    rules: ['HIPAA.Security-IAMNoInlinePolicy'],
    at: roles,
    reason: 'One policy for one role, written beside its function and deleted with it; sharing them would widen them.',
  },
  {
    rules: ['HIPAA.Security-LambdaConcurrency'],
    at: oursAndTheCdks,
    reason:
      'Each function gets its share once stages.yaml says that the account allows enough (runbook, "Give each function its share"): a new one allows ten and refuses any. Until then queues hold their workers\' concurrency at the source and the API is throttled.',
  },
  {
    rules: ['HIPAA.Security-LambdaDLQ'],
    at: oursAndTheCdks,
    reason:
      'Nothing starts these functions asynchronously but the ticks, whose next minute is the retry and whose silence rings. Queues have dead-letter queues of their own.',
  },
  {
    rules: ['HIPAA.Security-LambdaInsideVPC'],
    at: oursAndTheCdks,
    reason:
      'They talk only to AWS endpoints, over TLS and under IAM. A VPC would add NAT gateways (a way out that is not there now) and no barrier: nothing here listens on a network.',
  },
];

/** A rule's name is exact but for the names CDK makes up, which a `{…}` stands for. */
export const covers = (rule: string, finding: string): boolean =>
  new RegExp(`^${rule.replace(/[.*+?^$()|[\]\\/]/g, '\\$&').replace(/\{\w+\}/g, '[^\\]/*]+')}$`).test(finding);

/** The path without `Stridewell-<stage>-`, so that the list holds for every stage. */
export const placeOf = (path: string): string => path.replace(/^Stridewell-[a-z0-9]+-/, '');
