import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { NodeHttpHandler } from '@smithy/node-http-handler';

/** What one call cost: `units` are DynamoDB capacity units, table and indexes together. */
export interface Capacity {
  table: string;
  command: string;
  units: number;
}

interface ClientOptions {
  endpoint?: string;
  region?: string;
  credentials?: NonNullable<DynamoDBClientConfig['credentials']>;
  /** Told the cost of every call; asking for it is free. */
  onCapacity?: (capacity: Capacity) => void;
}

/**
 * The one client of the tables. A call that hangs must fail before its caller's own bound, so the timeouts are explicit
 * and do throw: by default the SDK only logs them. The SDK may repeat a call; every write here is conditional, so a
 * repeat can only find its own work done.
 */
export function documentClient(options: ClientOptions = {}): DynamoDBDocumentClient {
  const { endpoint, region, credentials, onCapacity } = options;
  const base = new DynamoDBClient({
    ...(endpoint !== undefined && { endpoint }),
    ...(region !== undefined && { region }),
    ...(credentials !== undefined && { credentials }),
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 1000,
      requestTimeout: 5000,
      throwOnRequestTimeout: true,
      httpAgent: { keepAlive: true, maxSockets: 100 },
      httpsAgent: { keepAlive: true, maxSockets: 100 },
    }),
  });
  if (onCapacity) {
    base.middlewareStack.add(
      (next, context) => async (args) => {
        const result = await next({
          ...args,
          input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' },
        } as typeof args);
        const used = (result.output as { ConsumedCapacity?: { TableName?: string; CapacityUnits?: number } })
          .ConsumedCapacity;
        if (used) {
          const command = context.commandName ?? 'unknown';
          onCapacity({ table: used.TableName ?? '', command, units: used.CapacityUnits ?? 0 });
        }
        return result;
      },
      { step: 'initialize', name: 'reportCapacity' },
    );
  }
  return DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } });
}
