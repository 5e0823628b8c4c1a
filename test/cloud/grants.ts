import type { Json } from '../lib/cloud/synth';
import type { Call } from './recorder';

/** One action on one resource that a function's policy allows. */
export interface Grant {
  /** Of the function, without the hash. */
  door: string;
  action: string;
  /** Logical id of the table or queue, `key`, `secrets`, or `*`. */
  on: string;
  index: boolean;
  /** Addresses a mail may be from. */
  from?: string[];
}

interface Policy {
  id: string;
  Properties: Json;
}

const withoutHash = (id: string): string => id.replace(/[0-9A-F]{8}$/, '');

/** What a resource's reference names: a logical id, from this stack or another's export. */
function nameOf(resource: Json): string {
  if (resource === '*') return '*';
  const text = JSON.stringify(resource);
  const found = /(?:GetAtt":\["|FnGetAtt|ExportsOutputRef|"Ref":")([A-Za-z]+?[0-9A-F]{8})/.exec(text)?.[1];
  return found ? withoutHash(found) : text;
}

/** Every grant of our own functions, one line each. */
export function grantsIn(policies: Policy[]): Grant[] {
  return policies
    .filter(({ id }) => /ServiceRole/.test(id) && !/^(AWSCDK|CustomCDK)/.test(id))
    .flatMap(({ id, Properties }) => {
      const door = id.replace(/ServiceRole.*/, '');
      return Properties.PolicyDocument.Statement.flatMap(({ Action, Resource, Condition }: Json) =>
        [Action].flat().flatMap((action: string) =>
          [Resource].flat().map(
            (resource: Json): Grant => ({
              door,
              action,
              on: nameOf(resource),
              index: JSON.stringify(resource).includes('/index/'),
              ...(Condition?.StringEquals?.['ses:FromAddress']
                ? { from: Condition.StringEquals['ses:FromAddress'] }
                : {}),
            }),
          ),
        ),
      );
    });
}

/** Whether this grant is what lets the call through. `logical` turns a physical name into a logical id. */
export const covers =
  (call: Call, logical: (physical: string) => string | undefined) =>
  ({ door, action, on, index, from }: Grant): boolean => {
    if (door !== withoutHash(call.by) || action !== call.action) return false;
    if (action === 'ses:SendEmail') return from?.includes(call.on ?? '') === true;
    if (/^(ses|sms-voice|secretsmanager):/.test(action)) return true;
    return on === withoutHash(logical(call.on ?? '') ?? '') && index === call.index;
  };

/** Rights that the journey does not show in use, each with what uses it. Any other unused right is one too many. */
export const unseen: [RegExp, string][] = [
  [/ kms:/, 'Asked by DynamoDB, Secrets Manager and SQS in the name of the caller, never by a function.'],
  [/ xray:/, 'Asked by the tracing daemon beside the function.'],
  [
    / sqs:(ReceiveMessage|DeleteMessage|ChangeMessageVisibility|GetQueueUrl|GetQueueAttributes) (Email|Text)Hints$/,
    "Asked by Lambda's poller with the function's role.",
  ],
  [
    / sqs:(ReceiveMessage|DeleteMessage|ChangeMessageVisibility|GetQueueUrl|GetQueueAttributes) (Events|Inbound)$/,
    "Asked by Lambda's poller with the function's role.",
  ],
  [
    /^(public|send\w+) dynamodb:(DeleteItem (ledger|subscribers)|Query ledger)$/,
    'Forgetting a person: by their own button, or after 30 days without a proof.',
  ],
  [/^public dynamodb:DeleteItem records$/, 'Bookings of a person who is forgotten.'],
  [
    /^send\w+ dynamodb:((Get|Put)Item guards|PutItem departures)$/,
    'Forgetting somebody who never confirmed lets go of their address.',
  ],
  [
    /^send\w+ dynamodb:PutItem records$/,
    'Stops all sending when the provider says that the account itself is in trouble.',
  ],
  [/^send(email|text) (ses|sms-voice):/, 'Either worker sends whatever its person is due, whichever queue woke it.'],
  [
    /^inbound sqs:SendMessage InboundDead$/,
    'Lays down a text that nobody can read; the journey poisons the other queue.',
  ],
  [
    /^staff (dynamodb|sqs):/,
    'The console: campaigns, segments, approval, replies, opt-outs, tests. The journey reads three of its pages; test/http/staff-app.test.ts calls them all.',
  ],
  [/^sweep dynamodb:/, 'Enrolling a campaign, which the journey has none of; test/flows/sweep.test.ts has.'],
];
