import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planDeploy, refuseOldTools } from '../../lib/deploy';
import { adviceOn } from '../../lib/deploy-advice';
import { practiceDir } from '../support/practice';

const shipped = join(__dirname, '../..');
let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'deploy-'));
  cpSync(practiceDir, join(root, 'practice'), { recursive: true });
  delete process.env.PRACTICE_DIR;
});
afterEach(() => {
  process.env.PRACTICE_DIR = practiceDir;
  rmSync(root, { recursive: true, force: true });
});

const edit = (file: string, change: (text: string) => string): void =>
  writeFileSync(join(root, 'practice', file), change(readFileSync(join(root, 'practice', file), 'utf8')));

it('plans a stage that is whole', () => {
  const { args, sentence } = planDeploy(root, 'trial');
  expect(args).toEqual(['deploy', '--all', '--context', 'stage=trial', '--require-approval', 'broadening']);
  expect(sentence).toMatch(/^Deploying Pinnacle Orthopaedics to stage trial: 3 series/);
});

it('asks for a stage', () => {
  expect(() => planDeploy(root, undefined)).toThrow('Say which stage: npm run deploy -- --stage prod');
});

it('refuses a name that could be a path', () => {
  expect(() => planDeploy(root, 'prod/../x')).toThrow('is not a stage name');
});

it('never lets made-up details reach people: marked lines first', () => {
  expect(() => planDeploy(root, 'prod')).toThrow(
    /practice\.yaml still has made-up values \(marked SAMPLE\) on lines \d/,
  );
});

it('sees made-up names when only the marks were removed', () => {
  edit('practice.yaml', (text) => text.replace(/# SAMPLE.*/g, ''));
  expect(() => planDeploy(root, 'prod')).toThrow(/made-up names: .*practice\.example/);
});

it('deploys to production what a practice filled in', () => {
  edit('practice.yaml', (text) => text.replace(/# SAMPLE.*/g, '').replaceAll('.example', '.test-practice.com'));
  edit('stages.yaml', (text) => text.replaceAll('.example', '.test-practice.com'));
  expect(planDeploy(root, 'prod').args).toContain('stage=prod');
});

it('refuses names that the text asking for consent has no room for', () => {
  edit('practice.yaml', (text) => text.replace(/^legalName:.*$/m, `legalName: ${'Physicians '.repeat(8)}`));
  expect(() => planDeploy(root, 'prod')).toThrow(expect.objectContaining({ code: 'invalid', field: 'legalName' }));
});

it('refuses a first series that is not there', () => {
  edit('stages.yaml', (text) => text.replace('SIMULATOR }', 'SIMULATOR }\n  evergreen: front-care'));
  expect(() => planDeploy(root, 'trial')).toThrow('there is no series "front-care"');
});

describe('the tools', () => {
  const pinned = JSON.parse(readFileSync(join(shipped, 'package.json'), 'utf8')).devDependencies;
  const install = (versions: Record<string, string>) => {
    cpSync(join(shipped, 'package.json'), join(root, 'package.json'));
    for (const [name, version] of Object.entries(versions)) {
      mkdirSync(join(root, 'node_modules', name), { recursive: true });
      writeFileSync(join(root, 'node_modules', name, 'package.json'), JSON.stringify({ version }));
    }
  };
  const all = ['aws-cdk', 'aws-cdk-lib', 'esbuild', 'vite'];
  const asPinned = Object.fromEntries(all.map((name) => [name, pinned[name]]));

  it('are those of this release, here', () => {
    expect(() => refuseOldTools(shipped)).not.toThrow();
    install(asPinned);
    expect(() => refuseOldTools(root)).not.toThrow();
  });

  it('refuses an old command line in one sentence', () => {
    install({ ...asPinned, 'aws-cdk': '2.100.0' });
    expect(() => refuseOldTools(root)).toThrow(
      `The tools are not those this release was made with (aws-cdk is 2.100.0, not ${pinned['aws-cdk']}). Run npm ci.`,
    );
  });

  it('says that esbuild is missing, for which the CDK would ask for Docker', () => {
    const { esbuild: _esbuild, ...rest } = asPinned;
    install(rest);
    expect(() => refuseOldTools(root)).toThrow(/\(esbuild is missing, not [\d.]+\)\. Run npm ci\./);
  });
});

describe('what the command line says when it gives up', () => {
  it.each([
    [
      'an account that is not prepared',
      "Stridewell-prod-storage: SSM parameter /cdk-bootstrap/hnb659fds/version not found. Has the environment been bootstrapped? Please run 'cdk bootstrap'",
      /npx cdk bootstrap aws:\/\/ACCOUNT\/us-east-1/,
    ],
    [
      'an account prepared for an older one',
      "This CDK deployment requires bootstrap stack version '31', found '6' in 111122223333/us-east-1.",
      /npx cdk bootstrap/,
    ],
    [
      'nobody signed in',
      'Need to perform AWS calls for account 111122223333, but no credentials have been configured',
      /aws sso login/,
    ],
    ['a sign-in that ran out', 'ExpiredToken: The security token included in the request is expired', /aws sso login/],
    ['a missing Docker', 'Error: spawnSync docker ENOENT', /npm ci/],
    ['an old command line', 'Cloud assembly schema version mismatch: Maximum schema version supported is 38', /npm ci/],
    ['somebody who may not', 'User: arn:aws:iam::1:user/kim is not authorized to perform: sts:AssumeRole', /cdk-…/],
    ['a broken first deployment', 'Stack is in ROLLBACK_COMPLETE state and can not be updated.', /delete that stack/],
    [
      'a series changed in two places',
      'SeedOnDeploy: Series back-care: the words of rest were changed both in the console and in its files.',
      /A series was changed in two places/,
    ],
    ['a wrong certificate', "The specified SSL certificate doesn't exist, isn't in us-east-1 region", /us-east-1/],
  ])('is put in one sentence: %s', (_name, said, todo) => {
    expect(adviceOn(`some\nprogress\n${said}\nmore`)).toMatch(todo);
    expect(adviceOn(said)?.split('\n')).toHaveLength(1);
  });

  it('speaks for itself where nothing better is known', () => {
    expect(adviceOn('UPDATE_FAILED | AWS::SQS::Queue | something new')).toBeUndefined();
  });

  it.each([
    'Has the environment been bootstrapped',
    'requires bootstrap stack version',
    'but no credentials have been configured',
    'Unable to resolve AWS account',
    'Cloud assembly schema version mismatch',
  ])('still reads so in the pinned command line: %s', (words) => {
    expect(readFileSync(join(shipped, 'node_modules/aws-cdk/lib/index.js'), 'utf8')).toContain(words);
  });
});

describe('npm run deploy', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'scripts/deploy.ts', ...args], {
      cwd: shipped,
      encoding: 'utf8',
      timeout: 60_000,
      env: { ...process.env, NODE_OPTIONS: '', PRACTICE_DIR: practiceDir },
    });

  it.each([
    [['--stage', 'prod/x'], '"prod/x" is not a stage name: up to 12 small letters and digits, a letter first.'],
    [[], 'Say which stage: npm run deploy -- --stage prod'],
    [['--stage', 'demo'], 'stages.yaml has no stage "demo"; it has: prod, trial, emulated.'],
  ])('with %j says one sentence and exits 1', (args, sentence) => {
    const { status, stdout, stderr } = run(...args);
    expect({ status, stdout, stderr: stderr.trim() }).toEqual({ status: 1, stdout: '', stderr: sentence });
  });

  it('refuses an option it does not know, without a stack trace', () => {
    const { status, stderr } = run('--stag', 'prod');
    expect(status).toBe(1);
    expect(stderr).toMatch(/Unknown option '--stag'/);
    expect(stderr).not.toContain('    at ');
  });

  it('shows what it would run', () => {
    const { status, stdout } = run('--stage', 'trial', '--dry-run');
    expect({ status, last: stdout.trim().split('\n').at(-1) }).toEqual({
      status: 0,
      last: 'cdk deploy --all --context stage=trial --require-approval broadening',
    });
  });
});
