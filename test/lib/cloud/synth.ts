import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { buildStacks } from '../../../lib/cloud/stacks';
import type { Stage } from '../../../lib/settings';
import { folder, practice, stageOf } from '../../support/practice';

export const root = join(__dirname, '../../..');

// biome-ignore lint/suspicious/noExplicitAny: a template is JSON of 17 services, and each test names the part it means.
export type Json = any;

export interface Resource {
  Type: string;
  Properties: Record<string, Json>;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
}

/** The templates of one stage, unbundled: what stands in them does not depend on the code's bytes. */
export function synth(stageName: string, over: Partial<Stage> = {}) {
  const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
  const outdir = mkdtempSync(join(tmpdir(), 'synth-'));
  const app = new App({
    outdir,
    context: { ...context, 'aws:cdk:bundling-stacks': [] },
    builtinCloudFormationValidation: false,
  } as ConstructorParameters<typeof App>[0]);
  const stacks = buildStacks(app, {
    stage: { ...stageOf(stageName), ...over },
    practice,
    series: '[]',
    drawings: folder.drawings,
  });
  const named = Object.entries(stacks).flatMap(([name, stack]) =>
    stack ? [[name, Template.fromStack(stack).toJSON()] as const] : [],
  );
  // Left to itself the CDK never takes away what it wrote.
  rmSync(outdir, { recursive: true, force: true });
  const templates = Object.fromEntries(named) as Record<string, { Resources: Record<string, Resource> }>;
  const all = Object.values(templates).flatMap(({ Resources }) => Object.entries(Resources));
  return {
    templates,
    all,
    of: (type: string) => all.filter(([, { Type }]) => Type === type).map(([id, resource]) => ({ id, ...resource })),
  };
}
