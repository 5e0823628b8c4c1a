import { drill } from '../../bench/kill/drill';

/** The short form of `npm run drill`: a house in a process of its own, killed without warning while messages go out. */
test('a house killed twice under load doubles nothing, loses nothing and keeps every goodbye', async () => {
  const done = await drill({ root: process.cwd(), seed: 11, people: 12, kills: 2 });
  expect(done).toMatchObject({ kills: 2, doubled: [], lost: [], afterGoodbye: [] });
  expect(done.accepted).toBeGreaterThan(8 * 6);
  expect(done.goodbyes).toBeGreaterThan(0);
}, 120_000);
