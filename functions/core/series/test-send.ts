import * as z from 'zod/mini';
import { StridewellError } from '../base/error';
import { derivedId } from '../base/id';
import { type Locale, locales } from '../base/locale';
import { day, hour, type Instant } from '../base/time';
import type { Profile } from '../person/subscriber';
import type { Practice } from '../practice/practice';
import { type EditedWords, editedWordsSchema, withEdits } from './change';
import { checkWords } from './merge';
import type { SeriesVersion } from './series';
import { stepOf, wordingFor } from './step';

/** One test a member of staff asked for: which step, written to which sample person, and for whom of the recipients. */
export interface TestSend {
  /** Name of the recipient, as in `practice.yaml`. */
  recipient: string;
  seriesId: string;
  version: number;
  stepId: string;
  /** Id of one of the practice's sample people. */
  sample: string;
  /** The language it is written in; the sample's own unless named. */
  locale?: Locale;
  /** Words being edited, if they are not those of the version. */
  words?: EditedWords;
}

export const testSendSchema = z.lazy(() =>
  z.strictObject({
    recipient: z.string(),
    seriesId: z.string(),
    version: z.int(),
    stepId: z.string(),
    sample: z.string(),
    locale: z.exactOptional(z.enum(locales)),
    words: z.exactOptional(editedWordsSchema),
  }),
);

/** Nobody waits longer for a test; what has not gone out by then is dropped. */
export const testLives = hour;
/** A test is forgotten after this: its recipient, its words and what became of it. */
export const testKept = 30 * day;

/** Each test is an item of its own, known by the id of its one notice. */
export const testItemId = (notice: string): string => derivedId('sub', 'test', notice);

/** The version with this step's words replaced for everyone, as the preview and a test show it. */
export function withWords(series: SeriesVersion, stepId: string, profile: Profile, edits: EditedWords): SeriesVersion {
  const step = stepOf(series, stepId);
  const words = withEdits(wordingFor(series, stepId, profile), edits);
  return { ...series, steps: { ...series.steps, [stepId]: { ...step, words, variants: [] } } };
}

/** The same, or `invalid` with the first field that may not be sent, such as `words.subject`. */
export function withCheckedWords(
  series: SeriesVersion,
  stepId: string,
  profile: Profile,
  edits: EditedWords,
  practice: Practice,
): SeriesVersion {
  const edited = editedWith(series, stepId, profile, edits);
  const [problem] = checkWords(stepOf(edited, stepId).words, practice);
  if (problem) throw new StridewellError('invalid', problem.message, `words.${problem.field}`);
  return edited;
}

/** The words of a language that is not whole name their field as the others do. */
function editedWith(series: SeriesVersion, stepId: string, profile: Profile, edits: EditedWords): SeriesVersion {
  try {
    return withWords(series, stepId, profile, edits);
  } catch (error) {
    if (!(error instanceof StridewellError) || !error.field?.startsWith('es.')) throw error;
    throw new StridewellError(error.code, error.message, `words.${error.field}`);
  }
}

/** When a member of staff sent their last tests. */
export interface TestQuota {
  /** The token's subject. */
  id: string;
  rev: number;
  createdAt: Instant;
  times: Instant[];
}

const testsAnHour = 20;

/** The quota with one more test in it; undefined when the hour is full, which it is until the oldest is an hour old. */
export function withTest(quota: TestQuota, now: Instant): TestQuota | undefined {
  const times = quota.times.filter((at) => at > now - hour);
  return times.length < testsAnHour ? { ...quota, times: [...times, now] } : undefined;
}
