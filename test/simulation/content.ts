import type { Practice } from '../../functions/core/practice/practice';
import type { SeriesVersion } from '../../functions/core/series/series';
import { all, practice } from '../support/practice';

/** The copy and settings that a simulation sends: the frozen practice's, approved. */
export interface Content {
  practice: Practice;
  series: SeriesVersion[];
}

/** A series that campaigns begin: short, so that it ends and begins again within a simulated life. */
export const course = 'short-course';

export function loadContent(): Content {
  const drip = all.find(({ kind }) => kind === 'drip')!;
  const short = drip.paths.map((path) => ({ ...path, steps: path.steps.slice(0, 2) }));
  const series = [...all, { ...drip, seriesId: course, name: 'Short course', paths: short }];
  return { practice, series: series.map((one) => ({ ...one, approval: 'approved' as const })) };
}

/** The next version as an editor might leave it: other days and another order behind the first step. */
export function nextVersion(base: SeriesVersion, version: number): SeriesVersion {
  return {
    ...base,
    version,
    paths: base.paths.map((path) => {
      const [first, ...rest] = path.steps;
      if (!first || rest.length < 2) return path;
      const days = rest.map(({ day }) => day);
      const turned = [...rest.slice(1), rest[0]!];
      return { ...path, steps: [first, ...turned.map(({ step }, i) => ({ step, day: days[i]! }))] };
    }),
  };
}
