import { StridewellError } from '../../core/base/error';
import type { SeriesVersion } from '../../core/series/series';

export interface Evergreen {
  /** The series that people begin when they confirm, each for whom its own `who` lets in. */
  evergreen: readonly string[];
  latest(seriesId: string): Promise<SeriesVersion | undefined>;
}

/** The newest version of each series that people begin when they confirm; all of them, or none may be begun. */
export async function evergreenOf({ evergreen, latest }: Evergreen): Promise<SeriesVersion[]> {
  const found = await Promise.all(evergreen.map(latest));
  return found.map((one, i) => {
    if (one) return one;
    throw new StridewellError('unavailable', `The series ${evergreen[i]} is not there yet. Please try again later.`);
  });
}
