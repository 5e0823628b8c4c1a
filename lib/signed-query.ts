import { StridewellError } from '../functions/core/error';
import { type Credentials, signedHeaders } from './signature';

export interface Query {
  /** Name in the credential scope, such as `sns`. */
  service: string;
  region: string;
  endpoint: string;
  form: Record<string, string>;
  credentials: Credentials;
  now: Date;
}

/** A request in AWS's query protocol (a form in, XML out), signed. */
export function signed({ endpoint, form, ...rest }: Query) {
  const body = new URLSearchParams(form).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded', host: new URL(endpoint).host };
  return { body, headers: signedHeaders({ ...rest, method: 'POST', path: '/', headers, body }) };
}

/** The answer as XML; a refusal is named by AWS's code alone. */
export async function query(asked: Query): Promise<string> {
  const { body, headers } = signed(asked);
  const { host: _host, ...rest } = headers;
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
