import type { Who } from '../audience/who';
import type { Path, SeriesVersion } from './series';

/** Whether a structural hint without a doctor's visit can lead to this path: named so, and not taken by an earlier one. */
export function mayBeUnseen({ paths }: SeriesVersion, here: Path): boolean {
  if (!isUnseen(here.who)) return false;
  const guard = paths.findIndex(
    ({ who }) =>
      isUnseen(who) &&
      who.safety?.includes('structural') &&
      Object.keys(who).every((key) => key === 'safety' || key === 'seen'),
  );
  return guard === -1 || paths.indexOf(here) <= guard;
}

/**
 * Whether a person with a structural hint whom no doctor has seen may match. Only `safety` and `seen` can rule that out:
 * which answers are such a hint may change with the practice's questions.
 */
export const isUnseen = ({ seen, safety }: Who): boolean =>
  seen !== true && (safety === undefined || safety.includes('structural'));
