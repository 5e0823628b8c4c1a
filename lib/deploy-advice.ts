/** What the CDK's command line says when it gives up, and what a person then does. The first that fits is said. */
const advice: [when: RegExp, todo: string][] = [
  [
    /has the environment been bootstrapped|requires bootstrap stack version/i,
    'This account is not prepared for the CDK, or for an older one. Once per account: npx cdk bootstrap aws://ACCOUNT/us-east-1 (runbook, "Deploy").',
  ],
  [
    /no credentials have been configured|Unable to resolve AWS account|ExpiredToken|security token included in the request is (expired|invalid)|Token has expired|CredentialsProviderError/i,
    'Nobody is signed in to AWS, or no longer: aws sso login, and name the profile in AWS_PROFILE.',
  ],
  [
    /spawnSync docker ENOENT|Cannot connect to the Docker daemon|docker exited with/i,
    'Docker is asked for only where esbuild is missing, and then it is not needed either: npm ci, then try again.',
  ],
  [
    /Cloud assembly schema version mismatch|CDK CLI is not compatible|newer version of the CDK CLI/i,
    "The CDK's command line is older than its library: npm ci, then npm run deploy, which uses the pinned one.",
  ],
  [
    /is not authorized to perform|AccessDenied/i,
    'Whoever is signed in may not deploy. Sign in with the role that bootstrapped the account, or let it assume the cdk-… roles.',
  ],
  [
    /changed both in the console and in its files|words that staff saved do not go together/,
    'The words of a series were changed both in the console and in practice/series; nothing was deployed: runbook, "A series was changed in two places".',
  ],
  [
    /ROLLBACK_COMPLETE|ROLLBACK_FAILED/,
    'A first deployment broke off. Look in CloudFormation for the first failed resource, delete that stack there (never "storage"), then deploy again.',
  ],
  [
    /SSL certificate doesn't exist|InvalidViewerCertificate|certificate.*(not valid|doesn't exist)/i,
    'CloudFront does not know the certificate of stages.yaml: it must be issued, and in us-east-1 (runbook, "Deploy").',
  ],
];

/** One sentence about what went wrong, from all that the command line said; undefined when it speaks for itself. */
export const adviceOn = (said: string): string | undefined => advice.find(([when]) => when.test(said))?.[1];
