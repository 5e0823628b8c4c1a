import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { channelBranches } from './support/channel-branches';
import { circle, type Import, reachedFrom, readSource, readSources, root, type SourceFile } from './support/imports';

const sources = readSources(['functions', 'lib', 'bin', 'web/src', 'scripts', 'bench']);
const below = (folder: string): SourceFile[] => sources.filter(({ path }) => path.startsWith(folder));
const rooms = ['core', 'flows', 'store', 'providers', 'http'];
/** The rooms of core, from the ground up. A room uses what is below it, and nothing above. */
const floors = [
  'base',
  'practice',
  'person',
  'time',
  'lexicon',
  'triage',
  'audience',
  'series',
  'replies',
  'sending',
  'bookings',
  'messages',
  'campaigns',
  'membership',
  'reporting',
];
/** Groups of flows; those of one group may call each other. */
const groups = ['public', 'sending', 'staff', 'reports', 'care'];
/** The one page of what flows ask of the world. */
const ports = 'functions/flows/ports.ts';
/** What these exported types, or those called `…Ports`, declare as members of their own. */
function membersIn(text: string, which: 'exported' | 'ports'): string[] {
  const head = which === 'ports' ? '(?:export )?(?:interface|type) \\w+Ports\\b' : 'export (?:interface|type) \\w+';
  const bodies = [`^${head}[^;{]*\\{\\n((?:.|\\n)*?)\\n(?:\\}|  \\};)\\n`, `^${head}[^;{\\n]*\\{ (.*) \\};$`];
  return bodies
    .flatMap((body) => [...text.matchAll(new RegExp(body, 'gm'))])
    .flatMap(([, body = '']) => [...body.matchAll(/^ *(\w+)[(:]/gm)].map(([, name = '']) => name));
}
/** Files that stand in functions/ itself: doors, composition, config. */
const outside = sources.filter(({ path }) => /^functions\/[^/]+$/.test(path));
const doors = outside.filter(({ hasHandler }) => hasHandler);

/** Every import of these files that no pattern allows, as sentences; a test that fails says what to mend. */
function strangers(files: SourceFile[], allowed: RegExp[], counts: (one: Import) => boolean = () => true): string[] {
  return files.flatMap(({ path, imports }) =>
    imports
      .filter(counts)
      .map(({ file, says }) => file ?? says)
      .filter((to) => !allowed.some((pattern) => pattern.test(to)))
      .map((to) => `${path} imports ${to}`),
  );
}

const valuesOnly = ({ typeOnly }: Import): boolean => !typeOnly;

describe('who imports whom', () => {
  test('there is something to look at', () => {
    for (const room of rooms) expect(below(`functions/${room}/`).length).toBeGreaterThan(5);
    expect(doors.map(({ path }) => path)).toEqual(
      ['dispatch', 'events', 'inbound', 'public', 'seed', 'send', 'staff', 'sweep', 'watch'].map(
        (name) => `functions/${name}.ts`,
      ),
    );
  });

  test('core imports core and a few pure libraries', () => {
    const pure = [/^functions\/core\//, /^zod\/mini$/, /^luxon$/, /^libphonenumber-js\/core$/, /^node:(crypto|url)$/];
    expect(strangers(below('functions/core/'), pure)).toEqual([]);
  });

  test('a room of core imports only rooms below it, and holds at most fifteen files', () => {
    const core = below('functions/core/');
    const roomOf = (path: string): string => path.split('/')[2] ?? '';
    const floor = (path: string): number => floors.indexOf(roomOf(path));
    expect([...new Set(core.map(({ path }) => roomOf(path)))].sort()).toEqual([...floors].sort());
    const upward = core.flatMap(({ path, imports }) =>
      imports
        .filter(({ file }) => file !== undefined && floor(file) > floor(path))
        .map(({ file }) => `${path} imports ${file}`),
    );
    expect(upward).toEqual([]);
    const crowded = floors.filter((room) => core.filter(({ path }) => roomOf(path) === room).length > 15);
    expect(crowded).toEqual([]);
  });

  test('in core only ids, tokens and what hides or hashes words touch node:crypto', () => {
    const users = below('functions/core/').filter(({ imports }) => imports.some(({ says }) => says === 'node:crypto'));
    expect(users.map(({ path }) => basename(path, '.ts'))).toEqual(['id', 'token', 'address', 'consent']);
  });

  test('in core only addresses touch node:url, which knows how a domain is spelled for the wire', () => {
    const users = below('functions/core/').filter(({ imports }) => imports.some(({ says }) => says === 'node:url'));
    expect(users.map(({ path }) => basename(path, '.ts'))).toEqual(['address']);
  });

  test('one calendar says when the practice is there: nobody else asks for holidays, or reads its hours', () => {
    const askers = sources.filter(({ imports }) =>
      imports.some(({ file }) => file === 'functions/core/time/holidays.ts'),
    );
    expect(askers.map(({ path }) => path)).toEqual(['functions/core/time/office.ts', 'scripts/holidays.ts']);
    const readers = sources
      .filter(({ path }) => !path.startsWith('web/'))
      .filter(({ path }) =>
        /callBack\.(open|close|lunch)|closedDays|\{ open, close/.test(readFileSync(join(root, path), 'utf8')),
      );
    expect(readers.map(({ path }) => path)).toEqual([
      'functions/core/practice/practice.ts',
      'functions/core/time/office.ts',
    ]);
  });

  test('core and flows ask nobody for the time, for chance, for settings or for the network', () => {
    const asking = [...below('functions/core/'), ...below('functions/flows/')].filter(({ asks }) => asks.length > 0);
    expect(asking.map(({ path, asks }) => `${path} asks ${asks}`)).toEqual([]);
  });

  test('a flow imports core, the ports and flows of its own group: no store, no provider, no page', () => {
    for (const group of groups) {
      const own = [/^functions\/core\//, /^zod\/mini$/, /^functions\/flows\/ports\.ts$/];
      own.push(new RegExp(`^functions/flows/${group}/`));
      const flows = below(`functions/flows/${group}/`);
      expect(flows.length).toBeGreaterThan(1);
      expect(strangers(flows, own)).toEqual([]);
    }
    const others = below('functions/flows/').filter(({ path }) => !groups.includes(path.split('/')[2] ?? ''));
    expect(others.map(({ path }) => path)).toEqual([ports]);
    expect(strangers(others, [/^functions\/core\//])).toEqual([]);
    expect(others[0]?.imports.every(({ typeOnly }) => typeOnly)).toBe(true);
  });

  test('what several flows ask of the world is declared once', () => {
    const text = (path: string) => readFileSync(join(root, path), 'utf8');
    const shared = new Set(['now', 'bytes', 'sleep', ...membersIn(text(ports), 'exported')]);
    expect(shared).toContain('people');
    expect(shared).toContain('guardOf');
    const again = below('functions/flows/')
      .filter(({ path }) => path !== ports)
      .flatMap(({ path }) =>
        membersIn(text(path), 'ports')
          .filter((name) => shared.has(name))
          .map((name) => `${path} declares ${name}`),
      );
    expect(again).toEqual([]);
  });

  test('no folder of flows, pages, the console or the local world is crowded', () => {
    const files = sources.map(({ path }) => path);
    const inside = files.filter((path) => /^(functions\/(flows|http)|lib\/local|web\/src)\//.test(path));
    const crowded = [...new Set(inside.map((path) => dirname(path)))].filter(
      (folder) => inside.filter((path) => dirname(path) === folder).length > 20,
    );
    expect(crowded).toEqual([]);
  });

  test('store knows DynamoDB and core, and nobody beside it', () => {
    const own = [
      /^functions\/(core|store)\//,
      /^@aws-sdk\/(client-dynamodb|lib-dynamodb)$/,
      /^@smithy\/node-http-handler$/,
      /^zod\/mini$/,
      /^node:(crypto|util)$/,
    ];
    expect(strangers(below('functions/store/'), own)).toEqual([]);
  });

  test('providers know the services they speak to and core, and nobody beside them', () => {
    const own = [
      /^functions\/(core|providers)\//,
      /^@aws-sdk\/client-(sesv2|sqs|pinpoint-sms-voice-v2)$/,
      /^@smithy\/node-http-handler$/,
      /^(handlebars|handlebars\/runtime|mjml|yaml|zod\/(mini|locales))$/,
      /^node:(fs|path)$/,
    ];
    expect(strangers(below('functions/providers/'), own)).toEqual([]);
  });

  test('http knows flows, core and its framework; what it needs of the world is handed to it', () => {
    const own = [
      /^functions\/(core|flows|http)\//,
      /^hono(\/|$)/,
      /^jose$/,
      /^zod(\/(mini|locales))?$/,
      /^node:crypto$/,
    ];
    expect(strangers(below('functions/http/'), own)).toEqual([]);
  });

  test('store and providers meet in the composition alone', () => {
    const joining = /^functions\/(compose(-[a-z]+)?|ground)\.ts$/;
    const others = below('functions/').filter(
      ({ path }) => !joining.test(path) && !/^functions\/(store|providers)\//.test(path),
    );
    expect(strangers(others, [/^(?!functions\/(store|providers)\/)/], valuesOnly)).toEqual([]);
  });

  test('nothing in functions imports a door', () => {
    const isDoor = new Set(doors.map(({ path }) => path));
    const wrong = below('functions/').flatMap(({ path, imports }) =>
      imports.filter(({ file }) => file && isDoor.has(file)).map(({ file }) => `${path} imports ${file}`),
    );
    expect(wrong).toEqual([]);
  });

  test('functions know nothing of the house that is built around them', () => {
    const inside = below('functions/').map((one) => ({ ...one, imports: one.imports.filter(({ file }) => file) }));
    expect(strangers(inside, [/^functions\//])).toEqual([]);
  });

  test('the console knows the staff API by its types alone', () => {
    const reaching = below('web/src/').flatMap(({ path, imports }) =>
      imports
        .filter(({ file }) => file && !file.startsWith('web/'))
        .map(({ file, typeOnly }) => ({ path, file, typeOnly })),
    );
    expect(reaching.length).toBeGreaterThan(5);
    expect(
      reaching.filter(
        ({ file, typeOnly }) => !typeOnly || !/^functions\/http\/staff\/([a-z]+\/)?[a-z-]+\.ts$/.test(file ?? ''),
      ),
    ).toEqual([]);
  });

  test('the cloud is built from names of tables, variables and headers; of the code it knows file names only', () => {
    const names = [/^(?!functions\/)/, /^functions\/(store\/schema|environment|http\/headers)\.ts$/];
    expect(strangers(below('lib/cloud/'), names, valuesOnly)).toEqual([]);
  });

  test('the local world stands outside: over the wire it knows core alone, and no page, flow or store', () => {
    expect(
      strangers(below('lib/local/world/'), [/^(?!functions\/|lib\/)/, /^functions\/core\//, /^lib\/local\/world\//]),
    ).toEqual([]);
  });

  test('no import goes in a circle, types included', () => {
    expect(circle(sources)).toBeUndefined();
  });
});

describe('what rides along', () => {
  const heavy = /^(mjml|yaml|handlebars|hono|jose|aws-cdk-lib)(\/(?!runtime$).*)?$/;
  const heavyForPages = /^(mjml|yaml|handlebars|aws-cdk-lib)(\/(?!runtime$).*)?$/;

  test.each(['dispatch', 'send', 'events', 'inbound', 'sweep', 'watch'])(
    '%s carries no MJML, no Handlebars compiler, no web framework',
    (door) => {
      const { packages } = reachedFrom(`functions/${door}.ts`, sources);
      expect([...packages].filter((name) => heavy.test(name))).toEqual([]);
    },
  );

  test.each(['public', 'staff', 'seed'])('%s carries no MJML and parses no YAML', (door) => {
    const { packages } = reachedFrom(`functions/${door}.ts`, sources);
    expect([...packages].filter((name) => heavyForPages.test(name))).toEqual([]);
  });

  test('what a restore learns again, texts of older releases among it, rides with nobody but the restore', () => {
    const users = below('functions/').filter(({ imports }) =>
      imports.some(({ file }) => file === 'functions/core/membership/relearned.ts'),
    );
    expect(users.map(({ path }) => path)).toEqual(['functions/flows/care/reconcile.ts']);
  });

  test('MJML has one home, and the bench that is measured against it', () => {
    const users = sources.filter(({ imports }) => imports.some(({ says }) => says === 'mjml'));
    expect(users.map(({ path }) => path)).toEqual(['bench/measure/render.ts', 'functions/providers/looks.ts']);
  });
});

/** Longer than 250 lines, each with its reason and the length it must not outgrow. */
const long: Record<string, [atMost: number, reason: string]> = {
  'functions/http/staff/shapes/api.ts': [
    350,
    'a table: nearly every shape of the staff API, read as one page and by the console',
  ],
  'web/src/api.ts': [280, 'every question the console asks, on one page'],
  'functions/flows/sending/send.ts': [330, 'the send protocol from claim to outcome, read from top to bottom'],
  'functions/flows/public/receive-sms.ts': [
    280,
    'one text from its arrival to its history entry, each answer in the order of its writes',
  ],
  'functions/flows/public/confirm.ts': [320, 'one proof, in the order of its reads and writes'],
  'bench/thousand.ts': [380, 'one story of six weeks, told once from top to bottom'],
  'lib/local/aws/queue.ts': [280, 'one queue with its timers; the wire and the batches have files of their own'],
};

/** Where channels are told apart by name, each with its reason. */
const namesChannels: Record<string, string> = {
  'functions/core/base/channel.ts': 'the list of names itself',
  'functions/core/messages/notices.ts': 'the wording of a notice is a mail or a text, and says which it is by default',
  'bench/': 'plays people who read mails and texts, and measures each',
  'lib/local/world/': 'plays the providers, each of which has a wire of its own',
  'scripts/mutate-mutants.ts': 'a mutation swaps one name for the other',
};

describe('how files look', () => {
  test('a door is at most 25 lines', () => {
    expect(doors.filter(({ lines }) => lines > 25).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  test('a file of more than 250 lines has a reason', () => {
    const tooLong = sources.filter(({ path, lines }) => lines > (long[path]?.[0] ?? 250));
    expect(tooLong.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  test('a file is named after what it is, not after being left over', () => {
    const leftOver = /^(types?|utils?|helpers?|common|index|misc|shared|constants)\.(m?ts|tsx)$/;
    expect(sources.map(({ path }) => path).filter((path) => leftOver.test(basename(path)))).toEqual([]);
  });

  test('one file puts a profile together, so that no form unlearns what was learned', () => {
    const makes = /\.\.\.[\w.!?]*profile!?\s*[,}]|\bprofile!?\.\w+ =[^=]/;
    const makers = below('functions/')
      .map(({ path }) => path)
      .filter((path) => makes.test(readFileSync(join(root, path), 'utf8')));
    // The other one makes what staff are shown.
    expect(makers).toEqual(['functions/core/person/profile.ts', 'functions/http/staff/view.ts']);
  });

  test('code asks for a trait of a channel, never for its name', () => {
    const elsewhere = sources.filter(({ path }) => !Object.keys(namesChannels).some((own) => path.startsWith(own)));
    const branches = elsewhere.flatMap(({ path }) =>
      channelBranches(path, readFileSync(join(root, path), 'utf8')).map(
        (found) => `${path}:${found}; ask for a trait of the channel instead (functions/core/base/channel.ts)`,
      ),
    );
    expect(branches).toEqual([]);
  });

  test('no file only passes on the names of others', () => {
    expect(sources.filter(({ isBarrel }) => isBarrel).map(({ path }) => path)).toEqual([]);
  });
});

describe('this test itself', () => {
  const planted = (text: string): SourceFile => readSource('functions/core/base/planted.ts', text);

  test('sees what asks for time, chance and settings', () => {
    const { asks } = planted(
      'export const x = () => [Date.now(), new Date(), Math.random(), process.env.X, fetch("/")];',
    );
    expect(asks).toEqual(['Date.now', 'new Date()', 'Math.random', 'process', 'fetch']);
  });

  test('takes a moment given as one', () => {
    expect(planted('export const x = (at: number) => new Date(at).toISOString();').asks).toEqual([]);
  });

  test('sees every way to import, and which are gone after compiling', () => {
    const { imports } = planted(
      "import { a } from './id';\nimport type { B } from './time';\nimport { type C } from 'luxon';\nexport { d } from 'zod';\nexport const e = () => import('mjml');\nexport type F = import('hono').Hono;",
    );
    expect(imports).toEqual([
      { says: './id', typeOnly: false, file: 'functions/core/base/id.ts' },
      { says: './time', typeOnly: true, file: 'functions/core/base/time.ts' },
      { says: 'luxon', typeOnly: true },
      { says: 'zod', typeOnly: false },
      { says: 'mjml', typeOnly: false },
      { says: 'hono', typeOnly: true },
    ]);
  });

  test.each([
    ["export const x = (c: string) => (c === 'sms' ? 1 : 2);", '1: compares with a name'],
    ["export const x = (c: string) => {\n  switch (c) { case 'email': return 1; }\n};", '2: compares with a name'],
    ["export const x = (a: string) => (a.includes('@') ? 'email' : 'sms');", '1: chooses between names'],
    ["export const x = (c: string[]) => c.includes('sms');", '1: looks for a name'],
    ["export type X = 'email' | 'sms';", '1: lists the names'],
    ["// both\nexport const x = ['email', 'sms'] as const;", '2: lists the names'],
  ])('sees a branch on the name of a channel: %s', (text, found) => {
    expect(channelBranches('planted.ts', text)).toEqual([found]);
  });

  test('takes what is said of one channel alone, and a table that the compiler reads', () => {
    const text = "export const x = { channel: 'sms', all: { email: 1, sms: 2 }, field: 'email' };";
    expect(channelBranches('planted.ts', text)).toEqual([]);
  });

  test('sees a circle, a barrel and a stranger', () => {
    const file = (path: string, to: string): SourceFile => ({
      path,
      lines: 1,
      imports: [{ says: to, file: to, typeOnly: true }],
      asks: [],
      hasHandler: false,
      isBarrel: false,
    });
    expect(circle([file('a.ts', 'b.ts'), file('b.ts', 'c.ts'), file('c.ts', 'b.ts')])).toEqual([
      'b.ts',
      'c.ts',
      'b.ts',
    ]);
    expect(planted("export * from './id';\nexport { x } from './time';").isBarrel).toBe(true);
    expect(strangers([planted("import 'mjml';")], [/^zod$/])).toEqual(['functions/core/base/planted.ts imports mjml']);
  });
});

describe('whose tests these are', () => {
  const tests = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .sort()
    .filter((name) => /\.[cm]?tsx?$/.test(name));
  const thatSay = (pattern: RegExp) =>
    tests.filter((name) => pattern.test(readFileSync(join(root, 'test', name), 'utf8'))).map((name) => `test/${name}`);

  test('no test opens the practice that ships, which its owner may change', () => {
    expect(tests.length).toBeGreaterThan(200);
    expect(thatSay(/['"`]practice\/(practice|stages|series|drawings)\b/)).toEqual([]);
    expect(thatSay(/\bpracticeFolder\(/)).toEqual(['test/lib/judge/practice.test.ts', 'test/support/practice.ts']);
    expect(process.env.PRACTICE_DIR).toBe(join(root, 'test/fixtures/practice'));
  });
});

describe('what the documents say is there', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'templates/README.md', 'practice/README.md'].concat(
    readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  );

  test.each(pages)('%s links to nothing that is not there', (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, to = '']) => to);
    const own = links.filter((to) => !/^[a-z]+:/.test(to));
    expect(own.filter((to) => !existsSync(join(root, dirname(page), to)))).toEqual([]);
  });

  test.each(pages)('%s names no file and no script that is not there', (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const files = [...text.matchAll(/`((?:functions|lib|test|web|scripts|bench|docs|bin)\/[\w./-]+)`/g)].map(
      ([, to = '']) => to,
    );
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
