import { join } from 'node:path';
import type { Practice } from '../../functions/core/practice';
import { practiceSchema } from '../../functions/core/practice';
import type { SeriesVersion } from '../../functions/core/series';
import { loadAllSeries } from '../../functions/providers/templates';
import { readYaml } from '../../functions/providers/yaml-file';

/** What is sent in a simulation is what is shipped: the practice's file and the series of `templates/`. */
export interface Content {
  practice: Practice;
  series: SeriesVersion[];
}

export function loadContent(root = process.cwd()): Content {
  const practice = readYaml(join(root, 'practice.yaml'), practiceSchema).value;
  const series = loadAllSeries(join(root, 'templates'), practice);
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
