import { day } from '../../../functions/core/base/time';
import { warningsOf } from '../../../functions/core/series/lint-series';
import type { SeriesVersion } from '../../../functions/core/series/series';
import { seedSeries } from '../../../functions/flows/care/seed-series';
import { approveSeries, editSeries } from '../../../functions/flows/staff/edit-series';
import { aPerson, aRun, evergreen, memory, monday, type World } from '../../support/memory';
import { all, practice } from '../../support/practice';

/** What a deployment does to series: over versions kept as the store keeps them. */
function shelf(first: SeriesVersion[] = []) {
  const versions = new Map(first.map((one) => [`${one.seriesId}#${one.version}`, one]));
  const newest = (id: string) =>
    [...versions.values()].filter(({ seriesId }) => seriesId === id).sort((a, b) => b.version - a.version)[0];
  const files = new Map<string, SeriesVersion>();
  return {
    versions,
    newest,
    ports: {
      practice,
      series: {
        latest: async (id: string) => newest(id),
        version: async (id: string, n: number) => versions.get(`${id}#${n}`),
        taken: async (id: string) => files.get(id),
        take: async (file: SeriesVersion) => void files.set(file.seriesId, structuredClone(file)),
        approve: async (id: string, n: number, approvedBy: string, accepted: string[]) => {
          const one = versions.get(`${id}#${n}`)!;
          const named = accepted.length > 0 ? { accepted } : {};
          versions.set(`${id}#${n}`, { ...one, approval: 'approved', approvedBy, ...named });
        },
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
  expect(await seedSeries(ports, all)).toEqual({ published: all.length, dropped: [] });
  expect(numbers()).toEqual(all.map(({ seriesId }) => `${seriesId}#1`).sort());
  expect(await seedSeries(ports, all)).toMatchObject({ published: 0 });
  expect(await seedSeries(ports, structuredClone(all))).toMatchObject({ published: 0 });
});

it('a release that changed one series publishes one version of it, and leaves the first as it was', async () => {
  const { ports, numbers, versions } = shelf();
  await seedSeries(ports, all);
  const first = structuredClone(versions.get(`${evergreen}#1`));
  expect(await seedSeries(ports, reworded())).toMatchObject({ published: 1 });
  expect(await seedSeries(ports, reworded())).toMatchObject({ published: 0 });
  expect(numbers()).toContain(`${evergreen}#2`);
  expect(numbers()).toHaveLength(all.length + 1);
  expect(versions.get(`${evergreen}#1`)).toEqual(first);
});

it('an approval does not count as a change, nor does the order in which a table gives keys back', async () => {
  const turned = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(turned)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, inner]) => [key, turned(inner)]),
          )
        : value;
  const approved = all.map((one) => ({ ...one, approval: 'approved' as const, approvedBy: 'dr' }));
  const { ports } = shelf(turned(approved) as SeriesVersion[]);
  expect(await seedSeries(ports, all)).toMatchObject({ published: 0 });
});

describe('an approval that accepted warnings', () => {
  const clinician = { sub: 'dr', name: 'Dr', role: 'approver' } as const;
  const loud = { steps: { rest: { subject: 'REST WELL THIS WEEK' } }, variants: {} };
  const accept = async ({ ports, newest }: ReturnType<typeof shelf>) => {
    const version = newest(evergreen)!;
    const warnings = warningsOf(version).map(({ name }) => name);
    expect(warnings).not.toEqual([]);
    await approveSeries(ports, evergreen, version.version, clinician, warnings);
    expect(newest(evergreen)).toMatchObject({ approval: 'approved', approvedBy: 'dr', accepted: warnings });
  };

  it('of words of staff stands through the next deployment', async () => {
    const kept = shelf();
    await seedSeries(kept.ports, all);
    await editSeries(kept.ports, evergreen, 1, loud, { sub: 'kim', name: 'Kim', role: 'marketer' });
    await accept(kept);
    const numbers = kept.numbers();
    expect(await seedSeries(kept.ports, all)).toEqual({ published: 0, dropped: [] });
    expect(kept.numbers()).toEqual(numbers);
    expect(kept.newest(evergreen)).toMatchObject({ version: 2, approval: 'approved' });
  });

  it('of words of the file stands as well, and an edit of them is signed by nobody yet', async () => {
    const files = structuredClone(all);
    files.find(({ seriesId }) => seriesId === evergreen)!.steps.rest!.words.subject = loud.steps.rest.subject;
    const kept = shelf();
    await seedSeries(kept.ports, files);
    await accept(kept);
    expect(await seedSeries(kept.ports, files)).toMatchObject({ published: 0 });
    const more = { steps: { rest: { headline: 'Rest is training' } }, variants: {} };
    await editSeries(kept.ports, evergreen, 1, more, { sub: 'kim', name: 'Kim', role: 'marketer' });
    const next = kept.newest(evergreen)!;
    expect(next).toMatchObject({ version: 2, approval: 'draft', author: 'kim' });
    expect(next).not.toHaveProperty('approvedBy');
    expect(next).not.toHaveProperty('accepted');
  });
});

describe('a file that changes after one edit in the console', () => {
  const kim = { sub: 'kim', name: 'Kim', role: 'marketer' } as const;
  const theirs = 'Rest well, says Kim';

  /** Deployed, then the subject of `rest` was edited in the console. */
  async function edited() {
    const kept = shelf();
    await seedSeries(kept.ports, all);
    await editSeries(kept.ports, evergreen, 1, { steps: { rest: { subject: theirs } }, variants: {} }, kim);
    const deploy = (change: (file: SeriesVersion) => void) => {
      const files = structuredClone(all);
      change(files.find(({ seriesId }) => seriesId === evergreen)!);
      return seedSeries(kept.ports, files);
    };
    return { ...kept, deploy, now: () => kept.newest(evergreen)! };
  }
  const everyone = (file: SeriesVersion) => file.paths.find(({ name }) => name === 'Everyone else')!;
  const without = (file: SeriesVersion, ...steps: string[]): void => {
    for (const step of steps) delete file.steps[step];
    for (const path of file.paths) path.steps = path.steps.filter(({ step }) => !steps.includes(step));
  };

  it('the same file again publishes nothing, and the words of staff stand', async () => {
    const { deploy, now } = await edited();
    expect(await deploy(() => undefined)).toEqual({ published: 0, dropped: [] });
    expect(now()).toMatchObject({ version: 2, author: 'kim' });
  });

  it('a step that was added is in the next version, with the words of staff beside it', async () => {
    const { deploy, now } = await edited();
    const add = (file: SeriesVersion) => {
      file.steps.hills = structuredClone(file.steps.rest!);
      everyone(file).steps.push({ day: 47, step: 'hills' });
    };
    expect(await deploy(add)).toMatchObject({ published: 1 });
    expect(now()).toMatchObject({ version: 3, approval: 'draft', author: 'kim' });
    expect(now().steps.rest!.words.subject).toBe(theirs);
    expect(everyone(now()).steps.at(-1)).toEqual({ day: 47, step: 'hills' });
    expect(await deploy(add)).toMatchObject({ published: 0 });
  });

  it('a day that was moved and a flag that was set are in the next version', async () => {
    const { deploy, now } = await edited();
    await deploy((file) => {
      everyone(file).steps.find(({ step }) => step === 'rest')!.day = 23;
      file.steps.rest!.clinical = true;
      file.reviewBy = '2027-12-31';
    });
    expect(everyone(now()).steps).toContainEqual({ day: 23, step: 'rest' });
    expect(now()).toMatchObject({ reviewBy: '2027-12-31', steps: { rest: { clinical: true } } });
    expect(now().steps.rest!.words.subject).toBe(theirs);
  });

  it('a step that was removed is gone; one that staff had worded is named', async () => {
    const { deploy, now } = await edited();
    expect(await deploy((file) => without(file, 'follow-up'))).toEqual({ published: 1, dropped: [] });
    expect(now().steps).not.toHaveProperty('follow-up');
    expect(await deploy((file) => without(file, 'follow-up', 'rest'))).toEqual({
      published: 1,
      dropped: [`${evergreen}/rest`],
    });
    expect(now().steps).not.toHaveProperty('rest');
    expect(now().author).toBeUndefined();
  });

  it('words of other steps come from the file, as do figures of the edited one', async () => {
    const { deploy, now } = await edited();
    await deploy((file) => {
      file.steps.welcome!.words.subject = 'Hello, runner';
      file.steps.rest!.words.figures![0]!.title = 'Another title';
    });
    expect(now().steps.welcome!.words.subject).toBe('Hello, runner');
    expect(now().steps.rest!.words).toMatchObject({ subject: theirs, figures: [{ title: 'Another title' }] });
  });

  it('a language of its own: Spanish of staff and English of the file go together, and Spanish that is new joins both', async () => {
    const { ports, deploy, now } = await edited();
    const es = { headline: 'Gracias, dice Kim' };
    await editSeries(ports, evergreen, 2, { steps: { welcome: { es } }, variants: {} }, kim);
    await deploy((file) => {
      file.steps.welcome!.words.headline = 'Welcome, says the file';
      file.steps['call-back']!.words.es = {
        ...structuredClone(file.steps.rest!.words.es!),
        figures: (file.steps['call-back']!.words.figures ?? []).map(() => ({ alt: 'Un', title: 'Dos', text: 'Tres.' })),
      };
    });
    expect(now().steps.welcome!.words).toMatchObject({ headline: 'Welcome, says the file', es });
    expect(now().steps.rest!.words.subject).toBe(theirs);
    expect(now().steps['call-back']!.words.es?.subject).toBe('El descanso es parte del plan');
  });

  it('a version of before there were languages is read, and takes the Spanish of its file', async () => {
    const kept = shelf();
    const english = structuredClone(all);
    for (const { steps } of english)
      for (const { words, variants } of Object.values(steps))
        for (const one of [words, ...variants.map((variant) => variant.words)]) delete one.es;
    await seedSeries(kept.ports, english);
    expect(kept.newest(evergreen)!.steps.rest!.words.es).toBeUndefined();
    expect(await seedSeries(kept.ports, all)).toMatchObject({ published: 3 });
    expect(kept.newest(evergreen)!.steps.rest!.words.es?.headline).toBe('Planee ya sus días de descanso');
  });

  it('the same words changed in both places are refused in one sentence, and nothing at all is published', async () => {
    const { deploy, numbers, ports, now } = await edited();
    const before = numbers();
    const rename = (file: SeriesVersion) => {
      file.steps.rest!.words.subject = 'Rest well, says the file';
    };
    const both = structuredClone(all).map((one) => ({ ...one, name: `${one.name}, new` }));
    rename(both.find(({ seriesId }) => seriesId === evergreen)!);
    // The series that could be taken comes first, and is not.
    await expect(seedSeries(ports, both.reverse())).rejects.toMatchObject({
      code: 'conflict',
      message:
        "Series back-care: the words of rest were changed both in the console and in its files. Copy the console's words into practice/series/back-care, or those of the files into the console, then start again.",
    });
    expect(numbers()).toEqual(before);
    const saved = { steps: { rest: { subject: 'Rest well, says the file' } }, variants: {} };
    await editSeries(ports, evergreen, 2, saved, { ...kim, sub: 'dr' });
    expect(await deploy(rename)).toMatchObject({ published: 0 });
    expect(now().version).toBe(3);
  });

  it('copying the words of the console into the file ends it as well', async () => {
    const { deploy, now } = await edited();
    const adopted = (file: SeriesVersion) => {
      file.steps.rest!.words.subject = theirs;
    };
    expect(await deploy(adopted)).toMatchObject({ published: 0 });
    const more = (file: SeriesVersion) => {
      adopted(file);
      file.minimumGapDays = 3;
    };
    expect(await deploy(more)).toMatchObject({ published: 1 });
    expect(now()).toMatchObject({ minimumGapDays: 3 });
    expect(now().author).toBeUndefined();
  });

  it('variants are told apart by who reads them, wherever they stand in the list', async () => {
    const { deploy, now, ports } = await edited();
    const variants = { 'cross-training': { 0: { headline: 'For those who only run, says Kim' } } };
    await editSeries(ports, evergreen, 2, { steps: {}, variants }, kim);
    await deploy((file) => {
      const step = file.steps['cross-training']!;
      step.variants = [{ who: { locale: ['es'] }, words: step.words }, ...step.variants];
    });
    const [added, same] = now().steps['cross-training']!.variants;
    expect(added!.who).toEqual({ locale: ['es'] });
    expect(same!.words.headline).toBe('For those who only run, says Kim');
  });

  it('words of staff that break a rule of the new file are refused with the rule', async () => {
    const { deploy, numbers } = await edited();
    const before = numbers();
    const exercises = (file: SeriesVersion) => {
      for (const path of file.paths) path.steps = path.steps.filter(({ step }) => step !== 'rest');
      file.steps.rest!.exercises = true;
      for (const figure of file.steps.rest!.words.figures!) figure.text = 'Stop if it hurts.';
    };
    await expect(deploy(exercises)).rejects.toThrow(
      /^Series back-care: its files and the words that staff saved do not go together \(steps\.rest\.words\.text: must say "Stop if it hurts\."\)/,
    );
    expect(numbers()).toEqual(before);
  });

  it('a service that never kept its files compares with the newest version that nobody of the staff saved', async () => {
    const { ports, deploy, now } = await edited();
    ports.series.taken = async () => undefined;
    await deploy((file) => {
      file.minimumGapDays = 4;
    });
    expect(now()).toMatchObject({ version: 3, minimumGapDays: 4, author: 'kim' });
    expect(now().steps.rest!.words.subject).toBe(theirs);
  });

  it('a version that staff save during the deployment is joined too', async () => {
    const { ports, deploy, now } = await edited();
    const { publish } = ports.series;
    ports.series.publish = async (next) => {
      ports.series.publish = publish;
      const meanwhile = { steps: { welcome: { headline: 'Kim was quicker' } }, variants: {} };
      await editSeries(ports, evergreen, 2, meanwhile, kim);
      return publish(next);
    };
    const more = (file: SeriesVersion) => {
      file.minimumGapDays = 4;
    };
    expect(await deploy(more)).toMatchObject({ published: 1 });
    expect(now()).toMatchObject({ version: 4, minimumGapDays: 4 });
    expect(now().steps.welcome!.words.headline).toBe('Kim was quicker');
    expect(now().steps.rest!.words.subject).toBe(theirs);
  });
});

it('two deployments at once publish one version', async () => {
  const { ports, numbers } = shelf();
  await seedSeries(ports, all);
  const counts = await Promise.all([seedSeries(ports, reworded()), seedSeries(ports, reworded())]);
  expect(counts.reduce((sum, { published }) => sum + published, 0)).toBe(1);
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
      seeded += (await seedSeries(ports, reworded())).published;
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
      answers: { experience: 'regular', pain: 'mechanical', crossTraining: true },
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
