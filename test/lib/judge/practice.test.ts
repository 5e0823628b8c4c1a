import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgePractice } from '../../../lib/judge/practice';
import { practiceFolder } from '../../../lib/practice-folder';
import { practiceDir } from '../../support/practice';

let copy: string;
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'practice-'));
  cpSync(practiceDir, copy, { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

const judged = () => judgePractice(practiceFolder('', copy), () => ({ kincaid: 4, smog: 5 }));
const faults = () => judged().faults;
const edit = (file: string, from: string | RegExp, to: string): void => {
  const source = readFileSync(join(copy, file), 'utf8');
  const changed = source.replace(from, to);
  expect(changed).not.toBe(source);
  writeFileSync(join(copy, file), changed);
};
/** What CONTRIBUTING tells an owner to do. */
const addStep = (): void => {
  cpSync(join(copy, 'series/back-care/04-rest.yaml'), join(copy, 'series/back-care/11-hills.yaml'));
  edit('series/back-care/11-hills.yaml', 'subject: Rest is part of the plan', 'subject: Hills, one at a time');
  edit('series/back-care/series.yaml', 'steps:\n', 'steps:\n  hills:\n');
  edit('series/back-care/series.yaml', /( +)40: check-in\n/, '$140: check-in\n$147: hills\n');
};

it('takes a practice with another name, phone and colour, and a step more', () => {
  edit('practice.yaml', /^name: .*$/m, 'name: Ödegaard & Sons Spine Care');
  edit('practice.yaml', /^phone: .*$/m, 'phone: "+12065550188"');
  edit('practice.yaml', /^colour: .*$/m, 'colour: "#7a1f3d"');
  addStep();
  expect(faults()).toEqual([]);
});

it('names all that is wrong at once, each with its file and line', () => {
  edit('practice.yaml', /^state: .*$/m, 'state: Georgia');
  edit('stages.yaml', 'SIMULATOR', 'PIGEON');
  edit('series/walk-in-hours/series.yaml', 'kind: broadcast', 'kind: narrowcast');
  const said = faults();
  expect(said).toHaveLength(3);
  expect(said[0]).toMatch(/practice\.yaml line \d+: state: /);
  expect(said[1]).toMatch(/walk-in-hours\/series\.yaml:\d+: kind: /);
  expect(said[2]).toMatch(/stages\.yaml line \d+: texts\.numberType: /);
});

it('names every step that says what it must not, not only the first', () => {
  edit('series/back-care/04-rest.yaml', 'headline: ', 'headline: A cure for ');
  edit('series/back-care/09-follow-up.yaml', 'headline: ', 'headline: Guaranteed ');
  expect(faults()).toEqual([
    expect.stringMatching(/04-rest\.yaml:6: .*"cure" promises/),
    expect.stringMatching(/09-follow-up\.yaml:5: .*"Guaranteed" promises/),
  ]);
});

it('warns of what an approver would have to accept, and lets it pass', () => {
  edit('series/back-care/04-rest.yaml', 'headline: ', 'headline: REST NOW ');
  expect(judged()).toMatchObject({ faults: [], warnings: [expect.stringMatching(/04-rest\.yaml:6: .*"REST" shouts/)] });
});

it('warns of a text that costs two parts, and says by how much it is too long', () => {
  expect(judged().warnings).toEqual([]);
  edit('series/back-care/04-rest.yaml', 'Rest between workouts.', 'Rest between all workouts of this week.');
  expect(judged()).toMatchObject({
    faults: [],
    warnings: [expect.stringMatching(/04-rest\.yaml:\d+: .*needs two parts.*\d+ characters fewer/)],
  });
});

it('measures the service texts with this practice in them', () => {
  edit('practice.yaml', /^legalName: .*$/m, `legalName: ${'Physicians of Sampleville '.repeat(3)}`);
  expect(faults()).toEqual([
    'practice.yaml: legalName: the text that asks for consent needs a third part. Shorten legalName or the public address.',
  ]);
});

it('misses a drawing that is shown and was never drawn', () => {
  rmSync(join(copy, 'drawings/rest.png'));
  expect(faults()).toEqual(['There is no drawing drawings/rest.png.']);
});

it('misses the series that everybody begins', () => {
  appendFileSync(join(copy, 'stages.yaml'), '  evergreen: front-care\n');
  expect(faults()).toEqual([expect.stringMatching(/evergreen: there is no series "front-care"/)]);
});

describe('npm run templates', () => {
  const run = () =>
    spawnSync(process.execPath, ['--import', 'tsx', 'scripts/templates.ts'], {
      cwd: process.cwd(),
      encoding: 'utf8',
      timeout: 60_000,
      env: { ...process.env, NODE_OPTIONS: '', PRACTICE_DIR: copy },
    });

  it('reads the frozen practice at grade 6 by real formulas, and draws its drawings', () => {
    rmSync(join(copy, 'drawings/rest.png'));
    const { status, stdout, stderr } = run();
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^3 series, 12 steps, 7 drawings, looks \d+ KB\n$/),
      stderr: 'language: back-care is not whole in es; these go out in English: call-back.\n',
    });
    const png = readFileSync(join(copy, 'drawings/rest.png'));
    expect(png.readUInt32BE(16)).toBe(800);
    expect(readdirSync(join(copy, 'drawings'))).toHaveLength(14);
  });

  it('exits 1 and names the line of words that read too hard', () => {
    const hard = 'Physiological regeneration necessitates consistently maintained musculoskeletal inactivity.';
    edit(
      'series/back-care/04-rest.yaml',
      '    - Hi {{firstName}},\n',
      `    - Hi {{firstName}},\n    - ${hard}\n    - ${hard}\n`,
    );
    const { status, stdout, stderr } = run();
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/04-rest\.yaml:6: steps\.rest\.words\.headline: reads at grade \d+\.\d by the smog formula/);
  });

  it('exits 1 and names the line of Spanish that reads too hard, costs a third part or shows a drawing without words', () => {
    const hard = 'La regeneración fisiológica necesita inactividad musculoesquelética consistentemente mantenida.';
    edit(
      'series/back-care/04-rest.yaml',
      '    - "Hola, {{firstName}}:"\n',
      `    - "Hola, {{firstName}}:"\n    - ${hard}\n    - ${hard}\n`,
    );
    edit('series/back-care/08-rest-gently.yaml', 'Vaya con calma.', 'Vaya con más calma.');
    edit('series/walk-in-hours/01-message.yaml', 'button: site', 'button: site\nfigures: [rest]');
    const { stderr } = run();
    expect(stderr).toMatch(
      /08-rest-gently\.yaml:\d+: .*words\.es\.text: needs \d message parts .* Without á it needs 2/,
    );
    expect(stderr).toMatch(/walk-in-hours\/01-message\.yaml:\d+: en\.figures: 1 drawings, and words for 0/);
    edit('series/back-care/08-rest-gently.yaml', 'con más calma.', 'con calma.');
    expect(run().stderr).toMatch(
      /04-rest\.yaml:\d+: steps\.rest\.words\.es\.headline: reads at \d+\.\d by Fernández Huerta; 70 is the least/,
    );
  });
});

describe('an answer that was taken out of questions.yaml', () => {
  const lineOf = (file: string, part: string) =>
    readFileSync(join(copy, file), 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(part)) + 1;
  const named = (file: string, part: string, says: string) =>
    expect.stringMatching(new RegExp(`${file.replaceAll('.', '\\.')}(:| line )${lineOf(file, part)}: .*${says}`));

  it('is missed by the path and the sample person that use it, each with its file and line', () => {
    edit('questions.yaml', '{ id: new, ask', '{ id: beginner, ask');
    expect(faults()).toEqual([
      named('questions.yaml', 'answers: { experience: new', 'there is no answer new to experience'),
    ]);
    edit('questions.yaml', 'answers: { experience: new', 'answers: { experience: beginner');
    expect(faults()).toEqual([
      named('series/back-care/series.yaml', 'who: { experience: [new] }', 'there is no answer new to experience'),
    ]);
    edit('series/back-care/series.yaml', 'experience: [new]', 'experience: [beginner]');
    expect(faults()).toEqual([]);
  });

  it('is missed by the variant whose question is gone', () => {
    const variants = 'series/back-care/03-cross-training.yaml';
    edit(variants, 'crossTraining: false', 'swims: false');
    expect(faults()).toEqual([named(variants, 'swims: false', 'there is no question swims')]);
  });

  it('may be retired instead: rules and people keep it', () => {
    edit('questions.yaml', '{ id: new, ask', '{ id: new, retired: true, ask');
    expect(faults()).toEqual([]);
  });
});
