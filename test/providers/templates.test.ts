import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bookVisit } from '../../functions/core/practice/book-visit';
import { loadAllSeries, loadSeries } from '../../functions/providers/templates';
import { practice, practiceDir } from '../support/practice';

let copy: string;
const series = () => loadSeries(join(copy, 'series/back-care'), practice);
const edit = (file: string, from: string, to: string) => {
  const path = join(copy, 'series/back-care', file);
  const source = readFileSync(path, 'utf8');
  expect(source).toContain(from);
  writeFileSync(path, source.replace(from, to));
  return source.slice(0, source.indexOf(from)).split('\n').length;
};

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'series-'));
  cpSync(practiceDir, copy, { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true }));

describe('reading series', () => {
  it('finds every folder with a series.yaml, by name', () => {
    expect(loadAllSeries(join(copy, 'series'), practice).map(({ seriesId, kind }) => [seriesId, kind])).toEqual([
      ['back-care', 'drip'],
      ['clinic-event', 'broadcast'],
      ['walk-in-hours', 'broadcast'],
    ]);
  });

  it('joins subject, words, flags and variants', () => {
    const { steps, version, approval } = series();
    expect(steps.welcome).toMatchObject({
      anyHour: true,
      exercises: false,
      words: { subject: 'Welcome! Small tips for your next run' },
    });
    expect(steps['cross-training']!.variants[0]).toMatchObject({
      who: { crossTraining: false },
      words: { subject: 'Same sport, new mix', button: { link: 'book' } },
    });
    expect([version, approval]).toEqual([1, 'draft']);
  });

  it('takes a new step from one new file and two lines', () => {
    cpSync(join(copy, 'series/back-care/04-rest.yaml'), join(copy, 'series/back-care/11-hydrate.yaml'));
    edit('11-hydrate.yaml', 'subject: Rest is part of the plan', 'subject: One more tip');
    edit('series.yaml', 'steps:\n', 'steps:\n  hydrate:\n');
    edit('series.yaml', '      40: check-in\n', '      40: check-in\n      47: hydrate\n');
    expect(series().steps.hydrate?.words.subject).toBe('One more tip');
  });

  it.each<[string, string, string, string, RegExp]>([
    [
      'an unknown merge field',
      '04-rest.yaml',
      '- Hi {{firstName}},',
      '- Hi {{lastName}},',
      /unknown merge field \{\{lastName\}\}/,
    ],
    [
      'a condition in a preheader',
      '04-rest.yaml',
      'preheader: A day off is',
      'preheader: For your injury a day off is',
      /names a condition/,
    ],
    ['an unknown button target', '04-rest.yaml', 'button: book', 'button: elsewhere', /button/],
    ['an unknown key', '04-rest.yaml', 'headline: Rest', 'hedline: Rest', /hedline/],
    [
      'a subject too long',
      '04-rest.yaml',
      'subject: Rest is part of the plan',
      `subject: ${'Rest '.repeat(15)}`,
      /subject/,
    ],
    [
      'a subject naming a condition',
      '04-rest.yaml',
      'subject: Rest is part of the plan',
      'subject: Rest for your injury',
      /names a condition/,
    ],
    ['a day that is no number', 'series.yaml', '7: rest-gently', 'seven: rest-gently', /day number/],
    ['a word for a boolean', 'series.yaml', '    exercises: true', '    exercises: maybe', /exercises/],
    ['a missing drawing', '04-rest.yaml', 'figures: [rest]', 'figures: [nowhere]', /no drawing/],
    ['an unknown audience', 'series.yaml', '{ checkIn: [worse] }', '{ checkIn: [awful] }', /checkIn/],
  ])('names file and line of %s', (_, file, from, to, reason) => {
    const line = edit(file, from, to);
    expect(series).toThrow(reason);
    expect(series).toThrow(new RegExp(`back-care/${file}:${line}: `));
  });

  /** Takes out what stands on the button, in each language. */
  const unlabelled = () => {
    const file = join(copy, 'series/back-care/04-rest.yaml');
    const source = readFileSync(file, 'utf8');
    const without = source.replace(/^ {2}button: .*\n/gm, '');
    expect(without).not.toBe(source);
    writeFileSync(file, without);
  };

  it('gives a button that asks for a visit its one name in each language, unless the step says another', () => {
    unlabelled();
    const { words } = series().steps.rest!;
    expect(words.button).toEqual({ label: bookVisit.en, link: 'book' });
    expect(words.es?.button).toBe(words.es && bookVisit.es);
    edit('04-rest.yaml', '  headline: ', '  button: Come and see us\n  headline: ');
    expect(series().steps.rest!.words.button.label).toBe('Come and see us');
  });

  it('names file and line of a button that leads elsewhere and says nothing', () => {
    unlabelled();
    edit('04-rest.yaml', 'button: book', 'button: call');
    expect(series).toThrow(/04-rest\.yaml:\d+: en\.button: what stands on the button is missing/);
  });

  it('names file and line of a text of more than two parts', () => {
    const line = edit(
      '04-rest.yaml',
      'text: "{{practice.shortName}}: Rest',
      `text: "{{practice.shortName}}: ${'go '.repeat(30)}Rest`,
    );
    expect(series).toThrow(new RegExp(`04-rest\\.yaml:${line}: .*message parts`));
  });

  it('names the line of a step without a file and of a path to nowhere', () => {
    rmSync(join(copy, 'series/back-care/04-rest.yaml'));
    expect(series).toThrow(/series\.yaml:\d+: step rest has no file/);
    cpSync(join(practiceDir, 'series/back-care/04-rest.yaml'), join(copy, 'series/back-care/04-rest.yaml'));
    const line = edit('series.yaml', '7: rest-gently', '7: rest-gentley');
    expect(series).toThrow(new RegExp(`series\\.yaml:${line}: .*no step is called rest-gentley`));
  });

  it('names a file no step asks for', () => {
    writeFileSync(join(copy, 'series/back-care/12-lost.yaml'), '');
    expect(series).toThrow(/12-lost\.yaml:1: no step/);
  });

  it('names the line of broken YAML', () => {
    edit('04-rest.yaml', 'headline: Rest', 'headline: "Rest');
    expect(series).toThrow(/04-rest\.yaml:\d+: /);
  });

  it('skips folders that hold no series', () => {
    mkdirSync(join(copy, 'series/notes'));
    expect(loadAllSeries(join(copy, 'series'), practice)).toHaveLength(3);
  });
});
