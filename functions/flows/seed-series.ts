import * as z from 'zod/mini';
import { type SeriesVersion, seriesVersionSchema } from '../core/series';

export interface SeedPorts {
  series: {
    latest(seriesId: string): Promise<SeriesVersion | undefined>;
    publish(version: SeriesVersion): Promise<boolean>;
  };
}

/** What makes two versions say the same: everything but their number and who stood for it. */
function content({
  version: _version,
  approval: _approval,
  author: _author,
  approvedBy: _by,
  ...rest
}: SeriesVersion): string {
  return JSON.stringify(rest);
}

/**
 * Publishes each built-in series as version 1 once. A release that changed a series publishes the next version, but only
 * over a version that came with the templates: words staff have edited are theirs. Repeating it changes nothing.
 */
export async function seedSeries(ports: SeedPorts, builtIn: unknown): Promise<number> {
  let published = 0;
  for (const series of z.array(seriesVersionSchema).parse(builtIn)) {
    const latest = await ports.series.latest(series.seriesId);
    if (latest && (latest.author !== undefined || content(latest) === content(series))) continue;
    if (await ports.series.publish({ ...series, version: (latest?.version ?? 0) + 1 })) published += 1;
  }
  return published;
}
