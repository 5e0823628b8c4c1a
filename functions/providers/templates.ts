import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as z from 'zod/mini';
import { StridewellError } from '../core/base/error';
import { channelTimes } from '../core/base/fields';
import type { Practice } from '../core/practice/practice';
import type { WordsProblem } from '../core/series/merge';
import {
  type SeriesVersion,
  seriesVersionSchema,
  seriesVersionShape,
  stepShape,
  whoSchema,
  wordsShape,
} from '../core/series/series';
import { checkSeries } from '../core/series/series-check';
import { readYaml, type YamlFile } from './yaml-file';

const version = seriesVersionShape();
const words = wordsShape();

/** `series.yaml` as a marketer writes it: who gets which step on which day, and each step's subject and flags. */
const seriesFile = z.strictObject({
  id: version.shape.seriesId,
  name: version.shape.name,
  kind: version.shape.kind,
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
    z.extend(z.omit(stepShape(), { words: true, variants: true }), { subject: words.shape.subject }),
  ),
});

const wordsFile = z.omit(words, { subject: true });
/** `NN-step.yaml`: a variant gives only the words that differ. */
const stepFile = z.extend(wordsFile, {
  variants: z._default(z.array(z.strictObject({ who: whoSchema, ...z.partial(words).shape })), []),
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
      Object.entries(steps).map(([stepId, { subject, ...flags }]) => {
        const { variants, ...own } = files.get(stepId)!.value;
        const words = { subject, ...own };
        return [
          stepId,
          { ...flags, words, variants: variants.map(({ who, ...other }) => ({ who, words: { ...words, ...other } })) },
        ];
      }),
    ) as SeriesVersion['steps'],
  };
  for (const [stepId, file] of files) {
    const drawings = version.steps[stepId]!.words.figures ?? [];
    drawings.forEach(({ drawing }, i) => {
      if (!existsSync(join(dir, '../../drawings', `${drawing}.svg`)))
        throw file.fault(['figures', i, 'drawing'], `no drawing drawings/${drawing}.svg beside series/`);
    });
  }
  return {
    version: seriesVersionSchema.parse(version),
    fault: ({ field, message }) => whereOf(field.split('.'), `${field}: ${message}`),
  };

  /** Leads a problem of the version back to the file a person wrote. */
  function whereOf([kind, key, part, ...path]: string[], message: string): StridewellError {
    if (kind === 'paths') {
      const day = version.paths[Number(key)]?.steps[Number(path[0])]?.day;
      return series.fault(['paths', Number(key), ...(day === undefined ? ['who'] : ['days', String(day)])], message);
    }
    const file = files.get(key ?? '');
    if (!file || part === 'exercises' || (part === 'words' && path[0] === 'subject'))
      return series.fault(['steps', key ?? '', ...path], message);
    if (part === 'variants') return file.fault(['variants', Number(path[0]), ...path.slice(2)], message);
    return file.fault(path, message);
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
  const files = new Map<string, YamlFile<z.infer<typeof stepFile>>>();
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
