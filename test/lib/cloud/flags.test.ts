import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './synth';

const json = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const { context } = json('cdk.json');
const recommended = json('node_modules/aws-cdk-lib/recommended-feature-flags.json') as Record<string, unknown>;

/** Set otherwise than recommended, each with its reason. */
const otherwise: Record<string, string> = {
  '@aws-cdk/core:defaultCrossStackReferences':
    'Weak references let a stack be deleted while another still needs it; exports refuse that, and storage is needed for ever.',
};

it('every flag the library recommends is set so, or stands here with its reason', () => {
  const differing = Object.keys(recommended).filter(
    (flag) => JSON.stringify(context[flag]) !== JSON.stringify(recommended[flag]),
  );
  expect(differing).toEqual(Object.keys(otherwise));
});

it('no flag is left over from an older library', () => {
  expect(Object.keys(context).filter((flag) => flag.startsWith('@aws-cdk') && !(flag in recommended))).toEqual([]);
});

it('the command line and the library are pinned to the digit', () => {
  const { devDependencies } = json('package.json');
  for (const name of ['aws-cdk', 'aws-cdk-lib', 'constructs', 'cdk-nag', 'esbuild'])
    expect(devDependencies[name]).toMatch(/^\d+\.\d+\.\d+$/);
});
