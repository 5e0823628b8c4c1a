import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import type { Outcome } from '../test/simulation/simulate';

/**
 * npm run simulate -- --seeds 1000 --days 10000 [--from 1]   many seeds; days are runner-days for each
 * npm run simulate -- --seed 42 --days 10000                 one seed, its story told and shrunk if it fails
 * npm run simulate -- --mutants                              every mutant and the seed that gives it away
 * Exit 1 on a violation. A seed, its days and a commit reproduce any failure.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    days: { type: 'string', default: '10000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    workers: { type: 'string', default: String(Math.min(2, availableParallelism())) },
    mutants: { type: 'boolean', default: false },
  },
});

const number = (name: 'seeds' | 'days' | 'from' | 'workers' | 'seed'): number => {
  const value = Number(values[name]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} is a whole number of at least 1.`);
  return value;
};

/** Bundled once, so that every worker starts at full speed. */
async function bundled(): Promise<string> {
  const outfile = resolve('.build/simulate.cjs');
  mkdirSync('.build', { recursive: true });
  await build({
    entryPoints: ['test/simulation/command.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

type Totals = Pick<Outcome, 'runnerDays' | 'steps' | 'requests' | 'accepted' | 'marketing' | 'hints' | 'events'>;
const names = ['runnerDays', 'steps', 'requests', 'accepted', 'marketing', 'hints', 'events'] as const;

async function many(file: string): Promise<number> {
  const [from, seeds, days, workers] = [number('from'), number('seeds'), number('days'), number('workers')];
  const total = Object.fromEntries(names.map((name) => [name, 0])) as Totals;
  const failed: { seed: number; message: string }[] = [];
  const began = performance.now();
  let next = from;
  let done = 0;
  await Promise.all(
    Array.from(
      { length: workers },
      () =>
        new Promise<void>((end, fail) => {
          // Room for what lives a seed long: fewer collections, and each stays on its own core.
          const worker = new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb: 192 } });
          const give = () => {
            if (next >= from + seeds) return void worker.terminate().then(() => end());
            worker.postMessage({ seed: next, runnerDays: days });
            next += 1;
          };
          worker.on('error', fail);
          worker.on('message', (outcome: Outcome) => {
            for (const name of names) total[name] += outcome[name];
            done += 1;
            if (outcome.violation) {
              failed.push({ seed: outcome.seed, message: outcome.violation.message });
              console.log(`seed ${outcome.seed}: ${outcome.violation.message}`);
            }
            if (done % Math.max(1, Math.floor(seeds / 10)) === 0)
              console.log(`${done} of ${seeds} seeds, ${failed.length} failed`);
            give();
          });
          give();
        }),
    ),
  );
  const seconds = (performance.now() - began) / 1000;
  const said = (n: number) => n.toLocaleString('en-US');
  console.log(
    `${said(seeds)} seeds, ${said(total.runnerDays)} runner-days in ${seconds.toFixed(1)} s with ${workers} workers: ${said(Math.round(total.runnerDays / seconds))} runner-days a second.`,
  );
  console.log(
    `${said(total.requests)} requests, ${said(total.accepted)} accepted (${said(total.marketing)} marketing requests), ${said(total.hints)} hints, ${said(total.events)} events, ${said(total.steps)} awaits.`,
  );
  console.log(
    failed.length === 0
      ? 'No promise was broken.'
      : `${failed.length} seeds broke a promise: ${failed.map(({ seed }) => seed).join(', ')}`,
  );
  return failed.length === 0 ? 0 : 1;
}

const file = await bundled();
if (values.seed === undefined && !values.mutants) process.exitCode = await many(file);
else {
  const { one, sawMutants } = createRequire(import.meta.url)(file) as typeof import('../test/simulation/command');
  process.exitCode = values.mutants ? await sawMutants() : await one(number('seed'), number('days'));
}
