import type { Path, SeriesVersion, Who } from './series';

/** Whether a structural hint without a doctor's visit can lead to this path: named so, and not taken by an earlier one. */
export function mayBeUnseen({ paths }: SeriesVersion, here: Path): boolean {
  if (!isUnseen(here.who)) return false;
  const guard = paths.findIndex(
    ({ who }) =>
      who.pain?.includes('structural') &&
      who.seen !== true &&
      Object.keys(who).every((key) => key === 'pain' || key === 'seen'),
  );
  return guard === -1 || paths.indexOf(here) <= guard;
}

/** Whether a person with a structural hint whom no doctor has seen may match. */
export const isUnseen = ({ seen, pain }: Who): boolean =>
  seen !== true && (pain === undefined || pain.includes('structural'));
