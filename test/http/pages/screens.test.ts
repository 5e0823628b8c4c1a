import type { Asked, Question } from '../../../functions/core/practice/questions';
import { lookIn } from '../../../functions/http/pages/layout';
import { questionSections } from '../../../functions/http/pages/question';
import { needlessAfter } from '../../../functions/http/pages/screens';
import { practice } from '../public-site';

const asks = (id: string, required: boolean, ...answers: string[]): Asked => ({
  id,
  kind: 'one',
  required,
  ask: { en: `${id}?` },
  answers: answers.map((one) => ({ id: one })),
});

/** A knee that swells goes to a doctor; otherwise the stairs decide, and without pain nothing does. */
const knee = (): Question => ({
  ...asks('knee', true, 'none', 'stairs', 'doctor'),
  page: 'sign-up',
  section: 'knee',
  from: {
    ask: [asks('hurts', true, 'no', 'yes'), asks('swells', true, 'no', 'yes'), asks('stairs', false, 'no', 'yes')],
    rules: [
      { is: 'doctor', when: { swells: ['yes'] } },
      { is: 'none', when: { hurts: ['no'] } },
      { is: 'stairs', when: { stairs: ['yes'] } },
      { is: 'none', when: {} },
    ],
  },
});
const needless = (question: Question) =>
  Object.fromEntries(question.from!.ask.map((one) => [one.id, needlessAfter(question, one)]));

describe('a plain question is left out', () => {
  test('after an answer with which it changes nothing, whatever else is said', () => {
    expect(needless(knee())).toEqual({ hurts: [], swells: [], stairs: ['hurts=no', 'swells=yes'] });
  });

  test('never where it is required, or where one rule still turns on it', () => {
    const strict = knee();
    strict.from!.ask[2]!.required = true;
    expect(needless(strict).stairs).toEqual([]);
    const turning = knee();
    turning.from!.rules.unshift({ is: 'stairs', when: { hurts: ['no'], swells: ['no'], stairs: ['yes'] } });
    expect(needless(turning).stairs).toEqual(['swells=yes']);
  });
});

test('every question of another practice is a screen of its own', async () => {
  const questions = { sections: [{ id: 'knee', title: { en: 'Your knee' } }], questions: [knee()], samples: [] };
  const look = lookIn({ practice: { ...practice, questions }, stamp: '1' }, { locale: 'en', carried: false }, '/');
  const form = String(await Promise.all(questionSections(look, { values: {}, problems: new Map() }, 'sign-up')));
  expect(
    [...form.matchAll(/<div class="screen"(?: data-skip="([^"]*)")?>\s*<fieldset id="(\w+)"/g)].map(
      ([, ...step]) => step,
    ),
  ).toEqual([
    [undefined, 'hurts'],
    [undefined, 'swells'],
    ['hurts=no swells=yes', 'stairs'],
  ]);
});
