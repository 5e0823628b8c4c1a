import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import '../lib/sdk-notice';

process.env.AWS_REGION ??= 'us-east-1';
process.env.AWS_ACCESS_KEY_ID = 'local';
process.env.AWS_SECRET_ACCESS_KEY = 'local';

// npm run bench [-- --only worker,tick] [--people 100000] [--samples 2000] [--no-write]
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    people: { type: 'string', default: '100000' },
    samples: { type: 'string', default: '2000' },
    write: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const root = join(import.meta.dirname, '..');
const { engines } = await import('../test/support/tables');
const { markdown } = await import('./measure/table');
const crowds = [1000, 10_000, 100_000].filter((crowd) => crowd <= Number(values.people));

/** dynalite counts no index units, so units come from dynoxide alone. */
const onEngine =
  <T>(run: (engine: Awaited<ReturnType<(typeof engines)[string]>>) => Promise<T>) =>
  async (): Promise<T> => {
    if (!engines.dynoxide) throw new Error('dynoxide, an optional dependency for Linux, is not installed');
    const engine = await engines.dynoxide();
    try {
      return await run(engine);
    } finally {
      await engine.stop();
    }
  };

const parts = {
  render: async () => (await import('./measure/render')).render(root),
  worker: onEngine(async (engine) => (await import('./measure/worker')).worker(root, engine)),
  house: async () => (await import('./measure/house')).house(root),
  units: onEngine(async (engine) => (await import('./measure/units')).units(root, engine)),
  tick: onEngine(async (engine) => (await import('./measure/tick')).tick(engine, crowds)),
  sameness: async () => (await import('./measure/sameness')).sameness(root, Number(values.samples)),
  weight: async () => (await import('./measure/weight')).weight(root),
};
const wanted = values.only?.split(',') ?? Object.keys(parts);
const lines = [];
const started = Date.now();
for (const [name, run] of Object.entries(parts)) {
  if (!wanted.includes(name)) continue;
  const from = Date.now();
  lines.push(...(await run()));
  process.stderr.write(`${name}: ${((Date.now() - from) / 1000).toFixed(0)} s\n`);
}
const table = markdown(lines);
process.stdout.write(`${table}\n`);
if (values.write && !values.only) writeFileSync(join(root, 'docs/bench.md'), page(table));
// Sockets that SDK clients keep open would hold the process for no reason.
process.exit(0);

function page(table: string): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`;
  return `# Measured

Written by \`npm run bench\` in ${((Date.now() - started) / 1000).toFixed(0)} s (${machine}). Times depend on the machine
and on what else it does; ratios are medians of rounds taken in turn within one run. Units are what the engine reports
for every call of the composed functions, indexes included.

${table}

- **CPU of the worker**: the send function as bundled and composed, with the real SDK clients, against an engine and a
  mail service in processes of their own. The bare loop sends the very calls the worker made, with nothing between them.
  Both are warm, and take turns in who goes first.
- **Answer to a sign-up**: every answer waits for the next quarter of a second after its request came in (half a second
  in the cloud), so that what the store has to do for an address does not show.
- **Units**: a person signs up for both channels by the public page and gets the whole series. A failed condition or
  a second try would show as a higher "most".
- **Import time**: a fresh process loading the bundle that is deployed, on this machine and not on Lambda. All bundles
  take turns, and a ratio is of two imports of one round. "Alone" is a bundle made with the same options of nothing but
  the clients and the commands used, or the packages named.
`;
}
