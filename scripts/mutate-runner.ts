import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { format } from 'node:util';
import vm from 'node:vm';
import { transformSync } from '@swc/core';
import { expect } from 'expect';
import fc from 'fast-check';

/**
 * Runs tests as jest would, warm: every file is compiled once, and a mutant makes only the files that lean on the
 * mutated one load again. A mutant costs milliseconds where a jest process costs seconds.
 */
const root = join(import.meta.dirname, '..');

// The same people each time, and no search for the smallest example: a mutant only has to be noticed.
fc.configureGlobal({ seed: 20261130, endOnFailure: true });

interface Loaded {
  module: { exports: unknown };
  uses: Set<string>;
}
type Wrapper = (module: object, exports: unknown, require: unknown, filename: string, dirname: string) => void;

const loaded = new Map<string, Loaded>();
const compiled = new Map<string, Wrapper>();

const compile = (path: string, source: string): Wrapper => {
  const { code } = transformSync(source, {
    filename: path,
    jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2023' },
    module: { type: 'commonjs' },
    sourceMaps: false,
  });
  return vm.runInThisContext(`(function (module, exports, require, __filename, __dirname) {${code}\n})`, {
    filename: path,
  });
};

function load(path: string, mutated?: { path: string; wrapper: Wrapper }): unknown {
  const known = loaded.get(path);
  if (known) return known.module.exports;
  const fresh: Loaded = { module: { exports: {} }, uses: new Set() };
  loaded.set(path, fresh);
  const native = createRequire(path);
  const require = (name: string): unknown => {
    if (!name.startsWith('.')) return native(name);
    const at = native.resolve(name);
    if (!at.endsWith('.ts')) return native(at);
    fresh.uses.add(at);
    return load(at, mutated);
  };
  let wrapper = mutated?.path === path ? mutated.wrapper : compiled.get(path);
  if (!wrapper) {
    wrapper = compile(path, readFileSync(path, 'utf8'));
    compiled.set(path, wrapper);
  }
  wrapper(fresh.module, fresh.module.exports, require, path, dirname(path));
  return fresh.module.exports;
}

/** The file and everything that imports it, directly or not. */
function leaningOn(path: string): Set<string> {
  const leaning = new Set([path]);
  for (let size = 0; size !== leaning.size; ) {
    size = leaning.size;
    for (const [one, { uses }] of loaded) if ([...uses].some((used) => leaning.has(used))) leaning.add(one);
  }
  return leaning;
}

interface Case {
  name: string;
  file: string;
  before: (() => unknown)[];
  run: () => unknown;
}
let cases: Case[] = [];
let within: { name: string; before: (() => unknown)[] } = { name: '', before: [] };
let reading = '';

const test = (name: string, run: () => unknown) => {
  const { before } = within;
  cases.push({ name: `${within.name}${name}`, file: reading, before, run });
};
test.each = (rows: readonly unknown[]) => (name: string, run: (...row: never[]) => unknown) => {
  for (const [index, row] of rows.entries()) {
    const given = (Array.isArray(row) ? row : [row]) as never[];
    test(`${format(name, ...given)} #${index}`, () => run(...given));
  }
};
const describe = (name: string, body: () => void) => {
  const outer = within;
  within = { name: `${outer.name}${name} > `, before: [...outer.before] };
  body();
  within = outer;
};
const beforeAll = (run: () => unknown) => {
  // Once for all the cases that ask for it.
  let done: unknown;
  within.before.push(() => {
    done ??= Promise.resolve(run());
    return done;
  });
};
Object.assign(globalThis, { describe, test, it: test, expect, beforeAll });

function collect(files: string[], mutated?: { path: string; wrapper: Wrapper }): Case[] {
  cases = [];
  for (const file of files) {
    reading = file;
    within = { name: '', before: [] };
    loaded.delete(join(root, file));
    load(join(root, file), mutated);
  }
  return cases;
}

/** The error of a failing case, or nothing. */
async function failure({ before, run }: Case): Promise<string | undefined> {
  try {
    for (const prepare of before) await prepare();
    await run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message || error.name : String(error);
  }
}

export interface Outcome {
  killedBy?: string;
}
export type Asked =
  | { all: string[]; without: string[] }
  | { path: string; source: string /** Test files, and names in the order to try them. */; order: string[] };
export type Told =
  | { measured: { name: string; file: string; ms: number; failed?: string }[]; leaning: [string, string[]][] }
  | Outcome;

const id = (one: Case) => `${one.file}: ${one.name}`;

async function measure(files: string[], without: string[]): Promise<Told> {
  const measured = [];
  for (const one of collect(files)) {
    if (without.some((name) => one.name.includes(name))) continue;
    const start = performance.now();
    const failed = await failure(one);
    measured.push({ name: id(one), file: one.file, ms: performance.now() - start, ...(failed ? { failed } : {}) });
  }
  const tests = new Set(files.map((file) => join(root, file)));
  const leaning = [...loaded.keys()].map((path): [string, string[]] => [
    relative(root, path),
    [...leaningOn(path)].filter((one) => tests.has(one)).map((one) => relative(root, one)),
  ]);
  return { measured, leaning };
}

async function kill(path: string, source: string, order: string[]): Promise<Outcome> {
  const at = join(root, path);
  const files = [...new Set(order.map((name) => name.slice(0, name.indexOf(': '))))];
  for (const stale of leaningOn(at)) loaded.delete(stale);
  try {
    const found = new Map(collect(files, { path: at, wrapper: compile(at, source) }).map((one) => [id(one), one]));
    for (const name of order) {
      const one = found.get(name);
      if (!one) return { killedBy: `${name} is gone` };
      if (await failure(one)) return { killedBy: name };
    }
    return {};
  } catch (error) {
    return { killedBy: `does not load: ${String(error)}` };
  } finally {
    for (const stale of leaningOn(at)) loaded.delete(stale);
  }
}

process.on('message', async (asked: Asked) => {
  const told =
    'all' in asked ? await measure(asked.all, asked.without) : await kill(asked.path, asked.source, asked.order);
  process.send!(told satisfies Told);
});
// A promise a mutant left behind is its own affair; the case that awaited it has answered.
process.on('unhandledRejection', () => {});
process.on('disconnect', () => process.exit());
