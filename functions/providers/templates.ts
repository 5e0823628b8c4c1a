import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as z from 'zod/mini';
import { whoSchema } from '../core/audience/who';
import { StridewellError } from '../core/base/error';
import { channelTimes } from '../core/base/fields';
import { type Locale, locales } from '../core/base/locale';
import { bookVisit } from '../core/practice/book-visit';
import type { Practice } from '../core/practice/practice';
import type { WordsProblem } from '../core/series/merge';
import {
  copyShape,
  drawingName,
  type LinkKey,
  type SeriesVersion,
  seriesVersionSchema,
  seriesVersionShape,
  stepShape,
  type Words,
  wordsShape,
} from '../core/series/series';
import { checkSeries } from '../core/series/series-check';
import { readYaml, type YamlFile } from './yaml-file';

const version = seriesVersionShape();
const words = wordsShape();
const copy = copyShape();

/** `series.yaml` as a marketer writes it: who gets which step on which day, and each step's flags. */
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
    // A step without flags is its name and a colon.
    z.pipe(
      z.transform((flags) => flags ?? {}),
      z.omit(stepShape(), { words: true, variants: true }),
    ),
  ),
});

/** What a step is made of, whatever its language. */
const structure = z.strictObject({
  /** Names of drawings; each language says what they show. */
  figures: z.optional(z.array(drawingName()).check(z.maxLength(6))),
  button: words.shape.button.shape.link,
  choices: words.shape.choices,
  locations: words.shape.locations,
});
/** What stands on the button may be left out where it asks for a visit: that has one name (`bookVisit`). */
const copyFile = z.extend(copy, { button: z.optional(copy.shape.button) });
const variantFile = z.strictObject({
  who: whoSchema,
  ...z.partial(structure).shape,
  en: z._default(z.partial(copy), {}),
  es: z.optional(z.partial(copy)),
});
type VariantFile = z.infer<typeof variantFile>;
/** `NN-step.yaml`: its structure once, its words in each language. A variant gives only what differs. */
const stepFile = z.extend(structure, {
  en: copyFile,
  es: z.optional(copyFile),
  variants: z._default(z.array(variantFile), []),
});
type StepFile = z.infer<typeof stepFile>;
type PartialCopy = NonNullable<VariantFile['es']>;

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
    const file = files.get(key ?? '');
    if (!file || part === 'exercises') return series.fault(['steps', key ?? '', ...path], message);
    if (part !== 'variants') return file.fault(inFile(path), message);
    return file.fault(['variants', Number(path[0]), ...inFile(path.slice(path[1] === 'who' ? 1 : 2))], message);
  }
}

/** The words of a step, or of a variant: what it says anew in its place. */
function wordsOf(own: Omit<StepFile, 'variants'>, variant?: VariantFile): Words {
  const { figures, button, choices, locations } = { ...own, ...given(variant) };
  const { button: named, ...english } = { ...own.en, ...given(variant?.en) };
  const es = variant ? spanishOf(own, variant) : own.es;
  const inSpanish = es && { ...es, button: labelOn(button, es.button, 'es') };
  return {
    ...english,
    // A drawing without words is named by `wholeFiles`.
    ...(figures
      ? {
          figures: figures.map((drawing, i) => ({
            drawing,
            ...(english.figures?.[i] ?? { alt: '', title: '', text: '' }),
          })),
        }
      : {}),
    button: { label: labelOn(button, named, 'en'), link: button },
    ...(choices === undefined ? {} : { choices }),
    ...(locations === undefined ? {} : { locations }),
    ...(inSpanish ? { es: inSpanish } : {}),
  } as Words;
}

/** What a file says stands on the button, or the one name of asking for a visit; what is missing is named by `wholeFiles`. */
const labelOn = (link: LinkKey | undefined, label: string | undefined, locale: Locale): string | undefined =>
  label ?? (link === 'book' ? bookVisit[locale] : undefined);

const given = <T extends object>(part: T | undefined): T =>
  Object.fromEntries(Object.entries(part ?? {}).filter(([, value]) => value !== undefined)) as T;

/** A variant that speaks anew in English alone is English for everybody: the step's own Spanish says something else. */
function spanishOf({ es }: Pick<StepFile, 'es'>, variant: VariantFile): StepFile['es'] {
  const isAnew = Object.keys(given(variant.en)).length > 0 || variant.figures !== undefined;
  if (isAnew && !variant.es) return undefined;
  return es || variant.es ? ({ ...es, ...given(variant.es) } as StepFile['es']) : undefined;
}

/** Names what a language of a file lacks: words of a drawing, or what a variant has to say anew because English does. */
function wholeFiles({ value: { variants, ...own }, fault }: YamlFile<StepFile>): void {
  const drawn = (
    at: readonly (string | number)[],
    figures: readonly string[] = [],
    one: Pick<PartialCopy, 'figures'>,
    locale: string,
  ) => {
    const count = one.figures?.length ?? 0;
    if (count !== figures.length)
      throw fault([...at, locale, 'figures'], `${locale}.figures: ${figures.length} drawings, and words for ${count}`);
  };
  const labelled = (at: readonly (string | number)[], link: LinkKey, label: string | undefined, locale: Locale) => {
    if (labelOn(link, label, locale) === undefined)
      throw fault([...at, locale], `${locale}.button: what stands on the button is missing; only for book it may be`);
  };
  for (const locale of locales) {
    const one = own[locale];
    if (!one) continue;
    drawn([], own.figures, one, locale);
    labelled([], own.button, one.button, locale);
  }
  variants.forEach((variant, i) => {
    const at = ['variants', i];
    const figures = variant.figures ?? own.figures;
    const link = variant.button ?? own.button;
    const english = { ...own.en, ...given(variant.en) };
    drawn(at, figures, english, 'en');
    labelled(at, link, english.button, 'en');
    const spanish = spanishOf(own, variant);
    if (spanish) labelled(at, link, spanish.button, 'es');
    if (!variant.es) return;
    const said = given(variant.es);
    const asked = own.es ? Object.keys(given(variant.en)) : Object.keys(own.en);
    const missing = asked.find((field) => !Object.hasOwn(said, field));
    if (missing)
      throw fault([...at, 'es'], `es.${missing}: this variant says it anew in English, so it has to in Spanish`);
    drawn(at, figures, { ...own.es, ...said }, 'es');
  });
}

/** Where a field of the words stands in the file of its step. */
function inFile([first = '', ...rest]: string[]): string[] {
  if (['es', 'who', 'choices', 'locations'].includes(first)) return [first, ...rest];
  if (first === 'button') return rest[0] === 'link' ? ['button'] : ['en', 'button'];
  if (first === 'figures' && rest[1] === 'drawing') return ['figures', rest[0] ?? ''];
  return ['en', first, ...rest];
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
