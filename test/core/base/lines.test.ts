import { linesOf, unmarked } from '../../../functions/core/base/lines';

it('puts numbered steps and typed lines on lines of their own', () => {
  expect(linesOf('1. Go slowly. Stop if it hurts. 2. Hold for 20 seconds. 3. Switch legs.')).toEqual([
    '1. Go slowly. Stop if it hurts.',
    '2. Hold for 20 seconds.',
    '3. Switch legs.',
  ]);
  expect(linesOf('Your week.\n☐ Monday: rest.\n\n☐ Tuesday: run.')).toEqual([
    'Your week.',
    '☐ Monday: rest.',
    '☐ Tuesday: run.',
  ]);
});

it('leaves a number inside plain words where it stands', () => {
  for (const text of ['We open at 1. 2. We close at 5.', 'Run 3. 5 miles are too far.', 'Rest.'])
    expect(linesOf(text)).toEqual([text]);
});

it('counts marks and blanks neither as words nor as sentences', () => {
  expect(unmarked('1. Rest.')).toBe('Rest.');
  expect(unmarked('☐ Monday. ☐ Tuesday: ______')).toBe('Monday. Tuesday:');
  expect(unmarked('Come by May 6. Then run 5.5 miles.')).toBe('Come by May 6. Then run 5.5 miles.');
});
