import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { type Capacity, documentClient } from '../../functions/store/client';
import { engines, storesOn } from '../support/tables';

test.each(Object.keys(engines))('the cost of each call is told, on %s', async (name) => {
  const engine = await engines[name]!();
  const told: Capacity[] = [];
  const stores = await storesOn(engine, (capacity) => told.push(capacity));
  try {
    await stores.guards.save({ key: 'g', rev: 0, channel: 'sms', asked: [] });
    expect(told).toEqual([{ table: stores.names.guards, command: 'PutItemCommand', units: 1 }]);
  } finally {
    stores.client.destroy();
    await engine.stop();
  }
});

test('a refused connection is an error, not a wait without end', async () => {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  const client = documentClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  await expect(client.send(new GetCommand({ TableName: 'guards', Key: { key: 'g' } }))).rejects.toThrow();
  client.destroy();
});
