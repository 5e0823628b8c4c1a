import { createHash } from 'node:crypto';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { type Credentials, sha256, signedHeaders } from '../signature';
import { archiveBucket } from './archive-names';

interface CopyPorts {
  /** Writes one object; throws when it cannot. */
  put(key: string, body: string): Promise<void>;
  /** One line of the log, which an alarm listens to. */
  log(event: string, fields: Record<string, string | undefined>): void;
}

/** A line of the trail as it was written down, or what somebody made of one that was there before. */
const lineOf = ({ eventName, dynamodb }: DynamoDBRecord): string =>
  JSON.stringify({
    change: eventName,
    at: new Date((dynamodb?.ApproximateCreationDateTime ?? 0) * 1000).toISOString(),
    ...(dynamodb?.NewImage ? { new: dynamodb.NewImage } : {}),
    ...(dynamodb?.OldImage ? { old: dynamodb.OldImage } : {}),
  });

/**
 * Copies what the stream of the audit table says into one object, a line each, nothing interpreted. The key is of the
 * first record, so that a batch tried again makes a new version of the same object. A line that was changed or deleted
 * is no work of this service: it is copied as well, with what stood there before, and named in the log, which rings.
 */
export const auditCopy =
  ({ put, log }: CopyPorts) =>
  async ({ Records }: DynamoDBStreamEvent): Promise<void> => {
    const [first] = Records;
    if (!first) return;
    const at = new Date((first.dynamodb?.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
    const key = `${at.slice(0, 10).replaceAll('-', '/')}/${first.dynamodb?.SequenceNumber ?? first.eventID}.jsonl`;
    await put(key, `${Records.map(lineOf).join('\n')}\n`);
    for (const { eventName, dynamodb } of Records.filter((one) => one.eventName !== 'INSERT'))
      log('audit-changed', { change: eventName, entry: dynamodb?.Keys?.entry?.S });
  };

/** S3 takes an object into a bucket with a lock only with a checksum of it. */
export function putter(bucket: string, region: string, credentials: () => Credentials, endpoint?: string) {
  const url = endpoint ? `${endpoint}/${bucket}` : `https://${bucket}.s3.${region}.amazonaws.com`;
  return async (key: string, body: string): Promise<void> => {
    const to = new URL(`${url}/${key}`);
    const { host: _host, ...headers } = signedHeaders({
      method: 'PUT',
      path: to.pathname,
      headers: {
        host: to.host,
        'content-type': 'application/jsonl',
        'x-amz-checksum-sha256': createHash('sha256').update(body).digest('base64'),
        'x-amz-content-sha256': sha256(body),
      },
      body,
      service: 's3',
      region,
      credentials: credentials(),
      now: new Date(),
    });
    const answer = await fetch(to, { method: 'PUT', headers, body, signal: AbortSignal.timeout(10_000) });
    if (answer.ok) return;
    const code = /<Code>(\w+)<\/Code>/.exec(await answer.text())?.[1] ?? answer.status;
    throw new Error(`S3 says ${code}.`);
  };
}

const { env } = process;
/** Lambda gives each role's keys in the environment and restarts the function before they expire. */
const own = (): Credentials => ({
  accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
  secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
  ...(env.AWS_SESSION_TOKEN ? { sessionToken: env.AWS_SESSION_TOKEN } : {}),
});

export const handler = auditCopy({
  put: putter(env[archiveBucket] ?? '', env.AWS_REGION ?? '', own, env.AWS_ENDPOINT_URL),
  log: (event, fields) => void process.stdout.write(`${JSON.stringify({ event, ...fields })}\n`),
});
