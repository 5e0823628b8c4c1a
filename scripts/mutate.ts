import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { equivalents } from './mutate-equivalents';
import { type Mutant, mutantsOf } from './mutate-mutants';
import type { Asked, Outcome, Told } from './mutate-runner';

/**
 * Changes the rules of sending in every small way that could slip in, and asks whether a test notices:
 * `npx tsx scripts/mutate.ts [--only sending/plan]`. Exit 1 when fewer than 97 % of the changes in any file are noticed.
 */
const root = join(import.meta.dirname, '..');
const goal = 97;
const rules = [
  'sending/plan',
  'time/schedule',
  'sending/sendable',
  'sending/attempt',
  'sending/gate',
  'sending/due',
  'series/enrollment',
];
const tests = [
  'sending/attempt-mutants',
  'sending/attempt',
  'sending/due',
  'series/enrollment-mutants',
  'series/enrollment',
  'sending/gate',
  'sending/held-mutants',
  'sending/plan-mutants',
  'sending/plan-rest-mutants',
  'sending/plan',
  'time/schedule-mutants',
  'time/schedule',
].map((name) => `test/core/${name}.test.ts`);
/** Too slow to be asked about each mutant. */
const without = ['in every zone of the world', 'for anybody at any moment'];
/** A mutant that never ends counts as noticed: it would hang its test. */
const mostMs = 20_000;

type Measured = Extract<Told, { measured: unknown }>;

let child: ChildProcess | undefined;
const runner = () => {
  child ??= fork(join(root, 'scripts/mutate-runner.ts'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return child;
};
const ask = (asked: Asked, within: number) =>
  new Promise<Told | 'no answer'>((resolve) => {
    const process = runner();
    const settle = (told: Told | 'no answer') => {
      clearTimeout(timer);
      process.removeAllListeners();
      if (told === 'no answer') {
        process.kill('SIGKILL');
        child = undefined;
      }
      resolve(told);
    };
    const timer = setTimeout(() => settle('no answer'), within);
    process.once('message', (told) => settle(told as Told));
    process.once('exit', () => settle('no answer'));
    process.send(asked);
  });

async function measured(): Promise<Measured> {
  const told = await ask({ all: tests, without }, 180_000);
  if (told === 'no answer' || !('measured' in told)) throw new Error('The tests did not run at all.');
  const failing = told.measured.filter(({ failed }) => failed);
  for (const { name, failed } of failing) console.error(`${name}\n  ${failed}`);
  if (failing.length > 0) throw new Error('Mutants can only be judged by tests that pass.');
  return told;
}

const wanted = process.argv.includes('--only') ? process.argv.slice(process.argv.indexOf('--only') + 1) : rules;
const started = performance.now();
const { measured: cases, leaning } = await measured();
const judges = new Map(leaning);
const quickFirst = [...cases].sort((a, b) => a.ms - b.ms);
const isEquivalent = ({ file, was, becomes }: Mutant) =>
  equivalents.some((one) => one.file === file && one.was === was && one.becomes.includes(becomes));
const report: string[] = [];
let short = false;

for (const name of wanted) {
  const file = `functions/core/${name}.ts`;
  const source = readFileSync(join(root, file), 'utf8');
  const mutants = mutantsOf(file, source);
  const order = quickFirst.filter((one) => judges.get(file)?.includes(one.file)).map((one) => one.name);
  const from = performance.now();
  const survivors: Mutant[] = [];
  let killed = 0;
  let equal = 0;
  let endless = 0;
  /** The test that noticed the last mutant often notices the next. */
  let lucky: string[] = [];
  for (const mutant of mutants) {
    const tried = [...lucky, ...order.filter((one) => !lucky.includes(one))];
    const told = await ask({ path: file, source: mutant.source, order: tried }, mostMs);
    const outcome: Outcome = told === 'no answer' ? { killedBy: 'endless' } : (told as Outcome);
    if (told === 'no answer') {
      endless += 1;
      await measured();
    }
    const noticed = outcome.killedBy !== undefined;
    if (noticed && isEquivalent(mutant))
      throw new Error(`Not equivalent, ${outcome.killedBy} kills it: ${mutant.becomes}`);
    if (noticed) killed += 1;
    else if (isEquivalent(mutant)) equal += 1;
    else survivors.push(mutant);
    if (noticed && order.includes(outcome.killedBy!))
      lucky = [outcome.killedBy!, ...lucky.filter((one) => one !== outcome.killedBy)].slice(0, 8);
    if (process.env.VERBOSE)
      console.log(`${file}:${mutant.line} ${outcome.killedBy ?? 'SURVIVED'}\n    ${mutant.becomes}`);
  }
  for (const one of equivalents.filter((listed) => listed.file === file))
    for (const becomes of one.becomes)
      if (!mutants.some((mutant) => mutant.was === one.was && mutant.becomes === becomes))
        throw new Error(`Listed as equivalent, but no such mutant: ${becomes}`);
  const clean = await ask({ path: file, source, order }, 180_000);
  if (clean === 'no answer' || 'killedBy' in clean) throw new Error(`${file} itself fails after its mutants.`);

  const score = (100 * killed) / (mutants.length - equal);
  if (score < goal) short = true;
  for (const { line, was, becomes } of survivors) console.log(`${file}:${line} survived\n  - ${was}\n  + ${becomes}`);
  const seconds = ((performance.now() - from) / 1000).toFixed(0);
  const row = `${file}: ${score.toFixed(1)} %, ${mutants.length} mutants, ${killed} killed (${endless} endless), ${survivors.length} survived, ${equal} equivalent, ${seconds} s`;
  console.log(row);
  report.push(row);
}
child?.disconnect();
console.log(`\n${report.join('\n')}\n${((performance.now() - started) / 1000).toFixed(0)} s in all`);
if (short) {
  console.error(`A file is below ${goal} %.`);
  process.exitCode = 1;
}
