import type { Json } from '../lib/cloud/synth';

export interface Template {
  Resources: Record<string, { Type: string; Properties?: Record<string, Json> }>;
  Outputs?: Record<string, Json>;
}

/** What stands in for the stacks and services that the emulator lacks. */
export interface StandIns {
  /** Where the functions find the keys of staff tokens; the issuer's own name leads out of the machine. */
  emulator: string;
  /** Writes down each function's calls on their way to the emulator and to the project's own outside world. */
  recorder: string;
}

/** Resource types that MiniStack does not know; one of them fails its whole stack. */
export const lacking = ['AWS::Backup::BackupSelection'];

export const lackingAttributes = /^DkimDNSToken(Name|Value)\d$/;

/**
 * Everything that differs between what is deployed here and what `cdk deploy` gives to AWS, and nothing else does:
 * 1. resources of a type in `lacking` are left out;
 * 2. outputs that show an attribute of `lackingAttributes` (DNS records, for a person to enter) are left out;
 * 3. a user pool's `ProviderURL`, an attribute MiniStack lacks, is put together from its id;
 * 4. functions are told paths of the recorder for SES, for texts, for queues and for all their other calls, where the
 *    pool's keys are, and a number to text from, since the stack that buys one stays out;
 * 5. a secret without punctuation names the marks it is without, since MiniStack reads no `ExcludePunctuation`.
 */
export function transform(template: Template, { emulator, recorder }: StandIns): Template {
  const copy = withIssuers(structuredClone(template)) as Template;
  for (const [id, output] of Object.entries(copy.Outputs ?? {})) {
    if (attributesIn(output).some((name) => lackingAttributes.test(name))) delete copy.Outputs![id];
  }
  for (const [id, { Type, Properties }] of Object.entries(copy.Resources)) {
    if (lacking.includes(Type)) delete copy.Resources[id];
    if (Properties?.GenerateSecretString?.ExcludePunctuation) {
      Properties.GenerateSecretString.ExcludeCharacters = punctuation;
    }
    const variables = Type === 'AWS::Lambda::Function' && Properties?.Environment?.Variables;
    if (!variables) continue;
    variables.AWS_ENDPOINT_URL = `${recorder}/${id}`;
    if ('MARKETING_CONFIGURATION_SET' in variables) {
      variables.AWS_ENDPOINT_URL_SESV2 = `${recorder}/${id}~ses`;
      variables.AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2 = `${recorder}/${id}~sms`;
      variables.SMS_ORIGINATION = standInNumber;
      variables.SMS_CONFIGURATION_SET = 'stridewell-emulated';
    }
    for (const name of Object.keys(variables).filter((one) => one.endsWith('QUEUE_URL')))
      variables[name] = throughRecorder(`${recorder}/${id}`, variables[name]);
    if ('OIDC_ISSUER' in variables) {
      const pool = poolOf(variables.OIDC_ISSUER);
      variables.OIDC_JWKS_URI = { 'Fn::Join': ['', [`${emulator}/`, pool, '/.well-known/jwks.json']] };
    }
  }
  return copy;
}

/** SQS clients go where the queue's own address leads: http://host/account/name. */
const throughRecorder = (path: string, queueUrl: Json): Json => {
  const part = (n: number) => ({ 'Fn::Select': [n, { 'Fn::Split': ['/', queueUrl] }] });
  return { 'Fn::Join': ['/', [path, part(3), part(4)]] };
};

const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

export const standInNumber = '+17705550101';

const issuerStart = 'https://cognito-idp.us-east-1.amazonaws.com/';
const issuerOf = (pool: string) => ({ 'Fn::Join': ['', [issuerStart, { Ref: pool }]] });

/** An export of the storage stack arrives here as the whole issuer: the pool's id is what follows the last slash. */
const poolOf = (issuer: Json): Json => ({ 'Fn::Select': [3, { 'Fn::Split': ['/', issuer] }] });

function withIssuers(part: Json): Json {
  if (Array.isArray(part)) return part.map(withIssuers);
  if (part === null || typeof part !== 'object') return part;
  const [resource, attribute] = part['Fn::GetAtt'] ?? [];
  if (attribute === 'ProviderURL') return issuerOf(resource);
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, withIssuers(value)]));
}

function attributesIn(part: Json): string[] {
  if (part === null || typeof part !== 'object') return [];
  const [, attribute] = part['Fn::GetAtt'] ?? [];
  return attribute === undefined ? Object.values(part).flatMap(attributesIn) : [attribute];
}
