import { answerFault } from '../../../functions/core/practice/answers';
import {
  answerLabel,
  askedOn,
  emergencySigns,
  labelOf,
  meaningOfAnswers,
  questionOf,
  saidIn,
  workedOut,
} from '../../../functions/core/practice/questions';
import { questionsSchema } from '../../../functions/core/practice/questions-file';
import { practice } from '../../support/practice';

const { questions } = practice;
/** A file while it is being spoiled. */
type Loose = ReturnType<typeof JSON.parse>;
const ids = (list: { id: string }[]) => list.map(({ id }) => id);

/** Where the file is wrong, once it has been changed. */
function faults(change: (file: Loose) => void): string[] {
  const file = structuredClone(questions);
  change(file);
  return (questionsSchema.safeParse(file).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
}
const at = (id: string) => questions.questions.findIndex((one) => one.id === id);
const the = (file: Loose, id: string) => file.questions[at(id)];

test('a page asks its own questions, and the profile those of the sign-up too', () => {
  const file = structuredClone(questions);
  file.questions[0]!.page = 'profile';
  expect(ids(askedOn(file, 'sign-up'))).toEqual(['crossTraining', 'redFlags', 'pain']);
  expect(ids(askedOn(file, 'profile'))).toEqual(['experience', 'crossTraining', 'redFlags', 'pain']);
});

test('the worst answer decides what they mean for safety', () => {
  expect(meaningOfAnswers(questions, { pain: 'structural', redFlags: ['fever'] })).toBe('emergency');
  expect(meaningOfAnswers(questions, { pain: 'structural', redFlags: [] })).toBe('structural');
  expect(meaningOfAnswers(questions, { pain: 'mechanical', crossTraining: false })).toBeUndefined();
  expect(meaningOfAnswers(questions, { gone: 'structural' })).toBeUndefined();
});

test('plain answers lead to the term that nobody is asked for', () => {
  const pain = questionOf(questions, 'pain')!;
  const [places, triggers, tinglings] = pain.from!.ask.map(({ answers }) => ids(answers)) as [
    string[],
    string[],
    string[],
  ];
  // A sign of a nerve is structural whatever else is answered.
  for (const where of places) {
    for (const brings of [...triggers, undefined])
      expect(workedOut(pain, { where, brings, leg: 'yes' })).toBe('structural');
    for (const leg of tinglings) expect(workedOut(pain, { where: 'leg', leg })).toBe('structural');
  }
  expect(workedOut(pain, { where: 'low-back', brings: 'always', leg: 'no' })).toBe('structural');
  expect(workedOut(pain, { where: 'low-back', brings: 'running', leg: 'no' })).toBe('mechanical');
  expect(workedOut(pain, { where: 'low-back', brings: 'running' })).toBe('unsure');
  expect(workedOut(pain, { where: 'hip', leg: 'no' })).toBe('unsure');
  expect(workedOut(pain, { where: 'none', leg: 'unsure' })).toBe('unsure');
  expect(workedOut(pain, { where: 'none' })).toBe('none');
  expect(workedOut(pain, { brings: 'running', leg: 'no' })).toBeUndefined();
  expect(workedOut(pain, { where: 'moon', leg: 'yes' })).toBeUndefined();
});

test('the signs that every mail warns of are the answers that mean an emergency', () => {
  expect(emergencySigns(questions, 'en')).toContain('Fever with back pain');
  expect(emergencySigns(questions, 'es')).toHaveLength(emergencySigns(questions, 'en').length);
});

test('staff read labels, people their own language, and what is gone shows as it was kept', () => {
  const experience = questionOf(questions, 'experience');
  expect(labelOf(experience!)).toBe('Running');
  expect(answerLabel(experience, 'new')).toBe('New runner');
  expect(answerLabel(experience, 'sprinter')).toBe('sprinter');
  expect(answerLabel(undefined, 12)).toBe('12');
  expect(answerLabel(questionOf(questions, 'crossTraining'), false)).toBe('Would rather only run');
  expect(answerLabel(questionOf(questions, 'redFlags'), ['fever', 'trauma'])).toBe(
    'Fever with back pain, A bad fall or crash',
  );
  expect(saidIn({ en: 'Miles' }, 'es')).toBe('Miles');
});

test.each<[string, unknown, string | undefined]>([
  ['experience', 'new', undefined],
  ['experience', ['new'], 'is one of the answers'],
  ['experience', 'slow', 'there is no answer slow to experience'],
  ['redFlags', ['fever', 'cough'], 'there is no answer cough to redFlags'],
  ['crossTraining', 'yes', 'is true or false'],
  ['miles', 12, 'there is no question miles'],
])('an answer is held against its question: %s %j', (id, given, fault) => {
  expect(answerFault(questions, id, given)).toBe(fault);
});

test('numbers keep their bounds and dates are real', () => {
  const file = structuredClone(questions);
  const base = { page: 'sign-up' as const, section: 'running', required: false, answers: [], ask: { en: 'How?' } };
  file.questions.push({ ...base, id: 'weeklyMiles', kind: 'number', min: 0, max: 200 });
  file.questions.push({ ...base, id: 'nextRace', kind: 'date' });
  expect(questionsSchema.safeParse(file).success).toBe(true);
  expect(answerFault(file, 'weeklyMiles', 20)).toBeUndefined();
  expect(answerFault(file, 'weeklyMiles', 201)).toBe('is a number from 0 to 200');
  expect(answerFault(file, 'weeklyMiles', Number.NaN)).toBe('is a number from 0 to 200');
  expect(answerFault(file, 'nextRace', '2027-02-28')).toBeUndefined();
  for (const wrong of ['2027-02-30', '28.2.2027', 5]) expect(answerFault(file, 'nextRace', wrong)).toMatch(/is a date/);
});

describe('a file is refused', () => {
  test.each<[string, (file: Loose) => void, RegExp]>([
    [
      'two questions of one name',
      (file) => (file.questions[1].id = 'experience'),
      /questions\.1\.id: another one is called/,
    ],
    ['a name of the service’s own', (file) => (file.questions[0].id = 'firstName'), /questions\.0\.id: is taken/],
    [
      'a section that is not there',
      (file) => (file.questions[0].section = 'knee'),
      /section: there is no section knee/,
    ],
    ['a question without words', (file) => delete file.questions[0].ask, /questions\.0\.id: needs its wording/],
    ['an answer without words', (file) => delete file.questions[0].answers[0].ask, /answers\.0: needs its wording/],
    ['a yes-no question with others', (file) => the(file, 'crossTraining').answers.reverse(), /are called yes and no/],
    ['a number to choose from', (file) => (the(file, 'experience').kind = 'number'), /a number has no answers/],
    ['bounds of what is no number', (file) => (the(file, 'experience').min = 1), /min: is for a number/],
    [
      'a meaning we do not know',
      (file) => (the(file, 'pain').answers[2].means = 'bad'),
      /means: emergency or structural/,
    ],
    [
      'a rule to nowhere',
      (file) => (the(file, 'pain').from.rules[0].is = 'nerve'),
      /rules\.0\.is: there is no answer nerve/,
    ],
    [
      'a rule of a renamed answer',
      (file) => (the(file, 'pain').from.ask[0].answers[3].id = 'calf'),
      /rules\.0\.when\.where\.0: there is no answer leg/,
    ],
    [
      'a gap that no rule answers',
      (file) => the(file, 'pain').from.rules.pop(),
      /the last rule is for all other answers/,
    ],
    [
      'a sample with an answer that is gone',
      (file) => the(file, 'experience').answers.shift(),
      /samples\.1\.answers\.experience: there is no answer new/,
    ],
    [
      'a sample without a required answer',
      (file) => delete file.samples[0].answers.pain,
      /samples\.0\.answers: has no answer to pain/,
    ],
  ])('%s', (_, change, says) => {
    expect(faults(() => {})).toEqual([]);
    expect(faults(change).join('\n')).toMatch(says);
  });
});
