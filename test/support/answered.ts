import type { Profile } from '../../functions/core/person/subscriber';
import {
  type Answer,
  type Answers,
  meaningOfAnswers,
  type SafetyMeaning,
} from '../../functions/core/practice/questions';
import { practice } from './practice';

const { questions } = practice;
const ids = questions.questions.map(({ id }) => id);

/** Answers to the frozen practice's questions, by the id of the question. */
export interface Answered {
  experience?: string;
  crossTraining?: boolean;
  redFlags?: string[];
  pain?: string;
}

const usual: Answers = { experience: 'regular', pain: 'mechanical', crossTraining: true };

/** What was given, with the answers under their own name, as a form's reader would put them together. */
export function meant<T extends { answers?: Answers }>(given: T & Answered) {
  const fields = { ...given } as Record<string, unknown>;
  const answers: Record<string, Answer> = { ...(given.answers ?? usual) };
  for (const id of ids) {
    if (Object.hasOwn(fields, id)) answers[id] = fields[id] as Answer;
    delete fields[id];
  }
  const meaning = meaningOfAnswers(questions, answers);
  const safety: { safety?: SafetyMeaning } = meaning ? { safety: meaning } : {};
  return { ...(fields as Omit<T, keyof Answered>), answers, ...safety };
}

/** The same as a profile keeps it. */
export function told(given: Partial<Profile> & Answered) {
  const { safety, ...rest } = meant(given);
  const hint: Pick<Profile, 'safety'> = (safety ?? given.safety) ? { safety: 'structural' } : {};
  return { ...rest, ...hint };
}
