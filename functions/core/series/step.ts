import { StridewellError } from '../base/error';
import type { Profile } from '../person/subscriber';
import { matches } from './audience';
import type { SeriesVersion, Step, Words } from './series';

/** The step, or an error that names it. */
export function stepOf(version: SeriesVersion, stepId: string): Step {
  const step = Object.hasOwn(version.steps, stepId) ? version.steps[stepId] : undefined;
  if (!step) throw new StridewellError('not-found', `series ${version.seriesId} has no step ${stepId}`, 'stepId');
  return step;
}

/** What this person reads at this step: the first variant that fits, else the step's own words. */
export function wordsFor(version: SeriesVersion, stepId: string, profile: Profile): Words {
  const step = stepOf(version, stepId);
  return step.variants.find(({ who }) => matches(who, profile))?.words ?? step.words;
}
