import type { SeriesVersion } from '../../functions/core/series';
import { day } from '../../functions/core/time';
import { seedSeries } from '../../functions/flows/seed-series';
import { aPerson, aRun, evergreen, memory, monday, type World } from '../support/memory';
import { all } from '../templates/sample';

/** What a deployment does to series: over versions kept as the store keeps them. */
function shelf(first: SeriesVersion[] = []) {
  const versions = new Map(first.map((one) => [`${one.seriesId}#${one.version}`, one]));
  const newest = (id: string) =>
    [...versions.values()].filter(({ seriesId }) => seriesId === id).sort((a, b) => b.version - a.version)[0];
  return {
    versions,
    ports: {
      series: {
        latest: async (id: string) => newest(id),
        publish: async (next: SeriesVersion) => {
          const name = `${next.seriesId}#${next.version}`;
          if (versions.has(name)) return false;
          versions.set(name, structuredClone(next));
          return true;
        },
      },
    },
    numbers: () => [...versions.keys()].sort(),
  };
}

/** The release after this one: every subject of the first series reads otherwise. */
const reworded = (): SeriesVersion[] =>
  structuredClone(all).map((one) => {
    if (one.seriesId === evergreen) for (const step of Object.values(one.steps)) step.words.subject += ', new';
    return one;
  });

it('the first deployment publishes every built-in series as version 1; the same again publishes nothing', async () => {
  const { ports, numbers } = shelf();
  expect(await seedSeries(ports, all)).toBe(all.length);
  expect(numbers()).toEqual(all.map(({ seriesId }) => `${seriesId}#1`).sort());
  expect(await seedSeries(ports, all)).toBe(0);
  expect(await seedSeries(ports, structuredClone(all))).toBe(0);
});

it('a release that changed one series publishes one version of it, and leaves the first as it was', async () => {
  const { ports, numbers, versions } = shelf();
  await seedSeries(ports, all);
  const first = structuredClone(versions.get(`${evergreen}#1`));
  expect(await seedSeries(ports, reworded())).toBe(1);
  expect(await seedSeries(ports, reworded())).toBe(0);
  expect(numbers()).toContain(`${evergreen}#2`);
  expect(numbers()).toHaveLength(all.length + 1);
  expect(versions.get(`${evergreen}#1`)).toEqual(first);
});

it('an approval does not count as a change, and words staff have written are theirs', async () => {
  const approved = all.map((one) => ({ ...one, approval: 'approved' as const, approvedBy: 'dr' }));
  const { ports, versions } = shelf(approved);
  expect(await seedSeries(ports, all)).toBe(0);
  versions.set(`${evergreen}#2`, {
    ...approved.find(({ seriesId }) => seriesId === evergreen)!,
    version: 2,
    author: 'kim',
  } as never);
  expect(await seedSeries(ports, reworded())).toBe(0);
});

it('two deployments at once publish one version', async () => {
  const { ports, numbers } = shelf();
  await seedSeries(ports, all);
  const counts = await Promise.all([seedSeries(ports, reworded()), seedSeries(ports, reworded())]);
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(1);
  expect(numbers()).toHaveLength(all.length + 1);
});

describe('a deployment in mid-campaign', () => {
  const ids = Array.from({ length: 6 }, (_, i) => `sub_000000000000000${i + 1}`);
  const folk = ids.map((id, i) =>
    aPerson({
      id,
      channels: { email: { ...aPerson().channels.email!, address: `runner${i}@example.com` } },
      enrollments: [aRun({ id: `enr_000000000000000${i + 1}` })],
    }),
  );
  const sends = (world: World) =>
    world.state.requests.map(({ message }) => `${message.tags.target} ${message.tags.step}`);

  /** The next release comes while the old workers hold claims: one in flight, one dead with its request unknown. */
  async function deployInMidst() {
    const world = memory({ people: folk });
    const { ports } = shelf(all);
    let seeded = 0;
    const deploy = async () => {
      seeded += await seedSeries(ports, reworded());
      for (const one of reworded().filter(({ seriesId }) => seriesId === evergreen))
        world.publish({ ...one, version: 2 });
    };
    let requests = 0;
    world.state.answer = async () => {
      requests += 1;
      // The deployment happens while this very request is open, its claim saved and its outcome not.
      if (requests === 2) await deploy();
      if (requests === 3) return { is: 'unknown', reason: 'timeout' };
      return { is: 'accepted', providerId: `p${requests}` };
    };
    // One write of an old worker is lost with it: its request was taken, and nobody could say so.
    let saves = 0;
    world.state.before = async (step) => {
      if (step !== 'save') return;
      saves += 1;
      if (saves === 7) throw new Error('the old worker is gone');
    };
    await world.act.tick().catch(() => undefined);
    world.state.before = async () => undefined;
    expect(world.state.reports).toHaveLength(1);
    const open = world.see
      .everyone()
      .flatMap(({ enrollments }) => enrollments.filter(({ phase }) => phase === 'sending'));
    expect(open.length).toBeGreaterThanOrEqual(2);
    return { world, seeded: () => seeded };
  }

  it('doubles nothing and loses nothing, and everyone ends on the version they began', async () => {
    const { world, seeded } = await deployInMidst();
    for (let n = 0; n < 12; n += 1) await world.act.tick();
    for (let hours = 0; hours < 24 * 50; hours += 6) {
      world.state.now += day / 4;
      await world.act.tick();
    }
    expect(seeded()).toBe(1);
    const sent = sends(world);
    expect(sent.filter((one, i) => sent.indexOf(one) !== i)).toEqual([]);
    for (const id of ids) {
      const [run] = world.see.person(id).enrollments;
      expect(run).toMatchObject({ version: 1, status: 'finished', phase: 'waiting' });
      // Every step of their path is behind them, the one in doubt included.
      expect(run!.completedSteps.length).toBeGreaterThan(3);
      for (const stepId of run!.completedSteps) {
        const { facts } = world.see.delivery(run!.id, stepId, id)!;
        expect(Boolean(facts.accepted ?? facts.assumed ?? facts.skipped)).toBe(true);
      }
    }
    const subjects = world.state.requests.map(({ message }) => ('subject' in message ? message.subject : ''));
    expect(subjects.filter((one) => one.endsWith(', new'))).toEqual([]);
  });

  it('whoever confirms after it begins the new version', async () => {
    const { world } = await deployInMidst();
    await world.act.signUp({
      firstName: 'Kim',
      experience: 'regular',
      pain: 'mechanical',
      crossTraining: true,
      adult: true,
      email: 'kim@example.com',
      emailConsent: true,
      smsConsent: false,
      timeZone: 'America/New_York',
    });
    const id = (await world.see.ownerOf('kim@example.com'))!;
    await world.act.confirm(id);
    expect(world.see.person(id).enrollments).toMatchObject([{ version: 2 }]);
    expect(monday).toBeLessThan(world.state.now + day);
  });
});
