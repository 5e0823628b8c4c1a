import { mkdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { CreateTableCommand, DescribeTableCommand, ResourceInUseException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import engineRoom, { type Store } from 'dynalite/db/index.js';
import { StridewellError } from '../../functions/core/error';
import { type KeyAttribute, type TableNames, type TableShape, tableNames, tables } from '../../functions/store/schema';
import { mendIndexes } from './mend';

export interface LocalDynamo {
  /** Answers one DynamoDB request, under whatever path it came. */
  handle(req: IncomingMessage, res: ServerResponse): void;
  close(): Promise<void>;
  /** What answers, for the log. */
  engine: string;
}

/** DynamoDB on the developer's desk, inside this process: no port of its own, data under `dataDir`/dynamo or in memory. */
export async function startDynamo({ dataDir }: { dataDir: string | ':memory:' }): Promise<LocalDynamo> {
  const path = dataDir === ':memory:' ? undefined : join(dataDir, 'dynamo');
  if (path) await prepare(path);
  const { server, store } = start(path);
  try {
    await store.db.open();
    if (path) await mendIndexes(store);
  } catch (error) {
    throw refusal(path ?? dataDir, error);
  }

  return {
    engine: path ? `dynalite in ${path}` : 'dynalite in memory',
    handle(req, res) {
      const chunks: Buffer[] = [];
      req.on('data', (chunk: Buffer) => chunks.push(chunk));
      // dynalite throws when a caller hangs up half-way, which would end the process; it is shown whole requests only.
      req.on('error', () => res.destroy());
      req.on('end', () => {
        const { method, headers, url = '/' } = req;
        const query = url.includes('?') ? url.slice(url.indexOf('?')) : '';
        const whole = Object.assign(Readable.from([Buffer.concat(chunks)]), { method, headers, url: `/${query}` });
        server.emit('request', whole, res);
      });
    },
    async close() {
      await store.lifecycleManager.gracefulClose();
    },
  };
}

/**
 * dynalite closes its files only through a listening server, and leaves every iterator it opens to the end of the
 * process. Its store is caught as it is made, so that we can open, close and tidy up ourselves.
 */
function start(path: string | undefined) {
  const { create } = engineRoom;
  let store: Store | undefined;
  engineRoom.create = (options) => {
    store = create(options);
    return store;
  };
  try {
    const server = dynalite({ ...(path && { path }), createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
    if (!store) throw new StridewellError('internal', 'This release of dynalite makes its store in another way.');
    endIterators(store);
    return { server, store };
  } finally {
    engineRoom.create = create;
  }
}

function endIterators({ db }: Store): void {
  for (const kind of ['keys', 'values'] as const) {
    const open = db[kind].bind(db);
    db[kind] = (options) => {
      const rows = open(options);
      rows.return = () => rows.close();
      return rows;
    };
  }
}

async function prepare(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch {
    throw new StridewellError(
      'unavailable',
      `The data folder ${path} cannot be created; choose another with DATA_DIR.`,
    );
  }
}

function refusal(path: string, error: unknown): StridewellError {
  const cause = (error as { cause?: { code?: string } }).cause;
  if (cause?.code === 'LEVEL_LOCKED') {
    return new StridewellError(
      'unavailable',
      `The data folder ${path} is in use by another process; stop that one first.`,
    );
  }
  return new StridewellError('unavailable', `The data folder ${path} is damaged; move it away to start afresh.`);
}

/** Makes the tables that are not there yet and returns when all of them can be used. */
export async function createTables(client: DynamoDBDocumentClient, names: TableNames): Promise<void> {
  await Promise.all(
    tableNames.map(async (table) => {
      await create(client, names[table], tables[table]);
      await active(client, names[table], tables[table]);
    }),
  );
}

const keySchema = (partition: KeyAttribute, sort?: KeyAttribute) => [
  { AttributeName: partition.name, KeyType: 'HASH' as const },
  ...(sort ? [{ AttributeName: sort.name, KeyType: 'RANGE' as const }] : []),
];

async function create(client: DynamoDBDocumentClient, name: string, shape: TableShape): Promise<void> {
  const keys = [shape.partition, shape.sort, ...shape.indexes.flatMap(({ partition, sort }) => [partition, sort])];
  const attributes = new Map(keys.flatMap((key) => (key ? [[key.name, key.type] as const] : [])));
  const indexes = shape.indexes.map(({ name, partition, sort, projection }) => ({
    IndexName: name,
    KeySchema: keySchema(partition, sort),
    Projection: { ProjectionType: projection },
  }));
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [...attributes].map(([AttributeName, AttributeType]) => ({
          AttributeName,
          AttributeType,
        })),
        KeySchema: keySchema(shape.partition, shape.sort),
        ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes }),
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
}

async function active(client: DynamoDBDocumentClient, name: string, shape: TableShape): Promise<void> {
  for (let looks = 0; looks < 500; looks += 1) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    const indexes = Table?.GlobalSecondaryIndexes ?? [];
    if (Table?.TableStatus === 'ACTIVE' && indexes.every(({ IndexStatus }) => IndexStatus === 'ACTIVE')) {
      const missing = shape.indexes.find((index) => !indexes.some(({ IndexName }) => IndexName === index.name));
      if (!missing) return;
      throw new StridewellError(
        'unavailable',
        `Table ${name} is of another release (no index ${missing.name}); move the data folder away.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new StridewellError('unavailable', `Table ${name} did not become ready within 5 seconds.`);
}
