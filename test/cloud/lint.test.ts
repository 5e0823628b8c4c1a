import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synth } from '../lib/cloud/synth';
import { tool } from './tools';

/** The CDK names dependencies that its references imply anyway; that is its way of writing templates, not ours. */
const notOurs = ['W3005'];

jest.setTimeout(300_000);

it.each(['prod', 'trial'])('cfn-lint has nothing to say about the templates of %s', (stage) => {
  const folder = mkdtempSync(join(tmpdir(), 'lint-'));
  try {
    const files = Object.entries(synth(stage).templates).map(([name, template]) => {
      const file = join(folder, `${name}.template.json`);
      writeFileSync(file, JSON.stringify(template));
      return file;
    });
    const { stdout, status, error } = spawnSync(
      tool('cfn-lint'),
      ['--regions', 'us-east-1', '--ignore-checks', ...notOurs, '--format', 'parseable', '--', ...files],
      { encoding: 'utf8', timeout: 240_000 },
    );
    expect({ error, said: stdout.replaceAll(folder, ''), status }).toEqual({ error: undefined, said: '', status: 0 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
