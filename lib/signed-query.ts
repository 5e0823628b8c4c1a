import { StridewellError } from '../functions/core/base/error';
import { type Credentials, signedHeaders } from './signature';

export interface Query {
  /** Name in the credential scope, such as `sns`. */
  service: string;
  region: string;
  endpoint: string;
  /** The request, in the query protocol, or in JSON 1.1 if the service speaks that. */
  form: Record<string, string> | { target: string; json: object };
  credentials: Credentials;
  now: Date;
}

const isJson = (form: Query['form']): form is { target: string; json: object } => typeof form.json === 'object';

/** A request in AWS's query protocol (a form in, XML out) or in its JSON 1.1, signed. */
export function signed({ endpoint, form, ...rest }: Query) {
  const { host } = new URL(endpoint);
  const { body, headers } = isJson(form)
    ? {
        body: JSON.stringify(form.json),
        headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': form.target, host },
      }
    : {
        body: new URLSearchParams(form).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', host },
      };
  return { body, headers: signedHeaders({ ...rest, method: 'POST', path: '/', headers, body }) };
}

/** The answer as XML, or JSON where that was spoken; a refusal is named by AWS's code alone. */
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
  const code = /<Code>(\w+)<\/Code>|"__type":"(?:[\w.]+#)?(\w+)"/.exec(text)?.slice(1).find(Boolean) ?? answer.status;
  throw new StridewellError('unavailable', `${asked.service} says ${code}.`);
}
