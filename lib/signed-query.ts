import { createHash, createHmac } from 'node:crypto';
import { StridewellError } from '../functions/core/error';

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

export interface Query {
  /** Name in the credential scope, such as `sns`. */
  service: string;
  region: string;
  endpoint: string;
  form: Record<string, string>;
  credentials: Credentials;
  now: Date;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/**
 * Headers of a request in AWS's query protocol (a form in, XML out), signed with Signature Version 4. For the one call
 * of a service whose whole client would be a dependency for one question.
 */
export function signed({ service, region, endpoint, form, credentials, now }: Query) {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const body = new URLSearchParams(form).toString();
  const stamp = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const date = stamp.slice(0, 8);
  const headers: Record<string, string> = {
    'content-type': 'application/x-www-form-urlencoded',
    host: new URL(endpoint).host,
    'x-amz-date': stamp,
    ...(sessionToken ? { 'x-amz-security-token': sessionToken } : {}),
  };
  const names = Object.keys(headers).sort();
  const canonical = [
    'POST',
    '/',
    '',
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    names.join(';'),
    sha256(body),
  ];
  const scope = `${date}/${region}/${service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', stamp, scope, sha256(canonical.join('\n'))].join('\n');
  const key = [region, service, 'aws4_request'].reduce<Buffer>(hmac, hmac(`AWS4${secretAccessKey}`, date));
  const signature = hmac(key, toSign).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return { body, headers: { ...headers, authorization } };
}

/** The answer as XML; a refusal is named by AWS's code alone. */
export async function query(asked: Query): Promise<string> {
  const { body, headers } = signed(asked);
  const { host: _host, ...rest } = headers as Record<string, string>;
  const answer = await fetch(asked.endpoint, {
    method: 'POST',
    headers: rest,
    body,
    signal: AbortSignal.timeout(10_000),
  });
  const text = await answer.text();
  if (answer.ok) return text;
  const code = /<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? answer.status;
  throw new StridewellError('unavailable', `${asked.service} says ${code}.`);
}
