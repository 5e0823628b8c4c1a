import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod/mini';
import { type ChannelName, perChannel } from './core/base/channel';
import { StridewellError } from './core/base/error';
import type { LinkKeys } from './core/base/token';
import { type Budgets, defaultBudgets } from './core/membership/budget';
import type { Practice } from './core/practice/practice';
import { production } from './core/series/change';
import { allDay, type Policy } from './core/time/policy';
import { channelEnv, env } from './environment';
import type { TableNames } from './store/schema';

/** Everything the composition needs. The environment fills it in in the cloud, `npm start` on a laptop. */
export interface Config {
  stage: string;
  practice: Practice;
  policy: Policy;
  /** Without a slash at the end. */
  publicUrl: string;
  tables: TableNames;
  shards: number;
  queues: Record<ChannelName, string>;
  /** The queue for messages a worker cannot read. Without one they come back until their queue gives up. */
  deadQueueUrl?: string;
  linkKeys: LinkKeys;
  guardSecret: string;
  configurationSets: { marketing: string; transactional: string; sms: string };
  smsOrigination: string;
  oidc: { issuer: string; clientId: string; jwksUri?: string };
  /** Addresses that may get anything, or `*`. Production needs none. */
  allowList: string[];
  /** The series that people begin when they confirm. */
  evergreen: string[];
  signupsPerMinute: number;
  budgets: Budgets;
  /** ms: what could tell who is known here is answered at the next multiple of this (http/public/same-time). */
  answersEvery: number;
  /** Workers that may send at once, who share the provider's rate, and text parts a second of the practice's number. */
  pace: { workers: Record<ChannelName, number>; textParts: number };
  /** Folder of the drawings; not used where a site bucket serves them. */
  drawings: string;
  /** Where the providers answer; absent in the cloud, where the SDK knows. */
  endpoints?: { dynamodb: string; sqs: string; ses: string; sms: string };
}

const secretsSchema = z.strictObject({
  linkKeys: z
    .array(
      z.strictObject({
        id: z.string().check(z.regex(/^[A-Za-z0-9]{1,8}$/)),
        secret: z.string().check(z.minLength(32)),
      }),
    )
    .check(z.minLength(1)),
  guardSecret: z.string().check(z.minLength(32)),
});

/** Reads the whole environment at once and names everything that is missing, not only the first. */
export async function configFrom(source: Record<string, string | undefined>): Promise<Config> {
  const optional: string[] = [
    env.seriesFile,
    env.allowList,
    env.budgets,
    env.oidcIssuer,
    env.oidcClientId,
    env.oidcJwksUri,
    env.deadQueueUrl,
    env.marketingConfigurationSet,
    env.transactionalConfigurationSet,
    env.smsConfigurationSet,
    env.smsOrigination,
    env.textPartsPerSecond,
  ];
  const missing = Object.values(env).filter((name) => !optional.includes(name) && !source[name]);
  if (missing.length > 0)
    throw new StridewellError('unavailable', `Environment variables are missing: ${missing.join(', ')}.`);
  const get = (name: string): string => source[name] ?? '';
  const shards = Number(get(env.shards));
  if (!Number.isInteger(shards) || shards < 1)
    throw new StridewellError('unavailable', `${env.shards} must be a whole number of at least 1.`);
  const [practice, policy, secrets] = await Promise.all([
    laidBeside<Practice>(get(env.practiceFile)),
    policyFrom(get(env.policyFile), get(env.stage)),
    secretsFrom(get(env.secretsArn)),
  ]);
  return {
    stage: get(env.stage),
    practice,
    policy,
    publicUrl: get(env.publicUrl).replace(/\/$/, ''),
    tables: {
      subscribers: get(env.subscribersTable),
      guards: get(env.guardsTable),
      ledger: get(env.ledgerTable),
      records: get(env.recordsTable),
      departures: get(env.departuresTable),
      audit: get(env.auditTable),
    },
    shards,
    queues: perChannel((name) => get(channelEnv(name).queueUrl)),
    ...(source[env.deadQueueUrl] ? { deadQueueUrl: get(env.deadQueueUrl) } : {}),
    linkKeys: secrets.linkKeys as unknown as LinkKeys,
    guardSecret: secrets.guardSecret,
    configurationSets: {
      marketing: get(env.marketingConfigurationSet),
      transactional: get(env.transactionalConfigurationSet),
      sms: get(env.smsConfigurationSet),
    },
    smsOrigination: get(env.smsOrigination),
    oidc: {
      issuer: get(env.oidcIssuer),
      clientId: get(env.oidcClientId),
      ...(source[env.oidcJwksUri] ? { jwksUri: source[env.oidcJwksUri] as string } : {}),
    },
    allowList: get(env.allowList)
      .split(',')
      .map((one) => one.trim())
      .filter(Boolean),
    evergreen: get(env.evergreenSeries).split(','),
    signupsPerMinute: 20,
    budgets: source[env.budgets] ? JSON.parse(get(env.budgets)) : defaultBudgets,
    // A sign-up for both channels takes about 25 calls of DynamoDB one after another.
    answersEvery: 500,
    pace: {
      workers: perChannel((name) => Number(get(channelEnv(name).workers)) || 1),
      textParts: Number(get(env.textPartsPerSecond)) || 1,
    },
    drawings: join(dirname(get(env.practiceFile)), 'drawings'),
  };
}

/** Practice and policy were checked line by line when the stacks wrote them beside the bundle; no start does it again. */
const laidBeside = async <T>(file: string): Promise<T> => JSON.parse(await readFile(file, 'utf8'));

/** The law's hours bind the real stage; only a rehearsal whose messages reach no real person may send at any hour. */
async function policyFrom(file: string, stage: string): Promise<Policy> {
  const written = await laidBeside<Policy | 'all-day'>(file);
  if (written !== 'all-day') return written;
  if (stage === production) throw new StridewellError('unavailable', `${file}: production keeps the law's hours.`);
  return allDay;
}

async function secretsFrom(arn: string): Promise<z.infer<typeof secretsSchema>> {
  const { SecretString } = await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: arn }));
  const parsed = secretsSchema.safeParse(JSON.parse(SecretString ?? '{}'));
  // Only that a secret is wrong is printed, never why.
  if (!parsed.success)
    throw new StridewellError('unavailable', 'The secret does not hold linkKeys and guardSecret as it should.');
  return parsed.data;
}

/** Composes once, at a door's first call; a failed start is tried again at the next. */
export function composed<T>(compose: (config: Config) => T): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= configFrom(process.env)
      .then(compose)
      .catch((error: unknown) => {
        made = undefined;
        throw error;
      });
    return made;
  };
}
