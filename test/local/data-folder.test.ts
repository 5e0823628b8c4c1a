import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildConsole } from '../../lib/local/console';
import { start } from '../../lib/local/start';
import { someone, strangersView } from '../journey/world';

jest.setTimeout(120_000);

process.env.AWS_REGION ??= 'us-east-1';
process.env.AWS_ACCESS_KEY_ID ??= 'local';
process.env.AWS_SECRET_ACCESS_KEY ??= 'local';

const root = process.cwd();
const ground = mkdtempSync(join(tmpdir(), 'stridewell-folder-'));
/** A folder that was served and closed, with one person in it. */
const whole = join(ground, 'whole');
const email = 'maya@example.com';
const open = (dataDir: string) => start({ root, port: 0, dataDir, seed: false, withConsole: false });
let copies = 0;
const copy = (): string => {
  copies += 1;
  const dataDir = join(ground, `copy-${copies}`);
  cpSync(whole, dataDir, { recursive: true });
  return dataDir;
};
const logsOf = (dataDir: string) => readdirSync(join(dataDir, 'dynamo')).filter((name) => name.endsWith('.log'));

const children: ChildProcess[] = [];
beforeAll(async () => {
  const house = await open(whole);
  const town = strangersView(house.url);
  await town.join({ firstName: 'Maya', email });
  await house.close();
});
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(ground, { recursive: true, force: true });
});

/** What a person is told: one sentence, one line, no trace. */
async function refusal(dataDir: string): Promise<string> {
  const error = await open(dataDir).then(
    async (house) => {
      await house.close();
      throw new Error('it started');
    },
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ name: 'StridewellError', code: 'unavailable' });
  const { message } = error as Error;
  expect(message).toMatch(/^[^\n]+\.$/);
  expect(message.replaceAll(dataDir, '')).not.toMatch(/\. \S/);
  return message;
}

describe('a data folder that has lost a part is refused, and nothing is made in its place', () => {
  const rid = (name: string) => (dataDir: string) => rmSync(join(dataDir, name), { recursive: true });
  const losses: [string, (dataDir: string) => void, RegExp][] = [
    ['its secrets', rid('secrets.json'), /has lost secrets\.json;/],
    ['its store', rid('dynamo'), /has lost dynamo;/],
    ['the file that names the store', rid('dynamo/CURRENT'), /has lost dynamo;/],
    ['the outside world', rid('outside-world.jsonl'), /has lost outside-world\.jsonl;/],
    ['its clock', rid('clock.json'), /has lost clock\.json;/],
    [
      'all but its secrets and what says so',
      (dir) => {
        rid('dynamo')(dir);
        rid('outside-world.jsonl')(dir);
      },
      /has lost outside-world\.jsonl and dynamo;/,
    ],
    [
      'its secrets, in a folder of an older release',
      (dir) => {
        rid('contents.json')(dir);
        rid('secrets.json')(dir);
      },
      /has lost secrets\.json;/,
    ],
    [
      'its store, in a folder of an older release',
      (dir) => {
        rid('contents.json')(dir);
        rid('dynamo')(dir);
      },
      /has lost dynamo;/,
    ],
    [
      'every log of its store',
      (dir) => {
        for (const name of logsOf(dir)) rid(`dynamo/${name}`)(dir);
      },
      /has lost dynamo;/,
    ],
    ['its secrets, emptied', (dir) => writeFileSync(join(dir, 'secrets.json'), ''), /has lost secrets\.json;/],
    [
      'the outside world, emptied',
      (dir) => writeFileSync(join(dir, 'outside-world.jsonl'), ''),
      /has lost outside-world\.jsonl;/,
    ],
  ];
  test.each(losses)('%s', async (_what, lose, says) => {
    const dataDir = copy();
    lose(dataDir);
    const before = readdirSync(dataDir).sort();
    expect(await refusal(dataDir)).toMatch(says);
    expect(readdirSync(dataDir).sort()).toEqual(before);
  });

  const damages: [string, (dataDir: string) => void][] = [
    ['secrets', (dir) => writeFileSync(join(dir, 'secrets.json'), '{"linkKeys":[]}')],
    ['clock', (dir) => writeFileSync(join(dir, 'clock.json'), 'noon')],
    ['outside world', (dir) => writeFileSync(join(dir, 'outside-world.jsonl'), 'garbage\n')],
    ['contents', (dir) => writeFileSync(join(dir, 'contents.json'), '[]')],
    [
      'store, its log emptied',
      (dir) => {
        for (const name of logsOf(dir)) writeFileSync(join(dir, 'dynamo', name), '');
      },
    ],
    [
      'store, its log overwritten',
      (dir) => {
        for (const name of logsOf(dir)) writeFileSync(join(dir, 'dynamo', name), 'x'.repeat(100_000));
      },
    ],
    [
      'secrets, a folder by that name',
      (dir) => {
        rmSync(join(dir, 'secrets.json'));
        mkdirSync(join(dir, 'secrets.json'));
      },
    ],
  ];
  test.each(damages)('a damaged file is told from a missing one: %s', async (_what, damage) => {
    const dataDir = copy();
    damage(dataDir);
    expect(await refusal(dataDir)).toMatch(/damaged|cannot be read/);
  });

  test('a file where the folder should be', async () => {
    const file = join(ground, 'a-file');
    writeFileSync(file, '');
    expect(await refusal(file)).toMatch(/is not a folder that can be written to/);
  });
});

describe('a data folder that is in order', () => {
  test('opens again and again, with the people it had', async () => {
    const dataDir = copy();
    for (const _time of [1, 2, 3]) {
      const house = await open(dataDir);
      const town = strangersView(house.url);
      const found = (await (await town.staff('viewer')).post('/subscribers/find', { address: email })).json.items;
      await house.close();
      expect(found).toHaveLength(1);
    }
    expect(JSON.parse(readFileSync(join(dataDir, 'contents.json'), 'utf8'))).toEqual({ opened: 4 });
  });

  test('of an older release is taken over', async () => {
    const dataDir = copy();
    for (const name of ['contents.json', 'clock.json']) rmSync(join(dataDir, name));
    await (await open(dataDir)).close();
    expect(existsSync(join(dataDir, 'contents.json'))).toBe(true);
  });

  test('whose first start was killed half-way is begun again', async () => {
    const dataDir = join(ground, 'half');
    mkdirSync(dataDir);
    cpSync(join(whole, 'secrets.json'), join(dataDir, 'secrets.json'));
    await (await open(dataDir)).close();
    expect(readFileSync(join(dataDir, 'secrets.json'), 'utf8')).toBe(readFileSync(join(whole, 'secrets.json'), 'utf8'));
  });
});

/** `npm start` on a disk that takes files up to so many KB: writing on fails as on a full one (EFBIG for ENOSPC). */
function onSmallDisk(dataDir: string, kilobytes: number) {
  const child = spawn(
    'bash',
    ['-c', `trap '' XFSZ; ulimit -f ${kilobytes}; exec "$0" --import tsx bin/local.ts`, process.execPath],
    {
      cwd: root,
      env: { ...process.env, PORT: '0', DATA_DIR: dataDir, SEED: 'none', NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  children.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => {
    said.out += text;
  });
  child.stderr.on('data', (text: Buffer) => {
    said.err += text;
  });
  const exit = new Promise<number | null>((done) => child.once('close', done));
  const ready = new Promise<string | undefined>((done) => {
    child.stdout.on('data', () => {
      const url = /^ready (http:\S+)$/m.exec(said.out)?.[1];
      if (url) done(url);
    });
    void exit.then(() => done(undefined));
  });
  return { said, exit, ready };
}

describe('a full disk', () => {
  beforeAll(() => buildConsole(root));
  const sentence = /^The data folder \S+ cannot be written because the disk is full; [^\n.]+\.\n$/;

  test('at the start is one sentence and exit 1', async () => {
    const { said, exit } = onSmallDisk(join(ground, 'full'), 8);
    expect({ code: await exit, ...said }).toEqual({ code: 1, out: '', err: expect.stringMatching(sentence) });
  });

  test('while it runs stops it with one sentence and exit 1, and what was answered is there afterwards', async () => {
    const dataDir = join(ground, 'filling');
    const { said, exit, ready } = onSmallDisk(dataDir, 300);
    const url = await ready;
    expect(said.err).toBe('');
    const town = strangersView(url!);
    let ended = false;
    const code = exit.then((is) => {
      ended = true;
      return is;
    });
    const answered: string[] = [];
    const signUp = async (n: number) => {
      const address = `runner${n}@example.com`;
      const one = { ...someone, email: address, emailConsent: true, smsConsent: false };
      const status = await town.post('/subscribe', one).then(
        (answer) => answer.status,
        () => 0,
      );
      if (status === 202) answered.push(address);
    };
    for (let n = 0; n < 1900 && !ended; n += 20) await Promise.all(Array.from({ length: 20 }, (_, i) => signUp(n + i)));
    expect({ code: await code, err: said.err }).toEqual({ code: 1, err: expect.stringMatching(sentence) });
    expect(answered.length).toBeGreaterThan(10);

    const house = await open(dataDir);
    const viewer = await strangersView(house.url).staff('viewer');
    const found = await Promise.all(
      [answered[0], answered.at(-1)].map(
        async (address) => (await viewer.post('/subscribers/find', { address })).json.items.length,
      ),
    );
    await house.close();
    expect(found).toEqual([1, 1]);
  });
});
