import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as z from 'zod/mini';
import { whoSchema } from '../core/audience/who';
import { StridewellError } from '../core/base/error';
import { channelTimes } from '../core/base/fields';
import type { Practice } from '../core/practice/practice';
import type { WordsProblem } from '../core/series/merge';
import { type SeriesVersion, seriesVersionSchema, seriesVersionShape, stepShape } from '../core/series/series';
import { checkSeries } from '../core/series/series-check';
import { inFile, type StepFile, stepFile, wholeFiles, wordsOf } from './step-file';
import { readYaml, type YamlFile } from './yaml-file';

const version = seriesVersionShape();

/** `series.yaml` as a marketer writes it: who gets which step on which day, and each step's flags. */
const seriesFile = z.strictObject({
  id: version.shape.seriesId,
  ...z.pick(version, { name: true, es: true, kind: true, who: true, priority: true }).shape,
  version: z._default(z.int().check(z.minimum(1)), 1),
  approval: version.shape.approval,
  reviewBy: version.shape.reviewBy,
  hours: channelTimes(),
  minimumGapDays: version.shape.minimumGapDays,
  paths: z
    .array(
      z.strictObject({
        name: z.string().check(z.minLength(1), z.maxLength(60)),
        who: z._default(whoSchema, {}),
        days: z.record(z.string().check(z.regex(/^\d{1,3}$/, 'a day number')), z.string()),
      }),
    )
    .check(z.minLength(1)),
  steps: z.record(
    z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and -')),
    // A step without flags is its name and a colon.
    z.pipe(
      z.transform((flags) => flags ?? {}),
      z.omit(stepShape(), { words: true, variants: true }),
    ),
  ),
});

/** Reads one folder of `practice/series/` into a checked version; the first thing wrong is named with file and line. */
export function loadSeries(dir: string, practice?: Practice): SeriesVersion {
  const { version, fault } = readSeries(dir);
  const problem = checkSeries(version, practice)[0];
  if (problem) throw fault(problem);
  return version;
}

/** A series as its files say it, and the way back from a field of it to the file and line a person wrote. */
interface WrittenSeries {
  version: SeriesVersion;
  fault: (problem: WordsProblem) => StridewellError;
}

/** Reads one folder as it is shaped; what it says is for others to judge. */
export function readSeries(dir: string): WrittenSeries {
  const series = readYaml(join(dir, 'series.yaml'), seriesFile);
  const files = stepFiles(dir, series);
  const { id, paths, steps, ...rest } = series.value;
  const version: SeriesVersion = {
    ...rest,
    seriesId: id,
    paths: paths.map(({ name, who, days }) => ({
      name,
      who,
      // Keys that are whole numbers come out ascending, whatever their order in the file.
      steps: Object.entries(days).map(([day, step]) => ({ day: Number(day), step })),
    })),
    steps: Object.fromEntries(
      Object.entries(steps).map(([stepId, flags]) => {
        const { variants, ...own } = files.get(stepId)!.value;
        return [
          stepId,
          {
            ...flags,
            words: wordsOf(own),
            variants: variants.map((one) => ({ who: one.who, words: wordsOf(own, one) })),
          },
        ];
      }),
    ),
  };
  for (const file of files.values()) {
    const { figures = [], variants } = file.value;
    for (const [at, names] of [
      [[], figures] as const,
      ...variants.map((one, i) => [['variants', i], one.figures ?? []] as const),
    ])
      names.forEach((drawing, i) => {
        if (!existsSync(join(dir, '../../drawings', `${drawing}.svg`)))
          throw file.fault([...at, 'figures', i], `no drawing drawings/${drawing}.svg beside series/`);
      });
    wholeFiles(file);
  }
  return {
    version: seriesVersionSchema.parse(version),
    fault: ({ field, message }) => whereOf(field.split('.'), `${field}: ${message}`),
  };

  /** Leads a problem of the version back to the file a person wrote. */
  function whereOf([kind, key, part, ...path]: string[], message: string): StridewellError {
    if (kind === 'paths') {
      const day = version.paths[Number(key)]?.steps[Number(path[0])]?.day;
      const place = day === undefined ? ['who', ...path] : ['days', String(day)];
      return series.fault(['paths', Number(key), ...place], message);
    }
    if (kind === 'who') return series.fault(['who', key ?? '', part ?? '', ...path], message);
    const file = files.get(key ?? '');
    if (!file || part === 'exercises') return series.fault(['steps', key ?? '', ...path], message);
    if (part !== 'variants') return file.fault(inFile(path), message);
    return file.fault(['variants', Number(path[0]), ...inFile(path.slice(path[1] === 'who' ? 1 : 2))], message);
  }
}

/** Every series and broadcast of a practice, by folder name. */
export function loadAllSeries(dir: string, practice?: Practice): SeriesVersion[] {
  return seriesFolders(dir).map((folder) => loadSeries(folder, practice));
}

/** Folders that hold a series, in order of their names. */
export function seriesFolders(dir: string): string[] {
  return readdirSync(dir)
    .sort()
    .map((name) => join(dir, name))
    .filter((folder) => existsSync(join(folder, 'series.yaml')));
}

function stepFiles(dir: string, series: YamlFile<z.infer<typeof seriesFile>>) {
  const files = new Map<string, YamlFile<StepFile>>();
  for (const name of readdirSync(dir).sort()) {
    if (name === 'series.yaml' || name.endsWith('.md')) continue;
    const id = /^\d\d-([a-z][a-z0-9-]*)\.yaml$/.exec(name)?.[1];
    if (!id || !Object.hasOwn(series.value.steps, id) || files.has(id))
      throw new StridewellError(
        'invalid',
        `${relative(process.cwd(), join(dir, name))}:1: no step in series.yaml has this file`,
      );
    files.set(id, readYaml(join(dir, name), stepFile));
  }
  for (const id of Object.keys(series.value.steps))
    if (!files.has(id)) throw series.fault(['steps', id], `step ${id} has no file NN-${id}.yaml`);
  return files;
}
