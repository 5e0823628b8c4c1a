import { mutants } from './mutants';
import { regressions } from './regressions';
import { shrink } from './shrink';
import { simulate } from './simulate';

jest.setTimeout(120_000);

/** On every push; `npm run simulate` runs the full size. */
const seeds = 200;
const runnerDays = 250;
/** A mutant that lives through this many seeds is not seen. */
const patience = 200;

describe('the send protocol under faults and an adversary', () => {
  it(`keeps every promise in ${seeds} seeds`, async () => {
    const total = { requests: 0, marketing: 0 };
    for (let seed = 1; seed <= seeds; seed += 1) {
      const { violation, requests, marketing } = await simulate({ seed, runnerDays });
      if (violation) {
        const shrunk = await shrink({ seed, runnerDays });
        throw new Error(`seed ${seed}: ${violation.message}\nshrunk: ${JSON.stringify(shrunk)}`);
      }
      total.requests += requests;
      total.marketing += marketing;
    }
    // A simulation in which little happens proves little.
    expect(total.requests).toBeGreaterThan(seeds * 50);
    expect(total.marketing).toBeGreaterThan(seeds * 25);
  });

  it('does the same twice for the same seed, and something else for another', async () => {
    const [once, again, other] = [
      await simulate({ seed: 7, runnerDays }),
      await simulate({ seed: 7, runnerDays }),
      await simulate({ seed: 8, runnerDays }),
    ];
    expect(again.hash).toBe(once.hash);
    expect(again.steps).toBe(once.steps);
    expect(other.hash).not.toBe(once.hash);
  });

  it.each(regressions)('seed $seed stays mended: $story', async ({ seed, runnerDays }) => {
    expect((await simulate({ seed, runnerDays })).violation).toBeUndefined();
  });
});

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
    const mutant = mutants.find(({ name }) => name === 'ignoring rev')!;
    const run = { seed: 1, runnerDays: 400, mutant };
    const whole = await simulate(run);
    const shrunk = await shrink(run, 60);
    expect(shrunk).toBeDefined();
    expect(shrunk!.run.runnerDays).toBeLessThan(run.runnerDays);
    expect(shrunk!.run.without!.length).toBeGreaterThan(5);
    expect((await simulate(shrunk!.run)).violation?.rule).toBe(whole.violation?.rule);
  });
});
