/** A world in a process of its own, to be killed: `world-child.ts DATA_DIR stuck|well`. Prints its address, then events. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWorld, type World } from '../../../lib/local/world/world';

const [dataDir, health] = process.argv.slice(2);
const tell = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);
const take = async (json: unknown) => {
  if (health === 'stuck') await new Promise(() => {});
  tell(json);
};
let world: World | undefined;
const server = createServer((req, res) => void world?.handle(req, res));
server.listen(0, '127.0.0.1', () => {
  tell({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  // Only now: what is owed from before the kill leaves at once.
  world = createWorld({
    dataDir: dataDir!,
    now: Date.now,
    smsNumber: '+17705550101',
    publicUrl: 'http://localhost:1',
    emit: { sesEvent: take, smsEvent: take, inboundSms: take },
    ids: randomUUID,
    random: Math.random,
  });
});
