import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/cloud/synth';
import type { Emulator } from './emulator';
import { type StandIns, transform } from './transform';

export interface Resource {
  stack: string;
  type: string;
  logical: string;
  physical: string;
}

const cdk = join(root, 'node_modules/aws-cdk/bin/cdk');

/** The stage `emulated`, synthesised as for AWS: bundles and all. */
export async function synthesise(output: string): Promise<void> {
  rmSync(output, { recursive: true, force: true });
  await run(['synth', '--quiet', '--context', 'stage=emulated', '--output', output], {}, 180);
}

/** Started where there is no app, so that it need not be synthesised for it. */
export const bootstrap = (emulator: Emulator, folder: string): Promise<void> =>
  run(['bootstrap', 'aws://000000000000/us-east-1'], emulator.environment, 60, folder);

/** One `cdk deploy` of the assembly, after the listed transform; answers everything that was made. */
export async function deploy(assembly: string, emulator: Emulator, standIns: StandIns): Promise<Resource[]> {
  const templates = readdirSync(assembly).filter((name) => name.endsWith('.template.json'));
  for (const name of templates) {
    const file = join(assembly, name);
    writeFileSync(file, JSON.stringify(transform(JSON.parse(readFileSync(file, 'utf8')), standIns)));
  }
  // A broken custom resource would wait an hour for its answer.
  await run(['deploy', '--all', '--app', assembly, '--require-approval', 'never'], emulator.environment, 120);
  const stacks = templates.map((name) => name.replace('.template.json', ''));
  return (await Promise.all(stacks.map((stack) => resourcesOf(stack, emulator)))).flat();
}

async function resourcesOf(stack: string, emulator: Emulator): Promise<Resource[]> {
  const answer = await query(emulator, 'cloudformation', { Action: 'DescribeStackResources', StackName: stack });
  const all = [...answer.matchAll(/<member>([\s\S]*?)<\/member>/g)].map(([, member = '']) => {
    const of = (tag: string) => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(member)?.[1] ?? '';
    return { stack, type: of('ResourceType'), logical: of('LogicalResourceId'), physical: of('PhysicalResourceId') };
  });
  return all.filter(({ type }) => type !== '');
}

const scope = (service: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
});

/** The older services' protocol: a form in, XML out. */
export async function query(emulator: Emulator, service: string, form: Record<string, string>): Promise<string> {
  const answer = await fetch(emulator.url, {
    method: 'POST',
    headers: { ...scope(service), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${form.Action}: ${answer.status} ${text.slice(0, 500)}`);
  return text;
}

/** Starts a function as a schedule would; answers what it answers, or throws what it threw. */
export async function invoke(emulator: Emulator, name: string): Promise<string> {
  const answer = await fetch(`${emulator.url}/2015-03-31/functions/${name}/invocations`, {
    method: 'POST',
    headers: scope('lambda'),
    body: '{}',
  });
  const text = await answer.text();
  if (!answer.ok || answer.headers.has('x-amz-function-error')) throw new Error(`${name}: ${text.slice(0, 500)}`);
  return text;
}

/** Cognito speaks JSON with the operation in a header. */
export async function cognito(emulator: Emulator, operation: string, body: object) {
  const answer = await fetch(emulator.url, {
    method: 'POST',
    headers: {
      ...scope('cognito-idp'),
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${operation}: ${answer.status} ${text.slice(0, 500)}`);
  return text === '' ? {} : JSON.parse(text);
}

function run(args: string[], environment: Record<string, string>, seconds: number, cwd = root): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn('timeout', ['--kill-after', '5', String(seconds), process.execPath, cdk, ...args], {
      cwd,
      env: { ...process.env, ...environment, NODE_OPTIONS: '', CDK_DISABLE_VERSION_CHECK: 'true' },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.once('exit', (code) =>
      code === 0
        ? done()
        : fail(new Error(`cdk ${args[0]} ended with ${code}.\n${said.replace(/^(.{400}).*$/gm, '$1 …').slice(-4000)}`)),
    );
  });
}
