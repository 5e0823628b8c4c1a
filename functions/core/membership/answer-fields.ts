import * as z from 'zod/mini';
import type { Locale } from '../base/locale';
import { isDate } from '../practice/answers';
import { askedOn, type Question, type QuestionPage, type Questions, saidIn } from '../practice/questions';

export type AnswerFields = Record<string, z.ZodMiniType>;

const aDate = 'Please give a date, for example 2027-04-30.';

/**
 * One field for each question of the page, by its id. What is missing is said in words of the question, in its reader's
 * language; what holds for all questions in English, as every refusal.
 */
export const answerFields = (questions: Questions, page: QuestionPage, locale: Locale): AnswerFields =>
  Object.fromEntries(
    askedOn(questions, page).map((question) => {
      const field = fieldOf(question, locale);
      return [question.id, question.required ? field : z.optional(field)];
    }),
  );

function fieldOf({ kind, answers, missing, min, max }: Question, locale: Locale): z.ZodMiniType {
  const open = missing ? saidIn(missing, locale) : 'Please answer this question.';
  const ids = answers.filter(({ retired }) => !retired).map(({ id }) => id);
  switch (kind) {
    case 'one':
      return z.enum(ids, open);
    case 'many':
      return z
        .array(z.enum(ids, 'We do not know that answer.'), open)
        .check(z.maxLength(ids.length, 'That is too many.'));
    case 'yes-no':
      return z.boolean(open);
    case 'number':
      return z
        .number(missing ? open : 'Please give a number, for example 12.')
        .check(
          z.minimum(min ?? Number.MIN_SAFE_INTEGER, `Please give ${min} or more.`),
          z.maximum(max ?? Number.MAX_SAFE_INTEGER, `Please give ${max} or less.`),
        );
    case 'date':
      return z.string(missing ? open : aDate).check(z.refine(isDate, aDate));
  }
}
