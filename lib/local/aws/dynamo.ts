import { mkdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { CreateTableCommand, DescribeTableCommand, ResourceInUseException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { StridewellError } from '../../../functions/core/base/error';
import {
  type KeyAttribute,
  type TableNames,
  type TableShape,
  tableNames,
  tables,
} from '../../../functions/store/schema';
import { countOpening, openStore, tellUnsaved } from './dynalite-store';
import { mendIndexes } from './mend';
import { diskProblem } from './unsaved';

export interface LocalDynamo {
  /** Answers one DynamoDB request; its path does not matter. */
  handle(req: IncomingMessage, res: ServerResponse): void;
  close(): Promise<void>;
  /** What answers, for the log. */
  engine: string;
  /** How often this store has been opened. */
  opened: number;
}

interface DynamoOptions {
  dataDir: string | ':memory:';
  /** How often the store had been opened before, at least. A store that knows of fewer has lost what it held. */
  opened?: number;
  /** Told of what could not be written to the disk. */
  unsaved?: (error: unknown) => void;
}

/** DynamoDB on the developer's desk, inside this process: no port of its own, data under `dataDir`/dynamo or in memory. */
export async function startDynamo({ dataDir, opened = 0, unsaved }: DynamoOptions): Promise<LocalDynamo> {
  const path = dataDir === ':memory:' ? undefined : join(dataDir, 'dynamo');
  if (path) await prepare(path);
  const { server, store } = openStore(path);
  let times = 0;
  try {
    await store.db.open();
    if (path) times = await countOpening(store, opened);
    if (path) await mendIndexes(store);
  } catch (error) {
    await store.lifecycleManager.gracefulClose().catch(() => undefined);
    throw refusal(path ?? dataDir, error);
  }
  tellUnsaved(store, unsaved ?? (() => undefined));

  return {
    opened: times,
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
  return (
    diskProblem(path, error) ??
    new StridewellError('unavailable', `The data folder ${path} is damaged; move it away to start afresh.`)
  );
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
