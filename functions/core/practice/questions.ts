import { type Locale, tagOf } from '../base/locale';

/**
 * What the practice asks, as `questions.yaml` says it: checked when that file is read (core/practice/questions-file), so
 * nothing here doubts it. No other code knows which questions there are.
 */
export interface Questions {
  sections: { id: string; title: Said }[];
  questions: Question[];
  /** Made-up people that previews are written to. */
  samples: SamplePerson[];
}

/** Something said in each language; English stands in for one that is not written yet. */
export type Said = { en: string } & { [locale in Locale]?: string };
export const saidIn = (said: Said, locale: Locale): string => said[locale] ?? said.en;

/** Where a question is asked. What the sign-up asks is asked of those who began by text too, on the profile page. */
export const questionPages = ['sign-up', 'profile'] as const;
export type QuestionPage = (typeof questionPages)[number];

/** What an answer means for safety: get help now, or a doctor first and no exercises before. */
export const safetyMeanings = ['emergency', 'structural'] as const;
export type SafetyMeaning = (typeof safetyMeanings)[number];

/** One of the answers that a person can choose. Those of a yes-no question are called `yes` and `no`. */
export interface Choice {
  id: string;
  /** What a person reads beside the box. Absent where the question is worked out and never asked. */
  ask?: Said;
  /** What staff read, where it is another than what people read. */
  label?: string;
  /** The same inside a sentence of a text message, where every letter counts. */
  short?: Said;
  means?: SafetyMeaning;
  /** No form offers it any more. People who gave it keep it, and rules may name it. */
  retired?: boolean;
}

/** What a form shows of a question. */
export interface Asked {
  id: string;
  kind: 'one' | 'many' | 'yes-no' | 'number' | 'date';
  ask?: Said;
  help?: Said;
  required: boolean;
  answers: Choice[];
  /** Of a number. */
  min?: number;
  max?: number;
}

export interface Question extends Asked {
  page: QuestionPage;
  section: string;
  /** What staff call it, where it is another than the question itself. */
  label?: string;
  /** What is said when it was left open, where that can be said better than for all questions. */
  missing?: Said;
  /** Nobody is asked it in these terms: the form asks others in plain words, and the first rule that fits answers it. */
  from?: { ask: Asked[]; rules: { is: string; when: Record<string, string[]> }[] };
}

export type Answer = string | string[] | number | boolean;
/** By the id of the question. */
export type Answers = Readonly<Record<string, Answer>>;

export interface SamplePerson {
  id: string;
  name: string;
  /** Who it stands for, in a few words. */
  what: string;
  locale?: Locale;
  answers: Answers;
  /** A doctor has seen them. */
  seen?: boolean;
}

export const questionOf = ({ questions }: Questions, id: string): Question | undefined =>
  questions.find((one) => one.id === id);

/** What a page asks, in the order of the file. */
export const askedOn = ({ questions }: Questions, page: QuestionPage): Question[] =>
  questions.filter((one) => one.page === page || (page === 'profile' && one.page === 'sign-up'));

/** An answer as the ids of choices; a number or a date chooses none. */
export const choicesIn = (answer: Answer): string[] =>
  typeof answer === 'boolean' ? [answer ? 'yes' : 'no'] : typeof answer === 'number' ? [] : [answer].flat();

/** What these answers mean for safety: the worst of them. */
export function meaningOfAnswers(questions: Questions, answers: Answers): SafetyMeaning | undefined {
  const meant = questions.questions.flatMap(({ id, answers: choices }) => {
    const chosen = Object.hasOwn(answers, id) ? choicesIn(answers[id]!) : [];
    return choices.flatMap(({ id: choice, means }) => (means && chosen.includes(choice) ? [means] : []));
  });
  return safetyMeanings.find((one) => meant.includes(one));
}

/** The signs of an emergency that people are asked for: what every mail and form warns of. */
export const emergencySigns = ({ questions }: Questions, locale: Locale): string[] =>
  questions.flatMap(({ answers }) =>
    answers.flatMap(({ means, ask, retired }) =>
      means === 'emergency' && ask && !retired ? [saidIn(ask, locale)] : [],
    ),
  );

/** The same inside a sentence: "fever, leg weakness, or a bad fall". */
export function signsInShort({ questions }: Questions, locale: Locale): string {
  const signs = questions.flatMap(({ answers }) =>
    answers.filter(({ means, retired }) => means === 'emergency' && !retired),
  );
  const said = signs.flatMap(({ short, ask }) => ((short ?? ask) ? [saidIn((short ?? ask)!, locale)] : []));
  return new Intl.ListFormat(tagOf[locale], { type: 'disjunction' }).format(said);
}

/** The same as one text: each sign a sentence of its own. */
export const signsText = (questions: Questions, locale: Locale): string =>
  emergencySigns(questions, locale)
    .map((sign) => `${sign}.`)
    .join(' ');

export const labelOf = ({ label, ask, id }: Pick<Question, 'label' | 'ask' | 'id'>): string => label ?? ask?.en ?? id;

/** An answer as staff read it. What a newer file no longer knows shows as it was kept. */
export function answerLabel(question: Question | undefined, answer: Answer): string {
  if (typeof answer === 'number') return String(answer);
  const said = choicesIn(answer).map((id) => {
    const choice = question?.answers.find((one) => one.id === id);
    return choice ? labelOf(choice) : id;
  });
  return said.join(', ');
}

/** All that somebody answered, in the order of the questions, and how staff read it. */
export function toldAnswers(questions: Questions, answers: Answers) {
  const known = questions.questions.map(({ id }) => id).filter((id) => Object.hasOwn(answers, id));
  const gone = Object.keys(answers).filter((id) => !known.includes(id));
  return [...known, ...gone].map((id) => {
    const question = questionOf(questions, id);
    const answer = answers[id]!;
    return { id, label: question ? labelOf(question) : id, answer, text: answerLabel(question, answer) };
  });
}

/** The same in the words in which people were asked, and in their language. */
export const answersInWords = (questions: Questions, answers: Answers, locale: Locale) =>
  toldAnswers(questions, answers).map(({ id, label, answer, text }) => {
    const question = questionOf(questions, id);
    const chosen = question?.answers.filter((one) => choicesIn(answer).includes(one.id)) ?? [];
    const said = chosen.map(({ ask, label: name, id: choice }) => (ask ? saidIn(ask, locale) : (name ?? choice)));
    const asked = question?.ask ? saidIn(question.ask, locale) : label;
    return { question: asked, answer: said.length > 0 ? said.join(', ') : text };
  });

/** The answer that the plain ones lead to; undefined where the first of them, which all turn on, was left open. */
export function workedOut({ from }: Pick<Question, 'from'>, given: Record<string, unknown>): string | undefined {
  const [first] = from?.ask ?? [];
  if (!from || !first || !isChoice(first, given[first.id])) return undefined;
  const fits = (id: string, wanted: string[]) => {
    const asked = from.ask.find((one) => one.id === id);
    const answer = given[id];
    return asked !== undefined && isChoice(asked, answer) && wanted.includes(answer);
  };
  return from.rules.find(({ when }) => Object.entries(when).every(([id, wanted]) => fits(id, wanted)))?.is;
}

const isChoice = ({ answers }: Asked, given: unknown): given is string =>
  answers.some(({ id, retired }) => id === given && !retired);
