import { perChannel } from '../../../functions/core/base/channel';
import { type DispatchPorts, dispatch } from '../../../functions/flows/sending/dispatch';
import { aPerson, aRun, memory, monday } from '../../support/memory';

const many = (n: number) =>
  Array.from({ length: n }, (_, i) =>
    aPerson({ id: `sub_${String(i).padStart(16, '0')}`, enrollments: [aRun({ id: `enr_${i}` })] }),
  );

const ports = (shards: Record<number, string[]>, given: Partial<DispatchPorts> = {}) => {
  const queued: string[] = [];
  const world: DispatchPorts = {
    now: () => monday,
    channels: ['email'],
    shards: Object.keys(shards).length,
    people: {
      due: async (_channel, shard, _now, limit, after = '0') => {
        const all = shards[shard]!;
        const to = Number(after) + limit;
        return { ids: all.slice(Number(after), to), ...(to < all.length ? { next: String(to) } : {}) };
      },
    },
    queue: { depth: async () => 0, wakeAll: async (_channel, ids) => void queued.push(...ids) },
    room: perChannel(() => 1000),
    ...given,
  };
  return { world, queued };
};
const ids = (name: string, n: number) => Array.from({ length: n }, (_, i) => `${name}${i}`);

describe('a tick', () => {
  it('finds everybody who is due, whatever the queue lost before', async () => {
    const world = memory({ people: many(7) });
    expect(await world.act.tick()).toBe(7);
    expect(world.state.requests).toHaveLength(7);
    expect(await world.act.tick()).toBe(0);
  });

  it('hands out every page of every shard', async () => {
    const { world, queued } = ports({ 0: ids('a', 250), 1: ids('b', 30) });
    expect(await dispatch(world)).toEqual({ email: 280, sms: 0 });
    expect(new Set(queued).size).toBe(280);
  });

  it('never fills the queue beyond its room', async () => {
    const { world, queued } = ports(
      { 0: ids('a', 900) },
      { queue: { depth: async () => 950, wakeAll: async (_c, some) => void queued.push(...some) } },
    );
    await dispatch(world);
    expect(queued).toHaveLength(50);
  });

  it('adds nothing to a queue that is full', async () => {
    const { world, queued } = ports(
      { 0: ids('a', 9) },
      { queue: { depth: async () => 1000, wakeAll: async (_c, some) => void queued.push(...some) } },
    );
    expect(await dispatch(world)).toEqual({ email: 0, sms: 0 });
    expect(queued).toEqual([]);
  });

  it('lets a crowded shard starve no other', async () => {
    const { world, queued } = ports(
      { 0: ids('a', 900), 1: ids('b', 5) },
      { room: { ...perChannel(() => 0), email: 150 } },
    );
    await dispatch(world);
    expect(queued.filter((id) => id.startsWith('b'))).toHaveLength(5);
  });
});
