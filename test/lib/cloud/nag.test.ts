import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, HIPAASecurityChecks } from 'cdk-nag';
import { acknowledged, covers, placeOf } from '../../../lib/cloud/acknowledged';
import { buildStacks } from '../../../lib/cloud/stacks';
import { folder, practice, stageOf } from '../../support/practice';
import { root } from './synth';

interface Finding {
  rule: string;
  place: string;
}

/** Everything both packs say about production, acknowledged or not. */
function findings(): Finding[] {
  const { context } = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
  const outdir = mkdtempSync(join(tmpdir(), 'nag-'));
  const app = new App({
    outdir,
    context: { ...context, 'aws:cdk:bundling-stacks': [] },
    builtinCloudFormationValidation: false,
  } as ConstructorParameters<typeof App>[0]);
  buildStacks(app, {
    stage: stageOf('prod'),
    practice,
    series: '[]',
    drawings: folder.drawings,
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new HIPAASecurityChecks(app));
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  try {
    // A finding fails the synthesis; the report it leaves is what counts here.
    expect(() => app.synth()).toThrow();
    const { pluginReports } = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')) as {
      pluginReports: { violations: { ruleName: string; violatingConstructs: { constructPath: string }[] }[] }[];
    };
    return pluginReports
      .flatMap(({ violations }) => violations)
      .flatMap(({ ruleName, violatingConstructs }) =>
        violatingConstructs.map(({ constructPath }) => ({ rule: ruleName, place: placeOf(constructPath) })),
      );
  } finally {
    said.mockRestore();
    rmSync(outdir, { recursive: true, force: true });
  }
}

const found = findings();
const explains = (rule: string, at: RegExp) => (one: Finding) => covers(rule, one.rule) && at.test(one.place);

it('every finding of AwsSolutions and HIPAA Security is mended or has its reason', () => {
  expect(found.length).toBeGreaterThan(50);
  expect(
    found.filter((one) => !acknowledged.some(({ rules, at }) => rules.some((rule) => explains(rule, at)(one)))),
  ).toEqual([]);
});

it('no reason outlives its finding', () => {
  const idle = acknowledged.flatMap(({ rules, at }) => rules.filter((rule) => !found.some(explains(rule, at))));
  expect(idle).toEqual([]);
});

it('the page of the docs shows every rule with its reason', () => {
  const page = readFileSync(join(root, 'docs/compliance-cloud.md'), 'utf8');
  for (const { rules, reason } of acknowledged) {
    for (const rule of rules) expect(page).toContain(`\`${rule}\``);
    expect(page).toContain(reason);
  }
});
