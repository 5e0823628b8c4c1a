import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const page = readFileSync(join(__dirname, '../../docs/runbook.md'), 'utf8');
const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);

it.each([
  'Deploy',
  'Leave the sandbox',
  'Set up the domains',
  'Register the number',
  'Pause everything',
  'Resume',
  'Redrive',
  'Restore from backup',
  'Rotate the link keys',
  'Erase a person',
  'Upgrade',
  'Check a stage',
  'Costs',
  'Read the audit trail',
  'Tear down',
])('has a page "%s"', (heading) => {
  expect(headings).toContain(heading);
});

it('every page of an alarm says what it means, how to look and how to end it', () => {
  const alarms = readFileSync(join(__dirname, '../../lib/cloud/alarms.ts'), 'utf8');
  const named = [...new Set([...alarms.matchAll(/heading: '([^']+)'/g)].map(([, heading = '']) => heading))];
  expect(named.length).toBeGreaterThanOrEqual(8);
  for (const heading of named) {
    const text = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
    expect({ heading, parts: [...text.matchAll(/^\*\*(\w+):\*\*/gm)].map(([, part]) => part) }).toEqual({
      heading,
      parts: ['Means', 'Look', 'End'],
    });
  }
});

it('whatever the doctor and the deployment send somebody to is there', () => {
  const said = ['lib/doctor.ts', 'lib/deploy-advice.ts', 'lib/settings.ts', 'scripts/restore.ts', 'scripts/erase.ts']
    .map((file) => readFileSync(join(__dirname, '../..', file), 'utf8'))
    .join('\n');
  const named = [...said.matchAll(/[Rr]unbook, "([^"]+)"/g)].map(([, heading = '']) => heading);
  expect(named.length).toBeGreaterThan(6);
  expect(named.filter((heading) => !headings.includes(heading))).toEqual([]);
});
