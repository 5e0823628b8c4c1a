import { type ChannelName, perChannel } from '../../core/base/channel';
import type { Clock, People } from '../ports';

export type DispatchPorts = Clock &
  People<'due'> & {
    channels: readonly ChannelName[];
    shards: number;
    queue: {
      depth(channel: ChannelName): Promise<number>;
      wakeAll(channel: ChannelName, subscribers: string[]): Promise<void>;
    };
    /** Never fill a queue beyond this many hints: minutes of work at the channel's pace. */
    room: Record<ChannelName, number>;
  };

/** How many were woken. */
type Dispatched = Record<ChannelName, number>;

const pageSize = 100;

/** One tick: everybody who is due, oldest first, onto their channel's queue, as long as there is room. */
export async function dispatch(ports: DispatchPorts): Promise<Dispatched> {
  const now = ports.now();
  const count = perChannel(() => 0);
  for (const channel of ports.channels) {
    let room = ports.room[channel] - (await ports.queue.depth(channel));
    const after = new Map<number, string | undefined>();
    let open = Array.from({ length: ports.shards }, (_, shard) => shard);
    // Round robin over the shards, so that a crowded one never starves the others.
    while (room > 0 && open.length > 0) {
      const going: number[] = [];
      for (const shard of open) {
        if (room <= 0) break;
        const { ids, next } = await ports.people.due(channel, shard, now, Math.min(pageSize, room), after.get(shard));
        await ports.queue.wakeAll(channel, ids);
        count[channel] += ids.length;
        room -= ids.length;
        after.set(shard, next);
        if (next) going.push(shard);
      }
      open = going;
    }
  }
  return count;
}
