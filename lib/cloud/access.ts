import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { budgetPrefix, type RecordKind, recordKinds, type TableName, tableNames } from '../../functions/store/schema';

/** Calls on a table; `index` is a query of its indexes, which reads no table. */
type Verb = 'GetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'Query' | 'Scan' | 'index';
type ByKind = Partial<Record<RecordKind, Exclude<Verb, 'Scan'>[]>>;
export type Access = Partial<Record<Exclude<TableName, 'records'>, Verb[]>> & { records?: ByKind };

/**
 * What each function may do to each table, and no more: the calls that its flows make. Only staff and the sweep read
 * the whole list of people; only erasing deletes; the tick sees keys alone, the watch keys and the ledger. The journal
 * of departures can be added to, and no function may read, change or delete what stands there; the audit trail can be
 * added to and read by staff alone, and nobody may change or delete a line. In `records` each right is for named kinds: who is asked from the internet reads series and writes bookings, and reaches nothing else there.
 */
export const access = {
  dispatch: { subscribers: ['index'] },
  sweep: {
    subscribers: ['GetItem', 'PutItem', 'Scan'],
    ledger: ['GetItem', 'PutItem'],
    records: { campaign: ['GetItem', 'PutItem', 'index'], series: ['GetItem'] },
  },
  watch: {
    subscribers: ['index'],
    ledger: ['index'],
    records: {
      campaign: ['index'],
      controls: ['GetItem', 'PutItem'],
      hour: ['PutItem', 'Query'],
      watch: ['GetItem', 'PutItem'],
    },
  },
  send: {
    subscribers: ['GetItem', 'PutItem', 'DeleteItem'],
    guards: ['GetItem', 'PutItem'],
    departures: ['PutItem'],
    ledger: ['GetItem', 'PutItem', 'DeleteItem', 'Query'],
    records: {
      controls: ['GetItem', 'PutItem'],
      hour: ['GetItem'],
      link: ['PutItem', 'DeleteItem'],
      series: ['GetItem'],
    },
  },
  events: {
    subscribers: ['GetItem', 'PutItem'],
    guards: ['GetItem', 'PutItem'],
    departures: ['PutItem'],
    ledger: ['GetItem', 'PutItem'],
    records: { series: ['GetItem'] },
  },
  inbound: {
    subscribers: ['GetItem', 'PutItem'],
    guards: ['GetItem', 'PutItem'],
    departures: ['PutItem'],
    ledger: ['GetItem', 'PutItem', 'Query'],
    records: { series: ['GetItem', 'Query'] },
  },
  public: {
    subscribers: ['GetItem', 'PutItem', 'DeleteItem'],
    guards: ['GetItem', 'PutItem'],
    departures: ['PutItem'],
    ledger: ['GetItem', 'PutItem', 'DeleteItem', 'Query'],
    records: {
      booking: ['GetItem', 'PutItem', 'DeleteItem'],
      link: ['Query', 'DeleteItem'],
      series: ['GetItem', 'Query'],
    },
  },
  /** The same door as `public`, of which only the way out is ever asked. */
  unsubscribe: {
    subscribers: ['GetItem', 'PutItem'],
    guards: ['GetItem', 'PutItem'],
    departures: ['PutItem'],
    ledger: ['PutItem'],
  },
  staff: {
    subscribers: ['GetItem', 'PutItem', 'Scan'],
    guards: ['GetItem', 'PutItem'],
    departures: ['PutItem'],
    ledger: ['GetItem', 'PutItem', 'Query', 'index'],
    audit: ['PutItem', 'Query'],
    records: {
      booking: ['GetItem', 'PutItem', 'index'],
      campaign: ['GetItem', 'PutItem', 'index'],
      controls: ['GetItem', 'PutItem'],
      hour: ['Query'],
      segment: ['GetItem', 'PutItem', 'index'],
      series: ['GetItem', 'PutItem', 'UpdateItem', 'Query'],
      'test-quota': ['GetItem', 'PutItem'],
      watch: ['GetItem', 'PutItem'],
    },
  },
  seed: { records: { series: ['GetItem', 'PutItem'] } },
} satisfies Record<string, Access>;

/** Grants exactly these calls on the tables and, for a query, on their indexes; on records for these kinds alone. */
export function grantAccess(to: Lambda, tables: Record<TableName, TableV2>, { records = {}, ...others }: Access): void {
  for (const name of tableNames) {
    const verbs = name === 'records' ? undefined : others[name];
    if (verbs) grant(to, tables[name].tableArn, verbs);
  }
  // Kinds with the same rights share a statement.
  const together = new Map<string, RecordKind[]>();
  for (const kind of recordKinds) {
    const verbs = (records[kind] ?? []).join();
    if (verbs !== '') together.set(verbs, [...(together.get(verbs) ?? []), kind]);
  }
  for (const [verbs, kinds] of together) grant(to, tables.records.tableArn, verbs.split(',') as Verb[], kinds);
}

/**
 * The partition key of the newest-first index is the kind as well, so one condition holds for the table and the index.
 * `ForAllValues` is also true of a call that names no key; a scan is the only such call, and none is given here.
 */
function grant(to: Lambda, tableArn: string, verbs: Verb[], kinds?: RecordKind[]): void {
  const keys = kinds?.flatMap((kind) => [kind, `${kind}#*`]);
  const only = keys && { conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys } } };
  const actions = verbs.filter((verb) => verb !== 'index').map((verb) => `dynamodb:${verb}`);
  if (actions.length > 0) to.addToRolePolicy(new PolicyStatement({ actions, resources: [tableArn], ...only }));
  if (verbs.includes('index')) {
    const actions = ['dynamodb:Query'];
    to.addToRolePolicy(new PolicyStatement({ actions, resources: [`${tableArn}/index/*`], ...only }));
  }
}

/** Counting what is asked for (store/budgets): that call, under keys of counts alone, never on a guard. */
export function grantCounting(to: Lambda, { guards }: Record<TableName, TableV2>): void {
  to.addToRolePolicy(
    new PolicyStatement({
      actions: ['dynamodb:UpdateItem'],
      resources: [guards.tableArn],
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${budgetPrefix}*`] } },
    }),
  );
}

/** One call on one queue; the library's own grants give three, of which no flow makes more than one. */
export function grantQueue(to: Lambda, queue: IQueue, verb: 'SendMessage' | 'GetQueueAttributes'): void {
  to.addToRolePolicy(new PolicyStatement({ actions: [`sqs:${verb}`], resources: [queue.queueArn] }));
}

/** The whole right to send: from these addresses, through these sets, with this number. Given to the send functions only. */
export function grantSending(to: IGrantable, rights: { mail: string[]; from: string[]; texts: string[] }): void {
  const { grantPrincipal } = to;
  grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({
      actions: ['ses:SendEmail'],
      resources: rights.mail,
      conditions: { StringEquals: { 'ses:FromAddress': rights.from } },
    }),
  );
  // How fast the account may send; the call knows no resources.
  grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions: ['ses:GetAccount'], resources: ['*'] }));
  if (rights.texts.length === 0) return;
  grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({ actions: ['sms-voice:SendTextMessage'], resources: rights.texts }),
  );
}
