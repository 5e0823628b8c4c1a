import { checkWords, type WordsProblem } from './merge';
import type { Practice } from './practice';
import type { SeriesVersion, Words } from './series';

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
    // One exercise, one brake: said in every wording of the step.
    for (const [at, words] of step.exercises ? all : [])
      if (!JSON.stringify(words).includes('Stop if it hurts.'))
        problems.push({ field: at, message: 'a step with exercises must say "Stop if it hurts."' });
  }
  version.paths.forEach((path, i) => {
    let before = -1;
    path.steps.forEach(({ day, step }, j) => {
      const field = `paths.${i}.steps.${j}`;
      if (!Object.hasOwn(version.steps, step)) problems.push({ field, message: `no step is called ${step}` });
      else if (version.steps[step]!.exercises && mayBeUnseen(path.who))
        problems.push({
          field,
          message: `${step} holds exercises, and this path may reach a person no doctor has seen`,
        });
      if (day <= before) problems.push({ field, message: `day ${day} must come after day ${before}` });
      before = day;
    });
  });
  const last = version.paths.length - 1;
  if (Object.keys(version.paths[last]!.who).length > 0)
    problems.push({ field: `paths.${last}.who`, message: 'the last path must be for everyone' });
  return problems;

  /** Whether a structural hint without a doctor's visit can lead here: named so, and not taken by an earlier path. */
  function mayBeUnseen(who: SeriesVersion['paths'][number]['who']): boolean {
    if (who.seen === true || (who.pain && !who.pain.includes('structural'))) return false;
    const guard = version.paths.findIndex(
      (path) =>
        path.who.pain?.includes('structural') &&
        path.who.seen !== true &&
        Object.keys(path.who).every((key) => key === 'pain' || key === 'seen'),
    );
    const here = version.paths.findIndex((path) => path.who === who);
    return guard === -1 || here <= guard;
  }
}
