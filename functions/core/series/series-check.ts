import type { Who } from '../audience/who';
import { whoFaults } from '../audience/who-faults';
import type { Locale } from '../base/locale';
import type { Practice } from '../practice/practice';
import { lintSeries } from './lint-series';
import { checkWords, fieldOf, type WordsProblem } from './merge';
import type { Path, SeriesVersion, Words } from './series';
import { readingsOf } from './step';
import { mayBeUnseen } from './unseen';

/** Required with each exercise. */
const stopLines: Record<Locale, string> = { en: 'Stop if it hurts.', es: 'Pare si le duele.' };

/** Where an exercise step leaves it out: every figure says it, or else the paragraphs, and so does the text. */
const withoutStopLine = (words: Words): WordsProblem[] =>
  readingsOf(words).flatMap(({ locale, words: { figures = [], paragraphs, text } }) => {
    const stopLine = stopLines[locale];
    const fields = figures.flatMap((figure, i) => (figure.text.includes(stopLine) ? [] : [`figures.${i}.text`]));
    if (figures.length === 0 && !paragraphs.some((paragraph) => paragraph.includes(stopLine)))
      fields.push('paragraphs');
    if (!text.includes(stopLine)) fields.push('text');
    return fields.map((field) => ({ field: fieldOf(field, locale), message: `must say "${stopLine}"` }));
  });

/** How to stop is said in the first text of a path and at least monthly (CTIA 5.1.3). */
function silentOnStop(version: SeriesVersion, { steps }: Path, at: number): WordsProblem[] {
  let said = Number.NEGATIVE_INFINITY;
  return steps.flatMap(({ day, step }, j) => {
    const spoken = version.steps[step];
    const wordings = spoken ? [spoken.words, ...spoken.variants.map(({ words }) => words)] : [];
    const texts = wordings.flatMap(readingsOf).map(({ words }) => words.text);
    if (texts.every((text) => /\bSTOP\b/.test(text))) said = day;
    if (day - said <= 30) return [];
    return [{ field: `paths.${at}.steps.${j}`, message: 'more than 30 days without "Reply STOP to end" in a text' }];
  });
}

/**
 * What a schema cannot see: words that may not be sent, paths to nowhere, exercises where none may be.
 * Fields are paths inside the version, such as `steps.rest.words.text`.
 */
export function checkSeries(version: SeriesVersion, practice?: Practice): WordsProblem[] {
  const problems: WordsProblem[] = [];
  for (const [id, step] of Object.entries(version.steps)) {
    const all: [string, Words][] = [
      [`steps.${id}.words`, step.words],
      ...step.variants.map(({ words }, i): [string, Words] => [`steps.${id}.variants.${i}.words`, words]),
    ];
    for (const [at, words] of all)
      for (const { field, message } of checkWords(words, practice)) problems.push({ field: `${at}.${field}`, message });
    for (const [at, words] of step.exercises ? all : [])
      for (const { field, message } of withoutStopLine(words)) problems.push({ field: `${at}.${field}`, message });
  }
  version.paths.forEach((path, i) => {
    let before = -1;
    path.steps.forEach(({ day, step }, j) => {
      const field = `paths.${i}.steps.${j}`;
      if (!Object.hasOwn(version.steps, step)) problems.push({ field, message: `no step is called ${step}` });
      else if (version.steps[step]!.exercises && mayBeUnseen(version, path))
        problems.push({
          field,
          message: `${step} holds exercises, and this path may reach a person no doctor has seen`,
        });
      if (day <= before) problems.push({ field, message: `day ${day} must come after day ${before}` });
      before = day;
    });
    if (version.kind === 'drip') problems.push(...silentOnStop(version, path, i));
  });
  const last = version.paths.length - 1;
  if (Object.keys(version.paths[last]!.who).length > 0)
    problems.push({ field: `paths.${last}.who`, message: 'the last path must be for everyone' });
  if (practice) problems.push(...strangeRules(version, practice));
  const refused = lintSeries(version).filter(({ level }) => level === 'error');
  return [...problems, ...refused.map(({ field, message }) => ({ field, message }))];
}

/** Rules of paths and variants that name what the practice does not ask. */
function strangeRules({ who: door, paths, steps }: SeriesVersion, practice: Practice): WordsProblem[] {
  const rules: [string, Who][] = [
    ['who', door ?? {}],
    ...paths.map(({ who }, i): [string, Who] => [`paths.${i}.who`, who]),
    ...Object.entries(steps).flatMap(([id, { variants }]) =>
      variants.map(({ who }, i): [string, Who] => [`steps.${id}.variants.${i}.who`, who]),
    ),
  ];
  return rules.flatMap(([at, who]) =>
    whoFaults(who, practice).map(({ path, message }) => ({ field: [at, ...path].join('.'), message })),
  );
}
