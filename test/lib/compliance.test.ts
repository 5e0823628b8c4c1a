import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compliancePage } from '../../lib/compliance/page';
import { countOf, type Rule, readRules, type Section } from '../../lib/compliance/rules';
import { hasOnly, titlesIn } from '../support/titles';

const root = join(__dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const sections = readRules(join(root, 'lib/compliance/rules.yaml'));
const rules = sections.flatMap((section) => section.rules);
const prose = { before: read('lib/compliance/before.md'), after: read('lib/compliance/after.md') };

/** The suites that CI runs by a script of their own; all else below `test/` is run by `npm test`. */
const suites = ['browser', 'cloud', 'spam'];

/** What is wrong with one named test, in a sentence. */
function fault({ file, name }: { file: string; name: string }, open = read): string | undefined {
  if (!/^test\/.+\.test\.ts$/.test(file)) return `${file} is no test`;
  if (!existsSync(join(root, file))) return `${file} is not there`;
  const source = open(file);
  if (hasOnly(source)) return `${file} runs some of its tests only`;
  const found = titlesIn(source).filter(({ title }) => title.includes(name));
  if (found.length !== 1) return `${file} has ${found.length} tests called "${name}"`;
  return found[0]!.skipped ? `${file} skips "${name}"` : undefined;
}

it('docs/compliance.md is what the rules say: run npm run compliance when this fails', () => {
  expect(read('docs/compliance.md')).toBe(compliancePage(sections, prose));
});

it('there are 64 MUST and 36 SHOULD, each once', () => {
  const ids = rules.flatMap(({ id }) => id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  expect([countOf(sections, 'must').all, countOf(sections, 'should').all]).toEqual([64, 36]);
});

it.each(rules.filter(({ tests }) => tests).map((rule): [string, Rule] => [rule.id ?? rule.rule, rule]))(
  'the tests that assert %s exist, are not skipped, and are told apart by their names',
  (_, { tests = [] }) => {
    expect(tests.flatMap((one) => fault(one) ?? [])).toEqual([]);
  },
);

it('a rule that no test asserts says why, and who holds it', () => {
  const untested = rules.filter(({ tests }) => !tests);
  expect(untested.map(({ id }) => id)).toEqual(['P1', 'S7', 'S8', 'T8']);
  for (const { cannot } of untested) expect(cannot!.length).toBeGreaterThan(40);
});

it('every test that is named is run: by npm test, or by a suite that CI runs', () => {
  const config = read('jest.config.js');
  const apart = [...config.matchAll(/'<rootDir>\/test\/(\w+)\/'/g)].map(([, name]) => name);
  expect(apart).toEqual(suites);
  expect(config).toContain("roots: ['<rootDir>/test']");
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const ci = read('.ci/run');
  expect(ci).toContain(' npm test --');
  for (const suite of suites) {
    expect(scripts[`test:${suite}`]).toContain(`jest --testPathPatterns test/${suite} `);
    expect(ci).toContain(` npm run test:${suite} --`);
  }
});

it('every file that is named as the place where a rule is held is there', () => {
  const named = rules.flatMap(({ held }) => [...held.matchAll(/`([\w./-]+\/[\w./-]*)`/g)].map(([, file = '']) => file));
  expect(named.length).toBeGreaterThan(80);
  expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

describe('this test itself', () => {
  const source = `
    describe('leaving', () => {
      it('is once', () => {});
      it.skip('is twice', () => {});
      it.each([1, 2])('is %s times', () => {});
      test.each<[string]>([['a']])(\`of \${1} kinds\`, async () => {});
    });
    describe.skip('coming', () => { it('is back', () => {}); });
    xit('is away', () => {});
    it.todo('is open');
  `;

  it('sees titles with their groups, and what is not run', () => {
    expect(titlesIn(source)).toEqual([
      { title: 'leaving is once', skipped: false },
      { title: 'leaving is twice', skipped: true },
      { title: 'leaving is %s times', skipped: false },
      { title: 'leaving of … kinds', skipped: false },
      { title: 'coming is back', skipped: true },
      { title: 'is away', skipped: true },
      { title: 'is open', skipped: true },
    ]);
    expect([hasOnly("it.only('x', () => {})"), hasOnly(source)]).toEqual([true, false]);
  });

  it('names a file that is not there, a title that is not there or there twice, and one that is skipped', () => {
    const file = 'test/lib/compliance.test.ts';
    const of = (name: string, at = file) => fault({ file: at, name }, () => source);
    expect(of('leaving is once')).toBeUndefined();
    expect(of('x', 'test/none.test.ts')).toBe('test/none.test.ts is not there');
    expect(of('x', 'lib/compliance/rules.ts')).toBe('lib/compliance/rules.ts is no test');
    expect(of('was')).toBe(`${file} has 0 tests called "was"`);
    expect(of('leaving')).toBe(`${file} has 4 tests called "leaving"`);
    expect(of('is back')).toBe(`${file} skips "is back"`);
  });

  it('counts what is asserted, what of it is open, and what only people can hold', () => {
    const rule = (id: string, given: Partial<Rule>): Rule => ({
      id,
      level: 'must',
      rule: 'r',
      source: 's',
      held: 'h',
      ...given,
    });
    const tests = [{ file: 'f', name: 'n' }];
    const few: Section[] = [
      { heading: 'One', rules: [rule('A1', { tests }), rule('A2', { tests, part: 'p' })] },
      { heading: 'Two', rules: [rule('A3', { cannot: 'c' }), rule('A4', { tests, level: 'should' })] },
    ];
    const { all, asserted, partly, impossible } = countOf(few, 'must');
    expect([all, asserted, partly.map(({ id }) => id), impossible.map(({ id }) => id)]).toEqual([3, 2, ['A2'], ['A3']]);
    expect(compliancePage(few, { before: 'b', after: 'a' })).toContain(
      '**2 of 3 MUST and 1 of 1 SHOULD are asserted by a test.**',
    );
  });
});
