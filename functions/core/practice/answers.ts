import { type Answer, type Question, type Questions, questionOf } from './questions';

/** Why this is no answer to the question of that id; undefined when it is one. A retired answer is one. */
export function answerFault(questions: Questions, id: string, answer: unknown): string | undefined {
  const question = questionOf(questions, id);
  if (!question) return `there is no question ${id}`;
  const fault = kindFault(question, answer);
  if (fault !== undefined) return fault;
  const strange = unknownChoice(question, answer as Answer);
  return strange === undefined ? undefined : `there is no answer ${strange} to ${id}`;
}

/** The first id that is none of the question's answers. */
const unknownChoice = ({ kind, answers }: Question, given: Answer): string | undefined =>
  kind === 'one' || kind === 'many'
    ? ([given].flat() as string[]).find((one) => !answers.some(({ id }) => id === one))
    : undefined;

function kindFault({ kind, min, max }: Question, given: unknown): string | undefined {
  switch (kind) {
    case 'one':
      return typeof given === 'string' ? undefined : 'is one of the answers';
    case 'many':
      return Array.isArray(given) && given.every((one) => typeof one === 'string') ? undefined : 'is a list of answers';
    case 'yes-no':
      return typeof given === 'boolean' ? undefined : 'is true or false';
    case 'number':
      return typeof given === 'number' && Number.isFinite(given) && given >= (min ?? given) && given <= (max ?? given)
        ? undefined
        : `is a number${min === undefined ? '' : ` from ${min}`}${max === undefined ? '' : ` to ${max}`}`;
    case 'date':
      return isDate(given) ? undefined : 'is a date such as 2026-12-24';
  }
}

export function isDate(given: unknown): given is string {
  if (typeof given !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(given)) return false;
  const at = new Date(`${given}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(given);
}
