import * as z from 'zod/mini';
import { locales } from '../base/locale';
import { answerFault } from './answers';
import { type Asked, type Question, type Questions, questionPages, safetyMeanings } from './questions';

/** `questions.yaml`, checked where it is read: the build, a deployment, `npm start`. Functions in the cloud trust it. */

/** Names that a form, a rule or the record of a person uses for something else. */
const taken = new Set(
  (
    'id rev name firstName email phone emailConsent smsConsent adult wording source timeZone postalCode locale location ' +
    'state zones seen checkIn safety answers answer beside website started spelling spelled kind channel on set lang read'
  ).split(' '),
);

const line = (max: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(max), z.regex(/^[^\p{Cc}]*$/u, 'one line'));
const said = (max: number) => z.strictObject({ en: line(max), es: z.exactOptional(line(max)) });
const questionId = z.string().check(
  z.regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'a small letter, then letters and digits, such as weeklyMiles'),
  z.refine((id) => !taken.has(id), 'is taken: the service keeps something else under that name'),
);
const choiceId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'small letters, digits and -'));

const choice = z.strictObject({
  id: choiceId,
  ask: z.exactOptional(said(120)),
  label: z.exactOptional(line(60)),
  short: z.exactOptional(said(60)),
  means: z.exactOptional(z.enum(safetyMeanings, 'emergency or structural')),
  retired: z.exactOptional(z.boolean()),
});

const asked = {
  id: questionId,
  kind: z.enum(['one', 'many', 'yes-no', 'number', 'date'], 'one, many, yes-no, number or date'),
  ask: z.exactOptional(said(160)),
  help: z.exactOptional(said(200)),
  required: z._default(z.boolean(), false),
  answers: z._default(z.array(choice).check(z.maxLength(30)), []),
  min: z.exactOptional(z.number()),
  max: z.exactOptional(z.number()),
};

const question = z.strictObject({
  ...asked,
  page: z._default(z.enum(questionPages, 'sign-up or profile'), 'sign-up'),
  section: z.string(),
  label: z.exactOptional(line(60)),
  missing: z.exactOptional(said(120)),
  from: z.exactOptional(
    z.strictObject({
      ask: z.array(z.strictObject(asked)).check(z.minLength(1), z.maxLength(10)),
      rules: z
        .array(z.strictObject({ is: choiceId, when: z._default(z.record(z.string(), z.array(z.string())), {}) }))
        .check(z.minLength(1), z.maxLength(50)),
    }),
  ),
});

const answer = z.union([z.string(), z.array(z.string()), z.number(), z.boolean()]);

export const questionsSchema = z
  .strictObject({
    sections: z.array(z.strictObject({ id: choiceId, title: said(60) })).check(z.minLength(1), z.maxLength(20)),
    questions: z.array(question).check(z.minLength(1), z.maxLength(60)),
    samples: z
      .array(
        z.strictObject({
          id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/, 'small letters, digits and -')),
          name: line(40),
          what: line(120),
          locale: z.exactOptional(z.enum(locales)),
          answers: z.record(z.string(), answer),
          seen: z.exactOptional(z.boolean()),
        }),
      )
      .check(z.minLength(1), z.maxLength(20)),
  })
  .check(
    z.superRefine((given, context) => {
      for (const { path, message } of problemsIn(given)) context.addIssue({ code: 'custom', path, message });
    }),
  );

interface Problem {
  path: (string | number)[];
  message: string;
}

/** What the shape alone cannot see. */
function problemsIn(all: Questions): Problem[] {
  const { sections, questions, samples } = all;
  const ids = new Set<string>();
  const twice = (id: string, path: Problem['path']): Problem[] => {
    if (ids.has(id)) return [{ path: [...path, 'id'], message: `another one is called ${id} already` }];
    ids.add(id);
    return [];
  };
  const ofQuestions = questions.flatMap((one, i): Problem[] => {
    const path = ['questions', i];
    return [
      ...twice(one.id, path),
      ...(one.from?.ask ?? []).flatMap((plain, j) => twice(plain.id, [...path, 'from', 'ask', j])),
      ...(sections.some(({ id }) => id === one.section)
        ? []
        : [{ path: [...path, 'section'], message: `there is no section ${one.section}` }]),
      ...askedProblems(one, path, one.from === undefined),
      ...fromProblems(one, path),
    ];
  });
  const known = new Set<string>();
  const ofSamples = samples.flatMap(({ id, answers }, i): Problem[] => {
    const path = ['samples', i];
    const same = known.has(id) ? [{ path: [...path, 'id'], message: `another one is called ${id} already` }] : [];
    known.add(id);
    const wrong = Object.entries(answers).flatMap(([name, given]) => {
      const message = answerFault(all, name, given);
      return message === undefined ? [] : [{ path: [...path, 'answers', name], message }];
    });
    const open = questions.filter((one) => one.required && one.page === 'sign-up' && !Object.hasOwn(answers, one.id));
    const missing = open.map((one) => ({ path: [...path, 'answers'], message: `has no answer to ${one.id}` }));
    return [...same, ...wrong, ...missing];
  });
  return [...ofQuestions, ...ofSamples];
}

function askedProblems({ kind, answers, ask, min, max }: Asked, path: Problem['path'], isShown: boolean): Problem[] {
  const say = (field: string, message: string): Problem => ({ path: [...path, field], message });
  const choosing = kind === 'one' || kind === 'many' || kind === 'yes-no';
  const problems: Problem[] = [];
  if (isShown && !ask) problems.push(say('id', 'needs its wording: ask: { en: … }'));
  if (!choosing && answers.length > 0) problems.push(say('answers', `a ${kind} has no answers to choose from`));
  if (choosing && answers.length < (kind === 'many' ? 1 : 2)) problems.push(say('answers', 'has too few answers'));
  if (kind === 'yes-no' && answers.map(({ id }) => id).join() !== 'yes,no')
    problems.push(say('answers', 'of a yes-no question are called yes and no, in this order'));
  if (kind !== 'number' && (min !== undefined || max !== undefined))
    problems.push(say(min === undefined ? 'max' : 'min', 'is for a number'));
  if (min !== undefined && max !== undefined && min > max) problems.push(say('max', 'is less than min'));
  answers.forEach((one, i) => {
    const at = [...path, 'answers', i];
    if (answers.findIndex(({ id }) => id === one.id) < i)
      problems.push({ path: [...at, 'id'], message: `another answer is called ${one.id} already` });
    if (isShown && !one.ask && !one.retired) problems.push({ path: at, message: 'needs its wording: ask: { en: … }' });
    if (!isShown && one.means === 'emergency')
      problems.push({ path: [...at, 'means'], message: 'an emergency is asked for in so many words' });
  });
  return problems;
}

/** A rule that can never answer, or a gap that no rule answers, would leave somebody's safety open. */
function fromProblems({ kind, from, answers }: Question, path: Problem['path']): Problem[] {
  if (!from) return [];
  if (kind !== 'one') return [{ path: [...path, 'kind'], message: 'what is worked out has one answer' }];
  const problems = from.ask.flatMap((plain, j) => {
    const at = [...path, 'from', 'ask', j];
    const wrong =
      plain.kind !== 'one' ? [{ path: [...at, 'kind'], message: 'a rule reads questions with one answer' }] : [];
    return [...wrong, ...askedProblems(plain, at, true)];
  });
  from.rules.forEach(({ is, when }, j) => {
    const at = [...path, 'from', 'rules', j];
    if (!answers.some(({ id, retired }) => id === is && !retired))
      problems.push({ path: [...at, 'is'], message: `there is no answer ${is}` });
    for (const [id, wanted] of Object.entries(when)) {
      const plain = from.ask.find((one) => one.id === id);
      const strange = wanted.findIndex((one) => plain?.answers.every((choice) => choice.id !== one) ?? false);
      if (!plain) problems.push({ path: [...at, 'when', id], message: `there is no question ${id}` });
      else if (strange >= 0)
        problems.push({
          path: [...at, 'when', id, strange],
          message: `there is no answer ${wanted[strange]} to ${id}`,
        });
    }
  });
  const last = from.rules.length - 1;
  if (Object.keys(from.rules[last]!.when).length > 0)
    problems.push({
      path: [...path, 'from', 'rules', last],
      message: 'the last rule is for all other answers: no when',
    });
  return problems;
}
