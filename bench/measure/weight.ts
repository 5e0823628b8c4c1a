import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../lib/temporary-folder';
import { type Bundle, bundle } from './bundle';
import { type Line, median } from './table';

const doors = ['dispatch', 'sweep', 'watch', 'send', 'events', 'inbound', 'public', 'staff', 'seed'];
const rounds = 11;

/** The least that each package must bring: a client and its commands. */
const needed: Record<string, string[]> = {
  '@aws-sdk/client-dynamodb': ['DynamoDBClient'],
  '@aws-sdk/lib-dynamodb': [
    'DynamoDBDocumentClient',
    'GetCommand',
    'PutCommand',
    'UpdateCommand',
    'DeleteCommand',
    'QueryCommand',
    'ScanCommand',
  ],
  '@aws-sdk/client-sqs': ['SQSClient', 'SendMessageBatchCommand'],
  '@aws-sdk/client-sesv2': ['SESv2Client', 'SendEmailCommand', 'GetAccountCommand'],
  '@aws-sdk/client-pinpoint-sms-voice-v2': ['PinpointSMSVoiceV2Client', 'SendTextMessageCommand'],
  '@aws-sdk/client-secrets-manager': ['SecretsManagerClient', 'GetSecretValueCommand'],
  hono: ['Hono'],
  // A few of its functions: the whole of it, with 50 languages, would make the yardstick longer than it is.
  zod: ['strictObject', 'string', 'enum', 'array', 'int', 'boolean', 'literal', 'union', 'record'],
  luxon: ['DateTime'],
};
const alone = (packages: string[]): string =>
  packages.map((name) => `export { ${needed[name]!.join(', ')} } from '${name}';`).join('\n');

/** What the public pages are held against. */
const publicParts = [
  '@aws-sdk/client-dynamodb',
  '@aws-sdk/lib-dynamodb',
  '@aws-sdk/client-sqs',
  'hono',
  'zod',
  'luxon',
];

interface Door {
  name: string;
  own: Bundle;
  /** Its SDK clients alone. */
  sdk: Bundle;
}

/** Size and import time of every function as the cloud bundles it, beside an empty handler and its SDK clients alone. */
export function weight(root: string): Line[] {
  const temporary = temporaryFolder('weight');
  const folder = temporary.path;
  try {
    const empty = join(folder, 'empty.cjs');
    writeFileSync(empty, 'exports.handler = async () => undefined;\n');
    const all = doors.map((name): Door => {
      const own = bundle(root, folder, name, { door: `functions/${name}.ts` });
      const clients = Object.keys(needed).filter(
        (one) => one.startsWith('@aws-sdk/') && own.inputs.some((file) => file.includes(`node_modules/${one}/`)),
      );
      return { name, own, sdk: bundle(root, folder, `${name}-sdk`, { source: alone(clients) }) };
    });
    const parts = bundle(root, folder, 'public-parts', { source: alone(publicParts) });
    const files = [empty, parts.file, ...all.flatMap(({ own, sdk }) => [own.file, sdk.file])];
    const times = imports(files);
    const ms = (file: string) => `${median(times.get(file)!).toFixed(0)} ms`;
    /** Of two files imported in the same round, so that what else the machine did then weighs on both. */
    const ratio = (file: string, beside: string) =>
      median(times.get(file)!.map((one, round) => one / times.get(beside)![round]!));
    const lineOf = ({ name, own, sdk }: Door): Line => ({
      what: `Function ${name}`,
      measured: `${own.kilobytes.toFixed(0)} KB, imported in ${ms(own.file)}`,
      beside: `its SDK clients alone: ${sdk.kilobytes.toFixed(0)} KB, ${ms(sdk.file)}; an empty handler: ${ms(empty)}`,
    });
    return [
      ...all.flatMap((door): Line[] => {
        const line = lineOf(door);
        if (door.name === 'send') {
          const times = ratio(door.own.file, door.sdk.file);
          const measured = `${line.measured}, ${times.toFixed(2)} times its clients`;
          const met = door.own.kilobytes <= 650 && times <= 1.3;
          return [{ ...line, measured, goal: '≤ 650 KB, ≤ 1.3 times its clients', met }];
        }
        if (door.name !== 'public') return [line];
        const times = ratio(door.own.file, parts.file);
        const measured = `${line.measured}, ${times.toFixed(2)} times its parts`;
        const beside = `${line.beside}; its parts alone (dynamodb, sqs, hono, zod, luxon): ${parts.kilobytes.toFixed(0)} KB, ${ms(parts.file)}`;
        return [{ ...line, measured, beside, goal: 'import ≤ 1.2 times its parts', met: times <= 1.2 }];
      }),
      mjml(all),
    ];
  } finally {
    temporary.remove();
  }
}

/** Looks are compiled by the build, so no function may carry what compiles them. */
function mjml(all: Door[]): Line {
  const carriers = all.filter(({ own }) => own.inputs.some((file) => /node_modules\/mjml/.test(file)));
  return {
    what: 'Functions that carry MJML',
    measured: carriers.map(({ name }) => name).join(', ') || 'none',
    goal: 'none',
    met: carriers.length === 0,
  };
}

/** ms that fresh processes take to load each file, every round through all of them and from another end. */
function imports(files: string[]): Map<string, number[]> {
  const times = new Map(files.map((file) => [file, [] as number[]]));
  for (let round = 0; round < rounds; round += 1)
    for (const file of round % 2 ? files.toReversed() : files) times.get(file)!.push(imported(file));
  return times;
}

function imported(file: string): number {
  const source = `const t=process.hrtime.bigint();require(${JSON.stringify(file)});process.stdout.write(String(Number(process.hrtime.bigint()-t)/1e6));process.exit(0)`;
  return Number(execFileSync(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'ignore'] }));
}
