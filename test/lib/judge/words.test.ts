import type { SeriesVersion, Words } from '../../../functions/core/series/series';
import { tooHard } from '../../../lib/judge/reading';
import { judgeSeries } from '../../../lib/judge/words';
import { all, practice } from '../../support/practice';

/** The rules that every owner's words are held to by `npm run templates`; each is broken once and must be named. */
const easy = () => ({ kincaid: 4, smog: 5 });
const backCare = all.find(({ seriesId }) => seriesId === 'back-care')!;
const judged = (version: SeriesVersion, grades = easy) => judgeSeries(version, practice, grades);
const say = (step: string, change: Partial<Words>, base = backCare): SeriesVersion => {
  const one = base.steps[step]!;
  return { ...base, steps: { ...base.steps, [step]: { ...one, words: { ...one.words, ...change } } } };
};
const days = (path: string, steps: SeriesVersion['paths'][number]['steps']): SeriesVersion => ({
  ...backCare,
  paths: backCare.paths.map((one) => (one.name === path ? { ...one, steps } : one)),
});

it.each(all.map((version) => [version.seriesId, version] as const))('finds nothing wrong with %s', (_, version) => {
  expect(judged(version)).toEqual([]);
});

it.each<[string, SeriesVersion, { field: string; message: RegExp }]>([
  [
    'a promise',
    say('rest', { paragraphs: ['Hi {{firstName}},', 'A day off heals your back.'] }),
    { field: 'steps.rest.words.paragraphs.1', message: /"heals" promises/ },
  ],
  [
    'the walk-in as a way in, in a series',
    say('welcome', { headline: 'Come to urgent care' }),
    { field: 'steps.welcome.words.headline', message: /"urgent care" offers the walk-in/ },
  ],
  [
    'an exercise in words for people no doctor has seen',
    say('rest-gently', { paragraphs: ['Hi {{firstName}},', 'Stretch a little each day.'] }),
    {
      field: 'steps.rest-gently.words.paragraphs.1',
      message: /"Stretch" is an exercise, and a person no doctor has seen/,
    },
  ],
  [
    'more a month than people agreed to',
    days(
      'Everyone else',
      [0, 3, 6, 9, 12, 15, 18].map((day, i) => ({
        day,
        step: ['welcome', 'stretching', 'rest', 'spine-doctor', 'check-in', 'cross-training', 'follow-up'][i]!,
      })),
    ),
    { field: 'paths.4.steps.0', message: /7 messages in 30 days; sign-up names 6/ },
  ],
  [
    'a sentence nobody can hold in mind',
    say('rest', { headline: `Rest ${'and rest '.repeat(8)}well` }),
    { field: 'steps.rest.words.headline', message: /a sentence of 18 words, 15 is the most/ },
  ],
])('names %s', (_, version, { field, message }) => {
  expect(judged(version)).toContainEqual({ field, message: expect.stringMatching(message) });
});

it('lets a broadcast tell of the walk-in hours', () => {
  const hours = all.find(({ seriesId }) => seriesId === 'walk-in-hours')!;
  expect(JSON.stringify(hours.steps)).toMatch(/walk.?in/i);
  expect(judged(hours)).toEqual([]);
});

it('says what the build refuses before anything finer', () => {
  expect(judged(say('rest', { subject: 'Rest for your injury' })).map(({ message }) => message)).toEqual([
    expect.stringMatching(/names a condition/),
  ]);
});

it('names each formula a long text fails', () => {
  const plain = 'Run a bit less. '.repeat(10);
  expect(tooHard(plain, 'en', easy)).toEqual([]);
  expect(tooHard(plain, 'en', () => ({ kincaid: 6.1, smog: 8.1 }))).toEqual([
    expect.stringMatching(/^reads at grade 6\.1 by the kincaid formula; 6 is the most$/),
    expect.stringMatching(/^reads at grade 8\.1 by the smog formula; 8 is the most$/),
  ]);
  expect(tooHard('Run a bit less.', 'en', () => ({ kincaid: 12, smog: 12 }))).toEqual([]);
});
