import { createHash, timingSafeEqual } from 'node:crypto';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { APIGatewayRequestAuthorizerEventV2, APIGatewaySimpleAuthorizerResult } from 'aws-lambda';
import { originHeader, originSecretArn } from './origin-names';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Lets through what carries the key; digests make both sides equally long and take the same time to compare. */
export const originGuard =
  (keyOf: () => Promise<string>) =>
  async ({
    headers,
  }: Pick<APIGatewayRequestAuthorizerEventV2, 'headers'>): Promise<APIGatewaySimpleAuthorizerResult> => {
    const key = await keyOf();
    return { isAuthorized: key !== '' && timingSafeEqual(digest(headers?.[originHeader] ?? ''), digest(key)) };
  };

const client = new SecretsManagerClient({});
let kept: Promise<string> | undefined;
const stored = (): Promise<string> => {
  kept ??= client
    .send(new GetSecretValueCommand({ SecretId: process.env[originSecretArn] }))
    .then(({ SecretString = '' }) => SecretString)
    .catch((error: unknown) => {
      kept = undefined;
      throw error;
    });
  return kept;
};

export const handler = originGuard(stored);
