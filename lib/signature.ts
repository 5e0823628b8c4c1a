import { createHash, createHmac } from 'node:crypto';

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

interface Unsigned {
  method: 'POST' | 'PUT';
  /** Encoded as it stands in the URL. */
  path: string;
  /** By lower-case name, `host` among them; all of them are signed. */
  headers: Record<string, string>;
  body: string;
  /** Name in the credential scope, such as `sns`. */
  service: string;
  region: string;
  credentials: Credentials;
  now: Date;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/**
 * The headers of a request signed with AWS Signature Version 4. For the one call of a service whose whole client would
 * be a dependency, or a heavy bundle, for one question.
 */
export function signedHeaders({
  method,
  path,
  headers,
  body,
  service,
  region,
  credentials,
  now,
}: Unsigned): Record<string, string> {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const stamp = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const date = stamp.slice(0, 8);
  const all: Record<string, string> = {
    ...headers,
    'x-amz-date': stamp,
    ...(sessionToken ? { 'x-amz-security-token': sessionToken } : {}),
  };
  const names = Object.keys(all).sort();
  const canonical = [
    method,
    path,
    '',
    ...names.map((name) => `${name}:${all[name]}`),
    '',
    names.join(';'),
    sha256(body),
  ];
  const scope = `${date}/${region}/${service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', stamp, scope, sha256(canonical.join('\n'))].join('\n');
  const key = [region, service, 'aws4_request'].reduce<Buffer>(hmac, hmac(`AWS4${secretAccessKey}`, date));
  const signature = hmac(key, toSign).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return { ...all, authorization };
}
