import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { bundling } from '../../lib/cloud/lambda';
import { type Line, median } from './table';

const doors = ['dispatch', 'sweep', 'send', 'events', 'inbound', 'public', 'staff', 'seed'];
const rounds = 3;

/** What a function needs of each SDK package at the least: the client and the commands it sends. */
const needed: Record<string, string[]> = {
  '@aws-sdk/client-dynamodb': ['DynamoDBClient'],
  '@aws-sdk/lib-dynamodb': ['DynamoDBDocumentClient', 'GetCommand', 'PutCommand', 'QueryCommand'],
  '@aws-sdk/client-sqs': ['SQSClient', 'SendMessageBatchCommand'],
  '@aws-sdk/client-sesv2': ['SESv2Client', 'SendEmailCommand'],
  '@aws-sdk/client-pinpoint-sms-voice-v2': ['PinpointSMSVoiceV2Client', 'SendTextMessageCommand'],
  '@aws-sdk/client-secrets-manager': ['SecretsManagerClient', 'GetSecretValueCommand'],
};

interface Bundle {
  file: string;
  kilobytes: number;
  packages: string[];
}

/** Size and import time of every function as the cloud bundles it, beside an empty handler and its SDK clients alone. */
export function weight(root: string): Line[] {
  const folder = mkdtempSync(join(tmpdir(), 'stridewell-weight-'));
  try {
    writeFileSync(join(folder, 'empty.cjs'), 'exports.handler = async () => undefined;\n');
    const lines = doors.map((door): Line => {
      const own = bundle(root, folder, door, { entryPoints: [`functions/${door}.ts`] });
      const contents = own.packages.map((name) => `export { ${needed[name]!.join(', ')} } from '${name}';`).join('\n');
      const sdk = bundle(root, folder, `${door}-sdk`, { stdin: { contents, resolveDir: root } });
      const times: [number, number, number][] = [];
      for (let round = 0; round < rounds; round += 1)
        times.push([imported(own.file), imported(sdk.file), imported(join(folder, 'empty.cjs'))]);
      const of = (i: 0 | 1 | 2) => median(times.map((one) => one[i])).toFixed(0);
      return {
        what: `Function ${door}`,
        measured: `${own.kilobytes.toFixed(0)} KB, imported in ${of(0)} ms`,
        beside: `its SDK clients alone: ${sdk.kilobytes.toFixed(0)} KB, ${of(1)} ms; an empty handler: ${of(2)} ms`,
      };
    });
    return lines;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function bundle(root: string, folder: string, name: string, from: Parameters<typeof buildSync>[0]): Bundle {
  const { externalModules: external, ...options } = bundling;
  const { outputFiles, metafile } = buildSync({
    ...options,
    external,
    ...from,
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    metafile: true,
  });
  const [output] = Object.values(metafile!.outputs);
  const used = Object.entries(output!.inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : []));
  const file = join(folder, `${name}.cjs`);
  writeFileSync(file, outputFiles![0]!.contents);
  const packages = Object.keys(needed).filter((name) => used.some((file) => file.includes(`node_modules/${name}/`)));
  return { file, kilobytes: outputFiles![0]!.contents.length / 1000, packages };
}

/** ms that a fresh process takes to load one file. */
function imported(file: string): number {
  const source = `const t=process.hrtime.bigint();require(${JSON.stringify(file)});process.stdout.write(String(Number(process.hrtime.bigint()-t)/1e6));process.exit(0)`;
  const env = { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
  return Number(execFileSync(process.execPath, ['-e', source], { env, stdio: ['ignore', 'pipe', 'ignore'] }));
}
