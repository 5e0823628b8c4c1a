import { DescribeTableCommand, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { ListSecretsCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { BatchWriteCommand, type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { StridewellError } from '../functions/core/base/error';
import type { Instant } from '../functions/core/base/time';
import { type TableName, type TableNames, tableNames, tables } from '../functions/store/schema';

type Item = Record<string, unknown>;

/** CloudFormation names a table after its stack, its logical id and chance. */
const ofStack = (stage: string, table: TableName): RegExp =>
  new RegExp(`^Stridewell-${stage}-storage-${table}[0-9A-F]{8}-[A-Z0-9]+$`);

/** The tables of a deployed stage, each found by its name. A restored copy is called otherwise, so it is never taken for one. */
export async function tablesOf(client: DynamoDBDocumentClient, stage: string): Promise<TableNames> {
  const all: string[] = [];
  let from: string | undefined;
  do {
    const page = await client.send(new ListTablesCommand(from ? { ExclusiveStartTableName: from } : {}));
    all.push(...(page.TableNames ?? []));
    from = page.LastEvaluatedTableName;
  } while (from);
  const found = tableNames.map((table) => [table, all.filter((name) => ofStack(stage, table).test(name))] as const);
  const wrong = found.filter(([, names]) => names.length !== 1);
  if (wrong.length > 0) {
    const said = wrong.map(([table, names]) => `${table} (${names.length === 0 ? 'none' : names.join(', ')})`);
    throw new StridewellError('not-found', `There should be one table each, but there is not: ${said.join('; ')}.`);
  }
  return Object.fromEntries(found.map(([table, [name]]) => [table, name])) as TableNames;
}

/** Where the stage keeps its keys: CloudFormation writes on each secret whose it is. */
export async function secretsOf(client: SecretsManagerClient, stage: string): Promise<string> {
  const { SecretList = [] } = await client.send(
    new ListSecretsCommand({
      Filters: [{ Key: 'description', Values: ['Keys of links and of hidden addresses'] }],
      MaxResults: 100,
    }),
  );
  const own = SecretList.filter(({ Tags = [] }) =>
    Tags.some(({ Key, Value }) => Key === 'stage' && Value === stage),
  ).flatMap(({ ARN }) => ARN ?? []);
  if (own.length !== 1)
    throw new StridewellError('not-found', `Stage ${stage} should have one secret with its keys, not ${own.length}.`);
  return own[0]!;
}

/**
 * Which restored table is which: `subscribers=NAME`. The journal is refused, because it would forget who has left, and
 * the audit trail, because it would forget who did what.
 */
export function sourcesFrom(given: string[]): [TableName, string][] {
  return given.map((one) => {
    const [table = '', name = ''] = one.split('=');
    const may = tableNames.filter((known) => known !== 'departures' && known !== 'audit');
    if (!(may as string[]).includes(table) || !/^[A-Za-z0-9_.-]{3,255}$/.test(name))
      throw new StridewellError(
        'invalid',
        `"${one}" is not like subscribers=RESTORED-TABLE (${may.join(', ')}).`,
        'copy',
      );
    return [table as TableName, name];
  });
}

/** A moment as AWS prints it. */
export function momentFrom(text: string | undefined, field: string): Instant {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text ?? '') ? Date.parse(text!) : NaN;
  if (Number.isNaN(at))
    throw new StridewellError('invalid', `Say --${field} with its zone, such as 2026-11-30T15:04:05Z.`, field);
  return at;
}

/** The flags that stop sending belong to now: a backup in which sending was on must not switch it on. */
const staysAsItIs = (table: TableName, item: Item): boolean =>
  table === 'records' && String(item.kind).startsWith('controls#');

/**
 * Puts each item of a restored table over the one in use. Whatever the backup has not heard of stays: who signed up
 * since has lost nothing. Answers how many were put; repeating it is harmless.
 */
export async function copyTable(
  client: DynamoDBDocumentClient,
  table: TableName,
  from: string,
  to: string,
): Promise<number> {
  await sameShape(client, table, from);
  let copied = 0;
  let start: Item | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: from, ExclusiveStartKey: start, ConsistentRead: true }),
    );
    const items = (page.Items ?? []).filter((item) => !staysAsItIs(table, item));
    for (let i = 0; i < items.length; i += 25) await put(client, to, items.slice(i, i + 25));
    copied += items.length;
    start = page.LastEvaluatedKey;
  } while (start);
  return copied;
}

async function sameShape(client: DynamoDBDocumentClient, table: TableName, name: string): Promise<void> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
  const keys = (Table?.KeySchema ?? []).map(({ AttributeName }) => AttributeName).join(', ');
  const { partition, sort } = tables[table];
  const wanted = [partition, ...(sort ? [sort] : [])].map((key) => key.name).join(', ');
  if (keys !== wanted)
    throw new StridewellError('invalid', `${name} is no copy of ${table}: its key is ${keys}, not ${wanted}.`, 'copy');
}

/** DynamoDB may take a part of a batch and hand the rest back. */
async function put(client: DynamoDBDocumentClient, table: string, items: Item[]): Promise<void> {
  let left = items.map((Item) => ({ PutRequest: { Item } }));
  for (let tries = 0; left.length > 0; tries += 1) {
    if (tries > 0) await new Promise((go) => setTimeout(go, Math.min(100 * 2 ** tries, 5000)));
    if (tries === 10) throw new StridewellError('unavailable', 'DynamoDB takes no more writes just now. Run it again.');
    const { UnprocessedItems = {} } = await client.send(new BatchWriteCommand({ RequestItems: { [table]: left } }));
    left = (UnprocessedItems[table] ?? []) as typeof left;
  }
}
