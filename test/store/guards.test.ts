import type { Guard } from '../../functions/core/person/guard';
import { onEveryEngine } from '../support/tables';

const t0 = Date.UTC(2026, 10, 22);
const guard = (key: string): Guard => ({ key, rev: 0, channel: 'email', asked: [] });

onEveryEngine((stores) => {
  test('a guard is loaded as it was saved', async () => {
    const { guards } = stores();
    const full: Guard = {
      ...guard('g1'),
      owner: 'sub_1',
      suppressed: { reason: 'bounce', at: t0 },
      asked: [t0, t0 + 1],
    };
    expect(await guards.load('g1')).toBeUndefined();
    expect(await guards.save(full)).toEqual({ ...full, rev: 1 });
    expect(await guards.load('g1')).toStrictEqual({ ...full, rev: 1 });
  });

  test('of 50 people who claim one address at once exactly one owns it', async () => {
    const { guards } = stores();
    const claims = await Promise.all(
      Array.from({ length: 50 }, (_, i) => guards.save({ ...guard('g2'), owner: `sub_${i}` })),
    );
    const won = claims.filter((saved) => saved !== undefined);
    expect(won).toHaveLength(1);
    expect((await guards.load('g2'))?.owner).toBe(won[0]?.owner);
  });

  test('a suppression set in between is not overwritten by who read before it', async () => {
    const { guards } = stores();
    const read = await guards.save(guard('g3'));
    await guards.save({ ...read!, suppressed: { reason: 'stop', at: t0 } });
    expect(await guards.save({ ...read!, owner: 'sub_9' })).toBeUndefined();
    expect((await guards.load('g3'))?.suppressed?.reason).toBe('stop');
  });
});
