import { mutants } from './mutants';
import { shrink } from './shrink';
import { simulate } from './simulate';

// A busy machine takes several times as long.
jest.setTimeout(600_000);

/** A mutant that lives through this many seeds is not seen. */
const patience = 200;

describe('the instrument itself', () => {
  const killedAt = new Map<string, string>();

  it.each(mutants)('sees the mutant "$name": $story', async (mutant) => {
    for (let seed = 1; seed <= patience; seed += 1) {
      const { violation } = await simulate({ seed, runnerDays: 400, mutant });
      if (!violation) continue;
      killedAt.set(mutant.name, `seed ${seed}, ${violation.rule}`);
      return;
    }
    throw new Error(`The mutant "${mutant.name}" lived through ${patience} seeds.`);
  });

  it('names every mutant and what gave it away', () => {
    process.stdout.write(`${[...killedAt].map(([name, how]) => `  ${name.padEnd(26)} ${how}`).join('\n')}\n`);
    expect([...killedAt.keys()]).toEqual(mutants.map(({ name }) => name));
  });

  it('shrinks a failing seed to fewer people, days and faults that still break the same rule', async () => {
    const mutant = mutants.find(({ name }) => name === 'silent skip')!;
    let run = { seed: 1, runnerDays: 400, mutant };
    let whole = await simulate(run);
    while (!whole.violation && run.seed < patience) {
      run = { ...run, seed: run.seed + 1 };
      whole = await simulate(run);
    }
    const shrunk = await shrink(run);
    expect(shrunk).toBeDefined();
    expect(shrunk!.run.runnerDays).toBeLessThan(run.runnerDays);
    expect(shrunk!.run.without!.length).toBeGreaterThan(0);
    expect((await simulate(shrunk!.run)).violation?.rule).toBe(whole.violation?.rule);
  });
});
