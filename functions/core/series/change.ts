import * as z from 'zod/mini';
import { StridewellError } from '../base/error';
import type { Practice } from '../practice/practice';
import { warningsOf } from './lint-series';
import {
  type Copy,
  contentOf,
  copyShape,
  type SeriesVersion,
  seriesVersionSchema,
  type Words,
  wordsShape,
} from './series';
import { checkSeries } from './series-check';

/** The stage that asks for a clinician's approval. */
export const production = 'prod';

/** The words that staff may edit: never flags, days or audiences, and of figures only what they say in another language. */
export const editable = ['subject', 'preheader', 'headline', 'paragraphs', 'button', 'text', 'es'] as const;
export type Editable = (typeof editable)[number];
export const editedWordsSchema = z.lazy(() =>
  z.partial(
    z.extend(
      z.pick(wordsShape(), {
        subject: true,
        preheader: true,
        headline: true,
        paragraphs: true,
        button: true,
        text: true,
      } satisfies Record<Exclude<Editable, 'es'>, true>),
      { es: z.partial(copyShape()) },
    ),
  ),
);
type Edited<T> = { [K in keyof T]?: T[K] | undefined };
export type EditedWords = Edited<Pick<Words, Exclude<Editable, 'es'>>> & { es?: Edited<Copy> | undefined };

/** By step; variants by step and by their place in its list. */
export interface Edits {
  steps: Record<string, EditedWords>;
  variants: Record<string, Record<string, EditedWords>>;
}

/** The same words with the edited ones in place. Throws `invalid` for the first field that a new language lacks. */
export function withEdits(words: Words, { es, ...edits }: EditedWords): Words {
  const english = { ...words, ...given(edits) };
  return es ? { ...english, es: wholeCopy({ ...words.es, ...given(es) }) } : english;
}

const given = <T extends object>(edits: T) =>
  Object.fromEntries(Object.entries(edits).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: NonNullable<T[K]>;
  };

const copyFields = ['subject', 'preheader', 'headline', 'paragraphs', 'button', 'text'] as const;

/** A language is written whole or not at all: half a message in each would be read by nobody. */
function wholeCopy(copy: Edited<Copy>): Copy {
  const missing = copyFields.find((field) => copy[field] === undefined);
  if (missing)
    throw new StridewellError('invalid', 'has to be written, too, before this step is Spanish', `es.${missing}`);
  return copy as Copy;
}

/** The same, for words of a version; an error names its field with that place before it. */
function editedAt(at: string, words: Words, edits: EditedWords): Words {
  try {
    return withEdits(words, edits);
  } catch (error) {
    if (!(error instanceof StridewellError) || error.field === undefined) throw error;
    throw new StridewellError(error.code, error.message, `${at}.${error.field}`);
  }
}

/**
 * The next version: a draft again, even if the last one was approved. Throws `invalid` naming the field as the caller
 * spelled it (`steps.rest.subject`), or `steps` when nothing differs.
 */
export function editVersion(base: SeriesVersion, edits: Edits, author: string, practice: Practice): SeriesVersion {
  const steps = structuredClone(base.steps);
  for (const [stepId, words] of Object.entries(edits.steps)) {
    const step = Object.hasOwn(steps, stepId) ? steps[stepId] : undefined;
    if (!step) throw new StridewellError('invalid', 'This series has no such step.', `steps.${stepId}`);
    step.words = editedAt(`steps.${stepId}`, step.words, words);
  }
  for (const [stepId, places] of Object.entries(edits.variants)) {
    const step = Object.hasOwn(steps, stepId) ? steps[stepId] : undefined;
    if (!step) throw new StridewellError('invalid', 'This series has no such step.', `variants.${stepId}`);
    for (const [place, words] of Object.entries(places)) {
      const variant = step.variants[Number(place)];
      if (!variant)
        throw new StridewellError('invalid', 'This step has no such variant.', `variants.${stepId}.${place}`);
      variant.words = editedAt(`variants.${stepId}.${place}`, variant.words, words);
    }
  }
  if (JSON.stringify(steps) === JSON.stringify(base.steps))
    throw new StridewellError('invalid', 'No word was changed.', 'steps');
  const next: SeriesVersion = { ...contentOf(base), steps, version: base.version + 1, approval: 'draft' };
  const problem = checkSeries(next, practice)[0];
  if (problem) throw new StridewellError('invalid', problem.message, asSpelled(problem.field));
  return { ...seriesVersionSchema.parse(next), author };
}

/** `steps.rest.variants.0.words.text` of a version is `variants.rest.0.text` of the request. */
const asSpelled = (field: string): string =>
  field
    .replace(/^steps\.([^.]+)\.variants\.(\d+)\.words/, 'variants.$1.$2')
    .replace(/^steps\.([^.]+)\.words/, 'steps.$1');

/**
 * Four eyes: nobody approves their own words. Every warning about them has to be accepted
 * by its name, and nothing else can be. Returns what was accepted, as the version keeps it.
 */
export function mayApprove(version: SeriesVersion, approver: string, accepted: readonly string[]): string[] {
  if (version.author === approver)
    throw new StridewellError('forbidden', 'You wrote this version. Someone else has to approve it.');
  const warnings = warningsOf(version).map(({ name }) => name);
  const open = warnings.filter((name) => !accepted.includes(name));
  if (open.length > 0)
    throw new StridewellError('invalid', `Accept each warning by its name first: ${open.join('; ')}.`, 'accepted');
  const unknown = accepted.find((name) => !warnings.includes(name));
  if (unknown !== undefined)
    throw new StridewellError('invalid', `These words have no such warning: ${unknown}.`, 'accepted');
  return warnings;
}

/** Production sends no version that nobody has approved; elsewhere a draft may go to the allow-listed. */
export const mayGoOut = (version: Pick<SeriesVersion, 'approval'>, stage: string): boolean =>
  stage !== production || version.approval === 'approved';
