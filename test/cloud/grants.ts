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
  /** Of records, where the right is for some kinds alone. */
  kind?: string;
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
          [Resource].flat().flatMap((resource: Json) =>
            kindsIn(Condition).map(
              (kind): Grant => ({
                door,
                action,
                on: nameOf(resource),
                index: JSON.stringify(resource).includes('/index/'),
                ...(Condition?.StringEquals?.['ses:FromAddress']
                  ? { from: Condition.StringEquals['ses:FromAddress'] }
                  : {}),
                ...(kind ? { kind } : {}),
              }),
            ),
          ),
        ),
      );
    });
}

/** One grant for each kind that the leading key may have; `series` and `series#*` are one. */
function kindsIn(condition: Json): (string | undefined)[] {
  const keys: string[] | undefined = condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'];
  return keys ? [...new Set(keys.map((key) => key.split('#')[0]))] : [undefined];
}

/** A right as one line, such as `public dynamodb:GetItem records booking by index`. */
export const spoken = ({ door, action, on, index, kind }: Grant): string =>
  [`${door} ${action} ${on}`, ...(kind ? [kind] : []), ...(index ? ['by index'] : [])].join(' ');

/** Whether this grant is what lets the call through. `logical` turns a physical name into a logical id. */
export const covers =
  (call: Call, logical: (physical: string) => string | undefined) =>
  ({ door, action, on, index, from, kind }: Grant): boolean => {
    if (door !== withoutHash(call.by) || action !== call.action) return false;
    if (action === 'ses:SendEmail') return from?.includes(call.on ?? '') === true;
    if (/^(ses|sms-voice|secretsmanager):/.test(action)) return true;
    // A right without kinds on a table that has them would let everything through: it counts for nothing.
    return on === withoutHash(logical(call.on ?? '') ?? '') && index === call.index && kind === call.kind;
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
    /^((public|send\w+) dynamodb:DeleteItem (ledger|subscribers|records link)|send\w+ dynamodb:Query ledger)$/,
    'Forgetting a person: by their own button, or after 30 days without a proof.',
  ],
  [/^public dynamodb:(Get|Delete)Item records booking$/, 'Bookings of a person who is forgotten, and one sent twice.'],
  [
    /^(public|inbound) dynamodb:Query records series$/,
    'Production begins nobody with a draft: the newest approved version is looked for; test/lib/cloud/rights.test.ts.',
  ],
  [
    /^(send\w+ dynamodb:PutItem|public dynamodb:Query) records link$/,
    "Whose a text's link is: written by whichever worker sends a person's first text, read by the page behind it; test/journey/by-text.test.ts.",
  ],
  [/^seed dynamodb:GetItem records series$/, 'Versions there already, at the second deployment.'],
  [
    /^send\w+ dynamodb:((Get|Put)Item guards|PutItem departures)$/,
    'Forgetting somebody who never confirmed lets go of their address.',
  ],
  [
    /^send\w+ dynamodb:(PutItem records controls|GetItem records hour)$/,
    'Stops all sending when the provider says that the account itself is in trouble; asks whether the hour had reports.',
  ],
  [/^send(email|text) (ses|sms-voice):/, 'Either worker sends whatever its person is due, whichever queue woke it.'],
  [
    /^inbound sqs:SendMessage InboundDead$/,
    'Lays down a text that nobody can read; the journey poisons the other queue.',
  ],
  [
    /^staff (dynamodb|sqs):/,
    'The console: campaigns, segments, approval, replies, opt-outs, tests. The journey reads a few of its pages; test/lib/cloud/staff-rights.test.ts holds every act against these rights.',
  ],
  [/^watch dynamodb:PutItem records controls$/, 'The circuit breaker, which nothing in the journey calls for.'],
  [
    /^ArchiveCopy dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams) audit$/,
    "Asked by Lambda's poller with the function's role.",
  ],
  [
    /^public dynamodb:PutItem departures$/,
    'Leaving on the page of choices, or by being forgotten; the journey leaves by link, which is another function.',
  ],
  [
    /^inbound dynamodb:UpdateItem guards budget$/,
    'Counts answers to small talk, of which the journey has none; test/flows/public/receive-sms.test.ts has.',
  ],
  [/^sweep dynamodb:/, 'Enrolling a campaign, which the journey has none of; test/flows/sending/sweep.test.ts has.'],
];
