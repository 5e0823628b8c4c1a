import { type FaultName, faultNames } from './faults';
import { type Run, simulate } from './simulate';

export interface Shrunk {
  run: Run;
  message: string;
  tries: number;
}

/**
 * Fewer people, fewer days and fewer kinds of faults that still break the same rule: the rest tells the story.
 * The seed may change on the way.
 */
export async function shrink(run: Run, tries = 120): Promise<Shrunk | undefined> {
  const first = (await simulate(run)).violation;
  if (!first) return undefined;
  let best: Shrunk = { run, message: first.message, tries: 1 };
  const attempt = async (smaller: Run): Promise<boolean> => {
    if (best.tries >= tries) return false;
    best = { ...best, tries: best.tries + 1 };
    const { violation } = await simulate(smaller);
    if (violation?.rule !== first.rule) return false;
    best = { ...best, run: smaller, message: violation.message };
    return true;
  };
  for (let again = true; again && best.tries < tries; ) {
    again = false;
    for (const smaller of sizes(best.run))
      if (await attempt(smaller)) {
        again = true;
        break;
      }
    const days = best.run.days;
    for (const fewer of days === undefined ? [3, 7, 14, 28] : [Math.floor(days / 2), days - 1])
      if (fewer >= 1 && fewer !== days && (await attempt({ ...best.run, days: fewer }))) {
        again = true;
        break;
      }
    for (const name of faultNames) {
      const without = best.run.without ?? [];
      if (!without.includes(name) && (await attempt({ ...best.run, without: [...without, name] }))) again = true;
    }
  }
  return best;
}

/** The same run with fewer people. It draws other numbers, so other seeds are tried as well. */
const sizes = (run: Run): Run[] =>
  [0.25, 0.5, 0.75].flatMap((part) => {
    const runnerDays = Math.max(10, Math.round(run.runnerDays * part));
    if (runnerDays >= run.runnerDays) return [];
    return [0, 1, 2, 3].map((more) => ({ ...run, runnerDays, seed: run.seed + more }));
  });

/** The faults that a failure needs, in one line. */
export const needs = ({ run }: Shrunk): FaultName[] => faultNames.filter((name) => !run.without?.includes(name));
