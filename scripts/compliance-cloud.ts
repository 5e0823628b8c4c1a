import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { acknowledged } from '../lib/cloud/acknowledged';

/** `npx tsx scripts/compliance-cloud.ts`: writes the page of findings that stay, from the list the tests hold. */
const rows = acknowledged.map(
  ({ rules, at, reason }) =>
    `| ${rules.map((rule) => `\`${rule}\``).join('<br>')} | \`${at.source.replace(/\\\//g, '/').replace(/\|/g, '\\|')}\` | ${reason} |`,
);
const page = `# Rule packs and the cloud stacks

The stage \`prod\` is checked with cdk-nag 3.0.2, packs AwsSolutions and HIPAA Security, in \`test/lib/cloud/nag.test.ts\`, and with cfn-lint in \`npm run test:cloud\`. A finding is mended, or it stands here with its reason; one that stands in neither place fails the build, and so does a reason without a finding. Written by \`npx tsx scripts/compliance-cloud.ts\` from \`lib/cloud/acknowledged.ts\`.

| Rule | Where (path below the stage) | Why it stays |
|---|---|---|
${rows.join('\n')}
`;
writeFileSync(join(import.meta.dirname, '..', 'docs/compliance-cloud.md'), page);
