import type { Count, Rule, Section } from './rules';
import { countOf } from './rules';

/** What people wrote by hand: what comes before the rules, and what comes after them. */
export interface Prose {
  before: string;
  after: string;
}

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ').trim();
const ids = (rules: Rule[]): string => rules.map(({ id }) => id).join(', ');
const levels = { must: 'MUST', should: 'SHOULD', own: '' } as const;

function row({ id, level, rule, source, held, tests = [], part, cannot }: Rule): string {
  const shown = [
    ...tests.map(({ file, name }) => `\`${file}\`: “${name}”`),
    ...(part ? [`**Part**: ${part}`] : []),
    ...(cannot ? [`**You**: ${cannot}`] : []),
  ];
  const says = `${rule} *(${source})*`;
  return `| ${[[id, levels[level]].filter(Boolean).join(' ') || 'own', says, held, shown.join('<br>')].map(cell).join(' | ')} |`;
}

const table = ({ heading, intro, rules }: Section): string =>
  [
    `## ${heading}`,
    ...(intro ? [intro] : []),
    ['| Rule | What it asks | Where it is held | Test |', '|---|---|---|---|', ...rules.map(row)].join('\n'),
  ].join('\n\n');

const line = (name: string, { all, asserted, partly, impossible }: Count): string =>
  `| ${name} | ${all} | ${asserted} | ${partly.length}: ${ids(partly) || 'none'} | ${impossible.length}: ${ids(impossible) || 'none'} |`;

/** `docs/compliance.md`, whole. The numbers are counted here, never typed. */
export function compliancePage(sections: Section[], { before, after }: Prose): string {
  const must = countOf(sections, 'must');
  const should = countOf(sections, 'should');
  return `# Compliance

What the law, carriers and mailbox providers ask, where this software holds it, and which test would notice if it did not. Not legal advice: nobody who wrote this is a lawyer, a clinician or a certified translator. Prepared in November 2026; the sources were read then, and some only in summaries.

Written by \`npm run compliance\` from \`lib/compliance/rules.yaml\`; \`test/lib/compliance.test.ts\` checks that each test named here exists, is not skipped and lies where a suite runs it.

**${must.asserted} of ${must.all} MUST and ${should.asserted} of ${should.all} SHOULD are asserted by a test.**

| Level | Rules | Asserted | Of these with something open, or left to people | Only people can hold it |
|---|---|---|---|---|
${line('MUST: law, carrier, mailbox provider', must)}
${line('SHOULD: good practice', should)}

How to read the last column of the tables: a file and a title are a test that asserts the rule, at least in its essence; \`%s\` stands for one case of several. **Part** means that something of the rule is open, and says what. **You** means that software cannot do it, and says who does.

${before.trim()}

${sections.map(table).join('\n\n')}

${after.trim()}
`;
}
