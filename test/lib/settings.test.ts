import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StridewellError } from '../../functions/core/base/error';
import { defaultBudgets } from '../../functions/core/membership/budget';
import { defaultPolicy } from '../../functions/core/time/policy';
import { loadPractice, loadStage } from '../../lib/settings';
import { folder } from '../support/practice';

const shipped = readFileSync(folder.settings, 'utf8');
let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'settings-'));
  copyFileSync(folder.questions, join(dir, 'questions.yaml'));
  copyFileSync(folder.words, join(dir, 'words.yaml'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function fileOf(name: string, text: string): string {
  const file = join(dir, name);
  writeFileSync(file, text);
  return file;
}

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof StridewellError && error.code === 'invalid') return error.message;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

const lineOf = (text: string, part: string): number => text.split('\n').findIndex((line) => line.includes(part)) + 1;

describe('practice.yaml', () => {
  it('is read whole', () => {
    const practice = loadPractice(folder.settings);
    expect(practice.timeZone).toBe('America/New_York');
    expect(practice.locations).toHaveLength(5);
  });

  it('names every wrong line, not only the first', () => {
    const text = shipped.replace(/^phone: "[^"]*"/m, 'phone: "770-555"').replace(/^state: GA/m, 'state: Georgia');
    const said = refusal(() => loadPractice(fileOf('practice.yaml', text))).split('\n');
    expect(said).toHaveLength(2);
    expect(said[0]).toMatch(new RegExp(`practice\\.yaml line ${lineOf(text, '770-555')}: phone: .*\\+17705550100`));
    expect(said[1]).toMatch(new RegExp(`practice\\.yaml line ${lineOf(text, 'Georgia')}: state: `));
  });

  it('refuses a setting nobody knows, at its line', () => {
    const text = `${shipped}telephone: "+17705550100"\n`;
    const said = refusal(() => loadPractice(fileOf('practice.yaml', text)));
    expect(said).toMatch(new RegExp(`line ${lineOf(text, 'telephone')}: telephone: is not a setting we know$`));
  });

  it('says what is missing', () => {
    const said = refusal(() => loadPractice(fileOf('practice.yaml', shipped.replace(/^frontDesk: .*\n/m, ''))));
    expect(said).toMatch(/frontDesk: is missing$/);
  });

  it('names a wrong value inside a list', () => {
    const text = shipped.replace('+17705550113', '12');
    expect(refusal(() => loadPractice(fileOf('practice.yaml', text)))).toMatch(
      new RegExp(`line ${lineOf(text, 'id: west')}: locations\\.3\\.phone: a US number$`),
    );
  });

  it('names each file of the logo that is wrong, at its line', () => {
    const text = `${shipped}logo:\n  light: logo.gif\n  dark: logo.png\n  width: 900\n`;
    const said = refusal(() => loadPractice(fileOf('practice.yaml', text))).split('\n');
    expect(said).toEqual([
      expect.stringMatching(new RegExp(`line ${lineOf(text, 'logo.gif')}: logo\\.light: an SVG or PNG file`)),
      expect.stringMatching(new RegExp(`line ${lineOf(text, 'width: 900')}: logo\\.width: `)),
    ]);
    const absent = text.replace('gif', 'svg').replace('900', '200');
    expect(refusal(() => loadPractice(fileOf('practice.yaml', absent))).split('\n')).toEqual([
      expect.stringMatching(/logo\.light: there is no file drawings\/logo\.svg$/),
      expect.stringMatching(/logo\.dark: there is no file drawings\/logo\.png$/),
    ]);
  });

  it('lets nobody have tests unless it says who', () => {
    const practice = loadPractice(fileOf('practice.yaml', shipped.replace(/^testRecipients:\n.*\n/m, '')));
    expect(practice.testRecipients).toEqual([]);
  });

  it('names every field of a test recipient that is wrong', () => {
    const [recipient] = /^ {2}- \{ name: Front office.*$/m.exec(shipped)!;
    const said = (...lines: string[]) =>
      refusal(() => loadPractice(fileOf('practice.yaml', shipped.replace(recipient, lines.join('\n'))))).split('\n');
    expect(
      said('  - { name: Kim, email: kim }', '  - { phone: "770", pager: 1 }', '  - { name: Lee, email: lee@a.com }'),
    ).toEqual([
      expect.stringMatching(/testRecipients\.0\.email: /),
      expect.stringMatching(/testRecipients\.1\.name: is missing$/),
      expect.stringMatching(/testRecipients\.1\.phone: a US number such as/),
      expect.stringMatching(/testRecipients\.1\.pager: is not a setting we know$/),
    ]);
    expect(said('  - { name: Kim }')).toEqual([expect.stringMatching(/testRecipients\.0: an email, a phone or both$/)]);
    expect(said('  - { name: Kim, email: k@a.com }', '  - { name: Kim, email: l@a.com }')).toEqual([
      expect.stringMatching(/testRecipients\.1\.name: another one is called Kim already$/),
    ]);
  });

  it('names the line where the file stops being YAML', () => {
    expect(refusal(() => loadPractice(fileOf('practice.yaml', 'name: "Pinnacle\nphone: 1\n')))).toMatch(
      /practice\.yaml line \d+: /,
    );
  });

  it.each(['', 'just words', '- a\n- list'])('refuses a file that holds no settings (%j)', (text) => {
    expect(refusal(() => loadPractice(fileOf('practice.yaml', text)))).toContain('practice.yaml line 1: file: ');
  });

  it('says in one sentence that it is not there', () => {
    expect(refusal(() => loadPractice(join(dir, 'practice.yaml')))).toMatch(/^There is no file .*practice\.yaml\.$/);
  });
});

describe('stages.yaml', () => {
  const stages = folder.stages;

  it.each(['prod', 'trial', 'emulated'])('has a whole stage %s', (name) => {
    expect(loadStage(name, stages)).toMatchObject({
      name,
      production: name === 'prod',
      evergreen: ['back-care'],
      shards: 4,
    });
  });

  it('lets nobody but the listed be written to: an unlisted stage is an empty list', () => {
    const file = fileOf('stages.yaml', 'trial: { alarmsTo: it@practice.example }');
    expect(loadStage('trial', file).allowList).toEqual([]);
  });

  it.each(['a/b', '../prod', 'Prod', '', 'much-too-long-a-name', '__proto__'])('refuses the name %j', (name) => {
    expect(refusal(() => loadStage(name, stages))).toContain('is not a stage name');
  });

  it.each(['demo', 'constructor'])('names the stages there are when asked for %s', (name) => {
    expect(refusal(() => loadStage(name, stages))).toBe(
      `stages.yaml has no stage "${name}"; it has: prod, trial, emulated.`,
    );
  });

  it('names a wrong line inside the stage', () => {
    const file = fileOf(
      'stages.yaml',
      'prod:\n  alarmsTo: it@practice.example\n  web:\n    publicUrl: http://tips.practice.com\n    certificate: none\n',
    );
    expect(refusal(() => loadStage('prod', file)).split('\n')).toEqual([
      expect.stringMatching(/stages\.yaml line 4: web\.publicUrl: an https address/),
      expect.stringMatching(/stages\.yaml line 5: web\.certificate: the ARN/),
    ]);
  });

  it('refuses a public address with a path, since links are put together from it', () => {
    const certificate = 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000';
    const file = fileOf(
      'stages.yaml',
      `prod: { alarmsTo: it@practice.example, web: { publicUrl: "https://a.com/tips", certificate: "${certificate}" } }`,
    );
    expect(refusal(() => loadStage('prod', file))).toContain('only a scheme and a name');
  });

  it('takes what a policy says and keeps the strictest state for the rest', () => {
    const file = fileOf('stages.yaml', 'prod:\n  alarmsTo: it@a.com\n  policy: { caps: { sms: { per7d: 2 } } }\n');
    const { policy } = loadStage('prod', file);
    expect(policy.caps.sms).toEqual({ ...defaultPolicy.caps.sms, per7d: 2 });
    expect({ ...policy, caps: defaultPolicy.caps }).toEqual(defaultPolicy);
  });

  it('takes what budgets say and keeps the shipped ones for the rest; none can be zero', () => {
    const given = 'prod:\n  alarmsTo: it@a.com\n  budgets: { signUps: { network: 2000 } }\n';
    const { budgets, concurrentExecutions } = loadStage('prod', fileOf('stages.yaml', given));
    expect(budgets).toEqual({ ...defaultBudgets, signUps: { ...defaultBudgets.signUps, network: 2000 } });
    expect(concurrentExecutions).toBe(10);
    expect(loadStage('prod', stages).texts?.dollarsAMonth).toBe(100);
    expect(refusal(() => loadStage('prod', fileOf('stages.yaml', given.replace('2000', '0'))))).toMatch(
      /line 3: budgets\.signUps\.network.*at least 1 an hour/,
    );
  });

  it('refuses hours that no law allows, and sending at any hour to real people', () => {
    const early = 'prod:\n  alarmsTo: it@a.com\n  policy:\n    sms: { days: { 1: { from: "07:00", to: "18:00" } } }\n';
    expect(refusal(() => loadStage('prod', fileOf('stages.yaml', early)))).toMatch(
      /line 4: policy\.sms.*08:00 and 21:00/,
    );
    const always = 'prod: { alarmsTo: it@a.com, testPolicy: all-day }';
    expect(refusal(() => loadStage('prod', fileOf('stages.yaml', always)))).toContain('testPolicy');
    expect(loadStage('emulated', stages).testPolicy).toBe('all-day');
  });

  it('refuses a stage that is not a set of settings', () => {
    expect(refusal(() => loadStage('prod', fileOf('stages.yaml', 'prod: yes\n')))).toContain(
      'stages.yaml line 1: file: ',
    );
  });
});
