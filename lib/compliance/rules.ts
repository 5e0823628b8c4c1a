import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod/mini';

const said = z.string().check(z.minLength(1));

const rule = z
  .strictObject({
    /** Absent where the rule is our own. */
    id: z.optional(z.string().check(z.regex(/^[A-Z]\d+$/))),
    level: z.enum(['must', 'should', 'own']),
    rule: said,
    /** Paragraph, or whose requirement it is. */
    source: said,
    /** Where the software holds it, with files in backticks. */
    held: said,
    /** A file, and a part of the one title in it. */
    tests: z.optional(z.array(z.strictObject({ file: said, name: said })).check(z.minLength(1))),
    /** What is open. */
    part: z.optional(said),
    /** What software cannot do, and who does it. */
    cannot: z.optional(said),
  })
  .check(
    z.refine(({ id, level }) => (id === undefined) === (level === 'own'), 'an id, or the level own'),
    z.refine(({ tests, cannot }) => tests !== undefined || cannot !== undefined, 'a test, or why there cannot be one'),
  );
export type Rule = z.infer<typeof rule>;

const sections = z.array(
  z.strictObject({ heading: said, intro: z.optional(said), rules: z.array(rule).check(z.minLength(1)) }),
);
export type Section = z.infer<typeof sections>[number];

export const readRules = (file = join(import.meta.dirname, 'rules.yaml')): Section[] =>
  sections.parse(parse(readFileSync(file, 'utf8')));

export interface Count {
  all: number;
  asserted: number;
  /** Of those asserted: with something open, or something left to people. */
  partly: Rule[];
  /** No test can assert it. */
  impossible: Rule[];
}

export function countOf(all: Section[], level: 'must' | 'should'): Count {
  const rules = all.flatMap((section) => section.rules).filter((one) => one.level === level);
  const tested = rules.filter(({ tests }) => tests !== undefined);
  return {
    all: rules.length,
    asserted: tested.length,
    partly: tested.filter(({ part, cannot }) => part !== undefined || cannot !== undefined),
    impossible: rules.filter(({ tests }) => tests === undefined),
  };
}
