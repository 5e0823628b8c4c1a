import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { type TableName, tableNames } from '../../functions/store/schema';

/** Calls on a table; `index` is a query of its indexes, which reads no table. */
type Verb = 'GetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'Query' | 'Scan' | 'index';
export type Access = Partial<Record<TableName, Verb[]>>;

/**
 * What each function may do to each table, and no more: the calls that its flows make. Only staff and the sweep read
 * the whole list of people; only erasing deletes; the tick sees keys alone, the watch keys and the ledger. The journal
 * of departures can be added to, and no function may read, change or delete what stands there.
 */
export const access = {
  dispatch: { subscribers: ['index'] },
  sweep: {
    subscribers: ['GetItem', 'PutItem', 'Scan'],
    ledger: ['GetItem', 'PutItem'],
    records: ['GetItem', 'PutItem', 'index'],
  },
  watch: {
    subscribers: ['index'],
    ledger: ['index'],
    records: ['GetItem', 'PutItem', 'Query', 'index'],
  },
  send: {
    subscribers: ['GetItem', 'PutItem', 'DeleteItem'],
    guards: ['GetItem', 'PutItem'],
    departures: ['PutItem'],
    ledger: ['GetItem', 'PutItem', 'DeleteItem', 'Query'],
    records: ['GetItem', 'PutItem'],
  },
  events: {
    subscribers: ['GetItem', 'PutItem'],
    guards: ['GetItem', 'PutItem'],
    departures: ['PutItem'],
    ledger: ['GetItem', 'PutItem'],
    records: ['GetItem'],
  },
  inbound: {
    subscribers: ['GetItem', 'PutItem'],
    guards: ['GetItem', 'PutItem'],
    departures: ['PutItem'],
    ledger: ['GetItem', 'PutItem'],
    records: ['GetItem'],
  },
  public: {
    subscribers: ['GetItem', 'PutItem', 'DeleteItem'],
    guards: ['GetItem', 'PutItem'],
    departures: ['PutItem'],
    ledger: ['GetItem', 'PutItem', 'DeleteItem', 'Query'],
    records: ['GetItem', 'PutItem', 'DeleteItem'],
  },
  staff: {
    subscribers: ['GetItem', 'PutItem', 'Scan'],
    guards: ['GetItem', 'PutItem'],
    departures: ['PutItem'],
    ledger: ['GetItem', 'PutItem', 'Query', 'index'],
    records: ['GetItem', 'PutItem', 'UpdateItem', 'Query', 'index'],
  },
  seed: { records: ['GetItem', 'PutItem'] },
} satisfies Record<string, Access>;

/** Grants exactly these calls on the tables and, for a query, on their indexes. */
export function grantAccess(to: Lambda, tables: Record<TableName, TableV2>, given: Access): void {
  for (const name of tableNames) {
    const verbs = given[name];
    if (!verbs) continue;
    const { tableArn } = tables[name];
    const actions = verbs.filter((verb) => verb !== 'index').map((verb) => `dynamodb:${verb}`);
    if (actions.length > 0) to.addToRolePolicy(new PolicyStatement({ actions, resources: [tableArn] }));
    if (verbs.includes('index')) {
      to.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:Query'], resources: [`${tableArn}/index/*`] }));
    }
  }
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
