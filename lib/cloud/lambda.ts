import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Duration, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { Charset, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { keep } from './lifetimes';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/**
 * Ways that a function never takes and the SDK loads only when it has to: Lambda gives credentials in the environment,
 * which is asked first. Left out they save 130 KB of each bundle.
 */
const neverTaken = [
  '@aws-sdk/credential-provider-http',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/credential-provider-process',
  '@aws-sdk/credential-provider-sso',
  '@aws-sdk/credential-provider-web-identity',
  '@smithy/credential-provider-imds',
  // None of the services used answers with a stream of events; with it inside, half of the SDK's core could not be shaken.
  '@smithy/core/event-streams',
];

/** How every function is bundled; the weight test bundles with the same options. */
export const bundling = {
  minify: true,
  mainFields: ['module', 'main'],
  target: 'node24',
  // Spanish and the other languages as they are, not as escapes of six letters each.
  charset: Charset.UTF8,
  externalModules: neverTaken,
};

interface DoorProps {
  /** File of the door, from the root of the project. */
  entry: string;
  description: string;
  memory: number;
  timeout: Duration;
  environment: Record<string, string>;
  /** Encrypts its log. */
  key: IKey;
  /** How long its lines are kept; those of a machine unless told otherwise. */
  logsFor?: RetentionDays;
  /** Files laid beside the code, by name. */
  files?: Record<string, string>;
  /** How many may run at once, kept free for this function; undefined shares what the account has left. */
  reserved?: number | undefined;
  /** Folders copied beside the code. */
  folders?: string[];
}

/** The one way this project makes a Lambda function: every setting that has a bad default is given. */
export class Door extends NodejsFunction {
  constructor(scope: Construct, id: string, props: DoorProps) {
    super(scope, id, {
      entry: join(root, props.entry),
      handler: 'handler',
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memory,
      timeout: props.timeout,
      environment: props.environment,
      tracing: Tracing.ACTIVE,
      ...(props.reserved === undefined ? {} : { reservedConcurrentExecutions: props.reserved }),
      // A schedule fires again the next minute, so an old tick is not retried.
      retryAttempts: 0,
      logGroup: new LogGroup(scope, `${id}Log`, { retention: props.logsFor ?? keep.machine, encryptionKey: props.key }),
      depsLockFilePath: join(root, 'package-lock.json'),
      projectRoot: root,
      bundling: {
        ...bundling,
        format: OutputFormat.CJS,
        commandHooks: {
          beforeBundling: () => [],
          beforeInstall: () => [],
          afterBundling: (_input, output) => carry(join(Stack.of(scope).stackName, id), output, props),
        },
      },
    });
  }
}

/** Data read at synth rides beside the code, so that a function never parses YAML. Two stages may be synthesised at once. */
function carry(place: string, output: string, { files = {}, folders = [] }: DoorProps): string[] {
  const folder = join(root, '.build', 'carried', place);
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return [
    ...Object.keys(files).map((name) => `cp "${join(folder, name)}" "${join(output, name)}"`),
    ...folders.map((from) => `cp -R "${from}" "${output}"`),
  ];
}
