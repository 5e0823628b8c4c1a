import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { channelNames } from '../functions/core/base/channel';
import { root } from './support/imports';

/** What somebody writes to add a channel: file -> what is put where. Everything else of the project stays as it is. */
const stub: Record<string, (text: string) => string> = {
  'functions/core/base/channel.ts': (text) =>
    put(
      put(text, "['email', 'sms'] as const", "['email', 'sms', 'whatsapp'] as const"),
      '} as const satisfies',
      traits,
    ),
  'functions/compose-senders.ts': (text) => put(text, '  };\n  // Each is handed', sender),
  'lib/cloud/concurrency.ts': (text) => put(text, '} as const satisfies', worker),
  'functions/http/pages/copy/en/channel.ts': (text) => put(text, '} satisfies', copyOf(text)),
  'functions/http/pages/copy/es/channel.ts': (text) => put(text, '};', copyOf(text)),
};

const traits = `  whatsapp: {
    form: 'text',
    address: 'phone',
    letter: 'w',
    label: 'WhatsApp',
    noun: 'WhatsApp message',
    withArticle: 'a WhatsApp message',
    many: 'WhatsApp messages',
    question: 'confirm-sms',
    proof: 'reply',
    hours: 'law',
    tipHour: '12:00',
    optOutEnds: 'everything',
    onUnknown: 'hold',
    silence: 72 * hour,
    costs: 'one',
    patience: 2 * second,
    room: 500,
  },
`;
const sender = "    whatsapp: { send: async () => ({ is: 'never-sent', reason: 'stub' }), limit: async () => 1 },\n";
const worker =
  "  whatsapp: { door: 'send-whatsapp', construct: 'WhatsAppHints', queue: 'whatsapp-hints', atOnce: 2 },\n";
/** The sentences of texts, said of the new channel. */
const copyOf = (text: string): string => {
  const [, ofTexts = ''] = /\n {2}sms: (\{\n[\s\S]*?\n {2}\}),\n/.exec(text) ?? [];
  return `  whatsapp: ${ofTexts},\n`;
};

function put(text: string, before: string, added: string): string {
  const parts = text.split(before);
  if (parts.length !== 2) throw new Error(`"${before}" stands ${parts.length - 1} times where it should stand once`);
  // A whole line comes before the mark; the list of names is replaced.
  return parts.join(added.endsWith('\n') ? added + before : added);
}

const folders = ['functions', 'lib', 'bin', 'scripts', 'bench', 'test', 'web'];
let copy: string;
/** The compiler takes seconds, and more on a busy machine. */
const patience = 180_000;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'third-channel-'));
  for (const folder of folders) cpSync(join(root, folder), join(copy, folder), { recursive: true });
  for (const name of ['node_modules', 'practice', 'templates', 'package.json'])
    symlinkSync(join(root, name), join(copy, name));
  const config = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')) as object;
  const settings = (include: string[]) => JSON.stringify({ ...config, include });
  writeFileSync(join(copy, 'tsconfig.json'), settings(['functions', 'lib', 'bin', 'scripts', 'bench']));
  writeFileSync(join(copy, 'tsconfig.service.json'), settings(['functions', 'lib']));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The files in which the compiler finds something wrong. */
function wrongIn(project: string): string[] {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout, status } = spawnSync(
    process.execPath,
    [tsc, '-p', project, '--pretty', 'false', '--singleThreaded'],
    {
      cwd: copy,
      encoding: 'utf8',
    },
  );
  const files = [...stdout.matchAll(/^(\S+?)\(\d+,\d+\): error/gm)].map(([, file = '']) => file);
  if (status !== 0 && files.length === 0) throw new Error(stdout);
  return [...new Set(files)].sort();
}
const write = (files: string[]): void => {
  for (const file of files) writeFileSync(join(copy, file), stub[file]!(readFileSync(join(root, file), 'utf8')));
};

describe('a third channel', () => {
  const files = Object.keys(stub);
  const [home = '', ...others] = files;

  test(
    'is asked for by the compiler in the files that decide, and in no other',
    () => {
      expect(channelNames).toEqual(['email', 'sms']);
      write([home]);
      // Where the sentences are missing, the compiler names the pages that say them as well.
      const isPage = (file: string) => file.startsWith('functions/http/pages/');
      const wrong = wrongIn('tsconfig.service.json');
      expect(wrong.filter((file) => !isPage(file))).toEqual(others.filter((file) => !isPage(file)).sort());
      expect(wrong.filter(isPage)).toContain('functions/http/pages/copy/en/channel.ts');
    },
    patience,
  );

  test(
    'takes at most five files, and then the whole project compiles, the console included',
    () => {
      expect(files.length).toBeLessThanOrEqual(5);
      write(files);
      expect(wrongIn('.')).toEqual([]);
      expect(wrongIn('web')).toEqual([]);
    },
    patience,
  );
});
