import { StridewellError } from '../core/base/error';
import type { MessageBook } from '../core/messages/compose-message';
import type { Subscriber } from '../core/person/subscriber';
import type { SeriesVersion } from '../core/series/series';
import type { TestSend } from '../core/series/test-send';
import type { Policy } from '../core/time/policy';

interface Versions {
  version(seriesId: string, version: number): Promise<SeriesVersion | undefined>;
}

/** What a notice of a test's item stands for. */
type Tests = (subscriber: string, notice: string) => Promise<TestSend | undefined>;

/** Fetches, before planning, every series version the person runs through, so that the planner stays pure. */
export function bookkeeper(
  series: Versions,
  policy: Policy,
  state: string,
  production = false,
  tests: Tests = async () => undefined,
) {
  return async (person: Subscriber, also: { seriesId: string; version: number }[] = []): Promise<MessageBook> => {
    const loaded = new Map<string, SeriesVersion>();
    const tested = new Map<string, TestSend>();
    for (const { id, kind } of person.notices) {
      const test = kind === 'test-send' ? await tests(person.id, id) : undefined;
      if (test) tested.set(id, test);
    }
    for (const { seriesId, version } of [...person.enrollments, ...tested.values(), ...also]) {
      const name = `${seriesId}#${version}`;
      const found = loaded.has(name) ? undefined : await series.version(seriesId, version);
      if (found) loaded.set(name, found);
    }
    return {
      policy,
      state,
      production,
      version(seriesId, version) {
        const found = loaded.get(`${seriesId}#${version}`);
        if (!found) throw new StridewellError('unavailable', `Series ${seriesId} version ${version} is not there.`);
        return found;
      },
      test: (notice) => tested.get(notice),
    };
  };
}
