import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compliancePage } from '../lib/compliance/page';
import { readRules } from '../lib/compliance/rules';

/** `npm run compliance`: writes the page of rules from the list that the tests hold, with what people wrote around it. */
const root = join(import.meta.dirname, '..');
const prose = (name: string) => readFileSync(join(root, 'lib/compliance', name), 'utf8');
writeFileSync(
  join(root, 'docs/compliance.md'),
  compliancePage(readRules(), { before: prose('before.md'), after: prose('after.md') }),
);
