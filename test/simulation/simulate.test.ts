import { regressions } from './regressions';
import { shrink } from './shrink';
import { simulate } from './simulate';

// A busy machine takes several times as long.
jest.setTimeout(600_000);

/** On every push; `npm run simulate` runs the full size. */
const seeds = 200;
const runnerDays = 250;

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
