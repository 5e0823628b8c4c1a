import * as z from 'zod/mini';
import { StridewellError } from '../../core/base/error';
import { type SeriesVersion, seriesVersionSchema } from '../../core/series/series';
import { checkSeries } from '../../core/series/series-check';
import { mergeSeries, sameContent } from '../../core/series/series-merge';
import type { OfPractice, Series } from '../ports';

type SeedPorts = OfPractice & Series<'latest' | 'version' | 'publish' | 'taken' | 'take'>;

export interface Seeded {
  published: number;
  /** `series/step`: staff had worded it anew, and its file is gone. Older versions keep the words. */
  dropped: string[];
}

interface Step {
  /** The version to publish; undefined when nothing is new. */
  next?: SeriesVersion;
  dropped: string[];
}

/** Staff may save while a deployment reads; each try begins with what they saved. */
const tries = 4;

/**
 * Takes the series of the files: a new one as version 1, a changed one as the next version, its days, paths and flags
 * from the file and the words that staff wrote from them. Throws `conflict`, and publishes nothing at all, when the same
 * words were changed in both places. Repeating it changes nothing.
 */
export async function seedSeries(ports: SeedPorts, builtIn: unknown): Promise<Seeded> {
  const files = z.array(seriesVersionSchema).parse(builtIn);
  // Each is thought through before the first is published, so that a refusal leaves all as they were.
  for (const file of files) await thinkOver(ports, file);
  const done: Seeded = { published: 0, dropped: [] };
  for (const file of files) {
    const { next, dropped } = await publish(ports, file);
    if (next) done.published += 1;
    done.dropped.push(...dropped.map((step) => `${file.seriesId}/${step}`));
    await ports.series.take(file);
  }
  return done;
}

async function publish(ports: SeedPorts, file: SeriesVersion): Promise<Step> {
  for (let n = 0; n < tries; n += 1) {
    const step = await thinkOver(ports, file);
    if (!step.next || (await ports.series.publish(step.next))) return step;
  }
  throw new StridewellError('conflict', `Series ${file.seriesId}: others are saving it. Please try again.`);
}

async function thinkOver(ports: SeedPorts, file: SeriesVersion): Promise<Step> {
  const { seriesId } = file;
  const latest = await ports.series.latest(seriesId);
  if (!latest) return { next: { ...file, version: 1 }, dropped: [] };
  // A version without an author holds no words of staff: it is the file that it came from.
  const before =
    latest.author === undefined ? latest : ((await ports.series.taken(seriesId)) ?? (await lastBuiltIn(ports, latest)));
  const { version, clashes, dropped } = mergeSeries(before ?? file, latest, file);
  if (clashes.length > 0)
    throw new StridewellError(
      'conflict',
      `Series ${seriesId}: the words of ${clashes.join(', ')} were changed both in the console and in its files. Copy the console's words into practice/series/${seriesId}, or those of the files into the console, then start again.`,
      'series',
    );
  if (sameContent(version, latest)) return { dropped: [] };
  const problem = version.author === undefined ? undefined : checkSeries(version, ports.practice)[0];
  if (problem)
    throw new StridewellError(
      'conflict',
      `Series ${seriesId}: its files and the words that staff saved do not go together (${problem.field}: ${problem.message}). Change those words in the console or in practice/series/${seriesId}, then start again.`,
      'series',
    );
  return { next: { ...version, version: latest.version + 1 }, dropped };
}

/** Before files were kept: the newest version that nobody of the staff saved. */
async function lastBuiltIn({ series }: SeedPorts, latest: SeriesVersion): Promise<SeriesVersion | undefined> {
  let found: SeriesVersion | undefined = latest;
  for (let n = latest.version; found?.author !== undefined && n > 1; n -= 1)
    found = await series.version(latest.seriesId, n - 1);
  return found?.author === undefined ? found : undefined;
}
