import { ruleText } from '../audience/audience';
import type { Condition, Who } from '../audience/who';
import { type Locale, locales } from '../base/locale';
import { exerciseIn, type Finding, lintWords } from './lint';
import type { SeriesVersion, Words } from './series';
import { readIn } from './step';
import { isUnseen, mayBeUnseen } from './unseen';

/** One wording of a step: its own, or a variant's. */
interface Wording {
  at: string;
  who: Who;
  words: Words;
}

/** A step's own words, then its variants'. */
export function wordingsOf({ steps }: SeriesVersion, id: string): Wording[] {
  const { words, variants } = steps[id]!;
  return [
    { at: `steps.${id}.words`, who: {}, words },
    ...variants.map(({ who, words: said }, i) => ({ at: `steps.${id}.variants.${i}.words`, who, words: said })),
  ];
}

/** Wordings that nobody has written in this language yet, as paths inside the version; whoever reads it gets English there. */
export const unwrittenIn = (version: SeriesVersion, locale: Locale): string[] =>
  Object.keys(version.steps).flatMap((id) =>
    wordingsOf(version, id).flatMap(({ at, words }) => (readIn(words, locale).locale === locale ? [] : [at])),
  );

/** Which languages a version has, English aside, and which of its steps are not in them yet. */
export const languagesOf = (version: SeriesVersion): { locale: Locale; whole: boolean; missing: string[] }[] =>
  locales
    .filter((locale) => locale !== 'en')
    .map((locale) => {
      const missing = [...new Set(unwrittenIn(version, locale).map((at) => at.split('.')[1]!))];
      return { locale, whole: missing.length === 0, missing };
    });

/** Every finding in every wording of a version; fields are paths inside the version. */
export function lintSeries(version: SeriesVersion): Finding[] {
  const read = readUnseen(version);
  return Object.keys(version.steps).flatMap((id) =>
    wordingsOf(version, id).flatMap(({ at, words }) => {
      const found = lintWords(words, version.kind);
      if (version.kind === 'drip' && !version.steps[id]!.exercises) found.push(...unmarked(words, read.has(at)));
      return found.map((one) => ({ ...one, field: `${at}.${one.field}` }));
    }),
  );
}

/** An exercise in a step that is not marked as one goes to everybody on its paths. */
const unmarked = (words: Words, unseen: boolean): Finding[] =>
  exerciseIn(words)
    .filter(({ told }) => told || unseen)
    .map(({ field, message }) => ({
      rule: 'exercise',
      level: unseen ? 'error' : 'warning',
      field,
      message: unseen
        ? `${message}, and a person no doctor has seen may read it`
        : `${message}, and the step is not marked as exercises`,
    }));

/** The wordings that somebody may read whom no doctor has seen. */
function readUnseen(version: SeriesVersion): Set<string> {
  const read = version.paths
    .filter((path) => mayBeUnseen(version, path))
    .flatMap(({ who, steps }) =>
      steps.flatMap(({ step }) => (Object.hasOwn(version.steps, step) ? readBy(who, wordingsOf(version, step)) : [])),
    );
  return new Set(read.map(({ at }) => at));
}

/** Of a step's wordings those that somebody unseen on a path may get: variants in order, up to the first that takes all. */
function readBy(path: Who, [own, ...variants]: Wording[]): Wording[] {
  const takesAll = variants.findIndex(({ who }) =>
    Object.entries(who).every(([name, wanted]) => {
      const given = (path as Record<string, Condition | undefined>)[name];
      return Array.isArray(given) && Array.isArray(wanted)
        ? given.every((one) => (wanted as readonly string[]).includes(one))
        : ruleText({ [name]: given }) === ruleText({ [name]: wanted });
    }),
  );
  const reached = takesAll === -1 ? [...variants, own!] : variants.slice(0, takesAll + 1);
  return reached.filter(({ who }) => isUnseen(who));
}

/** What an approver ticks: the name of the rule and of the field, and what is wrong there. */
export interface Warning {
  name: string;
  field: string;
  message: string;
}

export const warningsOf = (version: SeriesVersion): Warning[] =>
  lintSeries(version)
    .filter(({ level }) => level === 'warning')
    .map(({ rule, field, message }) => ({ name: `${rule} in ${field}`, field, message }));
