import fc from 'fast-check';
import { type ChannelName, channelNames } from '../../functions/core/base/channel';
import type { Subscriber } from '../../functions/core/person/subscriber';
import { dueOf } from '../../functions/core/sending/due';
import { people } from '../../functions/store/people';
import { SHARDS, shardOf } from '../../functions/store/schema';
import { aSubscriber } from '../support/arbitrary';
import { onEveryEngine } from '../support/tables';

const t0 = Date.UTC(2026, 10, 22, 15);

const person = (id: string, more: Partial<Subscriber> = {}): Subscriber => ({
  id,
  rev: 0,
  kind: 'runner',
  createdAt: t0,
  channels: {},
  enrollments: [],
  notices: [],
  recentSends: [],
  ...more,
});

const dueAt = (id: string, at: number, channel: ChannelName = 'email'): Subscriber =>
  person(id, {
    notices: [{ id: `ntc_${id}`, kind: 'data-link', channel, phase: 'waiting', dueAt: at, expiresAt: at + 1 }],
  });

/** `n` ids that all fall into one shard. */
const idsIn = (shard: number, n: number, mark: string): string[] => {
  const ids: string[] = [];
  for (let i = 0; ids.length < n; i += 1) if (shardOf(`sub_${mark}${i}`) === shard) ids.push(`sub_${mark}${i}`);
  return ids;
};

onEveryEngine((stores) => {
  test('whoever was saved is loaded exactly as they were, one rev on', async () => {
    const { subscribers } = stores();
    await fc.assert(
      fc.asyncProperty(aSubscriber, async (subscriber) => {
        const saved = await subscribers.save(subscriber);
        expect(saved).toEqual({ ...subscriber, rev: 1 });
        expect(await subscribers.load(subscriber.id)).toStrictEqual(saved);
        expect(await subscribers.remove(subscriber.id, 1)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('of 100 saves at one rev exactly one wins', async () => {
    const { subscribers } = stores();
    const first = await subscribers.save(person('sub_race'));
    const tries = await Promise.all(
      Array.from({ length: 100 }, (_, i) => subscribers.save({ ...first!, pausedUntil: t0 + i })),
    );
    const winners = tries.filter((saved) => saved !== undefined);
    expect(winners).toHaveLength(1);
    expect(await subscribers.load('sub_race')).toEqual(winners[0]);
  });

  test('of 100 people made under one id exactly one is made', async () => {
    const { subscribers } = stores();
    const tries = await Promise.all(Array.from({ length: 100 }, () => subscribers.save(person('sub_birth'))));
    expect(tries.filter((saved) => saved !== undefined)).toHaveLength(1);
  });

  test('a stale rev saves and removes nothing', async () => {
    const { subscribers } = stores();
    const one = await subscribers.save(person('sub_stale'));
    const two = await subscribers.save({ ...one!, pausedUntil: t0 });
    expect(two?.rev).toBe(2);
    expect(await subscribers.save(one!)).toBeUndefined();
    expect(await subscribers.remove('sub_stale', 1)).toBe(false);
    expect(await subscribers.load('sub_stale')).toEqual(two);
    expect(await subscribers.save({ ...person('sub_nobody'), rev: 3 })).toBeUndefined();
    expect(await subscribers.load('sub_nobody')).toBeUndefined();
  });

  test('the due index holds who is due, oldest first, page by page, and nobody else', async () => {
    const { subscribers } = stores();
    const ids = idsIn(1, 7, 'order');
    const [parked, later, ...now] = ids as [string, string, ...string[]];
    await subscribers.save(person(parked));
    await subscribers.save(dueAt(later, t0 + 1));
    // Saved youngest first, so that order of arrival cannot pass for order of time.
    for (const [i, id] of now.entries()) await subscribers.save(dueAt(id, t0 - i * 1000));
    const oldestFirst = [...now].reverse();

    const seen: string[] = [];
    let after: string | undefined;
    let pages = 0;
    do {
      const page = await subscribers.due('email', 1, t0, 2, after);
      expect(page.ids.length).toBeLessThanOrEqual(2);
      seen.push(...page.ids);
      after = page.next;
      pages += 1;
    } while (after);
    expect(seen).toEqual(oldestFirst);
    expect(pages).toBeGreaterThanOrEqual(3);
    expect((await subscribers.due('sms', 1, t0, 10)).ids).toEqual([]);
    expect((await subscribers.due('email', 2, t0, 10)).ids).toEqual([]);
  });

  test('many people due at one moment are each seen once across pages', async () => {
    const { subscribers } = stores();
    const at = Date.UTC(2020, 0, 1);
    const ids = idsIn(3, 9, 'same');
    for (const id of ids) await subscribers.save(dueAt(id, at, 'sms'));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await subscribers.due('sms', 3, at, 2, after);
      seen.push(...page.ids);
      after = page.next;
    } while (after);
    expect(seen.sort()).toEqual(ids.sort());
  });

  test('who is done, parked or erased leaves the due index', async () => {
    const { subscribers } = stores();
    const [id, other] = idsIn(2, 2, 'leave') as [string, string];
    const at = Date.UTC(2021, 0, 1);
    const waiting = await subscribers.save(dueAt(id, at));
    const gone = await subscribers.save(dueAt(other, at + 1));
    expect((await subscribers.due('email', 2, at + 1, 10)).ids).toEqual([id, other]);
    await subscribers.save({ ...waiting!, notices: [] });
    await subscribers.remove(other, gone!.rev);
    expect((await subscribers.due('email', 2, at + 1, 10)).ids).toEqual([]);
  });

  test('the next due moment is the first one after now on any channel and shard', async () => {
    const { subscribers } = stores();
    const far = Date.UTC(2040, 0, 1);
    expect(await subscribers.nextDue(far)).toBeUndefined();
    await subscribers.save(dueAt('sub_far1', far + 5000, 'email'));
    await subscribers.save(dueAt('sub_far2', far + 2000, 'sms'));
    await subscribers.save(dueAt('sub_far3', far, 'sms'));
    expect(await subscribers.nextDue(far)).toBe(far + 2000);
    expect(await subscribers.nextDue(far + 2000)).toBe(far + 5000);
    expect(await subscribers.nextDue(far + 5000)).toBeUndefined();
  });

  test('pages, in slices or not, hold everybody once', async () => {
    const { subscribers } = stores();
    const ids = Array.from({ length: 23 }, (_, i) => `sub_page${i}`);
    for (const id of ids) await subscribers.save(person(id));
    const all = async (slice?: { segment: number; of: number }) => {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await subscribers.page(5, after, slice);
        expect(page.subscribers.length).toBeLessThanOrEqual(5);
        seen.push(...page.subscribers.map(({ id }) => id).filter((id) => id.startsWith('sub_page')));
        after = page.next;
      } while (after);
      return seen;
    };
    expect((await all()).sort()).toEqual([...ids].sort());
    const slices = await Promise.all([0, 1, 2].map((segment) => all({ segment, of: 3 })));
    expect(slices.flat().sort()).toEqual([...ids].sort());
  });

  test('a page marker that is not ours is refused as invalid', async () => {
    const { subscribers } = stores();
    await expect(subscribers.page(5, 'nonsense')).rejects.toMatchObject({ code: 'invalid', field: 'after' });
  });
});

test('people spread evenly over the shards', () => {
  const counts = Array.from({ length: SHARDS }, () => 0);
  for (let i = 0; i < 8000; i += 1) counts[shardOf(`sub_${i.toString(36)}`)]! += 1;
  for (const count of counts) expect(Math.abs(count - 8000 / SHARDS)).toBeLessThan(300);
});

test('every person the types allow is due on a channel that has an index partition', () => {
  fc.assert(
    fc.property(aSubscriber, (subscriber) => {
      const due = dueOf(subscriber);
      if (due) expect(channelNames).toContain(due.channel);
    }),
  );
});

test('who has just saved a person changes them without a read; who was slower is told by rev, and reads', async () => {
  const rows = new Map<string, Subscriber>();
  let reads = 0;
  const store = people({
    load: async (id: string) => {
      reads += 1;
      return rows.get(id);
    },
    save: async (next: Subscriber) => {
      if ((rows.get(next.id)?.rev ?? 0) !== next.rev) return undefined;
      const saved = { ...next, rev: next.rev + 1 };
      rows.set(next.id, saved);
      return saved;
    },
  });
  const rest = (pausedUntil: number) => (current: Subscriber) => ({ ...current, pausedUntil });
  const saved = await store.create(person('sub_1'));
  await store.change(saved.id, rest(1), saved);
  expect(reads).toBe(0);
  // `saved` is old by now.
  const changed = await store.change(saved.id, (current) => ({ ...current, hintedAt: 2 }), saved);
  expect(reads).toBe(1);
  expect(changed).toMatchObject({ pausedUntil: 1, hintedAt: 2 });
});
