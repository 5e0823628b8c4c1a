import type { Options } from '../../../functions/http/staff/app';
import { checkInWords, type Who } from '../words';

export type Question = Options['questions'][number];
/** A rule about one answer. */
export type Condition = Exclude<Who[string], undefined>;
export type Comparison = Exclude<Condition, boolean | readonly string[]>;

export const safetyWords = { structural: 'A doctor first', none: 'Nothing speaks against exercise' } as const;
export const localeWords = { en: 'English', es: 'Spanish' } as const;

const oneOf = (values: readonly string[]): string => values.join(' or ');

/** How staff read an answer: by the question's own labels. */
const said = ({ answers }: Question, value: unknown): string => {
  const id = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  return answers.find((one) => one.id === id)?.label ?? id;
};

function compared(question: Question, rule: Comparison): string {
  const { is, isNot, moreThan, lessThan, between, answered } = rule;
  const values = (value: unknown) => oneOf([value].flat().map((one) => said(question, one)));
  const parts = [
    is === undefined ? '' : values(is),
    isNot === undefined ? '' : `not ${values(isNot)}`,
    moreThan === undefined ? '' : `more than ${moreThan}`,
    lessThan === undefined ? '' : `less than ${lessThan}`,
    between === undefined ? '' : `between ${between[0]} and ${between[1]}`,
    answered === undefined ? '' : answered ? 'answered' : 'not answered',
  ];
  return parts.filter(Boolean).join(' and ');
}

function asked(question: Question, rule: Condition): string {
  if (typeof rule === 'boolean') return `${question.label}: ${said(question, rule)}`;
  if (Array.isArray(rule)) return `${question.label}: ${oneOf(rule.map((one) => said(question, one)))}`;
  return `${question.label}: ${compared(question, rule as Comparison)}`;
}

/** An audience in words, for lists and reviews. */
export function whoText(who: Who, { locations, questions }: Pick<Options, 'locations' | 'questions'>): string {
  const { safety, seen, checkIn, locale, location, source, ...answers } = who;
  const parts = [
    ...Object.entries(answers).map(([id, rule]) => {
      const question = questions.find((one) => one.id === id) ?? { id, kind: 'one' as const, label: id, answers: [] };
      return rule === undefined ? undefined : asked(question, rule);
    }),
    safety && oneOf(safety.map((one) => safetyWords[one])),
    seen !== undefined && (seen ? 'seen by a doctor' : 'not yet seen by a doctor'),
    checkIn && `feels ${oneOf(checkIn.map((one) => checkInWords[one].toLowerCase()))}`,
    locale && `reads ${oneOf(locale.map((one) => localeWords[one]))}`,
    location && `near ${oneOf(location.map((id) => locations.find((one) => one.id === id)?.name ?? id))}`,
    source && `signed up through ${oneOf(source)}`,
  ].filter((part): part is string => typeof part === 'string');
  return parts.length === 0 ? 'Everyone' : parts.join(' · ');
}
