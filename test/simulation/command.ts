import { isMainThread, parentPort } from 'node:worker_threads';
import { mutants } from './mutants';
import { needs, shrink } from './shrink';
import { type Run, simulate } from './simulate';

/** What `npm run simulate` runs, bundled: in a worker one seed a message, in the main thread the two below. */
if (!isMainThread && parentPort) {
  const port = parentPort;
  // Every fault is an error, and its stack is never read.
  Error.stackTraceLimit = 0;
  port.on('message', (run: Run) => {
    simulate(run).then(
      (outcome) => port.postMessage(outcome),
      (error: unknown) =>
        setImmediate(() => {
          throw new Error(`seed ${run.seed}: ${error instanceof Error ? error.stack : String(error)}`);
        }),
    );
  });
}

/** One seed; a failure is shrunk and its last steps are told. */
export async function one(seed: number, runnerDays: number): Promise<number> {
  const { violation, hash, steps } = await simulate({ seed, runnerDays });
  console.log(
    `seed ${seed}: ${steps} awaits, trace ${hash.toString(16)}, ${violation?.message ?? 'no promise was broken'}`,
  );
  if (!violation) return 0;
  const shrunk = await shrink({ seed, runnerDays });
  if (!shrunk) return 1;
  const { log } = await simulate({ ...shrunk.run, logged: true });
  console.log(log.slice(-80).join('\n'));
  console.log(
    `Shrunk in ${shrunk.tries} runs to seed ${shrunk.run.seed} with ${shrunk.run.runnerDays} runner-days; it needs ${needs(shrunk).join(', ')}.\n${shrunk.message}`,
  );
  return 1;
}

/** Every mutant has to be seen within 200 seeds. */
export async function sawMutants(): Promise<number> {
  let lived = 0;
  for (const mutant of mutants) {
    let killed: string | undefined;
    for (let seed = 1; seed <= 200 && !killed; seed += 1) {
      const { violation } = await simulate({ seed, runnerDays: 400, mutant });
      if (violation) killed = `seed ${seed}: ${violation.rule}`;
    }
    if (!killed) lived += 1;
    console.log(`${mutant.name.padEnd(26)} ${killed ?? 'LIVED'}`);
  }
  return lived === 0 ? 0 : 1;
}
