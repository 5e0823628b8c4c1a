import { disclosure } from '../../functions/core/practice/consent';
import { meaningOf } from '../../functions/core/replies/keyword';
import { registration } from '../../lib/registration';
import { all, practice } from '../templates/sample';

const fields = registration(
  practice,
  'https://tips.practice.example',
  all.find(({ seriesId }) => seriesId === 'back-care')!,
);
const text = (name: string): string => fields.find((one) => one.name === name)!.text;

it('fits the forms, with nothing left to fill in', () => {
  for (const { name, text: said, atMost } of fields) {
    expect({ name, fits: said.length > 0 && said.length <= atMost, holes: /\{\{|undefined|<|TODO/.test(said) }).toEqual(
      {
        name,
        fits: true,
        holes: false,
      },
    );
  }
});

it('says what the box beside the number says, word for word', () => {
  expect(text('Opt-in workflow')).toContain(disclosure(practice, 'en').sms);
});

it('shows samples with the brand first and one that tells how to stop', () => {
  const samples = fields.filter(({ name }) => name.startsWith('Sample')).map((one) => one.text);
  expect(samples).toHaveLength(5);
  for (const sample of samples) expect(sample.startsWith(practice.shortName)).toBe(true);
  expect(samples.some((sample) => /STOP/.test(sample))).toBe(true);
});

it('promises only keywords that are read so', () => {
  const kinds = (name: string) =>
    new Set(
      text(name)
        .split(', ')
        .map((word) => meaningOf(word).kind),
    );
  expect(kinds('Opt-out keywords')).toEqual(new Set(['stop']));
  expect(kinds('Help keywords')).toEqual(new Set(['help']));
  expect([...kinds('Opt-in keywords')].sort()).toEqual(['start', 'tips', 'yes']);
});
