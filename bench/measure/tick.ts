import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { channelNames, perChannel, traits } from '../../functions/core/base/channel';
import { hour } from '../../functions/core/base/time';
import { dueOf } from '../../functions/core/sending/due';
import { dispatch } from '../../functions/flows/sending/dispatch';
import { dueShard, SHARDS, shardOf } from '../../functions/store/schema';
import { toItem } from '../../functions/store/subscriber-item';
import { type Engine, storesOn } from '../../test/support/tables';
import { monday, runnerOf } from './runner';
import type { Line } from './table';

const due = 1000;
const batch = 25;
const atOnce = 16;

/** What one tick reads with 1,000 people due, while the crowd of those who are not grows. */
export async function tick(engine: Engine, crowds: number[]): Promise<Line[]> {
  let units = 0;
  const stores = await storesOn(engine, (cost) => {
    units += cost.units;
  });
  const { client, names, subscribers } = stores;
  const itemOf = (n: number) => {
    const person = { ...runnerOf(n, n < due ? monday : monday + (1 + (n % 700)) * hour), rev: 1 };
    const next = dueOf(person)!;
    return { ...toItem(person), dueShard: dueShard(next.channel, shardOf(person.id)), dueAt: next.at };
  };
  const write = async (from: number, to: number): Promise<void> => {
    const wanted = Array.from({ length: to - from }, (_, i) => ({ PutRequest: { Item: itemOf(from + i) } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [names.subscribers]: wanted } }));
  };
  const costs: number[] = [];
  let stored = 0;
  try {
    for (const crowd of crowds) {
      const starts = Array.from({ length: Math.ceil((crowd - stored) / batch) }, (_, i) => stored + i * batch);
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          for (let from = starts.pop(); from !== undefined; from = starts.pop())
            await write(from, Math.min(from + batch, crowd));
        }),
      );
      stored = crowd;
      units = 0;
      const found = new Set<string>();
      await dispatch({
        now: () => monday,
        channels: channelNames,
        shards: SHARDS,
        people: subscribers,
        queue: {
          depth: async () => 0,
          wakeAll: async (_channel, ids) => {
            for (const id of ids) found.add(id);
          },
        },
        room: perChannel((name) => traits[name].room),
      });
      if (found.size !== due) throw new Error(`the tick found ${found.size} of ${due}`);
      costs.push(units);
    }
  } finally {
    client.destroy();
  }
  const spread = Math.max(...costs) / Math.min(...costs) - 1;
  const said = (n: number) => n.toLocaleString('en-US');
  return [
    {
      what: 'One tick with 1,000 due, read units',
      measured: costs.map((cost, i) => `${cost} among ${said(crowds[i]!)}`).join(', '),
      beside: `spread ${(spread * 100).toFixed(1)} %`,
      goal: 'flat within 2 %',
      met: spread <= 0.02,
    },
  ];
}
