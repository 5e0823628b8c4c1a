import type { SeriesVersion } from '../../../functions/core/series/series';
import { checkSeries } from '../../../functions/core/series/series-check';
import { all, practice } from '../../templates/sample';

const backCare = all.find(({ seriesId }) => seriesId === 'back-care')!;
const problems = (change: (version: SeriesVersion) => void) => {
  const version = structuredClone(backCare);
  change(version);
  return checkSeries(version, practice);
};
const path = (version: SeriesVersion, name: string) => version.paths.find((p) => p.name === name)!;

describe('checking a version', () => {
  it('finds nothing wrong with the shipped ones', () => {
    expect(all.flatMap((version) => checkSeries(version, practice))).toEqual([]);
  });

  it('names a path to a step that is not there', () => {
    const found = problems((v) => path(v, 'Everyone else').steps.push({ day: 50, step: 'nope' }));
    expect(found).toEqual([{ field: 'paths.4.steps.6', message: 'no step is called nope' }]);
  });

  it('refuses exercises for people a doctor should see first', () => {
    const found = problems((v) => path(v, 'Doctor first, not seen yet').steps.push({ day: 50, step: 'stretching' }));
    expect(found[0]?.field).toBe('paths.1.steps.4');
    expect(found[0]?.message).toContain('no doctor has seen');
  });

  it('refuses exercises after "worse", which may be said by anyone', () => {
    const found = problems((v) => path(v, 'Feels worse').steps.push({ day: 50, step: 'cross-training' }));
    expect(found[0]?.message).toContain('no doctor has seen');
  });

  it('refuses exercises for everyone once nothing keeps those people apart', () => {
    const found = problems((v) => v.paths.splice(1, 1));
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ message }) => message.includes('no doctor has seen'))).toBe(true);
  });

  it('wants "Stop if it hurts." with each exercise', () => {
    const found = problems((v) => {
      const { words } = v.steps.stretching!;
      words.figures![1]!.text = 'Hold on to a wall.';
      words.text = words.text.replace('Stop if it hurts. ', '');
    });
    expect(found.map(({ field }) => field)).toEqual([
      'steps.stretching.words.figures.1.text',
      'steps.stretching.words.text',
    ]);
    const bare = problems((v) => {
      v.steps.stretching!.words.figures = [];
      delete v.steps.stretching!.words.es;
    });
    expect(bare.map(({ field }) => field)).toEqual(['steps.stretching.words.paragraphs']);
  });

  it('wants the way to stop in the first text of a path and at least monthly', () => {
    const found = problems((v) => {
      const { words } = v.steps.welcome!;
      words.text = words.text.replace('Reply STOP to end. ', '');
    });
    expect(found.map(({ field }) => field)).toEqual([
      'paths.3.steps.0',
      'paths.3.steps.1',
      'paths.3.steps.2',
      'paths.4.steps.0',
      'paths.4.steps.1',
    ]);
  });

  it('looks into variants', () => {
    const found = problems((v) => {
      v.steps['cross-training']!.variants[0]!.words.headline = '{{nope}}';
    });
    expect(found[0]?.field).toBe('steps.cross-training.variants.0.words.headline');
  });

  it('wants days to rise and the last path open to all', () => {
    expect(problems((v) => path(v, 'New to running').steps.reverse()).length).toBeGreaterThan(0);
    expect(problems((v) => v.paths.pop())[0]?.field).toBe('paths.3.who');
  });
});

describe('checking each language of a version', () => {
  const changed = (edit: (es: NonNullable<SeriesVersion['steps'][string]['words']['es']>) => void) => {
    const version = structuredClone(backCare);
    edit(version.steps.stretching!.words.es!);
    return checkSeries(version, practice);
  };

  it('wants the words to stop in Spanish too, in each figure and in the text', () => {
    const found = changed((es) => {
      es.figures![0]!.text = '1. Ponga un talón al frente.';
      es.text = es.text.replace('Pare si le duele. ', '');
    });
    expect(found).toEqual([
      { field: 'steps.stretching.words.es.figures.0.text', message: 'must say "Pare si le duele."' },
      { field: 'steps.stretching.words.es.text', message: 'must say "Pare si le duele."' },
    ]);
  });

  it('wants words for each drawing, and none more', () => {
    expect(changed((es) => es.figures!.pop())[0]).toEqual({
      field: 'steps.stretching.words.es.figures',
      message: 'must be 3 in number, one for each drawing; there are 2',
    });
  });

  it('names the letters for which a text costs too much', () => {
    const [problem] = changed((es) => {
      es.text = es.text.replace('Estire muslos', 'Con más cuidado aún, y sin prisa alguna, estire muslos');
    });
    expect(problem?.message).toMatch(/^needs 4 message parts .* Without á, ú it needs 2: choose words that have none$/);
  });
});
