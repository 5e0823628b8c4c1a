import { StridewellError } from '../base/error';
import { answerFault } from '../practice/answers';
import type { Practice } from '../practice/practice';
import { type Question, questionOf } from '../practice/questions';
import { type Condition, isKnownFact, type Who } from './who';

interface WhoFault {
  /** Inside the rule, such as `pain.1`. */
  path: string[];
  message: string;
}

/**
 * What a rule names that the practice does not have: a question that is gone, an answer that was renamed, an office that
 * was closed. Such a rule would mean nobody, or everybody but those it was written for.
 */
export const whoFaults = (who: Who, practice: Pick<Practice, 'questions' | 'locations'>): WhoFault[] =>
  Object.entries(who).flatMap(([name, wanted]) =>
    wanted === undefined
      ? []
      : conditionFaults(name, wanted, practice).map((one) => ({ ...one, path: [name, ...one.path] })),
  );

/** Refuses a rule that names what the practice does not have, with the place inside it. */
export function checkWho(who: Who, practice: Parameters<typeof whoFaults>[1]): void {
  const [fault] = whoFaults(who, practice);
  if (fault)
    throw new StridewellError(
      'invalid',
      `This rule does not fit what we ask: ${fault.message}.`,
      ['who', ...fault.path].join('.'),
    );
}

function conditionFaults(
  name: string,
  wanted: Condition,
  { questions, locations }: Pick<Practice, 'questions' | 'locations'>,
): WhoFault[] {
  if (name === 'location') {
    const closed = (wanted as string[]).findIndex((id) => locations.every((one) => one.id !== id));
    return closed < 0
      ? []
      : [{ path: [String(closed)], message: `there is no office ${(wanted as string[])[closed]}` }];
  }
  if (isKnownFact(name)) return [];
  const question = questionOf(questions, name);
  if (!question) return [{ path: [], message: `there is no question ${name}` }];
  if (typeof wanted !== 'object' || Array.isArray(wanted)) return valueFaults(question, wanted, []);
  const { is, isNot, moreThan, lessThan, between, answered: _any } = wanted;
  return [
    ...(is === undefined ? [] : valueFaults(question, is, ['is'])),
    ...(isNot === undefined ? [] : valueFaults(question, isNot, ['isNot'])),
    ...(moreThan === undefined ? [] : boundFaults(question, moreThan, ['moreThan'])),
    ...(lessThan === undefined ? [] : boundFaults(question, lessThan, ['lessThan'])),
    ...(between ?? []).flatMap((one, i) => boundFaults(question, one, ['between', String(i)])),
  ];

  /** Every value a condition names must be an answer that the question has. */
  function valueFaults(asked: Question, given: Condition | string | number, path: string[]): WhoFault[] {
    const each = [given].flat() as (string | number | boolean)[];
    return each.flatMap((one, i) => {
      const message = answerFault(questions, asked.id, asked.kind === 'many' ? [one] : one);
      const at = Array.isArray(given) ? [...path, String(i)] : path;
      return message === undefined ? [] : [{ path: at, message }];
    });
  }
}

function boundFaults({ id, kind }: Question, bound: string | number, path: string[]): WhoFault[] {
  const isFit = (kind === 'number' && typeof bound === 'number') || (kind === 'date' && typeof bound === 'string');
  if (isFit) return [];
  const message =
    kind === 'number' || kind === 'date' ? `is compared with a ${kind}` : `${id} is no number and no date`;
  return [{ path, message }];
}
